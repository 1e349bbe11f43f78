import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';
import { POST_STATUSES } from './available-fte';

/** What the capacity of a city is reckoned with. No figure of these stands in the program: each is a dated record. */
export const PARAMETER_KINDS = [
  /** Minutes a full-time post works in a year; the key is the status. */
  'yearly_minutes',
  /** Verteilzeit, as a share; its basis says of what. */
  'allowance',
  /** Recovery time in minutes a case. */
  'recovery_minutes',
  /** Material cost of a workplace a year, in cents, with its part for IT. */
  'workplace_cost',
  /** Overhead, as a share of personnel cost. */
  'overhead',
  /** Full cost of an hour, in cents; the key is the pay grade. */
  'hourly_rate',
  /** Smallest part of a post that can be given back, in FTE. */
  'bundling_threshold',
] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

/**
 * Verteilzeit is added to the time of a case (BMI) or taken from the yearly minutes (KGSt). 10 % of the one are 9.09 % of
 * the other; both at once count the same time twice.
 */
export const ALLOWANCE_BASES = ['surcharge_on_base_time', 'deduction_from_yearly_minutes'] as const;
export type AllowanceBasis = (typeof ALLOWANCE_BASES)[number];

export interface Allowance {
  readonly basis: AllowanceBasis;
  /** 0.1 is 10 %. */
  readonly rate: number;
}

/** Base times that hold everything already. */
export const NO_ALLOWANCE: Allowance = { basis: 'surcharge_on_base_time', rate: 0 };

/** A figure that holds from a day on, with where it comes from. */
export interface CapacityParameter {
  readonly parameterId: string;
  readonly kind: ParameterKind;
  /** Which one of its kind: a status, a pay grade; empty where there is only one. */
  readonly key: string;
  readonly value: number;
  readonly basis: AllowanceBasis | null;
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly sourceYear: number;
  /** From a second-hand source: shown as an example that the city must confirm. */
  readonly isExample: boolean;
}

export type ParameterRefusal =
  | Refusal<'PARAMETER_SOURCE_MISSING'>
  | Refusal<'PARAMETER_VALUE_RANGE', { readonly kind: ParameterKind; readonly min: number; readonly max: number }>
  | Refusal<'PARAMETER_KEY_UNFIT'>
  | Refusal<'ALLOWANCE_BASIS_MISSING'>
  | Refusal<'ALLOWANCE_BOTH_BASES'>
  | Refusal<'PARAMETER_SAME_DAY', { readonly validFrom: PlainDate }>;

const RANGES: Readonly<Record<ParameterKind, readonly [min: number, max: number]>> = {
  yearly_minutes: [30_000, 150_000],
  allowance: [0, 0.5],
  recovery_minutes: [0, 480],
  workplace_cost: [0, 10_000_000],
  overhead: [0, 1],
  hourly_rate: [1, 100_000],
  bundling_threshold: [0, 1],
};

/** Whether a figure can be recorded beside those that are there. */
export function checkParameter(
  parameter: CapacityParameter,
  others: readonly CapacityParameter[],
): Outcome<null, ParameterRefusal> {
  if (parameter.source.trim() === '') return refuse({ code: 'PARAMETER_SOURCE_MISSING', params: {} });
  const [min, max] = RANGES[parameter.kind];
  if (!(parameter.value >= min && parameter.value <= max))
    return refuse({ code: 'PARAMETER_VALUE_RANGE', params: { kind: parameter.kind, min, max } });
  if (!hasFittingKey(parameter)) return refuse({ code: 'PARAMETER_KEY_UNFIT', params: {} });
  if (parameter.kind === 'allowance' && parameter.basis === null)
    return refuse({ code: 'ALLOWANCE_BASIS_MISSING', params: {} });
  const sameDay = others.filter(
    ({ kind, key, validFrom }) => kind === parameter.kind && key === parameter.key && validFrom === parameter.validFrom,
  );
  if (sameDay.some(({ basis }) => basis !== parameter.basis))
    return refuse({ code: 'ALLOWANCE_BOTH_BASES', params: {} });
  if (sameDay.length > 0) return refuse({ code: 'PARAMETER_SAME_DAY', params: { validFrom: parameter.validFrom } });
  return ok(null);
}

/** Yearly minutes are those of a status, an hourly rate that of a pay grade; of everything else there is one. */
function hasFittingKey({ kind, key }: CapacityParameter): boolean {
  if (kind === 'yearly_minutes') return POST_STATUSES.some((status) => status === key);
  return kind === 'hourly_rate' ? key !== '' : key === '';
}

/** The record that holds on a day: the newest that has begun. None is unknown, never a default. */
export function parameterOn(
  parameters: readonly CapacityParameter[],
  kind: ParameterKind,
  key: string,
  day: PlainDate,
): CapacityParameter | null {
  let found: CapacityParameter | null = null;
  for (const one of parameters) {
    if (one.kind !== kind || one.key !== key || one.validFrom > day) continue;
    if (found === null || one.validFrom > found.validFrom) found = one;
  }
  return found;
}

/** One allowance out of two rates that were entered; both at once are refused (AT-05). */
export function allowanceOf(
  surchargeRate: number,
  deductionRate: number,
): Outcome<Allowance, Refusal<'ALLOWANCE_BOTH_BASES'>> {
  if (surchargeRate !== 0 && deductionRate !== 0) return refuse({ code: 'ALLOWANCE_BOTH_BASES', params: {} });
  return ok(
    deductionRate !== 0
      ? { basis: 'deduction_from_yearly_minutes', rate: deductionRate }
      : { basis: 'surcharge_on_base_time', rate: surchargeRate },
  );
}

/** The same allowance told the other way: v = z / (1 + z) and z = v / (1 - v) (K2). */
export function onOtherBasis({ basis, rate }: Allowance): Allowance {
  return basis === 'surcharge_on_base_time'
    ? { basis: 'deduction_from_yearly_minutes', rate: rate / (1 + rate) }
    : { basis: 'surcharge_on_base_time', rate: rate / (1 - rate) };
}

/** What a year of one full-time post is made of (B3). */
export interface OwnYear {
  readonly workingDays: number;
  readonly leaveDays: number;
  readonly sickDays: number;
  readonly otherDays: number;
  readonly weeklyHours: number;
}

/** Yearly minutes out of a city's own days: working days less leave, sickness and other absence (B3, AT-15). */
export function ownYearlyMinutes({ workingDays, leaveDays, sickDays, otherDays, weeklyHours }: OwnYear): number {
  return (Math.max(0, workingDays - leaveDays - sickDays - otherDays) * weeklyHours * 60) / 5;
}
