import type { ChangeTraining, CreateTraining, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkPayment } from '@etatlotse/domain/inventory';
import { ok, type Outcome, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkPlace, type HeldRefusal, holdRecord, type PlaceRefusal } from '../record-place';
import { insertRecord, type NameRefusal, replaceRecord } from '../record-save';
import { TRAINING_STORE } from '../training.repository';

type SaveRefusal = PlaceRefusal | NameRefusal | Refusal<'TRAINING_PAYMENT_NEEDED'>;

/** Adds a training to the catalogue. */
export async function createTraining(
  tx: Transaction,
  training: CreateTraining,
): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkPlace(tx, training);
  if (!placed.ok) return placed;
  const checked = check(tx, training);
  if (!checked.ok) return checked;
  const added = await insertRecord(tx, TRAINING_STORE, training);
  if (!added.ok) return added;
  await tx.audit({
    action: 'training.created',
    subjectType: 'training',
    subjectId: added.value.id,
    detail: { technology: training.technology },
  });
  return added;
}

/** Changes what is said about a training. */
export async function changeTraining(
  tx: Transaction,
  id: string,
  { version, ...training }: ChangeTraining,
): Promise<Outcome<RecordChanged, SaveRefusal | HeldRefusal>> {
  const held = await holdRecord(tx, TRAINING_STORE, id, version);
  if (!held.ok) return held;
  const placed = await checkPlace(tx, training, held.value);
  if (!placed.ok) return placed;
  const checked = check(tx, training);
  if (!checked.ok) return checked;
  const saved = await replaceRecord(tx, TRAINING_STORE, held.value, training);
  if (!saved.ok) return saved;
  const { detail, ...answer } = saved.value;
  if (detail !== null) {
    await tx.audit({ action: 'training.changed', subjectType: 'training', subjectId: id, detail });
  }
  return ok(answer);
}

const check = (_: Transaction, training: CreateTraining) => checkPayment(training);
