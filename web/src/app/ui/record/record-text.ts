import { formatEuro } from '../amount/format';
import { formatDate } from '../date/format';
import type { Option } from '../choice/choice';
import type { ChosenLine } from '../line-choice/line-choice';
import type { FieldKind, FieldWords, RecordField } from './record-fields';
import { recordLabels } from './record.labels';

/** A value of a field as people read it, from the text that a log keeps; null where it stands as it is. */
export function loggedText(kind: FieldKind, words: FieldWords, value: string): string | null {
  if (kind === 'amount') return formatEuro(Number(value));
  if (kind === 'date') return formatDate(value);
  if (kind === 'share') return `${String(Number(value) / 100).replace('.', ',')} %`;
  return words.options?.[value] ?? null;
}

/** What a field of a form says, as people read it; empty where it says nothing. */
export function valueText(
  field: RecordField<unknown, unknown>,
  words: FieldWords | undefined,
  value: unknown,
  units: readonly Option[],
): string {
  if (field.kind === 'check') return value === true ? recordLabels().yes : recordLabels().no;
  if (value === null || value === undefined || value === '') return '';
  if (field.kind === 'unit') return units.find((unit) => unit.value === value)?.label ?? '';
  if (field.kind === 'link') {
    const { number, name } = value as ChosenLine;
    return `${number} ${name}`.trim();
  }
  const written = field.kind === 'amount' || field.kind === 'date' ? null : String(field.write(value));
  return (
    loggedText(field.kind, words ?? { label: '' }, typeof value === 'number' ? `${value}` : asText(value)) ??
    written ??
    ''
  );
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
