import type { Page } from '@etatlotse/contracts/shared/plain';
import type { AllowanceBasis, ParameterKind } from '@etatlotse/domain/capacity';
import type { UnitName } from './unit-plain';

/** A dated figure with its source. */
export interface ParameterRow {
  readonly id: string;
  readonly kind: ParameterKind;
  readonly key: string;
  readonly valueMicros: number;
  readonly basis: AllowanceBasis | null;
  readonly validFrom: string;
  readonly source: string;
  readonly sourceYear: number;
  /** Second-hand: "Beispielwert, bitte bestätigen". */
  readonly isExample: boolean;
  readonly isDemo: boolean;
}

/** A record of a figure with who recorded it and, where it was wrong, who took it back and why. */
export interface ParameterEntry extends ParameterRow {
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly withdrawal: { readonly by: string | null; readonly at: string; readonly reason: string } | null;
}

export type ParameterHistory = Page<ParameterEntry>;

/** What a unit needs and has by one set of figures; null is not known, or not told because the unit is small. */
export interface MeasuredUnit {
  readonly requiredFte: number | null;
  readonly availableNormFte: number | null;
  readonly gapFte: number | null;
}

/** A year of every unit before a change of figures and after it. */
export interface ParameterEffect {
  readonly fiscalYear: number;
  /** False for figures that no FTE is reckoned with, such as the cost of a workplace. */
  readonly movesFte: boolean;
  /** The record that holds in the year now. */
  readonly before: ParameterRow | null;
  /** Whether the change holds in this year at all. */
  readonly isFelt: boolean;
  readonly units: readonly { readonly unit: UnitName; readonly before: MeasuredUnit; readonly after: MeasuredUnit }[];
  readonly totals: { readonly requiredBefore: number | null; readonly requiredAfter: number | null };
  /** Figures that are missing after the change, as `kind` or `kind key`. */
  readonly missingAfter: readonly string[];
}
