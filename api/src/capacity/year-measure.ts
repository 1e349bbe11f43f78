import type { ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { type ParameterKind, parameterOn, type YearMeasure } from '@etatlotse/domain/capacity';
import { fiscalYear, lastDayOf } from '@etatlotse/domain/shared';
import { toParameter } from './parameter.repository';

/** What no need can be told without. Recovery time is told task by task. */
const NEEDED: readonly (readonly [kind: ParameterKind, key: string])[] = [
  ['yearly_minutes', 'employee'],
  ['yearly_minutes', 'official'],
  ['allowance', ''],
];

export interface FoundMeasure {
  /** Null while a figure is missing: none of them has a default. */
  readonly value: YearMeasure | null;
  readonly used: readonly ParameterRow[];
  readonly missing: readonly string[];
}

/** The figures of a year: of each the newest that has begun by its last day. */
export function yearMeasure(rows: readonly ParameterRow[], year: number): FoundMeasure {
  const parameters = rows.map(toParameter);
  const day = lastDayOf(fiscalYear(year));
  const found = NEEDED.map(([kind, key]) => parameterOn(parameters, kind, key, day));
  const missing = NEEDED.filter((_, at) => found[at] === null).map(([kind, key]) => `${kind} ${key}`.trim());
  const used = rows.filter(({ id }) => found.some((one) => one?.parameterId === id));
  const [employee, official, allowance] = found;
  if (!employee || !official || !allowance?.basis) return { value: null, used, missing };
  return {
    used,
    missing,
    value: {
      yearlyMinutes: { employee: employee.value, official: official.value },
      allowance: { basis: allowance.basis, rate: allowance.value },
      parameterIds: used.map(({ id }) => id),
    },
  };
}
