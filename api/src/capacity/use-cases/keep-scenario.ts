import type { SaveScenario } from '@etatlotse/contracts/capacity';
import type { CapacityChanged, SavedOutcome, WhatIfAnswer } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { readCapacityYear } from '../capacity-year';
import { isMilestoneSeen } from '../go-live.repository';
import { knowsPeople } from '../presence';
import { deleteScenario, insertScenario, readScenario } from '../scenario.repository';
import { reaches } from '../unit.repository';
import { whatIf } from '../what-if';

type KeepRefusal = Refusal<'NOT_FOUND'> | Refusal<'SCENARIO_NAME_TAKEN', { readonly name: string }>;
type DropRefusal = Refusal<'NOT_FOUND'> | Refusal<'SCENARIO_NOT_OWN'>;

/** Keeps a question with what it says today; what it says later stands beside that and never in its place. */
export async function keepScenario(
  tx: Transaction,
  { name, ...levers }: SaveScenario,
  origin: 'manual' | 'demo' = 'manual',
): Promise<Outcome<CapacityChanged, KeepRefusal>> {
  if (tx.actor === null || !reaches(tx, 'scenario.write', levers.unitId))
    return refuse({ code: 'NOT_FOUND', params: {} });
  if (levers.milestoneId !== null && !(await isMilestoneSeen(tx, levers.milestoneId))) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  const year = await readCapacityYear(tx, tx.actor, levers);
  const [unit] = year.units;
  if (unit === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  const answer = whatIf(unit, year, levers, knowsPeople(tx.actor, levers.unitId));
  const id = await insertScenario(tx, name, levers, outcomeOf(answer), origin);
  if (id === null) return refuse({ code: 'SCENARIO_NAME_TAKEN', params: { name } });
  await tx.audit({
    action: 'capacity_scenario.kept',
    subjectType: 'capacity_scenario',
    subjectId: id,
    detail: { ...levers },
  });
  return ok({ id, version: 1 });
}

/** Deletes a scenario of one's own. It is a note, not a record: nothing hangs on it. */
export async function dropScenario(
  tx: Transaction,
  scenarioId: string,
): Promise<Outcome<CapacityChanged, DropRefusal>> {
  const held = await readScenario(tx, scenarioId);
  if (held === null || !reaches(tx, 'capacity.read', held.unit_id)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (held.saved_by === null || held.saved_by !== tx.actor?.personId) {
    return refuse({ code: 'SCENARIO_NOT_OWN', params: {} });
  }
  await deleteScenario(tx, scenarioId);
  await tx.audit({ action: 'capacity_scenario.dropped', subjectType: 'capacity_scenario', subjectId: scenarioId });
  return ok({ id: scenarioId, version: 1 });
}

/** What everybody who sees the unit may see: presence, and a gap with it, is told to some only. */
function outcomeOf({ today, asked, released, parameters }: WhatIfAnswer): SavedOutcome {
  return {
    requiredFte: asked.requiredFte,
    todayRequiredFte: today.requiredFte,
    runRateFte: released.runRateFte,
    fullCostCents: released.fullCostCents,
    personnelCents: released.personnelCents,
    cases: released.cases,
    parameterIds: parameters.map(({ id }) => id),
  };
}
