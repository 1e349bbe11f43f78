import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordExtraDecision } from '@etatlotse/contracts/authority';
import { EXTRA_STEP_RULES, EXTRA_STEPS, type ExtraStep } from '@etatlotse/domain/authority';
import { ruleLabels } from '../platform/rule.labels';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { ExtraCoverTable } from './extra-cover-table';
import { ExtraDecisionForm } from './extra-decision-form';
import { ExtraHistory } from './extra-history';
import { EXTRA_LOOKS } from './extra-look';
import { missingSentences } from './extra-missing';
import { extraRequestLabels } from './extra-request.labels';
import { ExtraRequestStore } from './extra-request.store';
import { bothSides } from './extra-sides';
import { ExtraStepForm } from './extra-step-form';
import { ExtraTable } from './extra-table';
import { extraLabels } from './extra.labels';

type Asked = ExtraStep | 'decide' | 'approve' | 'reject';

/** One request: the printed form, its cover and reasons, its way so far, and the next step of whoever reads it. */
@Component({
  selector: 'et-extra-request-page',
  imports: [
    Button,
    ExtraCoverTable,
    ExtraDecisionForm,
    ExtraHistory,
    ExtraStepForm,
    ExtraTable,
    Facts,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Tag,
  ],
  providers: [ExtraRequestStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './extra-request.page.html',
})
export class ExtraRequestPage {
  /** `/authority/extra/:id`. */
  readonly id = input.required<string>();
  protected readonly store = inject(ExtraRequestStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = extraRequestLabels;
  protected readonly words = extraLabels;
  protected readonly looks = EXTRA_LOOKS;
  protected readonly asked = signal<Asked | null>(null);

  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: this.words().title, link: ['/authority/extra'] },
    { label: this.words().request(this.store.request()?.number ?? '') },
  ]);
  protected readonly amount = computed(() => formatEuro(this.store.request()?.totals.all.requestedCents ?? 0));
  protected readonly lead = computed(() => {
    const request = this.store.request();
    if (request === null) return '';
    const [t, amount, { deciders }] = [this.t(), this.amount(), ruleLabels()];
    const level = deciders[request.requiredLevel];
    const decided: [string, string, string] = [
      amount,
      request.decider === null ? '' : deciders[request.decider],
      request.decidedOn === null ? '' : formatDate(request.decidedOn),
    ];
    if (request.pendingGrant !== null) return t.leadWaiting(amount);
    return {
      draft: t.leadDraft(amount, level),
      submitted: t.leadSubmitted(amount),
      examined: t.leadExamined(amount, level),
      granted: t.leadGranted(...decided),
      refused: t.leadRefused(...decided),
      withdrawn: t.leadWithdrawn(amount),
    }[request.state];
  });
  protected readonly totals = computed(() => {
    const totals = this.store.request()?.totals;
    if (totals === undefined) return '';
    const { operating, investing } = totals;
    return this.t().totals(bothSides({ operating: operating.newFundsCents, investing: investing.newFundsCents }));
  });
  /** What is to be said of a request that has ended; null before. */
  protected readonly ended = computed(() => {
    const state = this.store.request()?.state;
    return state === 'granted' || state === 'refused' || state === 'withdrawn' ? this.t().ended[state] : null;
  });
  protected readonly outcome = computed((): Fact[] => {
    const { decider = null, decidedOn = null, decisionDocument = '' } = this.store.request() ?? {};
    if (decider === null || decidedOn === null) return [];
    return [
      { term: this.t().decider, text: ruleLabels().deciders[decider] },
      { term: this.t().decidedOn, text: formatDate(decidedOn) },
      { term: this.t().document, text: decisionDocument },
    ];
  });
  protected readonly isOpen = computed(() => {
    const state = this.store.request()?.state;
    return state === 'draft' || state === 'submitted' || state === 'examined';
  });
  protected readonly missing = computed(() => {
    const request = this.store.request();
    return request?.state === 'draft' ? missingSentences(request.missing) : [];
  });
  /** Buttons in the order of the way; what cannot succeed yet is not offered. */
  protected readonly steps = computed(() => {
    const request = this.store.request();
    const deeds = request?.deeds ?? [];
    return EXTRA_STEPS.filter((step) => deeds.includes(step) && !(step === 'submit' && this.missing().length > 0));
  });
  protected readonly has = (deed: 'change' | 'decide'): boolean => this.store.request()?.deeds.includes(deed) === true;
  protected readonly waiting = computed(() => {
    const pending = this.store.request()?.pendingGrant;
    if (!pending) return '';
    const { requestedBy, decider, decidedOn, document } = pending;
    return this.t().waitingText(requestedBy, ruleLabels().deciders[decider], formatDate(decidedOn), document);
  });
  /** The dialog of a step or of the second person. */
  protected readonly dialog = computed(() => {
    const asked = this.asked();
    const t = this.t();
    if (asked === 'approve') {
      return {
        heading: t.confirmHeading,
        effect: t.confirmEffect(this.amount()),
        action: t.confirm,
        hasNote: false,
        needsNote: false,
      };
    }
    if (asked === 'reject') {
      return {
        heading: t.rejectHeading,
        effect: t.rejectEffect,
        action: t.confirmReject,
        hasNote: true,
        needsNote: true,
      };
    }
    if (asked === null || asked === 'decide') return null;
    return {
      heading: t.stepHeadings[asked],
      effect: t.stepEffects[asked],
      action: this.words().deeds[asked],
      hasNote: asked !== 'submit',
      needsNote: EXTRA_STEP_RULES[asked].needsReason,
    };
  });
  protected readonly problem = computed(() => this.store.takeStep.problem() ?? this.store.confirm.problem());

  constructor() {
    effect(() => this.store.id.set(this.id()));
  }

  protected ask(asked: Asked): void {
    this.store.takeStep.clear();
    this.store.confirm.clear();
    this.store.decide.clear();
    this.asked.set(asked);
  }

  protected async take(note: string): Promise<void> {
    const [asked, request] = [this.asked(), this.store.request()];
    if (asked === null || asked === 'decide' || request === null) return;
    const done = await (asked === 'approve' || asked === 'reject'
      ? this.confirm(asked, note)
      : this.store.takeStep.run({ step: asked, version: request.version, reason: note }));
    this.store.reload();
    if (done === null) return;
    this.asked.set(null);
    const t = this.t();
    this.toasts.show(asked === 'approve' ? t.confirmed : asked === 'reject' ? t.rejected : t.stepDone[asked]);
  }

  protected async decide(decision: RecordExtraDecision): Promise<void> {
    const done = await this.store.decide.run(decision);
    this.store.reload();
    if (done === null) return;
    this.asked.set(null);
    this.toasts.show(decision.isGranted ? this.t().decideAsked : this.t().decideRefused);
  }

  private confirm(decision: 'approve' | 'reject', note: string): Promise<unknown> {
    const pending = this.store.request()?.pendingGrant;
    if (!pending) return Promise.resolve(null);
    return this.store.confirm.run(pending.approvalId, pending.approvalVersion, decision, note);
  }
}
