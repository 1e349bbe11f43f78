// A city to measure: 2,000 lines, three years, any number of movements, written by SQL so that it takes seconds.
import { hash } from '@node-rs/argon2';

export const YEAR = 2026;
export const LINES = 2000;
export const HOT_LINE = 1337;
export const LINES_PER_BUDGET = 200;
export const EMAIL = 'messung@messstadt.example';
export const PASSWORD = 'Messung-mit-langem-Passwort-7';

export const APPROPRIATION_CENTS = 1_000_000_000;

/** Ids in order, as the program's own are. `family` keeps tables apart. */
const id = (family, number) => `('01900000-000${family}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
export const lineId = (number) => `01900000-0003-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const TENANT = `01900000-0000-7000-8000-${'1'.padStart(12, '0')}`;

const KINDS = [
  ...['appropriation', 'carry_over', 'over_plan', 'outside_plan', 'earmark'],
  ...['transfer', 'lock', 'reservation', 'commitment', 'actual'],
];

const city = (passwordHash) => `
  INSERT INTO tenant (tenant_id, slug, name, land, created_at) VALUES ('${TENANT}', 'messstadt', 'Messstadt', 'NI', now());
  INSERT INTO person (tenant_id, person_id, email, display_name, password_hash, password_changed_at, status, created_at)
    VALUES ('${TENANT}', ${id(1, 1)}, '${EMAIL}', 'Messung', '${passwordHash}', now(), 'active', now());
  INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, valid_from)
    VALUES ('${TENANT}', ${id(2, 1)}, ${id(1, 1)}, 'finance', '2020-01-01');
  INSERT INTO org_unit (tenant_id, unit_id, level, code, name, valid_from)
    SELECT '${TENANT}', ${id(4, 'n')}, 'department', 'FB ' || n, 'Fachbereich ' || n, '2020-01-01' FROM generate_series(0, 19) n;
  INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state)
    SELECT '${TENANT}', y, 'open' FROM generate_series(${YEAR - 2}, ${YEAR}) y;
  INSERT INTO frame_ceiling (tenant_id, frame, fiscal_year, ceiling_cents)
    SELECT '${TENANT}', f, y, CASE f WHEN 'FEES' THEN NULL ELSE 500000000000 END
    FROM generate_series(${YEAR - 2}, ${YEAR}) y, unnest(ARRAY['CORE', 'SCHOOL_NET', 'FEES']) f;
  INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
    SELECT '${TENANT}', ${id(5, 'y')}, 'Haushalt ' || y, 'budget', y, y, 'in_force', ${id(1, 1)}, now()
    FROM generate_series(${YEAR - 2}, ${YEAR}) y;
  INSERT INTO budget_line (tenant_id, line_id, number, name, sub_budget, product, product_name, account, account_name,
      account_frame, direction, sphere, frame, run_or_change, unit_id, created_at)
    SELECT '${TENANT}', ${id(3, 'n')}, '4S.' || 100000 + n, 'Messstelle Nummer ' || n, 'TH ' || (n - 1) / ${LINES_PER_BUDGET},
      '11.1.' || n % 40, 'Produkt ' || n % 40, 4300000 + n % 50, 'Konto ' || n % 50, 'NI-2026', 'expense',
      CASE n % 8 WHEN 0 THEN 'investing' ELSE 'operating' END,
      CASE WHEN n % 10 < 6 THEN 'CORE' WHEN n % 10 < 9 THEN 'SCHOOL_NET' ELSE 'FEES' END,
      CASE n % 3 WHEN 0 THEN 'run' WHEN 1 THEN 'change' END, ${id(4, 'n % 20')}, now()
    FROM generate_series(1, ${LINES}) n;
  INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
    SELECT '${TENANT}', ${id(5, 'y')}, ${id(3, 'n')}, y, ${APPROPRIATION_CENTS}
    FROM generate_series(1, ${LINES}) n, generate_series(${YEAR - 2}, ${YEAR}) y;`;

/** Each line and year begins with its appropriation; most of what follows is orders and invoices, as in a real ledger. */
const movements = (from, to) => `
  INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at,
      document_number, text, source)
  SELECT '${TENANT}', year, ${id(6, 'i')}, ${id(3, `i % ${LINES} + 1`)},
    CASE WHEN i < ${LINES * 3} THEN 'appropriation'
      ELSE (ARRAY['actual', 'commitment', 'actual', 'commitment', 'actual', 'reservation', 'actual', 'commitment',
        'actual', 'lock', 'carry_over', 'transfer'])[i / ${LINES * 3} % 12 + 1] END,
    CASE WHEN i < ${LINES * 3} THEN ${APPROPRIATION_CENTS} ELSE 100 + i * 7919 % 50000 END,
    make_date(year, i::integer / ${LINES * 3} % 12 + 1, i::integer % 28 + 1), '2026-01-01'::timestamptz + i * interval '1 ms',
    'RE-' || i, 'Rechnung Nummer ' || i, 'import'
  FROM generate_series(${from}::bigint, ${to - 1}::bigint) i, LATERAL (SELECT (${YEAR - 2} + i / ${LINES} % 3)::integer AS year) y`;

const sumOf = (kind) => `coalesce(sum(amount_cents) FILTER (WHERE kind = '${kind}'), 0)`;
const balances = `
  INSERT INTO line_balance (tenant_id, line_id, fiscal_year, ${KINDS.map((kind) => `${kind}_cents`).join(', ')}, movements, last_recorded_at)
  SELECT tenant_id, line_id, fiscal_year, ${KINDS.map(sumOf).join(', ')}, count(*), max(recorded_at)
  FROM movement GROUP BY tenant_id, line_id, fiscal_year;
  INSERT INTO line_month (tenant_id, line_id, fiscal_year, month, actual_cents)
  SELECT tenant_id, line_id, fiscal_year, extract(month FROM booked_on)::smallint, sum(amount_cents)
  FROM movement WHERE kind = 'actual' GROUP BY 1, 2, 3, 4;`;

const FILLED =
  'tenant, person, role_assignment, budget_line, plan_version, plan_amount, line_balance, line_month, movement';

/** Fills an empty, migrated database. */
export async function fillLedger(client, count) {
  await client.query(`SET session_replication_role = replica`); // made rows need no foreign keys checked one by one
  await client.query(city(await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })));
  const step = 1_000_000;
  for (let from = 0; from < count; from += step) await client.query(movements(from, Math.min(count, from + step)));
  await client.query(balances);
  await client.query(`SET session_replication_role = origin`);
  // Only what was filled: PostgreSQL takes a table that it saw empty for empty, and would read it whole for one key.
  await client.query(`VACUUM ANALYZE ${FILLED}`);
}

/** Sums of every line and kind from the movements alone: what every figure on a page must equal. */
export const GROUP_BY = `
  SELECT line_id::text, ${KINDS.map((kind) => `${sumOf(kind)}::bigint AS ${kind}_cents`).join(', ')}
  FROM movement WHERE tenant_id = '${TENANT}' AND fiscal_year = ${YEAR} GROUP BY line_id`;
