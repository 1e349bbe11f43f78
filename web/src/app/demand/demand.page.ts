import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DecideReview, TakeDemandStep } from '@etatlotse/contracts/demand';
import {
  type Demand,
  DEMAND_PATHS,
  type DemandEvent,
  type DemandLink,
  type DemandStep,
  FRAME_CODES,
  type FrameCode,
  type ReviewerDesk,
} from '@etatlotse/contracts/demand/plain';
import { frameLabels } from '../platform/frame.labels';
import { networkLabels } from '../platform/network.labels';
import { formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatDate, formatDateTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { type Fact, Facts } from '../ui/facts/facts';
import { TextField } from '../ui/field/text-field';
import { FileDrop } from '../ui/file-drop/file-drop';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { STATE_LOOKS } from './demand-look';
import { DemandCosts } from './demand-costs';
import { DemandDesks } from './demand-desks';
import { demandPageLabels } from './demand-page.labels';
import { DemandResult } from './demand-result';
import { DemandReviewForm } from './demand-review-form';
import { DemandStepForm } from './demand-step-form';
import { DemandTimeline } from './demand-timeline';
import { demandLabels } from './demand.labels';
import { DemandStore } from './demand.store';

/** Steps that lead on; the others stand behind them. */
const FORWARD: readonly DemandStep[] = ['submit', 'determine', 'deliberate'];
/** Decided on the page that shows money and people of the whole round. */
const DECIDED_TOGETHER: readonly DemandStep[] = ['plan', 'adopt'];

/** One demand: its way, what the desks say, what it costs, and everything that happened. */
@Component({
  selector: 'et-demand-page',
  imports: [
    Button,
    Choice,
    DemandCosts,
    DemandDesks,
    DemandResult,
    DemandReviewForm,
    DemandStepForm,
    DemandTimeline,
    Dialog,
    Facts,
    Failure,
    FileDrop,
    Icon,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Tag,
    TextField,
  ],
  providers: [DemandStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand.page.html',
})
export class DemandPage {
  readonly demandId = input.required<string>();
  protected readonly store = inject(DemandStore);
  private readonly router = inject(Router);
  protected readonly t = demandPageLabels;
  protected readonly words = demandLabels;
  protected readonly frames = frameLabels;
  protected readonly looks = STATE_LOOKS;
  protected readonly date = formatDate;
  protected readonly instant = formatDateTime;
  protected readonly step = signal<DemandStep | null>(null);
  protected readonly desk = signal<ReviewerDesk | null>(null);
  protected readonly asksFrame = signal(false);
  protected readonly remark = signal('');

  protected readonly crumbs = computed(() => {
    const demand = this.store.demand();
    return [
      { label: demandLabels().title, link: ['/demands'] },
      ...(demand === null ? [] : [{ label: demandLabels().number(demand.number) }]),
    ];
  });
  protected readonly lead = computed(() => {
    const demand = this.store.demand();
    if (demand === null) return '';
    const words = demandLabels();
    const cost = demand.costs
      .filter(({ fiscalYear }) => fiscalYear >= demand.firstYear && fiscalYear <= demand.lastYear)
      .reduce((sum, { grossCents }) => sum + grossCents, 0);
    return [
      demand.waitsFor === null || demand.dueOn === null
        ? this.t().leadEnd
        : this.t().leadDue(words.phases[demand.waitsFor], formatDate(demand.dueOn)),
      this.t().leadCost(words.years(demand.firstYear, demand.lastYear), formatWholeEuro(cost)),
    ].join(' ');
  });
  protected readonly steps = computed(() => {
    const offers = (this.store.demand()?.steps ?? [])
      .map(({ step }) => step)
      .filter((step) => !DECIDED_TOGETHER.includes(step));
    return [...offers].sort((first, second) => Number(FORWARD.includes(second)) - Number(FORWARD.includes(first)));
  });
  protected readonly review = computed(
    () => this.store.demand()?.reviews.find(({ desk }) => desk === this.desk()) ?? null,
  );
  protected readonly frameOptions = computed(() =>
    FRAME_CODES.map((value) => ({ value, label: frameLabels().names[value] })),
  );
  protected readonly facts = computed((): readonly Fact[] => {
    const demand = this.store.demand();
    return demand === null ? [] : this.factsOf(demand);
  });

  constructor() {
    effect(() => this.store.id.set(this.demandId()));
  }

  protected isForward(step: DemandStep): boolean {
    return FORWARD.includes(step);
  }

  protected ask(step: DemandStep): void {
    this.store.errand.clear();
    this.step.set(step);
  }

  protected async take(body: TakeDemandStep): Promise<void> {
    if (await this.store.send({ kind: 'step', body })) this.step.set(null);
  }

  protected async decide(body: DecideReview): Promise<void> {
    const desk = this.desk();
    if (desk !== null && (await this.store.send({ kind: 'review', desk, body }))) this.desk.set(null);
  }

  protected async setFrame(frame: string | null, version: number): Promise<void> {
    if (frame === null) return;
    if (await this.store.send({ kind: 'frame', frame: frame as FrameCode, version })) this.asksFrame.set(false);
  }

  protected async say(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.remark().trim();
    if (text !== '' && (await this.store.send({ kind: 'remark', text }))) this.remark.set('');
  }

  protected async attach(files: readonly File[]): Promise<void> {
    for (const file of files) if (!(await this.store.send({ kind: 'attach', file }))) return;
  }

  protected async copy(roundId: string): Promise<void> {
    const made = await this.store.copying.run(this.demandId(), roundId);
    if (made !== null) await this.router.navigate(['/demands', made.id, 'edit'], { queryParamsHandling: 'preserve' });
  }

  protected fileOf(id: string, attachmentId: string): string {
    return DEMAND_PATHS.attachment(id, attachmentId);
  }

  protected linkText({ direction, kind, number, title }: DemandLink): string {
    const how = direction === 'to' ? demandLabels().dependencies[kind] : this.t().linkFrom[kind];
    return `${how} ${demandLabels().number(number)} ${title ?? this.t().hiddenLink}`;
  }

  protected eventText({ kind, detail }: DemandEvent): string {
    const words = demandLabels();
    const desk = detail['desk'];
    const name = this.t().events[kind] ?? words.steps[kind as DemandStep] ?? kind;
    return typeof desk === 'string' ? `${words.desks[desk as ReviewerDesk]}: ${name}` : name;
  }

  private factsOf(demand: Demand): Fact[] {
    const [t, words] = [this.t(), demandLabels()];
    const start = [demand.earliestStartYear, demand.latestStartYear].filter((year) => year !== null);
    const occurrence =
      demand.occurrence === 'foreseeable' && demand.probabilityPercent !== null && demand.earliestOn !== null
        ? t.foreseeable(demand.probabilityPercent, formatDate(demand.earliestOn))
        : demand.occurrence === null
          ? null
          : words.occurrences[demand.occurrence];
    const reason = demand.reason === null ? null : words.reasons[demand.reason];
    const deadline = demand.reasonDeadline === null ? '' : words.dueBy(formatDate(demand.reasonDeadline));
    return [
      { term: t.unit, text: `${demand.unit.code} ${demand.unit.name}` },
      ...(demand.sheetNote === '' ? [] : [{ term: t.fromSheet, text: demand.sheetNote }]),
      { term: t.owner, text: demand.owner.name },
      { term: t.drafted, text: demand.createdByName },
      ...(demand.submittedByName === null ? [] : [{ term: t.submitted, text: demand.submittedByName }]),
      { term: t.kind, text: demand.runOrChange === null ? null : words.kinds[demand.runOrChange] },
      { term: t.occurrence, text: occurrence },
      {
        term: t.reason,
        text: reason === null ? null : [reason, demand.reasonBasis, deadline].filter((part) => part !== '').join(', '),
      },
      { term: t.class, text: demand.serviceClass === null ? null : words.classes[demand.serviceClass] },
      { term: t.zone, text: demand.networkZone === null ? null : networkLabels().zones[demand.networkZone] },
      { term: t.frame, text: demand.frame === null ? null : frameLabels().names[demand.frame] },
      { term: t.start, text: start.length === 0 ? null : [...new Set(start)].join(' bis ') },
      { term: t.source, text: words.sources[demand.source] },
      ...(demand.papers.length === 0
        ? []
        : [{ term: t.papers, text: demand.papers.map((paper) => `DS ${paper}`).join(', ') }]),
      ...(demand.deliberatedOn === null
        ? []
        : [{ term: t.deliberated, text: `${formatDate(demand.deliberatedOn)}: ${demand.deliberation}` }]),
    ];
  }
}
