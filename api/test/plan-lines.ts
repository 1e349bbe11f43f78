import { randomUUID } from 'node:crypto';
import type { City } from './people';
import { asOwner } from './people';
import type { TestApp } from './test-app';

/** What matters about a line for planning; everything else has a harmless default. */
export interface PlantedLine {
  readonly number: string;
  readonly frame?: 'CORE' | 'SCHOOL_NET' | 'FEES' | null;
  readonly account?: string;
  readonly subBudget?: string;
  readonly direction?: 'expense' | 'revenue' | 'payment' | 'receipt';
  readonly sphere?: 'operating' | 'investing';
}

/** Plants lines behind the API and answers their ids, in order. */
export async function plantLines(app: TestApp, city: City, lines: readonly PlantedLine[]): Promise<string[]> {
  const rows = lines.map((line) => ({ id: randomUUID(), frame: 'CORE', account: '429100', subBudget: '10', ...line }));
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO budget_line (tenant_id, line_id, number, name, sub_budget, product, account, account_frame, direction,
         sphere, frame, created_at)
       SELECT $1, r.id, r.number, 'Zeile ' || r.number, r."subBudget", '1.11.1', r.account, 'NI',
         coalesce(r.direction, 'expense'), coalesce(r.sphere, 'operating'), r.frame, $3
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, number text, frame text, account text, "subBudget" text,
         direction text, sphere text)`,
      [city.tenantId, JSON.stringify(rows), app.clock.now()],
    ),
  );
  return rows.map(({ id }) => id);
}
