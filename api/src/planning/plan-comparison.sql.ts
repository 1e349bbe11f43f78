/** Most years that a plan shows: a two-year budget with the year before and three years after (R12). */
export const YEARS_MAX = 6;

/**
 * Several versions side by side in one statement. Each line gets one array with a slot for every version and year
 * (`YEARS_MAX` for each version), so that the whole comparison is one aggregation: it stays fast when the database knows
 * nothing yet of amounts that were just brought in.
 *
 * `$1` city, `$2` versions in their order, `$3` by how many years each is shifted, `$4` years, `$5` day for each version
 * (null = now), `$6` frame, `$7` sub-budget, `$8` text, `$9` kind, `$10` versions made from the first one by rules,
 * `$11` most lines.
 */
export const comparisonSql = (versions: number): string => {
  const slots = Array.from({ length: versions * YEARS_MAX }, (_, at) => at + 1);
  return `
  WITH cells AS (
    SELECT a.line_id, a.amount_cents,
      ((v.place - 1) * ${YEARS_MAX} + array_position($4::smallint[], (a.fiscal_year + v.shift)::smallint))::integer AS slot
    FROM unnest($2::uuid[], $3::smallint[], $5::date[]) WITH ORDINALITY AS v(version_id, shift, day, place)
    CROSS JOIN LATERAL app.plan_amounts_as_of($1, v.version_id, v.day) a
    WHERE a.fiscal_year + v.shift = ANY($4::smallint[])
  ), matrix AS (
    SELECT c.line_id, ARRAY[${slots.map((slot) => `max(c.amount_cents) FILTER (WHERE c.slot = ${slot})`).join(', ')}] AS slots
    FROM cells c GROUP BY c.line_id
  ), lines AS (
    SELECT l.line_id, l.number, l.name, l.frame, l.sub_budget, l.product, l.account, l.direction, m.slots, k.kinds
    FROM matrix m
    JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = m.line_id
    CROSS JOIN LATERAL (${kinds(versions)}) k
    WHERE ($6::text IS NULL OR coalesce(l.frame, 'none') = $6)
      AND ($7::text IS NULL OR l.sub_budget = $7)
      AND ($8::text IS NULL OR l.number ILIKE $8 OR l.name ILIKE $8 OR l.account ILIKE $8)
  ), listed AS (
    SELECT l.*, row_number() OVER (ORDER BY l.number) AS place FROM lines l
    WHERE l.kinds <> array_fill('same'::text, ARRAY[${versions - 1}]) AND ($9::text IS NULL OR $9 = ANY(l.kinds))
  ), shown AS (
    SELECT s.*, r.reason FROM listed s JOIN (${reasons}) r ON r.line_id = s.line_id WHERE s.place <= $11
  )
  SELECT json_build_object(
    'counts', (SELECT json_build_object('listed', (SELECT count(*) FROM listed),
        'new', count(*) FILTER (WHERE 'new' = ANY(l.kinds)), 'dropped', count(*) FILTER (WHERE 'dropped' = ANY(l.kinds)),
        'changed', count(*) FILTER (WHERE 'changed' = ANY(l.kinds)),
        'same', count(*) FILTER (WHERE l.kinds = array_fill('same'::text, ARRAY[${versions - 1}])))
      FROM lines l),
    'columns', (SELECT json_build_object(${columnLists}) FROM shown s),
    'kinds', (SELECT coalesce(json_agg(s.kinds ORDER BY s.place), '[]') FROM shown s),
    'slots', (SELECT coalesce(json_agg(s.slots ORDER BY s.place), '[]') FROM shown s),
    'rulePlaces', (SELECT coalesce(json_agg(${rulePlaces} ORDER BY s.place), '[]') FROM shown s),
    'sums', (SELECT coalesce(json_agg(json_build_object('group', t.grouped, 'key', t.key, 'direction', t.direction,
        'slots', t.slots) ORDER BY t.grouped, t.key NULLS LAST, t.direction), '[]') FROM (${sums(slots)}) t)) AS comparison`;
};

/**
 * How each version differs from the first one. Arrays compare empty cells as equal to one another and to nothing else, as
 * the domain's `comparisonKind` does.
 */
const kinds = (versions: number): string => {
  const amounts = (place: number): string => `m.slots[${place * YEARS_MAX + 1}:${(place + 1) * YEARS_MAX}]`;
  const kind = (place: number): string => `CASE
    WHEN ${amounts(0)} = ${amounts(place)} THEN 'same'
    WHEN array_remove(${amounts(0)}, NULL) = '{}' THEN 'new'
    WHEN array_remove(${amounts(place)}, NULL) = '{}' THEN 'dropped'
    ELSE 'changed' END`;
  return `SELECT ARRAY[${Array.from({ length: versions - 1 }, (_, at) => kind(at + 1)).join(', ')}]::text[] AS kinds`;
};

/** Why a line differs: what the last of the compared versions that explains it says, else what is said about the line. */
const reasons = `
  SELECT b.line_id, coalesce((
      SELECT e.text FROM plan_explanation e
      WHERE e.tenant_id = $1 AND e.version_id = ANY($2::uuid[]) AND e.line_id = b.line_id AND e.text <> ''
      ORDER BY array_position($2::uuid[], e.version_id) DESC LIMIT 1), b.explanation) AS reason
  FROM budget_line b WHERE b.tenant_id = $1`;

const columnLists = (
  [
    ['lineId', 'line_id'],
    ['number', 'number'],
    ['name', 'name'],
    ['frame', 'frame'],
    ['subBudget', 'sub_budget'],
    ['product', 'product'],
    ['account', 'account'],
    ['direction', 'direction'],
    ['reason', 'reason'],
  ] as const
)
  .map(([field, column]) => `'${field}', coalesce(json_agg(s.${column} ORDER BY s.place), '[]')`)
  .join(', ');

/** Whether the rule `r` of a copy was for a line, with the alias of the line's columns. */
export const isRuleFor = (line: 's' | 'l'): string => `
  (r.contract_line_ids IS NULL OR ${line}.line_id = ANY(r.contract_line_ids))
  AND CASE r.selected_by WHEN 'account' THEN starts_with(${line}.account, r.selected_value)
    WHEN 'product' THEN starts_with(${line}.product, r.selected_value) ELSE ${line}.frame = r.selected_value END`;

/** For each version after the first: the first of its rules that selects the line, as when the version was made. */
const rulePlaces = `
  (SELECT json_agg(CASE WHEN v.version_id = ANY($10::uuid[]) THEN (
      SELECT min(r.place) FROM plan_version_rule r WHERE r.tenant_id = $1 AND r.version_id = v.version_id
        AND ${isRuleFor('s')}) END
      ORDER BY v.place)
    FROM unnest($2::uuid[]) WITH ORDINALITY AS v(version_id, place) WHERE v.place > 1)`;

/** Sums of the whole, of each frame and of each sub-budget, direction by direction, also of lines that do not differ. */
const sums = (slots: readonly number[]): string => `
  SELECT CASE WHEN grouping(l.frame) = 0 THEN 'frame' WHEN grouping(l.sub_budget) = 0 THEN 'subBudget' ELSE 'all' END AS grouped,
    CASE WHEN grouping(l.frame) = 0 THEN l.frame WHEN grouping(l.sub_budget) = 0 THEN nullif(l.sub_budget, '') END AS key,
    l.direction, ARRAY[${slots.map((slot) => `sum(l.slots[${slot}])::bigint`).join(', ')}] AS slots
  FROM lines l
  GROUP BY GROUPING SETS ((l.direction), (l.frame, l.direction), (l.sub_budget, l.direction))`;

/** The versions themselves, and from which day on their history answers. */
export const comparedVersionsSql = `
  SELECT v.version_id AS id, v.name, v.state, v.first_year AS "firstYear", v.last_year AS "lastYear",
    v.based_on_id AS "basedOnId", coalesce((SELECT min(c.changed_at) FROM plan_amount_change c
      WHERE c.tenant_id = $1 AND c.version_id = v.version_id AND c.is_taken_over), v.created_at)::date AS "knownFrom",
    (SELECT coalesce(json_agg(json_build_object('by', r.selected_by, 'value', r.selected_value, 'basis', r.basis,
        'rates', r.rates)
        ORDER BY r.place), '[]')
      FROM plan_version_rule r WHERE r.tenant_id = $1 AND r.version_id = v.version_id) AS rules
  FROM plan_version v WHERE v.tenant_id = $1 AND v.version_id = ANY($2::uuid[])`;
