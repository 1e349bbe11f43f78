import { inCurrency } from '@etatlotse/domain/shared';

/** What a column holds, and so how it is written: text, amounts, numbers and days keep their type in a spreadsheet. */
export type ColumnKind =
  | 'text'
  /** Whole cents; written in euros. */
  | 'cents'
  /** Millionths of a euro: unit prices. */
  | 'micros'
  | 'number'
  /** Hundredths, such as FTE of a desk or percent with two decimals. */
  | 'hundredths'
  | 'day'
  | 'moment'
  | 'yesNo';

export interface Words {
  readonly de: string;
  readonly en: string;
}

export interface TableColumn {
  /** Where it stands in a row, at most one step down: `unit.name`. */
  readonly path: string;
  readonly kind: ColumnKind;
  readonly head: Words;
  /** Words for codes; what has none stays as it is. */
  readonly codes: Readonly<Record<string, Words>> | null;
}

/** A list as a table: which of its fields, in which order, under which names. */
export interface TableShape {
  readonly name: Words;
  readonly columns: readonly TableColumn[];
}

type Inner<Value> =
  NonNullable<Value> extends readonly unknown[]
    ? never
    : NonNullable<Value> extends object
      ? keyof NonNullable<Value> & string
      : never;

/** Fields of a row and of the things in it. */
type PathOf<Row> = { [Key in keyof Row & string]: Key | `${Key}.${Inner<Row[Key]>}` }[keyof Row & string];

type ColumnOf<Row> = readonly [
  path: PathOf<Row>,
  kind: ColumnKind,
  de: string,
  en: string,
  codes?: Readonly<Record<string, readonly [de: string, en: string]>>,
];

/** Describes the table of a list; a path that its rows do not have does not compile. */
export function tableOf<Row>(de: string, en: string, columns: readonly ColumnOf<Row>[]): TableShape {
  return {
    name: { de, en },
    columns: columns.map(([path, kind, deHead, enHead, codes]) => ({
      path,
      kind,
      head: { de: deHead, en: enHead },
      codes:
        codes === undefined
          ? null
          : Object.fromEntries(
              Object.entries(codes).map(([code, [deWord, enWord]]) => [code, { de: deWord, en: enWord }]),
            ),
    })),
  };
}

/** The table with headings that name the currency of the city. */
export function tableIn(table: TableShape, currency: string): TableShape {
  const said = ({ de, en }: Words): Words => ({ de: inCurrency(de, currency), en: inCurrency(en, currency) });
  return { ...table, columns: table.columns.map((column) => ({ ...column, head: said(column.head) })) };
}

/** What stands in a row under a path; null where nothing does. Lists are their parts with commas. */
export function valueAt(row: unknown, path: string): string | number | boolean | null {
  let value: unknown = row;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, key) as unknown;
  }
  if (Array.isArray(value)) return value.map(String).join(', ');
  // The database's moments become text only on the way out.
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
