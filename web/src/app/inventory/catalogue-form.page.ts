import { ChangeDetectionStrategy, Component } from '@angular/core';
import { SERVICE_PATHS, type ServiceDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { SERVICE_FORM, type ServiceFields, valuesOfService } from './catalogue-shape';
import { catalogueLabels } from './catalogue.labels';
import { FORM_PROVIDERS, FORM_TEMPLATE, RecordFormPage } from './record-form.page';
import { RecordFrame } from './record-frame';
import { paidBody } from './record-look';

const words = labels({
  de: {
    questionNew: 'Welche Leistung kommt dazu?',
    questionEdit: 'Was ändert sich an der Leistung?',
    lead: 'Entscheidung und Fallzahlen kommen auf der Seite der Leistung dazu.',
  },
  en: {
    questionNew: 'Which service is added?',
    questionEdit: 'What changes about the service?',
    lead: 'Decision and cases are added on the page of the service.',
  },
});

/** Enters a service or changes what is said about it. */
@Component({
  selector: 'et-catalogue-form-page',
  imports: [RecordFrame],
  providers: FORM_PROVIDERS,
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: FORM_TEMPLATE,
})
export class CatalogueFormPage extends RecordFormPage<ServiceDetail, ServiceFields> {
  protected readonly shape = SERVICE_FORM;
  protected readonly body = paidBody;
  protected readonly valuesOf = valuesOfService;
  protected readonly words = () => ({
    ...words(),
    title: catalogueLabels().title,
    path: '/services',
    api: SERVICE_PATHS.services,
  });
}
