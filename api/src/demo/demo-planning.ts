import type { ProvisionalClaim } from '@etatlotse/domain/budget';
import type { NewMovement } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import type { PlacedLine } from './demo-money';

/** The budget of the first year came late: what was ordered before it stands on a ground of § 116 NKomVG. */
export const LATE_BUDGET = { displayEnds: '02-12', inForce: '02-13' } as const;

/**
 * Marks every order of a year that was placed before its budget was in force, with all that followed from it, so that the
 * sum of a ground is what its orders bind and have spent.
 */
export function markedBeforeBudget(
  movements: readonly NewMovement[],
  lines: readonly PlacedLine[],
  inForceOn: string,
): NewMovement[] {
  const lineOf = new Map(lines.map((line) => [line.lineId, line]));
  const early = new Set(
    movements.flatMap(({ orderId, bookedOn }) =>
      typeof orderId === 'string' && bookedOn < inForceOn ? [orderId] : [],
    ),
  );
  return movements.map((movement) => {
    const line = lineOf.get(movement.lineId);
    const isEarly = typeof movement.orderId === 'string' && early.has(movement.orderId);
    return isEarly && line !== undefined ? { ...movement, provisional: groundOf(line) } : movement;
  });
}

function groundOf(line: PlacedLine): ProvisionalClaim {
  if (line.sphere === 'investing') return { ground: 'continued_investment', basis: 'Demo: Bauabschnitt des Vorjahrs' };
  return line.rhythm === 'monthly'
    ? { ground: 'legal_duty', basis: 'Demo: laufender Wartungsvertrag' }
    : { ground: 'unpostponable', basis: 'Demo: der Betrieb der Verfahren geht weiter' };
}

/** What the Nachtrag of the running year changes, and what the council made of it so far. Amounts are whole cents. */
const CHANGED = [
  { name: 'DMS-Ausbau', cents: 12_000_000 },
  { name: 'Speichersysteme', cents: -1_000_000 },
] as const;
const CHANGES = [
  {
    ...{ kind: 'administration', code: '', origin: 'Fachbereich 10', title: 'Speicher günstiger beschafft' },
    ...{ line: 'Speichersysteme', cents: -2_000_000, result: 'accepted', committee: 'Finanzausschuss' },
  },
  {
    ...{ kind: 'motion', code: 'FWE197', origin: 'Fraktion Rot', title: 'Mehr Schulungen zum DMS' },
    ...{ line: 'DMS-Ausbau', cents: 10_000_000, result: 'rejected', committee: 'Finanzausschuss' },
  },
  {
    ...{ kind: 'motion', code: 'FWE198', origin: 'Stadtbezirksrat 120', title: 'Postscan auch in den Außenstellen' },
    ...{ line: 'DMS-Ausbau', cents: 8_000_000, result: 'accepted', committee: 'Finanzausschuss' },
  },
  {
    ...{ kind: 'motion', code: 'FWE201', origin: 'Fraktion Grün', title: 'Workflows schneller ausrollen' },
    ...{ line: 'Workflow-Aufbau', cents: 3_000_000, result: 'open', committee: '' },
  },
] as const;

/** Where the running plan stands and who works on it. */
export interface DemoPlanning {
  readonly fiscalYear: number;
  readonly runningId: string;
  readonly personId: string;
}

/** A Nachtrag before the council: its question about the extra authority is answered, one motion is still open. */
export async function seedSupplement(
  tx: Transaction,
  lines: readonly PlacedLine[],
  { fiscalYear, runningId, personId }: DemoPlanning,
): Promise<void> {
  const find = (name: string): string => {
    const line = lines.find((candidate) => candidate.name.startsWith(name));
    if (line === undefined) throw new RangeError(`The sample city has no line ${name}.`);
    return line.lineId;
  };
  const versionId = tx.nextId();
  await tx.query(
    `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, based_on_id, created_by, created_at)
     VALUES ($1, $2, $3, 'supplementary', $4, $4, 'draft', $5, $6, $7)`,
    [tx.tenantId, versionId, `Nachtrag ${fiscalYear} (Demo)`, fiscalYear, runningId, personId, tx.now],
  );
  await tx.query(
    `INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
     SELECT tenant_id, $2, line_id, fiscal_year, amount_cents FROM plan_amount WHERE tenant_id = $1 AND version_id = $3`,
    [tx.tenantId, versionId, runningId],
  );
  for (const { name, cents } of CHANGED) await addToPlan(tx, versionId, find(name), fiscalYear, cents);
  await tx.query(
    `INSERT INTO plan_version_step (tenant_id, version_id, version, step, taken_by, taken_at)
     VALUES ($1, $2, 2, 'introduce', $3, $4)`,
    [tx.tenantId, versionId, personId, tx.now],
  );
  await tx.query(`UPDATE plan_version SET state = 'introduced', version = 2 WHERE tenant_id = $1 AND version_id = $2`, [
    tx.tenantId,
    versionId,
  ]);
  await tx.query(answerSql, [tx.tenantId, versionId, runningId, fiscalYear, personId, tx.now]);
  for (const [at, change] of CHANGES.entries()) {
    await insertChange(tx, { versionId, personId, fiscalYear, number: at + 1, lineId: find(change.line), change });
    if (change.result === 'accepted') await addToPlan(tx, versionId, find(change.line), fiscalYear, change.cents);
  }
}

/** Whatever extra authority stands on a changed line is said to be in its new amount. */
const answerSql = `
  INSERT INTO plan_extra_answer (tenant_id, version_id, line_id, fiscal_year, includes_extra, over_plan_cents,
    outside_plan_cents, answered_by, answered_at)
  SELECT $1, $2, b.line_id, b.fiscal_year, true, b.over_plan_cents, b.outside_plan_cents, $5, $6
  FROM line_balance b
  JOIN plan_amount own ON own.tenant_id = $1 AND own.version_id = $2 AND own.line_id = b.line_id
    AND own.fiscal_year = b.fiscal_year
  LEFT JOIN plan_amount old ON old.tenant_id = $1 AND old.version_id = $3 AND old.line_id = b.line_id
    AND old.fiscal_year = b.fiscal_year
  WHERE b.tenant_id = $1 AND b.fiscal_year = $4 AND (b.over_plan_cents <> 0 OR b.outside_plan_cents <> 0)
    AND own.amount_cents IS DISTINCT FROM old.amount_cents`;

async function addToPlan(
  tx: Transaction,
  versionId: string,
  lineId: string,
  fiscalYear: number,
  amountCents: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO plan_amount AS a (tenant_id, version_id, line_id, fiscal_year, amount_cents) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE
     SET amount_cents = a.amount_cents + excluded.amount_cents`,
    [tx.tenantId, versionId, lineId, fiscalYear, amountCents],
  );
}

interface DemoChange {
  readonly versionId: string;
  readonly personId: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly lineId: string;
  readonly change: (typeof CHANGES)[number];
}

async function insertChange(tx: Transaction, demo: DemoChange): Promise<void> {
  const { kind, code, origin, title, result, committee } = demo.change;
  const changeId = tx.nextId();
  await tx.query(
    `INSERT INTO plan_change (tenant_id, change_id, version_id, number, kind, code, origin, title, reason, result, committee,
       decided_on, brought_by, brought_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'Demo', $9, $10, $11, $12, $13)`,
    [
      tx.tenantId,
      changeId,
      demo.versionId,
      demo.number,
      kind,
      code,
      origin,
      title,
      result,
      committee,
      result === 'open' ? null : tx.today,
      demo.personId,
      tx.now,
    ],
  );
  await tx.query(
    `INSERT INTO plan_change_amount (tenant_id, change_id, line_id, fiscal_year, amount_cents) VALUES ($1, $2, $3, $4, $5)`,
    [tx.tenantId, changeId, demo.lineId, demo.fiscalYear, demo.change.cents],
  );
}
