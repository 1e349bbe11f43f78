/** A column of one of our own tables: its name, the names it may also have, and whether a file must have it. */
export interface TableColumn<Field extends string> {
  readonly field: Field;
  readonly header: string;
  readonly aliases: readonly string[];
  readonly isRequired: boolean;
}

/** Where each field stands in a file; missing fields are not in the map. */
export type FieldOrder<Field extends string> = ReadonlyMap<Field, number>;

/** Finds the fields of a table in a header row, or null when a needed one is missing or a column is unknown. */
export function matchTable<Field extends string>(
  columns: readonly TableColumn<Field>[],
  headers: readonly string[],
): FieldOrder<Field> | null {
  const order = new Map<Field, number>();
  for (const [at, raw] of headers.entries()) {
    const header = raw.trim().toLowerCase();
    const column = columns.find((known) => namesOf(known).includes(header));
    if (column === undefined || order.has(column.field)) return null;
    order.set(column.field, at);
  }
  return columns.every(({ field, isRequired }) => !isRequired || order.has(field)) ? order : null;
}

function namesOf(column: TableColumn<string>): string[] {
  return [column.header, ...column.aliases].map((name) => name.toLowerCase());
}

const GERMAN_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** `31.12.2026` as `2026-12-31`; other texts stay as they are and are then checked like any date. */
export function isoDay(text: string): string {
  const parts = GERMAN_DAY.exec(text);
  if (parts === null) return text;
  return `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`;
}
