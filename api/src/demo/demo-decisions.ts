import type { NewMovement } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import { DEMO_MAIL_DOMAIN } from './demo-people';

/** The two treasurers: one records, the other confirms. */
interface Treasurers {
  readonly first: string;
  readonly second: string;
}

/**
 * Gives the lock and the rests of the sample city the decisions behind them, each by two people, so that every movement
 * leads to its reason. A rest leaves the year before, as every carry-over does. Answers the movements to be written.
 */
export async function decideSpecials(
  tx: Transaction,
  special: readonly NewMovement[],
  plan: ReadonlyMap<string, number>,
): Promise<NewMovement[]> {
  const treasurers = await findTreasurers(tx);
  const locks = special.filter(({ kind }) => kind === 'lock');
  const lockId = locks.length === 0 ? null : await insertLock(tx, locks, plan, treasurers);
  const decided: NewMovement[] = [];
  for (const movement of special) {
    if (movement.kind === 'lock') decided.push({ ...movement, decisionId: lockId });
    else if (movement.kind === 'carry_over') decided.push(...(await carryOver(tx, movement, treasurers)));
    else decided.push(movement);
  }
  return decided;
}

async function findTreasurers(tx: Transaction): Promise<Treasurers> {
  const rows = await tx.query<{ email: string; person_id: string }>(
    `SELECT email, person_id FROM person WHERE tenant_id = $1 AND email LIKE $2`,
    [tx.tenantId, `finanzen%@${DEMO_MAIL_DOMAIN}`],
  );
  const idOf = (mailbox: string): string =>
    rows.find(({ email }) => email === `${mailbox}@${DEMO_MAIL_DOMAIN}`)?.person_id ?? '';
  return { first: idOf('finanzen'), second: idOf('finanzen2') };
}

/** Confirmed by two; the council has not been told yet, so that the open task can be seen. */
async function insertLock(
  tx: Transaction,
  locks: readonly NewMovement[],
  plan: ReadonlyMap<string, number>,
  { first, second }: Treasurers,
): Promise<string> {
  const [lockId, stepId] = [tx.nextId(), tx.nextId()];
  const [{ fiscalYear, bookedOn }] = locks as readonly [NewMovement, ...NewMovement[]];
  await tx.execute(
    `INSERT INTO budget_lock (tenant_id, lock_id, fiscal_year, title, method, basis_points, selection, recorded_by, recorded_at)
     VALUES ($1, $2, $3, 'Haushaltssperre 10 % Kern-IT (Demo)', 'percentage', 1000, '{"criteria": {"frame": "CORE"}}', $4, $5)`,
    [tx.tenantId, lockId, fiscalYear, first, tx.now],
  );
  await tx.execute(
    `INSERT INTO budget_lock_step (tenant_id, step_id, lock_id, kind, state, decided_on, decided_by, document, reason,
       recorded_by, recorded_at, confirmed_by, confirmed_at)
     VALUES ($1, $2, $3, 'lock', 'done', $4, 'Oberbürgermeisterin', 'Demo: Verfügung OB 01',
       'Demo: Die Gewerbesteuer bleibt hinter dem Plan zurück.', $5, $7, $6, $7)`,
    [tx.tenantId, stepId, lockId, bookedOn, first, second, tx.now],
  );
  await tx.execute(
    `INSERT INTO budget_lock_amount (tenant_id, step_id, line_id, basis_cents, amount_cents)
     SELECT $1, $2, a."lineId", a."basisCents", a."amountCents"
     FROM jsonb_to_recordset($3::jsonb) AS a("lineId" uuid, "basisCents" bigint, "amountCents" bigint)`,
    [
      tx.tenantId,
      stepId,
      JSON.stringify(
        locks.map(({ lineId, amountCents }) => ({ lineId, amountCents, basisCents: plan.get(lineId) ?? 0 })),
      ),
    ],
  );
  return lockId;
}

async function carryOver(
  tx: Transaction,
  movement: NewMovement,
  { first, second }: Treasurers,
): Promise<readonly NewMovement[]> {
  const id = tx.nextId();
  const fromYear = movement.fiscalYear - 1;
  await tx.execute(
    `INSERT INTO carry_over (tenant_id, carry_over_id, line_id, from_year, origin_year, kind, amount_cents, reason, expires_on,
       state, proposed_by, proposed_at, decided_by, decided_at, decision_note)
     SELECT $1, $2, l.line_id, $4::smallint, $4::smallint, CASE l.sphere WHEN 'investing' THEN 'investment' ELSE 'current' END, $5,
       'Demo: ' || $6, CASE l.sphere WHEN 'investing' THEN NULL ELSE $10::date END,
       'approved', $7, $9, $8, $9, 'Demo'
     FROM budget_line l WHERE l.tenant_id = $1 AND l.line_id = $3`,
    [
      tx.tenantId,
      id,
      movement.lineId,
      fromYear,
      movement.amountCents,
      movement.text,
      first,
      second,
      tx.now,
      `${movement.fiscalYear}-12-31`,
    ],
  );
  return [
    {
      ...movement,
      fiscalYear: fromYear,
      amountCents: -movement.amountCents,
      bookedOn: `${fromYear}-12-31`,
      decisionId: id,
    },
    { ...movement, decisionId: id },
  ];
}

/** The department has looked through its lines in autumn and asked for what its open orders still need. */
export async function proposeRests(tx: Transaction, fiscalYear: number): Promise<void> {
  if (tx.today < `${fiscalYear}-10-01`) return;
  await tx.execute(
    `INSERT INTO carry_over (tenant_id, carry_over_id, line_id, from_year, origin_year, kind, amount_cents, reason, state,
       proposed_by, proposed_at)
     SELECT $1, gen_random_uuid(), l.line_id, b.fiscal_year, b.fiscal_year, CASE l.sphere WHEN 'investing' THEN 'investment' ELSE 'current' END,
       b.commitment_cents, 'Demo: Bestellt, Lieferung erst im neuen Jahr.', 'proposed', p.person_id, $4
     FROM line_balance b
     JOIN budget_line l ON l.tenant_id = b.tenant_id AND l.line_id = b.line_id
     JOIN org_unit u ON u.tenant_id = l.tenant_id AND u.unit_id = l.unit_id AND u.code LIKE '%40%'
     JOIN person p ON p.tenant_id = l.tenant_id AND p.email = $3
     WHERE b.tenant_id = $1 AND b.fiscal_year = $2::smallint AND b.commitment_cents > 0
       AND b.commitment_cents <= b.adjusted_cents - b.lock_cents - b.actual_cents
     ORDER BY b.commitment_cents DESC, l.number LIMIT 4`,
    [tx.tenantId, fiscalYear, `fachbereich@${DEMO_MAIL_DOMAIN}`, tx.now],
  );
}
