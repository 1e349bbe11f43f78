import type { CensusEntry } from '../src/platform/http/route-census';
import type { Planted } from './plant';

/** `budget_line.line_id` and the id that stands there. */
export type NamedId = readonly [name: string, id: string];

/** Ids of every kind that a city has, each once, named by where it stands. */
export function plantedIds(planted: Planted): NamedId[] {
  const ids = new Map<string, string>();
  for (const [table, row] of planted) {
    for (const [column, value] of Object.entries(row)) {
      const isId = column.endsWith('_id') && column !== 'tenant_id' && typeof value === 'string';
      if (isId && /^[0-9a-f-]{36}$/.test(value) && !ids.has(value)) ids.set(value, `${table}.${column}`);
    }
  }
  return [...ids].map(([id, name]) => [name, id]);
}

/**
 * Every route is tried with every id of its own noun, and with eight of all others, different ones for each route and each day:
 * routes times ids is more than a working day's tests can bear. `npm run test:faults` tries all of them.
 */
export const isEveryId = process.env['ETATLOTSE_IDS'] === 'all';
export const ID_SEED = Number(process.env['ETATLOTSE_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const OTHERS = 8;

export function idsFor(route: CensusEntry, ids: readonly NamedId[], at: number): NamedId[] {
  if (isEveryId) return [...ids];
  const nouns = nounsOf(route);
  const own = ids.filter(([name]) => nouns.some((noun) => name.includes(noun)));
  const others = ids.filter((one) => !own.includes(one));
  const first = ((at + ID_SEED) * OTHERS) % others.length;
  return [...own, ...[...others, ...others].slice(first, first + OTHERS)];
}

/** `budget_line` and `line` from `/api/v1/budget/lines/:id`: words that the tables of the route are called by. */
const nounsOf = ({ path }: CensusEntry): string[] =>
  path
    .split('/')
    .slice(3)
    .filter((part) => part !== '' && !part.startsWith(':'))
    .map((part) => part.replaceAll('-', '_').replace(/ies$/, 'y').replace(/s$/, ''));
