import type { SaveNumbers, SaveVolumes, YearNumbersInput } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { isMonthAhead, type YearMonth } from '@etatlotse/domain/capacity';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockTask, nextTaskVersion, replaceVolumes } from '../task.repository';
import { reaches } from '../unit.repository';

type VolumesRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'VOLUMES_YEAR_TWICE', { readonly fiscalYear: number }>
  | Refusal<'VOLUMES_MONTH_AHEAD', { readonly month: string }>;

/** Enters the numbers of a year, month by month. A month that is left blank stays unknown. */
export function saveVolumes(
  tx: Transaction,
  taskId: string,
  { version, ...year }: SaveVolumes,
): Promise<Outcome<CapacityChanged, VolumesRefusal>> {
  return saveNumbers(tx, taskId, { years: [year], version });
}

/** Enters the numbers of several years, all of them or none. */
export async function saveNumbers(
  tx: Transaction,
  taskId: string,
  { years, version }: SaveNumbers,
): Promise<Outcome<CapacityChanged, VolumesRefusal>> {
  const before = await lockTask(tx, taskId);
  if (before === null || !reaches(tx, 'capacity.write', before.unit_id)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const keyOf = ({ fiscalYear, kind }: YearNumbersInput): string => `${fiscalYear} ${kind}`;
  const twice = years.find((year, at) => years.findIndex((one) => keyOf(one) === keyOf(year)) !== at);
  if (twice !== undefined) return refuse({ code: 'VOLUMES_YEAR_TWICE', params: { fiscalYear: twice.fiscalYear } });
  const ahead = monthAhead(years, tx.today);
  if (ahead !== null) return refuse({ code: 'VOLUMES_MONTH_AHEAD', params: { month: ahead } });
  for (const { fiscalYear, kind, counts } of years) await replaceVolumes(tx, taskId, fiscalYear, kind, counts);
  await nextTaskVersion(tx, taskId);
  const saved = years.map(({ fiscalYear, kind, counts }) => {
    return { fiscalYear, kind, known: counts.filter((count) => count !== null).length };
  });
  await tx.audit({
    action: 'task.volumes_saved',
    subjectType: 'task',
    subjectId: taskId,
    detail: saved.length === 1 ? { ...saved[0] } : { years: saved },
  });
  return ok({ id: taskId, version: version + 1 });
}

/** The first month that bears cases that came in and has not begun; null where there is none. */
function monthAhead(years: readonly YearNumbersInput[], today: string): string | null {
  const filled = years
    .filter(({ kind }) => kind === 'actual')
    .flatMap(({ fiscalYear: year, counts }) =>
      counts.flatMap((count, at): YearMonth[] => (count === null ? [] : [{ year, month: at + 1 }])),
    );
  const ahead = filled.find((month) => isMonthAhead(month, today));
  return ahead === undefined ? null : `${String(ahead.month).padStart(2, '0')}/${ahead.year}`;
}
