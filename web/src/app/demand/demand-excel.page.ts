import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { FileDrop } from '../ui/file-drop/file-drop';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { DemandExcelChanges } from './demand-excel-changes';
import { demandExcelLabels } from './demand-excel.labels';
import { DemandExcelStore } from './demand-excel.store';
import { demandLabels } from './demand.labels';

/** The demands of a department as an Excel workbook: out, and back in after a look at what would change. */
@Component({
  selector: 'et-demand-excel-page',
  imports: [
    Amount,
    Button,
    DemandExcelChanges,
    Empty,
    Failure,
    FileDrop,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Scroll,
  ],
  providers: [DemandExcelStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-excel.page.html',
})
export class DemandExcelPage {
  protected readonly store = inject(DemandExcelStore);
  protected readonly t = demandExcelLabels;
  protected readonly words = demandLabels;
  protected readonly number = formatNumber;
  /** What was just stored, in words. */
  protected readonly taken = signal<string | null>(null);
  protected readonly crumbs = computed(() => [
    { label: demandLabels().title, link: ['/demands'] },
    { label: this.t().title },
  ]);
  protected readonly question = computed(() => {
    const round = this.store.round();
    return round === null ? this.t().title : this.t().question(demandLabels().years(round.firstYear, round.lastYear));
  });
  protected readonly rowsOf = computed(() => {
    const rows = this.store.reading()?.rows ?? [];
    return {
      added: rows.filter(({ kind }) => kind === 'new'),
      changed: rows.filter(({ kind }) => kind === 'changed'),
      conflicts: rows.filter(({ kind }) => kind === 'conflict'),
    };
  });
  protected readonly takes = computed(() => this.store.added() + this.store.changed());
  /** What the file says, in one sentence: what is new, changed, the same, and what stays out. */
  protected readonly sentence = computed(() => {
    const [reading, words] = [this.store.reading(), this.t()];
    if (reading === null) return '';
    const parts = [
      [this.store.added(), words.added] as const,
      [this.store.changed(), words.changed] as const,
      [this.store.conflicts(), words.conflicts] as const,
      [reading.errorCount, words.errors] as const,
    ].filter(([count]) => count > 0);
    if (parts.length === 0) return words.nothing(reading.fileName);
    const said = parts.map(([count, say]) => say(count));
    if (reading.sameCount > 0) said.push(words.same(reading.sameCount));
    return words.counts(said.join(', '));
  });
  protected readonly effect = computed(() => {
    const rows = (this.store.reading()?.rows ?? []).filter(({ kind }) => kind !== 'conflict');
    if (rows.length === 0) return '';
    const sum = (cents: readonly (number | null)[]): string =>
      formatWholeEuro(cents.reduce<number>((total, one) => total + (one ?? 0), 0));
    const { effect } = this.t();
    return effect(sum(rows.map((row) => row.planBeforeCents)), sum(rows.map((row) => row.planAfterCents)));
  });

  protected choose(files: readonly File[]): void {
    const [file] = files;
    this.taken.set(null);
    if (file !== undefined) void this.store.choose(file);
  }

  protected async take(): Promise<void> {
    const taken = await this.store.confirm();
    if (taken === null) return;
    const { added, changed } = this.t();
    const parts = [taken.added > 0 ? added(taken.added) : '', taken.changed > 0 ? changed(taken.changed) : ''];
    this.taken.set(this.t().taken(parts.filter((part) => part !== '').join(', ')));
  }

  protected who(row: {
    readonly row: number;
    readonly changedByName: string | null;
    readonly changedAt: string | null;
  }): string {
    const name = row.changedByName ?? this.t().someone;
    return this.t().conflictBy(
      formatNumber(row.row),
      name,
      row.changedAt === null ? '' : formatDateTime(row.changedAt),
    );
  }
}
