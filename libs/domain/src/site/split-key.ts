import type { NetworkZone } from '../budget/budget-line';
import { type Cents, splitCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import {
  checkDecision,
  type DecisionRefusal,
  HARDWARE_FRAMES,
  type HardwareFrame,
  type RecordedDecision,
} from './frame-wall';

/** Which network bears how much of shared hardware, and from which frame. */
export interface SplitPart {
  readonly zone: NetworkZone;
  readonly frame: HardwareFrame;
  /** Hundredths of a percent. */
  readonly shareBasisPoints: number;
}

export type SplitRefusal =
  | Refusal<'SPLIT_PARTS'>
  | Refusal<'SPLIT_SHARE'>
  | Refusal<'SPLIT_PART_TWICE'>
  | Refusal<'SPLIT_SHORT', { readonly sumBasisPoints: number; readonly missingBasisPoints: number }>
  | Refusal<'SPLIT_OVER', { readonly sumBasisPoints: number; readonly excessBasisPoints: number }>;

/** The shares add up to exactly 100.00 percent, each is more than nothing, and no network of a frame has two. */
export function checkSplitParts(parts: readonly SplitPart[]): Outcome<null, SplitRefusal> {
  if (parts.length < 2) return refuse({ code: 'SPLIT_PARTS', params: {} });
  const isShare = ({ shareBasisPoints: share }: SplitPart): boolean => Number.isSafeInteger(share) && share > 0;
  if (!parts.every(isShare)) return refuse({ code: 'SPLIT_SHARE', params: {} });
  const places = parts.map(({ zone, frame }) => `${frame} ${zone}`);
  if (new Set(places).size !== places.length) return refuse({ code: 'SPLIT_PART_TWICE', params: {} });
  const sumBasisPoints = parts.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  const missing = WHOLE_BASIS_POINTS - sumBasisPoints;
  if (missing > 0) return refuse({ code: 'SPLIT_SHORT', params: { sumBasisPoints, missingBasisPoints: missing } });
  return missing < 0
    ? refuse({ code: 'SPLIT_OVER', params: { sumBasisPoints, excessBasisPoints: -missing } })
    : ok(null);
}

/** Whether a key spends from the frames of administration and schools at once. */
export function isMixedKey(parts: readonly Pick<SplitPart, 'frame'>[]): boolean {
  return new Set(parts.map(({ frame }) => frame)).size > 1;
}

/** A key as it stands, with what was decided about it. */
export interface SplitKey {
  readonly parts: readonly SplitPart[];
  readonly decision: RecordedDecision | null;
}

export type KeyUseRefusal = Refusal<'SPLIT_DECISION_NEEDED'>;

/** A key over both frames may be drawn up, but nothing is split by it before the decision is recorded. */
export function checkKeyUse({ parts, decision }: SplitKey): Outcome<null, KeyUseRefusal> {
  return isMixedKey(parts) && decision === null ? refuse({ code: 'SPLIT_DECISION_NEEDED', params: {} }) : ok(null);
}

export type KeyChangeRefusal = SplitRefusal | DecisionRefusal | KeyUseRefusal | Refusal<'SPLIT_DECISION_OLD'>;

/**
 * Whether a key may become another one. While something is split by it, a key over both frames keeps a decision; and other
 * shares between the frames need another decision, because the old one was about the old shares.
 */
export function decideKeyChange(
  before: SplitKey | null,
  after: SplitKey,
  isUsed: boolean,
  today: PlainDate,
): Outcome<null, KeyChangeRefusal> {
  const checked = checkSplitParts(after.parts);
  if (!checked.ok) return checked;
  const dated = checkDecision(after.decision, today);
  if (!dated.ok) return dated;
  if (isUsed) {
    const use = checkKeyUse(after);
    if (!use.ok) return use;
  }
  const isOld =
    before !== null &&
    isMixedKey(after.parts) &&
    after.decision !== null &&
    isSameDecision(before.decision, after.decision) &&
    HARDWARE_FRAMES.some((frame) => frameShare(before.parts, frame) !== frameShare(after.parts, frame));
  return isOld ? refuse({ code: 'SPLIT_DECISION_OLD', params: {} }) : ok(null);
}

function isSameDecision(one: RecordedDecision | null, other: RecordedDecision): boolean {
  return one?.decidedOn === other.decidedOn && one.body === other.body && one.document === other.document;
}

/** What a frame bears of everything that is split by a key, in hundredths of a percent. */
export function frameShare(parts: readonly SplitPart[], frame: HardwareFrame): number {
  return parts.reduce((sum, part) => (part.frame === frame ? sum + part.shareBasisPoints : sum), 0);
}

/** A part of a key with its amount. */
export interface SplitAmount extends SplitPart {
  readonly amountCents: Cents;
}

/** Splits an amount by a key with the largest remainder, so that the parts always are the whole. */
export function splitByKey(amountCents: Cents, parts: readonly SplitPart[]): SplitAmount[] {
  const amounts = splitCents(
    amountCents,
    parts.map(({ shareBasisPoints }) => shareBasisPoints),
  );
  return parts.map((part, at) => ({ ...part, amountCents: amounts[at] as Cents }));
}
