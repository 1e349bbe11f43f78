import { ChangeDetectionStrategy, Component } from '@angular/core';
import { OFFER_PATHS, type OfferDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { FORM_PROVIDERS, FORM_TEMPLATE, RecordFormPage } from './record-form.page';
import { RecordFrame } from './record-frame';
import { paidBody } from './record-look';
import { OFFER_FORM, type OfferFields, valuesOfOffer } from './offer-shape';
import { offerLabels } from './offer.labels';

const words = labels({
  de: {
    questionNew: 'Welches Angebot kommt dazu?',
    questionEdit: 'Was ändert sich am Angebot?',
    lead: 'Zusage, Beginn und Abschluss werden auf der Seite des Angebots eingetragen.',
  },
  en: {
    questionNew: 'Which offer is added?',
    questionEdit: 'What changes about the offer?',
    lead: 'Acceptance, start and end are recorded on the page of the offer.',
  },
});

/** Enters a record of this register or changes what is said about it. */
@Component({
  selector: 'et-offer-form-page',
  imports: [RecordFrame],
  providers: FORM_PROVIDERS,
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: FORM_TEMPLATE,
})
export class OfferFormPage extends RecordFormPage<OfferDetail, OfferFields> {
  protected readonly shape = OFFER_FORM;
  protected readonly body = paidBody;
  protected readonly valuesOf = valuesOfOffer;
  protected readonly words = () => ({
    ...words(),
    title: offerLabels().title,
    path: '/offers',
    api: OFFER_PATHS.offers,
  });
}
