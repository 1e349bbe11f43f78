import { ChangeDetectionStrategy, Component } from '@angular/core';
import { DESK_PATHS, type DeskDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { FORM_PROVIDERS, FORM_TEMPLATE, RecordFormPage } from './record-form.page';
import { RecordFrame } from './record-frame';
import { DESK_FORM, deskBody, type DeskFields, valuesOfDesk } from './desk-shape';
import { deskLabels } from './desk.labels';

const words = labels({
  de: {
    questionNew: 'Welche Ansprechstelle kommt dazu?',
    questionEdit: 'Was ändert sich an der Ansprechstelle?',
    lead: 'Die VZÄ kommen mit Tag und Grund auf ihrer Seite dazu.',
  },
  en: {
    questionNew: 'Which desk is added?',
    questionEdit: 'What changes about the desk?',
    lead: 'Full-time equivalents are added with day and reason on the page of the desk.',
  },
});

/** Enters a record of this register or changes what is said about it. */
@Component({
  selector: 'et-desk-form-page',
  imports: [RecordFrame],
  providers: FORM_PROVIDERS,
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: FORM_TEMPLATE,
})
export class DeskFormPage extends RecordFormPage<DeskDetail, DeskFields> {
  protected readonly shape = DESK_FORM;
  protected readonly body = deskBody;
  protected readonly valuesOf = valuesOfDesk;
  protected readonly words = () => ({
    ...words(),
    title: deskLabels().title,
    path: '/desks',
    api: DESK_PATHS.desks,
  });
}
