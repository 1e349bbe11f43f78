import { addContract, showContract } from '../../test/contracts';
import type { HttpClient } from '../../test/http-client';
import { DECISION, Inventory, KEYS, SITES } from '../../test/inventory';
import { addLine, openYear } from '../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let office: Inventory;
let feesLine: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  finance = await loginAs(app, 'finance');
  office = new Inventory(finance);
  feesLine = await addLine(app, city, { number: '4S.9', frame: 'FEES', unitId: city.units.school });
});
afterAll(() => app.stop());

const codeOf = ({ status, body }: { status: number; body: { code?: string } }): unknown[] => [status, body.code];
const lineAt = (siteId: string, wish: object = {}): Promise<string> =>
  addContract(finance, {
    lineId: feesLine,
    unitId: city.units.school,
    kind: 'line',
    metric: 'lines',
    networkZone: 'education',
    siteId,
    quantity: 3,
    unitPriceMicros: 4_995_000,
    pricePeriod: 'month',
    priceBasis: 'net',
    rhythm: 'monthly',
    ...wish,
  });

describe('a school in the register', () => {
  let school = '';

  test('has networks; one without any and one with an unknown one are refused', async () => {
    school = await office.site({
      number: '40-1',
      name: 'IGS Nord',
      kind: 'school',
      zones: ['administration', 'education'],
    });
    const site = { number: 'S-x', name: 'x', kind: 'school', address: '', zones: [] };
    expect(codeOf(await finance.post(SITES, site))).toEqual([409, 'SITE_ZONES_NEEDED']);
    expect((await finance.post(SITES, { ...site, zones: ['keller'] })).body.errors).toMatchObject([
      { field: 'zones', code: 'LIST_INVALID' },
    ]);
    const taken = { ...site, number: '40-1', zones: ['education'] };
    expect(codeOf(await finance.post(SITES, taken))).toEqual([409, 'NUMBER_TAKEN']);
  });

  test('its lines lie there with unit price times quantity, in the network that they serve', async () => {
    const line = await lineAt(school);
    expect(await showContract(finance, line)).toMatchObject({ siteId: school, site: 'IGS Nord' });
    const site = await office.showSite(school);
    // 3 x 4.995 net are 17.83 gross a month.
    expect(site).toMatchObject({ lines: 1, feesCents: 1_783 * 12 });
    expect(site.byZone.map(({ networkZone, lines, years }) => [networkZone, lines, years[0]?.feesCents])).toEqual([
      ['administration', 0, 0],
      ['education', 1, 1_783 * 12],
    ]);
    const found = await finance.get(`/api/v1/contracts?fiscalYear=2026&siteId=${school}`);
    expect(found.body.rows.map(({ id }: { id: string }) => id)).toEqual([line]);
    expect((await finance.get('/api/v1/contracts?fiscalYear=2026&q=igs')).body.rows).toHaveLength(1);
    expect((await finance.get('/api/v1/contracts/fees?fiscalYear=2026')).body.zones[0]).toMatchObject({ sites: 1 });
  });

  test('takes no line of a network that it does not have', async () => {
    await expect(lineAt(school, { networkZone: 'building' })).rejects.toThrow('SITE_ZONE_ABSENT');
    await expect(lineAt(city.units.school)).rejects.toThrow('SITE_UNKNOWN');
  });

  test('is not removed while something is there and loses no network that is used; it can be closed', async () => {
    expect((await finance.delete(`${SITES}/${school}?version=1`)).body).toMatchObject({
      code: 'SITE_IN_USE',
      lines: 1,
      devices: 0,
    });
    const change = {
      number: '40-1',
      name: 'IGS Nord',
      kind: 'school',
      address: 'Nordstraße 1',
      zones: ['administration'],
      version: 1,
    };
    expect((await finance.put(`${SITES}/${school}`, change)).body).toMatchObject({
      code: 'SITE_ZONE_IN_USE',
      zone: 'education',
    });
    const step = { step: 'close', day: '2026-09-30', reason: 'Neubau bezogen', version: 1 };
    expect((await finance.post(`${SITES}/${school}/steps`, step)).status).toBe(200);
    await expect(lineAt(school)).rejects.toThrow('SITE_CLOSED');
    const names = (await finance.get(`${SITES}?fiscalYear=2026`)).body.rows;
    expect(names).toEqual([]);
    const site = await office.showSite(school);
    expect(site).toMatchObject({ closedOn: '2026-09-30', closeReason: 'Neubau bezogen' });
    expect(site.events.map(({ kind }) => kind)).toEqual(['close', 'created']);
    const reopen = { ...step, step: 'reopen', version: 2 };
    expect((await finance.post(`${SITES}/${school}/steps`, reopen)).status).toBe(200);
  });

  test('two people change it: the second one is told, and nothing of the first is lost', async () => {
    const site = await office.showSite(school);
    const change = { number: '40-1', name: site.name, kind: site.kind, zones: site.zones, version: site.version };
    const other = await loginAs(app, 'finance2');
    expect((await finance.put(`${SITES}/${school}`, { ...change, address: 'Nordstraße 1' })).status).toBe(200);
    expect(codeOf(await other.put(`${SITES}/${school}`, { ...change, address: 'Südstraße 2' }))).toEqual([
      409,
      'VERSION_STALE',
    ]);
    expect((await office.showSite(school)).address).toBe('Nordstraße 1');
  });
});

test('a site entered by mistake goes away, and the audit log keeps that it was there', async () => {
  const id = await office.site({ number: 'X-1' });
  expect((await finance.delete(`${SITES}/${id}?version=1`)).status).toBe(200);
  expect((await finance.get(`${SITES}/${id}?fiscalYear=2026`)).status).toBe(404);
  const { rows } = await asOwner(app, (owner) =>
    owner.query(`SELECT FROM audit_entry WHERE subject_id = $1 AND action = 'site.removed'`, [id]),
  );
  expect(rows).toHaveLength(1);
});

describe('a split key for the core switch', () => {
  const parts = [
    { zone: 'administration', frame: 'CORE', shareBasisPoints: 4_550 },
    { zone: 'education', frame: 'SCHOOL_NET', shareBasisPoints: 3_500 },
    { zone: 'telephony', frame: 'CORE', shareBasisPoints: 1_950 },
  ];
  let key = '';
  let townHall = '';

  test('that does not sum to 100.00 % is refused with the difference', async () => {
    const short = [...parts.slice(0, 2), { ...parts[2], shareBasisPoints: 1_900 }];
    const answer = await finance.post(KEYS, { name: 'Kernswitch', parts: short });
    expect(answer.body).toMatchObject({ code: 'SPLIT_SHORT', missingBasisPoints: 50 });
    expect(answer.body.detail.replaceAll('\u00a0', ' ')).toContain('ergeben 99,50 %, es fehlen 0,50 %');
    const over = [...parts.slice(0, 2), { ...parts[2], shareBasisPoints: 1_951 }];
    expect((await finance.post(KEYS, { name: 'Kernswitch', parts: over })).body).toMatchObject({
      code: 'SPLIT_OVER',
      excessBasisPoints: 1,
    });
  });

  test('over both frames splits nothing before the decision is recorded, then to the cent', async () => {
    key = (await finance.post(KEYS, { name: 'Kernswitch', parts })).body.id;
    townHall = await office.site({ number: '10-1', name: 'Rathaus' });
    const investment = {
      name: 'Kernswitch erneuern',
      fiscalYear: 2026,
      amountCents: 1_000_001,
      state: 'planned',
      splitKeyId: key,
    };
    const path = `${SITES}/${townHall}/investments`;
    expect(codeOf(await finance.post(path, investment))).toEqual([409, 'SPLIT_DECISION_NEEDED']);
    const decided = { name: 'Kernswitch', parts, decision: DECISION, reason: 'Beschluss liegt vor', version: 1 };
    expect((await finance.put(`${KEYS}/${key}`, decided)).body).toEqual({ id: key, version: 2 });
    expect((await finance.post(path, investment)).status).toBe(201);
    const site = await office.showSite(townHall);
    expect(site.investments[0]?.shares.map(({ amountCents }) => amountCents)).toEqual([455_001, 350_000, 195_000]);
    expect(site.byZone.map(({ networkZone, years }) => [networkZone, years[0]?.investmentCents])).toEqual([
      ['administration', 455_001],
      ['education', 350_000],
      ['telephony', 195_000],
    ]);
    expect(site.investmentCents).toBe(1_000_001);
  });

  test('keeps its decision while it is used; other shares of the frames need another one; every version stays', async () => {
    const change = { name: 'Kernswitch', parts, reason: 'anders', version: 2 };
    expect(codeOf(await finance.put(`${KEYS}/${key}`, change))).toEqual([409, 'SPLIT_DECISION_NEEDED']);
    const moved = [{ ...parts[0], shareBasisPoints: 4_050 }, { ...parts[1], shareBasisPoints: 4_000 }, { ...parts[2] }];
    const answer = await finance.put(`${KEYS}/${key}`, { ...change, parts: moved, decision: DECISION });
    expect(codeOf(answer)).toEqual([409, 'SPLIT_DECISION_OLD']);
    const [row] = (await finance.get(KEYS)).body;
    expect(row).toMatchObject({ isMixed: true, needsDecision: false, investments: 1, decision: DECISION, version: 2 });
    expect(
      row.history.map(({ version, decision }: { version: number; decision: unknown }) => [version, decision]),
    ).toEqual([
      [2, DECISION],
      [1, null],
    ]);
    await expect(asOwner(app, (owner) => owner.query(`UPDATE split_key_version SET parts = '[]'`))).rejects.toThrow(
      'append-only',
    );
  });

  test('of one network the frames never mix without a decision', async () => {
    const investment = {
      name: 'WLAN im Lehrerzimmer',
      fiscalYear: 2026,
      amountCents: 500_000,
      state: 'planned',
      networkZone: 'administration',
      frame: 'SCHOOL_NET',
    };
    const path = `${SITES}/${townHall}/investments`;
    expect(codeOf(await finance.post(path, investment))).toEqual([409, 'FRAME_DECISION_NEEDED']);
    const tomorrow = { ...DECISION, decidedOn: '2027-01-01' };
    expect(codeOf(await finance.post(path, { ...investment, decision: tomorrow }))).toEqual([409, 'DECISION_DATE']);
    const made = await finance.post(path, { ...investment, decision: DECISION });
    expect(made.status).toBe(201);
    const dropped = { ...investment, decision: DECISION, state: 'dropped', reason: 'zu teuer', version: 1 };
    expect((await finance.put(`${path}/${made.body.id}`, dropped)).status).toBe(200);
    expect((await office.showSite(townHall)).investmentCents).toBe(1_000_001);
  });
});

test('a head looks after the sites of the own unit; split keys are finance’s', async () => {
  const head = await loginAs(app, 'department_head');
  const site = { number: '40-7', name: 'Grundschule Altstadt', kind: 'school', address: '', zones: ['education'] };
  expect(codeOf(await head.post(SITES, site))).toEqual([404, 'NOT_FOUND']);
  const made = await head.post(SITES, { ...site, unitId: city.units.school });
  expect(made.status).toBe(201);
  const other = await loginAs(app, 'other_head');
  expect((await other.get(`${SITES}/${made.body.id}?fiscalYear=2026`)).body.mayWrite).toBe(false);
  expect((await other.delete(`${SITES}/${made.body.id}?version=1`)).status).toBe(404);
  expect((await head.post(KEYS, { name: 'x', parts: [] })).status).toBe(403);
});
