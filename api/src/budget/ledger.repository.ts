import { MOVEMENT_KINDS, type MovementKind, type ProvisionalClaim } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';

/** A movement before it is written. It is never changed afterwards; a mistake gets a counter-movement. */
export interface NewMovement {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly kind: MovementKind;
  /** Whole cents, not zero; negative for a release, reduction or credit. */
  readonly amountCents: number;
  /** Business day, `YYYY-MM-DD`. */
  readonly bookedOn: string;
  readonly source: 'person' | 'plan' | 'import' | 'demo';
  readonly documentNumber?: string;
  readonly text?: string;
  readonly reason?: string;
  readonly orderId?: string | null;
  readonly transferId?: string | null;
  /** The grant, lock, carry-over or earmark that this movement carries out. */
  readonly decisionId?: string | null;
  readonly importId?: string | null;
  readonly reducesId?: string | null;
  readonly reversesId?: string | null;
  readonly overAuthority?: boolean;
  /** The ground under which it stands without a plan in force (§ 116 NKomVG). */
  readonly provisional?: ProvisionalClaim | null;
  /** Who booked it; left out: whoever the transaction belongs to. */
  readonly actorId?: string;
}

/** The balance a movement goes to. */
export interface BalanceKey {
  readonly lineId: string;
  readonly fiscalYear: number;
}

/** A movement as it was written. */
export interface WrittenMovement extends NewMovement {
  readonly id: string;
}

/**
 * Writes movements that need no check (plan in force, import, transfer decided elsewhere): locks the balances they
 * touch, pools before lines and each in id order, so that two writers never wait for each other in a circle.
 */
export async function appendMovements(tx: Transaction, rows: readonly NewMovement[]): Promise<WrittenMovement[]> {
  if (rows.length === 0) return [];
  await lockBalances(tx, rows);
  return writeMovements(tx, rows);
}

/** Makes sure the balances exist and holds them until the transaction ends. */
export async function lockBalances(tx: Transaction, keys: readonly BalanceKey[]): Promise<void> {
  const wanted = JSON.stringify(keys.map(({ lineId, fiscalYear }) => ({ line_id: lineId, fiscal_year: fiscalYear })));
  await tx.query(createPoolBalances, [tx.tenantId, wanted]);
  await tx.query(createLineBalances, [tx.tenantId, wanted]);
  await tx.query(lockPoolBalances, [tx.tenantId, wanted]);
  await tx.query(lockLineBalances, [tx.tenantId, wanted]);
}

/**
 * Writes movements and, in the same statement, every balance that counts them. The caller holds the locks. In a year
 * whose books have closed in the meantime nothing is written; the caller learns it from the empty answer.
 */
export async function writeMovements(tx: Transaction, rows: readonly NewMovement[]): Promise<WrittenMovement[]> {
  const written = rows.map((row) => ({ ...row, id: tx.nextId() }));
  const [done] = await tx.query<{ stored: number }>(writeSql, [
    tx.tenantId,
    JSON.stringify(written.map((movement) => toRow(tx, movement))),
    tx.now,
  ]);
  return done?.stored === written.length ? written : [];
}

/**
 * Writes movements whose balances are held and whose books were found open, in the order given, by a statement that
 * travels with the commit: nothing is waited for in between, so a much-used line is held only half as long. Should the
 * books have closed since, the whole transaction begins again and finds them closed.
 */
export function sendMovements(tx: Transaction, movements: readonly NewMovement[]): WrittenMovement[] {
  const written = movements.map((movement) => ({ ...movement, id: tx.nextId() }));
  const rows = JSON.stringify(written.map((movement) => toRow(tx, movement)));
  tx.send(writeAllSql, [tx.tenantId, rows, tx.now, written.length]);
  return written;
}

function toRow(tx: Transaction, movement: WrittenMovement): Readonly<Record<(typeof movementFields)[number], unknown>> {
  return {
    movement_id: movement.id,
    line_id: movement.lineId,
    fiscal_year: movement.fiscalYear,
    kind: movement.kind,
    amount_cents: movement.amountCents,
    booked_on: movement.bookedOn,
    source: movement.source,
    document_number: movement.documentNumber ?? '',
    text: movement.text ?? '',
    reason: movement.reason ?? '',
    order_id: movement.orderId ?? null,
    transfer_id: movement.transferId ?? null,
    decision_id: movement.decisionId ?? null,
    import_id: movement.importId ?? null,
    reduces_id: movement.reducesId ?? null,
    reverses_id: movement.reversesId ?? null,
    over_authority: movement.overAuthority ?? false,
    provisional_ground: movement.provisional?.ground ?? null,
    provisional_basis: movement.provisional?.basis ?? '',
    actor_id: movement.actorId ?? tx.actor?.personId ?? null,
  };
}

const wantedKeys = `jsonb_to_recordset($2::jsonb) AS wanted(line_id uuid, fiscal_year smallint)`;

const createLineBalances = `
  INSERT INTO line_balance (tenant_id, line_id, fiscal_year)
  SELECT DISTINCT $1::uuid, l.line_id, wanted.fiscal_year
  FROM ${wantedKeys} JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = wanted.line_id
  ORDER BY 2, 3
  ON CONFLICT DO NOTHING`;

const createPoolBalances = `
  INSERT INTO pool_balance (tenant_id, pool_id, fiscal_year)
  SELECT DISTINCT $1::uuid, l.pool_id, wanted.fiscal_year
  FROM ${wantedKeys} JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = wanted.line_id
  WHERE l.pool_id IS NOT NULL ORDER BY 2, 3
  ON CONFLICT DO NOTHING`;

const lockLineBalances = `
  SELECT FROM line_balance b
  WHERE b.tenant_id = $1 AND (b.line_id, b.fiscal_year) IN (SELECT wanted.line_id, wanted.fiscal_year FROM ${wantedKeys})
  ORDER BY b.line_id, b.fiscal_year FOR UPDATE`;

const lockPoolBalances = `
  SELECT FROM pool_balance b
  WHERE b.tenant_id = $1 AND (b.pool_id, b.fiscal_year) IN (
    SELECT l.pool_id, wanted.fiscal_year FROM ${wantedKeys}
    JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = wanted.line_id)
  ORDER BY b.pool_id, b.fiscal_year FOR UPDATE`;

const sumsByKind = MOVEMENT_KINDS.map(
  (kind) => `coalesce(sum(amount_cents) FILTER (WHERE kind = '${kind}'), 0)::bigint AS ${kind}_cents`,
).join(', ');

/** `SET` list that adds the sums `s` to a balance `b`, kind by kind. */
export const addSumsToBalance = [
  ...MOVEMENT_KINDS.map((kind) => `${kind}_cents = b.${kind}_cents + s.${kind}_cents`),
  'movements = b.movements + s.movements',
].join(', ');

/** Sums `s` of kinds, added up once more. */
export const addedKinds = MOVEMENT_KINDS.map((kind) => `sum(s.${kind}_cents)::bigint AS ${kind}_cents`).join(', ');

const movementTypes = {
  movement_id: 'uuid',
  line_id: 'uuid',
  fiscal_year: 'smallint',
  kind: 'text',
  amount_cents: 'bigint',
  booked_on: 'date',
  source: 'text',
  document_number: 'text',
  text: 'text',
  reason: 'text',
  order_id: 'uuid',
  transfer_id: 'uuid',
  decision_id: 'uuid',
  import_id: 'uuid',
  reduces_id: 'uuid',
  reverses_id: 'uuid',
  over_authority: 'boolean',
  provisional_ground: 'text',
  provisional_basis: 'text',
  actor_id: 'uuid',
} as const;
const movementFields = Object.keys(movementTypes) as (keyof typeof movementTypes)[];
const movementColumns = movementFields.map((field) => `${field} ${movementTypes[field]}`).join(', ');

/**
 * A booking day outside its fiscal year counts for the year's first or last month. `year` is SQL for that year. Days are
 * compared with days and not taken apart by `extract`, whose exact numbers cost more than all the rest of a row that is summed.
 */
export const monthOfBookingIn = (year: string): string => `
  CASE WHEN booked_on < make_date(${year}, 1, 1) THEN 1
       WHEN booked_on > make_date(${year}, 12, 31) THEN 12
       ELSE date_part('month', booked_on) END::smallint`;

export const monthOfBooking = monthOfBookingIn('fiscal_year');

const writeParts = `
  WITH input AS (
    SELECT r.* FROM jsonb_to_recordset($2::jsonb) AS r(${movementColumns})
    JOIN fiscal_year y ON y.tenant_id = $1 AND y.fiscal_year = r.fiscal_year AND y.books_state = 'open'
  ), stored AS (
    INSERT INTO movement (tenant_id, recorded_at, ${movementFields.join(', ')})
    SELECT $1, $3::timestamptz, ${movementFields.join(', ')} FROM input RETURNING 1
  ), sums AS (
    SELECT line_id, fiscal_year, count(*) AS movements, ${sumsByKind} FROM input GROUP BY line_id, fiscal_year
  ), lines AS (
    UPDATE line_balance b SET ${addSumsToBalance}, last_recorded_at = $3
    FROM sums s WHERE b.tenant_id = $1 AND b.line_id = s.line_id AND b.fiscal_year = s.fiscal_year
  ), pools AS (
    UPDATE pool_balance b SET ${addSumsToBalance}, last_recorded_at = $3
    FROM (SELECT l.pool_id, s.fiscal_year, sum(s.movements)::bigint AS movements, ${addedKinds}
          FROM sums s JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = s.line_id
          WHERE l.pool_id IS NOT NULL GROUP BY l.pool_id, s.fiscal_year) s
    WHERE b.tenant_id = $1 AND b.pool_id = s.pool_id AND b.fiscal_year = s.fiscal_year
  ), months AS (
    INSERT INTO line_month AS m (tenant_id, line_id, fiscal_year, month, actual_cents)
    SELECT $1, line_id, fiscal_year, ${monthOfBooking}, sum(amount_cents)::bigint FROM input WHERE kind = 'actual'
    GROUP BY line_id, fiscal_year, ${monthOfBooking}
    ON CONFLICT (tenant_id, line_id, fiscal_year, month) DO UPDATE SET actual_cents = m.actual_cents + excluded.actual_cents
  )`;

const writeSql = `${writeParts} SELECT count(*) AS stored FROM stored`;

/** $4 how many must be written. */
const writeAllSql = `${writeParts} SELECT app.all_or_again($4::bigint, count(*)) FROM stored`;
