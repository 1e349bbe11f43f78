import type { ParameterRow, PostRow, UnitRates } from '@etatlotse/contracts/capacity/plain';
import { parameterOn, personnelCostOf } from '@etatlotse/domain/capacity';
import { cents, fiscalYear, lastDayOf } from '@etatlotse/domain/shared';
import { toParameter } from './parameter.repository';

const MINUTES = 60;

/** Hourly full cost and yearly personnel cost behind it, of a grade or of a mean of grades. */
export interface Rates {
  readonly hourlyRateCents: number;
  readonly personnelCents: number;
}

/** Rates of a grade in a year (C3); null while one of its figures is not recorded. */
export function ratesOfGrade(rows: readonly ParameterRow[], year: number, grade: string): Rates | null {
  const parameters = rows.map(toParameter);
  const on = (kind: Parameters<typeof parameterOn>[1], key: string): number | null =>
    parameterOn(parameters, kind, key, lastDayOf(fiscalYear(year)))?.value ?? null;
  const [hourly, minutes] = [on('hourly_rate', grade), on('yearly_minutes', 'employee')];
  const [material, overheadRate] = [on('workplace_cost', ''), on('overhead', '')];
  if (hourly === null || minutes === null || material === null || overheadRate === null) return null;
  const workplace = { materialCents: cents(Math.round(material)), overheadRate };
  return { hourlyRateCents: hourly, personnelCents: personnelCostOf(hourly, minutes / MINUTES, workplace) };
}

/** The mean of a unit's grades by the share of their posts; null where no grade of it has a rate. */
export function ratesOfUnit(
  posts: readonly PostRow[],
  parameters: readonly ParameterRow[],
  year: number,
): UnitRates | null {
  const shares = new Map<string, number>();
  for (const { grade, weeklyMinutes, fullTimeMinutes } of posts) {
    shares.set(grade, (shares.get(grade) ?? 0) + weeklyMinutes / fullTimeMinutes);
  }
  const grades = [...shares].map(([grade, fte]) => ({ grade, fte, rates: ratesOfGrade(parameters, year, grade) }));
  const rated = grades.flatMap(({ fte, rates }) => (rates === null ? [] : [{ fte, ...rates }]));
  const sum = rated.reduce((total, { fte }) => total + fte, 0);
  if (sum === 0) return null;
  const mean = (value: (one: Rates) => number): number =>
    rated.reduce((total, one) => total + value(one) * one.fte, 0) / sum;
  const named = (has: boolean): string[] =>
    grades
      .filter(({ rates }) => (rates !== null) === has)
      .map(({ grade }) => grade)
      .sort();
  return {
    hourlyRateCents: mean((one) => one.hourlyRateCents),
    personnelCents: mean((one) => one.personnelCents),
    grades: named(true),
    missingGrades: named(false),
  };
}
