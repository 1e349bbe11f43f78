import type { ChangeDesk, CreateDesk, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkDesk, type DeskRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkOwner, type HeldRefusal, holdRecord, type KeepRefusal } from '../record-place';
import { insertRecord, type NameRefusal, replaceRecord } from '../record-save';
import { DESK_STORE, isPerson } from '../desk.repository';

type SaveRefusal = KeepRefusal | NameRefusal | DeskRefusal | Refusal<'DESK_PERSON_UNKNOWN'>;

/** Enters a group, a contact or a coordinator. */
export async function createDesk(tx: Transaction, desk: CreateDesk): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkOwner(tx, desk);
  if (!placed.ok) return placed;
  const checked = await check(tx, desk);
  if (!checked.ok) return checked;
  const added = await insertRecord(tx, DESK_STORE, desk);
  if (!added.ok) return added;
  await tx.audit({
    action: 'desk.created',
    subjectType: 'desk',
    subjectId: added.value.id,
    detail: { kind: desk.kind },
  });
  return added;
}

/** Changes what is said about a desk. Whoever sat there can be taken out. */
export async function changeDesk(
  tx: Transaction,
  id: string,
  { version, ...desk }: ChangeDesk,
): Promise<Outcome<RecordChanged, SaveRefusal | HeldRefusal>> {
  const held = await holdRecord(tx, DESK_STORE, id, version);
  if (!held.ok) return held;
  const placed = await checkOwner(tx, desk);
  if (!placed.ok) return placed;
  const checked = await check(tx, desk);
  if (!checked.ok) return checked;
  const saved = await replaceRecord(tx, DESK_STORE, held.value, desk);
  if (!saved.ok) return saved;
  const { detail, ...answer } = saved.value;
  if (detail !== null) {
    await tx.audit({ action: 'desk.changed', subjectType: 'desk', subjectId: id, detail });
  }
  return ok(answer);
}

async function check(
  tx: Transaction,
  desk: CreateDesk,
): Promise<Outcome<null, DeskRefusal | Refusal<'DESK_PERSON_UNKNOWN'>>> {
  const { startsOn, endsOn, personId } = desk;
  if (personId !== null && !(await isPerson(tx, personId))) return refuse({ code: 'DESK_PERSON_UNKNOWN', params: {} });
  return checkDesk({ ...desk, startsOn: plainDate(startsOn), endsOn: endsOn === null ? null : plainDate(endsOn) });
}
