import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { Button } from '../ui/button/button';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Progress } from '../ui/progress/progress';
import { Failure, Loading } from '../ui/state/state';
import { Steps } from '../ui/steps/steps';
import { headOf } from './import-answer';
import { ImportChecks } from './import-checks';
import { ImportDecision } from './import-decision';
import { ImportEffectsList } from './import-effects';
import { ImportFindings } from './import-findings';
import { ImportFirstRows } from './import-first-rows';
import { ImportGroups } from './import-groups';
import { type Answers, ImportQuestions } from './import-questions';
import { ImportReading } from './import-reading';
import { ImportResult } from './import-result';
import { ImportRights } from './import-rights';
import { importRunLabels } from './import-run.labels';
import { ImportRunStore } from './import-run.store';
import { ImportState } from './import-state';
import { ImportTotals } from './import-totals';
import { failureOf, undoRefusal } from './import-words';
import { workOf } from './import-work';
import { importLabels } from './import.labels';
import { ProfileSave } from './profile-save';
import { kindStandsInRows, unreadSheets } from './reading-words';
import { resultLabels } from './result.labels';

/** One import: its check, its preview with questions and decision, its result with the way back. */
@Component({
  selector: 'et-import-run-page',
  imports: [
    Button,
    Failure,
    ImportChecks,
    ImportDecision,
    ImportEffectsList,
    ImportFindings,
    ImportFirstRows,
    ImportGroups,
    ImportQuestions,
    ImportReading,
    ImportResult,
    ImportState,
    ImportTotals,
    Loading,
    Notice,
    PageHead,
    ProfileSave,
    Progress,
    RouterLink,
    Steps,
  ],
  providers: [ImportRunStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-run.page.html',
})
export class ImportRunPage {
  readonly importId = input.required<string>();

  protected readonly store = inject(ImportRunStore);
  protected readonly rights = inject(ImportRights);
  protected readonly t = importRunLabels;
  protected readonly kindStandsInRows = kindStandsInRows;
  protected readonly head = computed(() => {
    const run = this.store.run();
    return run === null ? null : headOf(run);
  });
  protected readonly crumbs = computed(() => {
    const run = this.store.run();
    const batch = run?.batchId ?? null;
    return [
      { label: importLabels().title, link: ['/import'] },
      ...(batch === null ? [] : [{ label: importLabels().batch, link: ['/import/batches', batch] }]),
      { label: run?.fileName ?? '…' },
    ];
  });
  /** The step of the task; null when there is nothing left to do. */
  protected readonly step = computed(() => {
    switch (this.store.run()?.state) {
      case 'checking':
        return 1;
      case 'previewed':
      case 'interrupted':
        return 2;
      case 'committing':
        return 3;
      default:
        return null;
    }
  });
  protected readonly unread = computed(() => {
    const preview = this.store.run()?.preview;
    return this.isOpen() && preview ? unreadSheets(preview) : null;
  });
  protected readonly isOpen = computed(() => this.step() === 2 && this.store.run()?.isWorking !== true);
  protected readonly mayChange = computed(
    () => this.isOpen() && this.store.mayRun() && this.store.run()?.hasFile === true,
  );
  protected readonly progress = computed(() => {
    const run = this.store.run();
    return run?.isWorking ? workOf(run, run.rowsRead) : null;
  });
  protected readonly canCancel = computed(() => this.store.mayRun() && this.store.run()?.state !== 'committed');
  protected readonly failure = computed(() => {
    const run = this.store.run();
    return run === null || run.state === 'failed' ? null : failureOf(run);
  });
  protected readonly undoneBecause = computed(() => {
    const reason = this.store.run()?.undoReason ?? '';
    return reason === '' ? null : resultLabels().undoneBecause(reason);
  });
  protected readonly refusal = computed(
    () =>
      undoRefusal(this.store.undo.problem()) ??
      this.store.commit.problem() ??
      this.store.cancel.problem() ??
      this.store.read.problem(),
  );

  constructor() {
    effect(() => this.store.importId.set(this.importId()));
  }

  protected async commit(run: ImportRun): Promise<void> {
    this.store.take(await this.store.commit.run(run));
  }

  protected async cancel(run: ImportRun): Promise<void> {
    this.store.take(await this.store.cancel.run(run));
  }

  protected async undo(run: ImportRun, reason: string): Promise<void> {
    this.store.take(await this.store.undo.run(run, reason));
  }

  protected async leaveOut(run: ImportRun, leavesOutWrongRows: boolean): Promise<void> {
    this.store.take(await this.store.read.run(run, { leavesOutWrongRows }));
  }

  protected async readSheets(run: ImportRun, sheet: string): Promise<void> {
    this.store.take(await this.store.read.run(run, { mapping: null, sheet }));
  }

  protected async answer(run: ImportRun, { answers, forBatch }: Answers): Promise<void> {
    this.store.take(await this.store.read.run(run, { answers: [...answers], forBatch }));
  }
}
