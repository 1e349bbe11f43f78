import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TRAINING_PATHS, type TrainingDetail } from '@etatlotse/contracts/inventory/plain';
import { labels } from '../platform/language';
import { FORM_PROVIDERS, FORM_TEMPLATE, RecordFormPage } from './record-form.page';
import { RecordFrame } from './record-frame';
import { paidBody } from './record-look';
import { TRAINING_FORM, type TrainingFields, valuesOfTraining } from './training-shape';
import { trainingLabels } from './training.labels';

const words = labels({
  de: {
    questionNew: 'Welche Schulung kommt dazu?',
    questionEdit: 'Was ändert sich an der Schulung?',
    lead: 'Termine mit Plätzen kommen auf der Seite der Schulung dazu.',
  },
  en: {
    questionNew: 'Which training is added?',
    questionEdit: 'What changes about the training?',
    lead: 'Sessions with seats are added on the page of the training.',
  },
});

/** Enters a record of this register or changes what is said about it. */
@Component({
  selector: 'et-training-form-page',
  imports: [RecordFrame],
  providers: FORM_PROVIDERS,
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: FORM_TEMPLATE,
})
export class TrainingFormPage extends RecordFormPage<TrainingDetail, TrainingFields> {
  protected readonly shape = TRAINING_FORM;
  protected readonly body = paidBody;
  protected readonly valuesOf = valuesOfTraining;
  protected readonly words = () => ({
    ...words(),
    title: trainingLabels().title,
    path: '/trainings',
    api: TRAINING_PATHS.trainings,
  });
}
