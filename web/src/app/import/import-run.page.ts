import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { language } from '../ui/language/language';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Steps } from '../ui/steps/steps';
import { headOf } from './import-answer';
import { ImportDecision } from './import-decision';
import { ImportEffectsList } from './import-effects';
import { ImportFindings } from './import-findings';
import { ImportFormat } from './import-format';
import { ImportPoint } from './import-point';
import { ImportProgress } from './import-progress';
import { ImportResult } from './import-result';
import { importRunLabels } from './import-run.labels';
import { ImportRunStore } from './import-run.store';
import { ImportState } from './import-state';
import { ImportTotals } from './import-totals';
import { runFailure, undoRefusal } from './import-words';
import { importLabels } from './import.labels';
import { NewImportStore } from './new-import.store';

const WORK_STEPS = ['facts', 'booking', 'balances', 'finishing'] as const;

/** One import: its check, its preview with the decision, its result with the way back. */
@Component({
  selector: 'et-import-run-page',
  imports: [
    Button,
    Failure,
    ImportDecision,
    ImportEffectsList,
    ImportFindings,
    ImportFormat,
    ImportPoint,
    ImportProgress,
    ImportResult,
    ImportState,
    ImportTotals,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Steps,
  ],
  providers: [ImportRunStore, NewImportStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-run.page.html',
})
export class ImportRunPage {
  readonly importId = input.required<string>();

  protected readonly store = inject(ImportRunStore);
  private readonly kinds = inject(NewImportStore);
  protected readonly t = importRunLabels;
  protected readonly head = computed(() => {
    const run = this.store.run();
    return run === null ? null : headOf(run);
  });
  protected readonly crumbs = computed(() => [
    { label: importLabels().title, link: ['/import'] },
    { label: this.store.run()?.fileName ?? '…' },
  ]);
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
  protected readonly isOpen = computed(() => this.step() === 2 && this.store.run()?.isWorking !== true);
  protected readonly progress = computed(() => {
    const run = this.store.run();
    return run?.isWorking ? progressOf(run) : null;
  });
  protected readonly canCancel = computed(() => this.store.mayRun() && this.store.run()?.state !== 'committed');
  protected readonly failure = computed(() => {
    const run = this.store.run();
    return run === null || run.state === 'failed' ? null : runFailure(run);
  });
  protected readonly refusal = computed(
    () => undoRefusal(this.store.undo.problem()) ?? this.store.commit.problem() ?? this.store.cancel.problem(),
  );
  protected readonly profile = computed(() => {
    const code = this.store.run()?.profile ?? '';
    return this.kinds.profiles().find((known) => known.code === code)?.label[language()] ?? code;
  });

  constructor() {
    effect(() => this.store.importId.set(this.importId()));
    effect(() => {
      const kind = this.store.run()?.kind;
      if (kind !== undefined) this.kinds.kind.set(kind);
    });
  }

  protected async commit(run: ImportRun): Promise<void> {
    this.store.take(await this.store.commit.run(run));
  }

  protected async cancel(run: ImportRun): Promise<void> {
    this.store.take(await this.store.cancel.run(run));
  }

  protected async undo(run: ImportRun): Promise<void> {
    this.store.take(await this.store.undo.run(run));
  }
}

/** What the job at work is doing, as a sentence and a share where one is known. */
function progressOf(run: ImportRun): { readonly text: string; readonly detail: string; readonly share: number | null } {
  const words = importRunLabels();
  const sentences: Readonly<Record<string, string | undefined>> = words.work;
  const text = sentences[run.step] ?? words.work.waiting;
  if (run.state === 'checking') {
    const total = run.rowsTotal ?? run.progressTotal;
    const share = total === null || total === 0 ? null : Math.min(1, run.progress / total);
    return { text, detail: run.progress > 0 ? words.rowsRead(formatNumber(run.progress)) : '', share };
  }
  const at = WORK_STEPS.findIndex((step) => step === run.step);
  const all = run.progressTotal ?? WORK_STEPS.length;
  return at < 0
    ? { text, detail: '', share: null }
    : { text, detail: words.stepOf(`${at + 1}`, `${all}`), share: at / all };
}
