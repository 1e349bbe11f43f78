import type { DecisionInput, UseInput } from '@etatlotse/contracts/site';
import { plainDate, type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import {
  checkFrameWall,
  checkKeyUse,
  checkPlace,
  type FrameWallRefusal,
  type HardwareUse,
  type KeyUseRefusal,
  mixesFrames,
  type PlaceRefusal,
  readUse,
  type RecordedDecision,
} from '@etatlotse/domain/site';
import type { Transaction } from '../platform/database/transactions';
import { holdPlace } from './site.repository';
import { holdKeyForUse } from './split-key.repository';

/** What hardware is for and where it stands, as its table keeps it. */
export interface UseColumns {
  readonly siteId: string | null;
  readonly networkZone: string | null;
  readonly frame: string | null;
  readonly splitKeyId: string | null;
  readonly decision: RecordedDecision | null;
}

export type UseRefusal =
  | PlaceRefusal
  | FrameWallRefusal
  | KeyUseRefusal
  | Refusal<'USE_NEEDED'>
  | Refusal<'USE_TWICE'>
  | Refusal<'SITE_UNKNOWN'>
  | Refusal<'SPLIT_KEY_UNKNOWN'>;

type Standing = Pick<UseColumns, 'siteId' | 'networkZone'>;

/**
 * Checks what hardware is for and where it stands: the site is in use and has the network, the frames of administration and
 * schools do not mix without a decision, and a key over both has one. What stays where it was is not asked for its place.
 */
export async function checkUse(
  tx: Transaction,
  stated: UseInput,
  siteId: string | null,
  before: Standing | null = null,
): Promise<Outcome<UseColumns, UseRefusal>> {
  const { networkZone = null, frame = null, splitKeyId = null } = stated;
  const read = readUse({ zone: networkZone, frame, keyId: splitKeyId });
  if (!read.ok) return read;
  const place = siteId === null ? null : await holdPlace(tx, siteId);
  if (siteId !== null && place === null) return refuse({ code: 'SITE_UNKNOWN', params: {} });
  const stays = before !== null && before.siteId === siteId && before.networkZone === networkZone;
  if (place !== null && !stays) {
    const placed = checkPlace(place, networkZone);
    if (!placed.ok) return placed;
  }
  const columns = { siteId, networkZone, frame, splitKeyId };
  return read.value.keyId === null
    ? checkSingle(tx, columns, read.value, place?.kind ?? null, decisionOf(stated.decision))
    : checkShared(tx, columns, read.value.keyId);
}

type Placed = Omit<UseColumns, 'decision'>;
type SingleUse = Extract<HardwareUse, { readonly keyId: null }>;

function checkSingle(
  tx: Transaction,
  columns: Placed,
  { zone, frame }: SingleUse,
  siteKind: Parameters<typeof mixesFrames>[0]['siteKind'],
  decision: RecordedDecision | null,
): Outcome<UseColumns, FrameWallRefusal> {
  const paid = { zone, frame, siteKind };
  const wall = checkFrameWall(paid, decision, plainDate(tx.today));
  if (!wall.ok) return wall;
  return ok({ ...columns, decision: mixesFrames(paid) ? decision : null });
}

async function checkShared(
  tx: Transaction,
  columns: Placed,
  keyId: string,
): Promise<Outcome<UseColumns, KeyUseRefusal | Refusal<'SPLIT_KEY_UNKNOWN'>>> {
  const key = await holdKeyForUse(tx, keyId);
  if (key === null) return refuse({ code: 'SPLIT_KEY_UNKNOWN', params: {} });
  const use = checkKeyUse(key);
  return use.ok ? ok({ ...columns, decision: null }) : use;
}

export const decisionOf = (input: DecisionInput | undefined): RecordedDecision | null =>
  input === undefined ? null : { ...input, decidedOn: plainDate(input.decidedOn) };
