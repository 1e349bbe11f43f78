import type { Transaction } from '../platform/database/transactions';
import { FIRST_NUMBER, LAST_NUMBER } from './ordered-ids';

/*
 * A file with very many bookings becomes a part of the ledger of its own (migration 0291): nobody sees it until it is
 * sealed, and it goes with the transaction where that ends otherwise. Only bookings, never counter-movements.
 */

const HIGHEST = 'ffffffff';

/**
 * What the ids of a part share, like `idsOfMoment`. They stand above the ids of all other bookings, which begin with the time,
 * in a range that is the part's alone; parts are told apart by chance.
 */
export function idsOfPart(tx: Transaction): string {
  const random = tx.nextId().slice(-10);
  return `${HIGHEST}-${random.slice(0, 4)}-7${random.slice(4, 7)}-8${random.slice(7)}-`;
}

/** Opens a part for these years, to be written to as `ledger_part`; waits while somebody else has one open. */
export async function openLedgerPart(tx: Transaction, years: readonly number[], ids: string): Promise<void> {
  await tx.query(`SELECT app.open_ledger_part($1::integer[], $2::uuid)`, [years, `${ids}${FIRST_NUMBER}`]);
}

/**
 * Makes what was written part of the ledger: indexes are built and references proved for all rows at once. Other bookings
 * wait from here to the commit, a second or two for a million rows.
 */
export async function sealLedgerPart(tx: Transaction, ids: string): Promise<void> {
  await tx.query(`SELECT app.seal_ledger_part($1::uuid, $2::uuid)`, [`${ids}${FIRST_NUMBER}`, `${ids}${LAST_NUMBER}`]);
}
