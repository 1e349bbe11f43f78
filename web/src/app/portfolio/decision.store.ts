import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import {
  type Decision,
  type DecisionAnswer,
  fromDecisionAnswer,
  PORTFOLIO_PATHS,
  type ProposalAnswer,
  type RankedEntry,
  rankingFromSelection,
  type RunView,
  type Scenario,
  type ScenarioRow,
} from '@etatlotse/contracts/portfolio/plain';
import type { FrameCode } from '@etatlotse/contracts/demand/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { firstEntries, keptEntries, movedTo, viewOf } from './decision-look';
import { PortfolioClient } from './portfolio.client';

const ASK_EVERY_MS = 500;
const SEARCH = { gapBasisPoints: 50, seconds: 10 };

/** What is shown of the ranking. */
export interface DecisionFilter {
  readonly frame: FrameCode | null;
  readonly kind: 'all' | 'run' | 'change' | 'mandatory';
  readonly words: string;
}

/** A round on its way to a decision: the ranking as it stands in the page, its proposal and its scenarios. */
@Injectable()
export class DecisionStore {
  private readonly client = inject(PortfolioClient);
  private readonly read = httpResource<Decision>(() => PORTFOLIO_PATHS.current, {
    parse: (answer) => fromDecisionAnswer(answer as DecisionAnswer),
  });
  /** Known once the decision is there, so that nothing else is asked for before it. */
  readonly roundId = computed(() => this.decision()?.roundId ?? null);
  private readonly kept = httpResource<readonly ScenarioRow[]>(() => {
    const id = this.roundId();
    return id === null ? undefined : PORTFOLIO_PATHS.scenarios(id);
  });

  readonly decision = computed(() => (this.read.hasValue() ? this.read.value() : null));
  readonly failure = computed(() => {
    const error = this.read.error();
    return error ? problemOf(error) : null;
  });
  readonly hasNoRound = computed(() => this.failure()?.code === 'NOT_FOUND');
  readonly scenarios = computed(() => (this.kept.hasValue() ? this.kept.value() : []));

  readonly isChanged = signal(false);
  /** The ranking as it stands. Read anew, it keeps what somebody has moved; else it begins from points and duties. */
  readonly entries = linkedSignal<Decision | null, readonly RankedEntry[]>({
    source: this.decision,
    computation: (decision, before) => {
      if (decision === null) return [];
      return before !== undefined && untracked(this.isChanged)
        ? keptEntries(decision, before.value)
        : firstEntries(decision);
    },
  });
  readonly view = computed(() => {
    const decision = this.decision();
    return decision === null ? null : viewOf(decision, this.entries());
  });
  readonly filter = signal<DecisionFilter>({ frame: null, kind: 'all', words: '' });
  readonly rows = computed(() => {
    const { frame, kind, words } = this.filter();
    const asked = words.trim().toLocaleLowerCase();
    return (this.view()?.rows ?? []).filter(({ demand }) => {
      if (frame !== null && demand.frame !== frame) return false;
      if (kind === 'mandatory' ? !demand.isMandatory : kind !== 'all' && demand.runOrChange !== kind) return false;
      return asked === '' || `${demand.number} ${demand.title} ${demand.unitCode}`.toLocaleLowerCase().includes(asked);
    });
  });

  readonly answer = signal<ProposalAnswer | null>(null);
  readonly running = signal<RunView | null>(null);
  readonly compared = signal<readonly Scenario[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly ask = command((roundId: string) => this.client.propose(roundId, this.wishes()));
  private readonly begin = command((roundId: string) => this.client.search(roundId, this.wishes(), SEARCH));
  private readonly stopRun = command((jobId: string) => this.client.stop(jobId));
  private readonly look = command((id: string) => this.client.run(id));
  private readonly fetch = command((id: string) => this.client.scenario(id));
  readonly keep = command((name: string, note: string) =>
    this.client.saveNew(this.roundId() ?? '', { name, note, ...this.columns() }),
  );
  readonly problem = computed(() => this.ask.problem() ?? this.begin.problem() ?? this.look.problem());

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  move(id: string, place: number): void {
    this.change((entries) => movedTo(entries, id, place));
  }

  toggle(id: string): void {
    this.change((entries) => entries.map((entry) => (entry.id === id ? { ...entry, isIn: !entry.isIn } : entry)));
  }

  begins(id: string, startYear: number): void {
    this.change((entries) => entries.map((entry) => (entry.id === id ? { ...entry, startYear } : entry)));
  }

  reset(): void {
    const decision = this.decision();
    if (decision === null) return;
    this.entries.set(firstEntries(decision));
    this.isChanged.set(false);
  }

  /** A first proposal at once; then the search for the best one goes on behind it. */
  async propose(): Promise<void> {
    const roundId = this.roundId();
    if (roundId === null) return;
    const first = await this.ask.run(roundId);
    if (first !== null) this.answer.set(first);
    const started = await this.begin.run(roundId);
    if (started === null) return;
    this.running.set({ ...started, state: 'running', value: null, bound: null, seconds: 0, answer: null });
    this.watch(started.id);
  }

  async stop(): Promise<void> {
    const run = this.running();
    if (run !== null) await this.stopRun.run(run.jobId);
  }

  takeOver(): void {
    const proposal = this.answer()?.proposal;
    if (!proposal) return;
    const selection = new Map(proposal.demandIds.map((id, at) => [id, proposal.startYears[at] ?? 0]));
    this.change((entries) => rankingFromSelection(entries, selection));
  }

  async save(name: string, note: string): Promise<boolean> {
    const saved = await this.keep.run(name, note);
    if (saved === null) return false;
    this.kept.reload();
    this.isChanged.set(false);
    return true;
  }

  async open(id: string): Promise<void> {
    const scenario = await this.fetch.run(id);
    if (scenario !== null) this.change((entries) => entriesOf(scenario, entries));
  }

  async compare(id: string): Promise<void> {
    if (this.compared().some((one) => one.id === id)) {
      this.compared.update((all) => all.filter((one) => one.id !== id));
      return;
    }
    const scenario = await this.fetch.run(id);
    if (scenario !== null) this.compared.update((all) => [...all, scenario].slice(-3));
  }

  reload(): void {
    this.read.reload();
  }

  private watch(id: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.lookAt(id), ASK_EVERY_MS);
  }

  private async lookAt(id: string): Promise<void> {
    const run = await this.look.run(id);
    if (run === null) return;
    if (run.state === 'running') {
      this.running.set(run);
      this.watch(id);
      return;
    }
    this.running.set(null);
    if (run.answer !== null) this.answer.set(run.answer);
  }

  private change(work: (entries: readonly RankedEntry[]) => RankedEntry[]): void {
    this.entries.update(work);
    this.isChanged.set(true);
  }

  /** What was taken out by hand stays out of every proposal. */
  private wishes(): { out: string[]; mustBeIn: string[] } {
    return { out: this.entries().flatMap(({ id, isIn }) => (isIn ? [] : [id])), mustBeIn: [] };
  }

  private columns(): { demandIds: string[]; isIn: boolean[]; startYears: number[] } {
    const entries = this.entries();
    return {
      demandIds: entries.map(({ id }) => id),
      isIn: entries.map(({ isIn }) => isIn),
      startYears: entries.map(({ startYear }) => startYear),
    };
  }
}

/** A scenario as a ranking of today: what came since stands at its end, taken out. */
export function entriesOf(scenario: Scenario, today: readonly RankedEntry[]): RankedEntry[] {
  const known = new Map(today.map((entry) => [entry.id, entry]));
  const kept = scenario.demandIds.flatMap((id, at): RankedEntry[] => {
    const entry = known.get(id);
    if (entry === undefined) return [];
    return [{ ...entry, isIn: scenario.isIn[at] ?? false, startYear: scenario.startYears[at] ?? entry.startYear }];
  });
  const seen = new Set(kept.map(({ id }) => id));
  return [...kept, ...today.filter(({ id }) => !seen.has(id)).map((entry) => ({ ...entry, isIn: false }))];
}
