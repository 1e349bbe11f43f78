import { type Actor, may, type Permission } from '@etatlotse/domain/access';
import { demandSight, type DemandContent, type DemandState } from '@etatlotse/domain/demand';
import { type Outcome, type Refusal, refuse, ok } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isDemandSeen } from './demand-sight.sql';

/** A demand as its commands see it. */
export interface HeldDemand {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly title: string;
  readonly unitId: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly state: DemandState;
  readonly frame: string | null;
  readonly version: number;
}

/** Holds a demand until the transaction ends; null where it does not exist for whoever works. */
export async function holdDemand(tx: Transaction, demandId: string): Promise<HeldDemand | null> {
  if (tx.actor === null) return null;
  const { units, desks } = demandSight(tx.actor);
  const [demand] = await tx.query<HeldDemand>(holdSql, [tx.tenantId, demandId, units, desks]);
  return demand ?? null;
}

export type HeldRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** The same, only as it was seen. */
export async function holdSeenDemand(
  tx: Transaction,
  demandId: string,
  version: number,
): Promise<Outcome<HeldDemand, HeldRefusal>> {
  const demand = await holdDemand(tx, demandId);
  if (demand === null) return refuse({ code: 'NOT_FOUND', params: {} });
  return demand.version === version ? ok(demand) : refuse({ code: 'VERSION_STALE', params: {} });
}

/** Everybody whose demand it is: who answers for it, who drafted it and who submitted it. */
export function peopleOf({
  ownerId,
  createdBy,
  submittedBy,
}: Pick<HeldDemand, 'ownerId' | 'createdBy' | 'submittedBy'>): string[] {
  return [...new Set([ownerId, createdBy, ...(submittedBy === null ? [] : [submittedBy])])];
}

/** What the workflow asks about the person who works. */
export function standingOf(
  actor: Actor,
  demand: Pick<HeldDemand, 'unitId' | 'ownerId' | 'createdBy' | 'submittedBy'>,
): { readonly isOwn: boolean; readonly holds: (permission: Permission, independent: boolean) => boolean } {
  const people = peopleOf(demand);
  const roles = actor.roles.filter(({ substituteFor }) => substituteFor === null || !people.includes(substituteFor));
  const independently = { ...actor, roles };
  return {
    isOwn: people.includes(actor.personId),
    holds: (permission, independent) => may(independent ? independently : actor, permission, { unitId: demand.unitId }),
  };
}

/** Who a new demand belongs to and where it comes from. */
export interface NewDemand {
  readonly roundId: string;
  readonly unitId: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly source: 'person' | 'copy' | 'last_round' | 'contract' | 'line';
  readonly sourceId: string | null;
  readonly origin?: 'person' | 'source' | 'demo';
}

/** Adds a draft with the next number of its round. */
export async function insertDemand(tx: Transaction, demand: NewDemand, content: DemandContent): Promise<string> {
  const id = tx.nextId();
  await tx.execute(insertSql, [
    tx.tenantId,
    id,
    demand.roundId,
    demand.unitId,
    demand.ownerId,
    demand.createdBy,
    demand.source,
    demand.sourceId,
    demand.origin ?? 'person',
    tx.now,
  ]);
  await writeContent(tx, id, content);
  return id;
}

/** Replaces what a demand says. Items keep their ids, so that what others decided about one stays with it. */
export async function writeContent(tx: Transaction, demandId: string, content: DemandContent): Promise<void> {
  const { items, fte, dependencies, ...face } = content;
  await tx.execute(faceSql, [tx.tenantId, demandId, JSON.stringify(face)]);
  await tx.execute(`DELETE FROM demand_item WHERE tenant_id = $1 AND demand_id = $2 AND item_id <> ALL ($3::uuid[])`, [
    tx.tenantId,
    demandId,
    items.map(({ id }) => id),
  ]);
  if (items.length > 0) {
    await tx.execute(itemsSql, [
      tx.tenantId,
      demandId,
      JSON.stringify(items.map((item, position) => ({ ...item, position }))),
    ]);
  }
  await tx.execute(`DELETE FROM demand_fte WHERE tenant_id = $1 AND demand_id = $2`, [tx.tenantId, demandId]);
  if (fte.length > 0) await tx.execute(fteSql, [tx.tenantId, demandId, JSON.stringify(fte)]);
  await tx.execute(`DELETE FROM demand_dependency WHERE tenant_id = $1 AND from_id = $2`, [tx.tenantId, demandId]);
  if (dependencies.length > 0) {
    await tx.execute(dependenciesSql, [tx.tenantId, demandId, JSON.stringify(dependencies)]);
  }
}

/** Whether items of these ids belong to other demands: ids come from the page and are not to be believed. */
export async function hasForeignItems(tx: Transaction, demandId: string, itemIds: readonly string[]): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM demand_item WHERE tenant_id = $1 AND item_id = ANY ($3::uuid[]) AND demand_id <> $2 LIMIT 1`,
    [tx.tenantId, demandId, itemIds],
  );
  return rows.length > 0;
}

/** Counts a change, so that whoever saw the demand before it is asked to look again. */
export async function bumpDemand(
  tx: Transaction,
  { id, version }: Pick<HeldDemand, 'id' | 'version'>,
): Promise<number> {
  await tx.execute(
    `UPDATE demand SET version = version + 1, changed_by = $3, changed_at = $4 WHERE tenant_id = $1 AND demand_id = $2`,
    [tx.tenantId, id, tx.actor?.personId ?? null, tx.now],
  );
  return version + 1;
}

/** What happened to a demand, for ever. */
export interface DemandDeed {
  readonly kind: string;
  readonly from?: DemandState;
  readonly to?: DemandState;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes the history. The audit log is written by the command itself, last. */
export async function recordDemandEvent(tx: Transaction, demandId: string, deed: DemandDeed): Promise<void> {
  await tx.execute(
    `INSERT INTO demand_event (tenant_id, event_id, demand_id, kind, from_state, to_state, reason, detail, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      tx.nextId(),
      demandId,
      deed.kind,
      deed.from ?? null,
      deed.to ?? null,
      deed.reason ?? '',
      JSON.stringify(deed.detail ?? {}),
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
}

const holdSql = `
  SELECT d.demand_id AS id, d.round_id AS "roundId", d.number, d.title, d.unit_id AS "unitId", d.owner_id AS "ownerId",
    d.created_by AS "createdBy", d.submitted_by AS "submittedBy", d.state, d.frame, d.version
  FROM demand d WHERE d.tenant_id = $1 AND d.demand_id = $2 AND ${isDemandSeen('d', '$3', '$4')} FOR UPDATE`;

const insertSql = `
  WITH counted AS (UPDATE planning_round SET last_number = last_number + 1 WHERE tenant_id = $1 AND round_id = $3
    RETURNING last_number)
  INSERT INTO demand (tenant_id, demand_id, round_id, number, unit_id, owner_id, created_by, source, source_id, origin,
    created_at, changed_at, state_changed_at)
  SELECT $1, $2, $3, last_number, $4, $5, $6, $7, $8, $9, $10, $10, $10 FROM counted`;

const faceSql = `
  UPDATE demand d SET title = r.title, purpose = r.purpose, for_whom = r."forWhom", run_or_change = r."runOrChange",
    occurrence = r.occurrence, probability_percent = r."probabilityPercent", earliest_on = r."earliestOn",
    reason = r.reason, reason_basis = r."reasonBasis", reason_deadline = r."reasonDeadline",
    service_class = r."serviceClass", network_zone = r."networkZone", frame = r.frame,
    earliest_start_year = r."earliestStartYear", latest_start_year = r."latestStartYear", benefit = r.benefit,
    papers = ARRAY(SELECT jsonb_array_elements_text(r.papers))
  FROM jsonb_to_record($3::jsonb) AS r(title text, purpose text, "forWhom" text, "runOrChange" text, occurrence text,
    "probabilityPercent" smallint, "earliestOn" date, reason text, "reasonBasis" text, "reasonDeadline" date,
    "serviceClass" text, "networkZone" text, frame text, "earliestStartYear" smallint, "latestStartYear" smallint,
    benefit text, papers jsonb)
  WHERE d.tenant_id = $1 AND d.demand_id = $2`;

const itemsSql = `
  INSERT INTO demand_item (tenant_id, demand_id, item_id, position, label, kind, rhythm, from_year, to_year, month, quantity,
    unit, unit_price_cents, basis, vat_basis_points, increase_basis_points)
  SELECT $1, $2, id, position, label, kind, rhythm, "fromYear", "toYear", month, quantity, unit, "unitPriceCents", basis,
    "vatBasisPoints", "increaseBasisPoints"
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, position smallint, label text, kind text, rhythm text,
    "fromYear" smallint, "toYear" smallint, month smallint, quantity integer, unit text, "unitPriceCents" bigint,
    basis text, "vatBasisPoints" integer, "increaseBasisPoints" integer)
  ON CONFLICT (tenant_id, item_id) DO UPDATE SET position = excluded.position, label = excluded.label,
    kind = excluded.kind, rhythm = excluded.rhythm, from_year = excluded.from_year, to_year = excluded.to_year,
    month = excluded.month, quantity = excluded.quantity, unit = excluded.unit,
    unit_price_cents = excluded.unit_price_cents, basis = excluded.basis,
    vat_basis_points = excluded.vat_basis_points, increase_basis_points = excluded.increase_basis_points`;

const fteSql = `
  INSERT INTO demand_fte (tenant_id, demand_id, fiscal_year, introduction_thousandths, operation_thousandths)
  SELECT $1, $2, "fiscalYear", "introductionThousandths", "operationThousandths"
  FROM jsonb_to_recordset($3::jsonb) AS r("fiscalYear" smallint, "introductionThousandths" integer,
    "operationThousandths" integer)`;

const dependenciesSql = `
  INSERT INTO demand_dependency (tenant_id, from_id, to_id, kind)
  SELECT $1, $2, "toId", kind FROM jsonb_to_recordset($3::jsonb) AS r("toId" uuid, kind text)`;
