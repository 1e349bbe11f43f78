import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DEMANDS, PHASES, ROUNDS } from '../demand-office';
import type { Answer, HttpClient } from '../http-client';
import { addLine, openYear, setCeiling } from '../ledger-builder';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../people';
import type { TestApp } from '../test-app';

/** An open round with a draft of a coordinator, and a draft of the neighbour. */
export interface DemandStage {
  readonly coordinator: HttpClient;
  readonly roundId: string;
  readonly unitId: string;
  readonly draftId: string;
  readonly neighbourId: string;
}

/** The city that the attempts meet: one line with plenty left, a neighbour with a line of its own, and a deleted filter. */
export interface Stage {
  readonly app: TestApp;
  readonly city: City;
  readonly finance: HttpClient;
  readonly lineId: string;
  /** A line whose year has closed books. */
  readonly closedYearLineId: string;
  readonly neighbourLineId: string;
  readonly deletedFilterId: string;
  readonly demand: DemandStage;
  /** Looks behind the API. */
  readonly owner: Client;
}

export async function openStage(app: TestApp): Promise<Stage> {
  const city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  const lineId = await addLine(app, city, { number: '4S.100210', appropriationCents: 100_000_000 });
  await openYear(app, city, 2025);
  const closedYearLineId = await addLine(app, city, { number: '4S.100211', appropriationCents: 1_000_000 }, 2025);
  await asOwner(app, (owner) => owner.query(`UPDATE fiscal_year SET books_state = 'closed' WHERE fiscal_year = 2025`));
  const neighbour = await createOtherCity(app);
  await openYear(app, neighbour, 2026);
  const neighbourLineId = await addLine(app, neighbour, { number: '1.000001', appropriationCents: 100 });
  const finance = await loginAs(app, 'finance', city);
  const { body } = await finance.post('/api/v1/budget/filters', { name: 'Weg', criteria: {}, marksIt: false });
  await finance.delete(`/api/v1/budget/filters/${body.id}?version=1`);
  const owner = new Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  const demand = await openDemands(app, city, neighbour);
  const deletedFilterId = body.id as string;
  return { app, city, owner, finance, lineId, closedYearLineId, neighbourLineId, deletedFilterId, demand };
}

async function openDemands(app: TestApp, city: City, neighbour: City): Promise<DemandStage> {
  const { draftId: neighbourId } = await openRound(app, neighbour);
  return { ...(await openRound(app, city)), neighbourId };
}

/** A round that takes demands, with one draft. */
async function openRound(app: TestApp, city: City): Promise<Omit<DemandStage, 'neighbourId'>> {
  const finance = await loginAs(app, 'finance', city);
  const coordinator = await loginAs(app, 'coordinator', city);
  const round = { firstYear: 2027, lastYear: 2027, callLetter: '', phases: PHASES };
  const roundId = (await finance.post(ROUNDS, round)).body.id as string;
  await finance.post(`${ROUNDS}/${roundId}/steps`, { step: 'open', version: 1 });
  const unitId = city.units.school;
  const draftId = (await coordinator.post(DEMANDS, { roundId, unitId, title: 'Messgeräte' })).body.id as string;
  return { coordinator, roundId, unitId, draftId };
}

/** A booking that is right in every field. */
export const goodBooking = ({ lineId }: Stage): Record<string, unknown> => ({
  lineId,
  fiscalYear: 2026,
  kind: 'commitment',
  amountCents: 1,
  bookedOn: '2026-10-05',
  text: 'Lizenzen',
});

/** An order that is right in every field. */
export const goodOrder = ({ lineId }: Stage): Record<string, unknown> => ({
  lineId,
  fiscalYear: 2026,
  number: `B-${randomUUID()}`,
  opening: 'place',
  amountCents: 1,
  orderedOn: '2026-10-05',
  subject: 'Scan-Dienstleistung',
});

/** Sends a body exactly as it is written. */
export function sendRaw(
  { finance }: Stage,
  path: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return sendBytes(finance, `POST ${path}`, body, headers);
}

/** The same by anybody, with the method before the path. */
export function sendBytes(
  client: HttpClient,
  route: `${'POST' | 'PUT'} ${string}`,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const [method, path = ''] = route.split(' ', 2);
  return client.send(path, {
    method,
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
  });
}

/** Changes a line; `address` stands in the path as it is. */
export function changeLine({ finance }: Stage, address: string, body: object): Promise<Answer> {
  return finance.send(`/api/v1/budget/lines/${address}`, {
    method: 'PATCH',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

/** How many rows each table holds; counters of attempts and the session's last visit are no business. */
export async function rowCounts({ owner }: Pick<Stage, 'owner'>): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT c.relispartition AND c.relname NOT IN ('attempt_counter', 'login_session') ORDER BY 1`,
  );
  const counts = tables.rows.map(({ name }) => `(SELECT count(*) FROM ${name}) AS ${name}`);
  return (await owner.query<Record<string, string>>(`SELECT ${counts.join(', ')}`)).rows[0] ?? {};
}
