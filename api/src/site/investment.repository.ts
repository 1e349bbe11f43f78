import type { CreateInvestment } from '@etatlotse/contracts/site';
import type { Transaction } from '../platform/database/transactions';
import type { UseColumns } from './hardware-use';

export interface StoredInvestment {
  readonly siteId: string;
  readonly networkZone: string | null;
  readonly version: number;
}

export async function holdInvestment(tx: Transaction, investmentId: string): Promise<StoredInvestment | null> {
  const [row] = await tx.query<StoredInvestment>(
    `SELECT site_id AS "siteId", network_zone AS "networkZone", version FROM site_investment
     WHERE tenant_id = $1 AND investment_id = $2 FOR UPDATE`,
    [tx.tenantId, investmentId],
  );
  return row ?? null;
}

type Stated = Pick<CreateInvestment, 'name' | 'fiscalYear' | 'amountCents' | 'state'>;

const columnsOf = (stated: Stated, use: UseColumns): unknown[] => [
  stated.name,
  stated.fiscalYear,
  stated.amountCents,
  stated.state,
  use.networkZone,
  use.frame,
  use.splitKeyId,
  use.decision?.decidedOn ?? null,
  use.decision?.body ?? null,
  use.decision?.document ?? null,
];

export async function insertInvestment(
  tx: Transaction,
  siteId: string,
  stated: Stated,
  use: UseColumns,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO site_investment (tenant_id, investment_id, site_id, origin, name, fiscal_year, amount_cents, state,
       network_zone, frame, split_key_id, decided_on, decision_body, decision_document)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [tx.tenantId, id, siteId, origin, ...columnsOf(stated, use)],
  );
  return id;
}

export async function updateInvestment(
  tx: Transaction,
  investmentId: string,
  stated: Stated,
  use: UseColumns,
): Promise<void> {
  await tx.execute(
    `UPDATE site_investment SET name = $3, fiscal_year = $4, amount_cents = $5, state = $6, network_zone = $7, frame = $8,
       split_key_id = $9, decided_on = $10, decision_body = $11, decision_document = $12, version = version + 1
     WHERE tenant_id = $1 AND investment_id = $2`,
    [tx.tenantId, investmentId, ...columnsOf(stated, use)],
  );
}
