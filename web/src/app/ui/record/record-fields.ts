import { parseRate } from '@etatlotse/domain/shared';
import type { ChosenLine } from '../line-choice/line-choice';

/*
 * The fields of a record: what is typed, what it means, and what is wrong with it. A form of a noun is a list of these with
 * words of its own.
 */

export type FieldKind =
  'text' | 'lines' | 'select' | 'unit' | 'amount' | 'date' | 'number' | 'share' | 'check' | 'link';
/** What a link leads to. */
export type LinkTarget = 'line' | 'contract' | 'person';

/** What is wrong with a field, as the key of its sentence. */
export type FieldProblem = 'fill' | 'tooLong' | 'number' | 'decimal' | 'share';

type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: FieldProblem };

/** One field: `Typed` stands in the control, `Value` is what it means. */
export interface RecordField<Typed, Value> {
  readonly kind: FieldKind;
  readonly isOptional: boolean;
  readonly empty: Typed;
  /** What can be chosen, for a select. */
  readonly choices: readonly string[];
  /** For a link. */
  readonly of: LinkTarget;
  read(typed: Typed): Read<Value>;
  write(value: Value): Typed;
}

/** The fields of a form by their names on the wire. */
export type RecordFields = Readonly<Record<string, RecordField<unknown, unknown>>>;

type TypedOf<Field> = Field extends RecordField<infer Typed, infer _> ? Typed : never;
type ValueOf<Field> = Field extends RecordField<infer _, infer Value> ? Value : never;
export type RecordDraft<Fields> = { readonly [Name in keyof Fields]: TypedOf<Fields[Name]> };
export type RecordValues<Fields> = { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> };
export type RecordErrors<Fields> = { readonly [Name in keyof Fields]?: FieldProblem };

/** Words of one field: its label, what helps, and the names of what can be chosen. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
}

const ok = <Value>(value: Value): Read<Value> => ({ ok: true, value });
const no = (problem: FieldProblem): Read<never> => ({ ok: false, problem });
const same = <Value>(value: Value): Value => value;

interface Limits {
  readonly optional?: boolean;
}

function field<Typed, Value>(
  kind: FieldKind,
  isOptional: boolean,
  rest: Pick<RecordField<Typed, Value>, 'empty' | 'read' | 'write'>,
  choices: readonly string[] = [],
): RecordField<Typed, Value> {
  return { kind, isOptional, choices, of: 'line', ...rest };
}

/** Words on one line, or on several. */
export const textField = (max: number, { optional = false, lines = false } = {}): RecordField<string, string> =>
  field<string, string>(lines ? 'lines' : 'text', optional, {
    empty: '',
    read: (typed) => {
      const text = typed.trim();
      if (text === '' && !optional) return no('fill');
      return text.length > max ? no('tooLong') : ok(text);
    },
    write: same,
  });

/** One of a few names; the first one stands there from the beginning unless it has to be chosen. */
export const selectField = <Value extends string>(
  values: readonly Value[],
  { start }: { readonly start?: Value } = {},
): RecordField<string | null, Value> =>
  field<string | null, Value>(
    'select',
    false,
    {
      empty: start ?? null,
      read: (typed) => {
        const value = values.find((one) => one === typed);
        return value === undefined ? no('fill') : ok(value);
      },
      write: same,
    },
    values,
  );

/** One of a few names, or none. */
export const maybeSelectField = <Value extends string>(
  values: readonly Value[],
): RecordField<string | null, Value | null> =>
  field<string | null, Value | null>(
    'select',
    true,
    { empty: null, read: (typed) => ok(values.find((one) => one === typed) ?? null), write: same },
    values,
  );

/** The unit that answers for a record; none is the whole city. */
export const unitField = ({ optional = true }: Limits = {}): RecordField<string | null, string | null> =>
  field<string | null, string | null>('unit', optional, { empty: null, read: required(optional), write: same });

/** A known amount, or nothing where it is not known. */
export const amountField = ({ optional = false }: Limits = {}): RecordField<number | null, number | null> =>
  field<number | null, number | null>('amount', optional, { empty: null, read: required(optional), write: same });

export const dateField = ({ optional = false }: Limits = {}): RecordField<string | null, string | null> =>
  field<string | null, string | null>('date', optional, { empty: null, read: required(optional), write: same });

function required<Value>(isOptional: boolean): (typed: Value | null) => Read<Value | null> {
  return (typed) => (typed === null && !isOptional ? no('fill') : ok(typed));
}

/** A whole number; left empty it is not known. */
export const numberField = (
  min: number,
  max: number,
  { optional = false }: Limits = {},
): RecordField<string, number | null> =>
  field<string, number | null>('number', optional, {
    empty: '',
    read: (typed) => {
      const text = typed.trim().replace(/[.\u00a0 ](?=[0-9]{3}(?:\D|$))/g, '');
      if (text === '') return optional ? ok(null) : no('fill');
      const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? ok(value) : no('number');
    },
    write: (value) => (value === null ? '' : String(value)),
  });

const HUNDREDTHS = /^([0-9]{1,4})(?:[.,]([0-9]{1,2}))?$/;

/** A number with up to two decimals, in hundredths. */
export const hundredthsField = (max: number): RecordField<string, number> =>
  field<string, number>('number', false, {
    empty: '',
    read: (typed) => {
      if (typed.trim() === '') return no('fill');
      const parts = HUNDREDTHS.exec(typed.trim());
      const value = parts === null ? Number.NaN : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
      return value <= max ? ok(value) : no('decimal');
    },
    write: writeHundredths,
  });

const WHOLE = 10_000;

/** A share in percent, in basis points; left empty it is not known. */
export const shareField = ({ optional = false }: Limits = {}): RecordField<string, number | null> =>
  field<string, number | null>('share', optional, {
    empty: '',
    read: (typed) => {
      if (typed.trim() === '') return optional ? ok(null) : no('fill');
      const rate = parseRate(typed, WHOLE);
      return rate.ok && rate.value >= 0 ? ok(rate.value) : no('share');
    },
    write: (value) => (value === null ? '' : writeHundredths(value)),
  });

function writeHundredths(value: number): string {
  const rest = value % 100;
  return rest === 0 ? String(value / 100) : `${Math.trunc(value / 100)},${String(rest).padStart(2, '0')}`;
}

export const checkField = (): RecordField<boolean, boolean> =>
  field<boolean, boolean>('check', true, { empty: false, read: ok, write: same });

/** A line, contract or person that was found and picked; none is allowed. */
export const linkField = (of: LinkTarget): RecordField<ChosenLine | null, ChosenLine | null> => ({
  ...field<ChosenLine | null, ChosenLine | null>('link', true, { empty: null, read: ok, write: same }),
  of,
});

/** The form as it is opened: empty, or filled with what is known. */
export function draftOf<Fields extends RecordFields>(
  fields: Fields,
  known: Partial<RecordValues<Fields>> | null,
): RecordDraft<Fields> {
  const entries = Object.entries(fields).map(([name, one]) => {
    return [name, known !== null && name in known ? one.write(known[name]) : one.empty];
  });
  return Object.fromEntries(entries) as RecordDraft<Fields>;
}

/** What a form means; null while something in it cannot be read. */
export function readDraft<Fields extends RecordFields>(
  fields: Fields,
  draft: RecordDraft<Fields>,
): { readonly values: RecordValues<Fields> | null; readonly errors: RecordErrors<Fields> } {
  const values: Record<string, unknown> = {};
  const errors: Record<string, FieldProblem> = {};
  for (const [name, one] of Object.entries(fields)) {
    const read = one.read(draft[name as keyof Fields]);
    if (read.ok) values[name] = read.value;
    else errors[name] = read.problem;
  }
  const isRead = Object.keys(errors).length === 0;
  return { values: isRead ? (values as RecordValues<Fields>) : null, errors: errors };
}
