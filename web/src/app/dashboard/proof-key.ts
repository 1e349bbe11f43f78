import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';

/** Amounts of the overview that open a proof. */
export const MEASURES = ['available', 'adjusted', 'actual', 'commitment', 'reservation', 'lock'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the address asks to prove: `line:<id>`, `frame:CORE`, `frame:CORE:actual`, `all`, `all:commitment`, `run`, `change`. */
export type ProofKey =
  | { readonly scope: 'line'; readonly lineId: string }
  | { readonly scope: 'frame'; readonly frame: FrameCode; readonly measure: Measure }
  | { readonly scope: 'all'; readonly measure: Measure }
  | { readonly scope: 'run' | 'change'; readonly measure: Measure };

/** Reads the key in the address. Null for anything that is no key: an address is typed by people, too. */
export function proofKeyOf(text: string | undefined): ProofKey | null {
  const [scope, ...rest] = (text ?? '').split(':');
  switch (scope) {
    case 'line':
      return rest.length === 1 && rest[0] ? { scope, lineId: rest[0] } : null;
    case 'frame': {
      const frame = FRAME_CODES.find((code) => code === rest[0]);
      const measure = measureOf(rest.slice(1));
      return frame === undefined || measure === null ? null : { scope, frame, measure };
    }
    case 'all': {
      const measure = measureOf(rest);
      return measure === null ? null : { scope, measure };
    }
    case 'run':
    case 'change':
      return rest.length === 0 ? { scope, measure: 'adjusted' } : null;
    default:
      return null;
  }
}

function measureOf(parts: readonly string[]): Measure | null {
  if (parts.length === 0) return 'available';
  return parts.length === 1 ? (MEASURES.find((measure) => measure === parts[0]) ?? null) : null;
}
