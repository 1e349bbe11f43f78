import { type Burden, burdenOf, classifyDevice, type DeviceClass, type LowValueSetting } from '../budget/low-value';
import { type Cents, splitCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { dayOf, monthOf, type PlainDate, yearOf } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { HARDWARE_FRAMES, type HardwareFrame } from '../site/frame-wall';
import type { DeviceKindFacts } from './device';

const MONTHS = 12;

/** Months since the beginning of time; ages and cycles are counted in whole months, the month of purchase being the first. */
export const monthNumber = (day: PlainDate): number => yearOf(day) * MONTHS + monthOf(day) - 1;

/** The first day of a month by its number. */
export const monthDay = (month: number): PlainDate => dayOf(Math.floor(month / MONTHS), (month % MONTHS) + 1, 1);

/** Completed years by months: bought in May 2022, it is four years old from May 2026 on. */
export function ageYears(boughtOn: PlainDate, today: PlainDate): number {
  return Math.floor((monthNumber(today) - monthNumber(boughtOn)) / MONTHS);
}

/** Whether the cycle has run out: from the month in which it ends. */
export function isDue(boughtOn: PlainDate, cycleMonths: number, today: PlainDate): boolean {
  return monthNumber(boughtOn) + cycleMonths <= monthNumber(today);
}

/** The year in which a device is due for the first time. */
export function dueYear(boughtOn: PlainDate, cycleMonths: number): number {
  return Math.floor((monthNumber(boughtOn) + cycleMonths) / MONTHS);
}

/** A year in which something is replaced; late: it was due before the first year and has not been replaced. */
export interface Replacement {
  readonly year: number;
  readonly isLate: boolean;
}

/** Every replacement from one year to another. What is late is replaced at the beginning of the first year. */
export function replacements(
  boughtOn: PlainDate,
  cycleMonths: number,
  firstYear: FiscalYear,
  lastYear: FiscalYear,
): Replacement[] {
  const begin = firstYear * MONTHS;
  const end = (lastYear + 1) * MONTHS;
  const due = monthNumber(boughtOn) + cycleMonths;
  const found: Replacement[] = [];
  for (let at = Math.max(due, begin); at < end; at += cycleMonths) {
    found.push({ year: Math.floor(at / MONTHS), isLate: found.length === 0 && due < begin });
  }
  return found;
}

/** Devices of a kind that were bought together and are paid alike. */
export interface StockGroup {
  readonly kindId: string;
  readonly boughtOn: PlainDate;
  readonly quantity: number;
  /** What each frame bears, in hundredths of a percent; together 100.00. */
  readonly frames: readonly { readonly frame: HardwareFrame; readonly shareBasisPoints: number }[];
}

/** A proposal of what to replace: kind and year, how many, what it takes, and how it is budgeted. */
export interface ReplacementProposal {
  readonly fiscalYear: FiscalYear;
  readonly kindId: string;
  readonly quantity: number;
  /** Of these, due before the first year. */
  readonly lateQuantity: number;
  readonly burden: Burden;
  readonly deviceClass: DeviceClass;
  /** The gross amount by frame; the sum is the whole. */
  readonly frames: readonly { readonly frame: HardwareFrame; readonly amountCents: Cents }[];
}

export interface DemandFacts {
  readonly groups: readonly StockGroup[];
  readonly kinds: ReadonlyMap<string, DeviceKindFacts>;
  /** The years that are planned, in order. */
  readonly years: readonly FiscalYear[];
  readonly ruleOf: (year: FiscalYear) => LowValueSetting;
}

interface Gathered {
  quantity: number;
  lateQuantity: number;
  readonly weights: Map<HardwareFrame, number>;
}

/**
 * What replacing the stock takes, by year and kind, at the price of a new one. The class follows the rule of each year; the
 * frames share the gross amount by how many devices each of them bears, with the largest remainder.
 */
export function replacementDemand({ groups, kinds, years, ruleOf }: DemandFacts): ReplacementProposal[] {
  const gathered = gather(groups, kinds, years);
  return years.flatMap((fiscalYear) =>
    [...kinds].flatMap(([kindId, kind]) => {
      const found = gathered.get(`${fiscalYear} ${kindId}`);
      return found === undefined ? [] : [proposal(fiscalYear, kindId, kind, found, ruleOf(fiscalYear))];
    }),
  );
}

function gather(
  groups: DemandFacts['groups'],
  kinds: DemandFacts['kinds'],
  years: DemandFacts['years'],
): ReadonlyMap<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return gathered;
  for (const { kindId, boughtOn, quantity, frames } of groups) {
    const kind = kinds.get(kindId);
    if (kind === undefined) continue;
    for (const { year, isLate } of replacements(boughtOn, kind.cycleMonths, first, last)) {
      const key = `${year} ${kindId}`;
      const sum: Gathered = gathered.get(key) ?? { quantity: 0, lateQuantity: 0, weights: new Map() };
      gathered.set(key, sum);
      sum.quantity += quantity;
      if (isLate) sum.lateQuantity += quantity;
      for (const { frame, shareBasisPoints } of frames) {
        sum.weights.set(frame, (sum.weights.get(frame) ?? 0) + quantity * shareBasisPoints);
      }
    }
  }
  return gathered;
}

function proposal(
  fiscalYear: FiscalYear,
  kindId: string,
  kind: DeviceKindFacts,
  { quantity, lateQuantity, weights }: Gathered,
  rule: LowValueSetting,
): ReplacementProposal {
  const burden = burdenOf(quantity, kind.netUnitCents, kind.vatBasisPoints);
  const borne = HARDWARE_FRAMES.filter((frame) => weights.has(frame));
  const amounts = splitCents(
    burden.grossCents,
    borne.map((frame) => weights.get(frame) ?? 0),
  );
  return {
    fiscalYear,
    kindId,
    quantity,
    lateQuantity,
    burden,
    deviceClass: classifyDevice(kind, rule),
    frames: borne.map((frame, at) => ({ frame, amountCents: amounts[at] as Cents })),
  };
}

/** The whole of one frame. */
export const wholeFrame = (frame: HardwareFrame): StockGroup['frames'] => [
  { frame, shareBasisPoints: WHOLE_BASIS_POINTS },
];

/** How many devices of each kind have which age. */
export interface AgeRow {
  readonly ageYears: number;
  readonly byKind: ReadonlyMap<string, number>;
  readonly quantity: number;
}

/** The age pyramid: from new to the oldest, years without a device in between included. */
export function agePyramid(groups: readonly StockGroup[], today: PlainDate): AgeRow[] {
  const byAge = new Map<number, Map<string, number>>();
  for (const { kindId, boughtOn, quantity } of groups) {
    const age = ageYears(boughtOn, today);
    const row = byAge.get(age) ?? new Map<string, number>();
    byAge.set(age, row);
    row.set(kindId, (row.get(kindId) ?? 0) + quantity);
  }
  const oldest = Math.max(-1, ...byAge.keys());
  return Array.from({ length: oldest + 1 }, (_, age) => {
    const byKind = byAge.get(age) ?? new Map<string, number>();
    return { ageYears: age, byKind, quantity: [...byKind.values()].reduce((sum, one) => sum + one, 0) };
  });
}
