import { HttpParams } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { PLANNING_PATHS, type PlanFileReading } from '@etatlotse/contracts/planning/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { PlanAmountsStore } from './plan-amounts.store';
import { editOf } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';
import { PlanningClient } from './planning.client';

/** What a file changes in one year, over the lines it names. */
export interface YearChange {
  readonly fiscalYear: number;
  readonly cells: number;
  readonly beforeCents: number;
  readonly afterCents: number;
}

/** A spreadsheet between reading and taking over. Nothing is stored before; afterwards it is one deed that can be undone. */
@Injectable()
export class PlanFileStore {
  private readonly client = inject(PlanningClient);
  private readonly amounts = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);
  readonly reading = signal<PlanFileReading | null>(null);
  readonly read = command((file: File) => this.client.readAmountsFile(this.amounts.versionId(), file));

  /** The spreadsheet of what the filter shows. */
  readonly workbookUrl = computed(() => {
    const { frame, unitId, product, q } = this.amounts.view();
    const view = query({ frame: frame === 'all' ? null : frame, unitId, product, q });
    const asked = new HttpParams({ fromObject: view }).toString();
    return `${PLANNING_PATHS.planWorkbook(this.amounts.versionId())}${asked === '' ? '' : `?${asked}`}`;
  });

  readonly changes = computed<readonly YearChange[]>(() => {
    const reading = this.reading();
    if (reading === null) return [];
    const byYear = new Map<number, YearChange>();
    for (const [at, fiscalYear] of reading.fiscalYears.entries()) {
      const now = byYear.get(fiscalYear) ?? { fiscalYear, cells: 0, beforeCents: 0, afterCents: 0 };
      byYear.set(fiscalYear, {
        fiscalYear,
        cells: now.cells + 1,
        beforeCents: now.beforeCents + (this.cells.centsOf(reading.lineIds[at] ?? '', fiscalYear) ?? 0),
        afterCents: now.afterCents + (reading.amountCents[at] ?? 0),
      });
    }
    return [...byYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
  });

  async choose(file: File): Promise<void> {
    // What was typed a moment ago counts as said before the file.
    await this.cells.saveNow();
    this.reading.set(await this.read.run(file));
  }

  /** Puts what the file says into the cells, where it is saved like anything typed. Answers how many. */
  take(): number {
    const reading = this.reading();
    if (reading === null) return 0;
    this.cells.take(
      reading.lineIds.map((lineId, at) =>
        editOf(lineId, reading.fiscalYears[at] ?? 0, reading.amountCents[at] ?? null),
      ),
    );
    this.close();
    return reading.lineIds.length;
  }

  close(): void {
    this.reading.set(null);
    this.read.clear();
  }
}
