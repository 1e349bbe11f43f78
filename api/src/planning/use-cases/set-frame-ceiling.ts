import type { SetFrameCeiling } from '@etatlotse/contracts/planning';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findYears } from '../fiscal-year.repository';
import { type FrameKey, lockCeiling, writeCeiling } from '../frame.repository';

type SetFrameCeilingRefusal = Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }> | Refusal<'VERSION_STALE'>;

/** Sets the ceiling of a frame, or says that it is unknown again (R26): 0 and unknown are different statements. */
export async function setFrameCeiling(
  tx: Transaction,
  key: FrameKey,
  change: SetFrameCeiling,
): Promise<Outcome<{ readonly version: number }, SetFrameCeilingRefusal>> {
  const [year] = await findYears(tx, [key.fiscalYear]);
  if (year === undefined) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear: key.fiscalYear } });
  const before = await lockCeiling(tx, key);
  const written = await writeCeiling(tx, key, { ...change, source: change.source ?? '' });
  if (!written) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({
    action: 'frame.ceiling_set',
    subjectType: 'frame',
    subjectId: `${key.frame}-${key.fiscalYear}`,
    detail: { fromCents: before?.ceilingCents ?? null, toCents: change.ceilingCents, version: change.version + 1 },
  });
  return ok({ version: change.version + 1 });
}
