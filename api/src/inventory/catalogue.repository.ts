import type { CountService, CreateService, DecideService } from '@etatlotse/contracts/inventory';
import type { Transaction } from '../platform/database/transactions';
import { RecordStore } from './record-store';

export const SERVICE_STORE = new RecordStore<CreateService>({
  table: 'service',
  key: 'service_id',
  fields: ['name', 'code', 'unitId', 'note', 'task', 'hasForm', 'hasProcedure', 'hasDms', 'lineId', 'contractId'],
});

/** Adds a decision between own form and EfA, with the figures it was made on. */
export async function insertDecision(
  tx: Transaction,
  serviceId: string,
  decision: Omit<DecideService, 'version'>,
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO service_decision (tenant_id, decision_id, service_id, solution, decided_on, decided_by, reason,
       available_on, first_year, year_count, build_cents, yearly_cents, connection_cents, fee_cents, funding_ends_on,
       fee_after_cents, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      tx.tenantId,
      id,
      serviceId,
      decision.solution,
      decision.decidedOn,
      decision.decidedBy,
      decision.reason,
      decision.availableOn,
      decision.firstYear,
      decision.yearCount,
      decision.buildCents,
      decision.yearlyCents,
      decision.connectionCents,
      decision.feeCents,
      decision.fundingEndsOn,
      decision.feeAfterCents,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
  return id;
}

/** Adds a count of a year; the newest one counts. */
export async function insertVolume(
  tx: Transaction,
  serviceId: string,
  volume: Omit<CountService, 'version'>,
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO service_volume (tenant_id, volume_id, service_id, fiscal_year, cases, online_cases, basis, recorded_by,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenantId,
      id,
      serviceId,
      volume.fiscalYear,
      volume.cases,
      volume.onlineCases,
      volume.basis,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
  return id;
}

/** True where that was not so before. */
export async function setServiceSystem(
  tx: Transaction,
  serviceId: string,
  systemId: string,
  isUsed: boolean,
): Promise<boolean> {
  const changed = await tx.execute(
    isUsed
      ? `INSERT INTO service_system (tenant_id, service_id, system_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
      : `DELETE FROM service_system WHERE tenant_id = $1 AND service_id = $2 AND system_id = $3`,
    [tx.tenantId, serviceId, systemId],
  );
  return changed > 0;
}
