import type { Transaction } from '../platform/database/transactions';

const SHARED = 24;

/**
 * What the ids share that one statement makes for many rows: an id of this moment without its last group, which counts the
 * rows. So they stand in the order of time like every id, and next to each other in the index instead of all over it.
 */
export function idsOfMoment(tx: Transaction): string {
  return tx.nextId().slice(0, SHARED);
}

/** The id of a row: `shared` is the parameter with `idsOfMoment`, `order` what the rows are counted and written in. */
export const orderedId = (shared: string, order: string): string =>
  `(${shared}::text || lpad(to_hex(row_number() OVER (ORDER BY ${order})), 12, '0'))::uuid`;
