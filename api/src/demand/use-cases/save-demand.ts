import type { DemandChanged, SaveDemand } from '@etatlotse/contracts/demand';
import { may } from '@etatlotse/domain/access';
import { type DemandContent, isEditable } from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkContent, contentOf, type ContentRefusal, EMPTY_DEMAND } from '../demand-content';
import { readDemand } from '../demand-read.repository';
import { bumpDemand, type HeldDemand, type HeldRefusal, holdDemand, writeContent } from '../demand.repository';
import { readRound } from '../round.repository';

export type SaveRefusal = HeldRefusal | ContentRefusal | Refusal<'DEMAND_LOCKED'> | Refusal<'ROUND_NOT_OPEN'>;

/**
 * Replaces what a draft says; the form saves itself as somebody types. A repetition of what already stands there (the answer
 * got lost on the way) is no conflict.
 */
export async function saveDemand(
  tx: Transaction,
  demandId: string,
  body: SaveDemand,
): Promise<Outcome<DemandChanged, SaveRefusal>> {
  const held = await holdDraft(tx, demandId);
  if (!held.ok) return held;
  const { version, state, roundId } = held.value;
  const content = contentOf(body);
  if (version !== body.version) {
    const stored = await readDemand(tx, demandId);
    const isSame = stored !== null && sameContent(stored, content);
    return isSame ? ok({ id: demandId, version, state }) : refuse({ code: 'VERSION_STALE', params: {} });
  }
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (round.state !== 'open') return refuse({ code: 'ROUND_NOT_OPEN', params: {} });
  const checked = await checkContent(tx, demandId, round, content);
  if (!checked.ok) return checked;
  await writeContent(tx, demandId, content);
  const saved = await bumpDemand(tx, held.value);
  await tx.audit({
    action: 'demand.saved',
    subjectType: 'demand',
    subjectId: demandId,
    detail: { version: saved, items: content.items.length },
  });
  return ok({ id: demandId, version: saved, state });
}

/** Holds a demand that the person may write and that is still a draft. */
export async function holdDraft(
  tx: Transaction,
  demandId: string,
): Promise<Outcome<HeldDemand, Refusal<'NOT_FOUND'> | Refusal<'DEMAND_LOCKED'>>> {
  const demand = await holdDemand(tx, demandId);
  if (demand === null || tx.actor === null || !may(tx.actor, 'demand.write', { unitId: demand.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  return isEditable(demand.state) ? ok(demand) : refuse({ code: 'DEMAND_LOCKED', params: {} });
}

const KEYS = Object.keys(EMPTY_DEMAND) as (keyof DemandContent)[];

function sameContent(stored: DemandContent, sent: DemandContent): boolean {
  return KEYS.every((key) => plain(stored[key]) === plain(sent[key]));
}

/** Values with their keys in order; lists that the database orders itself are compared in that order. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([first], [second]) => (first < second ? -1 : 1)));
  });
}
