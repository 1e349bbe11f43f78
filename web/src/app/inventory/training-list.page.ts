import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { TRAINING_PATHS, type TrainingPage, type TrainingRow } from '@etatlotse/contracts/inventory/plain';
import { TRAINING_FORMATS, TRAINING_TECHNOLOGIES } from '@etatlotse/domain/inventory';
import { LineSearch } from '../platform/line-search';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { listed, ownerText } from './record-look';
import { RecordStore } from './record.store';
import { RegisterList, type RegisterWords } from './register-list';
import { filterBy, openRegister, type RegisterFilter } from './register-view';
import { attendedText, costColumn } from './training-look';
import { TrainingQuotas } from './training-quotas';
import { trainingLabels } from './training.labels';

/** The catalogue of trainings: seats, attendance and cost of the year, and how far the units are. */
@Component({
  selector: 'et-training-list-page',
  imports: [RegisterList, TrainingQuotas],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list [words]="words()" [register]="register" [shape]="shape()" [filters]="filters()">
    <et-training-quotas />
  </et-register-list>`,
})
export class TrainingListPage {
  protected readonly register = openRegister<TrainingRow, TrainingPage>(TRAINING_PATHS.trainings, [
    'technology',
    'format',
  ]);

  private readonly lead = computed(() => {
    const totals = this.register.list.first()?.totals;
    const t = trainingLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { seats, attended, unused, costCents, coveredByContract } = totals;
    return [
      t.lead(this.register.year(), formatNumber(seats), formatNumber(attended), formatWholeEuro(costCents)),
      coveredByContract === 0 ? '' : t.leadContract(coveredByContract),
      unused === 0 ? '' : t.leadUnused(formatNumber(unused)),
    ].join(' ');
  });
  protected readonly words = computed<RegisterWords>(() => ({
    ...trainingLabels(),
    path: '/trainings',
    lead: this.lead(),
  }));
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = trainingLabels();
    return [
      filterBy('technology', t.technology, TRAINING_TECHNOLOGIES, t.technologies),
      filterBy('format', t.format, TRAINING_FORMATS, t.formats),
    ];
  });
  protected readonly shape = computed<RecordTableShape<TrainingRow>>(() => {
    const t = trainingLabels();
    return {
      caption: t.list,
      nameHead: t.training,
      name: ({ name }) => name,
      link: ({ id }) => ['/trainings', id],
      under: (row) => listed(row.provider, ownerText(row)),
      columns: [
        {
          head: t.technology,
          kind: 'text',
          of: ({ technology }) => t.technologies[technology],
          under: ({ format }) => t.formats[format],
        },
        { head: t.sessions, kind: 'number', of: ({ sessions }) => sessions, isWideOnly: true },
        { head: t.seats(this.register.year()), kind: 'number', of: ({ seats }) => seats },
        { head: t.attended, kind: 'number', of: attendedText },
        { head: t.cost(this.register.year()), kind: 'number', of: costColumn },
      ],
    };
  });
}
