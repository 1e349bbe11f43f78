import type { Edit } from './plan-cells';

/** One deed on cells: what was there, and what came. */
export interface Deed {
  readonly before: readonly Edit[];
  readonly after: readonly Edit[];
}

const DEEDS_KEPT = 200;

/** What can be undone and done again. An undo is a new change of the cells: it is saved like any other. */
export interface CellHistory {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

export const NO_HISTORY: CellHistory = { done: [], undone: [] };

/** After a new deed what was undone is gone. */
export const withDeed = ({ done }: CellHistory, deed: Deed): CellHistory => ({
  done: [...done.slice(1 - DEEDS_KEPT), deed],
  undone: [],
});

/** Takes the last deed back; null when there is none. */
export function undoLast({ done, undone }: CellHistory): { readonly history: CellHistory; readonly deed: Deed } | null {
  const deed = done.at(-1);
  return deed === undefined ? null : { deed, history: { done: done.slice(0, -1), undone: [...undone, deed] } };
}

/** Does the deed taken back last once more; null when there is none. */
export function redoLast({ done, undone }: CellHistory): { readonly history: CellHistory; readonly deed: Deed } | null {
  const deed = undone.at(-1);
  return deed === undefined ? null : { deed, history: { done: [...done, deed], undone: undone.slice(0, -1) } };
}
