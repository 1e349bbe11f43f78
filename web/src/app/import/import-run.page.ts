import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { api } from '../platform/api';
import { fillProblemText } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { formatBytes } from './file-size';
import { effectFacts } from './import-effects';
import { ImportFindings } from './import-findings';
import { ImportRunStore } from './import-run.store';
import { STATE_LOOKS } from './import-state';
import { ImportTotals } from './import-totals';
import { importLabels } from './import.labels';

/** One import: what was read, whether its sums agree, what a commit would do; commit, cancel, undo. */
@Component({
  selector: 'et-import-run-page',
  imports: [Button, Dialog, Facts, Failure, ImportFindings, ImportTotals, Loading, Notice, PageHead, RouterLink, Tag],
  providers: [ImportRunStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-run.page.html',
})
export class ImportRunPage {
  readonly importId = input.required<string>();

  protected readonly store = inject(ImportRunStore);
  protected readonly t = importLabels;
  private readonly session = inject(SessionStore);
  protected readonly isUndoing = signal(false);
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly mayRun = computed(() => this.session.has('finance'));
  protected readonly mayCommit = computed(() => {
    const run = this.store.run();
    return this.mayRun() && run?.isWorking === false && (run.state === 'previewed' || run.state === 'interrupted');
  });
  protected readonly look = computed(() => STATE_LOOKS[this.store.run()?.state ?? 'checking']);
  protected readonly crumbs = computed(() => [
    { label: this.t().crumb, link: ['/import'] },
    { label: this.store.run()?.fileName ?? '' },
  ]);
  protected readonly csvUrl = computed(() => `${api('imports', this.importId())}/errors.csv`);
  protected readonly problem = computed(
    () => this.store.commit.problem() ?? this.store.cancel.problem() ?? this.store.undo.problem(),
  );
  protected readonly failureText = computed(() => {
    const run = this.store.run();
    const code = run?.failureCode ?? null;
    if (run === null || code === null || run.state === 'interrupted') return null;
    return isProblemCode(code) ? fillProblemText(PROBLEMS[code].detail, run.failureParams) : code;
  });
  protected readonly facts = computed(() => {
    const run = this.store.run();
    if (run?.preview === null || run?.preview === undefined) return [];
    const { encoding, delimiter } = run.preview;
    const names: Readonly<Record<string, string>> = this.t().delimiters;
    return [
      { term: this.t().kindTerm, text: this.t().kinds[run.kind] },
      { term: this.t().profileTerm, text: run.profile },
      { term: this.t().encoding, text: encoding },
      { term: this.t().delimiter, text: names[delimiter] ?? delimiter },
      { term: this.t().size, text: formatBytes(run.fileBytes) },
    ];
  });
  protected readonly effects = computed(() => {
    const run = this.store.run();
    const effects = run?.effects ?? run?.preview?.effects;
    return effects === undefined ? [] : effectFacts(effects);
  });

  constructor() {
    effect(() => this.store.importId.set(this.importId()));
  }

  protected async commit(): Promise<void> {
    const hash = this.store.run()?.previewHash;
    if (hash) this.take(await this.store.commit.run(hash));
  }

  protected async cancel(): Promise<void> {
    this.take(await this.store.cancel.run());
  }

  protected async undo(): Promise<void> {
    this.isUndoing.set(false);
    this.take(await this.store.undo.run());
  }

  private take(run: ImportRun | null): void {
    if (run !== null) this.store.take(run);
  }
}
