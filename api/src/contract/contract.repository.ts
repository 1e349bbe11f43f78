import type { CreateContract } from '@etatlotse/contracts/contract';
import type { ContractEventName } from '@etatlotse/contracts/contract/plain';
import { type ContractFacts, contractHorizon, reckonContract } from '@etatlotse/domain/contract';
import { fiscalYear, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { type ContractColumns, factsOf, STATED_COLUMNS, toColumns } from './contract-columns';

/** A contract as its commands see it. */
export interface ContractRecord extends ContractColumns {
  readonly contract_id: string;
  readonly stop_kind: 'notice' | 'end' | null;
  readonly version: number;
}

/** Reads a contract and holds it until the transaction ends: two editors come one after the other. */
export async function lockContract(tx: Transaction, contractId: string): Promise<ContractRecord | null> {
  const [row] = await tx.query<ContractRecord>(lockSql, [tx.tenantId, contractId]);
  return row ?? null;
}

const stated = STATED_COLUMNS.join(', ');
const lockSql = `
  SELECT contract_id, stop_kind, version, stopped_on, ${stated}
  FROM contract WHERE tenant_id = $1 AND contract_id = $2 FOR UPDATE`;

/** Adds a contract with what follows from its terms; null when its number is taken. */
export async function insertContract(
  tx: Transaction,
  contract: CreateContract,
  origin: 'manual' | 'demo' | 'import' = 'manual',
): Promise<string | null> {
  const contractId = tx.nextId();
  const columns = { ...toColumns(contract), stopped_on: null };
  const inserted = await tx.execute(insertSql, [
    tx.tenantId,
    contractId,
    JSON.stringify(columns),
    origin,
    tx.actor?.personId ?? null,
    tx.now,
  ]);
  if (inserted === 0) return null;
  await reckon(tx, contractId, factsOf(columns));
  return contractId;
}

const insertSql = `
  INSERT INTO contract (tenant_id, contract_id, ${stated}, reckoned_until, origin, created_by, created_at)
  SELECT $1, $2, ${STATED_COLUMNS.map((column) => `s.${column}`).join(', ')}, '-infinity', $4, $5, $6
  FROM jsonb_populate_record(NULL::contract, $3::jsonb) AS s
  ON CONFLICT (tenant_id, number) DO NOTHING`;

/** Replaces what was stated about a contract; false when another one has its number. */
export async function updateContract(tx: Transaction, contractId: string, contract: CreateContract): Promise<boolean> {
  const columns = { ...toColumns(contract), stopped_on: null };
  const [taken] = await tx.query(`SELECT FROM contract WHERE tenant_id = $1 AND number = $2 AND contract_id <> $3`, [
    tx.tenantId,
    contract.number,
    contractId,
  ]);
  if (taken !== undefined) return false;
  await tx.execute(updateSql, [tx.tenantId, contractId, JSON.stringify(columns)]);
  await reckon(tx, contractId, factsOf(columns));
  return true;
}

const updateSql = `
  UPDATE contract c SET (${stated}) = (SELECT ${STATED_COLUMNS.map((column) => `s.${column}`).join(', ')}
    FROM jsonb_populate_record(NULL::contract, $3::jsonb) AS s), version = c.version + 1
  WHERE c.tenant_id = $1 AND c.contract_id = $2`;

/** How a contract comes to an end, or that it no longer does. */
export interface ContractStop {
  readonly stoppedOn: string | null;
  readonly kind: 'notice' | 'end' | null;
  readonly reason: string;
}

/** Settles the end of a contract, or takes it back. */
export async function stopContract(tx: Transaction, record: ContractRecord, stop: ContractStop): Promise<void> {
  await tx.execute(
    `UPDATE contract SET stopped_on = $3, stop_kind = $4, stop_reason = $5, version = version + 1
     WHERE tenant_id = $1 AND contract_id = $2`,
    [tx.tenantId, record.contract_id, stop.stoppedOn, stop.kind, stop.reason],
  );
  await reckon(tx, record.contract_id, factsOf({ ...record, stopped_on: stop.stoppedOn }));
}

/** Writes what follows from the terms as of today: dates, and cost, bound money and payments of each year. */
async function reckon(tx: Transaction, contractId: string, facts: ContractFacts): Promise<void> {
  const today = plainDate(tx.today);
  const result = reckonContract(facts, today, contractHorizon(today));
  await tx.execute(
    `UPDATE contract SET next_notice_on = $3, bound_until = $4, term_ends_on = $5, runs_until = $6, reckoned_until = $7
     WHERE tenant_id = $1 AND contract_id = $2`,
    [
      tx.tenantId,
      contractId,
      result.noticeBy,
      result.boundUntil,
      result.termEndsOn,
      result.runsUntil,
      result.holdsUntil,
    ],
  );
  await tx.execute(`DELETE FROM contract_year WHERE tenant_id = $1 AND contract_id = $2`, [tx.tenantId, contractId]);
  await tx.execute(
    `INSERT INTO contract_year (tenant_id, contract_id, fiscal_year, cost_cents, bound_cents, payment_cents)
     SELECT $1, $2, y.* FROM unnest($3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[]) AS y`,
    [
      tx.tenantId,
      contractId,
      result.years.map((year) => year.fiscalYear),
      result.years.map((year) => year.costCents),
      result.years.map((year) => year.boundCents),
      result.years.map((year) => year.paymentCents),
    ],
  );
}

/** Contracts whose dates have moved on: a day for notice has passed, a term has ended, a year has begun. */
export async function findOverdue(tx: Transaction, limit: number): Promise<string[]> {
  const rows = await tx.query<{ contract_id: string }>(
    `SELECT contract_id FROM contract WHERE tenant_id = $1 AND reckoned_until < $2 ORDER BY contract_id LIMIT $3`,
    [tx.tenantId, tx.today, limit],
  );
  return rows.map((row) => row.contract_id);
}

/** Reckons a contract anew as of today; the terms stay as they are. */
export async function reckonAgain(tx: Transaction, contractId: string): Promise<void> {
  const record = await lockContract(tx, contractId);
  if (record !== null) await reckon(tx, contractId, factsOf(record));
}

/** What is recorded of a change. */
export interface ContractEvent {
  readonly kind: ContractEventName;
  readonly happenedOn: string;
  readonly endsOn: string | null;
  readonly reason: string;
  readonly changed: readonly string[];
}

export async function insertEvent(tx: Transaction, contractId: string, event: ContractEvent): Promise<void> {
  await tx.execute(
    `INSERT INTO contract_event (tenant_id, event_id, contract_id, kind, happened_on, ends_on, reason, changed, recorded_by,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      tx.nextId(),
      contractId,
      event.kind,
      event.happenedOn,
      event.endsOn,
      event.reason,
      event.changed,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
}

/** The line that a contract is paid from, and whether a unit exists. */
export interface ContractLine {
  readonly lineId: string;
  readonly number: string;
  readonly direction: string;
  readonly unitId: string | null;
  readonly isArchived: boolean;
}

export async function findContractLine(tx: Transaction, lineId: string): Promise<ContractLine | null> {
  const [line] = await tx.query<ContractLine>(
    `SELECT line_id AS "lineId", number, direction, unit_id AS "unitId", archived_at IS NOT NULL AS "isArchived"
     FROM budget_line WHERE tenant_id = $1 AND line_id = $2`,
    [tx.tenantId, lineId],
  );
  return line ?? null;
}

export async function isUnitKnown(tx: Transaction, unitId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return rows.length > 0;
}

/** The last year that is reckoned as of the transaction's day. */
export const horizonOf = (tx: Transaction): ReturnType<typeof fiscalYear> => contractHorizon(plainDate(tx.today));

/** The unit that answers for a contract, for records that name it; null where there is no such contract. */
export async function findContractUnit(
  tx: Transaction,
  contractId: string,
): Promise<{ readonly unitId: string | null } | null> {
  const [contract] = await tx.query<{ unitId: string | null }>(
    `SELECT unit_id AS "unitId" FROM contract WHERE tenant_id = $1 AND contract_id = $2`,
    [tx.tenantId, contractId],
  );
  return contract ?? null;
}
