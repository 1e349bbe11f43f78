import type { ChangeContract, CreateContract } from '@etatlotse/contracts/contract';
import type { ContractChanged } from '@etatlotse/contracts/contract/plain';
import { may } from '@etatlotse/domain/access';
import { bringsMoney } from '@etatlotse/domain/budget';
import { checkContract, type ContractRefusal } from '@etatlotse/domain/contract';
import { type Outcome, type PlainDate, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import { checkPlace, type PlaceRefusal } from '@etatlotse/domain/site';
import type { Transaction } from '../../platform/database/transactions';
import { holdPlace } from '../../site';
import { changedNames, factsOf, toColumns } from '../contract-columns';
import {
  type ContractRecord,
  findContractLine,
  horizonOf,
  insertContract,
  insertEvent,
  isUnitKnown,
  lockContract,
  updateContract,
} from '../contract.repository';

type SaveRefusal =
  | ContractRefusal
  | PlaceRefusal
  | Refusal<'SITE_UNKNOWN'>
  | Refusal<'NOT_FOUND'>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'CONTRACT_ZONE_NEEDED'>
  | Refusal<'CONTRACT_LINE_UNFIT', { readonly number: string }>
  | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Enters a contract into the register, with what it costs and binds in the years to come. */
export async function createContract(
  tx: Transaction,
  contract: CreateContract,
): Promise<Outcome<ContractChanged, SaveRefusal>> {
  const checked = await check(tx, contract);
  if (!checked.ok) return checked;
  const contractId = await insertContract(tx, contract);
  if (contractId === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: contract.number } });
  await insertEvent(tx, contractId, event(tx, 'created', '', []));
  await tx.audit({
    action: 'contract.created',
    subjectType: 'contract',
    subjectId: contractId,
    detail: { lineId: contract.lineId, kind: contract.kind },
  });
  return ok({ id: contractId, version: 1 });
}

type ChangeRefusal =
  SaveRefusal | Refusal<'VERSION_STALE'> | Refusal<'CONTRACT_STOPPED_ALREADY', { readonly stoppedOn: PlainDate }>;

/** Changes the terms of a contract. Once its end is settled, that has to be taken back first. */
export async function changeContract(
  tx: Transaction,
  contractId: string,
  { version, reason = '', ...contract }: ChangeContract,
): Promise<Outcome<ContractChanged, ChangeRefusal>> {
  const before = await lockContract(tx, contractId);
  if (before === null || !mayWrite(tx, before.unit_id)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (before.stopped_on !== null) {
    return refuse({ code: 'CONTRACT_STOPPED_ALREADY', params: { stoppedOn: plainDate(before.stopped_on) } });
  }
  const checked = await check(tx, contract, before);
  if (!checked.ok) return checked;
  const changed = changedNames(before, toColumns(contract));
  if (changed.length === 0) return ok({ id: contractId, version });
  if (!(await updateContract(tx, contractId, contract))) {
    return refuse({ code: 'NUMBER_TAKEN', params: { number: contract.number } });
  }
  await insertEvent(tx, contractId, event(tx, 'changed', reason, changed));
  await tx.audit({
    action: 'contract.changed',
    subjectType: 'contract',
    subjectId: contractId,
    detail: { changed },
  });
  return ok({ id: contractId, version: version + 1 });
}

/** Whoever answers for the unit of the contract, now and after the change; the line has to be one that they see. */
async function check(
  tx: Transaction,
  contract: CreateContract,
  before: ContractRecord | null = null,
): Promise<Outcome<null, SaveRefusal>> {
  const unitId = contract.unitId ?? null;
  if (!mayWrite(tx, unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (unitId !== null && !(await isUnitKnown(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  // A line that pays for the contract already may be one that the editor does not see.
  if (contract.lineId !== before?.line_id) {
    const line = await findContractLine(tx, contract.lineId);
    const { actor } = tx;
    if (line === null || actor === null || !may(actor, 'budget.read', { unitId: line.unitId })) {
      return refuse({ code: 'NOT_FOUND', params: {} });
    }
    if (line.isArchived || bringsMoney(line.direction)) {
      return refuse({ code: 'CONTRACT_LINE_UNFIT', params: { number: line.number } });
    }
  }
  if (contract.kind === 'line' && contract.networkZone === undefined) {
    return refuse({ code: 'CONTRACT_ZONE_NEEDED', params: {} });
  }
  const placed = await checkSite(tx, contract, before);
  if (!placed.ok) return placed;
  return checkContract(factsOf({ ...toColumns(contract), stopped_on: null }), horizonOf(tx));
}

/** A line lies at a site that is in use and has its network; one that stays where it was is not asked. */
async function checkSite(
  tx: Transaction,
  contract: CreateContract,
  before: ContractRecord | null,
): Promise<Outcome<null, PlaceRefusal | Refusal<'SITE_UNKNOWN'>>> {
  const { kind, siteId } = contract;
  const networkZone = contract.networkZone ?? null;
  if (kind !== 'line' || siteId === undefined) return ok(null);
  if (before?.site_id === siteId && before.network_zone === networkZone) return ok(null);
  const place = await holdPlace(tx, siteId);
  return place === null ? refuse({ code: 'SITE_UNKNOWN', params: {} }) : checkPlace(place, networkZone);
}

function mayWrite(tx: Transaction, unitId: string | null): boolean {
  return tx.actor !== null && may(tx.actor, 'contract.write', { unitId });
}

function event(
  tx: Transaction,
  kind: 'created' | 'changed',
  reason: string,
  changed: readonly string[],
): Parameters<typeof insertEvent>[2] {
  return { kind, happenedOn: tx.today, endsOn: null, reason, changed };
}
