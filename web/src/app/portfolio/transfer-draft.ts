import type { TransferDemand } from '@etatlotse/contracts/portfolio/plain';
import { PLAN_SIDES, type PlannedYear, type PlanSide } from '@etatlotse/contracts/portfolio/plain';
import type { ChosenLine } from '../ui/line-choice/line-choice';

/** A demand on its way into a plan, with the lines that somebody chose for it. */
export interface TransferPick {
  readonly demand: TransferDemand;
  readonly isIn: boolean;
  readonly expense: ChosenLine | null;
  readonly investment: ChosenLine | null;
}

/** What begins chosen: whatever has an amount, no open question and a line for each side. */
export function firstPicks(demands: readonly TransferDemand[], versionId: string): TransferPick[] {
  return demands
    .filter(({ versionIds }) => !versionIds.includes(versionId))
    .map((demand) => {
      const pick = { demand, isIn: false, expense: demand.expenseLine, investment: demand.investmentLine };
      return { ...pick, isIn: canGo(demand) && missingSides(pick).length === 0 };
    });
}

export const sidesOf = (demand: TransferDemand): PlanSide[] => PLAN_SIDES.filter((side) => demand[side].length > 0);

/** Nothing open and something to write. */
export const canGo = (demand: TransferDemand): boolean => demand.openItems === 0 && sidesOf(demand).length > 0;

export const missingSides = (pick: Omit<TransferPick, 'isIn'>): PlanSide[] =>
  sidesOf(pick.demand).filter((side) => pick[side] === null);

export const sumOf = (years: readonly PlannedYear[]): number =>
  years.reduce((sum, { amountCents }) => sum + amountCents, 0);

/** What is written on one line: the cells of all chosen demands together. */
export interface LineWrite {
  readonly line: ChosenLine;
  readonly side: PlanSide;
  readonly cents: readonly number[];
  readonly sumCents: number;
}

/** Everything that is written, line by line and year by year, to the cent. */
export interface Writes {
  readonly years: readonly number[];
  readonly lines: readonly LineWrite[];
  readonly totals: readonly number[];
  readonly sumCents: number;
  readonly demands: number;
  readonly projects: number;
}

export function writesOf(picks: readonly TransferPick[], withProjects: boolean): Writes {
  const taken = picks.filter(({ isIn }) => isIn);
  const parts = taken.flatMap((pick) =>
    sidesOf(pick.demand).flatMap((side) => {
      const line = pick[side];
      return line === null ? [] : [{ line, side, amounts: pick.demand[side] }];
    }),
  );
  const years = [...new Set(parts.flatMap(({ amounts }) => amounts.map(({ fiscalYear }) => fiscalYear)))].sort(
    (a, b) => a - b,
  );
  const inYear = (amounts: readonly PlannedYear[], year: number): number =>
    sumOf(amounts.filter(({ fiscalYear }) => fiscalYear === year));
  const lines = [...new Map(parts.map(({ line, side }) => [line.id, { line, side }])).values()]
    .map(({ line, side }): LineWrite => {
      const own = parts.filter((part) => part.line.id === line.id).flatMap(({ amounts }) => amounts);
      return { line, side, cents: years.map((year) => inYear(own, year)), sumCents: sumOf(own) };
    })
    .sort((a, b) => (a.line.number < b.line.number ? -1 : 1));
  const all = parts.flatMap(({ amounts }) => amounts);
  return {
    years,
    lines,
    totals: years.map((year) => inYear(all, year)),
    sumCents: sumOf(all),
    demands: taken.length,
    projects: withProjects ? taken.filter(({ demand }) => demand.runOrChange === 'change').length : 0,
  };
}
