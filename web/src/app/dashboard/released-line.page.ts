import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import {
  type Snapshot,
  SNAPSHOT_PATHS,
  type SnapshotBooking,
  type SnapshotLineDetail,
} from '@etatlotse/contracts/snapshot/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { AskAbout, AskFigure } from './ask-figure';
import { overviewLabels } from './overview.labels';
import { releasedPartLabels } from './released-parts.labels';
import { releasedLabels } from './released.labels';

/** A line as it was frozen, down to its single bookings. */
@Component({
  selector: 'et-released-line-page',
  imports: [Amount, AskFigure, Button, Facts, Failure, Loading, PageHead, PhoneCards, Scroll],
  providers: [AskAbout],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="question()" [crumbs]="crumbs()">
      @if (detail(); as shown) {
        <p class="et-lead">{{ lead() }}</p>
      }
    </et-page-head>
    @if (failure(); as problem) {
      <et-failure [failure]="problem" (retry)="resource.reload()" />
    } @else if (detail(); as shown) {
      <div class="et-stack">
        <section class="et-panel">
          <h2>{{ t().figures }}</h2>
          <et-facts [facts]="facts()" />
          <dl class="et-facts">
            @for (row of money(); track row.figure) {
              <dt>{{ row.term }}</dt>
              <dd class="et-num">
                {{ row.text }}<et-ask-figure [figure]="row.figure" [what]="shown.line.name + ', ' + row.term" />
              </dd>
            }
          </dl>
        </section>
        <section class="et-panel">
          <h2>{{ t().bookings }}</h2>
          @if (rows().length === 0) {
            <p>{{ t().bookingsNone }}</p>
          } @else {
            <p class="et-finding">{{ t().bookingsFinding(shownCount()) }}</p>
            <et-scroll [label]="t().bookings">
              <table etPhoneCards class="et-table et-cards--pairs">
                <thead>
                  <tr>
                    <th scope="col">{{ t().day }}</th>
                    <th scope="col">{{ t().kind }}</th>
                    <th scope="col">{{ t().document }}</th>
                    <th scope="col" class="n">{{ t().amount }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (row of rows(); track row.id) {
                    <tr>
                      <th scope="row" class="et-num">{{ date(row.bookedOn) }}</th>
                      <td [attr.data-label]="t().kind">{{ words().kinds[row.kind] }}</td>
                      <td [attr.data-label]="t().document">{{ row.documentNumber || '–' }}</td>
                      <td class="n" [attr.data-label]="t().amount"><et-amount [cents]="row.amountCents" /></td>
                    </tr>
                  }
                </tbody>
              </table>
            </et-scroll>
            @if (cursor() !== null) {
              <div class="et-actions et-actions--below">
                <button type="button" etButton="secondary" (click)="showMore()">{{ t().more }}</button>
              </div>
            }
          }
        </section>
      </div>
    } @else {
      <et-loading [lines]="8" />
    }`,
})
export class ReleasedLinePage {
  private readonly about = inject(AskAbout);
  private readonly isMember = inject(SessionStore).has('committee');
  readonly snapshotId = input.required<string>();
  readonly lineId = input.required<string>();
  private readonly http = inject(HttpClient);
  protected readonly words = releasedPartLabels;
  protected readonly t = computed(() => releasedPartLabels().linePage);
  protected readonly date = formatDate;
  private readonly path = computed(() => SNAPSHOT_PATHS.line(this.snapshotId(), this.lineId()));
  protected readonly resource = httpResource<SnapshotLineDetail>(() => this.path());
  private readonly snapshot = httpResource<Snapshot>(() => SNAPSHOT_PATHS.snapshot(this.snapshotId()));
  protected readonly detail = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly later = linkedSignal<SnapshotLineDetail | null, readonly SnapshotLineDetail[]>({
    source: this.detail,
    computation: () => [],
  });
  private readonly pages = computed(() => [this.detail(), ...this.later()].filter((page) => page !== null));
  protected readonly rows = computed((): readonly SnapshotBooking[] =>
    this.pages().flatMap(({ bookings }) => bookings),
  );
  protected readonly shownCount = computed(
    () => `${formatNumber(this.rows().length)}${this.cursor() === null ? '' : '+'}`,
  );
  protected readonly cursor = computed(() => this.pages().at(-1)?.nextCursor ?? null);
  private readonly more = command((cursor: string) =>
    this.http.get<SnapshotLineDetail>(this.path(), { params: { cursor } }),
  );
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  private readonly day = computed(() => (this.snapshot.hasValue() ? formatDate(this.snapshot.value().ledgerAsOf) : ''));
  protected readonly question = computed(() => this.t().question(this.detail()?.line.name ?? ''));
  protected readonly lead = computed(() => {
    const line = this.detail()?.line;
    return line === undefined || this.day() === ''
      ? ''
      : this.t().lead(formatWholeEuro(line.availableCents), formatWholeEuro(line.adjustedCents), this.day());
  });
  protected readonly facts = computed(() => {
    const line = this.detail()?.line;
    if (line === undefined) return [];
    return [
      { term: this.words().line, text: line.number },
      { term: this.words().frame, text: overviewLabels().frames[line.frame] },
      { term: this.t().subBudget, text: line.subBudget },
      { term: this.t().account, text: `${line.account} ${line.accountName}`.trim() },
    ].filter(({ text }) => text !== '');
  });
  protected readonly money = computed(() => {
    const line = this.detail()?.line;
    if (line === undefined) return [];
    const { kinds, adjusted, available } = this.words();
    const row = (key: string, term: string, cents: number) => ({
      figure: `line.${line.lineId}.${key}`,
      term,
      text: formatWholeEuro(cents),
    });
    return [
      row('appropriation', kinds.appropriation, line.appropriationCents),
      row('adjusted', adjusted, line.adjustedCents),
      row('lock', kinds.lock, line.lockCents),
      row('reservation', kinds.reservation, line.reservationCents),
      row('commitment', kinds.commitment, line.commitmentCents),
      row('actual', kinds.actual, line.actualCents),
      row('available', available, line.availableCents),
    ];
  });
  protected readonly crumbs = computed((): readonly Crumb[] => [
    { label: releasedLabels().title, link: ['/dashboard/released'] },
  ]);

  constructor() {
    effect(() => this.about.snapshotId.set(this.isMember ? this.snapshotId() : null));
  }

  protected async showMore(): Promise<void> {
    const after = this.cursor();
    const page = after === null ? null : await this.more.run(after);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }
}
