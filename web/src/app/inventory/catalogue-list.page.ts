import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { SERVICE_PATHS, type ServicePage, type ServiceRow } from '@etatlotse/contracts/inventory/plain';
import { SERVICE_SOLUTIONS, SERVICE_TASKS } from '@etatlotse/domain/inventory';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { reachLook, reachOptions, ticksText } from './catalogue-look';
import { catalogueLabels } from './catalogue.labels';
import { listed, ownerText, shareText } from './record-look';
import { type RegisterFilter, RegisterList, type RegisterWords } from './register-list';

/** The catalogue of services: how many are online, how many from end to end, and what a case costs. */
@Component({
  selector: 'et-catalogue-list-page',
  imports: [RegisterList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list
    [words]="words()"
    [list]="list"
    [shape]="shape()"
    [filters]="filters()"
    [view]="{ q: q(), unit: unit(), task: task(), solution: solution(), reach: reach() }"
  />`,
})
export class CatalogueListPage {
  readonly q = input<string>();
  readonly unit = input<string>();
  readonly task = input<string>();
  readonly solution = input<string>();
  readonly reach = input<string>();
  private readonly year = inject(FiscalYear).year;
  protected readonly list = paged<ServiceRow, ServicePage>(SERVICE_PATHS.services, () =>
    query({
      fiscalYear: this.year(),
      q: this.q(),
      unitId: this.unit(),
      task: this.task(),
      solution: this.solution(),
      reach: this.reach(),
    }),
  );

  protected readonly words = computed<RegisterWords>(() => {
    const t = catalogueLabels();
    return { ...t, path: '/services', lead: this.lead() };
  });
  private readonly lead = computed(() => {
    const totals = this.list.first()?.totals;
    const t = catalogueLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { count, online, endToEnd, undecided, uncounted, onlineBasisPoints, cases } = totals;
    return [
      t.lead(formatNumber(online), formatNumber(count), formatNumber(endToEnd)),
      onlineBasisPoints === null ? '' : t.leadShare(this.year(), shareText(onlineBasisPoints), formatNumber(cases)),
      uncounted === 0 ? '' : t.leadUncounted(uncounted),
      undecided === 0 ? '' : t.leadUndecided(undecided),
    ].join(' ');
  });
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = catalogueLabels();
    return [
      { name: 'reach', label: t.reach, options: reachOptions() },
      { name: 'task', label: t.task, options: SERVICE_TASKS.map((value) => ({ value, label: t.tasks[value] })) },
      {
        name: 'solution',
        label: t.solution,
        options: SERVICE_SOLUTIONS.map((value) => ({ value, label: t.solutions[value] })),
      },
    ];
  });
  protected readonly shape = computed<RecordTableShape<ServiceRow>>(() => {
    const t = catalogueLabels();
    const year = this.year();
    return {
      caption: t.list,
      nameHead: t.service,
      name: ({ name }) => name,
      link: ({ id }) => ['/services', id],
      under: (row) => listed(ownerText(row), t.tasks[row.task]),
      columns: [
        {
          head: t.reach,
          kind: 'look',
          of: reachLook,
          under: (row) => listed(t.maturity(row.maturity), ticksText(row)),
        },
        {
          head: t.solution,
          kind: 'text',
          of: ({ solution }) => (solution === null ? t.undecided : t.solutions[solution]),
          under: ({ fundingEndsOn }) => (fundingEndsOn === null ? '' : t.fundingEnds(formatDate(fundingEndsOn))),
        },
        { head: t.cases(year), kind: 'number', of: ({ cases }) => cases },
        {
          head: t.share,
          kind: 'number',
          of: ({ onlineBasisPoints }) => (onlineBasisPoints === null ? null : shareText(onlineBasisPoints)),
        },
        { head: t.running(year), kind: 'amount', of: ({ runningCents }) => runningCents, isWideOnly: true },
        { head: t.perCase, kind: 'amount', of: ({ costPerCaseCents }) => costPerCaseCents },
      ],
    };
  });
}
