import type { CapabilityCell, Capability, RolloutEventKind } from '@etatlotse/contracts/rollout';
import { may, unitScope } from '@etatlotse/domain/access';
import type { TrainingTechnology } from '@etatlotse/domain/inventory';
import type { Training } from '@etatlotse/domain/rollout';
import { ok, type Outcome, type PlainDate, refuse, type Refusal, type Statement } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isProjectSeen } from '../project';
import { registeredTraining } from './registered-training';

/** A roll-out as it is stored, and whether whoever works leads it. */
export interface StoredRollout {
  readonly id: string;
  readonly projectId: string;
  readonly startedOn: PlainDate;
  readonly quotaBasisPoints: number;
  readonly technology: TrainingTechnology | null;
  readonly version: number;
  readonly isLead: boolean;
}

export type HeldRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Holds a roll-out until the transaction ends; null where it does not exist for whoever works. */
export async function holdRollout(tx: Transaction, rolloutId: string): Promise<StoredRollout | null> {
  if (tx.actor === null) return null;
  const [row] = await tx.query<Omit<StoredRollout, 'isLead'> & { unitId: string | null }>(holdSql, [
    tx.tenantId,
    rolloutId,
    unitScope(tx.actor, 'project.read'),
  ]);
  if (row === undefined) return null;
  const { unitId, ...rollout } = row;
  return { ...rollout, isLead: may(tx.actor, 'rollout.write', { unitId }) };
}

/** Holds a roll-out for whoever leads it; with a version, only as it was seen. */
export async function holdLedRollout(
  tx: Transaction,
  rolloutId: string,
  version: number | null,
): Promise<Outcome<StoredRollout, HeldRefusal>> {
  const rollout = await holdRollout(tx, rolloutId);
  if (rollout === null || !rollout.isLead) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version !== null && rollout.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  return ok(rollout);
}

/** A goal, and whether whoever works may measure it. */
export interface StoredGoalFacts {
  readonly id: string;
  readonly name: string;
  readonly goalOn: PlainDate;
  readonly version: number;
  readonly mayMeasure: boolean;
}

export async function findGoal(
  tx: Transaction,
  rollout: StoredRollout,
  goalId: string,
): Promise<StoredGoalFacts | null> {
  const [row] = await tx.query<Omit<StoredGoalFacts, 'mayMeasure'> & { unitId: string | null }>(goalSql, [
    tx.tenantId,
    rollout.id,
    goalId,
  ]);
  if (row === undefined || tx.actor === null) return null;
  const { unitId, ...goal } = row;
  return { ...goal, mayMeasure: rollout.isLead || may(tx.actor, 'rollout.write', { unitId }) };
}

/** A unit of a roll-out with its training; held for the change. */
export interface StoredRolloutUnit extends Training {
  readonly unitId: string;
  readonly version: number;
}

/** Holds a unit of which whoever works may tell; null otherwise. */
export async function holdRolloutUnit(
  tx: Transaction,
  rollout: StoredRollout,
  unitId: string,
): Promise<StoredRolloutUnit | null> {
  const mayTell = rollout.isLead || (tx.actor !== null && may(tx.actor, 'rollout.write', { unitId }));
  if (!mayTell) return null;
  const [unit] = await tx.query<StoredRolloutUnit>(unitSql, [tx.tenantId, rollout.id, unitId]);
  if (unit === undefined) return null;
  return rollout.technology === null
    ? unit
    : { ...unit, ...(await registeredTraining(tx, rollout.technology))(unitId) };
}

/** How a capability of a unit stands; null where nothing was told. */
export async function findCapability(
  tx: Transaction,
  rolloutId: string,
  unitId: string,
  capability: Capability,
): Promise<Pick<CapabilityCell, 'state' | 'version'> | null> {
  const [cell] = await tx.query<Pick<CapabilityCell, 'state' | 'version'>>(
    `SELECT state, version FROM rollout_capability
     WHERE tenant_id = $1 AND rollout_id = $2 AND unit_id = $3 AND capability = $4`,
    [tx.tenantId, rolloutId, unitId, capability],
  );
  return cell ?? null;
}

/** Stores how a capability stands; the unit is held, so nobody else does at the same moment. */
export async function saveCapability(
  tx: Transaction,
  rolloutId: string,
  unitId: string,
  cell: CapabilityCell,
): Promise<void> {
  await tx.execute(capabilitySql, [tx.tenantId, rolloutId, unitId, JSON.stringify(cell)]);
}

/** What a new measurement brings. */
export interface NewMeasurement extends Statement {
  readonly goalId: string;
  readonly measuredOn: string;
  readonly source: string;
  readonly supersedesId: string | null;
  readonly reason: string;
  readonly origin: 'person' | 'source' | 'demo';
}

export async function insertMeasurement(tx: Transaction, measurement: NewMeasurement): Promise<string> {
  const id = tx.nextId();
  await tx.execute(measurementSql, [tx.tenantId, id, JSON.stringify(measurement), tx.personId, tx.now]);
  return id;
}

/** What a new roll-out brings. */
export interface NewRollout {
  readonly projectId: string;
  readonly name: string;
  readonly description: string;
  readonly startedOn: string;
  readonly quotaBasisPoints: number;
  readonly technology: TrainingTechnology | null;
  readonly origin: 'person' | 'source' | 'demo';
}

export async function insertRollout(tx: Transaction, rollout: NewRollout): Promise<string> {
  const id = tx.nextId();
  await tx.execute(rolloutSql, [tx.tenantId, id, JSON.stringify(rollout), tx.today, tx.personId, tx.now]);
  return id;
}

/** What a new goal brings. */
export interface NewGoal {
  readonly rolloutId: string;
  readonly projectId: string;
  readonly name: string;
  readonly counted: string;
  readonly capability: Capability | null;
  readonly goalOn: string;
}

export async function insertGoal(tx: Transaction, goal: NewGoal): Promise<string> {
  const id = tx.nextId();
  await tx.execute(newGoalSql, [tx.tenantId, id, JSON.stringify(goal), tx.now]);
  return id;
}

/** Adds a unit; false where it is in the roll-out already or does not exist. */
export async function insertUnit(
  tx: Transaction,
  rolloutId: string,
  unitId: string,
  quotaBasisPoints: number,
): Promise<boolean> {
  const added = await tx.execute(
    `INSERT INTO rollout_unit (tenant_id, rollout_id, unit_id, quota_basis_points)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [tx.tenantId, rolloutId, unitId, quotaBasisPoints],
  );
  return added === 1;
}

/** Kinds that tell how a roll-out stands; the others only say what it is. */
const TELLS: readonly RolloutEventKind[] = ['measured', 'trained', 'capability', 'survey'];

/** The history of a roll-out, for ever; and in the audit log. The last statement of a command. */
export async function recordEvent(
  tx: Transaction,
  rolloutId: string,
  kind: RolloutEventKind,
  told: { readonly detail: Readonly<Record<string, unknown>>; readonly note?: string; readonly unitId?: string },
): Promise<void> {
  if (TELLS.includes(kind)) {
    await tx.execute(`UPDATE rollout SET reported_on = $3 WHERE tenant_id = $1 AND rollout_id = $2`, [
      tx.tenantId,
      rolloutId,
      tx.today,
    ]);
  }
  const { detail, note = '', unitId = null } = told;
  await tx.execute(
    `INSERT INTO rollout_event (tenant_id, event_id, rollout_id, unit_id, kind, detail, note, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, tx.nextId(), rolloutId, unitId, kind, JSON.stringify(detail), note, tx.personId, tx.now],
  );
  await tx.audit({ action: `rollout.${kind}`, subjectType: 'rollout', subjectId: rolloutId, detail });
}

const holdSql = `
  SELECT r.rollout_id AS id, r.project_id AS "projectId", r.started_on AS "startedOn",
    r.quota_basis_points AS "quotaBasisPoints", r.technology, r.version, p.unit_id AS "unitId"
  FROM rollout r JOIN project p ON p.tenant_id = r.tenant_id AND p.project_id = r.project_id
  WHERE r.tenant_id = $1 AND r.rollout_id = $2 AND (${isProjectSeen('p', '$3')} OR EXISTS (SELECT FROM rollout_unit v
    WHERE v.tenant_id = r.tenant_id AND v.rollout_id = r.rollout_id AND v.unit_id = ANY ($3)))
  FOR UPDATE OF r`;

const goalSql = `
  SELECT g.goal_id AS id, g.name, g.goal_on AS "goalOn", g.version, p.unit_id AS "unitId"
  FROM rollout_goal g JOIN project p ON p.tenant_id = g.tenant_id AND p.project_id = g.project_id
  WHERE g.tenant_id = $1 AND g.rollout_id = $2 AND g.goal_id = $3 FOR UPDATE OF g`;

const unitSql = `
  SELECT unit_id AS "unitId", quota_basis_points AS "quotaBasisPoints", persons, trained, version
  FROM rollout_unit WHERE tenant_id = $1 AND rollout_id = $2 AND unit_id = $3 FOR UPDATE`;

const capabilitySql = `
  INSERT INTO rollout_capability (tenant_id, rollout_id, unit_id, capability, state, planned_on, pilot_on, live_on, note,
    version)
  SELECT $1, $2, $3, c.capability, c.state, c."plannedOn", c."pilotOn", c."liveOn", c.note, c.version
  FROM jsonb_to_record($4::jsonb) AS c(capability text, state text, "plannedOn" date, "pilotOn" date, "liveOn" date,
    note text, version integer)
  ON CONFLICT (tenant_id, rollout_id, unit_id, capability) DO UPDATE SET state = excluded.state,
    planned_on = excluded.planned_on, pilot_on = excluded.pilot_on, live_on = excluded.live_on, note = excluded.note,
    version = excluded.version`;

const measurementSql = `
  INSERT INTO rollout_measurement (tenant_id, measurement_id, goal_id, measured_on, operator, numerator, denominator,
    share_basis_points, source, origin, supersedes_id, reason, recorded_by, recorded_at)
  SELECT $1, $2, m."goalId", m."measuredOn", m.operator, m.numerator, m.denominator, m."shareBasisPoints", m.source,
    m.origin, m."supersedesId", m.reason, $4, $5
  FROM jsonb_to_record($3::jsonb) AS m("goalId" uuid, "measuredOn" date, operator text, numerator integer,
    denominator integer, "shareBasisPoints" integer, source text, origin text, "supersedesId" uuid, reason text)`;

const rolloutSql = `
  INSERT INTO rollout (tenant_id, rollout_id, project_id, name, description, started_on, quota_basis_points, technology, reported_on,
    origin, created_by, created_at)
  SELECT $1, $2, r."projectId", r.name, r.description, r."startedOn", r."quotaBasisPoints", r.technology, $4, r.origin, $5, $6
  FROM jsonb_to_record($3::jsonb) AS r("projectId" uuid, name text, description text, "startedOn" date,
    "quotaBasisPoints" integer, technology text, origin text)`;

const newGoalSql = `
  INSERT INTO rollout_goal (tenant_id, goal_id, rollout_id, project_id, name, counted, capability, goal_on,
    first_goal_on, created_at)
  SELECT $1, $2, g."rolloutId", g."projectId", g.name, g.counted, g.capability, g."goalOn", g."goalOn", $4
  FROM jsonb_to_record($3::jsonb) AS g("rolloutId" uuid, "projectId" uuid, name text, counted text, capability text,
    "goalOn" date)`;
