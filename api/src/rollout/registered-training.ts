import type { TrainingTechnology } from '@etatlotse/domain/inventory';
import type { Training } from '@etatlotse/domain/rollout';
import { trainingQuotas } from '../inventory';
import type { Transaction } from '../platform/database/transactions';

type Counted = Pick<Training, 'persons' | 'trained'>;

/** Nobody said how many are to be trained: not known, which is not none (R26). */
const UNKNOWN: Counted = { persons: null, trained: null };

/** How many of each unit are trained by the register of trainings; units that are not in it are not known. */
export async function registeredTraining(
  tx: Transaction,
  technology: TrainingTechnology,
): Promise<(unitId: string) => Counted> {
  const quotas = await trainingQuotas(tx, { units: null, technology });
  const byUnit = new Map(
    quotas.map(({ unit, trained, toTrain }) => [unit.id, { persons: toTrain, trained: Math.min(trained, toTrain) }]),
  );
  return (unitId) => byUnit.get(unitId) ?? UNKNOWN;
}
