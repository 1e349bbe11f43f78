// The same ledger with every line in a cover pool: ten lines that answer for each other, two hundred times.
import { LINES, TENANT } from './ledger.mjs';
import { addressOf, withClient } from './world.mjs';

const POOLS = 200;

const KINDS = [
  ...['appropriation', 'carry_over', 'over_plan', 'outside_plan', 'earmark'],
  ...['transfer', 'lock', 'reservation', 'commitment', 'actual'],
];
const poolId = (number) => `('01900000-0007-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const lineIdOf = (number) => `('01900000-0003-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const pooled = [
  `INSERT INTO cover_pool (tenant_id, pool_id, code, name)
   SELECT '${TENANT}', ${poolId('n')}, 'DK ' || n, 'Deckungskreis ' || n FROM generate_series(1, ${POOLS}) n`,
  // A pool never mixes current and investment lines, and every eighth line is an investment.
  `UPDATE budget_line SET sphere = 'operating' WHERE tenant_id = '${TENANT}'`,
  `UPDATE budget_line l SET pool_id = ${poolId(`n % ${POOLS} + 1`)} FROM generate_series(1, ${LINES}) n
   WHERE l.tenant_id = '${TENANT}' AND l.line_id = ${lineIdOf('n')}`,
  `INSERT INTO pool_balance (tenant_id, pool_id, fiscal_year, ${KINDS.map((kind) => `${kind}_cents`).join(', ')}, movements, last_recorded_at)
   SELECT b.tenant_id, l.pool_id, b.fiscal_year, ${KINDS.map((kind) => `sum(b.${kind}_cents)`).join(', ')},
     sum(b.movements), max(b.last_recorded_at)
   FROM line_balance b JOIN budget_line l USING (tenant_id, line_id) GROUP BY 1, 2, 3`,
];

/** A copy of a ledger that nobody is connected to. */
export async function makePooledLedger(place, name, template) {
  await withClient(addressOf(place, 'postgres'), (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  await withClient(addressOf(place, name), async (client) => {
    for (const statement of pooled) await client.query(statement);
    await client.query('VACUUM ANALYZE budget_line, cover_pool, pool_balance');
  });
}
