import { formatEuro } from '../amount/format';
import { formatDate } from '../date/format';
import type { FieldKind, FieldWords } from './record-fields';

/** A value of a field as people read it, from the text that a log keeps; null where it stands as it is. */
export function loggedText(kind: FieldKind, words: FieldWords, value: string): string | null {
  if (kind === 'amount') return formatEuro(Number(value));
  if (kind === 'date') return formatDate(value);
  if (kind === 'share') return `${String(Number(value) / 100).replace('.', ',')} %`;
  return words.options?.[value] ?? null;
}
