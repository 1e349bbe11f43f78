import type { Capability, RolloutChanged, TellCapability } from '@etatlotse/contracts/rollout';
import { type CapabilityRefusal, decideCapability } from '@etatlotse/domain/rollout';
import { ok, type Outcome, type PlainDate, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import {
  findCapability,
  type HeldRefusal,
  holdRollout,
  holdRolloutUnit,
  recordEvent,
  saveCapability,
} from '../rollout.repository';

/** Tells how a capability of a unit stands. Nobody goes live below the training quota of the unit. */
export async function tellCapability(
  tx: Transaction,
  rolloutId: string,
  place: { readonly unitId: string; readonly capability: Capability },
  told: TellCapability,
): Promise<Outcome<RolloutChanged, HeldRefusal | CapabilityRefusal>> {
  const { unitId, capability } = place;
  const rollout = await holdRollout(tx, rolloutId);
  const unit = rollout === null ? null : await holdRolloutUnit(tx, rollout, unitId);
  if (unit === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const before = await findCapability(tx, rolloutId, unitId, capability);
  if ((before?.version ?? 0) !== told.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const note = told.note ?? '';
  const decided = decideCapability(
    {
      state: told.state,
      plannedOn: dayOf(told.plannedOn),
      pilotOn: dayOf(told.pilotOn),
      liveOn: dayOf(told.liveOn),
    },
    { before: before?.state ?? null, training: unit, today: plainDate(tx.today), note },
  );
  if (!decided.ok) return decided;
  const version = told.version + 1;
  await saveCapability(tx, rolloutId, unitId, { ...decided.value, capability, note, version });
  await recordEvent(tx, rolloutId, 'capability', {
    detail: { unitId, capability, ...decided.value, before: before?.state ?? null },
    note,
    unitId,
  });
  return ok({ id: unitId, version });
}

const dayOf = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
