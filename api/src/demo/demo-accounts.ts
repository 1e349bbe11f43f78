import { hash, verify } from '@node-rs/argon2';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import { DEMO_MAIL_DOMAIN, DEMO_PEOPLE } from './demo-people';
import { DEMO_UNITS } from './demo-units';

export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export /** Brings the password of every account up to date, where it has changed since the last start. */
async function refreshPasswords(transactions: Transactions, tenantId: string, password: string): Promise<void> {
  await transactions.run({ tenantId, actor: null }, async (tx) => {
    const [person] = await tx.query<{ password_hash: string }>(
      `SELECT password_hash FROM person WHERE tenant_id = $1 AND email = $2`,
      [tenantId, `admin@${DEMO_MAIL_DOMAIN}`],
    );
    if (person === undefined || (await verify(person.password_hash, password))) return;
    await tx.execute(`UPDATE person SET password_hash = $2 WHERE tenant_id = $1 AND email LIKE $3`, [
      tenantId,
      await hashPassword(password),
      `%@${DEMO_MAIL_DOMAIN}`,
    ]);
  });
}

export async function insertTenant(tx: Transaction): Promise<void> {
  await tx.query(
    `INSERT INTO tenant (tenant_id, slug, name, land, is_demo, created_at)
     VALUES ($1, 'loewenstadt', 'Stadt Löwenstadt', 'NI', true, $2)`,
    [tx.tenantId, tx.now],
  );
}

export async function insertUnits(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const units = new Map<string, string>();
  for (const unit of DEMO_UNITS) {
    const unitId = tx.nextId();
    units.set(unit.code, unitId);
    await tx.query(
      `INSERT INTO org_unit (tenant_id, unit_id, parent_id, level, code, name, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [tx.tenantId, unitId, unit.above === null ? null : units.get(unit.above), unit.level, unit.code, unit.name],
    );
  }
  return units;
}

/** Inserts the accounts and answers the id of the first treasurer. */
export async function insertPeople(
  tx: Transaction,
  units: ReadonlyMap<string, string>,
  bodies: ReadonlyMap<string, string>,
  passwordHash: string,
): Promise<string> {
  let financeId = '';
  for (const person of DEMO_PEOPLE) {
    const personId = tx.nextId();
    if (person.mailbox === 'finanzen') financeId = personId;
    await tx.query(
      `INSERT INTO person (tenant_id, person_id, email, display_name, password_hash, status, created_at)
       VALUES ($1, $2, $3, $4, $5, 'active', $6)`,
      [tx.tenantId, personId, `${person.mailbox}@${DEMO_MAIL_DOMAIN}`, person.displayName, passwordHash, tx.now],
    );
    for (const { role, unit, kind, body } of person.roles) {
      await tx.query(
        `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, kind, unit_id, body_id, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
        [
          ...[tx.tenantId, tx.nextId(), personId, role, kind ?? null, unit === undefined ? null : units.get(unit)],
          body === undefined ? null : bodies.get(body),
        ],
      );
    }
  }
  return financeId;
}
