import type { RecordPage, RegisterQuery } from '@etatlotse/contracts/inventory';
import type { SearchedRegister } from '@etatlotse/contracts/search';
import { may, unitScope } from '@etatlotse/domain/access';
import { searchPatterns } from '../budget';
import { readChanges } from '../platform/audit/record-changes';
import type { Transaction } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

const PAGE_DEFAULT = 50;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a register answers: everything that is found for the sums, and the page of it. */
export interface FoundRecords<Facts> {
  readonly all: readonly Facts[];
  readonly rows: readonly Facts[];
  readonly nextCursor: string | null;
}

/** What a list of a register is about: its statement, the year or day its figures are of, and filters of its own. */
export interface RegisterList {
  readonly sql: string;
  readonly asOf: number | string;
  readonly filters: readonly unknown[];
}

/** Reads a register by name. The sums are over all that is found, so the records of a page are among what was read. */
export async function readRegister<Facts extends Named>(
  tx: Transaction,
  caller: Caller,
  query: RegisterQuery,
  { sql, asOf, filters }: RegisterList,
): Promise<FoundRecords<Facts>> {
  const limit = query.limit ?? PAGE_DEFAULT;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
  const words = searchPatterns(query.q ?? '');
  const read = async (name: unknown, id: unknown, most: number | null): Promise<Facts[]> => {
    const found = [words.length === 0 ? null : words, query.unitId ?? null];
    const rows = await tx.query<{ facts: Facts }>(sql, [
      ...scopeOf(tx, caller),
      asOf,
      ...found,
      name,
      id,
      most,
      ...filters,
    ]);
    return rows.map(({ facts }) => facts);
  };
  const all = await read(null, null, null);
  const page = after === null ? all.slice(0, limit + 1) : await read(after[0], after[1], limit + 1);
  const rows = page.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = page.length > limit && last !== undefined;
  return { all, rows, nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null };
}

/** One record, if the reader sees it; $3 as of when, $4 its id. */
export async function readRecord<Facts>(
  tx: Transaction,
  caller: Caller,
  { sql, asOf, id }: { readonly sql: string; readonly asOf: number | string; readonly id: string },
): Promise<Facts | null> {
  const [row] = await tx.query<{ facts: Facts }>(sql, [...scopeOf(tx, caller), asOf, id]);
  return row?.facts ?? null;
}

/** Tenant and units that may be seen: $1 and $2 of every statement. */
const scopeOf = (tx: Transaction, caller: Caller): readonly unknown[] => [
  tx.tenantId,
  unitScope(caller.actor, 'inventory.read'),
];

/** Whether the reader may change a record of this unit. */
export const mayChange = (caller: Caller, unit: { readonly id: string } | null): boolean =>
  may(caller.actor, 'inventory.write', { unitId: unit?.id ?? null });

/** What the page of a record says beside its facts: whether the reader may change it, and how it came to be what it is. */
export async function besideRecord(
  tx: Transaction,
  caller: Caller,
  register: SearchedRegister,
  { id, unit }: { readonly id: string; readonly unit: { readonly id: string } | null },
): Promise<Pick<RecordPage, 'mayWrite' | 'changes'>> {
  return { mayWrite: mayChange(caller, unit), changes: await readChanges(tx, register, id) };
}

/** What the statement of a record answers; the rest of its page stands beside it. */
export type RecordPageFacts = Omit<RecordPage, 'mayWrite' | 'changes'>;
