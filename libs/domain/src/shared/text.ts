import { type Checked, ok } from './outcome';

/** What can be wrong with a text that a person or a file sends. */
export type TextCode =
  | 'TEXT_TYPE'
  | 'TEXT_REQUIRED'
  | 'TEXT_TOO_LONG'
  | 'TEXT_CONTROL_CHAR'
  | 'TEXT_BIDI_CONTROL'
  | 'TEXT_UNPAIRED_SURROGATE';

/** What a text field allows. */
export interface TextRule {
  /** Longest text in code points, so that an emoji counts once and a combining mark counts too. */
  readonly max: number;
  /** Whether something visible must be there. */
  readonly required: boolean;
  /** Whether line breaks and tabs are allowed; false when left out. */
  readonly multiline?: boolean;
}

const UNPAIRED_SURROGATE = /\p{Surrogate}/u;
/** Embeddings, overrides and isolates: they make a text read differently from what it says. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u;
const CONTROL_CHAR = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u;
const CONTROL_CHAR_MULTILINE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/u;
/** More marks on one letter than any script needs: they run over the lines above and below. */
const PILED_MARKS = /\p{Mark}{17}/u;
/** White space and characters without a glyph: a text of nothing else counts as empty. */
const NOTHING_VISIBLE = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * Checks a text and returns it exactly as it came, byte for byte: no trimming and no normalising, because names are
 * stored and exported verbatim. Search normalises its own copy.
 */
export function checkText(raw: unknown, rule: TextRule): Checked<string, TextCode> {
  if (typeof raw !== 'string') return { ok: false, code: 'TEXT_TYPE' };
  const code = problemOf(raw, rule);
  return code === null ? ok(raw) : { ok: false, code };
}

/** Order of two texts by code unit, the same on every machine: negative, 0 or positive. For ids and keys, not for names. */
export function compareText(first: string, second: string): number {
  if (first < second) return -1;
  return first > second ? 1 : 0;
}

function problemOf(text: string, rule: TextRule): TextCode | null {
  if (isTooLong(text, rule.max) || PILED_MARKS.test(text)) return 'TEXT_TOO_LONG';
  if (UNPAIRED_SURROGATE.test(text)) return 'TEXT_UNPAIRED_SURROGATE';
  if (BIDI_CONTROL.test(text)) return 'TEXT_BIDI_CONTROL';
  if ((rule.multiline === true ? CONTROL_CHAR_MULTILINE : CONTROL_CHAR).test(text)) return 'TEXT_CONTROL_CHAR';
  if (rule.required && NOTHING_VISIBLE.test(text)) return 'TEXT_REQUIRED';
  return null;
}

/** A text has at most two UTF-16 units per code point, so a far too long one is refused without counting it. */
function isTooLong(text: string, max: number): boolean {
  if (text.length <= max) return false;
  return text.length > max * 2 || Array.from(text).length > max;
}
