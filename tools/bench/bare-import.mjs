// What bringing in the same file costs without a program around it: COPY, parse and check in one pass, insert, add up.
import { LINES, YEAR } from './ledger.mjs';
import { addressOf, withClient } from './world.mjs';

const DATABASE = 'bare_import';
const YEARS = [YEAR - 2, YEAR - 1, YEAR];

/** The smallest ledger a file can be brought into safely: no tenants, no roles, no foreign keys, no release of orders. */
const schema = `
  CREATE TABLE budget_line (id integer PRIMARY KEY, key text NOT NULL UNIQUE);
  CREATE SEQUENCE movement_id CACHE 1000;
  CREATE TABLE movement (id bigint NOT NULL DEFAULT nextval('movement_id'), fiscal_year smallint NOT NULL, line_id integer NOT NULL,
    kind smallint NOT NULL, amount bigint NOT NULL, booked_on date NOT NULL, doc_no text NOT NULL, txt text, supplier text,
    order_ref text, PRIMARY KEY (fiscal_year, id)) PARTITION BY LIST (fiscal_year);
  ${YEARS.map((year) => `CREATE TABLE movement_${year} PARTITION OF movement FOR VALUES IN (${year});`).join('\n')}
  CREATE UNIQUE INDEX movement_doc ON movement (fiscal_year, doc_no);
  CREATE INDEX movement_line ON movement (line_id, booked_on);
  CREATE TABLE line_balance (fiscal_year smallint NOT NULL, line_id integer NOT NULL, committed bigint NOT NULL DEFAULT 0,
    actual bigint NOT NULL DEFAULT 0, paid bigint NOT NULL DEFAULT 0, n integer NOT NULL DEFAULT 0,
    PRIMARY KEY (fiscal_year, line_id)) WITH (fillfactor = 50);
  CREATE TABLE import_error (row_no bigint NOT NULL, reason text NOT NULL);
  CREATE TABLE calendar (s text PRIMARY KEY, d date NOT NULL);
  CREATE TABLE kind_map (s text PRIMARY KEY, k smallint NOT NULL);
  INSERT INTO kind_map VALUES ('order', 6), ('invoice', 7), ('payment', 8);
  INSERT INTO calendar SELECT to_char(d, 'DD.MM.YYYY'), d::date
    FROM generate_series(make_date(${YEARS[0]}, 1, 1), make_date(${YEAR}, 12, 31), interval '1 day') d;
  INSERT INTO budget_line SELECT n, '4S.' || 100000 + n FROM generate_series(1, ${LINES}) n;
  INSERT INTO line_balance (fiscal_year, line_id) SELECT y, n FROM unnest(ARRAY[${YEARS.join(', ')}]) y, generate_series(1, ${LINES}) n;`;

const COLUMNS = 'day, doc, key, txt, supplier, amount, kind, ref';
const isRight = 'd IS NOT NULL AND line_id IS NOT NULL AND kind IS NOT NULL AND amount IS NOT NULL';

const load = (file) => [
  `CREATE TEMP TABLE raw (${COLUMNS.split(', ').join(' text, ')} text, rn bigint GENERATED ALWAYS AS IDENTITY) ON COMMIT DROP`,
  `COPY raw (${COLUMNS}) FROM '${file}' WITH (FORMAT csv, DELIMITER ';', HEADER, ENCODING 'WIN1252')`,
  `CREATE TEMP TABLE parsed ON COMMIT DROP AS
    SELECT raw.rn, c.d, b.id AS line_id, k.k AS kind,
      CASE WHEN raw.amount ~ '^-?[0-9]{1,3}([.][0-9]{3})*,[0-9]{2}$' THEN translate(raw.amount, '.,', '')::bigint END AS amount,
      raw.doc, raw.txt, raw.supplier, raw.ref, extract(year FROM c.d)::smallint AS y
    FROM raw LEFT JOIN calendar c ON c.s = raw.day LEFT JOIN budget_line b ON b.key = raw.key LEFT JOIN kind_map k ON k.s = raw.kind`,
  `INSERT INTO import_error SELECT rn, concat_ws(',', CASE WHEN d IS NULL THEN 'date' END, CASE WHEN line_id IS NULL THEN 'line' END,
      CASE WHEN amount IS NULL THEN 'amount' END) FROM parsed WHERE NOT (${isRight})`,
  `INSERT INTO movement (fiscal_year, line_id, kind, amount, booked_on, doc_no, txt, supplier, order_ref)
    SELECT y, line_id, kind, amount, d, doc, txt, supplier, ref FROM parsed WHERE ${isRight}`,
  `UPDATE line_balance b SET committed = b.committed + a.c, actual = b.actual + a.a, paid = b.paid + a.p, n = b.n + a.n
    FROM (SELECT y, line_id, coalesce(sum(amount) FILTER (WHERE kind = 6), 0) AS c, coalesce(sum(amount) FILTER (WHERE kind = 7), 0) AS a,
        coalesce(sum(amount) FILTER (WHERE kind = 8), 0) AS p, count(*) AS n FROM parsed WHERE ${isRight} GROUP BY 1, 2) a
    WHERE a.y = b.fiscal_year AND a.line_id = b.line_id`,
];

export async function makeBareImport(place) {
  await withClient(addressOf(place, 'postgres'), (client) => client.query(`CREATE DATABASE ${DATABASE}`));
  await withClient(addressOf(place, DATABASE), (client) => client.query(schema));
}

/** Seconds from the file to committed balances; what an earlier round brought is removed first. */
export async function measureBareImport(place, file) {
  return withClient(addressOf(place, DATABASE), async (client) => {
    await client.query('TRUNCATE movement, import_error');
    await client.query('UPDATE line_balance SET committed = 0, actual = 0, paid = 0, n = 0');
    await client.query('VACUUM line_balance');
    await client.query('CHECKPOINT');
    await client.query(`SET work_mem = '512MB'`);
    const begin = performance.now();
    await client.query('BEGIN');
    for (const statement of load(file)) await client.query(statement);
    await client.query('COMMIT');
    return (performance.now() - begin) / 1000;
  });
}
