import type { FrameCode } from '../budget/frame';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** One year of a demand, and what there is for it after everything that is planned already. Null is unknown (R26). */
export interface CoverYear {
  readonly fiscalYear: number;
  readonly neededCents: number;
  readonly roomCents: number | null;
  readonly introductionThousandths: number | null;
  readonly operationThousandths: number | null;
  readonly roomThousandths: number | null;
}

export interface CoverFacts {
  readonly frame: FrameCode | null;
  /** Items without a price or a quantity. */
  readonly unknownItems: number;
  readonly years: readonly CoverYear[];
  /** Finance's explicit reason to plan although something is not known. */
  readonly unknownReason: string;
}

/** One thing that keeps a demand from being planned: which currency, in which year, and how much. */
export type Shortage =
  | {
      readonly kind: 'euro';
      readonly frame: FrameCode;
      readonly fiscalYear: number;
      readonly neededCents: number;
      readonly roomCents: number;
      readonly missingCents: number;
    }
  | {
      readonly kind: 'introduction' | 'operation';
      readonly fiscalYear: number;
      readonly neededThousandths: number;
      readonly roomThousandths: number;
      readonly missingThousandths: number;
    }
  | { readonly kind: 'frame_missing' }
  | { readonly kind: 'price_unknown'; readonly items: number }
  | { readonly kind: 'frame_unknown'; readonly frame: FrameCode; readonly fiscalYear: number }
  | { readonly kind: 'staff_unknown'; readonly fiscalYear: number }
  | { readonly kind: 'need_unknown'; readonly fiscalYear: number };

/** What can be planned all the same, when finance says why: nobody knows the figure. */
const MAY_BE_REASONED: readonly Shortage['kind'][] = [
  'frame_unknown',
  'staff_unknown',
  'need_unknown',
  'price_unknown',
];

export type CoverRefusal = Refusal<'DEMAND_COVER_MISSING', { readonly shortages: readonly Shortage[] }>;

/**
 * Two currencies (leap 5): a demand is planned only with cover in euro and with staff, for the introduction and for the operation, in
 * the plan years and the three that follow. What is known and missing always refuses; what is not known needs finance's reason.
 */
export function decideCover(facts: CoverFacts): Outcome<{ readonly unknowns: readonly Shortage[] }, CoverRefusal> {
  const shortages = shortagesOf(facts);
  const unknowns = shortages.filter(({ kind }) => MAY_BE_REASONED.includes(kind));
  const isReasoned = facts.unknownReason.trim() !== '';
  const open = isReasoned ? shortages.filter(({ kind }) => !MAY_BE_REASONED.includes(kind)) : shortages;
  return open.length > 0 ? refuse({ code: 'DEMAND_COVER_MISSING', params: { shortages: open } }) : ok({ unknowns });
}

/** Everything that is missing or not known, year by year. */
export function shortagesOf({ frame, unknownItems, years }: CoverFacts): Shortage[] {
  if (frame === null) return [{ kind: 'frame_missing' }];
  return [
    ...(unknownItems > 0 ? [{ kind: 'price_unknown', items: unknownItems } as const] : []),
    ...years.flatMap((year) => moneyShortage(frame, year)),
    ...years.flatMap(staffShortage),
  ];
}

function moneyShortage(frame: FrameCode, { fiscalYear, neededCents, roomCents }: CoverYear): Shortage[] {
  if (neededCents === 0) return [];
  if (roomCents === null) return [{ kind: 'frame_unknown', frame, fiscalYear }];
  const missingCents = neededCents - roomCents;
  return missingCents > 0 ? [{ kind: 'euro', frame, fiscalYear, neededCents, roomCents, missingCents }] : [];
}

/** The operation is served first: what is left of the staff can introduce something. */
function staffShortage(year: CoverYear): Shortage[] {
  const {
    fiscalYear,
    introductionThousandths: introduction,
    operationThousandths: operation,
    roomThousandths: room,
  } = year;
  if (introduction === null || operation === null) return [{ kind: 'need_unknown', fiscalYear }];
  if (introduction + operation === 0) return [];
  if (room === null) return [{ kind: 'staff_unknown', fiscalYear }];
  const short = (kind: 'introduction' | 'operation', neededThousandths: number, left: number): Shortage[] => {
    const roomThousandths = Math.max(left, 0);
    const missingThousandths = neededThousandths - roomThousandths;
    return neededThousandths > 0 && missingThousandths > 0
      ? [{ kind, fiscalYear, neededThousandths, roomThousandths, missingThousandths }]
      : [];
  };
  return [...short('operation', operation, room), ...short('introduction', introduction, room - operation)];
}
