import { type DemandContent, type DemandItem, itemInYear } from '@etatlotse/domain/demand';
import { plainDate } from '@etatlotse/domain/shared';
import { roundYears, type StoredRound } from './round.repository';

/**
 * An earlier demand for another round: years move with the first plan year and stay in the window, recurring items begin in the
 * first plan year, and what was true of that year only (rank, deliberation, dependencies) stays behind.
 */
export function movedContent(
  original: DemandContent,
  from: StoredRound,
  to: StoredRound,
  nextId: () => string,
): DemandContent {
  const shift = to.firstYear - from.firstYear;
  const years = roundYears(to);
  const [first, last] = [years[0] ?? to.firstYear, years.at(-1) ?? to.lastYear];
  const within = (year: number | null): number | null =>
    year === null ? null : Math.min(Math.max(year + shift, first), last);
  return {
    ...contentOnly(original),
    earliestOn: null,
    occurrence: original.occurrence === 'foreseeable' ? null : original.occurrence,
    probabilityPercent: null,
    reasonDeadline: original.reasonDeadline === null ? null : plainDate(original.reasonDeadline),
    earliestStartYear: within(original.earliestStartYear),
    latestStartYear: within(original.latestStartYear),
    items: original.items.map((item) => movedItem(item, within, nextId)),
    fte: distinctYears(original.fte.map((one) => ({ ...one, fiscalYear: within(one.fiscalYear) ?? to.firstYear }))),
    dependencies: [],
  };
}

/**
 * What of an adopted demand runs on in the years of another round: its recurring items, at the price they then have. Null where
 * nothing runs on.
 */
export function continuedContent(original: DemandContent, to: StoredRound, nextId: () => string): DemandContent | null {
  const years = roundYears(to);
  const last = years.at(-1) ?? to.lastYear;
  const items = original.items
    .filter(({ rhythm, toYear }) => rhythm === 'recurring' && (toYear === null || toYear >= to.firstYear))
    .map((item) => ({
      ...item,
      id: nextId(),
      fromYear: Math.max(item.fromYear, to.firstYear),
      toYear: item.toYear === null || item.toYear >= last ? null : item.toYear,
      unitPriceCents: priceIn(item, Math.max(item.fromYear, to.firstYear)),
    }));
  if (items.length === 0) return null;
  return {
    ...contentOnly(original),
    runOrChange: 'run',
    occurrence: 'occurred',
    probabilityPercent: null,
    earliestOn: null,
    earliestStartYear: to.firstYear,
    latestStartYear: null,
    items,
    fte: years
      .filter((year) => year >= to.firstYear)
      .flatMap((fiscalYear) => {
        const known = original.fte.findLast((one) => one.fiscalYear <= fiscalYear) ?? null;
        const operation = known?.operationThousandths ?? null;
        return operation === null
          ? []
          : [{ fiscalYear, introductionThousandths: null, operationThousandths: operation }];
      }),
    dependencies: [],
  };
}

/** The price of one piece in a later year, with its rises (R27). */
function priceIn(item: DemandItem, year: number): number | null {
  const one = itemInYear({ ...item, quantity: 1, basis: 'gross' }, year);
  return one?.grossCents ?? null;
}

function movedItem(item: DemandItem, within: (year: number | null) => number | null, nextId: () => string): DemandItem {
  const fromYear = within(item.fromYear) ?? item.fromYear;
  const toYear = within(item.toYear);
  return { ...item, id: nextId(), fromYear, toYear: toYear === null ? null : Math.max(toYear, fromYear) };
}

function distinctYears<Row extends { readonly fiscalYear: number }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.fiscalYear, row])).values()];
}

/** Only what a demand says, without number, state and people. */
function contentOnly(content: DemandContent): DemandContent {
  const { title, purpose, forWhom, runOrChange, occurrence, probabilityPercent, earliestOn } = content;
  const { reason, reasonBasis, reasonDeadline, serviceClass, networkZone, frame, benefit, papers } = content;
  const { earliestStartYear, latestStartYear, items, fte, dependencies } = content;
  return {
    title,
    purpose,
    forWhom,
    runOrChange,
    occurrence,
    probabilityPercent,
    earliestOn,
    reason,
    reasonBasis,
    reasonDeadline,
    serviceClass,
    networkZone,
    frame,
    earliestStartYear,
    latestStartYear,
    benefit,
    items,
    fte,
    dependencies,
    papers,
  };
}
