import type { Transaction } from '../platform/database/transactions';

const SHARED = 24;

/** Added to what is counted, so that it always has the twelve digits of an id's last group: padding each costs more. */
const TWELVE_DIGITS = 0x8000_0000_0000;

/** The last group of the first id of a moment, and one that none of them reaches. */
export const FIRST_NUMBER = TWELVE_DIGITS.toString(16);
export const LAST_NUMBER = 'ffffffffffff';

/**
 * What the ids share that one statement makes for many rows: an id of this moment without its last group, which counts the
 * rows. So they stand in the order of time like every id, and next to each other in the index instead of all over it.
 */
export function idsOfMoment(tx: Transaction): string {
  return tx.nextId().slice(0, SHARED);
}

/** The id of the row with this number, from 1: `shared` is the parameter with `idsOfMoment`. */
export const numberedId = (shared: string, number: string): string =>
  `(${shared}::text || to_hex(${TWELVE_DIGITS} + ${number}))::uuid`;

/** The same for rows that are counted in the order in which they are written. */
export const orderedId = (shared: string, order: string): string =>
  numberedId(shared, `row_number() OVER (ORDER BY ${order})`);
