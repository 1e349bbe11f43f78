import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type Approval, APPROVAL_STATES } from '@etatlotse/contracts/approval/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { ApprovalCard, type ApprovalDeed } from './approval-card';
import { ApprovalCount } from './approval-count.store';
import { ApprovalDeedForm } from './approval-deed-form';
import { approvalLabels } from './approval.labels';
import { ApprovalsStore } from './approvals.store';
import { SettingsTabs } from './settings-tabs';

/** What takes two people: everything that waits, and what became of earlier requests. */
@Component({
  selector: 'et-approvals-page',
  imports: [ApprovalCard, ApprovalDeedForm, Button, Choice, Empty, Failure, Loading, PageHead, SettingsTabs],
  providers: [ApprovalsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().question">{{ lead() }}</et-page-head>
    <et-settings-tabs />
    <et-choice [legend]="t().state" [options]="options()" [value]="store.state()" (valueChange)="show($event)" />
    @if (store.failure(); as failure) {
      <section class="et-panel"><et-failure [failure]="failure" (retry)="store.reload()" /></section>
    } @else if (store.rows() === null) {
      <section class="et-panel"><et-loading [lines]="4" /></section>
    } @else if (store.rows()?.length === 0) {
      <section class="et-panel">
        <et-empty icon="verified" [heading]="t().emptyHeading[store.state()]">
          <p>{{ t().emptyHint }}</p>
        </et-empty>
      </section>
    } @else {
      <div class="et-approvals">
        @for (approval of store.rows(); track approval.id) {
          <et-approval-card [approval]="approval" (deed)="ask(approval, $event)" />
        }
      </div>
      @if (store.nextCursor()) {
        <div class="et-actions et-actions--below">
          <button type="button" etButton="secondary" (click)="store.showMore()">{{ t().more }}</button>
        </div>
      }
    }
    @if (asked(); as at) {
      <et-approval-deed-form
        [deed]="at.deed"
        [problem]="store.decide.problem() ?? store.withdraw.problem()"
        (confirmed)="carryOut($event)"
        (closed)="asked.set(null)"
      />
    }`,
})
export class ApprovalsPage {
  /** `?state=` of the address. */
  readonly state = input<string>();
  protected readonly store = inject(ApprovalsStore);
  private readonly count = inject(ApprovalCount);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = approvalLabels;
  protected readonly asked = signal<{ approval: Approval; deed: ApprovalDeed } | null>(null);

  protected readonly options = computed(() =>
    APPROVAL_STATES.map((value) => ({ value, label: approvalLabels().stateOptions[value] })),
  );
  protected readonly lead = computed(() => {
    const words = approvalLabels();
    const rows = this.store.rows();
    if (rows === null || this.store.state() !== 'pending') return '';
    if (rows.length === 0) return words.leadNone;
    const yours = rows.filter(({ mayDecide }) => mayDecide).length;
    const all = rows.length === 1 ? words.leadOne : words.lead(formatNumber(rows.length));
    if (yours === 0) return `${all} ${words.leadNotYours}`;
    if (rows.length === 1) return `${all} ${words.leadYoursOnly}`;
    return `${all} ${yours === 1 ? words.leadYoursOne : words.leadYours(formatNumber(yours))}`;
  });

  constructor() {
    effect(() => this.store.wanted.set(this.state()));
  }

  protected show(state: string | null): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge' });
  }

  protected ask(approval: Approval, deed: ApprovalDeed): void {
    this.store.decide.clear();
    this.store.withdraw.clear();
    this.asked.set({ approval, deed });
  }

  protected async carryOut(note: string): Promise<void> {
    const asked = this.asked();
    if (asked === null) return;
    const { approval, deed } = asked;
    const done =
      deed === 'withdraw'
        ? await this.store.withdraw.run(approval.id)
        : await this.store.decide.run(approval.id, {
            decision: deed,
            version: approval.version,
            ...(note === '' ? {} : { note }),
          });
    if (done === null) return;
    const words = approvalLabels();
    this.toasts.show({ approve: words.approved, reject: words.rejected, withdraw: words.withdrawn }[deed]);
    this.asked.set(null);
    this.store.reload();
    this.count.reload();
  }
}
