import { type Cents, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { ReserveKind } from '../budget/budget-line';
import type { MovementDraft } from '../budget/movement';
import { EXTRA_SPHERES, type ExtraKind, type ExtraSphere } from './rule-setting';

/** Where a request for extra authority stands. What is decided or withdrawn stays as it is. */
export const EXTRA_STATES = ['draft', 'submitted', 'examined', 'granted', 'refused', 'withdrawn'] as const;
export type ExtraState = (typeof EXTRA_STATES)[number];

/** What the extra authority is paid from (Deckung). */
export const EXTRA_COVER_KINDS = ['less_spending', 'more_revenue', 'contingency', 'next_year'] as const;
export type ExtraCoverKind = (typeof EXTRA_COVER_KINDS)[number];

/** Cover that is locked on its line when the request is granted. Revenue has its own formula; next year has no line yet. */
export const LOCKING_COVER: readonly ExtraCoverKind[] = ['less_spending', 'contingency'];

/** One line that is to get more, with what stands on it. */
export interface ExtraItem {
  readonly lineId: string;
  readonly sphere: ExtraSphere;
  /** Ansatz of the year. */
  readonly appropriationCents: Cents;
  /** Bereits bereitgestellt: over and outside the plan granted on the line in the year before this request. */
  readonly grantedBeforeCents: Cents;
  readonly requestedCents: Cents;
}

/** One source of cover. */
export interface ExtraCover {
  readonly kind: ExtraCoverKind;
  /** Null only for cover from next year's plan. */
  readonly lineId: string | null;
  readonly sphere: ExtraSphere;
  readonly amountCents: Cents;
}

/** A request as it is judged. */
export interface ExtraRequest {
  readonly items: readonly ExtraItem[];
  readonly covers: readonly ExtraCover[];
  /** Why it cannot be avoided in substance (sachlich unabweisbar). */
  readonly substanceReason: string;
  /** Why it cannot wait (zeitlich unabweisbar). */
  readonly timeReason: string;
  /** An investment that goes on next year, the only case for cover from next year (§ 117 Abs. 2 NKomVG). */
  readonly isContinuedInvestment: boolean;
}

/** Außerplanmäßig when the plan has nothing for the purpose, else überplanmäßig (T4c). */
export function extraKindOf(item: Pick<ExtraItem, 'appropriationCents'>): ExtraKind {
  return item.appropriationCents > 0 ? 'over_plan' : 'outside_plan';
}

/** The columns of the printed form. */
export interface ExtraFigures {
  readonly appropriationCents: Cents;
  readonly grantedBeforeCents: Cents;
  readonly requestedCents: Cents;
  /** Neu zur Verfügung. */
  readonly newFundsCents: Cents;
}

export function figuresOf(item: Omit<ExtraItem, 'lineId' | 'sphere'>): ExtraFigures {
  const { appropriationCents, grantedBeforeCents, requestedCents } = item;
  return {
    appropriationCents,
    grantedBeforeCents,
    requestedCents,
    newFundsCents: sumCents([appropriationCents, grantedBeforeCents, requestedCents]),
  };
}

/** The sums of a request: each side by itself, and both for the headline only (T4a). */
export interface ExtraTotals extends Readonly<Record<ExtraSphere, ExtraFigures>> {
  readonly all: ExtraFigures;
}

export function extraTotals(items: readonly ExtraItem[]): ExtraTotals {
  const of = (some: readonly ExtraItem[]): ExtraFigures =>
    figuresOf({
      appropriationCents: sumCents(some.map(({ appropriationCents }) => appropriationCents)),
      grantedBeforeCents: sumCents(some.map(({ grantedBeforeCents }) => grantedBeforeCents)),
      requestedCents: sumCents(some.map(({ requestedCents }) => requestedCents)),
    });
  const side = (sphere: ExtraSphere): ExtraFigures => of(items.filter((item) => item.sphere === sphere));
  return { operating: side('operating'), investing: side('investing'), all: of(items) };
}

export function coverCents(covers: readonly ExtraCover[]): Cents {
  return sumCents(covers.map(({ amountCents }) => amountCents));
}

/** What keeps a request from being submitted. */
export type ExtraSubmissionRefusal =
  | Refusal<'EXTRA_EMPTY'>
  | Refusal<'EXTRA_LINE_TWICE', { readonly lineId: string }>
  | Refusal<'EXTRA_SUBSTANCE_REASON'>
  | Refusal<'EXTRA_TIME_REASON'>
  | Refusal<'EXTRA_COVER_OWN_LINE', { readonly lineId: string }>
  | Refusal<'EXTRA_COVER_NEXT_YEAR'>
  | Refusal<'EXTRA_COVER_SUM', { readonly requestedCents: Cents; readonly coverCents: Cents }>
  | Refusal<'EXTRA_COVER_WALL', { readonly operatingCents: Cents; readonly coverCents: Cents }>;

/** Everything that is still missing, in the order in which a form asks for it; empty when it may be submitted. */
export function missingForSubmission(request: ExtraRequest): ExtraSubmissionRefusal[] {
  return [
    ...wrongLines(request),
    ...(hasText(request.substanceReason) ? [] : [{ code: 'EXTRA_SUBSTANCE_REASON', params: {} } as const]),
    ...(hasText(request.timeReason) ? [] : [{ code: 'EXTRA_TIME_REASON', params: {} } as const]),
    ...wrongCover(request),
  ];
}

/** Only what is unavoidable in time and substance and covered to the cent may be submitted (§ 117 NKomVG, T4d, T4e). */
export function decideSubmission(request: ExtraRequest): Outcome<ExtraTotals, ExtraSubmissionRefusal> {
  const [first] = missingForSubmission(request);
  return first === undefined ? ok(extraTotals(request.items)) : refuse(first);
}

/** What not even a draft may hold: no line at all, a line twice, or a line that covers itself. */
export function decideDraft(request: Pick<ExtraRequest, 'items' | 'covers'>): Outcome<null, ExtraSubmissionRefusal> {
  const [first] = wrongLines(request);
  return first === undefined ? ok(null) : refuse(first);
}

function wrongLines({ items, covers }: Pick<ExtraRequest, 'items' | 'covers'>): ExtraSubmissionRefusal[] {
  if (items.length === 0) return [{ code: 'EXTRA_EMPTY', params: {} }];
  const own = items.map(({ lineId }) => lineId);
  const giving = covers.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const twice = firstRepeated(own) ?? firstRepeated(giving);
  const self = giving.find((lineId) => own.includes(lineId));
  return [
    ...(twice === undefined ? [] : [{ code: 'EXTRA_LINE_TWICE', params: { lineId: twice } } as const]),
    ...(self === undefined ? [] : [{ code: 'EXTRA_COVER_OWN_LINE', params: { lineId: self } } as const]),
  ];
}

/**
 * The sum is exact; next year pays for continued investments only; and what is meant for investments does not pay for
 * current spending (§ 19 Abs. 4 KomHKVO): cover from current funds is at least what is asked for there.
 */
function wrongCover({ items, covers, isContinuedInvestment }: ExtraRequest): ExtraSubmissionRefusal[] {
  const totals = extraTotals(items);
  const { requestedCents } = totals.all;
  const sum = coverCents(covers);
  const nextYear = coverCents(covers.filter(({ kind }) => kind === 'next_year'));
  const isNextYearWrong = nextYear > 0 && (!isContinuedInvestment || nextYear > totals.investing.requestedCents);
  const current = coverCents(covers.filter(({ kind, sphere }) => kind !== 'next_year' && sphere === 'operating'));
  const operatingCents = totals.operating.requestedCents;
  return [
    ...(isNextYearWrong ? [{ code: 'EXTRA_COVER_NEXT_YEAR', params: {} } as const] : []),
    ...(sum === requestedCents
      ? []
      : [{ code: 'EXTRA_COVER_SUM', params: { requestedCents, coverCents: sum } } as const]),
    ...(sum === requestedCents && current < operatingCents
      ? [{ code: 'EXTRA_COVER_WALL', params: { operatingCents, coverCents: current } } as const]
      : []),
  ];
}

function firstRepeated(ids: readonly string[]): string | undefined {
  return ids.find((id, at) => ids.indexOf(id) !== at);
}

function hasText(text: string): boolean {
  return text.trim() !== '';
}

/** What a line that gives cover has left at the moment of the grant, under its lock. */
export interface CoverPlace {
  readonly lineId: string;
  /** The pool the line belongs to; then the pool's available amount counts for all its lines together. */
  readonly poolId: string | null;
  readonly availableCents: Cents;
}

export type ExtraGrantRefusal = Refusal<
  'EXTRA_COVER_GONE',
  { readonly lineId: string; readonly availableCents: Cents; readonly neededCents: Cents; readonly missingCents: Cents }
>;

/** A movement of a grant on its line. */
export interface GrantMovement extends MovementDraft {
  readonly lineId: string;
}

/**
 * Grants: more authority on each line asked for, and the cover locked at once on the lines that give it (T4d). Each of
 * these, or the pool it stands in, must have that much available now; two requests never use the same cover.
 */
export function decideGrant(
  request: Pick<ExtraRequest, 'items' | 'covers'>,
  places: readonly CoverPlace[],
): Outcome<readonly GrantMovement[], ExtraGrantRefusal> {
  const locks = request.covers.flatMap(({ kind, lineId, amountCents }) =>
    lineId !== null && LOCKING_COVER.includes(kind) ? [{ lineId, amountCents }] : [],
  );
  const shortage = shortageOf(locks, places);
  if (shortage !== null) return refuse(shortage);
  return ok([
    ...request.items.map((item) => ({
      lineId: item.lineId,
      kind: extraKindOf(item),
      amountCents: item.requestedCents,
    })),
    ...locks.map(({ lineId, amountCents }) => ({ lineId, kind: 'lock' as const, amountCents })),
  ]);
}

function shortageOf(
  locks: readonly { readonly lineId: string; readonly amountCents: Cents }[],
  places: readonly CoverPlace[],
): ExtraGrantRefusal | null {
  const needed = new Map<string, Cents>();
  for (const { lineId, amountCents } of locks) {
    const place = places.find((one) => one.lineId === lineId);
    if (place === undefined) throw new RangeError(`Nothing is known about the cover on ${lineId}.`);
    const key = place.poolId ?? lineId;
    const neededCents = cents((needed.get(key) ?? ZERO_CENTS) + amountCents);
    needed.set(key, neededCents);
    if (neededCents > place.availableCents) {
      const { availableCents } = place;
      const missingCents = cents(neededCents - availableCents);
      return { code: 'EXTRA_COVER_GONE', params: { lineId, availableCents, neededCents, missingCents } };
    }
  }
  return null;
}

/** What a line is, as far as it may get more or give cover. */
export interface ExtraLineNature {
  readonly direction: string;
  readonly sphere: string;
  readonly reserve: ReserveKind | null;
  readonly isArchived: boolean;
}

/** Which side of the plan a line stands on; null where it stands on neither. */
function sphereOf({ sphere }: ExtraLineNature): ExtraSphere | null {
  return EXTRA_SPHERES.find((one) => one === sphere) ?? null;
}

/** The side on which a line may get more; null for revenue, what is shut down, and reserves, which are never exceeded (R9). */
export function receivingSphere(line: ExtraLineNature): ExtraSphere | null {
  const isSpending = line.direction === 'expense' || line.direction === 'payment';
  return isSpending && !line.isArchived && line.reserve === null ? sphereOf(line) : null;
}

/**
 * The side on which a line may give this kind of cover; null where it may not. The contingency covers under its own name
 * (R9, T9), discretionary funds cover nobody, and what comes in covers as more revenue only.
 */
export function givingSphere(kind: ExtraCoverKind, line: ExtraLineNature): ExtraSphere | null {
  const isSpending = line.direction === 'expense' || line.direction === 'payment';
  const isIncome = line.direction === 'revenue' || line.direction === 'receipt';
  const fits = {
    less_spending: isSpending && line.reserve === null,
    contingency: isSpending && line.reserve === 'contingency',
    more_revenue: isIncome,
    next_year: false,
  };
  return fits[kind] && !line.isArchived ? sphereOf(line) : null;
}
