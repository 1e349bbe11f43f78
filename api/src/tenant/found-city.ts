import { checkText } from '@etatlotse/domain/shared';
import { DataSource } from 'typeorm';
import { issueLink } from '../access';
import { systemClock } from '../platform/clock/clock';
import { RandomIds } from '../platform/clock/ids';
import { ownerDataSourceOptions } from '../platform/database/data-source';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';

/** A city to begin with and its first administrator, who invites everybody else. */
export interface NewCity {
  readonly name: string;
  /** Short name in addresses, e.g. `musterstadt`. */
  readonly slug: string;
  /** Whose budget law applies: `NI`, `NW` or `BW`. */
  readonly land: string;
  readonly adminEmail: string;
  readonly adminName: string;
}

/** What the operator is told once: the link by which the administrator sets a password. */
export interface FoundedCity {
  readonly tenantId: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** Reads the wish for a city from the environment; null where none is named. A half wish stops with a sentence. */
export function readNewCity(env: NodeJS.ProcessEnv): NewCity | null {
  const name = env['ETATLOTSE_CITY_NAME'];
  if (name === undefined || name === '') return null;
  const city = {
    name,
    slug: env['ETATLOTSE_CITY_SLUG'] ?? '',
    land: env['ETATLOTSE_CITY_LAND'] ?? 'NI',
    adminEmail: (env['ETATLOTSE_ADMIN_EMAIL'] ?? '').toLowerCase(),
    adminName: env['ETATLOTSE_ADMIN_NAME'] ?? '',
  };
  const wrong = [
    checkText(city.name, { max: 200, required: true }).ok ? null : 'ETATLOTSE_CITY_NAME',
    /^[a-z0-9-]{2,40}$/.test(city.slug) ? null : 'ETATLOTSE_CITY_SLUG (Kleinbuchstaben, Ziffern, Bindestrich)',
    ['NI', 'NW', 'BW'].includes(city.land) ? null : 'ETATLOTSE_CITY_LAND (NI, NW oder BW)',
    /^[^\s@]+@[^\s@]+$/.test(city.adminEmail) ? null : 'ETATLOTSE_ADMIN_EMAIL',
    checkText(city.adminName, { max: 200, required: true }).ok ? null : 'ETATLOTSE_ADMIN_NAME',
  ].filter((field) => field !== null);
  if (wrong.length > 0) throw new Error(`Für die neue Stadt fehlt oder stimmt nicht: ${wrong.join(', ')}.`);
  return city;
}

/**
 * Founds the city unless one with its short name exists. Runs with the owner's rights before the API starts; the API
 * itself can make no city. Answers the administrator's link, which is stored as a hash and told only here.
 */
export async function foundCity(
  transactions: Transactions,
  city: NewCity,
  tenantId: string,
): Promise<FoundedCity | null> {
  const [known] = await transactions.beforeTenant(`SELECT FROM tenant WHERE slug = $1`, [city.slug]);
  if (known !== undefined) return null;
  return transactions.run({ tenantId, actor: null }, async (tx) => {
    await tx.execute(`INSERT INTO tenant (tenant_id, slug, name, land, created_at) VALUES ($1, $2, $3, $4, $5)`, [
      tenantId,
      city.slug,
      city.name,
      city.land,
      tx.now,
    ]);
    const personId = await insertAdmin(tx, city);
    const issued = await issueLink(tx, personId);
    if (!issued.ok) throw new Error('The first administrator has no link.');
    await tx.audit({ action: 'city.founded', subjectType: 'tenant', subjectId: tenantId, detail: { personId } });
    return { tenantId, link: issued.value.path, expiresAt: issued.value.expiresAt };
  });
}

async function insertAdmin(tx: Transaction, city: NewCity): Promise<string> {
  const personId = tx.nextId();
  await tx.execute(
    `INSERT INTO person (tenant_id, person_id, email, display_name, status, created_at)
     VALUES ($1, $2, $3, $4, 'invited', $5)`,
    [tx.tenantId, personId, city.adminEmail, city.adminName, tx.now],
  );
  await tx.execute(
    `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, valid_from) VALUES ($1, $2, $3, 'admin', $4)`,
    [tx.tenantId, tx.nextId(), personId, tx.today],
  );
  return personId;
}

/** Founds the city named in the environment, if one is, and reports the administrator's link. */
export async function foundCityFromEnvironment(
  env: NodeJS.ProcessEnv,
  report: (event: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const city = readNewCity(env);
  const url = env['DATABASE_URL'];
  if (city === null || url === undefined) return;
  const dataSource = await new DataSource(ownerDataSourceOptions(url)).initialize();
  try {
    const ids = new RandomIds(systemClock);
    const founded = await foundCity(new Transactions(dataSource, systemClock, ids), city, ids.next());
    if (founded !== null) report({ event: 'city', name: city.name, ...founded });
  } finally {
    await dataSource.destroy();
  }
}
