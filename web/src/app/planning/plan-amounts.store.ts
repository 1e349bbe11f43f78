import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, InjectionToken, linkedSignal, signal, untracked } from '@angular/core';
import type {
  FiscalYearRow,
  FramesOfYear,
  PlanGrid,
  PlanVersionDetail,
  SetPlanAmounts,
} from '@etatlotse/contracts/planning';
import { type ChangedCell, PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { query } from '../platform/api';
import { Clock } from '../platform/clock';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { type CellKey, cellKey, type Edit } from './plan-cells';
import { PlanningClient } from './planning.client';

/** A line of the grid with its place in the columns. */
export interface GridRow {
  readonly index: number;
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly account: string;
}

export type FrameView = FrameCode | 'none' | 'all';

/** A frame sums what is needed; revenue has a formula of its own. */
const SPENDING: readonly string[] = ['expense', 'payment'];

/** How long typing must pause before cells save themselves. */
export const SAVE_AFTER_MS = new InjectionToken<number>('pause before saving', { factory: () => 900 });

/**
 * The amounts of one version. What is typed stands in `edits` until the server has it; the grid itself is not read again
 * after a save, so that nobody loses their place. Each save says what was seen in a cell: nobody overwrites unseen figures.
 */
@Injectable()
export class PlanAmountsStore {
  private readonly client = inject(PlanningClient);
  private readonly permissions = inject(Permissions);
  private readonly clock = inject(Clock);
  private readonly saveAfterMs = inject(SAVE_AFTER_MS);
  readonly versionId = signal('');
  readonly view = signal<{ readonly frame: FrameView; readonly q: string }>(
    { frame: 'CORE', q: '' },
    { equal: (a, b) => a.frame === b.frame && a.q === b.q },
  );

  private readonly detailResource = httpResource<PlanVersionDetail>(() =>
    this.versionId() === '' ? undefined : PLANNING_PATHS.planVersion(this.versionId()),
  );
  private readonly gridResource = httpResource<PlanGrid>(() => {
    const { frame, q } = this.view();
    return this.versionId() === ''
      ? undefined
      : {
          url: PLANNING_PATHS.planAmounts(this.versionId()),
          params: query({ frame: frame === 'all' ? null : frame, q }),
        };
  });
  private readonly frameResource = httpResource<readonly FramesOfYear[]>(() =>
    this.versionId() === ''
      ? undefined
      : { url: PLANNING_PATHS.frames, params: query({ planVersionId: this.versionId() }) },
  );

  private readonly yearResource = httpResource<readonly FiscalYearRow[]>(() => PLANNING_PATHS.fiscalYears);
  /** The year before the plan, and the plan that holds in it: what the new figures are compared with. */
  readonly yearBefore = computed(() => {
    const grid = this.grid();
    return grid === null || grid.planYears[0] === undefined ? null : grid.planYears[0] - 1;
  });
  private readonly planBeforeId = computed(() => {
    const years = this.yearResource.hasValue() ? this.yearResource.value() : [];
    return years.find(({ fiscalYear }) => fiscalYear === this.yearBefore())?.planInForce?.id ?? null;
  });
  private readonly beforeResource = httpResource<PlanGrid>(() => {
    const { frame, q } = this.view();
    const id = this.planBeforeId();
    return id === null
      ? undefined
      : { url: PLANNING_PATHS.planAmounts(id), params: query({ frame: frame === 'all' ? null : frame, q }) };
  });
  private readonly before = computed<ReadonlyMap<string, number | null>>(() => {
    const grid = this.beforeResource.hasValue() ? this.beforeResource.value() : null;
    const amounts = grid?.amountCents[grid.years.indexOf(this.yearBefore() ?? 0)];
    return new Map(grid?.columns.lineId.map((lineId, index) => [lineId, amounts?.[index] ?? null]));
  });

  readonly detail = computed(() => (this.detailResource.hasValue() ? this.detailResource.value() : null));
  readonly grid = computed(() => (this.gridResource.hasValue() ? this.gridResource.value() : null));
  readonly frames = computed(() => (this.frameResource.hasValue() ? this.frameResource.value() : null));
  readonly failure = computed(() => {
    const error = this.detailResource.error() ?? this.gridResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('plan.write') && this.grid()?.isOpen === true);
  readonly frameCode = computed<FrameCode | null>(() => FRAME_CODES.find((code) => code === this.view().frame) ?? null);

  /** Plan years and the outlook, without the year before. */
  readonly ownYears = computed(() => this.grid()?.years.filter((year) => year !== this.yearBefore()) ?? []);

  readonly rows = computed<readonly GridRow[]>(() => {
    const columns = this.grid()?.columns;
    if (columns === undefined) return [];
    return columns.lineId.map((lineId, index) => ({
      index,
      lineId,
      number: columns.number[index] ?? '',
      name: columns.name[index] ?? '',
      account: columns.account[index] ?? '',
    }));
  });

  /** Where each line stands in the columns. */
  private readonly places = computed(() => new Map(this.rows().map((row) => [row.lineId, row])));
  private readonly editMap = signal<ReadonlyMap<CellKey, Edit>>(new Map());
  readonly edits = computed(() => [...this.editMap().values()]);
  /** What the server holds by now, cell by cell, where the grid was read before that. */
  private readonly stored = linkedSignal<PlanGrid | null, ReadonlyMap<CellKey, number | null>>({
    source: this.grid,
    computation: () => new Map(),
  });
  readonly ready = computed(() => this.edits().filter(({ cents }) => cents !== undefined));
  readonly unreadable = computed(() => this.edits().filter((edit) => edit.cents === undefined && !edit.ambiguous));
  readonly ambiguous = computed(() => this.edits().filter((edit) => edit.ambiguous !== undefined));
  readonly savedAtMs = signal<number | null>(null);

  readonly save = command((amounts: SetPlanAmounts) => this.client.setAmounts(this.versionId(), amounts));
  private timer: ReturnType<typeof setTimeout> | undefined;

  editOf(lineId: string, fiscalYear: number): Edit | undefined {
    return this.editMap().get(cellKey(lineId, fiscalYear));
  }

  /** What the server holds in a cell, as far as this page has seen. */
  storedCents(lineId: string, fiscalYear: number): number | null {
    const stored = this.stored().get(cellKey(lineId, fiscalYear));
    if (stored !== undefined) return stored;
    const grid = this.grid();
    const place = this.places().get(lineId);
    if (grid === null || place === undefined) return null;
    return grid.amountCents[grid.years.indexOf(fiscalYear)]?.[place.index] ?? null;
  }

  /**
   * What the shown lines plan per year, for years that are not set up and so have no frame to compare with. A filtered
   * list is no whole, then nothing is said.
   */
  readonly shownSums = computed<ReadonlyMap<number, number>>(() => {
    const grid = this.grid();
    if (grid === null || this.view().q !== '' || grid.isTruncated) return new Map();
    const spending = this.rows().filter(({ index }) => SPENDING.includes(grid.columns.direction[index] ?? ''));
    return new Map(
      grid.years.map((year) => [
        year,
        spending.reduce((sum, { lineId }) => sum + (this.storedCents(lineId, year) ?? 0), 0),
      ]),
    );
  });

  /** What the plan in force says for the line in the year before. */
  beforeCents(lineId: string): number | null {
    return this.before().get(lineId) ?? null;
  }

  nameOf(lineId: string): string {
    return this.places().get(lineId)?.name ?? '';
  }

  /** Takes what was typed or pasted; a cell that says what stands there already is no change. */
  take(edits: readonly Edit[]): void {
    this.editMap.update((before) => {
      const after = new Map(before);
      for (const edit of edits) {
        const key = cellKey(edit.lineId, edit.fiscalYear);
        if (edit.cents === this.storedCents(edit.lineId, edit.fiscalYear)) after.delete(key);
        else after.set(key, edit);
      }
      return after;
    });
    this.schedule();
  }

  /** The answer to "what does the point mean?", for all cells that ask it. */
  takeThousands(): void {
    this.take(
      this.ambiguous().map(({ lineId, fiscalYear, text, ambiguous }) => ({
        lineId,
        fiscalYear,
        text,
        cents: ambiguous?.cents,
      })),
    );
  }

  /** Somebody else's figures replace one's own in these cells. */
  takeTheirs(cells: readonly ChangedCell[]): void {
    this.see(cells);
    this.drop(cells);
    this.save.clear();
    this.schedule();
  }

  /** One's own figures stay, now in knowledge of what the others wrote. */
  keepMine(cells: readonly ChangedCell[]): void {
    this.see(cells);
    this.save.clear();
    void this.saveNow();
  }

  /** Gives up everything that is not saved. */
  discard(): void {
    this.editMap.set(new Map());
    this.save.clear();
  }

  async saveNow(unknownFrameReason?: string): Promise<void> {
    clearTimeout(this.timer);
    const ready = untracked(this.ready);
    if (ready.length === 0 || untracked(this.save.isRunning)) return;
    const done = await this.save.run({
      lineIds: ready.map(({ lineId }) => lineId),
      fiscalYears: ready.map(({ fiscalYear }) => fiscalYear),
      amountCents: ready.map(({ cents }) => cents ?? null),
      seenCents: ready.map(({ lineId, fiscalYear }) => this.storedCents(lineId, fiscalYear)),
      ...(unknownFrameReason === undefined ? {} : { unknownFrameReason }),
    });
    if (done === null) return;
    this.see(ready.map(({ lineId, fiscalYear, cents }) => ({ lineId, fiscalYear, amountCents: cents ?? null })));
    this.forget(ready);
    this.savedAtMs.set(this.clock.nowMs());
    this.frameResource.reload();
    // Typed while the save was under way.
    this.schedule();
  }

  reload(): void {
    this.detailResource.reload();
    this.gridResource.reload();
    this.frameResource.reload();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (untracked(this.ready).length > 0 && untracked(this.save.problem) === null) {
      this.timer = setTimeout(() => void this.saveNow(), this.saveAfterMs);
    }
  }

  private see(cells: readonly ChangedCell[]): void {
    this.stored.update((before) => {
      const after = new Map(before);
      for (const cell of cells) after.set(cellKey(cell.lineId, cell.fiscalYear), cell.amountCents);
      return after;
    });
  }

  private drop(cells: readonly ChangedCell[]): void {
    this.editMap.update((before) => {
      const after = new Map(before);
      for (const cell of cells) after.delete(cellKey(cell.lineId, cell.fiscalYear));
      return after;
    });
  }

  /** Saved edits go, unless the cell was changed once more meanwhile. */
  private forget(saved: readonly Edit[]): void {
    this.editMap.update((before) => {
      const after = new Map(before);
      for (const edit of saved) {
        const key = cellKey(edit.lineId, edit.fiscalYear);
        if (after.get(key) === edit) after.delete(key);
      }
      return after;
    });
  }
}
