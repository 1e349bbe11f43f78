import type { UseInput } from '@etatlotse/contracts/site';
import type { UseView } from '@etatlotse/contracts/site/plain';
import type { NetworkZone } from '@etatlotse/domain/budget';
import { type HardwareFrame, mixesFrames, type SiteKind } from '@etatlotse/domain/site';

/** What is typed about what hardware is for. */
export interface UseDraft {
  readonly mode: string | null;
  readonly zone: string | null;
  readonly frame: string | null;
  readonly keyId: string | null;
  readonly decidedOn: string | null;
  readonly body: string;
  readonly document: string;
}

export const EMPTY_USE: UseDraft = {
  mode: 'single',
  zone: null,
  frame: null,
  keyId: null,
  decidedOn: null,
  body: '',
  document: '',
};

export function useDraftOf({ networkZone, frame, splitKey, decision }: UseView): UseDraft {
  return {
    mode: splitKey === null ? 'single' : 'key',
    zone: networkZone,
    frame,
    keyId: splitKey?.id ?? null,
    decidedOn: decision?.decidedOn ?? null,
    body: decision?.body ?? '',
    document: decision?.document ?? '',
  };
}

/** Whether the frames of administration and schools would mix as it is typed. */
export function isMixed({ mode, zone, frame }: UseDraft, siteKind: SiteKind | null): boolean {
  if (mode === 'key' || zone === null || frame === null) return false;
  return mixesFrames({ zone: zone as NetworkZone, frame: frame as HardwareFrame, siteKind });
}

/** What the draft means; null while something is missing. The server decides whether it may be. */
export function readUseDraft(draft: UseDraft, siteKind: SiteKind | null): UseInput | null {
  if (draft.mode === 'key') return draft.keyId === null ? null : { splitKeyId: draft.keyId };
  const { zone, frame, decidedOn } = draft;
  if (zone === null || frame === null) return null;
  const use = { networkZone: zone as NetworkZone, frame: frame as HardwareFrame };
  if (!isMixed(draft, siteKind)) return use;
  const [body, document] = [draft.body.trim(), draft.document.trim()];
  return decidedOn === null || body === '' || document === ''
    ? null
    : { ...use, decision: { decidedOn, body, document } };
}
