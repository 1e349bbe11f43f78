import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AdoptPlanVersion, TakePlanStep } from '@etatlotse/contracts/planning';
import { PLANNING_PATHS, type PlanVersionStep } from '@etatlotse/contracts/planning/plain';
import { PLAN_VERSION_STATES } from '@etatlotse/domain/budget';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate, formatDateTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Steps } from '../ui/steps/steps';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { planCompareLabels } from './plan-compare.labels';
import { PlanChangesPanel } from './plan-changes';
import { PlanChangesStore } from './plan-changes.store';
import { PlanCopyRecordPanel } from './plan-copy-record';
import { PlanFindingList } from './plan-findings';
import { PlanHistory } from './plan-history';
import { PlanNameForm } from './plan-name-form';
import { PlanStand } from './plan-stand';
import { type PersonStep, PlanStepForm } from './plan-step-form';
import { PlanSupplementPanel } from './plan-supplement';
import { PlanTotals } from './plan-totals';
import { budgetYears, PLAN_LOOKS } from './plan-state';
import { planningLabels } from './planning.labels';
import { PlanVersionStore } from './plan-version.store';

/** States in the order a plan takes; superseded is the end of another plan's story. */
const WAY = PLAN_VERSION_STATES.filter((state) => state !== 'superseded');

/** One plan version: what it plans, what is missing, what comes next. */
@Component({
  selector: 'et-plan-version-page',
  imports: [
    Button,
    Dialog,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    PlanChangesPanel,
    PlanCopyRecordPanel,
    PlanFindingList,
    PlanHistory,
    PlanNameForm,
    PlanStand,
    PlanStepForm,
    PlanSupplementPanel,
    PlanTotals,
    RouterLink,
    Steps,
    Tag,
  ],
  providers: [PlanVersionStore, PlanChangesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-version.page.html',
})
export class PlanVersionPage {
  readonly versionId = input.required<string>();
  /** `?stand=` of the address: an earlier day to look back at. */
  readonly stand = input<string>();
  protected readonly store = inject(PlanVersionStore);
  private readonly changes = inject(PlanChangesStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = planningLabels;
  protected readonly compareWords = planCompareLabels;
  protected readonly looks = PLAN_LOOKS;
  protected readonly step = signal<PersonStep | null>(null);
  protected readonly isRenaming = signal(false);
  protected readonly isRemoving = signal(false);

  protected readonly crumbs = computed(() => [
    { label: planningLabels().title, link: ['/planning'] },
    { label: this.store.detail()?.name ?? '' },
  ]);
  protected readonly paper = computed(() => PLANNING_PATHS.planPaper(this.versionId()));
  /** Beside the version it was copied from, if there is one. */
  protected readonly compared = computed(() =>
    [this.store.detail()?.basedOnId ?? null, this.versionId()].filter((id) => id !== null).join(','),
  );
  protected readonly way = computed(() =>
    WAY.map((state) => planningLabels().stateSince(planningLabels().states[state])),
  );
  protected readonly position = computed(() => {
    const state = this.store.detail()?.state;
    return WAY.findIndex((name) => name === state);
  });
  /** Steps the API allows now, without the one that waits for its second person and the one that happens by itself. */
  protected readonly steps = computed<readonly PersonStep[]>(() => {
    const detail = this.store.detail();
    if (detail === null || !this.store.mayWrite() || detail.pendingApproval !== null) return [];
    const isForPeople = (step: PlanVersionStep): step is PersonStep => step !== 'supersede';
    return detail.steps.filter(isForPeople).filter((step) => step !== 'adopt' || this.store.mayAdopt());
  });
  protected readonly lead = computed(() => {
    const detail = this.store.detail();
    if (detail === null) return '';
    const words = planningLabels();
    const first = words.lead(
      words.stateSince(words.states[detail.state]),
      budgetYears(detail),
      formatNumber(detail.lines),
    );
    if (detail.pendingApproval !== null) return `${first} ${words.leadWaits}`;
    if (detail.state === 'published' && detail.inForceOn !== null) {
      return `${first} ${words.leadInForceOn(formatDate(detail.inForceOn))}`;
    }
    const next = detail.steps.find((step) => step !== 'take_back' && step !== 'supersede');
    return next === undefined ? first : `${first} ${words.leadNext(words.steps[next])}`;
  });
  protected readonly byItself = computed(() => {
    const detail = this.store.detail();
    return detail?.state === 'published' && detail.inForceOn !== null
      ? planningLabels().nextByItself(formatDate(detail.inForceOn))
      : null;
  });
  /** A draft that was never introduced leaves no trace when it goes. */
  protected readonly mayRemove = computed(() => {
    const detail = this.store.detail();
    return this.store.mayWrite() && detail?.state === 'draft' && detail.history.length === 0;
  });
  protected readonly facts = computed<Fact[]>(() => {
    const detail = this.store.detail();
    if (detail === null) return [];
    const { fact, kinds } = planningLabels();
    const day = (term: string, iso: string | null): Fact[] => (iso === null ? [] : [{ term, text: formatDate(iso) }]);
    return [
      { term: fact.kind, text: kinds[detail.kind] },
      { term: fact.years, text: budgetYears(detail) },
      { term: fact.window, text: `${detail.window.firstYear}–${detail.window.lastYear}` },
      ...(detail.basedOnName === null || detail.basedOnId === null
        ? []
        : [{ term: fact.basedOn, text: detail.basedOnName, link: ['/planning', detail.basedOnId] }]),
      { term: fact.created, text: formatDateTime(detail.createdAt) },
      ...day(fact.decidedOn, detail.decidedOn),
      ...(detail.decisionDocument === null ? [] : [{ term: fact.document, text: detail.decisionDocument }]),
      ...day(fact.submittedOn, detail.submittedOn),
      ...day(fact.displayEndsOn, detail.displayEndsOn),
      ...day(fact.inForceOn, detail.inForceOn),
      ...(detail.unknownFrameReason === null ? [] : [{ term: fact.unknownFrame, text: detail.unknownFrameReason }]),
    ];
  });

  constructor() {
    effect(() => this.store.versionId.set(this.versionId()));
    effect(() => {
      const detail = this.store.detail();
      const isSupplementary = detail?.kind === 'supplementary';
      this.changes.wanted.set(detail === null ? null : { id: detail.id, isSupplementary, version: detail.version });
    });
  }

  protected effectOf(step: PersonStep): string {
    const { step: words } = planningLabels();
    return step === 'adopt' ? words.adoptNoDay : words.effects[step];
  }

  protected ask(step: PersonStep): void {
    this.store.takeStep.clear();
    this.store.adopt.clear();
    this.step.set(step);
  }

  protected async take(step: TakePlanStep): Promise<void> {
    const name = this.store.detail()?.name ?? '';
    const taken = await this.store.takeStep.run(step);
    this.store.reload();
    if (taken === null) return;
    const words = planningLabels();
    this.toasts.show(words.step.done(name, words.stepsDone[step.step]));
    this.step.set(null);
  }

  protected async adopt(adoption: AdoptPlanVersion): Promise<void> {
    const asked = await this.store.adopt.run(adoption);
    this.store.reload();
    if (asked === null) return;
    this.toasts.show(planningLabels().step.asked);
    this.step.set(null);
  }

  protected startRename(): void {
    this.store.rename.clear();
    this.isRenaming.set(true);
  }

  protected async rename(name: string): Promise<void> {
    const version = this.store.detail()?.version ?? 0;
    const renamed = await this.store.rename.run(version, name);
    this.store.reload();
    if (renamed === null) return;
    this.toasts.show(planningLabels().renamed);
    this.isRenaming.set(false);
  }

  protected async remove(): Promise<void> {
    if ((await this.store.remove.run(this.store.detail()?.version ?? 0)) === null) return;
    this.toasts.show(planningLabels().removed);
    await this.router.navigate(['/planning'], { queryParamsHandling: 'preserve' });
  }
}
