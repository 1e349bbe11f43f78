import type { DemandLine, TransferDemands, TransferResult } from '@etatlotse/contracts/portfolio';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { bearsSide, type DemandAccounting, type DemandPlan, PLAN_SIDES } from '@etatlotse/domain/demand';
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
import { accountMany } from '../accounting.repository';
import { planOf } from '../transfer-plan';
import {
  baseYearOf,
  chosenStarts,
  findTransfer,
  insertTransfer,
  type LineFace,
  readLineFaces,
} from '../transfer.repository';

type AnyRefusal = Refusal<ProblemCode>;

/** An amount on a line in a year, as it is added to the plan. */
interface Cell {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly amount: Cents;
}

interface Work {
  readonly version: Parameters<typeof addStep>[1];
  readonly round: StoredRound;
  readonly lines: ReadonlyMap<string, LineFace>;
  readonly accountings: ReadonlyMap<string, DemandAccounting>;
  readonly starts: ReadonlyMap<string, number>;
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
  const moving = wanted.flatMap(({ demandId }) => planned.get(demandId) ?? []);
  const accountings = await accountMany(tx, moving, round);
  const starts = await chosenStarts(tx, moving, round);
  const work = { version: held.value, round, lines, accountings, starts, withProjects };
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
  work: Work,
): Promise<Outcome<{ readonly amountCents: Cents; readonly hasProject: boolean }, AnyRefusal>> {
  const { version, round, lines, withProjects } = work;
  const { number, title } = demand;
  if (await findTransfer(tx, demand.id, version.versionId)) {
    return refuse({ code: 'DEMAND_TRANSFERRED', params: { number } });
  }
  const startYear = work.starts.get(demand.id) ?? baseYearOf(demand, round);
  const plan = planOf(demand, work.accountings.get(demand.id), {
    startYear,
    baseYear: baseYearOf(demand, round),
    years: yearsOfVersion(version),
  });
  if (plan.openItems > 0) return refuse({ code: 'DEMAND_ACCOUNTING_OPEN', params: { count: plan.openItems } });
  const placed = placedOn(plan, line, { demand, lines });
  if (!placed.ok) return placed;
  const cells = placed.value;
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

/** The line that the person chose for each side; a side without an amount needs none. */
function placedOn(
  plan: DemandPlan,
  { expenseLineId, investmentLineId }: DemandLine,
  { demand, lines }: { readonly demand: StoredDemand; readonly lines: ReadonlyMap<string, LineFace> },
): Outcome<readonly Cell[], AnyRefusal> {
  const { number, frame } = demand;
  const cells: Cell[] = [];
  const chosen = { expense: expenseLineId, investment: investmentLineId };
  for (const side of PLAN_SIDES) {
    if (plan[side].length === 0) continue;
    const lineId = chosen[side];
    if (lineId === null) return refuse({ code: 'DEMAND_LINE_MISSING', params: { number, side } });
    const line = lines.get(lineId);
    if (line?.frame !== frame) return refuse({ code: 'DEMAND_LINE_FRAME', params: { number } });
    if (!bearsSide(side, line.sphere)) return refuse({ code: 'DEMAND_LINE_SIDE', params: { number, side } });
    cells.push(...plan[side].map(({ fiscalYear, amountCents }) => ({ lineId, fiscalYear, amount: amountCents })));
  }
  return cells.length === 0 ? refuse({ code: 'DEMAND_NO_AMOUNT', params: { number } }) : ok(cells);
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
    readonly cells: readonly Cell[];
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
