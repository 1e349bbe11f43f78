import {
  type Decision,
  type DecisionDemand,
  type LostCover,
  lostCover,
  shiftedYears,
  startsOf,
} from '@etatlotse/contracts/portfolio/plain';
import { formatEuro } from '../ui/amount/format';
import type { DecisionView } from './decision-look';
import { fteText, frameName } from './decision-words';
import { decisionWorkLabels } from './decision-work.labels';
import { portfolioLabels } from './portfolio.labels';

/** What nobody knows about a demand; planning it needs finance's reason (R26). */
export type Unknown = 'frame' | 'price' | 'staff';

/** A deliberated demand that can be planned now, as it stands in the ranking. */
export interface ReadyDemand {
  readonly demand: DecisionDemand;
  readonly startYear: number;
  readonly firstCents: number;
  readonly windowCents: number;
  readonly fteThousandths: number | null;
  readonly unknowns: readonly Unknown[];
}

/** Deliberated and covered, in the order of the ranking; behind them those in a frame that nobody knows the ceiling of. */
export function readyDemands(decision: Decision, view: DecisionView): ReadyDemand[] {
  const ranked = new Set(view.rows.map(({ id }) => id));
  const above = view.rows
    .filter(({ demand, place }) => demand.state === 'deliberated' && place === 'above')
    .map(({ demand, entry }) => readyOf(decision, demand, { startYear: entry.startYear, isFrameKnown: true }));
  const unknown = decision.demands
    .filter(({ id, state, frame }) => state === 'deliberated' && frame !== null && !ranked.has(id))
    .map((demand) =>
      readyOf(decision, demand, {
        startYear: demand.startYear ?? startsOf(demand, decision)[0] ?? decision.firstYear,
        isFrameKnown: false,
      }),
    );
  return [...above, ...unknown];
}

function readyOf(
  decision: Decision,
  demand: DecisionDemand,
  { startYear, isFrameKnown }: { startYear: number; isFrameKnown: boolean },
): ReadyDemand {
  const costs = shiftedYears(demand, startYear, decision, demand.costs, 0);
  const fte = shiftedYears(demand, startYear, decision, demand.fte, null);
  const at = decision.years.indexOf(startYear);
  // A need that nobody has stated is unknown, not zero (R26).
  const isStaffUnknown =
    demand.fte.includes(null) ||
    fte.some((need, year) => (need ?? 0) > 0 && (decision.staff[year]?.thousandths ?? null) === null);
  return {
    demand,
    startYear,
    firstCents: costs[at] ?? 0,
    windowCents: costs.reduce((sum, cost) => sum + cost, 0),
    fteThousandths: fte[at] ?? null,
    unknowns: [
      ...(isFrameKnown ? [] : (['frame'] as const)),
      ...(demand.unknownItems > 0 ? (['price'] as const) : []),
      ...(isStaffUnknown ? (['staff'] as const) : []),
    ],
  };
}

/** Cover that fell away, in sentences, and for each demand what it lacks. */
export interface LostLook {
  readonly cover: LostCover;
  readonly text: string;
  readonly short: string;
  readonly demands: readonly DecisionDemand[];
}

export function lostLooks(decision: Decision): LostLook[] {
  const demandOf = new Map(decision.demands.map((demand) => [demand.id, demand]));
  return lostCover(decision.demands, decision).map((cover): LostLook => {
    const { limit, missing, planned, demandIds } = cover;
    const [t, words] = [decisionWorkLabels(), portfolioLabels()];
    const isMoney = limit.kind === 'money';
    const amount = isMoney ? formatEuro : fteText;
    const name = isMoney
      ? words.moneyOf(frameName(limit.frame), String(limit.year))
      : words.staffOf(String(limit.year));
    const sentence = isMoney ? t.lostMoney : t.lostStaff;
    return {
      cover,
      text: sentence(name, amount(missing), amount(planned), amount(limit.amount)),
      short: isMoney
        ? words.shortMoney(amount(missing), frameName(limit.frame), String(limit.year))
        : words.shortStaff(amount(missing), String(limit.year)),
      demands: demandIds.flatMap((id) => demandOf.get(id) ?? []),
    };
  });
}
