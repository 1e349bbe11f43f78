import type { Decision, DecisionDemand, DecisionStaff, WeightsView } from '@etatlotse/contracts/portfolio';
import { demandYears, type DemandState, isMandatory, type PricedItem } from '@etatlotse/domain/demand';
import { decisionYears, EXAMPLE_WEIGHTS, proposedRatings, type Ratings } from '@etatlotse/domain/portfolio';
import { plainDate, yearOf } from '@etatlotse/domain/shared';
import { freeThousandths } from '../capacity';
import { readCeilings, readWeighedDemands, type StoredRound, type WeighedDemand } from '../demand';
import type { Transaction } from '../platform/database/transactions';

/** States in which a demand can be decided about: complete and in the round, not yet at an end. */
export const DECIDABLE: readonly DemandState[] = [
  'submitted',
  'determined',
  'examined',
  'deliberated',
  'planned',
  'adopted',
];

interface RatingRow extends Ratings {
  readonly demandId: string;
  readonly version: number;
}

/** Every demand of a round with costs, staff, ratings and the year that was set for it. */
export async function readDecisionDemands(tx: Transaction, round: StoredRound): Promise<DecisionDemand[]> {
  return decisionsOf(tx, round, await readWeighedDemands(tx, round.id, DECIDABLE));
}

/** The same for some demands that were read already. */
export async function decisionsOf(
  tx: Transaction,
  round: StoredRound,
  stored: readonly WeighedDemand[],
): Promise<DecisionDemand[]> {
  const ratings = await tx.query<RatingRow>(ratingsSql, [tx.tenantId, round.id]);
  const starts = await tx.query<{ demandId: string; startYear: number }>(startsSql, [tx.tenantId, round.id]);
  const ratingOf = new Map(ratings.map((rating) => [rating.demandId, rating]));
  const startOf = new Map(starts.map(({ demandId, startYear }) => [demandId, startYear]));
  const years = decisionYears(round);
  return stored.map((demand) =>
    toDecision(demand, { years, rating: ratingOf.get(demand.id), startYear: startOf.get(demand.id) ?? null, round }),
  );
}

interface DecisionParts {
  readonly years: readonly number[];
  readonly rating: RatingRow | undefined;
  readonly startYear: number | null;
  readonly round: StoredRound;
}

function toDecision(demand: WeighedDemand, { years, rating, startYear, round }: DecisionParts): DecisionDemand {
  const costs = demandYears(demand.items, years);
  const unknownItems = demand.items.filter(isUnknown).length;
  const isFixed = demand.state === 'planned' || demand.state === 'adopted';
  const links = (kind: string) => demand.dependencies.filter((one) => one.kind === kind).map(({ toId }) => toId);
  return {
    id: demand.id,
    number: demand.number,
    title: demand.title,
    unitCode: demand.unitCode,
    state: demand.state,
    reason: demand.reason,
    frame: demand.frame,
    runOrChange: demand.runOrChange,
    isMandatory: isMandatory(demand),
    fixedYear: isFixed ? (startYear ?? Math.max(demand.earliestStartYear ?? round.firstYear, round.firstYear)) : null,
    earliestYear: demand.earliestStartYear,
    latestYear: demand.latestStartYear,
    deadlineYear: demand.reasonDeadline === null ? null : yearOf(plainDate(demand.reasonDeadline)),
    costs: costs.map(({ grossCents }) => grossCents),
    fte: years.map((year) => fteOf(demand, year)),
    ratings: rating ?? proposedRatings({ ...factsOf(demand), unknownItems }),
    isRated: rating !== undefined,
    ratingVersion: rating?.version ?? 0,
    startYear,
    unknownItems,
    needs: links('needs'),
    excludes: links('excludes'),
    together: links('together'),
    version: demand.version,
  };
}

const isUnknown = ({ quantity, unitPriceCents }: PricedItem): boolean => quantity === null || unitPriceCents === null;

function factsOf({ reason, occurrence, serviceClass, hasBenefit }: WeighedDemand) {
  return {
    reason,
    isOccurred: occurrence === 'occurred',
    isShared: serviceClass === 'central_infrastructure',
    hasBenefit,
  };
}

/** Introduction and operation of a year together; a demand that says nothing about staff at all is not known. */
function fteOf({ fte }: WeighedDemand, year: number): number | null {
  if (fte.length === 0) return null;
  const own = fte.find(({ fiscalYear }) => fiscalYear === year);
  if (own === undefined) return 0;
  const { introductionThousandths: introduction, operationThousandths: operation } = own;
  return introduction === null || operation === null ? null : introduction + operation;
}

/** What a proposal is made from, as it stands now. */
export async function readFacts(tx: Transaction, round: StoredRound) {
  const { firstYear, lastYear } = round;
  const room = await readRoom(tx, round);
  return {
    ...room,
    firstYear,
    lastYear,
    weights: await readWeights(tx),
    demands: await readDecisionDemands(tx, round),
  };
}

/** What the round has to give out: ceilings as they are set, staff as stated or reckoned by the capacity side. */
export async function readRoom(
  tx: Transaction,
  round: StoredRound,
): Promise<Pick<Decision, 'ceilings' | 'staff' | 'staffUnit' | 'staffVersion' | 'years'>> {
  const years = decisionYears(round);
  const ceilings = (await readCeilings(tx, round.id)).filter(({ fiscalYear }) => years.includes(fiscalYear));
  const [setting] = await tx.query<StaffSetting>(staffSql, [tx.tenantId, round.id]);
  const stated = await tx.query<StatedYear>(staffYearsSql, [tx.tenantId, round.id]);
  const staff: DecisionStaff[] = [];
  for (const fiscalYear of years) staff.push(await staffOf(tx, fiscalYear, { setting, stated }));
  const { unitId, unitCode, unitName } = setting ?? { unitId: null, unitCode: '', unitName: '' };
  return {
    years,
    ceilings,
    staff,
    staffUnit: unitId === null ? null : { id: unitId, code: unitCode, name: unitName },
    staffVersion: setting?.version ?? 0,
  };
}

interface StaffSetting {
  readonly unitId: string | null;
  readonly unitCode: string;
  readonly unitName: string;
  readonly version: number;
}

interface StatedYear {
  readonly fiscalYear: number;
  readonly thousandths: number;
  readonly source: string;
}

async function staffOf(
  tx: Transaction,
  fiscalYear: number,
  { setting, stated }: { readonly setting: StaffSetting | undefined; readonly stated: readonly StatedYear[] },
): Promise<DecisionStaff> {
  const own = stated.find((one) => one.fiscalYear === fiscalYear);
  if (own !== undefined) return { fiscalYear, thousandths: own.thousandths, basis: 'stated', source: own.source };
  const unitId = setting?.unitId ?? null;
  const free = unitId === null ? null : await freeThousandths(tx, unitId, fiscalYear);
  return free === null
    ? { fiscalYear, thousandths: null, basis: 'unknown', source: '' }
    : { fiscalYear, thousandths: free, basis: 'capacity', source: setting?.unitCode ?? '' };
}

/** The city's newest weights, or the example with number 0. */
export async function readWeights(tx: Transaction): Promise<WeightsView> {
  const [newest] = await readAllWeights(tx, 1);
  return newest ?? { ...EXAMPLE_WEIGHTS, id: null, number: 0, reason: '', recordedAt: null, recordedBy: null };
}

/** Every set the city has had, newest first. */
export async function readAllWeights(tx: Transaction, limit: number): Promise<WeightsView[]> {
  const rows = await tx.query<WeightsView & Ratings>(weightsSql, [tx.tenantId, limit]);
  return rows.map(({ benefit, urgency, reach, readiness, ...rest }) => ({
    ...rest,
    weights: { benefit, urgency, reach, readiness },
  }));
}

const ratingsSql = `
  SELECT r.demand_id AS "demandId", r.benefit, r.urgency, r.reach, r.readiness, r.version FROM demand_rating r
  JOIN demand d ON d.tenant_id = r.tenant_id AND d.demand_id = r.demand_id WHERE r.tenant_id = $1 AND d.round_id = $2`;

const startsSql = `
  SELECT s.demand_id AS "demandId", s.start_year AS "startYear" FROM demand_start s
  JOIN demand d ON d.tenant_id = s.tenant_id AND d.demand_id = s.demand_id WHERE s.tenant_id = $1 AND d.round_id = $2`;

const staffSql = `
  SELECT s.unit_id AS "unitId", coalesce(u.code, '') AS "unitCode", coalesce(u.name, '') AS "unitName", s.version
  FROM round_staff s LEFT JOIN org_unit u ON u.tenant_id = s.tenant_id AND u.unit_id = s.unit_id
  WHERE s.tenant_id = $1 AND s.round_id = $2`;

const staffYearsSql = `
  SELECT fiscal_year AS "fiscalYear", thousandths, source FROM round_staff_year
  WHERE tenant_id = $1 AND round_id = $2 ORDER BY fiscal_year`;

const weightsSql = `
  SELECT w.weights_id AS id, w.number, w.benefit, w.urgency, w.reach, w.readiness, w.delay_percent AS "delayPercent", w.reason,
    to_json(w.recorded_at) AS "recordedAt", p.display_name AS "recordedBy"
  FROM score_weights w LEFT JOIN person p ON p.tenant_id = w.tenant_id AND p.person_id = w.recorded_by
  WHERE w.tenant_id = $1 ORDER BY w.number DESC LIMIT $2`;
