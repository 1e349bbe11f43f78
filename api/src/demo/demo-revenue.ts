import type { NewMovement } from '../budget';
import type { Transaction } from '../platform/database/transactions';

/** A revenue line of the sample city with what its plan expects a year. */
export interface DemoRevenue {
  readonly lineId: string;
  readonly plannedCents: number;
  /** What has come in of it, day by day. */
  readonly received: readonly (readonly [monthAndDay: string, amountCents: number])[];
}

const LINES = [
  {
    number: '4S.900001',
    name: 'Zuweisung des Landes für Schulnetze',
    account: '314100',
    accountName: 'Zuweisungen für laufende Zwecke vom Land',
    statementLine: '2',
    unit: '40.2',
    product: '1.24.2401',
    productName: 'Datennetze der Schulen',
    plannedCents: 20_000_000,
    received: [['05-20', 13_000_000]],
  },
  {
    number: '4S.900002',
    name: 'Kostenerstattung städtischer Gesellschaften',
    account: '348500',
    accountName: 'Erstattungen von verbundenen Unternehmen',
    statementLine: '6',
    unit: '10.3',
    product: '1.11.1117',
    productName: 'Informationstechnik',
    plannedCents: 6_000_000,
    received: [
      ['03-31', 1_500_000],
      ['06-30', 1_500_000],
      ['09-30', 1_450_000],
    ],
  },
] as const;

/** Two lines that bring money: a grant of the Land, and what the city's companies pay for their workplaces. */
export async function insertRevenueLines(tx: Transaction, units: ReadonlyMap<string, string>): Promise<DemoRevenue[]> {
  const lines = LINES.map((line) => ({ ...line, lineId: tx.nextId(), unitId: units.get(line.unit) ?? null }));
  await tx.query(insertSql, [tx.tenantId, JSON.stringify(lines), tx.now]);
  return lines.map(({ lineId, plannedCents, received }) => ({ lineId, plannedCents, received }));
}

const insertSql = `
  INSERT INTO budget_line (tenant_id, line_id, number, name, sub_budget, product, product_name, account, account_name,
    account_frame, statement_line, project_key, direction, sphere, unit_id, explanation, origin, created_at)
  SELECT $1, "lineId", number, name, 'THH 10 Zentrale Dienste', product, "productName", account, "accountName", 'NI',
    "statementLine", number, 'revenue', 'operating', "unitId", 'Demo', 'demo', $3
  FROM jsonb_to_recordset($2::jsonb) AS line("lineId" uuid, number text, name text, product text, "productName" text,
    account text, "accountName" text, "statementLine" text, "unitId" uuid)`;

/** What the plan expects and what has come in by today. */
export function revenueMovements(lines: readonly DemoRevenue[], fiscalYear: number, today: string): NewMovement[] {
  return lines.flatMap(({ lineId, plannedCents, received }): NewMovement[] => [
    {
      lineId,
      fiscalYear,
      kind: 'appropriation',
      amountCents: plannedCents,
      bookedOn: `${fiscalYear}-01-01`,
      source: 'plan',
    },
    ...received
      .map(([day, amountCents]) => ({ bookedOn: `${fiscalYear}-${day}`, amountCents }))
      .filter(({ bookedOn }) => bookedOn <= today)
      .map((payment) => ({ ...payment, lineId, fiscalYear, kind: 'actual' as const, source: 'demo' as const })),
  ]);
}
