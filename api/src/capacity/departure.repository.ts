import type { NoteDeparture } from '@etatlotse/contracts/capacity';
import type { DepartureRow } from '@etatlotse/contracts/capacity/plain';
import type { Departure } from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A departure with the unit of its post. */
export interface StoredDeparture extends DepartureRow {
  readonly unitId: string;
}

/** Departures of the units given (null: all). */
export async function readDepartures(
  tx: Transaction,
  units: readonly string[] | null,
  unitId: string | null = null,
): Promise<StoredDeparture[]> {
  return tx.query<StoredDeparture>(departuresSql, [tx.tenantId, units, unitId]);
}

const departuresSql = `
  SELECT d.post_id AS "postId", p.number AS "postNumber", p.name AS "postName", p.unit_id AS "unitId",
    d.leaves_on AS "leavesOn", d.days_to_fill AS "daysToFill", d.ramp_up_percents AS "rampUpPercents"
  FROM post_departure d JOIN post p ON p.tenant_id = d.tenant_id AND p.post_id = d.post_id
  WHERE d.tenant_id = $1 AND ($2::uuid[] IS NULL OR p.unit_id = ANY ($2)) AND ($3::uuid IS NULL OR p.unit_id = $3)
  ORDER BY d.leaves_on, p.number`;

/** The departure as the rules see it. */
export function factsOfDeparture({ postId, leavesOn, daysToFill, rampUpPercents }: DepartureRow): Departure {
  return {
    postId,
    leavesOn: plainDate(leavesOn),
    daysToFill,
    rampUp: rampUpPercents.map((percent) => percent / 100),
  };
}

/** Notes a departure in place of the one before. */
export async function replaceDeparture(tx: Transaction, postId: string, departure: NoteDeparture): Promise<void> {
  await deleteDeparture(tx, postId);
  await tx.execute(
    `INSERT INTO post_departure (tenant_id, post_id, leaves_on, days_to_fill, ramp_up_percents, noted_by, noted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.tenantId,
      postId,
      departure.leavesOn,
      departure.daysToFill,
      departure.rampUpPercents,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
}

/** True where there was one. */
export async function deleteDeparture(tx: Transaction, postId: string): Promise<boolean> {
  const deleted = await tx.execute(`DELETE FROM post_departure WHERE tenant_id = $1 AND post_id = $2`, [
    tx.tenantId,
    postId,
  ]);
  return deleted > 0;
}

/** Whether somebody holds the post on a day. */
export async function isHeldOn(tx: Transaction, postId: string, day: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM occupancy WHERE tenant_id = $1 AND post_id = $2 AND valid_from <= $3
       AND (valid_until IS NULL OR valid_until >= $3)`,
    [tx.tenantId, postId, day],
  );
  return rows.length > 0;
}
