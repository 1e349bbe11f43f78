import type { ClassFacts } from '../budget/low-value';
import type { Cents } from '../shared/cents';
import type { PlainDate } from '../shared/plain-date';

/** A kind of device: what a new one costs, and after how many months it is replaced. */
export interface DeviceKindFacts extends ClassFacts {
  readonly netUnitCents: Cents;
  readonly vatBasisPoints: number;
  readonly cycleMonths: number;
}

/** Devices that were bought together. */
export interface BatchFacts {
  readonly quantity: number;
  readonly boughtOn: PlainDate;
  /** What one of them cost, net; whole cents. */
  readonly netUnitCents: Cents;
}

/** Why devices leave the stock. */
export const DISPOSAL_REASONS = ['worn_out', 'defective', 'lost', 'sold', 'given_away', 'correction'] as const;
export type DisposalReason = (typeof DISPOSAL_REASONS)[number];
