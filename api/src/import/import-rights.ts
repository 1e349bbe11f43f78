import type { ImportKind } from '@etatlotse/contracts/import/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Actor, may, type Permission } from '@etatlotse/domain/access';
import { IMPORT_PERMISSIONS } from '@etatlotse/domain/import';
import type { Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { findRun, type StoredRun } from './run.repository';

/** Whose imports somebody sees: null for all of the city, otherwise the person, whose own they are. */
export function onlyOwnerSeen(actor: Actor): string | null {
  return may(actor, 'import.read') ? null : actor.personId;
}

/** A run that somebody may work on; one that somebody else brought and that one does not see does not exist. */
export async function findSeenRun(tx: Transaction, importId: string): Promise<StoredRun | null> {
  const run = await findRun(tx, importId);
  if (run === null || tx.actor === null) return run;
  const owner = onlyOwnerSeen(tx.actor);
  return owner === null || run.createdBy === owner ? run : null;
}

const REFUSALS: Readonly<Partial<Record<Permission, ProblemCode>>> = {
  'import.budget': 'IMPORT_NOT_YOURS_BUDGET',
  'import.registers': 'IMPORT_NOT_YOURS_REGISTERS',
  'import.staffing': 'IMPORT_NOT_YOURS_STAFFING',
  'import.volumes': 'IMPORT_NOT_YOURS_VOLUMES',
};

/**
 * Why somebody may not bring in a file of this kind; null where they may. The watched folder reads before it knows in
 * whose name; whoever commits is asked then.
 */
export function kindRefusal(tx: Transaction, kind: ImportKind): Refusal<ProblemCode> | null {
  const permission = IMPORT_PERMISSIONS[kind];
  if (tx.actor === null || may(tx.actor, permission)) return null;
  return { code: REFUSALS[permission] ?? 'FORBIDDEN', params: {} };
}
