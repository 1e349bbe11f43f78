import { type Cents, MAX_AMOUNT_CENTS, cents, scaleCents } from '../shared/cents';
import { type PlainDate, addDays } from '../shared/plain-date';

/** How a purchase is awarded, from the shortest way to the longest. */
export const PROCUREMENT_PATHS = ['in_house', 'framework', 'direct', 'negotiated', 'national', 'eu'] as const;
export type ProcurementPath = (typeof PROCUREMENT_PATHS)[number];

/**
 * Up to which net amount which way is open, and how many days each takes from the first sheet to the contract. The city sets
 * them, dated (rule setting `procurement`).
 */
export interface ProcurementLimits {
  /** Up to this net amount, included, an order is placed directly. */
  readonly directUpToCents: number;
  /** Up to this net amount, included, offers of several bidders are negotiated. */
  readonly negotiatedUpToCents: number;
  /** From this net amount on, included, the tender goes to the whole European Union. */
  readonly euFromCents: number;
  readonly directDays: number;
  readonly frameworkDays: number;
  readonly negotiatedDays: number;
  readonly nationalDays: number;
  readonly euDays: number;
}

/** Example values, to be confirmed by the city: the limits as the ordinance of the Land has them, the days invented. */
export const PROCUREMENT_LIMITS: ProcurementLimits = {
  directUpToCents: 2_000_000,
  negotiatedUpToCents: 10_000_000,
  euFromCents: 21_600_000,
  directDays: 14,
  frameworkDays: 21,
  negotiatedDays: 60,
  nationalDays: 100,
  euDays: 180,
};

const DAYS_MAX = 1_000;
const DAYS = ['directDays', 'frameworkDays', 'negotiatedDays', 'nationalDays', 'euDays'] as const;
const AMOUNTS = ['directUpToCents', 'negotiatedUpToCents', 'euFromCents'] as const;

/** Whether raw input is complete, in range, and the limits rise. */
export function isProcurementLimits(value: unknown): value is ProcurementLimits {
  if (typeof value !== 'object' || value === null) return false;
  const limits = value as Record<string, unknown>;
  const { directUpToCents, negotiatedUpToCents, euFromCents } = limits as Partial<ProcurementLimits>;
  return (
    Object.keys(limits).length === DAYS.length + AMOUNTS.length &&
    DAYS.every((key) => isWhole(limits[key], DAYS_MAX)) &&
    AMOUNTS.every((key) => isWhole(limits[key], MAX_AMOUNT_CENTS)) &&
    (directUpToCents ?? 0) <= (negotiatedUpToCents ?? 0) &&
    (negotiatedUpToCents ?? 0) < (euFromCents ?? 0)
  );
}

const isWhole = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

/** What is to be bought. */
export interface Purchase {
  /** Without value added tax, for the whole purchase: limits are tested against the net amount. */
  readonly netCents: Cents;
  /** Called off a framework contract that was awarded before. */
  readonly isFramework: boolean;
  /** From a company that the city controls like an office of its own (§ 108 GWB). */
  readonly isInHouse: boolean;
  /** When it is to be there; null: not known yet. */
  readonly wantedOn: PlainDate | null;
}

/** The way with its reason in figures: above which limit the amount lies, and below which. */
export interface ProcurementAdvice {
  readonly path: ProcurementPath;
  /** Above this amount; null where nothing lies below, and where the amount does not matter. */
  readonly aboveCents: Cents | null;
  /** Up to this amount, for the open tender below it; null at the top, and where the amount does not matter. */
  readonly upToCents: Cents | null;
  readonly leadDays: number;
  /** The last day on which it can begin; null without a day on which it is wanted. */
  readonly latestStartOn: PlainDate | null;
  /** The last day for beginning has passed. */
  readonly isLate: boolean;
}

/** Proposes how a purchase is awarded and when that has to begin at the latest. */
export function proposeProcurement(purchase: Purchase, limits: ProcurementLimits, today: PlainDate): ProcurementAdvice {
  const { path, above, upTo } = pathOf(purchase, limits);
  const leadDays = daysOf(path, limits);
  const latestStartOn = purchase.wantedOn === null ? null : addDays(purchase.wantedOn, -leadDays);
  return {
    path,
    aboveCents: above === null ? null : cents(above),
    upToCents: upTo === null ? null : cents(upTo),
    leadDays,
    latestStartOn,
    isLate: latestStartOn !== null && latestStartOn < today,
  };
}

interface ChosenPath {
  readonly path: ProcurementPath;
  readonly above: number | null;
  readonly upTo: number | null;
}

function pathOf({ netCents, isFramework, isInHouse }: Purchase, limits: ProcurementLimits): ChosenPath {
  const { directUpToCents, negotiatedUpToCents, euFromCents } = limits;
  if (isInHouse) return { path: 'in_house', above: null, upTo: null };
  if (isFramework) return { path: 'framework', above: null, upTo: null };
  if (netCents >= euFromCents) return { path: 'eu', above: euFromCents, upTo: null };
  if (netCents > negotiatedUpToCents) return { path: 'national', above: negotiatedUpToCents, upTo: euFromCents };
  if (netCents > directUpToCents) return { path: 'negotiated', above: directUpToCents, upTo: negotiatedUpToCents };
  return { path: 'direct', above: null, upTo: directUpToCents };
}

function daysOf(path: ProcurementPath, limits: ProcurementLimits): number {
  switch (path) {
    // An order to an own company takes what a direct order takes.
    case 'in_house':
    case 'direct':
      return limits.directDays;
    case 'framework':
      return limits.frameworkDays;
    case 'negotiated':
      return limits.negotiatedDays;
    case 'national':
      return limits.nationalDays;
    case 'eu':
      return limits.euDays;
  }
}

/** Longest term that the value of a contract is estimated over (§ 3 Abs. 11 VgV): also that of an open end. */
const VALUE_MONTHS = 48;

/**
 * The estimated value of a running contract (§ 3 VgV): over its whole term, over 48 months where it runs longer, renews
 * by itself or has no end.
 */
export function estimatedValue(yearlyCents: Cents, termMonths: number | null): Cents {
  const months = termMonths === null ? VALUE_MONTHS : Math.min(termMonths, VALUE_MONTHS);
  return scaleCents(yearlyCents, months, 12);
}
