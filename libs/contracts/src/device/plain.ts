import type { RecordChange } from '@etatlotse/contracts/shared/plain';
import type { UseView } from '@etatlotse/contracts/site/plain';
import type { AccountKind, ClassReason, LowValueSetting } from '@etatlotse/domain/budget';
import type { DisposalReason } from '@etatlotse/domain/device';
import type { HardwareFrame } from '@etatlotse/domain/site';

const DEVICES = '/api/v1/devices';
const KINDS = '/api/v1/device-kinds';
const SETS = '/api/v1/equipment-sets';

/** Where devices live on the wire. */
export const DEVICE_PATHS = {
  devices: DEVICES,
  demand: `${DEVICES}/demand`,
  batch: (id: string): string => `${DEVICES}/${id}`,
  disposals: (id: string): string => `${DEVICES}/${id}/disposals`,
  moves: (id: string): string => `${DEVICES}/${id}/moves`,
  kinds: KINDS,
  kind: (id: string): string => `${KINDS}/${id}`,
  sets: SETS,
  set: (id: string): string => `${SETS}/${id}`,
} as const;

export const BATCH_EVENTS = ['created', 'changed', 'disposed', 'moved_out', 'moved_in'] as const;
export type BatchEventKind = (typeof BATCH_EVENTS)[number];

/** Expense, investment, or a question; with the reason and the example account of the rule. */
export interface DeviceClassView {
  readonly as: AccountKind;
  readonly reason: ClassReason;
  readonly account: string | null;
}

export interface KindName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Devices that were bought together. */
export interface BatchRow extends UseView {
  readonly id: string;
  readonly kind: KindName;
  readonly quantity: number;
  /** Still there. */
  readonly left: number;
  readonly boughtOn: string;
  readonly netUnitCents: number;
  /** What the purchase took from the budget. */
  readonly grossCents: number;
  /** By the rule of the year of the purchase. */
  readonly deviceClass: DeviceClassView;
  readonly ageYears: number;
  readonly dueYear: number;
  readonly isDue: boolean;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly site: { readonly id: string; readonly name: string } | null;
  /** Empty where none was recorded. */
  readonly inventoryNumber: string;
  readonly note: string;
  readonly isDemo: boolean;
  readonly version: number;
}

/** What is found together: how many, how old, how many are due. */
export interface StockView {
  readonly batches: number;
  readonly devices: number;
  readonly dueDevices: number;
  /** Kinds that are in stock, by name. */
  readonly kinds: readonly (KindName & { readonly devices: number; readonly dueDevices: number })[];
  /** From new to the oldest; counts in the order of `kinds`. */
  readonly ages: readonly {
    readonly ageYears: number;
    readonly devices: number;
    readonly dueDevices: number;
    readonly byKind: readonly number[];
  }[];
}

export interface BatchPage {
  readonly rows: readonly BatchRow[];
  readonly nextCursor: string | null;
  /** Of everything that is found; null on later pages. */
  readonly stock: StockView | null;
}

export interface BatchEventRow {
  readonly id: string;
  readonly kind: BatchEventKind;
  readonly happenedOn: string;
  readonly quantity: number | null;
  readonly disposalReason: DisposalReason | null;
  readonly remark: string;
  readonly changed: readonly string[];
  /** The batch that devices moved to or came from. */
  readonly otherBatchId: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface BatchDetail extends BatchRow {
  /** Newest first. */
  readonly events: readonly BatchEventRow[];
  /** What was put right, field by field, newest first. */
  readonly changes: readonly RecordChange[];
  readonly mayWrite: boolean;
}

/** The low-value rule of a year with where it comes from. */
export interface LowValueView extends LowValueSetting {
  readonly fiscalYear: number;
  readonly validFrom: number;
  readonly source: string;
  /** An example that the city has not confirmed. */
  readonly isExample: boolean;
}

/** What to replace: kind and year, how many, what it takes, how it is budgeted and which frame bears it. */
export interface ReplacementRow {
  readonly fiscalYear: number;
  readonly kind: KindName;
  readonly quantity: number;
  /** Of these, due before the first year. */
  readonly lateQuantity: number;
  readonly netUnitCents: number;
  readonly netCents: number;
  readonly grossCents: number;
  readonly deviceClass: DeviceClassView;
  readonly frames: readonly { readonly frame: HardwareFrame; readonly amountCents: number }[];
}

export interface DemandYear {
  readonly fiscalYear: number;
  readonly quantity: number;
  readonly lateQuantity: number;
  readonly grossCents: number;
  readonly byClass: Readonly<Record<AccountKind, number>>;
  readonly byFrame: Readonly<Record<HardwareFrame, number>>;
}

/** The yearly demand for replacement, and the proposals that it consists of. */
export interface ReplacementView {
  readonly years: readonly DemandYear[];
  readonly proposals: readonly ReplacementRow[];
  /** One a year. */
  readonly rules: readonly LowValueView[];
}

export interface KindRow extends KindName {
  readonly netUnitCents: number;
  readonly vatBasisPoints: number;
  readonly grossUnitCents: number;
  readonly cycleMonths: number;
  readonly isStandalone: boolean;
  readonly answer: 'expense' | 'investment' | null;
  readonly answerReason: string;
  /** Where price and cycle come from. */
  readonly source: string;
  /** By the rule of the fiscal year asked for. */
  readonly deviceClass: DeviceClassView;
  readonly devices: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface KindsView {
  readonly kinds: readonly KindRow[];
  readonly rule: LowValueView;
}

export interface EquipmentItemRow {
  readonly kind: KindName;
  readonly quantity: number;
}

export interface EquipmentSetRow {
  readonly id: string;
  readonly name: string;
  readonly workplaces: number;
  readonly items: readonly EquipmentItemRow[];
  /** One workplace, gross. */
  readonly grossCents: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface EquipmentView {
  readonly sets: readonly EquipmentSetRow[];
  /** What all workplaces need against what is there; null for a reader who does not see the stock of the whole city. */
  readonly balance:
    | readonly { readonly kind: KindName; readonly needed: number; readonly stock: number; readonly missing: number }[]
    | null;
}

export interface DeviceChanged {
  readonly id: string;
  readonly version: number;
}
