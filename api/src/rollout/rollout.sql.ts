import type {
  CapabilityCell,
  GoalMeasurement,
  Origin,
  RolloutGoal,
  RolloutSurvey,
  RolloutUnit,
} from '@etatlotse/contracts/rollout';
import type { ProjectName } from '@etatlotse/contracts/project';
import type { TrainingTechnology } from '@etatlotse/domain/inventory';
import type { PlainDate } from '@etatlotse/domain/shared';
import { isProjectSeen } from '../project';

/** A project behind something, and whether the reader may see it. */
interface Backer {
  readonly project: ProjectName;
  readonly projectUnitId: string | null;
  readonly isProjectSeen: boolean;
}

type StoredMeasurement = Omit<GoalMeasurement, 'share'>;

export interface StoredGoal
  extends Pick<RolloutGoal, 'id' | 'name' | 'counted' | 'capability' | 'changeReason' | 'version'>, Backer {
  readonly goalOn: PlainDate;
  readonly firstGoalOn: PlainDate;
  readonly measurements: readonly StoredMeasurement[];
}

export interface StoredUnit extends Pick<
  RolloutUnit,
  'unitId' | 'code' | 'name' | 'quotaBasisPoints' | 'persons' | 'trained' | 'toldOn' | 'version'
> {
  readonly cells: readonly CapabilityCell[];
}

/** What the database knows of a roll-out; nothing in it has been judged. */
export interface RolloutFacts extends Backer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly startedOn: string;
  readonly quotaBasisPoints: number;
  readonly technology: TrainingTechnology | null;
  readonly reportedOn: PlainDate;
  readonly origin: Origin;
  readonly version: number;
  readonly programme: ProjectName | null;
  readonly goals: readonly StoredGoal[];
  readonly units: readonly StoredUnit[];
  readonly surveys: readonly Omit<RolloutSurvey, 'acceptance'>[];
}

const name = (alias: string): string =>
  `json_build_object('id', ${alias}.project_id, 'name', ${alias}.name, 'level', ${alias}.level)`;

const measurements = `
  SELECT json_agg(json_build_object('id', m.measurement_id, 'measuredOn', m.measured_on, 'operator', m.operator,
    'numerator', m.numerator, 'denominator', m.denominator, 'shareBasisPoints', m.share_basis_points, 'source', m.source,
    'origin', m.origin, 'reason', m.reason, 'byName', b.display_name, 'recordedAt', m.recorded_at,
    'isSuperseded', EXISTS (SELECT FROM rollout_measurement s
      WHERE s.tenant_id = m.tenant_id AND s.supersedes_id = m.measurement_id))
    ORDER BY m.measured_on, m.measurement_id)
  FROM rollout_measurement m LEFT JOIN person b ON b.tenant_id = m.tenant_id AND b.person_id = m.recorded_by
  WHERE m.tenant_id = g.tenant_id AND m.goal_id = g.goal_id`;

const goals = `
  SELECT json_agg(json_build_object('id', g.goal_id, 'name', g.name, 'counted', g.counted, 'capability', g.capability,
    'goalOn', g.goal_on, 'firstGoalOn', g.first_goal_on, 'changeReason', g.change_reason, 'version', g.version,
    'project', ${name('q')}, 'projectUnitId', q.unit_id, 'isProjectSeen', ${isProjectSeen('q', '$2')},
    'measurements', coalesce((${measurements}), '[]'::json)) ORDER BY g.created_at, g.goal_id)
  FROM rollout_goal g JOIN project q ON q.tenant_id = g.tenant_id AND q.project_id = g.project_id
  WHERE g.tenant_id = r.tenant_id AND g.rollout_id = r.rollout_id`;

const cells = `
  SELECT json_agg(json_build_object('capability', c.capability, 'state', c.state, 'plannedOn', c.planned_on,
    'pilotOn', c.pilot_on, 'liveOn', c.live_on, 'note', c.note, 'version', c.version))
  FROM rollout_capability c
  WHERE c.tenant_id = u.tenant_id AND c.rollout_id = u.rollout_id AND c.unit_id = u.unit_id`;

const units = `
  SELECT json_agg(json_build_object('unitId', u.unit_id, 'code', o.code, 'name', o.name,
    'quotaBasisPoints', u.quota_basis_points, 'persons', u.persons, 'trained', u.trained, 'toldOn', u.told_on,
    'version', u.version, 'cells', coalesce((${cells}), '[]'::json)) ORDER BY o.code)
  FROM rollout_unit u JOIN org_unit o ON o.tenant_id = u.tenant_id AND o.unit_id = u.unit_id
  WHERE u.tenant_id = r.tenant_id AND u.rollout_id = r.rollout_id`;

const surveys = `
  SELECT json_agg(json_build_object('id', s.survey_id, 'heldOn', s.held_on, 'question', s.question, 'invited', s.invited,
    'answers', ARRAY[s.answered_1, s.answered_2, s.answered_3, s.answered_4, s.answered_5], 'source', s.source,
    'origin', s.origin) ORDER BY s.held_on DESC, s.survey_id DESC)
  FROM rollout_survey s WHERE s.tenant_id = r.tenant_id AND s.rollout_id = r.rollout_id`;

/** $1 tenant, $2 units that may be seen. Whoever has a unit in the matrix sees the roll-out. */
const facts = `
  SELECT json_build_object('id', r.rollout_id, 'name', r.name, 'description', r.description, 'startedOn', r.started_on,
    'quotaBasisPoints', r.quota_basis_points, 'technology', r.technology, 'reportedOn', r.reported_on, 'origin', r.origin, 'version', r.version,
    'project', ${name('p')}, 'projectUnitId', p.unit_id, 'isProjectSeen', ${isProjectSeen('p', '$2')},
    'programme', CASE WHEN ${isProjectSeen('a', '$2')} THEN ${name('a')} END,
    'goals', coalesce((${goals}), '[]'::json), 'units', coalesce((${units}), '[]'::json),
    'surveys', coalesce((${surveys}), '[]'::json)) AS facts
  FROM rollout r JOIN project p ON p.tenant_id = r.tenant_id AND p.project_id = r.project_id
  LEFT JOIN project a ON a.tenant_id = p.tenant_id AND a.project_id = p.parent_id
  WHERE r.tenant_id = $1 AND (${isProjectSeen('p', '$2')} OR EXISTS (SELECT FROM rollout_unit v
    WHERE v.tenant_id = r.tenant_id AND v.rollout_id = r.rollout_id AND v.unit_id = ANY ($2)))`;

/** $3 and $4 after which, $5 how many. */
export const rolloutPageSql = `${facts}
    AND ($3::text IS NULL OR (r.name, r.rollout_id) > ($3, $4::uuid))
  ORDER BY r.name, r.rollout_id LIMIT $5`;

export const rolloutFactsSql = `${facts} AND r.rollout_id = $3`;

/** Since when a capability is live in a unit, in any roll-out, as a subselect; nothing where it is not. */
export const liveDayOf = (tenant: string, unit: string, capability: string): string => `
  SELECT min(c.live_on) FROM rollout_capability c WHERE c.tenant_id = ${tenant} AND c.unit_id = ${unit}
    AND c.capability = ${capability} AND c.state = 'live'`;
