import type { LineGrouping, LineSort } from '@etatlotse/contracts/budget/plain';
import { BALANCE_FIELD, MOVEMENT_KINDS } from '@etatlotse/domain/budget';

/*
 * How lines are found and written in SQL. Everything here is constant text made from the tables below; what a caller
 * sends is only ever a parameter: $1 tenant, $2 fiscal year, $3 criteria as JSON, $4 units that may be seen (null: all).
 * Which criteria are asked chooses among the constant texts, so that nobody waits for conditions that ask nothing.
 */

/** Nothing was granted in a frame without a ceiling: what is available is unknown, not zero (R26). */
export const isAuthorityUnknown = `(l.frame IS NOT NULL AND c.ceiling_cents IS NULL
  AND coalesce(b.appropriation_cents, 0) = 0 AND coalesce(b.carry_over_cents, 0) = 0)`;

/** Availability inside a pool is the pool's (T6); revenue has no authority that it could exceed. */
const isOverAuthority = `(l.direction IN ('expense', 'payment') AND NOT ${isAuthorityUnknown}
  AND coalesce(p.available_cents, b.available_cents, 0) < 0)`;

/** The text a search goes through, composed the same way whatever keyboard it came from. */
export const searchedText = `normalize(l.number || ' ' || l.name || ' ' || l.product || ' ' || l.product_name || ' '
  || l.account || ' ' || l.account_name || ' ' || l.project_key)`;

/** A line of an old year that was shut down since still shows what it did. */
const isShown = `(l.archived_at IS NULL OR coalesce(b.movements, 0) > 0)`;

/* What is asked, read once for the whole statement. */
const askedText = (criterion: string): string => `(SELECT $3::jsonb ->> '${criterion}')`;
const askedId = (criterion: string): string => `(SELECT ($3::jsonb ->> '${criterion}')::uuid)`;
const askedYesOrNo = (criterion: string): string => `(SELECT ($3::jsonb ->> '${criterion}')::boolean)`;
const askedList = (criterion: string): string => `ARRAY(SELECT jsonb_array_elements_text($3::jsonb -> '${criterion}'))`;
const askedIds = (criterion: string): string => `${askedList(criterion)}::uuid[]`;

const orNone = (column: string, criterion: string): string =>
  `CASE ${askedText(criterion)} WHEN 'none' THEN ${column} IS NULL ELSE ${column} = ${askedText(criterion)} END`;

const unitAndBelow = `(
  WITH RECURSIVE below AS (
    SELECT o.unit_id FROM org_unit o WHERE o.tenant_id = $1 AND o.unit_id = ${askedId('unitId')}
    UNION SELECT o.unit_id FROM org_unit o JOIN below ON o.parent_id = below.unit_id WHERE o.tenant_id = $1)
  SELECT unit_id FROM below)`;

/** The condition of each criterion that looks at the line itself. */
const ofTheLine = {
  words: `${searchedText} ILIKE ALL (${askedList('words')})`,
  frame: `CASE ${askedText('frame')} WHEN 'none' THEN l.frame IS NULL WHEN 'any' THEN l.frame IS NOT NULL
    ELSE l.frame = ${askedText('frame')} END`,
  unitId: `l.unit_id IN ${unitAndBelow}`,
  withoutUnit: `(l.unit_id IS NULL) = ${askedYesOrNo('withoutUnit')}`,
  ownUnits: `l.unit_id = ANY (${askedIds('ownUnits')})`,
  product: `l.product = ANY (${askedList('product')})`,
  subBudget: `l.sub_budget = ANY (${askedList('subBudget')})`,
  projectKey: `l.project_key = ANY (${askedList('projectKey')})`,
  costCentre: `l.cost_centre = ANY (${askedList('costCentre')})`,
  statementLine: `l.statement_line = ANY (${askedList('statementLine')})`,
  accounts: `l.account LIKE ANY (${askedList('accounts')})`,
  accountFrame: `l.account_frame = ${askedText('accountFrame')}`,
  direction: `l.direction = ${askedText('direction')}`,
  sphere: `l.sphere = ${askedText('sphere')}`,
  runOrChange: orNone('l.run_or_change', 'runOrChange'),
  serviceClass: orNone('l.service_class', 'serviceClass'),
  networkZone: orNone('l.network_zone', 'networkZone'),
  poolId: `l.pool_id = ${askedId('poolId')}`,
  importId: `l.import_id = ${askedId('importId')}`,
} as const;

/** The condition of each criterion that needs the balance beside the line. */
const ofTheBalance = {
  overAuthority: `${isOverAuthority} = ${askedYesOrNo('overAuthority')}`,
} as const;

/** What lines can be chosen by in SQL. */
export type Criterion = keyof typeof ofTheLine | keyof typeof ofTheBalance;

/** Everything that can be asked, in the order in which it is written: the same question is always the same text. */
export const CRITERIA = [...Object.keys(ofTheLine), ...Object.keys(ofTheBalance)] as readonly Criterion[];

/**
 * One CASE instead of many conditions: the planner would multiply the guesses to "one row" and then look up every line by
 * itself, which took ten times as long over 20,000 lines. A CASE it takes for half of the lines.
 */
const guess = (conditions: readonly string[]): string =>
  `CASE WHEN ${conditions.join(' AND ')} THEN true ELSE false END`;

/**
 * What belongs to a line, looked up by its key. `OFFSET 0` keeps it a look-up: right after an import the planner knows
 * nothing of the new rows, takes them for one, and would compare every line with every balance (83 s for 20,000 lines).
 */
const lookUp = (alias: string, table: string, key: string): string =>
  `LEFT JOIN LATERAL (SELECT * FROM ${table} x WHERE x.tenant_id = l.tenant_id AND ${key} OFFSET 0) ${alias} ON true`;

/** Balance `b`, pool `p`, ceiling `c` and unit `u` of a line `l` in the year $2. */
export const lineSurroundings = [
  lookUp('b', 'line_balance', 'x.line_id = l.line_id AND x.fiscal_year = $2'),
  lookUp('p', 'pool_balance', 'x.pool_id = l.pool_id AND x.fiscal_year = $2'),
  lookUp('c', 'frame_ceiling', 'x.frame = l.frame AND x.fiscal_year = $2'),
  lookUp('u', 'org_unit', 'x.unit_id = l.unit_id'),
].join(' ');

/** `FROM` and `WHERE` of the lines that meet these criteria. $3 and $4 are there also when nothing is asked. */
export function linesFound(asked: readonly Criterion[]): string {
  const among = <Key extends Criterion>(conditions: Readonly<Record<Key, string>>): string[] =>
    asked.filter((criterion): criterion is Key => criterion in conditions).map((criterion) => conditions[criterion]);
  return `
  FROM budget_line l
  ${lineSurroundings}
  WHERE l.tenant_id = $1 AND $3::jsonb IS NOT NULL
    AND ${guess([`($4::uuid[] IS NULL OR l.unit_id = ANY ($4))`, ...among(ofTheLine)])}
    AND ${guess([isShown, ...among(ofTheBalance)])}`;
}

/** Lines with bookings that were made before a plan was in force (§ 116 NKomVG); looked for once for all lines. */
const isProvisional = `l.line_id IN (SELECT m.line_id FROM movement m
  WHERE m.tenant_id = $1 AND m.fiscal_year = $2 AND m.provisional_ground IS NOT NULL)`;

const amounts: readonly (readonly [string, string])[] = [
  ...MOVEMENT_KINDS.map((kind) => [BALANCE_FIELD[kind], `coalesce(b.${kind}_cents, 0)`] as const),
  ['adjustedCents', 'coalesce(b.adjusted_cents, 0)'],
  ['availableCents', 'coalesce(b.available_cents, 0)'],
];

/** Every field of `LineRow` with where it comes from. */
const columns: readonly (readonly [string, string])[] = [
  ['id', 'l.line_id'],
  ['number', 'l.number'],
  ['name', 'l.name'],
  ['frame', 'l.frame'],
  ['unitId', 'l.unit_id'],
  ['unitCode', 'u.code'],
  ['product', 'l.product'],
  ['account', 'l.account'],
  ['direction', 'l.direction'],
  ['sphere', 'l.sphere'],
  ['runOrChange', 'l.run_or_change'],
  ['poolId', 'l.pool_id'],
  ['overAuthority', isOverAuthority],
  ['isAuthorityUnknown', isAuthorityUnknown],
  ['isProvisional', isProvisional],
  ['isArchived', 'l.archived_at IS NOT NULL'],
  ...amounts,
];

export const lineFields = columns.map(([field]) => field);
export const lineColumns = columns.map(([field, sql]) => `${sql} AS "${field}"`).join(', ');
export const quotedFields = lineFields.map((field) => `"${field}"`).join(', ');

interface SortKey {
  readonly sql: string;
  readonly type: 'text' | 'bigint';
  readonly isDown: boolean;
}

const sortColumns = {
  number: { sql: 'l.number', type: 'text' },
  name: { sql: 'l.name', type: 'text' },
  available: { sql: 'coalesce(b.available_cents, 0)', type: 'bigint' },
  adjusted: { sql: 'coalesce(b.adjusted_cents, 0)', type: 'bigint' },
  actual: { sql: 'coalesce(b.actual_cents, 0)', type: 'bigint' },
  commitment: { sql: 'coalesce(b.commitment_cents, 0)', type: 'bigint' },
} as const;

/** What a sort means. Only these keys exist; the contract refuses any other before it comes here. */
export function sortKeyOf(sort: LineSort): SortKey {
  const isDown = sort.startsWith('-');
  return { ...sortColumns[sort.replace('-', '') as keyof typeof sortColumns], isDown };
}

export function sortOrder(sort: LineSort): string {
  const { sql, isDown } = sortKeyOf(sort);
  const direction = isDown ? 'DESC' : 'ASC';
  return `ORDER BY ${sql} ${direction}, l.line_id ${direction}`;
}

/** What a frame needs: expense lines, and payments for investment. Other payments repeat the expense in cash. */
const isNeed = `(direction = 'expense' OR (direction = 'payment' AND sphere = 'investing'))`;

/**
 * A field summed over found rows. What is available where nothing was granted and no ceiling is known does not count as a
 * minus: it is unknown, and the remark of `unknownFrames` stands beside the sum (R26), here as in the overview.
 */
const summed = (field: string, condition: string): string => {
  const counted = field === 'availableCents' ? `(${condition}) AND NOT "isAuthorityUnknown"` : condition;
  return `coalesce(sum("${field}") FILTER (WHERE ${counted}), 0)`;
};

/** `lines`, `balance` and `byDirection` of the rows of one group; `parts` has them by direction. */
export const sumFields = `'lines', coalesce(sum(parts.lines), 0), 'balance', json_build_object(${amounts
  .map(([field]) => `'${field}', coalesce(sum(parts."need_${field}"), 0)`)
  .join(', ')}), 'byDirection', coalesce(json_agg(json_build_object('direction', parts.direction, 'lines', parts.lines,
    'balance', parts.balance) ORDER BY parts.direction) FILTER (WHERE parts.direction IS NOT NULL), '[]')`;

/** One row per direction (and group): its lines, its balance, and what of it counts as need. */
export const directionParts = `direction, count(*) AS lines, json_build_object(${amounts
  .map(([field]) => `'${field}', ${summed(field, 'true')}`)
  .join(', ')}) AS balance, ${amounts.map(([field]) => `${summed(field, isNeed)} AS "need_${field}"`).join(', ')}`;

/** Frames among the found lines that have no ceiling: the remark that no sum goes without. */
export const unknownFramesOfFound = `coalesce((SELECT json_agg(DISTINCT frame) FROM found
  WHERE frame IS NOT NULL AND NOT EXISTS (SELECT FROM frame_ceiling c WHERE c.tenant_id = $1 AND c.frame = found.frame
    AND c.fiscal_year = $2 AND c.ceiling_cents IS NOT NULL)), '[]')`;

/** Key and name of each grouping. Account classes carry their frame: 4 is expense in one Land and revenue in another. */
export const groupKeys: Readonly<Record<LineGrouping, { readonly key: string; readonly label: string }>> = {
  frame: { key: 'l.frame', label: `''` },
  unit: { key: 'l.unit_id::text', label: `u.code || ' ' || u.name` },
  product: { key: 'l.product', label: 'l.product_name' },
  subBudget: { key: 'l.sub_budget', label: `''` },
  account: { key: 'l.account', label: 'l.account_name' },
  accountClass: { key: `l.account_frame || ' ' || left(l.account, 1)`, label: `''` },
  statementLine: { key: 'l.statement_line', label: `''` },
  project: { key: 'l.project_key', label: `''` },
  costCentre: { key: 'l.cost_centre', label: `''` },
  direction: { key: 'l.direction', label: `''` },
  sphere: { key: 'l.sphere', label: `''` },
  runOrChange: { key: 'l.run_or_change', label: `''` },
  serviceClass: { key: 'l.service_class', label: `''` },
  networkZone: { key: 'l.network_zone', label: `''` },
};
