import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import type { IconName } from '../ui/icon/icons';
import { Tag } from '../ui/tag/tag';
import { ApprovalSubjects } from './approval-subject.store';
import { approvalLabels } from './approval.labels';
import { factsOf, headingOf, rolesOf, type SubjectNames } from './approval-request';

const LOOKS: Readonly<
  Record<Approval['state'], { readonly kind: 'info' | 'ok' | 'bad' | 'plain'; readonly icon: IconName }>
> = {
  pending: { kind: 'info', icon: 'pending' },
  approved: { kind: 'ok', icon: 'check_circle' },
  rejected: { kind: 'bad', icon: 'cancel' },
  withdrawn: { kind: 'plain', icon: 'undo' },
};

export type ApprovalDeed = 'approve' | 'reject' | 'withdraw';

/** One request: what would happen, who asks and why, and what this person can do with it. */
@Component({
  selector: 'et-approval-card',
  imports: [Button, Facts, RouterLink, Tag],
  providers: [ApprovalSubjects],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<article class="et-panel" [class.et-panel--action]="approval().mayDecide">
    <div class="et-panel__head">
      <h2>{{ heading() }}</h2>
      <et-tag [kind]="look().kind" [icon]="look().icon">{{ t().states[approval().state] }}</et-tag>
    </div>
    <et-facts class="et-approval__facts" [facts]="facts()" />
    @if (link(); as target) {
      <p class="et-source">
        <a [routerLink]="target">{{ linkText() }}</a>
      </p>
    }
    @if (approval().mayDecide) {
      <div class="et-actions et-actions--below">
        <button
          type="button"
          etButton="primary"
          icon="check"
          [attr.aria-label]="t().approveOf(heading())"
          (click)="deed.emit('approve')"
        >
          {{ t().approve }}
        </button>
        <button
          type="button"
          etButton="secondary"
          icon="close"
          [attr.aria-label]="t().rejectOf(heading())"
          (click)="deed.emit('reject')"
        >
          {{ t().reject }}
        </button>
      </div>
    } @else if (approval().state === 'pending') {
      <p class="et-small et-muted et-actions--below">{{ approval().mayWithdraw ? t().own : t().notYours }}</p>
    }
    @if (approval().mayWithdraw) {
      <div class="et-actions et-actions--below">
        <button
          type="button"
          etButton="secondary"
          icon="undo"
          [compact]="true"
          [attr.aria-label]="t().withdrawOf(heading())"
          (click)="deed.emit('withdraw')"
        >
          {{ t().withdraw }}
        </button>
      </div>
    }
  </article>`,
})
export class ApprovalCard {
  readonly approval = input.required<Approval>();
  readonly deed = output<ApprovalDeed>();
  private readonly subjects = inject(ApprovalSubjects);
  protected readonly t = approvalLabels;
  protected readonly look = computed(() => LOOKS[this.approval().state]);

  private readonly names = computed<SubjectNames>(() => ({
    person: this.subjects.personName(),
    substitute: this.subjects.substituteName(),
    plan: this.subjects.planName(),
    unit: (unitId) => this.subjects.unitName(unitId),
    body: (bodyId) => this.subjects.bodyName(bodyId),
  }));
  protected readonly heading = computed(() => headingOf(this.approval(), this.names()));
  protected readonly linkText = computed(() => {
    if (this.link()?.[0] === '/budget/lines') return this.t().showLine;
    return this.approval().action === 'extra.grant' ? this.t().showExtra : this.t().show;
  });
  protected readonly link = computed(() => {
    const { action, subjectType, subjectId, request } = this.approval();
    if (subjectType === 'budget_lock') return ['/authority/locks', subjectId];
    if (action === 'booking.large' || action === 'commitment_authority.grant') {
      return ['/budget/lines', request['lineId']];
    }
    if (subjectType === 'project') return ['/projects', subjectId];
    if (subjectType === 'earmark') return ['/authority/earmarks', subjectId];
    if (action === 'extra.grant') return ['/authority/extra', subjectId];
    return subjectType === 'plan_version' && this.subjects.planName() !== null ? ['/planning', subjectId] : null;
  });
  protected readonly facts = computed<Fact[]>(() => {
    const approval = this.approval();
    const { terms, at, noReason } = approvalLabels();
    const { decidedBy, decidedAt, decisionNote } = approval;
    return [
      ...factsOf(approval, this.names()),
      { term: terms.askedBy, text: at(approval.requestedBy.displayName, formatDateTime(approval.requestedAt)) },
      { term: terms.reason, text: approval.reason || noReason },
      ...(decidedBy && decidedAt && approval.state !== 'withdrawn'
        ? [{ term: terms.decidedBy, text: at(decidedBy.displayName, formatDateTime(decidedAt)) }]
        : []),
      ...(decisionNote ? [{ term: terms.note, text: decisionNote }] : []),
    ];
  });

  constructor() {
    effect(() => {
      const { subjectType, subjectId, request } = this.approval();
      const { substituteId } = request;
      this.subjects.personId.set(subjectType === 'person' ? subjectId : null);
      this.subjects.planId.set(subjectType === 'plan_version' ? subjectId : null);
      this.subjects.substituteId.set(typeof substituteId === 'string' ? substituteId : null);
      this.subjects.needsUnits.set(rolesOf(request).some(({ unitId }) => unitId !== null));
      this.subjects.needsBodies.set(rolesOf(request).some(({ bodyId }) => Boolean(bodyId)));
    });
  }
}
