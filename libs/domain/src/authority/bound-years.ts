import type { FrameCode } from '../budget/frame';
import { type Cents, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';

/** What binds a later year, in the order in which it is drawn: the firmest first. */
export const BOUND_KINDS = ['commitment_authority', 'obligation', 'contract', 'follow_up_cost', 'run_rate'] as const;
export type BoundKind = (typeof BOUND_KINDS)[number];

/** Money of a later year that is no longer free. */
export interface BoundClaim {
  readonly lineId: string;
  /** Null: the line stands in no frame. */
  readonly frame: FrameCode | null;
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/**
 * One register that knows what is bound. What binds may join through it without this computation changing. `claims` is null
 * while the register does not exist: then nothing is known, which is not nothing bound (R26).
 */
export interface BoundSource {
  readonly kind: BoundKind;
  readonly claims: readonly BoundClaim[] | null;
}

/** What a frame has in a year: the ceiling, or what the plan in force says for the year, or unknown. */
export interface FrameBasis {
  readonly frame: FrameCode;
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents | null;
  readonly from: 'ceiling' | 'plan' | 'unknown';
}

/** One part of a bar. */
export interface BoundPart {
  readonly kind: BoundKind;
  readonly amountCents: Cents;
}

/** A frame in a year: what it has, what is bound by what, what is free. */
export interface BoundYear extends FrameBasis {
  readonly parts: readonly BoundPart[];
  readonly boundCents: Cents;
  /** Null while the basis is unknown; negative where more is bound than there is. */
  readonly freeCents: Cents | null;
}

/** All frames together in a year: what is known adds up, and what is unknown is named beside it (R26). */
export interface BoundTotal {
  readonly fiscalYear: FiscalYear;
  /** Sum of the frames with a known amount; null when none is known. */
  readonly amountCents: Cents | null;
  /** Bound in those frames. */
  readonly boundCents: Cents;
  readonly freeCents: Cents | null;
  readonly unknownFrames: readonly FrameCode[];
}

/** Adds the frames of each year up; a frame without a known amount stays outside, with what is bound in it. */
export function boundTotals(rows: readonly BoundYear[]): BoundTotal[] {
  return [...new Set(rows.map(({ fiscalYear }) => fiscalYear))].map((fiscalYear) => {
    const ofYear = rows.filter((row) => row.fiscalYear === fiscalYear);
    const known = ofYear.flatMap((row) => (row.amountCents === null ? [] : [{ ...row, amountCents: row.amountCents }]));
    const amountCents = known.length === 0 ? null : sumCents(known.map((row) => row.amountCents));
    const boundCents = sumCents(known.map((row) => row.boundCents));
    return {
      fiscalYear,
      amountCents,
      boundCents,
      freeCents: amountCents === null ? null : cents(amountCents - boundCents),
      unknownFrames: ofYear.filter((row) => row.amountCents === null).map(({ frame }) => frame),
    };
  });
}

/** The bound years with what is not known yet. */
export interface BoundYears {
  readonly years: readonly BoundYear[];
  /** Registers that do not exist yet: left out of every sum, and said so. */
  readonly missing: readonly BoundKind[];
}

/**
 * Bound years (Vorbelastung): for each frame and year what the city has, what is bound, what is free. Recurring operation
 * counts only as far as no obligation on the same line already binds it, so that no euro binds twice.
 */
export function boundYears(bases: readonly FrameBasis[], sources: readonly BoundSource[]): BoundYears {
  const known = sources.flatMap(({ kind, claims }) => (claims === null ? [] : [{ kind, claims }]));
  const firm = known.filter(({ kind }) => kind !== 'run_rate');
  const bound = firm.flatMap(({ claims }) => claims);
  const counted = known.map(({ kind, claims }) => ({
    kind,
    claims: kind === 'run_rate' ? beyondObligations(claims, bound) : claims,
  }));
  return {
    years: bases.map((basis) => yearOf(basis, counted)),
    missing: BOUND_KINDS.filter((kind) => !known.some((source) => source.kind === kind)),
  };
}

function yearOf(
  basis: FrameBasis,
  sources: readonly { readonly kind: BoundKind; readonly claims: readonly BoundClaim[] }[],
): BoundYear {
  const parts = BOUND_KINDS.flatMap((kind) => {
    const ofKind = sources.filter((source) => source.kind === kind);
    if (ofKind.length === 0) return [];
    const own = ofKind
      .flatMap(({ claims }) => claims)
      .filter(({ frame, fiscalYear }) => frame === basis.frame && fiscalYear === basis.fiscalYear);
    return [{ kind, amountCents: sumCents(own.map(({ amountCents }) => amountCents)) }];
  });
  const boundCents = sumCents(parts.map(({ amountCents }) => amountCents));
  return {
    ...basis,
    parts,
    boundCents,
    freeCents: basis.amountCents === null ? null : cents(basis.amountCents - boundCents),
  };
}

/** What a line's recurring operation takes beyond what obligations on it already bind in the year. */
function beyondObligations(recurring: readonly BoundClaim[], bound: readonly BoundClaim[]): BoundClaim[] {
  const key = ({ lineId, fiscalYear }: BoundClaim): string => `${lineId}/${fiscalYear}`;
  const byLine = new Map<string, number>();
  for (const claim of bound) byLine.set(key(claim), (byLine.get(key(claim)) ?? 0) + claim.amountCents);
  return recurring.flatMap((claim) => {
    const amountCents = cents(Math.max(ZERO_CENTS, claim.amountCents - (byLine.get(key(claim)) ?? 0)));
    return amountCents === 0 ? [] : [{ ...claim, amountCents }];
  });
}

/** A line's planned amounts of the last adopted plan. */
export interface PlannedYears {
  readonly lineId: string;
  readonly frame: FrameCode | null;
  readonly amounts: readonly { readonly fiscalYear: FiscalYear; readonly amountCents: Cents }[];
}

/**
 * Recurring operation in later years: as planned, and beyond the last planned year as in that year, because what runs goes
 * on running. Years before the first planned one are not touched.
 */
export function runRate(lines: readonly PlannedYears[], years: readonly FiscalYear[]): BoundClaim[] {
  return lines.flatMap(({ lineId, frame, amounts }) => {
    const planned = [...amounts].sort((first, second) => first.fiscalYear - second.fiscalYear);
    return years.flatMap((fiscalYear) => {
      const last = planned.filter((amount) => amount.fiscalYear <= fiscalYear).at(-1);
      return last === undefined ? [] : [{ lineId, frame, fiscalYear, amountCents: last.amountCents }];
    });
  });
}
