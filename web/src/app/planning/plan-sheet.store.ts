import { computed, inject, Injectable, untracked } from '@angular/core';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { PlanAmountsStore } from './plan-amounts.store';
import { PlanCellsStore } from './plan-cells.store';
import { columnsOf, type Comparison, type GridColumn } from './plan-columns';
import { gridLabels } from './plan-grid.labels';
import { filterLines, type GridRow, groupRows, type PlanLine, unitsBelow } from './plan-rows';
import {
  type Amounts,
  ceilingOf,
  difference,
  type FrameFigures,
  frameFigures,
  plannedByFrame,
  sumOf,
} from './plan-sums';

/** A figure of the grid: cents, or a share for a difference in percent. Null is said with a dash, never with 0. */
export interface Figure {
  readonly cents: number | null;
  readonly share?: number | null;
}

/** What the grid shows now: rows and columns of the view, with every sum live. */
@Injectable()
export class PlanSheetStore {
  private readonly read = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);

  readonly columns = computed(() => {
    const grid = this.read.grid();
    return grid === null ? [] : columnsOf(grid.years, grid.planYears, this.read.view().comparison);
  });

  readonly shown = computed<readonly PlanLine[]>(() => {
    const view = this.read.view();
    const units = view.unitId === null ? null : unitsBelow(this.read.units(), view.unitId);
    const lines = filterLines(this.read.lines(), view, units);
    if (!view.isPlannedOnly) return lines;
    // As it stood when the filter was set: a line whose last amount is emptied stays where somebody works.
    const planned = [...untracked(this.cells.amounts).values()];
    return lines.filter(({ index }) => planned.some((amounts) => (amounts[index] ?? null) !== null));
  });

  readonly rows = computed<readonly GridRow[]>(() => {
    const words = gridLabels().groups;
    const units = new Map(this.read.units().map(({ code, name }) => [code, `${code} ${name}`]));
    const unitName = (code: string): string => units.get(code) ?? code;
    return groupRows(this.shown(), this.read.view().group, { ...words, unitName });
  });

  /** Products of the whole version, to choose from. */
  readonly products = computed(() => {
    const names = new Map(this.read.lines().map(({ product, productName }) => [product, productName]));
    return [...names.entries()]
      .filter(([product]) => product !== '')
      .sort(([a], [b]) => a.localeCompare(b, 'de', { numeric: true }))
      .map(([product, name]) => ({ value: product, label: `${product} ${name}`.trim() }));
  });

  /** What each frame plans per year. A version of which only a part was read has no whole, then the API's sums stand. */
  private readonly planned = computed<ReadonlyMap<number, ReadonlyMap<FrameCode, number | null>>>(() => {
    const lines = this.read.lines();
    const isPart = this.read.grid()?.isTruncated === true;
    return new Map(
      [...this.cells.amounts()].map(([year, amounts]) => [
        year,
        isPart ? this.plannedByApi(year) : plannedByFrame(lines, amounts),
      ]),
    );
  });

  frame(code: FrameCode, fiscalYear: number): FrameFigures {
    const plannedCents = this.planned().get(fiscalYear)?.get(code) ?? null;
    return frameFigures(plannedCents, ceilingOf(this.read.frames() ?? [], code, fiscalYear));
  }

  /** The figure of one line in a column. */
  figureOf(column: GridColumn, { index }: PlanLine): Figure {
    return this.figure(column, (amounts) => amounts[index] ?? null);
  }

  /** The same for lines together. */
  sumOf(column: GridColumn, lines: readonly PlanLine[]): Figure {
    return this.figure(column, (amounts) => sumOf(lines, amounts));
  }

  private figure(column: GridColumn, of: (amounts: Amounts) => number | null): Figure {
    if (column.kind === 'amount') return { cents: of(this.cells.amounts().get(column.fiscalYear) ?? []) };
    const base = of(this.baseOf(column.base, column.fiscalYear));
    if (column.kind === 'base') return { cents: base };
    const change = difference(of(this.cells.amounts().get(column.fiscalYear) ?? []), base);
    return column.as === 'cents' ? { cents: change?.cents ?? null } : { cents: null, share: change?.share ?? null };
  }

  private baseOf(base: Comparison, fiscalYear: number): Amounts {
    if (base === 'before_changes') return this.read.beforeChanges().get(fiscalYear) ?? [];
    if (base === 'in_force') return this.read.inForce().get(fiscalYear) ?? [];
    return base === 'plan' ? this.read.planBefore() : this.read.actualBefore();
  }

  private plannedByApi(fiscalYear: number): ReadonlyMap<FrameCode, number | null> {
    const ofYear = this.read.frames()?.find((year) => year.fiscalYear === fiscalYear);
    return new Map(
      FRAME_CODES.map((code) => [code, ofYear?.frames.find(({ frame }) => frame === code)?.plannedCents ?? null]),
    );
  }
}
