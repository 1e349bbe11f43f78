import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { SYSTEM_PATHS, type SystemDetail, type SystemServiceRow } from '@etatlotse/contracts/inventory/plain';
import { LineSearch } from '../platform/line-search';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Unknown } from '../ui/unknown/unknown';
import { RecordAsking } from './record-asking';
import { closingFacts, ownerText, paymentFacts, shareText } from './record-look';
import { RecordPageFrame } from './record-page';
import { RecordStore } from './record.store';
import { supportLook } from './system-look';
import { SYSTEM_FORM } from './system-shape';
import { systemLabels } from './system.labels';

/** One system: what it costs, when its support ends, and the demand that follows. */
@Component({
  selector: 'et-system-page',
  imports: [Notice, RecordPageFrame, RecordTable, Unknown],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-record-page
    [title]="t().title"
    path="/systems"
    [look]="look()"
    [lead]="lead()"
    [facts]="facts()"
    [form]="recordForm"
  >
    @if (record(); as one) {
      <section class="et-panel">
        <h2>{{ t().proposal }}</h2>
        @if (one.proposal; as proposal) {
          <et-notice [kind]="proposal.isOverdue ? 'bad' : 'warn'" [heading]="t().proposed(proposal.fiscalYear)">
            <p>{{ reasonText(one) }}</p>
            <p>
              {{ t().amount }}:
              @if (proposal.amountCents === null) {
                <et-unknown />
              } @else {
                {{ euro(proposal.amountCents) }}
              }
            </p>
          </et-notice>
        } @else {
          <p>{{ t().noProposal }}</p>
        }
        @if (one.contractShared > 0 && one.yearlyCents === null) {
          <et-notice kind="info">
            <p>{{ t().shared }}</p>
          </et-notice>
        }
      </section>
      <section class="et-panel">
        <h2>{{ t().services }}</h2>
        <p class="et-finding">{{ hit() }}</p>
        @if (one.services.length > 0) {
          <et-record-table [shape]="serviceShape()" [rows]="one.services" />
        }
      </section>
    }
  </et-record-page>`,
})
export class SystemPage extends RecordAsking<SystemDetail, never> {
  protected readonly address = SYSTEM_PATHS.one;
  protected readonly t = systemLabels;
  protected readonly recordForm = SYSTEM_FORM;
  protected readonly euro = (amount: number): string => formatEuro(amount);
  protected readonly look = computed(() => {
    const system = this.record();
    if (system === null || system.supportEndsOn === null) return null;
    const look = supportLook(system);
    return { ...look, word: this.t().supportLook(look.word) };
  });
  protected readonly lead = computed(() => {
    const [cost, year] = [this.record()?.yearCents ?? null, this.store.year()];
    return cost === null ? this.t().pageUnknown(year) : this.t().pageLead(year, formatEuro(cost));
  });
  protected readonly facts = computed<Fact[]>(() => {
    const system = this.record();
    const t = this.t();
    const year = this.store.year();
    if (system === null) return [];
    const { yearCents, securityBasisPoints, securityCents, supportEndsOn, reason, norm, modernisationCents } = system;
    const amount = (cents: number | null): string | null => (cents === null ? null : formatEuro(cents));
    return [
      { term: t.vendor, text: system.vendor || this.words().none },
      { term: t.serviceClass, text: t.serviceClasses[system.serviceClass] },
      { term: this.words().unit, text: ownerText({ ...system, origin: 'person' }) },
      { term: t.criticality, text: t.criticalities[system.criticality] },
      { term: t.state, text: t.states[system.state] },
      { term: t.support, text: supportEndsOn === null ? t.noSupport : formatDate(supportEndsOn) },
      { term: t.costFact(year), text: amount(yearCents) },
      { term: t.share, text: securityBasisPoints === null ? null : shareText(securityBasisPoints, 2) },
      { term: t.security(year), text: amount(securityCents) },
      { term: t.reason, text: reason === null ? this.words().none : t.reasons[reason] },
      ...(norm === '' ? [] : [{ term: t.norm, text: norm }]),
      ...(reason === null ? [] : [{ term: t.amount, text: amount(modernisationCents) }]),
      ...paymentFacts(system),
      ...closingFacts(system),
    ];
  });

  protected readonly serviceShape = computed<RecordTableShape<SystemServiceRow>>(() => ({
    caption: this.t().services,
    nameHead: this.t().service,
    name: ({ name }) => name,
    link: ({ id }) => ['/services', id],
    under: ({ unit }) => (unit === null ? this.words().wholeCity : `${unit.code} ${unit.name}`),
    columns: [{ head: this.t().casesIn(this.store.year()), kind: 'number', of: ({ cases }) => cases }],
  }));
  /** What the end of its support would hit. */
  protected readonly hit = computed(() => {
    const system = this.record();
    const t = this.t();
    if (system === null || system.services.length === 0) return t.noServices;
    const count = formatNumber(system.services.length);
    const cases = formatNumber(system.services.reduce((sum, one) => sum + (one.cases ?? 0), 0));
    const { supportEndsOn } = system;
    return supportEndsOn === null
      ? t.runs(count, cases, this.store.year())
      : t.hits(formatDate(supportEndsOn), count, cases, this.store.year());
  });

  protected reasonText({ proposal }: SystemDetail): string {
    if (proposal === null) return '';
    const reason = this.t().reasons[proposal.reason];
    const named = proposal.norm === '' ? reason : `${reason} (${proposal.norm})`;
    return this.t().proposalText(named, formatDate(proposal.dueOn));
  }
}
