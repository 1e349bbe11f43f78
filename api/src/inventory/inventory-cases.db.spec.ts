import type { DeskDetail, SystemProposalPage, TrainingQuotaPage } from '@etatlotse/contracts/inventory';
import { addContract } from '../../test/contracts';
import type { Answer, HttpClient } from '../../test/http-client';
import { addLine, openYear } from '../../test/ledger-builder';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { addRecord, listRecords, type RegisterName, recordOf, registerPath, showRecord } from '../../test/registers';
import { startTestApp, type TestApp } from '../../test/test-app';
import { Transactions } from '../platform/database/transactions';
import { trainingQuotas } from './index';

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const show = async (register: RegisterName, id: string, year = 2026) =>
  (await showRecord(finance, register, id, year)).body;
const entry = (register: RegisterName, id: string, what: string, body: object): Promise<Answer> =>
  finance.post(`${registerPath(register)}/${id}/${what}`, body);

describe('Systeme', () => {
  test('what a contract costs is the cost of its system; a contract of two systems is the cost of none, until a share is stated', async () => {
    const lineId = await addLine(app, city, { number: '4S.801', appropriationCents: 0 });
    const contractId = await addContract(finance, { lineId });
    const first = await addRecord(finance, 'systems', { name: 'Geteilt A', contractId, securityBasisPoints: 1_250 });
    expect(await show('systems', first)).toMatchObject({
      yearCents: 1_200_000,
      securityCents: 150_000,
      contractShared: 0,
    });
    await addRecord(finance, 'systems', { name: 'Geteilt B', contractId, yearlyCents: 300_000 });
    expect(await show('systems', first)).toMatchObject({ yearCents: null, securityCents: null, contractShared: 1 });
    const { totals } = await listRecords(finance, 'systems', '&q=Geteilt');
    expect(totals).toMatchObject({ yearCents: 300_000, withoutCost: 1, securityCents: 0, withoutShare: 2 });
  });

  test('end of support within 24 months and dated duties propose demands, with what is known of the amount', async () => {
    const name = (word: string): string => `Vorschlag ${word}`;
    await addRecord(finance, 'systems', {
      name: name('Alt'),
      supportEndsOn: '2028-10-05',
      modernisationCents: 4_500_000,
    });
    await addRecord(finance, 'systems', { name: name('Neu'), supportEndsOn: '2028-10-06' });
    const duty = { reason: 'legal_duty', norm: '§ 3 OZG', dueOn: '2027-12-31' };
    await addRecord(finance, 'systems', { name: name('Pflicht'), ...duty });
    await addRecord(finance, 'systems', { name: name('Stillgelegt'), supportEndsOn: '2026-01-01', state: 'retired' });
    const page: SystemProposalPage = (await finance.get('/api/v1/systems/proposals?fiscalYear=2026&q=Vorschlag')).body;
    expect(page.rows.map((row) => [row.title, row.fiscalYear, row.reason, row.amountCents])).toEqual([
      [name('Alt'), 2028, 'end_of_support', 4_500_000],
      [name('Pflicht'), 2027, 'legal_duty', null],
    ]);
    expect(page.totals).toEqual({ count: 2, knownCents: 4_500_000, unknown: 1 });
    const ending = await listRecords(finance, 'systems', '&q=Vorschlag&isEnding=true');
    expect(ending.rows.map((row: { name: string }) => row.name)).toEqual([name('Alt')]);
  });

  test.each<[object, number, string]>([
    [{ reason: 'legal_duty', norm: '§ 3 OZG' }, 409, 'SYSTEM_NORM_NEEDED'],
    [{ reason: 'end_of_support' }, 409, 'SYSTEM_SUPPORT_NEEDED'],
    [{ securityBasisPoints: 10_001 }, 422, 'NUMBER_INVALID'],
    [{ yearlyCents: -1 }, 422, 'AMOUNT_RANGE'],
  ])('%j is refused', async (wish, status, code) => {
    const answer = await finance.post('/api/v1/systems', recordOf('systems', wish));
    expect([answer.status, answer.body.errors?.[0]?.code ?? answer.body.code]).toEqual([status, code]);
  });
});

describe('Schulungen', () => {
  const session = async (training: string, seats: number, startsOn = '2026-09-15'): Promise<string> => {
    const { version } = await show('trainings', training);
    return (await entry('trainings', training, 'sessions', { startsOn, seats, place: '', version })).body.id;
  };
  const attend = async (training: string, id: string, wish: object): Promise<Answer> => {
    const { version, allSessions } = await show('trainings', training);
    const known = allSessions.find((one: { id: string }) => one.id === id) ?? {};
    const { startsOn = '2026-09-15', seats = 10, place = '' } = known;
    return finance.put(`/api/v1/trainings/${training}/sessions/${id}`, {
      ...{ startsOn, seats, place, attendance: null, version },
      ...wish,
    });
  };

  test('costs its seats; attendance above the seats is refused; what nobody took is free', async () => {
    const training = await addRecord(finance, 'trainings', { name: 'Plätze DMS' });
    const id = await session(training, 12);
    const from = (people: number): object => ({ attendance: [{ unitId: city.units.school, people }] });
    expect((await attend(training, id, from(13))).body).toMatchObject({
      code: 'TRAINING_SEATS',
      seats: 12,
      people: 13,
    });
    expect((await attend(training, id, from(9))).status).toBe(200);
    const shown = await show('trainings', training);
    expect(shown).toMatchObject({ seats: 12, attended: 9, costCents: 226_800 });
    expect(shown.allSessions).toMatchObject([
      { costCents: 226_800, attended: 9, free: 3, attendance: [{ people: 9 }] },
    ]);
    const { totals } = await listRecords(finance, 'trainings', '&q=Plätze');
    expect(totals).toMatchObject({ seats: 12, attended: 9, unused: 3, costCents: 226_800 });
    expect((await listRecords(finance, 'trainings', '&q=Plätze', 2025)).totals.seats).toBe(0);
  });

  test('attendance waits until the day has come, names units that exist, and each of them once', async () => {
    const training = await addRecord(finance, 'trainings', { name: 'Später' });
    const ahead = await session(training, 10, '2026-12-01');
    const one = { unitId: city.units.school, people: 1 };
    expect((await attend(training, ahead, { attendance: [one] })).body.code).toBe('TRAINING_SESSION_AHEAD');
    const held = await session(training, 10);
    expect((await attend(training, held, { attendance: [one, one] })).body.code).toBe('TRAINING_UNIT_TWICE');
    const nowhere = { unitId: '00000000-0000-7000-8000-000000000000', people: 1 };
    expect((await attend(training, held, { attendance: [nowhere] })).body.code).toBe('RECORD_UNIT_UNKNOWN');
    expect((await attend(training, nowhere.unitId, {})).status).toBe(404);
    const free = await finance.post('/api/v1/trainings', recordOf('trainings', { unitPriceCents: null }));
    expect(free.body.code).toBe('TRAINING_PAYMENT_NEEDED');
  });

  test('the quota of a unit counts people of its divisions, and other features read it', async () => {
    const training = await addRecord(finance, 'trainings', { name: 'Quote KI', technology: 'ai' });
    const id = await session(training, 50);
    const attendance = [
      { unitId: city.units.school, people: 20 },
      { unitId: city.units.schoolDivision, people: 10 },
    ];
    await attend(training, id, { attendance });
    const target = { unitId: city.units.school, technology: 'ai', people: 40, version: 0 };
    expect((await finance.put('/api/v1/trainings/targets', target)).body.version).toBe(1);
    expect((await finance.put('/api/v1/trainings/targets', target)).body.code).toBe('VERSION_STALE');
    const { rows }: TrainingQuotaPage = (await finance.get('/api/v1/trainings/quotas?technology=ai')).body;
    expect(rows).toMatchObject([
      { unit: { code: '40' }, trained: 30, toTrain: 40, basisPoints: 7_500, mayWrite: true },
    ]);
    const parks = await loginAs(app, 'other_head');
    expect((await parks.get('/api/v1/trainings/quotas')).body.rows).toEqual([]);
    expect((await parks.put('/api/v1/trainings/targets', { ...target, version: 1 })).status).toBe(404);
    const read = await app.app
      .get(Transactions)
      .run({ tenantId: city.tenantId, actor: null }, (tx) =>
        trainingQuotas(tx, { units: [city.units.school], technology: 'ai' }),
      );
    expect(read).toMatchObject([{ technology: 'ai', trained: 30, toTrain: 40, basisPoints: 7_500 }]);
  });
});

describe('Prozesse', () => {
  test('stages keep their order, hours are measured year by year, and a built process is looked at again', async () => {
    const built = { recordedOn: '2025-02-01', optimisedOn: '2025-04-01', workflowOn: '2025-09-01' };
    const id = await addRecord(finance, 'processes', {
      name: 'Stufen Rechnungseingang',
      ...{ ...built, builtBy: 'Digitalgesellschaft', isInHouse: true, plannedHours: 900, reviewMonths: 12 },
    });
    const measure = (hours: number, version: number): Promise<Answer> =>
      entry('processes', id, 'measurements', { fiscalYear: 2026, hours, basis: 'Zeiterfassung', version });
    await measure(600, 1);
    await measure(640, 2);
    expect(await show('processes', id)).toMatchObject({
      stage: 'workflow',
      measuredHours: 640,
      reviewDueOn: '2026-09-01',
      isReviewDue: true,
      years: [{ fiscalYear: 2026, hours: 640, recordedBy: 'Test finance' }],
    });
    expect((await measure(700, 2)).body.code).toBe('VERSION_STALE');
    const skipped = recordOf('processes', { ...built, optimisedOn: null });
    expect((await finance.post('/api/v1/processes', skipped)).body.code).toBe('PROCESS_STAGE_ORDER');
    const ahead = recordOf('processes', { ...built, workflowOn: '2026-10-06' });
    expect((await finance.post('/api/v1/processes', ahead)).body.code).toBe('PROCESS_STAGE_AHEAD');
    const { totals } = await listRecords(finance, 'processes', '&q=Stufen&stage=workflow&isInHouse=true');
    expect(totals).toMatchObject({ count: 1, workflow: 1, reviewsDue: 1, plannedHours: 900, measuredHours: 640 });
  });
});

describe('Angebote', () => {
  test('work begins when money is known and the question of tax is answered; every step stays', async () => {
    const record = recordOf('offers', { name: 'Angebot Fraktion' });
    const { id } = (await finance.post('/api/v1/offers', record)).body;
    const step = (to: string, version: number, happenedOn = '2026-06-01'): Promise<Answer> =>
      entry('offers', id, 'steps', { to, happenedOn, reason: 'Zusage liegt vor', version });
    expect((await step('running', 1)).body.code).toBe('OFFER_STEP');
    expect((await step('accepted', 1, '2026-10-06')).body.code).toBe('OFFER_STEP_AHEAD');
    expect((await step('accepted', 1)).status).toBe(201);
    expect((await step('running', 2)).body.code).toBe('OFFER_VAT_OPEN');
    const answered = { ...record, vatAnswer: 'not_taxable' };
    await finance.put(`/api/v1/offers/${id}`, { ...answered, version: 2 });
    expect((await step('running', 3)).status).toBe(201);
    const forgotten = { ...answered, costCents: null, version: 4 };
    expect((await finance.put(`/api/v1/offers/${id}`, forgotten)).body.code).toBe('OFFER_MONEY_UNKNOWN');
    const shown = await show('offers', id);
    expect(shown).toMatchObject({ state: 'running', uncoveredCents: 100_000 });
    expect(shown.steps.map(({ state }: { state: string }) => state)).toEqual(['running', 'accepted']);
    const { totals } = await listRecords(finance, 'offers', '&q=Angebot');
    expect(totals).toMatchObject({ active: 1, vatOpen: 0, uncoveredCents: 100_000 });
    expect((await listRecords(finance, 'offers', '&q=Angebot', 2025)).rows).toEqual([]);
  });
});

describe('Stellen', () => {
  test('the history only grows: a correction names what it puts right, and both stay', async () => {
    const id = await addRecord(finance, 'desks', { name: 'Verlauf IT-Sicherheit' });
    const add = (wish: object): Promise<Answer> =>
      entry('desks', id, 'fte', {
        ...{ validFrom: '2024-01-01', fteHundredths: 100, reason: 'Stellenplan', supersedesId: null, version: 1 },
        ...wish,
      });
    expect((await show('desks', id)).fteHundredths).toBeNull();
    const first = (await add({})).body.id;
    await add({ validFrom: '2026-01-01', fteHundredths: 250, version: 2 });
    expect((await add({ version: 3 })).body.code).toBe('DESK_FTE_TWICE');
    expect((await add({ fteHundredths: 150, supersedesId: first, version: 3 })).status).toBe(201);
    expect((await add({ supersedesId: first, version: 4 })).body.code).toBe('DESK_FTE_SUPERSEDED');
    const foreign = { supersedesId: '00000000-0000-7000-8000-000000000000', version: 4 };
    expect((await add(foreign)).status).toBe(404);
    const shown: DeskDetail = await show('desks', id);
    expect(shown.fteHundredths).toBe(250);
    expect(shown.history.map((one) => [one.validFrom, one.fteHundredths, one.isSuperseded])).toEqual([
      ['2026-01-01', 250, false],
      ['2024-01-01', 150, false],
      ['2024-01-01', 100, true],
    ]);
    const { rowCount } = await asOwner(app, (owner) => owner.query(`SELECT FROM desk_fte WHERE desk_id = $1`, [id]));
    expect(rowCount).toBe(3);
  });

  test('somebody who sits there can be named and taken out; coordinators belong to a department', async () => {
    const record = recordOf('desks', { personId: city.people.coordinator.id });
    const { id } = (await finance.post('/api/v1/desks', record)).body;
    expect((await show('desks', id)).person).toMatchObject({ displayName: 'Test coordinator' });
    await finance.put(`/api/v1/desks/${id}`, { ...record, personId: null, version: 1 });
    expect((await show('desks', id)).person).toBeNull();
    const stranger = recordOf('desks', { personId: '00000000-0000-7000-8000-000000000000' });
    expect((await finance.post('/api/v1/desks', stranger)).body.code).toBe('DESK_PERSON_UNKNOWN');
    const homeless = recordOf('desks', { kind: 'coordinator_ozg' });
    expect((await finance.post('/api/v1/desks', homeless)).body.code).toBe('DESK_UNIT_NEEDED');
    const ended = await addRecord(finance, 'desks', { name: 'Ehemals AG Portal', endsOn: '2025-12-31' });
    expect((await listRecords(finance, 'desks', '&q=Ehemals')).rows).toEqual([]);
    expect((await listRecords(finance, 'desks', '&q=Ehemals&withEnded=true')).rows).toMatchObject([
      { id: ended, isStanding: false },
    ]);
  });
});
