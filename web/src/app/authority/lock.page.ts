import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LiftLock, LockStep, ReportLock } from '@etatlotse/contracts/authority';
import { newIdempotencyKey } from '../platform/api';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { LockDetail } from './lock-detail.store';
import { LockLiftForm } from './lock-lift-form';
import { LockLines } from './lock-lines';
import { lockPageLabels } from './lock-page.labels';
import { LockReportForm } from './lock-report-form';
import { LockSteps } from './lock-steps';
import { lockLabels } from './lock.labels';
import { extentOf, LOCK_LOOKS } from './lock.words';

/** One lock: what it rests on, what it holds, what was lifted, and whether the council knows. */
@Component({
  selector: 'et-lock-page',
  imports: [
    Button,
    Facts,
    Failure,
    Loading,
    LockLiftForm,
    LockLines,
    LockReportForm,
    LockSteps,
    PageHead,
    RouterLink,
    Tag,
  ],
  providers: [LockDetail],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lock.page.html',
})
export class LockPage {
  /** Of the address. */
  readonly lockId = input.required<string>();
  protected readonly store = inject(LockDetail);
  private readonly toasts = inject(Toasts);
  private liftKey = newIdempotencyKey();
  protected readonly t = lockPageLabels;
  protected readonly words = lockLabels;
  protected readonly looks = LOCK_LOOKS;
  protected readonly isLifting = signal(false);
  protected readonly reporting = signal<LockStep | null>(null);

  protected readonly crumbs = computed<Crumb[]>(() => [{ label: lockPageLabels().crumb, link: ['/authority/locks'] }]);
  protected readonly lead = computed(() => {
    const lock = this.store.lock();
    if (lock === null) return '';
    const words = lockPageLabels();
    const locked = formatEuro(lock.lockedCents);
    switch (lock.state) {
      case 'waiting':
        return words.leadWaiting(locked);
      case 'dismissed':
        return words.leadDismissed;
      case 'lifted':
        return words.leadLifted(locked);
      case 'in_force':
        return lock.liftedCents > 0
          ? words.leadPartly(formatEuro(lock.heldCents), locked)
          : words.leadInForce(locked, formatDate(lock.decidedOn), lock.decidedBy);
    }
  });
  protected readonly facts = computed<Fact[]>(() => {
    const lock = this.store.lock();
    if (lock === null) return [];
    const words = lockPageLabels();
    const first = lock.steps.find(({ kind }) => kind === 'lock');
    return [
      { term: words.reason, text: lock.reason },
      { term: words.extent, text: extentOf(lock) },
      { term: words.decidedBy, text: lock.decidedBy },
      { term: words.decidedOn, text: formatDate(lock.decidedOn) },
      { term: words.document, text: lock.document },
      { term: words.recordedBy, text: lock.recordedByName ?? '–' },
      { term: words.confirmedBy, text: first?.confirmedByName ?? '–' },
    ];
  });

  constructor() {
    effect(() => this.store.lockId.set(this.lockId()));
  }

  protected startLift(): void {
    this.liftKey = newIdempotencyKey();
    this.store.lift.clear();
    this.isLifting.set(true);
  }

  protected async lift(lift: LiftLock): Promise<void> {
    if ((await this.store.lift.run(lift, this.liftKey)) === null) return;
    this.toasts.show(lockPageLabels().liftSaved);
    this.isLifting.set(false);
    this.store.reload();
  }

  protected startReport(step: LockStep): void {
    this.store.report.clear();
    this.reporting.set(step);
  }

  protected async report(report: ReportLock): Promise<void> {
    const step = this.reporting();
    if (step === null || (await this.store.report.run(step.id, report)) === null) return;
    this.toasts.show(lockPageLabels().reportSaved);
    this.reporting.set(null);
    this.store.reload();
  }
}
