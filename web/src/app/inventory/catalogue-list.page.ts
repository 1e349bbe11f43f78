import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import {
  SERVICE_PATHS,
  SERVICE_REACHES,
  type ServicePage,
  type ServiceRow,
} from '@etatlotse/contracts/inventory/plain';
import { SERVICE_SOLUTIONS, SERVICE_TASKS } from '@etatlotse/domain/inventory';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { reachLook, ticksText } from './catalogue-look';
import { catalogueLabels } from './catalogue.labels';
import { listed, ownerText, shareText } from './record-look';
import { RegisterList, type RegisterWords } from './register-list';
import { filterBy, openRegister, type RegisterFilter } from './register-view';

/** The catalogue of services: how many are online, how many from end to end, and what a case costs. */
@Component({
  selector: 'et-catalogue-list-page',
  imports: [RegisterList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list [words]="words()" [register]="register" [shape]="shape()" [filters]="filters()" />`,
})
export class CatalogueListPage {
  protected readonly register = openRegister<ServiceRow, ServicePage>(SERVICE_PATHS.services, [
    'reach',
    'task',
    'solution',
  ]);

  protected readonly words = computed<RegisterWords>(() => {
    const t = catalogueLabels();
    return { ...t, path: '/services', lead: this.lead() };
  });
  private readonly lead = computed(() => {
    const totals = this.register.list.first()?.totals;
    const t = catalogueLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { count, online, endToEnd, undecided, uncounted, onlineBasisPoints, cases } = totals;
    return [
      t.lead(formatNumber(online), formatNumber(count), formatNumber(endToEnd)),
      onlineBasisPoints === null
        ? ''
        : t.leadShare(this.register.year(), shareText(onlineBasisPoints), formatNumber(cases)),
      uncounted === 0 ? '' : t.leadUncounted(uncounted),
      undecided === 0 ? '' : t.leadUndecided(undecided),
    ].join(' ');
  });
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = catalogueLabels();
    return [
      filterBy('reach', t.reach, SERVICE_REACHES, t.reaches),
      filterBy('task', t.task, SERVICE_TASKS, t.tasks),
      filterBy('solution', t.solution, SERVICE_SOLUTIONS, t.solutions),
    ];
  });
  protected readonly shape = computed<RecordTableShape<ServiceRow>>(() => {
    const t = catalogueLabels();
    const year = this.register.year();
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
