import type { ChangeDeviceKind, CreateDeviceKind } from '@etatlotse/contracts/device';
import type { DeviceChanged } from '@etatlotse/contracts/device/plain';
import { checkDeviceKind, type KindRefusal } from '@etatlotse/domain/device';
import { cents, type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdKind, insertDeviceKind, updateKind } from '../device.repository';

type SaveRefusal = KindRefusal | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Enters a kind of device with its price, its cycle and whether it can be used on its own. */
export async function createDeviceKind(
  tx: Transaction,
  kind: CreateDeviceKind,
): Promise<Outcome<DeviceChanged, SaveRefusal>> {
  const checked = check(kind);
  if (!checked.ok) return checked;
  const id = await insertDeviceKind(tx, kind);
  if (id === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: kind.code } });
  await tx.audit({
    action: 'device_kind.created',
    subjectType: 'device_kind',
    subjectId: id,
    detail: { code: kind.code, netUnitCents: kind.netUnitCents, cycleMonths: kind.cycleMonths },
  });
  return ok({ id, version: 1 });
}

/** Another price or cycle counts for what is to be replaced; what batches cost stays what it was. */
export async function changeDeviceKind(
  tx: Transaction,
  kindId: string,
  { version, ...kind }: ChangeDeviceKind,
): Promise<Outcome<DeviceChanged, SaveRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  const before = await holdKind(tx, kindId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const checked = check(kind);
  if (!checked.ok) return checked;
  if (!(await updateKind(tx, kindId, kind))) return refuse({ code: 'NUMBER_TAKEN', params: { number: kind.code } });
  await tx.audit({
    action: 'device_kind.changed',
    subjectType: 'device_kind',
    subjectId: kindId,
    detail: {
      code: kind.code,
      fromCents: before.netUnitCents,
      toCents: kind.netUnitCents,
      fromMonths: before.cycleMonths,
      toMonths: kind.cycleMonths,
      answer: kind.answer ?? null,
    },
  });
  return ok({ id: kindId, version: version + 1 });
}

function check(kind: CreateDeviceKind): Outcome<null, KindRefusal> {
  const facts = { ...kind, netUnitCents: cents(kind.netUnitCents), answer: kind.answer ?? null };
  return checkDeviceKind(facts, kind.answerReason);
}
