import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../ui/amount/amount';
import { formatCents, formatNumber } from '../ui/amount/format';
import { Cell, type Column, VirtualTable } from '../ui/table/virtual-table';
import { amountLabels } from './plan-amounts.labels';
import { type GridRow, PlanAmountsStore } from './plan-amounts.store';
import { type Edit, readBlock, readCell } from './plan-cells';

/**
 * Lines and years as amount fields. Enter and arrows move down and up, a block from a spreadsheet fills from the cell in
 * which it is pasted. The year before the plan stands there for comparison and is not edited.
 */
@Component({
  selector: 'et-plan-grid',
  imports: [Amount, Cell, RouterLink, VirtualTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-grid.html',
})
export class PlanGridTable {
  readonly rows = input.required<readonly GridRow[]>();
  readonly years = input.required<readonly number[]>();
  readonly planYears = input.required<readonly number[]>();
  readonly mayWrite = input(false);
  readonly pasted = output<number>();
  protected readonly store = inject(PlanAmountsStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = amountLabels;

  protected readonly columns = computed<readonly Column[]>(() => {
    const words = amountLabels();
    const first = this.planYears()[0] ?? 0;
    return [
      { key: 'name', label: words.line },
      { key: 'account', label: words.account, width: '84px', isWideOnly: true },
      ...this.years().map((year): Column => {
        const label =
          year < first ? words.before(year) : this.planYears().includes(year) ? words.plan(year) : words.later(year);
        return {
          key: String(year),
          label,
          isNumber: true,
          width: '144px',
          isWideOnly: !this.planYears().includes(year),
        };
      }),
    ];
  });
  protected readonly caption = computed(() => amountLabels().caption(formatNumber(this.rows().length)));
  protected readonly identity = (row: GridRow): string => row.lineId;

  protected isEditable(year: number): boolean {
    return this.mayWrite() && year >= (this.planYears()[0] ?? 0);
  }

  /** A cell that is only read: the plan in force for the year before, otherwise what this version says. */
  protected shownCents(row: GridRow, year: number): number | null {
    return year === this.store.yearBefore()
      ? this.store.beforeCents(row.lineId)
      : this.store.storedCents(row.lineId, year);
  }

  protected textOf(row: GridRow, year: number): string {
    const edit = this.store.editOf(row.lineId, year);
    if (edit !== undefined)
      return edit.cents === undefined || edit.cents === null ? edit.text : formatCents(edit.cents);
    const stored = this.store.storedCents(row.lineId, year);
    return stored === null ? '' : formatCents(stored);
  }

  protected isChanged(row: GridRow, year: number): boolean {
    return this.store.editOf(row.lineId, year) !== undefined;
  }

  protected isWrong(row: GridRow, year: number): boolean {
    const edit = this.store.editOf(row.lineId, year);
    return edit !== undefined && edit.cents === undefined;
  }

  protected change(row: GridRow, year: number, event: Event): void {
    const field = event.target as HTMLInputElement;
    const edit = readCell(row.lineId, year, field.value);
    this.store.take([edit]);
    // The same amount written differently is no change; then the field shows it in its usual form again.
    field.value = this.textOf(row, year);
  }

  protected move(row: GridRow, year: number, event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1;
    if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key) || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    const next = this.rows()[this.rows().indexOf(row) + step];
    const selector = `[data-cell="${next?.lineId ?? ''}|${year}"]`;
    const field = this.host.nativeElement.querySelector<HTMLInputElement>(selector);
    field?.focus();
    field?.select();
  }

  protected paste(row: GridRow, year: number, event: ClipboardEvent): void {
    const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (block === null) return;
    event.preventDefault();
    const rows = this.rows().slice(this.rows().indexOf(row));
    const years = this.years().filter((other) => other >= year && this.isEditable(other));
    const edits: Edit[] = block.slice(0, rows.length).flatMap((cells, down) =>
      cells.slice(0, years.length).flatMap((text, right) => {
        const target = rows[down];
        const targetYear = years[right];
        return target === undefined || targetYear === undefined ? [] : [readCell(target.lineId, targetYear, text)];
      }),
    );
    this.store.take(edits);
    this.pasted.emit(edits.length);
  }
}
