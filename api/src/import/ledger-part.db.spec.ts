import { Client } from 'pg';
import { addLine, addPool, openYear } from '../../test/ledger-builder';
import { commit, undo, upload, whenAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import type { HttpClient } from '../../test/http-client';
import { startTestApp, type TestApp } from '../../test/test-app';
import { until } from '../../test/until';

/** A city whose files are booked among all others. */
let usual: TestApp;
/** A city on a database of its own where each file becomes a part of the ledger, however small it is; and its neighbour. */
let parting: TestApp;
let usualCity: City;
let city: City;
let neighbour: City;

const HEADER = 'Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text;Auftrag;Art\n';

/** A year as a finance system gives it: orders, part and last invoices, a credit, too much spent, a line nobody knows, two years. */
const YEAR_OF_A_CITY =
  HEADER +
  '111.4271;2026;10.02.2026;600,00;A-1;Server;B-1;Auftrag\n' +
  '111.4271;2026;01.03.2026;150,00;R-1;Abschlag;B-1;Rechnung\n' +
  '111.4271;2026;02.04.2026;400,00;R-2;Rest;B-1;Schlussrechnung\n' +
  '111.4271;2025;30.12.2025;70,00;R-0;Vorjahr;;Rechnung\n' +
  '111.4291;2026;10.02.2026;300,00;A-2;Lizenzen;B-2;Auftrag\n' +
  '111.4291;2026;11.02.2026;50,00;A-3;mehr davon;B-2;Auftrag\n' +
  '111.4291;2026;12.03.2026;900,00;R-3;Lizenzen;B-2;Rechnung\n' +
  '111.4291;2026;12.03.2026;-100,00;G-1;Gutschrift;B-2;Rechnung\n' +
  '111.4431;2026;13.03.2026;800,00;R-4;Kabel;;Rechnung\n' +
  '999.9999;2026;14.03.2026;12,34;R-5;ohne Zeile;;Rechnung\n';

/** The next file goes on with an order that stands. */
const NEXT_MONTH =
  HEADER +
  '111.4291;2026;10.05.2026;20,00;A-4;Nachtrag;B-2;Auftrag\n' +
  '111.4271;2026;11.05.2026;5,00;R-6;Kleinteile;;Rechnung\n';

beforeAll(async () => {
  usual = await startTestApp();
  parting = await startTestApp({ env: { IMPORT_PART_ROWS: '1' } });
  usualCity = await createCity(usual);
  await furnish(usual, usualCity);
  city = await createCity(parting);
  neighbour = await createOtherCity(parting);
  await furnish(parting, city);
  await furnish(parting, neighbour);
});
afterAll(async () => {
  await parting.stop();
  await usual.stop();
});

async function furnish(app: TestApp, home: City): Promise<void> {
  await openYear(app, home, 2025);
  await openYear(app, home, 2026);
  const poolId = await addPool(app, home, 'IT');
  await addLine(app, home, { number: '111.4271', appropriationCents: 100_000 });
  await addLine(app, home, { number: '111.4291', appropriationCents: 50_000, poolId });
  await addLine(app, home, { number: '111.4431', appropriationCents: 20_000, poolId });
}

/** Everything that bookings leave in the first city of a database, without the ids. */
async function booksOf(app: TestApp): Promise<Record<string, unknown[]>> {
  const rows = async (sql: string): Promise<unknown[]> =>
    (await asOwner(app, (owner) => owner.query(sql, [app === parting ? city.tenantId : usualCity.tenantId]))).rows;
  return {
    movements: await rows(`
      SELECT l.number, m.fiscal_year, m.kind, m.amount_cents, m.booked_on, o.number AS "order", m.document_number, m.text, m.reason,
        m.source, m.over_authority, r.document_number AS reduces, b.document_number AS reverses
      FROM movement m JOIN budget_line l USING (tenant_id, line_id)
      LEFT JOIN purchase_order o ON o.tenant_id = m.tenant_id AND o.order_id = m.order_id
      LEFT JOIN movement r ON r.tenant_id = m.tenant_id AND r.fiscal_year = m.fiscal_year AND r.movement_id = m.reduces_id
      LEFT JOIN movement b ON b.tenant_id = m.tenant_id AND b.fiscal_year = m.fiscal_year AND b.movement_id = m.reverses_id
      WHERE m.tenant_id = $1 ORDER BY 1, 2, 5, 3, 4, 6, 7, 8, 9`),
    orders: await rows(`
      SELECT number, fiscal_year, subject, state, ordered_on, committed_cents, spent_cents FROM purchase_order
      WHERE tenant_id = $1 ORDER BY 1`),
    lines: await rows(`
      SELECT l.number, b.fiscal_year, commitment_cents, actual_cents, available_cents, movements
      FROM line_balance b JOIN budget_line l USING (tenant_id, line_id) WHERE b.tenant_id = $1 ORDER BY 1, 2`),
    pools: await rows(`
      SELECT fiscal_year, commitment_cents, actual_cents, available_cents, movements FROM pool_balance
      WHERE tenant_id = $1 ORDER BY 1`),
    months: await rows(`
      SELECT l.number, m.fiscal_year, m.month, m.actual_cents
      FROM line_month m JOIN budget_line l USING (tenant_id, line_id) WHERE m.tenant_id = $1 ORDER BY 1, 2, 3`),
    clearing: await rows(`
      SELECT row_number, fiscal_year, amount_cents, booked_on, facts FROM clearing_item WHERE tenant_id = $1 ORDER BY 1`),
  };
}

/** Names of the parts that the ledger has besides one for each year. */
async function partsOf(): Promise<string[]> {
  const { rows } = await asOwner(parting, (owner) =>
    owner.query(`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ '^(movement_[0-9]+_|ledger_part)'
      ORDER BY 1`),
  );
  return rows.map(({ name }: { name: string }) => name);
}

async function bringIn(client: HttpClient, file: string): Promise<string> {
  const run = await commit(client, (await upload(client, file, { kind: 'bookings' })).body);
  expect([run.state, run.failureCode]).toEqual(['committed', null]);
  return run.id;
}

test('A file that is a part of the ledger of its own leaves the city exactly as one among all others, and so does its undo', async () => {
  const usually = await loginAs(usual, 'finance');
  const apart = await loginAs(parting, 'finance');
  await bringIn(usually, YEAR_OF_A_CITY);
  const importId = await bringIn(apart, YEAR_OF_A_CITY);
  expect(await partsOf()).toEqual([
    expect.stringMatching(/^movement_2025_[0-9a-f]{12}$/),
    expect.stringMatching(/^movement_2026_[0-9a-f]{12}$/),
  ]);
  const books = await booksOf(parting);
  expect(books).toEqual(await booksOf(usual));
  // 10 rows, one without a line; both orders are used up by their invoices, and the granted amounts are movements, too.
  expect(books['movements']?.length).toBe(9 + 3 + 3);

  await bringIn(usually, NEXT_MONTH);
  await bringIn(apart, NEXT_MONTH);
  expect(await booksOf(parting)).toEqual(await booksOf(usual));
  expect((await apart.get('/api/v1/reconciliation?fiscalYear=2026')).body.differenceCents).toBe(0);

  await undo(apart, importId);
  expect((await apart.get('/api/v1/reconciliation?fiscalYear=2026')).body.differenceCents).toBe(0);
  const { rows } = await asOwner(parting, (owner) =>
    owner.query(
      `SELECT count(*) FILTER (WHERE reverses_id IS NULL)::int AS brought, count(*) FILTER (WHERE reverses_id IS NOT NULL)::int AS undone,
         sum(amount_cents)::int AS cents
       FROM movement WHERE import_id = $1`,
      [importId],
    ),
  );
  expect(rows).toEqual([{ brought: 12, undone: 12, cents: 0 }]);
});

describe('What such a part may hold', () => {
  /** One movement of a part, with what is said of it. */
  const change = (sets: string): string => `
    INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, source, ${sets.split('=')[0] ?? ''})
    SELECT tenant_id, fiscal_year, (left(movement_id::text, 24) || 'effffffffff' || $2)::uuid, line_id, kind, amount_cents, booked_on,
      recorded_at, source, ${sets.split('=')[1] ?? ''}
    FROM movement WHERE tenant_id = $1 AND movement_id::text LIKE 'ffffffff-%' AND reverses_id IS NULL ORDER BY movement_id LIMIT 1`;
  const sent = async (sets: string, digit: string): Promise<unknown> =>
    asOwner(parting, (owner) => owner.query(change(sets), [city.tenantId, digit])).catch(
      ({ code }: { code: string }) => code,
    );

  test('References are proved and counter-movements go to the common part, as everywhere in the ledger', async () => {
    const [foreignKey, check] = ['23503', '23514'];
    expect(await sent('order_id=gen_random_uuid()', '1')).toBe(foreignKey);
    expect(await sent('reduces_id=gen_random_uuid()', '2')).toBe(foreignKey);
    expect(await sent('reverses_id=movement_id', '3')).toBe(check);
  });

  test('What was booked there is final, and a movement is reversed once', async () => {
    const refused = async (sql: string): Promise<unknown> =>
      asOwner(parting, (owner) => owner.query(sql, [city.tenantId])).catch(
        ({ message }: { message: string }) => message,
      );
    const one = `tenant_id = $1 AND movement_id::text LIKE 'ffffffff-%'`;
    expect(await refused(`UPDATE movement SET amount_cents = 1 WHERE ${one}`)).toMatch(/append-only/);
    expect(await refused(`DELETE FROM movement WHERE ${one}`)).toMatch(/append-only/);
    expect(
      await refused(`
        INSERT INTO movement (tenant_id, fiscal_year, movement_id, line_id, kind, amount_cents, booked_on, recorded_at, source, reverses_id)
        SELECT tenant_id, fiscal_year, gen_random_uuid(), line_id, kind, amount_cents, booked_on, recorded_at, source, reverses_id
        FROM movement WHERE tenant_id = $1 AND reverses_id IS NOT NULL LIMIT 1`),
    ).toMatch(/unique/);
  });

  test('No other city sees it, not even by the name of its table', async () => {
    const seenFrom = async ({ tenantId }: City): Promise<number> => {
      const api = new Client({ connectionString: parting.database.appUrl });
      await api.connect();
      await api.query(`SELECT set_config('app.tenant_id', $1, false)`, [tenantId]);
      const { rows } = await api.query(
        `SELECT count(*)::int AS seen FROM movement WHERE movement_id::text LIKE 'ffffffff-%'`,
      );
      await api.end();
      return rows[0].seen;
    };
    expect([await seenFrom(city), await seenFrom(neighbour)]).toEqual([14, 0]);
    const [part] = await partsOf();
    const { rows } = await asOwner(parting, (owner) =>
      owner.query(`SELECT has_table_privilege('app_rw', $1, 'SELECT, INSERT, UPDATE, DELETE') AS may`, [part]),
    );
    expect(rows).toEqual([{ may: false }]);
  });
});

/** Books in this file while somebody writes to the ledger for longer, so that it stands before becoming a part of it. */
async function whileItWaits<Found>(
  client: HttpClient,
  file: string,
  look: (importId: string) => Promise<Found>,
): Promise<Found> {
  const run = (await upload(client, file, { kind: 'bookings' })).body;
  return asOwner(parting, async (owner) => {
    await owner.query('BEGIN');
    await owner.query('LOCK TABLE movement IN ROW EXCLUSIVE MODE');
    const { status } = await client.post(`/api/v1/imports/${run.id}/commit`, { previewHash: run.previewHash });
    expect(status).toBe(202);
    await until(async () => (await sealing()).length > 0);
    const found = await look(run.id);
    await owner.query('COMMIT');
    return found;
  });
}

/** Processes of the database that make a part one of the ledger. */
async function sealing(): Promise<number[]> {
  const { rows } = await asOwner(parting, (owner) =>
    owner.query(`
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query LIKE '%seal_ledger_part%' AND usename = 'app_rw'`),
  );
  return rows.map(({ pid }: { pid: number }) => pid);
}

test('Where such a commit ends otherwise, nothing of it is left, not even an empty part', async () => {
  const apart = await loginAs(parting, 'finance');
  const before = [await partsOf(), await booksOf(parting)];
  const importId = await whileItWaits(apart, NEXT_MONTH.replaceAll('05.2026', '06.2026'), async (id) => {
    await asOwner(parting, async (owner) => {
      for (const pid of await sealing()) await owner.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    return id;
  });
  // Its job has ended a moment before the import says so.
  await until(async () => (await apart.get(`/api/v1/imports/${importId}`)).body.state === 'failed');
  expect([await partsOf(), await booksOf(parting)]).toEqual(before);
});

test('A part that waits for long work keeps nobody waiting who books meanwhile, and comes about in the end', async () => {
  const apart = await loginAs(parting, 'finance');
  const nextDoor = await loginAs(parting, 'finance', neighbour);
  const { rows: found } = await asOwner(parting, (owner) =>
    owner.query(`SELECT line_id AS id FROM budget_line WHERE tenant_id = $1 AND number = '111.4271'`, [
      neighbour.tenantId,
    ]),
  );
  const booking = {
    lineId: found[0]?.id,
    fiscalYear: 2026,
    kind: 'commitment',
    amountCents: 100,
    bookedOn: '2026-10-05',
  };
  const { importId, status } = await whileItWaits(apart, NEXT_MONTH.replaceAll('05.2026', '07.2026'), async (id) => ({
    importId: id,
    status: (await nextDoor.post('/api/v1/budget/movements', { ...booking, text: 'Stecker' })).status,
  }));
  expect(status).toBe(201);
  expect(await whenAtRest(apart, importId)).toMatchObject({ state: 'committed' });
});

test('Two cities whose files become parts at the same time get both, one after the other', async () => {
  const [apart, nextDoor] = [await loginAs(parting, 'finance'), await loginAs(parting, 'finance', neighbour)];
  const second = (await upload(nextDoor, NEXT_MONTH.replaceAll('05.2026', '08.2026'), { kind: 'bookings' })).body;
  const first = await whileItWaits(apart, NEXT_MONTH.replaceAll('05.2026', '09.2026'), async (id) => {
    await nextDoor.post(`/api/v1/imports/${second.id}/commit`, { previewHash: second.previewHash });
    return id;
  });
  expect(await whenAtRest(apart, first)).toMatchObject({ state: 'committed' });
  expect(await whenAtRest(nextDoor, second.id)).toMatchObject({ state: 'committed' });
  // Who makes a part may take longer than the four seconds that people wait for a lock.
  const { rows } = await asOwner(parting, (owner) =>
    owner.query(
      `SELECT 'lock_timeout=10min' = ANY (proconfig) AS waits FROM pg_proc WHERE proname = 'open_ledger_part'`,
    ),
  );
  expect(rows).toEqual([{ waits: true }]);
});
