import type { NetworkZone, RunOrChange, ServiceClass } from '../budget/budget-line';
import type { FrameCode } from '../budget/frame';
import type { PlainDate } from '../shared/plain-date';

/** Whether the need is there already or is expected (source paper, no. 34). */
export const DEMAND_OCCURRENCES = ['occurred', 'foreseeable'] as const;
export type DemandOccurrence = (typeof DEMAND_OCCURRENCES)[number];

/** Why it is needed (source paper, no. 20). A legal duty ranks first and counts as mandatory. */
export const DEMAND_REASONS = ['legal', 'economic', 'end_of_support', 'political'] as const;
export type DemandReason = (typeof DEMAND_REASONS)[number];

/** What an item buys. */
export const DEMAND_ITEM_KINDS = ['services', 'supplies', 'device', 'licence', 'fees', 'training'] as const;
export type DemandItemKind = (typeof DEMAND_ITEM_KINDS)[number];

/** Paid once, or every year from its first year on. */
export const ITEM_RHYTHMS = ['one_off', 'recurring'] as const;
export type ItemRhythm = (typeof ITEM_RHYTHMS)[number];

export const PRICE_BASES = ['net', 'gross'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** One demand needs another, excludes it, or makes sense only together with it. */
export const DEPENDENCY_KINDS = ['needs', 'excludes', 'together'] as const;
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

/** Where a demand comes from, so that nobody starts from an empty sheet and every line says why it is there. */
export const DEMAND_SOURCES = ['person', 'copy', 'last_round', 'contract', 'line'] as const;
export type DemandSource = (typeof DEMAND_SOURCES)[number];

/** Items of one demand at most. */
export const MAX_ITEMS = 60;

/** One thing to be bought. What is not known yet is null, which is not zero (R26). */
export interface DemandItem {
  readonly id: string;
  readonly label: string;
  readonly kind: DemandItemKind;
  readonly rhythm: ItemRhythm;
  readonly fromYear: number;
  /** Last year of a recurring item; null until further notice. A one-off item has none. */
  readonly toYear: number | null;
  /** Month of the first purchase, 1 to 12. */
  readonly month: number;
  /** Pieces, days, seats; whole. */
  readonly quantity: number | null;
  readonly unit: string;
  readonly unitPriceCents: number | null;
  readonly basis: PriceBasis;
  readonly vatBasisPoints: number;
  /** Rise of the price each year after the first one; 300 is 3.00 % (R27). */
  readonly increaseBasisPoints: number;
}

/** Staff that one year needs, in thousandths of a full-time equivalent; null is unknown. */
export interface DemandFte {
  readonly fiscalYear: number;
  readonly introductionThousandths: number | null;
  readonly operationThousandths: number | null;
}

export interface DemandDependency {
  readonly toId: string;
  readonly kind: DependencyKind;
}

/** What a person states in a demand. In a draft everything may still be open. */
export interface DemandContent {
  readonly title: string;
  readonly purpose: string;
  readonly forWhom: string;
  readonly runOrChange: RunOrChange | null;
  readonly occurrence: DemandOccurrence | null;
  /** Only where it is foreseeable. */
  readonly probabilityPercent: number | null;
  readonly earliestOn: PlainDate | null;
  readonly reason: DemandReason | null;
  /** Norm of a legal duty, e.g. `§ 12 OZG`; product and version of what goes out of support; council paper. */
  readonly reasonBasis: string;
  /** By when the duty must be met, or support ends. */
  readonly reasonDeadline: PlainDate | null;
  readonly serviceClass: ServiceClass | null;
  readonly networkZone: NetworkZone | null;
  readonly frame: FrameCode | null;
  readonly earliestStartYear: number | null;
  readonly latestStartYear: number | null;
  readonly benefit: string;
  readonly items: readonly DemandItem[];
  readonly fte: readonly DemandFte[];
  readonly dependencies: readonly DemandDependency[];
  /** DS numbers of council papers, e.g. `25-25403`. */
  readonly papers: readonly string[];
}

/** What a demand still lacks before it can be submitted, in the order of the form. */
export const DEMAND_GAPS = [
  'title',
  'purpose',
  'for_whom',
  'run_or_change',
  'occurrence',
  'probability',
  'earliest_on',
  'reason',
  'reason_basis',
  'reason_deadline',
  'service_class',
  'items',
  'start_year',
  'start_order',
] as const;
export type DemandGap = (typeof DEMAND_GAPS)[number];

/** What is missing. Price, quantity and staff may stay unknown: that is said, never guessed. */
export function demandGaps(content: DemandContent): DemandGap[] {
  const isOpen: Readonly<Record<DemandGap, boolean>> = {
    title: content.title.trim() === '',
    purpose: content.purpose.trim() === '',
    for_whom: content.forWhom.trim() === '',
    run_or_change: content.runOrChange === null,
    occurrence: content.occurrence === null,
    probability: content.occurrence === 'foreseeable' && content.probabilityPercent === null,
    earliest_on: content.occurrence === 'foreseeable' && content.earliestOn === null,
    reason: content.reason === null,
    reason_basis: (content.reason === 'legal' || content.reason === 'political') && content.reasonBasis.trim() === '',
    reason_deadline:
      (content.reason === 'legal' || content.reason === 'end_of_support') && content.reasonDeadline === null,
    service_class: content.serviceClass === null,
    items: content.items.length === 0,
    start_year: content.earliestStartYear === null,
    start_order:
      content.earliestStartYear !== null &&
      content.latestStartYear !== null &&
      content.latestStartYear < content.earliestStartYear,
  };
  return DEMAND_GAPS.filter((gap) => isOpen[gap]);
}

/** A legal duty has to be met; only money and people decide on everything else. */
export function isMandatory({ reason }: Pick<DemandContent, 'reason'>): boolean {
  return reason === 'legal';
}
