import type { DemandState } from '@etatlotse/domain/demand';
import { proposedRatings, TOP_RATING } from '@etatlotse/domain/portfolio';
import type { Transaction } from '../platform/database/transactions';
import type { DemoDemand } from './demo-demand';
import { DEMO_DEMANDS } from './demo-demand-list';

/** What has been examined has been rated, too. */
const RATED: readonly DemandState[] = ['examined', 'deliberated', 'planned', 'adopted'];
const PLANNED: readonly DemandState[] = ['planned', 'adopted'];
/** Thousandths of an FTE that IT has for demands: in the first year people are set free for introductions. */
const STAFF = [7_000, 4_500, 4_500, 4_500] as const;

export interface DemoDecision {
  readonly roundId: string;
  readonly firstYear: number;
  /** Ids of the demands by title. */
  readonly ids: ReadonlyMap<string, string>;
  readonly financeId: string | null;
}

/** The city's weights, ratings of what was examined, the staff of the round and the years of what is planned. */
export async function seedDecision(
  tx: Transaction,
  { roundId, firstYear, ids, financeId }: DemoDecision,
): Promise<void> {
  await tx.execute(
    `INSERT INTO score_weights (tenant_id, weights_id, number, benefit, urgency, reach, readiness, delay_percent, reason,
       recorded_by, recorded_at)
     VALUES ($1, $2, 1, 35, 35, 20, 10, 10, 'Lenkungsrunde IT: Dringliches zählt wie Nutzen (Demo)', $3, $4)`,
    [tx.tenantId, tx.nextId(), financeId, tx.now],
  );
  await tx.execute(`INSERT INTO round_staff (tenant_id, round_id) VALUES ($1, $2)`, [tx.tenantId, roundId]);
  const staff = STAFF.map((thousandths, at) => ({ fiscalYear: firstYear + at, thousandths }));
  await tx.execute(
    `INSERT INTO round_staff_year (tenant_id, round_id, fiscal_year, thousandths, source)
     SELECT $1, $2, "fiscalYear", thousandths, 'Personalplanung der IT, Oktober (Demo)'
     FROM jsonb_to_recordset($3::jsonb) AS r("fiscalYear" smallint, thousandths integer)`,
    [tx.tenantId, roundId, JSON.stringify(staff)],
  );
  const of = (states: readonly DemandState[]) =>
    DEMO_DEMANDS.filter(({ state }) => states.includes(state)).map((demand) => ({
      id: ids.get(demand.title),
      ...ratingsOf(demand),
    }));
  await tx.execute(ratingsSql, [tx.tenantId, JSON.stringify(of(RATED)), financeId, tx.now]);
  await tx.execute(startsSql, [tx.tenantId, JSON.stringify(of(PLANNED)), firstYear, financeId, tx.now]);
}

/** The proposal of the program, moved a little as people do. */
function ratingsOf({ title, reason, central, items }: DemoDemand) {
  const unknownItems = items.filter(([, , , , euro]) => euro === null).length;
  const proposed = proposedRatings({ reason, isOccurred: true, isShared: central, hasBenefit: true, unknownItems });
  const within = (rating: number) => Math.max(0, Math.min(rating, TOP_RATING));
  return {
    ...proposed,
    benefit: within(proposed.benefit + (title.length % 5) - 1),
    reach: within(proposed.reach - (title.length % 3)),
  };
}

const ratingsSql = `
  INSERT INTO demand_rating (tenant_id, demand_id, benefit, urgency, reach, readiness, reason, rated_by, rated_at)
  SELECT $1, id, benefit, urgency, reach, readiness, 'Bewertung der Lenkungsrunde (Demo)', $3, $4
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, benefit smallint, urgency smallint, reach smallint, readiness smallint)`;

const startsSql = `
  INSERT INTO demand_start (tenant_id, demand_id, start_year, set_by, set_at)
  SELECT $1, id, $3, $4, $5 FROM jsonb_to_recordset($2::jsonb) AS r(id uuid)`;
