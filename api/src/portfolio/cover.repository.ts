import type { DecisionDemand } from '@etatlotse/contracts/portfolio';
import { type CoverFacts, type CoverYear, shiftedYears } from '@etatlotse/domain/portfolio';
import { readWeighedDemands, type StoredDemand, type StoredRound, weighed } from '../demand';
import type { Transaction } from '../platform/database/transactions';
import { decisionsOf, readRoom } from './decision.repository';
import { baseYearOf, chosenStart } from './transfer.repository';

export interface CoverQuestion {
  readonly round: StoredRound;
  readonly demand: StoredDemand;
  /** Null: the year that was set, else its earliest. */
  readonly startYear: number | null;
  readonly unknownReason: string;
}

/** What a demand needs year by year, and what is left for it beside everything planned already. */
export async function coverFacts(
  tx: Transaction,
  { round, demand, startYear, unknownReason }: CoverQuestion,
): Promise<{ readonly facts: CoverFacts; readonly startYear: number }> {
  const room = await readRoom(tx, round);
  const fixed = await readWeighedDemands(tx, round.id, ['planned', 'adopted']);
  const demands = await decisionsOf(tx, round, [...fixed.filter(({ id }) => id !== demand.id), weighed(demand)]);
  const window = { ...room, firstYear: round.firstYear, lastYear: round.lastYear };
  const own = demands.find(({ id }) => id === demand.id) ?? null;
  const begins = startYear ?? (await chosenStart(tx, demand, round));
  const planned = demands.filter(({ id, fixedYear }) => id !== demand.id && fixedYear !== null);
  const years = room.years.map((fiscalYear, at): CoverYear => {
    const staffLeft = room.staff.find((one) => one.fiscalYear === fiscalYear)?.thousandths ?? null;
    const ceiling = room.ceilings.find((one) => one.fiscalYear === fiscalYear && one.frame === demand.frame);
    const ceilingCents = ceiling?.ceilingCents ?? null;
    const taken = (of: (one: DecisionDemand, year: number) => number): number =>
      planned.reduce((sum, one) => sum + of(one, one.fixedYear ?? round.firstYear), 0);
    const money = taken((one, year) =>
      one.frame === demand.frame ? (shiftedYears(one, year, window, one.costs, 0)[at] ?? 0) : 0,
    );
    const staff = taken((one, year) => shiftedYears(one, year, window, one.fte, null)[at] ?? 0);
    const fte = own === null ? null : staffNeed(demand, fiscalYear - (begins - baseYearOf(demand, round)));
    return {
      fiscalYear,
      neededCents: own === null ? 0 : (shiftedYears(own, begins, window, own.costs, 0)[at] ?? 0),
      roomCents: ceilingCents === null ? null : ceilingCents - money,
      introductionThousandths: fte?.introduction ?? null,
      operationThousandths: fte?.operation ?? null,
      roomThousandths: staffLeft === null ? null : staffLeft - staff,
    };
  });
  const unknownItems = own?.unknownItems ?? 0;
  return { facts: { frame: demand.frame, unknownItems, years, unknownReason }, startYear: begins };
}

/** Staff of one year of the demand as it was stated; a year without a word needs none, a demand without any is unknown. */
function staffNeed(
  { fte }: StoredDemand,
  statedYear: number,
): { readonly introduction: number | null; readonly operation: number | null } {
  if (fte.length === 0) return { introduction: null, operation: null };
  const own = fte.find(({ fiscalYear }) => fiscalYear === statedYear);
  if (own === undefined) return { introduction: 0, operation: 0 };
  return { introduction: own.introductionThousandths, operation: own.operationThousandths };
}
