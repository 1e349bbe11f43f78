import { MAX_AMOUNT_CENTS } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, yearOf } from '../shared/plain-date';
import type { BatchFacts, DeviceKindFacts } from './device';

/** Limits beyond which a figure is a slip of the pen. */
export const DEVICE_QUANTITY_MAX = 100_000;
export const DEVICE_CYCLE_MAX_MONTHS = 240;
export const DEVICE_VAT_MAX_BASIS_POINTS = 2_500;
const FIRST_PURCHASE_YEAR = 1990;

export type BatchRefusal =
  | Refusal<'DEVICE_QUANTITY', { readonly most: number }>
  | Refusal<'DEVICE_PRICE'>
  | Refusal<'DEVICE_BOUGHT_LATER', { readonly boughtOn: PlainDate }>
  | Refusal<'DEVICE_BOUGHT_EARLY', { readonly firstYear: number }>;

/**
 * Checks one batch, from the form or from a row of a file: some devices, at a price of whole cents above nothing, bought
 * until today.
 */
export function checkBatch(
  { quantity, boughtOn, netUnitCents }: BatchFacts,
  today: PlainDate,
): Outcome<null, BatchRefusal> {
  if (!isWithin(quantity, DEVICE_QUANTITY_MAX)) {
    return refuse({ code: 'DEVICE_QUANTITY', params: { most: DEVICE_QUANTITY_MAX } });
  }
  if (!isWithin(netUnitCents, DEVICE_PRICE_MAX_CENTS)) return refuse({ code: 'DEVICE_PRICE', params: {} });
  if (boughtOn > today) return refuse({ code: 'DEVICE_BOUGHT_LATER', params: { boughtOn } });
  return yearOf(boughtOn) < FIRST_PURCHASE_YEAR
    ? refuse({ code: 'DEVICE_BOUGHT_EARLY', params: { firstYear: FIRST_PURCHASE_YEAR } })
    : ok(null);
}

/** The highest price of one device: so many of them that a batch may hold still add up within what can be stated. */
export const DEVICE_PRICE_MAX_CENTS = Math.floor(MAX_AMOUNT_CENTS / DEVICE_QUANTITY_MAX);

export type KindRefusal =
  | Refusal<'DEVICE_PRICE'>
  | Refusal<'DEVICE_CYCLE', { readonly most: number }>
  | Refusal<'DEVICE_VAT'>
  | Refusal<'DEVICE_ANSWER_REASON'>;

/** Checks one kind of device, from the form or from a row of a file. An answer of finance says what it rests on. */
export function checkDeviceKind(kind: DeviceKindFacts, answerReason: string): Outcome<null, KindRefusal> {
  if (!isWithin(kind.netUnitCents, DEVICE_PRICE_MAX_CENTS)) return refuse({ code: 'DEVICE_PRICE', params: {} });
  if (!isWithin(kind.cycleMonths, DEVICE_CYCLE_MAX_MONTHS)) {
    return refuse({ code: 'DEVICE_CYCLE', params: { most: DEVICE_CYCLE_MAX_MONTHS } });
  }
  const vat = kind.vatBasisPoints;
  if (!Number.isSafeInteger(vat) || vat < 0 || vat > DEVICE_VAT_MAX_BASIS_POINTS) {
    return refuse({ code: 'DEVICE_VAT', params: {} });
  }
  return kind.answer !== null && answerReason.trim() === ''
    ? refuse({ code: 'DEVICE_ANSWER_REASON', params: {} })
    : ok(null);
}

export type DisposalRefusal =
  | Refusal<'DEVICE_QUANTITY', { readonly most: number }>
  | Refusal<'DEVICE_DISPOSED_TOO_MANY', { readonly left: number }>
  | Refusal<'DEVICE_DISPOSAL_DATE', { readonly boughtOn: PlainDate }>;

/** How many are left after some have gone. Nothing goes before it was bought, or tomorrow. */
export function decideDisposal(
  batch: { readonly boughtOn: PlainDate; readonly left: number },
  disposal: { readonly quantity: number; readonly disposedOn: PlainDate },
  today: PlainDate,
): Outcome<number, DisposalRefusal> {
  const { quantity, disposedOn } = disposal;
  if (!isWithin(quantity, DEVICE_QUANTITY_MAX)) {
    return refuse({ code: 'DEVICE_QUANTITY', params: { most: DEVICE_QUANTITY_MAX } });
  }
  if (quantity > batch.left) return refuse({ code: 'DEVICE_DISPOSED_TOO_MANY', params: { left: batch.left } });
  return disposedOn < batch.boughtOn || disposedOn > today
    ? refuse({ code: 'DEVICE_DISPOSAL_DATE', params: { boughtOn: batch.boughtOn } })
    : ok(batch.left - quantity);
}

export type MoveRefusal =
  | Refusal<'DEVICE_QUANTITY', { readonly most: number }>
  | Refusal<'DEVICE_DISPOSED_TOO_MANY', { readonly left: number }>
  | Refusal<'DEVICE_MOVED_NOWHERE'>;

/** How a batch stands after some of its devices have moved: those that moved are a batch of their own, unless all of it moves. */
export type Moved =
  { readonly isWhole: true } | { readonly isWhole: false; readonly quantity: number; readonly left: number };

/** Only what is still there can move, and only to another place. What has gone stays with the batch it was bought in. */
export function decideMove(
  batch: { readonly quantity: number; readonly left: number },
  move: { readonly quantity: number; readonly isElsewhere: boolean },
): Outcome<Moved, MoveRefusal> {
  if (!isWithin(move.quantity, DEVICE_QUANTITY_MAX)) {
    return refuse({ code: 'DEVICE_QUANTITY', params: { most: DEVICE_QUANTITY_MAX } });
  }
  if (move.quantity > batch.left) return refuse({ code: 'DEVICE_DISPOSED_TOO_MANY', params: { left: batch.left } });
  if (!move.isElsewhere) return refuse({ code: 'DEVICE_MOVED_NOWHERE', params: {} });
  const quantity = batch.quantity - move.quantity;
  return ok(quantity === 0 ? { isWhole: true } : { isWhole: false, quantity, left: batch.left - move.quantity });
}

export type QuantityRefusal = Refusal<'DEVICE_QUANTITY_GONE', { readonly gone: number }>;

/** How many are left when the quantity bought is put right; those that have gone already were bought. */
export function leftAfterCorrection(
  before: { readonly quantity: number; readonly left: number },
  quantity: number,
): Outcome<number, QuantityRefusal> {
  const gone = before.quantity - before.left;
  return quantity < gone ? refuse({ code: 'DEVICE_QUANTITY_GONE', params: { gone } }) : ok(quantity - gone);
}

const isWithin = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= most;
