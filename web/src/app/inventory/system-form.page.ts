import { ChangeDetectionStrategy, Component } from '@angular/core';
import { SYSTEM_PATHS, type SystemDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { FORM_PROVIDERS, FORM_TEMPLATE, RecordFormPage } from './record-form.page';
import { RecordFrame } from './record-frame';
import { paidBody } from './record-look';
import { SYSTEM_FORM, type SystemFields, valuesOfSystem } from './system-shape';
import { systemLabels } from './system.labels';

const words = labels({
  de: {
    questionNew: 'Welches System kommt dazu?',
    questionEdit: 'Was ändert sich am System?',
    lead: 'Mit Wartungsende und Grund entsteht daraus ein Vorschlag für einen Bedarf.',
  },
  en: {
    questionNew: 'Which system is added?',
    questionEdit: 'What changes about the system?',
    lead: 'With the end of support and a reason it proposes a demand.',
  },
});

/** Enters a record of this register or changes what is said about it. */
@Component({
  selector: 'et-system-form-page',
  imports: [RecordFrame],
  providers: FORM_PROVIDERS,
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: FORM_TEMPLATE,
})
export class SystemFormPage extends RecordFormPage<SystemDetail, SystemFields> {
  protected readonly shape = SYSTEM_FORM;
  protected readonly body = paidBody;
  protected readonly valuesOf = valuesOfSystem;
  protected readonly words = () => ({
    ...words(),
    title: systemLabels().title,
    path: '/systems',
    api: SYSTEM_PATHS.systems,
  });
}
