import { computed, inject, Injectable, signal } from '@angular/core';
import { PlanAmountsStore } from './plan-amounts.store';
import type { GridColumn } from './plan-columns';
import type { PlanLine } from './plan-rows';
import { at, blockOf, type Extent, moved, nextIn, type Place, type Selection, within } from './plan-selection';
import { PlanSheetStore } from './plan-sheet.store';

/** A cell in which an amount can be planned. */
export interface Target {
  readonly line: PlanLine;
  readonly fiscalYear: number;
}

/** Rows that a key moves by when a page goes by; the grid knows better once it is drawn. */
const PAGE_ROWS = 15;

/** The mouse moves many times within one cell. */
const isSame = (one: Selection | null, other: Selection | null): boolean =>
  one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);

/** Where somebody works: the active cell and the block around it. Column 0 is the name, the others are `columns`. */
@Injectable()
export class PlanSelectionStore {
  private readonly read = inject(PlanAmountsStore);
  private readonly sheet = inject(PlanSheetStore);
  readonly pageRows = signal(PAGE_ROWS);
  /** Null until somebody has moved: then the first amount is active. */
  private readonly chosen = signal<Selection | null>(null, { equal: isSame });

  readonly extent = computed<Extent>(() => ({
    lastRow: Math.max(0, this.sheet.rows().length - 1),
    lastColumn: this.sheet.columns().length,
    pageRows: this.pageRows(),
  }));
  /** Filters and comparison change the grid below; the selection stays inside. */
  readonly selection = computed<Selection>(() => {
    const { active, anchor, end } = this.chosen() ?? this.first();
    const extent = this.extent();
    return { active: within(active, extent), anchor: within(anchor, extent), end: within(end, extent) };
  });
  readonly active = computed(() => this.selection().active);
  readonly block = computed(() => blockOf(this.selection()));
  /** Where Tab was pressed first in a row: Enter leads back below it. Null when something else moved since. */
  private tabColumn: number | null = null;
  readonly isBlock = computed(() => {
    const { top, bottom, left, right } = this.block();
    return top !== bottom || left !== right;
  });

  readonly activeLine = computed<PlanLine | null>(() => this.lineAt(this.active().row));
  readonly activeColumn = computed<GridColumn | null>(() => this.sheet.columns()[this.active().column - 1] ?? null);
  /** The year of the active cell, or the first plan year where the active cell has none. */
  readonly activeYear = computed(() => {
    const column = this.activeColumn();
    return column?.kind === 'amount' ? column.fiscalYear : this.read.firstYear();
  });
  /** The active cell, when an amount can be planned in it. */
  readonly activeTarget = computed<Target | null>(() => {
    const line = this.activeLine();
    const column = this.activeColumn();
    return line === null || column?.kind !== 'amount' || !this.read.mayWrite()
      ? null
      : { line, fiscalYear: column.fiscalYear };
  });

  /** Every selected cell in which an amount can be planned, line by line, years in order. */
  readonly targets = computed<readonly Target[]>(() => {
    if (!this.read.mayWrite()) return [];
    const years = this.years();
    return this.lines().flatMap((line) => years.map((fiscalYear) => ({ line, fiscalYear })));
  });
  /** Selected lines; heads of groups are none. */
  readonly lines = computed<readonly PlanLine[]>(() => {
    const { top, bottom } = this.block();
    return this.sheet
      .rows()
      .slice(top, bottom + 1)
      .flatMap((row) => (row.kind === 'line' ? [row.line] : []));
  });
  /** Selected years. */
  readonly years = computed<readonly number[]>(() => {
    const { left, right } = this.block();
    return this.sheet
      .columns()
      .slice(Math.max(0, left - 1), right)
      .flatMap((column) => (column.kind === 'amount' ? [column.fiscalYear] : []));
  });

  /** Makes a cell the active one; `isExtending` keeps it and moves the other corner of the block. */
  go(place: Place, isExtending = false): void {
    const end = within(place, this.extent());
    const active = isExtending ? this.active() : end;
    this.tabColumn = null;
    this.chosen.set({ active, anchor: active, end });
  }

  /** Where a key leads from here; null when it is none that moves. */
  target(key: string, isFar: boolean, isExtending: boolean): Place | null {
    const { active, end } = this.selection();
    return moved(isExtending ? end : active, key, isFar, this.extent(), (place) => this.isFilled(place));
  }

  /**
   * Enter and Tab: on through the block, else down or right. After some Tabs, Enter begins the next row where the first Tab
   * was pressed. False when Tab has come to the end of the grid.
   */
  step(key: 'Enter' | 'Tab', isBack: boolean): boolean {
    const { active, anchor, end } = this.selection();
    const way = key === 'Enter' ? 'down' : 'right';
    if (this.isBlock()) {
      this.chosen.set({ active: nextIn(this.block(), active, way, isBack), anchor, end });
      return true;
    }
    const by = isBack ? -1 : 1;
    if (key === 'Enter') {
      this.go({ row: active.row + by, column: this.tabColumn ?? active.column });
      return true;
    }
    const { lastRow, lastColumn } = this.extent();
    const first = this.first().active.column;
    const start = this.tabColumn ?? active.column;
    const isAtRim = isBack ? active.column <= first : active.column >= lastColumn;
    if (isAtRim && active.row === (isBack ? 0 : lastRow)) return false;
    if (isAtRim) this.go({ row: active.row + by, column: isBack ? lastColumn : first });
    else this.go({ row: active.row, column: active.column + by });
    this.tabColumn = isAtRim ? first : start;
    return true;
  }

  all(): void {
    const { lastRow, lastColumn } = this.extent();
    this.choose({ row: 0, column: 1 }, { row: lastRow, column: lastColumn });
  }

  /** The whole rows of the selection. */
  wholeRows(): void {
    const { top, bottom } = this.block();
    this.choose({ row: top, column: 0 }, { row: bottom, column: this.extent().lastColumn });
  }

  /** The whole columns of the selection, or one column. */
  wholeColumns(column?: number): void {
    const { left, right } = this.block();
    const lastRow = this.extent().lastRow;
    if (column !== undefined) this.go({ row: 0, column });
    this.choose({ row: 0, column: column ?? left }, { row: lastRow, column: column ?? right });
  }

  /** Selects the cells that were just changed, as far as they are shown; of scattered ones the first. */
  showCells(cells: readonly { readonly lineId: string; readonly fiscalYear: number }[]): void {
    const lineIds = new Set(cells.map(({ lineId }) => lineId));
    const years = new Set(cells.map(({ fiscalYear }) => fiscalYear));
    const rows = this.sheet
      .rows()
      .flatMap((row, at) => (row.kind === 'line' && lineIds.has(row.line.lineId) ? [at] : []));
    const columns = this.sheet
      .columns()
      .flatMap((column, at) => (column.kind === 'amount' && years.has(column.fiscalYear) ? [at + 1] : []));
    const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
    if (top === undefined || bottom === undefined || left === undefined || right === undefined) return;
    this.tabColumn = null;
    const start = { row: top, column: left };
    const isBlock = (bottom - top + 1) * (right - left + 1) === cells.length;
    this.chosen.set({ active: start, anchor: start, end: isBlock ? { row: bottom, column: right } : start });
  }

  private choose(anchor: Place, end: Place): void {
    this.tabColumn = null;
    this.chosen.set({ active: this.active(), anchor, end });
  }

  private isFilled({ row, column }: Place): boolean {
    const [shown, ofYear] = [this.sheet.rows()[row], this.sheet.columns()[column - 1]];
    if (shown === undefined || ofYear === undefined) return shown !== undefined && column === 0;
    const figure =
      shown.kind === 'line' ? this.sheet.figureOf(ofYear, shown.line) : this.sheet.sumOf(ofYear, shown.lines);
    return figure.cents !== null || (figure.share ?? null) !== null;
  }

  private first(): Selection {
    return at(
      0,
      1 +
        Math.max(
          0,
          this.sheet.columns().findIndex(({ kind }) => kind === 'amount'),
        ),
    );
  }

  private lineAt(index: number): PlanLine | null {
    const row = this.sheet.rows()[index];
    return row?.kind === 'line' ? row.line : null;
  }
}
