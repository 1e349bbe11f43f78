import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { ScenarioRow, WhatIfGoLive } from '@etatlotse/contracts/capacity/plain';
import { FiscalYear } from '../platform/fiscal-year';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { Select } from '../ui/choice/choice';
import { formatDate, formatMonthName } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Slider } from '../ui/slider/slider';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Unknown } from '../ui/unknown/unknown';
import { ScenarioList } from './scenario-list';
import {
  backlogChart,
  compareColumns,
  compareRows,
  type CompareRow,
  fteChart,
  isTurned,
  leadOf,
  type Lever,
  leversOf,
} from './what-if-look';
import { whatIfLabels } from './what-if.labels';
import { NOTHING_TURNED, type Turned, WhatIfStore } from './what-if.store';

const HUNDRED = 100;

/** A question of a unit: sliders on one side, what follows on the other, kept as a scenario if somebody wants it. */
@Component({
  selector: 'et-what-if-page',
  imports: [
    ...[
      Amount,
      Button,
      Chart,
      ChartKeys,
      Empty,
      Failure,
      Loading,
      Notice,
      PageHead,
      RecordTable,
      ScenarioList,
      Select,
      Slider,
      Stand,
    ],
    Unknown,
  ],
  providers: [WhatIfStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './what-if.page.html',
})
export class WhatIfPage {
  /** Of the address: so that a link shows what its sender saw. */
  readonly unit = input<string>();
  readonly from = input<string>();
  readonly volume = input<string>();
  readonly minutes = input<string>();
  readonly posts = input<string>();
  readonly slip = input<string>();
  readonly milestone = input<string>();
  protected readonly store = inject(WhatIfStore);
  protected readonly fiscalYear = inject(FiscalYear);
  private readonly router = inject(Router);
  protected readonly t = whatIfLabels;
  protected readonly euro = formatEuro;
  protected readonly number = formatNumber;

  protected readonly units = computed(() =>
    this.store.units().map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
  protected readonly months = computed(() =>
    Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: formatMonthName(at + 1) })),
  );
  protected readonly milestones = computed(() =>
    (this.store.answer()?.goLives ?? [])
      .filter(({ goLive }) => !goLive.isReached)
      .map(({ task, goLive }) => ({ value: goLive.milestoneId, label: `${goLive.milestone} (${task})` }))
      .filter((one, at, all) => all.findIndex(({ value }) => value === one.value) === at),
  );
  protected readonly question = computed(() => {
    const unit = this.store.answer()?.unit.name;
    return unit === undefined ? this.t().questionPlain : this.t().question(unit, this.store.year());
  });
  protected readonly lead = computed(() => {
    const answer = this.store.answer();
    return answer === null ? '' : leadOf(answer, this.store.turned());
  });
  /** The first go-live where all of them lie after the year: moving them changes nothing here, and one should know. */
  protected readonly laterStart = computed(() => {
    const starts = (this.store.answer()?.goLives ?? []).map(({ askedGoLiveOn }) => askedGoLiveOn).sort();
    const [first] = starts;
    const year = Number(first?.slice(0, 4));
    return first !== undefined && year > this.store.year() ? { day: formatDate(first), year } : null;
  });
  protected readonly levers = computed(() => leversOf(this.milestones().length > 0));
  protected readonly isTurned = computed(() => isTurned(this.store.turned()));
  protected readonly fte = computed(() => this.chartOf(fteChart));
  protected readonly backlog = computed(() => this.chartOf(backlogChart));
  protected readonly compared = computed(() => {
    const answer = this.store.answer();
    return answer === null ? [] : compareRows(answer);
  });
  protected readonly compareShape = computed<RecordTableShape<CompareRow>>(() => ({
    caption: this.t().compare,
    nameHead: this.t().row,
    name: ({ name }) => name,
    link: () => null,
    columns: compareColumns(),
  }));
  protected readonly valueFinding = computed(() => {
    const released = this.store.answer()?.released;
    if (released === undefined) return '';
    const say = released.runRateFte < 0 ? this.t().valueFindingMore : this.t().valueFinding;
    const size = (fte: number): string => formatFte(released.runRateFte < 0 ? -fte : fte, 2);
    return say(size(released.yearFte), size(released.runRateFte));
  });
  protected readonly rates = computed(() => {
    const rates = this.store.answer()?.rates ?? null;
    if (rates === null) return this.t().ratesNone;
    const said = this.t().rates(
      formatEuro(Math.round(rates.hourlyRateCents)),
      formatEuro(Math.round(rates.personnelCents)),
      rates.grades.join(', '),
    );
    return rates.missingGrades.length === 0 ? said : `${said} ${this.t().ratesMissing(rates.missingGrades.join(', '))}`;
  });
  protected readonly goLiveShape = computed<RecordTableShape<WhatIfGoLive>>(() => ({
    caption: this.t().goLives,
    nameHead: this.t().task,
    name: ({ task }) => task,
    link: () => null,
    under: ({ goLive }) => goLive.project?.name ?? '',
    columns: [
      { head: this.t().milestone, kind: 'text', of: ({ goLive }) => goLive.milestone },
      {
        head: this.t().planned,
        kind: 'text',
        of: ({ goLive }) => formatDate(goLive.goLiveOn) + (goLive.isReached ? `, ${this.t().reached}` : ''),
      },
      { head: this.t().askedOn, kind: 'text', of: ({ askedGoLiveOn }) => formatDate(askedGoLiveOn) },
      {
        head: `${this.t().operationFte} (${this.t().postsUnit})`,
        kind: 'number',
        of: ({ goLive }) =>
          goLive.operationFteHundredths === null ? null : formatNumber(goLive.operationFteHundredths / HUNDRED, 2),
      },
    ],
  }));

  constructor() {
    effect(() => {
      const numberOf = (text: string | undefined, usual: number): number =>
        text === undefined || text === '' || !Number.isInteger(Number(text)) ? usual : Number(text);
      this.store.unitId.set(this.unit() ?? null);
      this.store.turned.set({
        fromMonth: numberOf(this.from(), NOTHING_TURNED.fromMonth),
        volumePercent: numberOf(this.volume(), NOTHING_TURNED.volumePercent),
        minutesPercent: numberOf(this.minutes(), NOTHING_TURNED.minutesPercent),
        postFteHundredths: numberOf(this.posts(), NOTHING_TURNED.postFteHundredths),
        slipMonths: numberOf(this.slip(), NOTHING_TURNED.slipMonths),
        milestoneId: this.milestone() ?? null,
      });
    });
  }

  /** A lever is moved: the answer follows at once, the address once the hand has left it. */
  protected turn(change: Partial<Turned>): void {
    this.store.turned.update((turned) => ({ ...turned, ...change }));
  }

  protected turnOne(field: Lever['field'], value: number): void {
    this.turn({ [field]: value });
  }

  protected settle(change: Partial<Turned> = {}): void {
    this.turn(change);
    void this.show(this.store.turned());
  }

  protected chooseUnit(unit: string | null): void {
    void this.router.navigate([], { queryParams: { unit, milestone: null }, queryParamsHandling: 'merge' });
  }

  protected reset(): void {
    void this.show(NOTHING_TURNED);
  }

  protected open({ levers }: ScenarioRow): void {
    void this.show(levers, { unit: levers.unitId, year: levers.fiscalYear });
  }

  protected lastOperation(months: readonly (number | null)[]): string | null {
    const last = months.at(-1) ?? null;
    return last === null ? null : formatFte(last, 2);
  }

  private chartOf<Drawn>(draw: (answer: NonNullable<ReturnType<WhatIfStore['answer']>>) => Drawn | null): Drawn | null {
    const answer = this.store.answer();
    return answer === null ? null : draw(answer);
  }

  private show(turned: Turned, place: Readonly<Record<string, string | number>> = {}): Promise<boolean> {
    const changed = (value: number, usual: number): number | null => (value === usual ? null : value);
    const queryParams = {
      ...place,
      from: changed(turned.fromMonth, NOTHING_TURNED.fromMonth),
      volume: changed(turned.volumePercent, NOTHING_TURNED.volumePercent),
      minutes: changed(turned.minutesPercent, NOTHING_TURNED.minutesPercent),
      posts: changed(turned.postFteHundredths, NOTHING_TURNED.postFteHundredths),
      slip: changed(turned.slipMonths, NOTHING_TURNED.slipMonths),
      milestone: turned.milestoneId,
    };
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
