import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AddRisk } from '@etatlotse/contracts/project';
import {
  PROJECT_LEVELS,
  type ProjectDependency,
  type ProjectFollowUp,
  type ProjectLine,
  type ProjectMilestone,
  type ProjectPurchase,
  type ProjectRisk,
  type ProjectStep,
  type RiskState,
} from '@etatlotse/contracts/project/plain';
import { projectSteps } from '@etatlotse/domain/project';
import { FiscalYear } from '../platform/fiscal-year';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import type { Option } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { ProjectAssessForm } from './project-assess-form';
import { ProjectBaselineForm } from './project-baseline-form';
import { ProjectBaselines } from './project-baselines';
import { projectDialogLabels } from './project-dialog.labels';
import { ProjectEarned } from './project-earned';
import { ProjectFollowUpCosts } from './project-follow-up';
import { ProjectFollowUpForm } from './project-follow-up-form';
import { projectFollowUpLabels } from './project-follow-up.labels';
import { ProjectHistory } from './project-history';
import { STATE_LOOKS, STATUS_LOOKS } from './project-look';
import { ProjectMilestoneForm } from './project-milestone-form';
import { ProjectMilestones } from './project-milestones';
import { ProjectMoney } from './project-money';
import { ProjectMonthPanel } from './project-month';
import { ProjectOfferForm } from './project-offer-form';
import { ProjectOutlook } from './project-outlook';
import { ProjectPurchaseForm } from './project-purchase-form';
import { ProjectPurchases } from './project-purchases';
import { projectPurchaseLabels } from './project-purchase.labels';
import { projectPageLabels } from './project-page.labels';
import { type ReasonAnswer, ProjectReasonForm, type ReasonQuestion } from './project-reason-form';
import { ProjectRiskForm } from './project-risk-form';
import { factsOfProject, sentenceOf } from './project-sentence';
import { type ProjectErrand, ProjectStore } from './project.store';
import { projectLabels } from './project.labels';

/** What the page is asking for at the moment. */
type Asking =
  | { readonly kind: 'step'; readonly step: ProjectStep }
  | { readonly kind: 'move' | 'remove' | 'baseline' | 'assess' | 'line' | 'wait' | 'followUp' | 'purchase' }
  | { readonly kind: 'milestone'; readonly milestone: ProjectMilestone }
  | { readonly kind: 'risk'; readonly risk: ProjectRisk | null }
  | { readonly kind: 'endLink'; readonly link: ProjectLine }
  | { readonly kind: 'endPurchase'; readonly purchase: ProjectPurchase }
  | { readonly kind: 'endFollowUp'; readonly cost: ProjectFollowUp }
  | { readonly kind: 'endWait'; readonly dependency: ProjectDependency };

/** One project: how it stands and why, what was promised, what it costs, what may happen, what has changed. */
@Component({
  selector: 'et-project-page',
  imports: [
    Button,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    ProjectAssessForm,
    ProjectBaselineForm,
    ProjectBaselines,
    ProjectEarned,
    ProjectFollowUpCosts,
    ProjectFollowUpForm,
    ProjectHistory,
    ProjectMilestoneForm,
    ProjectMilestones,
    ProjectMoney,
    ProjectMonthPanel,
    ProjectOfferForm,
    ProjectOutlook,
    ProjectPurchaseForm,
    ProjectPurchases,
    ProjectReasonForm,
    ProjectRiskForm,
    RouterLink,
    Tag,
  ],
  providers: [ProjectStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project.page.html',
})
export class ProjectPage {
  /** Of the address. */
  readonly projectId = input.required<string>();
  protected readonly store = inject(ProjectStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly year = inject(FiscalYear);
  protected readonly t = projectPageLabels;
  protected readonly words = projectLabels;
  protected readonly statusLooks = STATUS_LOOKS;
  protected readonly stateLooks = STATE_LOOKS;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly asking = signal<Asking | null>(null);

  protected readonly crumbs = computed<Crumb[]>(() => {
    const parent = this.store.project()?.parent;
    const portfolio = { label: projectPageLabels().crumb, link: ['/projects'] };
    return parent ? [portfolio, { label: parent.name, link: ['/projects', parent.id] }] : [portfolio];
  });
  protected readonly lead = computed(() => sentenceOf(this.store.project()));
  protected readonly facts = computed(() => factsOfProject(this.store.project()));
  protected readonly steps = computed(() => {
    const project = this.store.project();
    return project?.mayWrite ? projectSteps(project.state) : [];
  });
  protected readonly mayChange = computed(() => {
    const project = this.store.project();
    return project !== null && project.mayWrite && project.state !== 'closed';
  });
  protected readonly mayRemove = computed(() => {
    const project = this.store.project();
    return (
      project !== null &&
      this.mayChange() &&
      project.milestones.length + project.lines.length + project.allBaselines.length + project.children === 0
    );
  });
  /** The question of the plain dialogs: a reason, and where there is one, a choice. */
  protected readonly question = computed<ReasonQuestion | null>(() => {
    const asking = this.asking();
    const t = projectDialogLabels();
    const send = t.send;
    switch (asking?.kind) {
      case 'step': {
        const name = this.words().steps[asking.step];
        const reason = asking.step === 'start' || asking.step === 'resume' ? 'optional' : 'required';
        return { heading: t.stepHeading(name), effect: '', send: name, reason };
      }
      case 'move': {
        const choice = {
          label: t.moveTo,
          options: this.parentOptions(),
          value: this.store.project()?.parent?.id ?? '',
        };
        return { heading: t.moveHeading, effect: t.moveEffect, send, reason: 'required', choice };
      }
      case 'remove':
        return { heading: t.removeHeading, effect: t.removeEffect, send: t.delete, reason: 'none' };
      case 'endLink': {
        const options = this.year.choices().map((year) => ({ value: String(year), label: String(year) }));
        const choice = { label: t.lastYear, options, value: String(this.year.year()) };
        return { heading: t.endLinkHeading, effect: t.endLinkEffect, send, reason: 'required', choice };
      }
      case 'endPurchase': {
        const { endHeading, endEffect } = projectPurchaseLabels().dialog;
        return { heading: endHeading, effect: endEffect, send, reason: 'required' };
      }
      case 'endFollowUp': {
        const { endHeading, endEffect } = projectFollowUpLabels().dialog;
        return { heading: endHeading, effect: endEffect, send, reason: 'required' };
      }
      case 'endWait':
        return { heading: t.endWaitHeading, effect: t.endWaitEffect, send, reason: 'required' };
      default:
        return null;
    }
  });

  constructor() {
    effect(() => this.store.projectId.set(this.projectId()));
  }

  protected ask(asking: Asking): void {
    this.store.errand.clear();
    this.asking.set(asking);
  }

  /** Carries out what a plain dialog asked about. */
  protected async answer({ reason, choice }: ReasonAnswer): Promise<void> {
    const [asking, version] = [this.asking(), this.store.project()?.version ?? 0];
    switch (asking?.kind) {
      case 'step':
        return this.send({ kind: 'step', body: { step: asking.step, reason, version } });
      case 'move':
        return this.send({ kind: 'move', body: { parentId: choice === '' ? null : choice, reason, version } });
      case 'endLink':
        return this.send({
          kind: 'endLink',
          linkId: asking.link.linkId,
          body: { toYear: Number(choice), reason, version },
        });
      case 'endPurchase':
        return this.send({ kind: 'endPurchase', purchaseId: asking.purchase.id, body: { reason, version } });
      case 'endFollowUp':
        return this.send({ kind: 'endFollowUp', followUpId: asking.cost.id, body: { reason, version } });
      case 'endWait':
        return this.send({ kind: 'endWait', dependencyId: asking.dependency.id, body: { reason, version } });
      case 'remove':
        if ((await this.store.errand.run({ kind: 'remove', version })) === null) return;
        await this.router.navigate(['/projects'], { queryParamsHandling: 'preserve' });
        return;
      default:
        return;
    }
  }

  protected async send(errand: ProjectErrand): Promise<void> {
    if ((await this.store.errand.run(errand)) === null) return;
    this.toasts.show(projectPageLabels().done);
    this.asking.set(null);
    this.store.reload();
  }

  protected sendRisk(
    known: ProjectRisk | null,
    { risk, state }: { readonly risk: AddRisk; readonly state: RiskState },
  ): Promise<void> {
    if (known === null) return this.send({ kind: 'addRisk', body: risk });
    return this.send({ kind: 'changeRisk', riskId: known.id, body: { ...risk, state, version: known.version } });
  }

  /** Portfolios and programmes above the level of the project, and the top. */
  private parentOptions(): Option[] {
    const { levels, noParent } = this.words();
    const project = this.store.project();
    const own = PROJECT_LEVELS.indexOf(project?.level ?? 'project');
    const above = this.store
      .parents()
      .filter(({ id, level }) => id !== project?.id && PROJECT_LEVELS.indexOf(level) < own)
      .map(({ id, name, level }) => ({ value: id, label: `${levels[level]}: ${name}` }));
    return [{ value: '', label: noParent }, ...above];
  }
}
