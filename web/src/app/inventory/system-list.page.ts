import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import {
  SYSTEM_PATHS,
  type SystemPage,
  type SystemProposalPage,
  type SystemProposalRow,
  type SystemRow,
} from '@etatlotse/contracts/inventory/plain';
import { SERVICE_CLASSES } from '@etatlotse/domain/budget';
import { SYSTEM_CRITICALITIES, SYSTEM_STATES } from '@etatlotse/domain/inventory';
import { query } from '../platform/api';
import { formatCents, formatNumber, formatWholeEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { listed, ownerText, shareText } from './record-look';
import { RegisterList, type RegisterWords } from './register-list';
import { filterBy, openRegister, type RegisterFilter } from './register-view';
import { supportLook } from './system-look';
import { systemLabels } from './system.labels';

/** Systems: which have to be renewed soon, which demands follow, and what goes into security. */
@Component({
  selector: 'et-system-list-page',
  imports: [RecordTable, RegisterList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list [words]="words()" [register]="register" [shape]="shape()" [filters]="filters()">
    @if (proposals(); as page) {
      @if (page.rows.length > 0) {
        <section class="et-panel">
          <h2>{{ t().proposals }}</h2>
          <et-record-table [shape]="proposalShape()" [rows]="page.rows" />
        </section>
      }
    }
  </et-register-list>`,
})
export class SystemListPage {
  protected readonly t = systemLabels;
  protected readonly register = openRegister<SystemRow, SystemPage>(SYSTEM_PATHS.systems, [
    'serviceClass',
    'criticality',
    'state',
    'isEnding',
  ]);
  private readonly proposed = httpResource<SystemProposalPage>(() => ({
    url: SYSTEM_PATHS.proposals,
    params: query({ fiscalYear: this.register.year(), limit: 100 }),
  }));
  protected readonly proposals = computed(() => (this.proposed.hasValue() ? this.proposed.value() : null));

  private readonly lead = computed(() => {
    const totals = this.register.list.first()?.totals;
    const t = systemLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { count, supportEnding, securityCents, yearCents, withoutCost, withoutShare } = totals;
    return [
      t.lead(formatNumber(count), supportEnding),
      t.leadSecurity(this.register.year(), formatWholeEuro(securityCents), formatWholeEuro(yearCents)),
      withoutCost + withoutShare === 0 ? '' : t.leadUnknown(withoutCost, withoutShare),
    ].join(' ');
  });
  protected readonly words = computed<RegisterWords>(() => ({
    ...systemLabels(),
    path: '/systems',
    lead: this.lead(),
  }));
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = systemLabels();
    return [
      filterBy('serviceClass', t.serviceClass, SERVICE_CLASSES, t.serviceClasses),
      filterBy('criticality', t.criticality, SYSTEM_CRITICALITIES, t.criticalities),
      filterBy('state', t.state, SYSTEM_STATES, t.states),
      filterBy('isEnding', t.ending, ['true'], t.endings),
    ];
  });
  protected readonly shape = computed<RecordTableShape<SystemRow>>(() => {
    const t = systemLabels();
    const totals = this.register.list.first()?.totals;
    return {
      caption: t.list,
      nameHead: t.system,
      name: ({ name }) => name,
      link: ({ id }) => ['/systems', id],
      under: (row) => listed(row.vendor, ownerText(row), t.serviceClasses[row.serviceClass]),
      columns: [
        { head: t.support, kind: 'look', of: supportLook },
        { head: t.criticality, kind: 'text', of: ({ criticality }) => t.criticalities[criticality], isWideOnly: true },
        { head: t.state, kind: 'text', of: ({ state }) => t.states[state], isWideOnly: true },
        {
          head: t.share,
          kind: 'number',
          of: ({ securityBasisPoints }) => (securityBasisPoints === null ? null : shareText(securityBasisPoints)),
        },
        {
          head: t.cost(this.register.year()),
          kind: 'amount',
          of: ({ yearCents }) => yearCents,
          sum: totals === undefined ? '' : t.plusUnknown(formatCents(totals.yearCents), totals.withoutCost),
        },
      ],
      sumHead: t.sum,
    };
  });
  protected readonly proposalShape = computed<RecordTableShape<SystemProposalRow>>(() => {
    const t = systemLabels();
    const totals = this.proposals()?.totals;
    return {
      caption: t.proposals,
      nameHead: t.system,
      name: ({ title }) => title,
      link: ({ systemId }) => ['/systems', systemId],
      columns: [
        { head: t.year, kind: 'text', of: ({ fiscalYear }) => String(fiscalYear) },
        {
          head: t.reason,
          kind: 'text',
          of: ({ reason, norm }) => listed(t.reasons[reason], norm),
          under: ({ dueOn, isOverdue }) => listed(formatDate(dueOn), isOverdue && t.overdue),
        },
        {
          head: t.proposalAmount,
          kind: 'amount',
          of: ({ amountCents }) => amountCents,
          sum: totals === undefined ? '' : t.plusUnknown(formatCents(totals.knownCents), totals.unknown),
        },
      ],
      sumHead: t.sum,
    };
  });
}
