import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MotionRow, type Reading, READING_PATHS } from '@etatlotse/contracts/council/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import type { SavedMotion } from './motion-draft';
import { MotionForm } from './motion-form';
import { motionFormLabels } from './motion-form.labels';
import { MotionTable } from './motion-table';
import { ReadingSums } from './reading-sums';
import { conflictText, leadOf } from './reading-words';
import { readingLabels } from './reading.labels';
import { ReadingStore } from './reading.store';

/** The simulator of a reading: choose motions and see what they come to; prepare, release and close it. */
@Component({
  selector: 'et-reading-page',
  imports: [
    Button,
    Dialog,
    Empty,
    Failure,
    Loading,
    MotionForm,
    MotionTable,
    Notice,
    PageHead,
    ReadingSums,
    RouterLink,
  ],
  providers: [ReadingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reading.page.html',
})
export class ReadingPage {
  readonly id = input.required<string>();
  protected readonly store = inject(ReadingStore);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  protected readonly t = readingLabels;
  protected readonly date = formatDate;
  /** The motion that is edited, or `new`. */
  protected readonly editing = signal<MotionRow | 'new' | null>(null);
  protected readonly isClosing = signal(false);

  protected readonly crumbs = computed((): readonly Crumb[] => [
    { label: this.t().title, link: ['/council/readings'] },
  ]);
  protected readonly question = computed(() => {
    const reading = this.store.reading();
    if (reading === null) return this.t().title;
    return reading.state === 'closed'
      ? this.t().questionClosed(reading.plan.name)
      : this.t().question(reading.plan.name);
  });
  protected readonly lead = computed(() => {
    const stack = this.store.stack();
    return stack === null ? '' : leadOf(stack, this.store.chosen().size);
  });
  protected readonly meeting = computed(() => {
    const meeting = this.store.reading()?.meeting;
    return meeting === undefined ? '' : this.t().meetingLine(meeting.body, formatDate(meeting.heldOn));
  });
  protected readonly conflicts = computed(() => {
    const [reading, stack] = [this.store.reading(), this.store.stack()];
    return reading === null || stack === null ? [] : stack.conflicts.map((one) => conflictText(reading, one));
  });
  protected readonly pdf = computed(() => READING_PATHS.pdf(this.id()));
  protected readonly csv = computed(() => READING_PATHS.csv(this.id()));
  protected readonly mayClose = computed(() => {
    const reading = this.store.reading();
    const isReady = reading?.state === 'released' && reading.rows.length > 0 && this.store.openCount() === 0;
    return isReady && reading.mayWrite;
  });
  protected readonly closeHint = computed(() => {
    const count = (result: MotionRow['result']): string =>
      formatNumber((this.store.reading()?.rows ?? []).filter((row) => row.result === result).length);
    return this.t().closeHint(count('adopted'), count('rejected'));
  });
  protected readonly problem = computed(
    () => this.store.release.problem() ?? this.store.order.problem() ?? this.store.remove.problem(),
  );

  constructor() {
    effect(() => this.store.id.set(this.id()));
  }

  protected choose(which: 'open' | 'adopted' | 'all' | 'none'): void {
    this.store.choose(({ result }) => {
      if (which === 'open') return result === 'open' || result === 'adopted';
      return which === 'adopted' ? result === 'adopted' : which === 'all';
    });
  }

  protected edit(motion: MotionRow | 'new'): void {
    this.store.save.clear();
    this.editing.set(motion);
  }

  protected async save({ motionId, body, key }: SavedMotion): Promise<void> {
    if ((await this.store.save.run(this.id(), motionId, body, key)) === null) return;
    this.editing.set(null);
    this.toasts.show(motionId === null ? motionFormLabels().saved : motionFormLabels().changed);
    this.store.reload();
  }

  protected async remove(motion: MotionRow): Promise<void> {
    if ((await this.store.remove.run(this.id(), motion)) === null) return;
    this.toasts.show(this.t().removed);
    this.store.reload();
  }

  protected async order({ version }: Reading, motionIds: readonly string[]): Promise<void> {
    await this.store.order.run(this.id(), version, motionIds);
    this.store.reload();
  }

  protected async release({ version }: Reading): Promise<void> {
    if ((await this.store.release.run(this.id(), version)) === null) return;
    this.toasts.show(this.t().releasedNow);
    this.store.reload();
  }

  protected async close({ version, plan }: Reading): Promise<void> {
    if ((await this.store.close.run(this.id(), { version, planVersion: plan.version })) === null) return;
    this.isClosing.set(false);
    this.toasts.show(this.t().closedNow);
    this.store.reload();
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
