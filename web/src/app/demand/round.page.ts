import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type DemandState,
  DEMAND_STATES,
  FRAME_CODES,
  type LateDemand,
  type PlanningRound,
  ROUND_PATHS,
  ROUND_PHASES,
  ROUND_STEPS,
  ROUND_WORKFLOW,
  type RoundStep,
} from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { frameLabels } from '../platform/frame.labels';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { BarChart, Tone } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import type { IconName } from '../ui/icon/icons';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { DemandTabs } from './demand-tabs';
import { DemandErrands } from './demand-errand.store';
import { demandListLabels } from './demand-list.labels';
import { demandLabels } from './demand.labels';
import { RoundYears } from './round-years';
import { demandViewLabels } from './demand-view.labels';

/** How firm the money is, from adopted to asked for; hatched is what the four desks have not examined yet. */
const STAGES: readonly { readonly states: readonly DemandState[]; readonly tone: Tone; readonly hatched?: boolean }[] =
  [
    { states: ['adopted'], tone: 'ist' },
    { states: ['planned'], tone: 'obligo' },
    { states: ['deliberated'], tone: 'reserv' },
    { states: ['examined'], tone: 'run' },
    { states: ['determined'], tone: 'run', hatched: true },
    { states: ['submitted'], tone: 'obligo', hatched: true },
  ];

/** The round: dates, what is asked for against each frame, and who is late. */
@Component({
  selector: 'et-round-page',
  imports: [
    Amount,
    Button,
    Chart,
    ChartKeys,
    DemandTabs,
    Dialog,
    Empty,
    Failure,
    Loading,
    Notice,
    PageHead,
    RoundYears,
    RouterLink,
    Scroll,
    TextField,
  ],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round.page.html',
})
export class RoundPage {
  /** Of the address; without one it is the round that is going on. */
  readonly roundId = input<string>();
  private readonly errands = inject(DemandErrands);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  protected readonly t = demandViewLabels;
  protected readonly list = demandListLabels;
  protected readonly words = demandLabels;
  protected readonly frames = frameLabels;
  protected readonly date = formatDate;
  protected readonly resource = httpResource<PlanningRound>(() =>
    this.roundId() === undefined ? `${ROUND_PATHS.rounds}/current` : ROUND_PATHS.round(this.roundId() ?? ''),
  );
  protected readonly round = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly late = paged<LateDemand, Page<LateDemand>>(
    () => (this.round() === null ? '' : ROUND_PATHS.late(this.round()?.id ?? '')),
    () => ({ limit: '20' }),
  );
  protected readonly step = signal<RoundStep | null>(null);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly stepping = this.errands.stepping;

  /** Where to go on from here; the workbook is for those who report, and of the round that is going on. */
  protected readonly links = computed((): readonly { to: string; icon: IconName; label: string }[] => {
    const [t, list, round] = [this.t(), demandListLabels(), this.round()];
    const isCurrent = this.roundId() === undefined && round !== null;
    const mayWrite = round?.mayWrite === true;
    return [
      ...(mayWrite && round.state !== 'closed'
        ? [{ to: `/demands/rounds/${round.id}/edit`, icon: 'edit', label: t.editRound } as const]
        : []),
      ...(isCurrent && this.permissions.has('demand.write')
        ? [{ to: '/demands/excel', icon: 'table_rows', label: list.excel } as const]
        : []),
      ...(mayWrite ? [{ to: '/demands/rounds/new', icon: 'add', label: t.newRound } as const] : []),
    ];
  });

  protected readonly question = computed(() => {
    const round = this.round();
    return this.t().roundQuestion(round === null ? '' : demandLabels().years(round.firstYear, round.lastYear));
  });
  protected readonly lead = computed(() => {
    const round = this.round();
    if (round === null) return '';
    const [t, words] = [this.t(), demandLabels()];
    const state = words.roundStates[round.state];
    return [
      round.phase === null
        ? t.roundOver(state)
        : t.roundLead(state, words.phases[round.phase], formatDate(round.phases[round.phase])),
      round.late === 0 ? t.lateNone : t.roundLate(formatNumber(round.late)),
      ...(round.hidden === 0 ? [] : [words.hidden(formatNumber(round.hidden))]),
    ].join(' ');
  });
  protected readonly phases = computed(() => {
    const round = this.round();
    if (round === null) return [];
    const now = round.phase === null ? ROUND_PHASES.length : ROUND_PHASES.indexOf(round.phase);
    return ROUND_PHASES.map((phase, at) => ({
      phase,
      dueOn: round.phases[phase],
      isDone: at < now,
      isNow: at === now,
      look: at < now ? 'et-demand__way--done' : at === now ? 'et-demand__way--now' : '',
    }));
  });
  protected readonly steps = computed(() => {
    const round = this.round();
    return round?.mayWrite ? ROUND_STEPS.filter((step) => ROUND_WORKFLOW[step].from.includes(round.state)) : [];
  });
  protected readonly plan = computed(() => {
    const round = this.round();
    return FRAME_CODES.flatMap((frame) => {
      const year = round?.frames.find((one) => one.frame === frame && one.fiscalYear === round.firstYear);
      return year === undefined ? [] : [year];
    });
  });
  protected readonly chart = computed((): BarChart | null => {
    const round = this.round();
    if (round === null) return null;
    const [asked, known] = [
      this.plan().reduce((sum, { askedCents }) => sum + askedCents, 0),
      this.plan().reduce((sum, { ceilingCents }) => sum + (ceilingCents ?? 0), 0),
    ];
    return {
      kind: 'bar',
      question: this.t().framesQuestion(round.firstYear),
      sentence: this.t().framesSentence(formatWholeEuro(asked), formatWholeEuro(known)),
      unit: 'cents',
      categories: this.plan().map(({ frame }) => frameLabels().names[frame]),
      isStacked: true,
      isHorizontal: true,
      series: STAGES.map(({ states, tone, hatched }) => ({
        label: demandLabels().states[states[0] ?? 'submitted'],
        tone,
        hatched,
        values: this.plan().map(({ byState }) => states.reduce((sum, state) => sum + (byState[state] ?? 0), 0)),
      })),
    };
  });
  protected readonly counts = computed(() => {
    const round = this.round();
    return DEMAND_STATES.map((state) => ({ state, count: round?.counts[state] ?? 0 }));
  });

  protected count(value: number): string {
    return formatNumber(value);
  }

  protected ask(step: RoundStep): void {
    this.stepping.clear();
    this.reason.set('');
    this.hasTried.set(false);
    this.step.set(step);
  }

  protected needsReason(step: RoundStep): boolean {
    return ROUND_WORKFLOW[step].needsReason;
  }

  protected async take(event: Event): Promise<void> {
    event.preventDefault();
    const [round, step] = [this.round(), this.step()];
    this.hasTried.set(true);
    if (round === null || step === null || (this.needsReason(step) && this.reason().trim() === '')) return;
    const done = await this.stepping.run(round.id, { step, version: round.version, reason: this.reason().trim() });
    if (done === null) return;
    this.step.set(null);
    if (step === 'open') this.toasts.show(this.t().opened(formatNumber(done.proposals ?? 0)));
    this.resource.reload();
    this.late.reload();
  }

  protected async remind(id: string): Promise<void> {
    const done = await this.errands.reminding.run(id);
    if (done !== null) this.toasts.show(this.t().reminded(formatNumber(done.told)));
  }
}
