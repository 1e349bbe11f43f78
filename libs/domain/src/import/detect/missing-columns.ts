import type { ImportKind, TableField } from '../mapping';
import type { AmountChoice } from './amount-columns';
import type { ColumnGuess } from './column-guess';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';

/** Asks for the columns without which nothing can be read; the person chooses among those that say nothing yet. */
export function missingColumns(
  kind: ImportKind,
  columns: readonly ColumnGuess[],
  amounts: readonly AmountChoice[],
  fields: readonly FieldChoice[],
  keyFields: readonly TableField[],
  notes: Notes,
): void {
  const untold = columns.filter(({ at }) => ![...amounts, ...fields].some((choice) => choice.at === at));
  // Where every column says something, one of them says this, too.
  const free = untold.length > 0 ? untold : columns.filter(({ at }) => amounts.every((choice) => choice.at !== at));
  const options = free.map(({ at }) => `column:${at}`);
  const ask = (field: string): void => {
    notes.ask('COLUMN_MISSING', options, { field, headers: free.map(({ header }) => header).join(', ') }, field);
  };
  if (kind === 'organization') {
    const missing = (['unit', 'unitName'] as const).find((field) => !fields.some((choice) => choice.field === field));
    if (missing !== undefined) ask(missing);
  } else if (amounts.length === 0) ask('amount');
  else if (keyFields.length === 0) ask('line');
}
