import type { DemandLine, TransferDemands, TransferResult } from '@etatlotse/contracts/portfolio';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { itemInYear } from '@etatlotse/domain/demand';
import {
  cents,
  type Cents,
  ok,
  type Outcome,
  plainDate,
  refuse,
  type Refusal,
  sumCents,
} from '@etatlotse/domain/shared';
import { readDemandsOfRound, readRound, type StoredDemand, type StoredRound } from '../../demand';
import { addStep, holdOpenVersion, yearsOfVersion } from '../../planning';
import type { Transaction } from '../../platform/database/transactions';
import { beginProject } from '../../project';
import { accountStored } from '../accounting.repository';
import { chosenStart, findTransfer, insertTransfer, type LineFace, readLineFaces } from '../transfer.repository';

type AnyRefusal = Refusal<ProblemCode>;

/** Amounts of a demand on one line, year by year. */
interface LineAmounts {
  readonly lineId: string;
  readonly years: ReadonlyMap<number, Cents>;
}

interface Work {
  readonly version: Parameters<typeof addStep>[1];
  readonly round: StoredRound;
  readonly lines: ReadonlyMap<string, LineFace>;
  readonly withProjects: boolean;
}

/**
 * Planned demands become plan amounts: one step each, so that the plan still says where every euro comes from, and a project where that is
 * wanted. All or none; a demand goes into a version once, and the link stays for ever.
 */
export async function transferDemands(
  tx: Transaction,
  roundId: string,
  { versionId, demands: wanted, withProjects }: TransferDemands,
): Promise<Outcome<TransferResult, AnyRefusal>> {
  const round = await readRound(tx, roundId);
  if (round === null || tx.actor === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const held = await holdOpenVersion(tx, versionId);
  if (!held.ok) return held;
  const { firstYear, lastYear } = held.value.plan;
  if (firstYear !== round.firstYear || lastYear !== round.lastYear) {
    return refuse({ code: 'DEMAND_VERSION_YEARS', params: { firstYear: round.firstYear, lastYear: round.lastYear } });
  }
  const planned = new Map((await readDemandsOfRound(tx, roundId, ['planned', 'adopted'])).map((one) => [one.id, one]));
  const lineIds = wanted.flatMap(({ expenseLineId, investmentLineId }) => [expenseLineId, investmentLineId]);
  const lines = await readLineFaces(
    tx,
    lineIds.filter((id) => id !== null),
  );
  const work = { version: held.value, round, lines, withProjects };
  let [amountCents, projects] = [cents(0), 0];
  for (const line of wanted) {
    const demand = planned.get(line.demandId);
    if (demand === undefined) return refuse({ code: 'DEMAND_NOT_PLANNED', params: {} });
    const moved = await transferOne(tx, demand, line, work);
    if (!moved.ok) return moved;
    amountCents = cents(amountCents + moved.value.amountCents);
    projects += moved.value.hasProject ? 1 : 0;
  }
  await tx.audit({
    action: 'plan_version.demands_added',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { roundId, demands: wanted.length, amountCents, projects },
  });
  return ok({ versionId, demands: wanted.length, amountCents, projects });
}

async function transferOne(
  tx: Transaction,
  demand: StoredDemand,
  line: DemandLine,
  { version, round, lines, withProjects }: Work,
): Promise<Outcome<{ readonly amountCents: Cents; readonly hasProject: boolean }, AnyRefusal>> {
  const { number, title } = demand;
  if (await findTransfer(tx, demand.id, version.versionId)) {
    return refuse({ code: 'DEMAND_TRANSFERRED', params: { number } });
  }
  const startYear = await chosenStart(tx, demand, round);
  const placed = await amountsByLine(tx, { demand, line, round, startYear, years: yearsOfVersion(version) });
  if (!placed.ok) return placed;
  for (const { lineId } of placed.value) {
    if (lines.get(lineId)?.frame !== demand.frame) return refuse({ code: 'DEMAND_LINE_FRAME', params: { number } });
  }
  const cells = placed.value.flatMap(({ lineId, years }) =>
    [...years].filter(([, amount]) => amount !== 0).map(([fiscalYear, amount]) => ({ lineId, fiscalYear, amount })),
  );
  if (cells.length === 0) return refuse({ code: 'DEMAND_NO_AMOUNT', params: { number } });
  const added = await addStep(tx, version, {
    title: `Bedarf ${number}: ${title}`.slice(0, 200),
    reason: `Planungsrunde ${round.firstYear}/${round.lastYear}`,
    origin: demand.unitCode,
    lineIds: cells.map(({ lineId }) => lineId),
    fiscalYears: cells.map(({ fiscalYear }) => fiscalYear),
    amountCents: cells.map(({ amount }) => amount),
  });
  if (!added.ok) return added;
  const isProject = withProjects && demand.runOrChange === 'change';
  const projectId = isProject ? await projectOf(tx, demand, { startYear, cells, lines }) : null;
  const amountCents = sumCents(cells.map(({ amount }) => amount));
  await insertTransfer(tx, {
    ...{ demandId: demand.id, versionId: version.versionId },
    ...{ changeId: added.value, projectId, amountCents },
  });
  return ok({ amountCents, hasProject: projectId !== null });
}

interface Placing {
  readonly demand: StoredDemand;
  readonly line: DemandLine;
  readonly round: StoredRound;
  readonly startYear: number;
  readonly years: readonly number[];
}

/** What the demand is planned with, gross, on the line of its expense and on that of its investment. */
async function amountsByLine(
  tx: Transaction,
  { demand, line, round, startYear, years }: Placing,
): Promise<Outcome<readonly LineAmounts[], AnyRefusal>> {
  const { accounting } = await accountStored(tx, demand, round);
  const asOf = new Map(accounting.items.map(({ itemId, as }) => [itemId, as]));
  const shift = startYear - Math.max(demand.earliestStartYear ?? round.firstYear, round.firstYear);
  const sides = { expense: new Map<number, Cents>(), investment: new Map<number, Cents>() };
  for (const item of demand.items) {
    const as = asOf.get(item.id);
    if (as !== 'expense' && as !== 'investment')
      return refuse({ code: 'DEMAND_ACCOUNTING_OPEN', params: { count: 1 } });
    for (const fiscalYear of years) {
      const amount = itemInYear(item, fiscalYear - shift)?.grossCents ?? null;
      if (amount === null || fiscalYear < startYear) continue;
      sides[as].set(fiscalYear, cents((sides[as].get(fiscalYear) ?? 0) + amount));
    }
  }
  const placed: LineAmounts[] = [];
  for (const [as, lineId] of [
    ['expense', line.expenseLineId] as const,
    ['investment', line.investmentLineId] as const,
  ]) {
    if (sides[as].size === 0) continue;
    if (lineId === null) return refuse({ code: 'DEMAND_LINE_MISSING', params: { number: demand.number, side: as } });
    placed.push({ lineId, years: sides[as] });
  }
  return ok(placed);
}

/** A project with the costs of the plan and the unit of the demand. */
async function projectOf(
  tx: Transaction,
  demand: StoredDemand,
  {
    startYear,
    cells,
    lines,
  }: {
    readonly startYear: number;
    readonly cells: readonly { readonly lineId: string; readonly fiscalYear: number; readonly amount: Cents }[];
    readonly lines: ReadonlyMap<string, LineFace>;
  },
): Promise<string> {
  const lastYear = Math.max(...cells.map(({ fiscalYear }) => fiscalYear));
  return beginProject(tx, {
    name: demand.title.slice(0, 120),
    description: demand.purpose,
    unitId: demand.unitId,
    plannedStart: plainDate(`${startYear}-01-01`),
    plannedEnd: plainDate(`${lastYear}-12-31`),
    costs: cells.map(({ lineId, fiscalYear, amount }) => ({
      fiscalYear,
      kind: lines.get(lineId)?.sphere === 'investing' ? 'investment' : 'expense',
      amountCents: amount,
    })),
  });
}
