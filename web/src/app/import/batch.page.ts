import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportBatch, ImportListRow, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Progress } from '../ui/progress/progress';
import { Failure, Loading } from '../ui/state/state';
import { Steps } from '../ui/steps/steps';
import { BatchFiles } from './batch-files';
import { batchLabels } from './batch.labels';
import { BatchStore } from './batch.store';
import { ImportGroups } from './import-groups';
import { type Answers, ImportQuestions } from './import-questions';
import { ImportUndo } from './import-undo';
import { failureOf } from './import-words';
import { batchWorkOf } from './import-work';
import { importLabels } from './import.labels';

type Stand = 'checking' | 'open' | 'committing' | 'done' | 'empty';

/** Several files at once: what each of them needs, what all of them bring, and one button for all. */
@Component({
  selector: 'et-batch-page',
  imports: [
    BatchFiles,
    Button,
    Failure,
    ImportGroups,
    ImportQuestions,
    ImportUndo,
    Loading,
    Notice,
    PageHead,
    Progress,
    RouterLink,
    Steps,
  ],
  providers: [BatchStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './batch.page.html',
})
export class BatchPage {
  readonly batchId = input.required<string>();

  protected readonly store = inject(BatchStore);
  protected readonly t = batchLabels;
  protected readonly crumbs = computed(() => [
    { label: importLabels().title, link: ['/import'] },
    { label: this.store.batch()?.name ?? '…' },
  ]);
  /** Files that still belong to the batch. */
  private readonly runs = computed(() => (this.store.batch()?.runs ?? []).filter(isIn));
  protected readonly fileCount = computed(() => formatNumber(this.runs().length));
  protected readonly stand = computed((): Stand | null => {
    const batch = this.store.batch();
    if (batch === null) return null;
    const states = new Set(batch.runs.map(({ state }) => state));
    if (states.has('checking')) return 'checking';
    if (states.has('committing')) return 'committing';
    if (this.runs().length === 0) return 'empty';
    return this.runs().every(({ state }) => state === 'committed' || state === 'undone') ? 'done' : 'open';
  });
  protected readonly question = computed(() => {
    const stand = this.stand();
    if (stand === 'checking' || stand === null) return this.t().questionCheck;
    return stand === 'done' || stand === 'empty' ? this.t().questionDone : this.t().question;
  });
  protected readonly answer = computed(() => {
    const batch = this.store.batch();
    return batch === null ? '' : this.answerOf(batch);
  });
  protected readonly step = computed(() => {
    const steps = { checking: 1, open: 2, committing: 3, done: null, empty: null };
    const stand = this.stand();
    return stand === null ? null : steps[stand];
  });
  protected readonly progress = computed(() => {
    const batch = this.store.batch();
    return batch?.isWorking ? batchWorkOf(batch) : null;
  });
  protected readonly failure = computed(() => {
    const batch = this.store.batch();
    return batch === null ? null : failureOf(batch);
  });
  protected readonly refusal = computed(
    () =>
      this.store.commit.problem() ??
      this.store.undo.problem() ??
      this.store.answer.problem() ??
      this.store.leaveOut.problem() ??
      this.store.cancel.problem(),
  );
  protected readonly isOpen = computed(() => this.stand() === 'open' && this.store.batch()?.isWorking === false);
  private readonly questionCount = computed(() => this.sum('questions'));
  protected readonly asked = computed(() => {
    const count = this.questionCount();
    return count === 0 ? null : this.t().asked(formatNumber(count), count === 1);
  });
  /** Files that could not be read stay outside; that is said before the others are taken over. */
  protected readonly lost = computed(() => {
    const count = (this.store.batch()?.runs ?? []).filter(({ state }) => state === 'failed').length;
    return count === 0 ? null : this.t().lost(formatNumber(count), count === 1);
  });
  protected readonly hasErrors = computed(() => this.sum('errors') > 0);
  protected readonly warnings = computed(() => {
    const count = this.sum('warnings');
    return count === 0 ? null : this.t().warnings(formatNumber(count), count === 1);
  });

  protected readonly isAsking = signal(false);
  protected readonly mayUndo = computed(
    () =>
      this.store.mayRun() &&
      this.store.batch()?.isWorking === false &&
      this.runs().some(({ state }) => state === 'committed'),
  );

  constructor() {
    effect(() => this.store.batchId.set(this.batchId()));
  }

  protected async commit(batch: ImportBatch): Promise<void> {
    this.store.take(await this.store.commit.run(batch));
  }

  protected async cancel(batch: ImportBatch): Promise<void> {
    this.store.take(await this.store.cancel.run(batch));
  }

  protected async takeBack(batch: ImportBatch, reason: string): Promise<void> {
    this.isAsking.set(false);
    this.store.take(await this.store.undo.run(batch, reason));
  }

  protected async leaveOut(importId: string): Promise<void> {
    if ((await this.store.leaveOut.run(importId)) !== null) this.store.reload();
  }

  protected async reply(run: ImportRun, answers: Answers): Promise<void> {
    if ((await this.store.answer.run(run, answers)) !== null) this.store.reload();
  }

  private answerOf({ runs, counts }: ImportBatch): string {
    const words = this.t();
    const rows = formatNumber(counts.rows);
    switch (this.stand()) {
      case 'checking': {
        const read = runs.filter(({ state }) => state !== 'checking').length;
        return words.answerChecking(formatNumber(read), formatNumber(runs.length));
      }
      case 'committing':
        return words.answerCommitting;
      case 'done':
        return runs.every(({ state }) => state !== 'committed')
          ? words.answerUndone
          : words.answerDone(this.fileCount(), rows);
      case 'empty':
        return words.answerNone;
      default: {
        const asked = this.filesWith('questions');
        const wrong = this.filesWith('errors');
        if (asked > 0) return words.answerAsked(formatNumber(asked), asked === 1);
        if (wrong > 0) return words.answerErrors(formatNumber(wrong), wrong === 1);
        return words.answerReady(this.fileCount(), rows);
      }
    }
  }

  private sum(name: 'questions' | 'errors' | 'warnings'): number {
    return this.runs().reduce((all, { counts }) => all + (counts?.[name] ?? 0), 0);
  }

  private filesWith(name: 'questions' | 'errors'): number {
    return this.runs().filter(({ counts }) => (counts?.[name] ?? 0) > 0).length;
  }
}

const isIn = ({ state }: ImportListRow): boolean => state !== 'cancelled' && state !== 'failed';
