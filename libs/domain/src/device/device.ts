import type { NetworkZone } from '../budget/budget-line';
import type { ClassFacts } from '../budget/low-value';
import type { Cents } from '../shared/cents';
import type { PlainDate } from '../shared/plain-date';
import type { HardwareFrame } from '../site/frame-wall';

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

/** What a batch is for: one network paid from one frame, or several by a split key. */
export type BatchUse =
  | { readonly zone: NetworkZone; readonly frame: HardwareFrame; readonly keyId: null }
  | { readonly zone: null; readonly frame: null; readonly keyId: string };

/** Why devices leave the stock. */
export const DISPOSAL_REASONS = ['worn_out', 'defective', 'lost', 'sold', 'given_away', 'correction'] as const;
export type DisposalReason = (typeof DISPOSAL_REASONS)[number];
