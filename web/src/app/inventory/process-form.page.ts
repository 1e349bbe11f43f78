import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PROCESS_PATHS, type ProcessDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { FORM_PROVIDERS, FORM_TEMPLATE, RecordFormPage } from './record-form.page';
import { RecordFrame } from './record-frame';
import { paidBody } from './record-look';
import { PROCESS_FORM, type ProcessFields, valuesOfProcess } from './process-shape';
import { processLabels } from './process.labels';

const words = labels({
  de: {
    questionNew: 'Welcher Prozess kommt dazu?',
    questionEdit: 'Was ändert sich am Prozess?',
    lead: 'Jede Stufe bekommt den Tag, an dem sie erreicht wurde.',
  },
  en: {
    questionNew: 'Which process is added?',
    questionEdit: 'What changes about the process?',
    lead: 'Each stage gets the day on which it was reached.',
  },
});

/** Enters a record of this register or changes what is said about it. */
@Component({
  selector: 'et-process-form-page',
  imports: [RecordFrame],
  providers: FORM_PROVIDERS,
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: FORM_TEMPLATE,
})
export class ProcessFormPage extends RecordFormPage<ProcessDetail, ProcessFields> {
  protected readonly shape = PROCESS_FORM;
  protected readonly body = paidBody;
  protected readonly valuesOf = valuesOfProcess;
  protected readonly words = () => ({
    ...words(),
    title: processLabels().title,
    path: '/processes',
    api: PROCESS_PATHS.processes,
  });
}
