import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PROCESS_PATHS, type ProcessPage, type ProcessRow } from '@etatlotse/contracts/inventory/plain';
import { PROCESS_STAGES } from '@etatlotse/domain/inventory';
import { formatNumber } from '../ui/amount/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { reviewText, stageLook } from './process-look';
import { processLabels } from './process.labels';
import { listed, ownerText } from './record-look';
import { RegisterList, type RegisterWords } from './register-list';
import { filterBy, openRegister, type RegisterFilter } from './register-view';

/** Processes: which run as workflows, what they save as planned and as measured, and which are due to be looked at. */
@Component({
  selector: 'et-process-list-page',
  imports: [RegisterList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list [words]="words()" [register]="register" [shape]="shape()" [filters]="filters()" />`,
})
export class ProcessListPage {
  protected readonly register = openRegister<ProcessRow, ProcessPage>(PROCESS_PATHS.processes, ['stage', 'isInHouse']);

  private readonly lead = computed(() => {
    const totals = this.register.list.first()?.totals;
    const t = processLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { count, workflow, recorded, optimised, reviewsDue, measuredHours, plannedHours, unmeasured } = totals;
    return [
      t.lead(formatNumber(workflow), formatNumber(count), formatNumber(recorded), formatNumber(optimised)),
      t.leadHours(this.register.year(), formatNumber(measuredHours), formatNumber(plannedHours), unmeasured),
      reviewsDue === 0 ? '' : t.leadDue(reviewsDue),
    ].join(' ');
  });
  protected readonly words = computed<RegisterWords>(() => ({
    ...processLabels(),
    path: '/processes',
    lead: this.lead(),
  }));
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = processLabels();
    return [
      filterBy('stage', t.stage, PROCESS_STAGES, t.stages),
      filterBy('isInHouse', t.inHouseFilter, ['true', 'false'], t.inHouses),
    ];
  });
  protected readonly shape = computed<RecordTableShape<ProcessRow>>(() => {
    const t = processLabels();
    return {
      caption: t.list,
      nameHead: t.process,
      name: ({ name }) => name,
      link: ({ id }) => ['/processes', id],
      under: (row) => ownerText(row),
      columns: [
        { head: t.stage, kind: 'look', of: stageLook },
        {
          head: t.builtBy,
          kind: 'text',
          of: ({ builtBy }) => builtBy || '–',
          under: ({ isInHouse }) => listed(isInHouse && t.inHouses.true),
          isWideOnly: true,
        },
        { head: t.planned, kind: 'number', of: ({ plannedHours }) => plannedHours },
        { head: t.measured(this.register.year()), kind: 'number', of: ({ measuredHours }) => measuredHours },
        { head: t.review, kind: 'text', of: reviewText },
      ],
    };
  });
}
