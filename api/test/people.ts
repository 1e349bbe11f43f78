import { hash } from '@node-rs/argon2';
import type { Role } from '@etatlotse/domain/access';
import { Client } from 'pg';
import { IDS, type Ids } from '../src/platform/clock/ids';
import { csrfTokenOf, hashSecret } from '../src/platform/secrets/secret';
import { httpClient, type HttpClient } from './http-client';
import type { TestApp } from './test-app';

/** One person of each role, and those whom a case needs a second time. */
export type Persona = Role | 'admin2' | 'finance2' | 'other_clerk' | 'other_head';

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
}

/** A city with its tree and its people. `units.school` and below is theirs; `units.parks` is somebody else's. */
export interface City {
  readonly tenantId: string;
  readonly slug: string;
  readonly name: string;
  readonly units: {
    /** Dezernat II, above everything else. */
    readonly directorate: string;
    /** Fachbereich Schule: clerk, head and coordinator work here. */
    readonly school: string;
    /** Abteilung below Fachbereich Schule. */
    readonly schoolDivision: string;
    /** Fachbereich Stadtgrün: other_clerk and other_head work here. */
    readonly parks: string;
  };
  readonly people: Readonly<Record<Persona, TestPerson>>;
  /** The one on which the committee of the test cities sits. It plans no budget and has no meetings. */
  readonly bodyId: string;
}

/** Everybody's password in the test cities. */
export const TEST_PASSWORD = 'Nordwind Teetasse 48';

const cities = new WeakMap<TestApp, City>();
let passwordHash: Promise<string> | undefined;

/** Makes a city. The first one of an app is the one that `loginAs` uses when none is named. */
export async function createCity(app: TestApp, slug = 'musterstadt', name = 'Musterstadt'): Promise<City> {
  const ids = app.app.get<Ids>(IDS);
  const tenantId = ids.next();
  passwordHash ??= hash(TEST_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const secretHash = await passwordHash;
  const units = { directorate: ids.next(), school: ids.next(), schoolDivision: ids.next(), parks: ids.next() };
  const bodyId = ids.next();
  const people = {} as Record<Persona, TestPerson>;
  await asOwner(app, async (owner) => {
    const now = app.clock.now();
    await owner.query(`INSERT INTO tenant (tenant_id, slug, name, land, created_at) VALUES ($1, $2, $3, 'NI', $4)`, [
      tenantId,
      slug,
      name,
      now,
    ]);
    for (const [id, parent, level, code, unitName] of [
      [units.directorate, null, 'directorate', 'II', 'Dezernat II'],
      [units.school, units.directorate, 'department', '40', 'Fachbereich Schule'],
      [units.schoolDivision, units.school, 'division', '40.1', 'Abteilung Schulverwaltung'],
      [units.parks, units.directorate, 'department', '67', 'Fachbereich Stadtgrün'],
    ]) {
      await owner.query(
        `INSERT INTO org_unit (tenant_id, unit_id, parent_id, level, code, name, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
        [tenantId, id, parent, level, code, unitName],
      );
    }
    await owner.query(
      `INSERT INTO council_body (tenant_id, body_id, kind, name, paper_lead_days, is_for_budget)
       VALUES ($1, $2, 'committee', 'Ausschuss ohne Sitzungen', 14, false)`,
      [tenantId, bodyId],
    );
    for (const [persona, role, kind, unit] of personas(units)) {
      const person = { id: ids.next(), email: `${persona}@${slug}.example`, displayName: `Test ${persona}` };
      people[persona] = person;
      await owner.query(
        `INSERT INTO person (tenant_id, person_id, email, display_name, password_hash, status, created_at)
         VALUES ($1, $2, $3, $4, $5, 'active', $6)`,
        [tenantId, person.id, person.email, person.displayName, secretHash, now],
      );
      await owner.query(
        `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, kind, unit_id, body_id, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
        [tenantId, ids.next(), person.id, role, kind, unit, role === 'committee' ? bodyId : null],
      );
    }
  });
  const city: City = { tenantId, slug, name, units, people, bodyId };
  if (!cities.has(app)) cities.set(app, city);
  return city;
}

/** Gives the committee's member a seat on one more body. */
export async function seatOn(app: TestApp, city: City, bodyId: string): Promise<void> {
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, body_id, valid_from)
       VALUES ($1, gen_random_uuid(), $2, 'committee', $3, '2020-01-01')`,
      [city.tenantId, city.people.committee.id, bodyId],
    ),
  );
}

/** A second city on the same installation, for everything that must not cross. */
export const createOtherCity = (app: TestApp): Promise<City> => createCity(app, 'nachbarstadt', 'Nachbarstadt');

/**
 * Somebody with an open login, ready to call the API. The session is put into the database directly, so a test file
 * pays for no password. It lasts 30 minutes of the test's clock without a call; log in again after moving it.
 */
export async function loginAs(app: TestApp, who: Persona, city?: City): Promise<HttpClient> {
  const home = city ?? cities.get(app) ?? (await createCity(app));
  return loginPerson(app, home.tenantId, home.people[who].id);
}

export async function loginPerson(app: TestApp, tenantId: string, personId: string): Promise<HttpClient> {
  const ids = app.app.get<Ids>(IDS);
  const secret = ids.secret();
  const csrf = csrfTokenOf(secret);
  const now = app.clock.now();
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO login_session (tenant_id, session_id, secret_hash, csrf_hash, person_id, created_at, last_seen_at,
         expires_at, device)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 'Test')`,
      [tenantId, ids.next(), hashSecret(secret), hashSecret(csrf), personId, now, new Date(now.getTime() + 36_000_000)],
    ),
  );
  return httpClient(app.url, { cookie: `sid=${secret}`, 'x-csrf-token': csrf });
}

/** Looks behind the API or plants rows: a connection of the owner, who sees every city. */
export async function asOwner<Result>(app: TestApp, work: (owner: Client) => Promise<Result>): Promise<Result> {
  const owner = new Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

type PersonaRow = readonly [Persona, Role, string | null, string | null];

function personas(units: City['units']): readonly PersonaRow[] {
  return [
    ['admin', 'admin', null, null],
    ['admin2', 'admin', null, null],
    ['finance', 'finance', null, null],
    ['finance2', 'finance', null, null],
    ['clerk', 'clerk', null, units.school],
    ['other_clerk', 'clerk', null, units.parks],
    ['department_head', 'department_head', null, units.school],
    ['other_head', 'department_head', null, units.parks],
    ['coordinator', 'coordinator', 'it', units.school],
    ['reviewer', 'reviewer', 'it_organisation', null],
    ['personnel_office', 'personnel_office', null, null],
    ['council_office', 'council_office', null, null],
    ['auditor', 'auditor', null, null],
    ['committee', 'committee', null, null],
  ];
}
