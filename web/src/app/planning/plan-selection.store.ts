import { computed, inject, Injectable, signal } from '@angular/core';
import { PlanAmountsStore } from './plan-amounts.store';
import type { GridColumn } from './plan-columns';
import type { PlanLine } from './plan-rows';
import { at, blockOf, type Extent, type Place, type Selection, within } from './plan-selection';
import { PlanSheetStore } from './plan-sheet.store';

/** A cell in which an amount can be planned. */
export interface Target {
  readonly line: PlanLine;
  readonly fiscalYear: number;
}

/** Rows that a key moves by when a page goes by; the grid knows better once it is drawn. */
const PAGE_ROWS = 15;

/** Where somebody works: the active cell and the block around it. Column 0 is the name, the others are `columns`. */
@Injectable()
export class PlanSelectionStore {
  private readonly read = inject(PlanAmountsStore);
  private readonly sheet = inject(PlanSheetStore);
  readonly pageRows = signal(PAGE_ROWS);
  /** Null until somebody has moved: then the first amount is active. */
  private readonly chosen = signal<Selection | null>(null);

  readonly extent = computed<Extent>(() => ({
    lastRow: Math.max(0, this.sheet.rows().length - 1),
    lastColumn: this.sheet.columns().length,
    pageRows: this.pageRows(),
  }));
  /** Filters and comparison change the grid below; the selection stays inside. */
  readonly selection = computed<Selection>(() => {
    const { active, end } = this.chosen() ?? this.first();
    return { active: within(active, this.extent()), end: within(end, this.extent()) };
  });
  readonly active = computed(() => this.selection().active);
  readonly block = computed(() => blockOf(this.selection()));
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
    this.chosen.set({ active: isExtending ? this.active() : end, end });
  }

  all(): void {
    const { lastRow, lastColumn } = this.extent();
    this.chosen.set({ active: { row: 0, column: 1 }, end: { row: lastRow, column: lastColumn } });
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
