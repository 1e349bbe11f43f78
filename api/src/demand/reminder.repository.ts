import type { DemandState, RoundPhase } from '@etatlotse/domain/demand';
import { tell } from '../inbox';
import type { Transaction } from '../platform/database/transactions';
import type { StoredRound } from './round.repository';

/** The state that waits in each phase. */
const WAITS_IN: Readonly<Record<RoundPhase, DemandState>> = {
  submit: 'draft',
  determine: 'submitted',
  examine: 'determined',
  deliberate: 'examined',
  plan: 'deliberated',
  adopt: 'planned',
};

/** Of what people are reminded, and how often: the same person once for each key. */
export interface Reminder {
  readonly kind: 'round.late' | 'round.near';
  readonly phases: readonly RoundPhase[];
  readonly keyOf: (phase: RoundPhase) => string;
}

/** Tells whoever has something to do: heads and coordinators, the desk that has not answered, or finance. Answers how many. */
export async function remind(tx: Transaction, round: StoredRound, { kind, phases, keyOf }: Reminder): Promise<number> {
  let told = 0;
  for (const phase of phases) {
    const sql = phase === 'submit' ? unitPeopleSql : phase === 'examine' ? deskPeopleSql : financeSql;
    const people = await tx.query<{ personId: string; count: number }>(sql, [
      tx.tenantId,
      round.id,
      WAITS_IN[phase],
      tx.today,
    ]);
    for (const { personId, count } of people) {
      told += await tell(tx, [personId], {
        kind,
        subjectType: 'planning_round',
        subjectId: round.id,
        params: { phase, count, dueOn: round.phases[phase], firstYear: round.firstYear, lastYear: round.lastYear },
        onceKey: keyOf(phase),
      });
    }
  }
  return told;
}

/** Rounds in which something waits for somebody. */
export async function readOpenRoundIds(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT round_id AS id FROM planning_round WHERE tenant_id = $1 AND state = 'open' ORDER BY round_id`,
    [tx.tenantId],
  );
  return rows.map(({ id }) => id);
}

const inForce = `a.ended_at IS NULL AND a.valid_from <= $4::date AND (a.valid_to IS NULL OR a.valid_to >= $4::date)`;

const unitPeopleSql = `
  WITH RECURSIVE reach AS (
    SELECT a.person_id, a.unit_id FROM role_assignment a JOIN person p ON p.tenant_id = a.tenant_id
      AND p.person_id = a.person_id AND p.status = 'active'
    WHERE a.tenant_id = $1 AND a.role IN ('department_head', 'coordinator') AND ${inForce}
    UNION
    SELECT r.person_id, u.unit_id FROM reach r JOIN org_unit u ON u.tenant_id = $1 AND u.parent_id = r.unit_id)
  SELECT r.person_id AS "personId", count(DISTINCT d.demand_id)::int AS count FROM reach r
  JOIN demand d ON d.tenant_id = $1 AND d.round_id = $2 AND d.state = $3 AND d.unit_id = r.unit_id
  GROUP BY r.person_id`;

const deskPeopleSql = `
  SELECT a.person_id AS "personId", count(DISTINCT d.demand_id)::int AS count FROM role_assignment a
  JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.person_id AND p.status = 'active'
  JOIN demand_review v ON v.tenant_id = a.tenant_id AND v.desk = a.kind AND v.state = 'open' AND NOT v.is_void
  JOIN demand d ON d.tenant_id = v.tenant_id AND d.demand_id = v.demand_id AND d.round_id = $2 AND d.state = $3
  WHERE a.tenant_id = $1 AND a.role = 'reviewer' AND ${inForce}
  GROUP BY a.person_id`;

const financeSql = `
  SELECT a.person_id AS "personId", d.count FROM role_assignment a
  JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.person_id AND p.status = 'active'
  CROSS JOIN (SELECT count(*)::int AS count FROM demand WHERE tenant_id = $1 AND round_id = $2 AND state = $3) d
  WHERE a.tenant_id = $1 AND a.role = 'finance' AND d.count > 0 AND ${inForce}`;
