import type { HttpClient } from '../../test/http-client';
import { commit, undo, upload } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

interface LineNow {
  id: string;
  product: string;
  area: string;
  hidden: boolean;
  version: number;
}

/** The lines whose product begins so, as the lists have them or no longer have them. */
async function linesOf(products: string): Promise<LineNow[]> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT line_id AS id, product, product_name AS area, archived_at IS NOT NULL AS hidden, version FROM budget_line
       WHERE tenant_id = $1 AND product LIKE $2 || '%' ORDER BY product`,
      [city.tenantId, products],
    ),
  );
  return rows;
}

async function bringIn(content: string, kind: string, effects: object): Promise<string> {
  const { status, body } = await upload(finance, content, { kind });
  expect([status, body.preview?.questions]).toEqual([200, []]);
  expect(body.preview.effects).toMatchObject(effects);
  const run = await commit(finance, body);
  expect([run.state, run.failureCode]).toEqual(['committed', null]);
  return run.id;
}

const difference = async (year: number): Promise<number> =>
  (await finance.get(`/api/v1/reconciliation?fiscalYear=${year}`)).body.differenceCents;

const table = (area: string, products: readonly string[]): string =>
  `Produkt;Produktbezeichnung;Sachkonto;Ergebnis 2025;Ansatz 2027\n${products
    .map((product) => `${product};${area};4271000;70,00;90,00\n`)
    .join('')}`;

test('A file that was taken back and comes in again has its lines in the lists again, and undone again it has not', async () => {
  const first = await bringIn(table('Netze', ['61.1', '61.2']), 'plan_lines', { linesCreated: 2, linesReopened: 0 });
  await undo(finance, first);
  expect(await linesOf('61')).toMatchObject([{ hidden: true }, { hidden: true }]);

  // One of them under another name now: it comes back, too.
  const corrected = table('Netze', ['61.1', '61.2', '61.3']).replace('61.2;Netze', '61.2;Datennetze');
  const second = await bringIn(corrected, 'plan_lines', { linesCreated: 1, linesUpdated: 1, linesReopened: 2 });
  expect(await linesOf('61')).toMatchObject([{ hidden: false }, { hidden: false }, { hidden: false }]);
  const { body: listed } = await finance.get('/api/v1/budget/lines?fiscalYear=2025&q=61.');
  expect(listed.rows.map(({ actualCents }: { actualCents: number }) => actualCents)).toEqual([7000, 7000, 7000]);

  await undo(finance, second);
  const hidden = { area: 'Netze', hidden: true };
  expect(await linesOf('61')).toMatchObject([hidden, hidden, hidden]);
  expect(await difference(2025)).toBe(0);
});

test('A line that came back and on which somebody has booked since stays in the lists', async () => {
  await undo(finance, await bringIn(table('Netze', ['62.1']), 'plan_lines', { linesCreated: 1 }));
  const again = await bringIn(table('Netze', ['62.1']), 'plan_lines', { linesReopened: 1 });
  await bringIn(
    'Produkt;Sachkonto;Haushaltsjahr;Buchungstag;Betrag;Beleg\n62.1;4271000;2025;01.10.2025;5,00;R-62\n',
    'bookings',
    { movements: 1, linesReopened: 0 },
  );
  await undo(finance, again);
  expect(await linesOf('62')).toMatchObject([{ hidden: false }]);
  expect(await difference(2025)).toBe(0);
});

test('A line that came back and that another plan speaks of since stays in the lists, too', async () => {
  await undo(finance, await bringIn(table('Netze', ['66.1']), 'plan_lines', { linesCreated: 1 }));
  const again = await bringIn(table('Netze', ['66.1']), 'plan_lines', { linesReopened: 1 });
  const plan = 'Produkt;Produktbezeichnung;Sachkonto;Ansatz 2028\n66.1;Netze;4271000;95,00\n';
  await bringIn(plan, 'plan_lines', { planAmounts: 1, movements: 0, linesReopened: 0 });
  await undo(finance, again);
  expect(await linesOf('66')).toMatchObject([{ hidden: false }]);
});

test('Bookings on a line that had left the lists bring it back', async () => {
  await undo(finance, await bringIn(table('Netze', ['63.1']), 'plan_lines', { linesCreated: 1 }));
  const bookings = 'Produkt;Sachkonto;Haushaltsjahr;Buchungstag;Betrag;Beleg\n63.1;4271000;2025;01.10.2025;5,00;R-63\n';
  const run = await bringIn(bookings, 'bookings', { movements: 1, linesUpdated: 0, linesReopened: 1 });
  expect(await linesOf('63')).toMatchObject([{ hidden: false }]);
  await undo(finance, run);
  expect(await linesOf('63')).toMatchObject([{ hidden: true }]);
});

test('What an import changed of a line stands as before; what a person changed since stays', async () => {
  await bringIn(table('Netze', ['64.1', '64.2']), 'plan_lines', { linesCreated: 2 });
  const renamed = await bringIn(table('Datennetze', ['64.1', '64.2']), 'plan_lines', { linesUpdated: 2 });
  const [, second] = await linesOf('64');
  expect(second?.area).toBe('Datennetze');
  const { status } = await finance.send(`/api/v1/budget/lines/${second?.id}`, {
    method: 'PATCH',
    body: JSON.stringify({ version: second?.version, runOrChange: 'run' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(status).toBe(200);
  await undo(finance, renamed);
  expect((await linesOf('64')).map(({ area }) => area)).toEqual(['Netze', 'Datennetze']);
});

test('An organisation that a file turned round stands as before, with its names and who is above whom', async () => {
  const header = 'Kürzel;Name;Ebene;Übergeordnet\n';
  const units = async (): Promise<string[]> => {
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT u.code || ' ' || u.name || ' < ' || coalesce(p.code, '-') AS unit FROM org_unit u
         LEFT JOIN org_unit p ON p.tenant_id = u.tenant_id AND p.unit_id = u.parent_id
         WHERE u.tenant_id = $1 AND u.code LIKE 'Z%' ORDER BY u.code`,
        [city.tenantId],
      ),
    );
    return rows.map(({ unit }) => unit);
  };
  const before = ['Z1 Inneres < -', 'Z11 IT < Z1', 'Z2 Schulen < -'];
  await bringIn(`${header}Z1;Inneres;Dezernat;\nZ2;Schulen;Dezernat;\nZ11;IT;Fachbereich;Z1\n`, 'organization', {
    unitsCreated: 3,
  });
  expect(await units()).toEqual(before);
  const run = await bringIn(
    `${header}Z1;Inneres und Recht;Dezernat;\nZ11;IT;Fachbereich;Z2\nZ12;Recht;Fachbereich;Z1\n`,
    'organization',
    { unitsCreated: 1, unitsUpdated: 1 },
  );
  expect(await units()).toEqual(['Z1 Inneres und Recht < -', 'Z11 IT < Z2', 'Z12 Recht < Z1', 'Z2 Schulen < -']);
  await undo(finance, run);
  expect(await units()).toEqual(before);
});

test('Two plans of one day have names that people can tell apart, and say which file they came from', async () => {
  const runs = [table('Netze', ['65.1']), table('Netze', ['65.1', '65.2'])];
  const ids: string[] = [];
  for (const content of runs) ids.push(await bringIn(content, 'plan_lines', { planVersions: 1 }));
  const { rows } = await asOwner(app, (owner) =>
    owner.query(
      `SELECT version_id AS id, name FROM plan_version WHERE tenant_id = $1 AND import_id = ANY ($2::uuid[]) ORDER BY created_at, name`,
      [city.tenantId, ids],
    ),
  );
  const [first, second] = rows.map(({ name }) => name as string);
  expect(first).toMatch(/^Haushaltsplan 2027, Import vom 05\.10\.2026( \(\d+\))?$/);
  expect(second).toMatch(/^Haushaltsplan 2027, Import vom 05\.10\.2026 \(\d+\)$/);
  expect(first).not.toBe(second);
  const { body } = await finance.get(`/api/v1/planning/plan-copies/${rows[0].id}`);
  expect(ids).toContain(body.importId);
  expect([body.fileName, body.basedOnName]).toEqual(['import.csv', null]);
});
