import type { CreateContract } from '@etatlotse/contracts/contract';
import { checkContract, type ContractRefusal } from '@etatlotse/domain/contract';
import type { Outcome, Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { changedNames, type ContractColumns, factsOf, STATED_COLUMNS, toColumns } from './contract-columns';
import { horizonOf, insertContract, insertEvent, updateContract } from './contract.repository';

/** A contract that the register knows already. */
export interface KnownContract extends ContractColumns {
  readonly contract_id: string;
  readonly version: number;
}

/** The contracts with these numbers, held until the transaction ends. */
export async function knownContracts(tx: Transaction, numbers: readonly string[]): Promise<KnownContract[]> {
  return tx.query<KnownContract>(knownSql, [tx.tenantId, numbers]);
}

const stated = STATED_COLUMNS.join(', ');
const knownSql = `
  SELECT contract_id, version, stopped_on, ${stated} FROM contract
  WHERE tenant_id = $1 AND number = ANY ($2) ORDER BY contract_id FOR UPDATE`;

/** Whether a contract of a file can stand in the register. */
export function checkImported(
  tx: Transaction,
  contract: CreateContract,
): Outcome<null, ContractRefusal | Refusal<'CONTRACT_ZONE_NEEDED'>> {
  if (contract.kind === 'line' && contract.networkZone === undefined) {
    return { ok: false, refusal: { code: 'CONTRACT_ZONE_NEEDED', params: {} } };
  }
  return checkContract(factsOf({ ...toColumns(contract), stopped_on: null }), horizonOf(tx));
}

/** Whether a file says something else about a contract than the register. */
export function differs(known: KnownContract, contract: CreateContract): boolean {
  return changedNames(known, toColumns(contract)).length > 0;
}

/** Enters a contract of a file; its events say from which import it came. */
export async function enterImported(tx: Transaction, contract: CreateContract, importId: string): Promise<string> {
  const contractId = await insertContract(tx, contract, 'import');
  if (contractId === null) throw new Error(`The number ${contract.number} was free when the file was checked.`);
  await record(tx, contractId, { kind: 'created', changed: [], reason: '', importId });
  return contractId;
}

/** Changes a contract by a file, or back to what stood before. */
export async function changeImported(
  tx: Transaction,
  known: KnownContract,
  contract: CreateContract,
  by: { readonly importId: string; readonly reason: string },
): Promise<void> {
  const changed = changedNames(known, toColumns(contract));
  await updateContract(tx, known.contract_id, contract);
  await record(tx, known.contract_id, { kind: 'changed', changed, ...by });
}

async function record(
  tx: Transaction,
  contractId: string,
  event: { kind: 'created' | 'changed'; changed: readonly string[]; reason: string; importId: string },
): Promise<void> {
  const { kind, changed, reason, importId } = event;
  await insertEvent(tx, contractId, { kind, happenedOn: tx.today, endsOn: null, reason, changed });
  const detail = { importId, changed };
  await tx.audit({ action: `contract.${kind}`, subjectType: 'contract', subjectId: contractId, detail });
}

/** Takes contracts of an import out of the register again. The audit log keeps that they were there. */
export async function removeImported(tx: Transaction, contractIds: readonly string[]): Promise<void> {
  for (const table of ['contract_event', 'contract_year', 'contract']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1 AND contract_id = ANY ($2::uuid[])`, [
      tx.tenantId,
      contractIds,
    ]);
  }
}
