import { computed, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import type { PlanGrid, SetPlanAmounts } from '@etatlotse/contracts/planning';
import { type ChangedCell, PLAN_CELLS_MAX } from '@etatlotse/contracts/planning/plain';
import { Clock } from '../platform/clock';
import { command } from '../platform/command';
import { SAVE_AFTER_MS } from '../platform/saving';
import { type CellHistory, type Deed, NO_HISTORY, redoLast, undoLast, withDeed } from './cell-history';
import { PlanAmountsStore } from './plan-amounts.store';
import { type CellKey, cellKey, type Edit, editOf } from './plan-cells';
import type { Amounts } from './plan-sums';
import { PlanningClient } from './planning.client';

/**
 * What is typed, until the server has it. The grid itself is not read again after a save, so that nobody loses their
 * place. Each save says what was seen in a cell: nobody overwrites unseen figures. Undo is a new change like any other.
 */
@Injectable()
export class PlanCellsStore {
  private readonly client = inject(PlanningClient);
  private readonly read = inject(PlanAmountsStore);
  private readonly clock = inject(Clock);
  private readonly saveAfterMs = inject(SAVE_AFTER_MS);

  /** The grid as it was read last. It outlives the page, whose last figures are saved while it closes. */
  private readonly known = linkedSignal<PlanGrid | null, PlanGrid | null>({
    source: this.read.grid,
    computation: (grid, before) => grid ?? before?.value ?? null,
  });
  private readonly places = computed(() => new Map(this.known()?.columns.lineId.map((lineId, at) => [lineId, at])));
  /** Edits belong to the version in which they were typed; nothing of them comes into another one. */
  private readonly versionId = computed(() => this.known()?.versionId ?? '');
  private readonly editMap = linkedSignal<string, ReadonlyMap<CellKey, Edit>>({
    source: this.versionId,
    computation: () => new Map(),
  });
  readonly edits = computed(() => [...this.editMap().values()]);
  /** What the server holds by now, cell by cell, where the grid was read before that. */
  private readonly stored = linkedSignal<PlanGrid | null, ReadonlyMap<CellKey, ChangedCell>>({
    source: this.known,
    computation: () => new Map(),
  });
  readonly ready = computed(() => this.edits().filter(({ cents }) => cents !== undefined));
  readonly unreadable = computed(() => this.edits().filter((edit) => edit.cents === undefined && !edit.ambiguous));
  readonly ambiguous = computed(() => this.edits().filter((edit) => edit.ambiguous !== undefined));
  readonly savedAtMs = signal<number | null>(null);
  private readonly history = linkedSignal<string, CellHistory>({
    source: this.versionId,
    computation: () => NO_HISTORY,
  });
  readonly canUndo = computed(() => this.history().done.length > 0);
  readonly canRedo = computed(() => this.history().undone.length > 0);

  /** What stands in the cells now, typed or saved: one list a year of the grid, in the order of its lines. */
  readonly amounts = computed<ReadonlyMap<number, Amounts>>(() => {
    const grid = this.known();
    const places = this.places();
    const now = new Map(grid?.years.map((year, at) => [year, [...(grid.amountCents[at] ?? [])]]));
    const put = (lineId: string, fiscalYear: number, amountCents: number | null): void => {
      const place = places.get(lineId);
      const ofYear = now.get(fiscalYear);
      if (place !== undefined && ofYear !== undefined) ofYear[place] = amountCents;
    };
    for (const cell of this.stored().values()) put(cell.lineId, cell.fiscalYear, cell.amountCents);
    for (const edit of this.ready()) put(edit.lineId, edit.fiscalYear, edit.cents ?? null);
    return now;
  });

  readonly save = command((amounts: SetPlanAmounts) => this.client.setAmounts(this.versionId(), amounts));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSave: Promise<void> = Promise.resolve();

  editOf(lineId: string, fiscalYear: number): Edit | undefined {
    return this.editMap().get(cellKey(lineId, fiscalYear));
  }

  /** What stands in a cell: the readable text of an edit, else what the server holds. */
  centsOf(lineId: string, fiscalYear: number): number | null {
    const edit = this.editOf(lineId, fiscalYear);
    return edit?.cents === undefined ? this.storedCents(lineId, fiscalYear) : edit.cents;
  }

  /** What the server holds in a cell, as far as this page has seen. */
  storedCents(lineId: string, fiscalYear: number): number | null {
    const stored = this.stored().get(cellKey(lineId, fiscalYear));
    if (stored !== undefined) return stored.amountCents;
    const grid = this.known();
    const place = this.places().get(lineId);
    if (grid === null || place === undefined) return null;
    return grid.amountCents[grid.years.indexOf(fiscalYear)]?.[place] ?? null;
  }

  /** Takes what was typed, pasted or calculated as one deed that can be undone. */
  take(edits: readonly Edit[]): void {
    const before = edits.map(
      ({ lineId, fiscalYear }) =>
        this.editOf(lineId, fiscalYear) ?? editOf(lineId, fiscalYear, this.storedCents(lineId, fiscalYear)),
    );
    const isChange = edits.some((edit, at) => edit.cents !== before[at]?.cents || edit.cents === undefined);
    if (isChange) this.history.update((history) => withDeed(history, { before, after: edits }));
    this.put(edits);
  }

  undo(): Deed | null {
    const step = undoLast(this.history());
    if (step === null) return null;
    this.history.set(step.history);
    this.put(step.deed.before);
    return step.deed;
  }

  redo(): Deed | null {
    const step = redoLast(this.history());
    if (step === null) return null;
    this.history.set(step.history);
    this.put(step.deed.after);
    return step.deed;
  }

  /** Brings back what was typed earlier, with what was seen then: who changed a cell since is met as a conflict. */
  restore(edits: readonly Edit[], seen: readonly ChangedCell[]): void {
    this.see(seen);
    this.put(edits);
  }

  /** The answer to "what does the point mean?", for all cells that ask it. */
  takeThousands(): void {
    this.take(
      this.ambiguous().map(({ lineId, fiscalYear, text, ambiguous }) => ({
        ...{ lineId, fiscalYear, text },
        cents: ambiguous?.cents,
      })),
    );
  }

  /** Somebody else's figures replace one's own in these cells. */
  takeTheirs(cells: readonly ChangedCell[]): void {
    this.see(cells);
    this.editMap.update((before) => {
      const after = new Map(before);
      for (const cell of cells) after.delete(cellKey(cell.lineId, cell.fiscalYear));
      return after;
    });
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
    this.history.set(NO_HISTORY);
    this.save.clear();
  }

  /** Saves now, or waits for the save under way. */
  saveNow(unknownFrameReason?: string): Promise<void> {
    clearTimeout(this.timer);
    if (!untracked(this.save.isRunning)) this.lastSave = this.send(unknownFrameReason);
    return this.lastSave;
  }

  /** Saves nothing by itself until something is typed again. */
  hold(): void {
    clearTimeout(this.timer);
  }

  /** Saves everything that can be, until a save is refused. */
  async saveAll(): Promise<void> {
    let before = Infinity;
    while (untracked(this.ready).length < before) {
      before = untracked(this.ready).length;
      await this.saveNow();
      if (untracked(this.save.problem) !== null) return;
    }
  }

  private async send(unknownFrameReason?: string): Promise<void> {
    const ready = untracked(this.ready).slice(0, PLAN_CELLS_MAX);
    if (ready.length === 0) return;
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
    if (this.read.grid()?.isTruncated === true) this.read.reloadFrames();
    this.savedAtMs.set(this.clock.nowMs());
    // Typed while the save was under way.
    this.schedule();
  }

  private put(edits: readonly Edit[]): void {
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

  private schedule(): void {
    clearTimeout(this.timer);
    if (untracked(this.ready).length > 0 && untracked(this.save.problem) === null) {
      this.timer = setTimeout(() => void this.saveNow(), this.saveAfterMs);
    }
  }

  private see(cells: readonly ChangedCell[]): void {
    this.stored.update((before) => {
      const after = new Map(before);
      for (const cell of cells) after.set(cellKey(cell.lineId, cell.fiscalYear), cell);
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
