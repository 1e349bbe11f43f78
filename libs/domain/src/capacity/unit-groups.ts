import { type Gap, gapOf } from './required-fte';

/** What of a unit's month is held against each other; null is not known or not told. */
export interface HeldMonth {
  readonly availableNormFte: number | null;
  readonly requiredFte: number | null;
}

/** Units as one: what is needed and there in those whose figures are known, and how many these are. */
export interface GroupLoad {
  readonly requiredFte: number | null;
  readonly availableNormFte: number | null;
  readonly gap: Gap | null;
  readonly known: number;
}

/**
 * The load of several units together. A unit of which one side is not known is left out on both, since a need without its
 * people, or people without their need, would say something else than the units do one by one.
 */
export function groupLoad(units: readonly HeldMonth[]): GroupLoad {
  let [required, available, known] = [0, 0, 0];
  for (const { requiredFte, availableNormFte } of units) {
    if (requiredFte === null || availableNormFte === null) continue;
    required += requiredFte;
    available += availableNormFte;
    known += 1;
  }
  if (known === 0) return { requiredFte: null, availableNormFte: null, gap: null, known };
  return { requiredFte: required, availableNormFte: available, gap: gapOf(available, required), known };
}
