import type { LineCriteria, LineFilter } from '@etatlotse/contracts/budget';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import type { Transaction } from '../platform/database/transactions';
import { CRITERIA, linesFound } from './line.sql';

/** Lines as a statement finds them: its `FROM` and `WHERE`, and what it takes as $1 to $4. */
export interface LineChoice {
  readonly found: string;
  readonly params: readonly unknown[];
}

/**
 * The lines of a request: the saved criteria first, what the address adds narrows or replaces them; of these, what the
 * person may see by this permission. Null when it names a saved filter that does not exist.
 */
export async function chooseLines(
  tx: Transaction,
  filter: LineFilter,
  actor: Actor,
  permission: 'budget.read' | 'budget.line_write' | 'lock.write',
): Promise<LineChoice | null> {
  const saved = filter.filterId === undefined ? {} : await findCriteria(tx, filter.filterId);
  if (saved === null) return null;
  const own = filter.ownUnits === true ? { ownUnits: unitsOf(actor) } : {};
  const criteria: StoredCriteria = { ...toCriteria({ ...saved, ...ofTheRequest(filter) }), ...own };
  const asked = CRITERIA.filter((criterion) => (criteria[criterion] ?? null) !== null);
  return {
    found: linesFound(asked),
    params: [tx.tenantId, filter.fiscalYear, JSON.stringify(criteria), unitScope(actor, permission)],
  };
}

/** Search words as patterns: each must occur somewhere. `%` and `_` mean themselves. */
export function searchPatterns(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${literal(word)}%`);
}

/** Text that a LIKE pattern takes letter by letter. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Criteria as the SQL reads them; what is left out or null asks nothing. */
type StoredCriteria = Readonly<Record<string, unknown>>;

function toCriteria(criteria: LineCriteria): StoredCriteria {
  const { q, accountPrefix, ...rest } = criteria;
  const words = q === undefined ? [] : searchPatterns(q);
  return {
    ...rest,
    ...(words.length === 0 ? {} : { words }),
    ...(accountPrefix === undefined ? {} : { accounts: accountPrefix.map((prefix) => `${literal(prefix)}%`) }),
  };
}

async function findCriteria(tx: Transaction, filterId: string): Promise<LineCriteria | null> {
  const [row] = await tx.query<{ criteria: LineCriteria }>(
    `SELECT criteria FROM saved_filter WHERE tenant_id = $1 AND filter_id = $2`,
    [tx.tenantId, filterId],
  );
  return row?.criteria ?? null;
}

/** Only what a line can be chosen by: year, own units and the like are the request's, not the criteria's. */
function ofTheRequest(filter: LineFilter): LineCriteria {
  const { fiscalYear: _year, filterId: _filter, ownUnits: _own, ...criteria } = filter;
  return Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined));
}

/** Every unit in which somebody holds any role, with what is below it. */
function unitsOf(actor: Actor): string[] {
  return [...new Set(actor.roles.flatMap((held) => held.unitIds ?? []))];
}
