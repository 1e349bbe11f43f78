import { directionOfStatement, withoutRowNumber } from '../direction-words';
import type { TableField } from '../mapping';
import { isBlank } from '../row-text';
import { isSumText } from '../sum-words';
import type { TableRow } from '../table';
import { type ColumnGuess, isAmountColumn } from './column-guess';
import { mostly } from './column-values';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';
import { NAME_OF } from './vocabulary';

/** A sub-plan of one product: rows are kinds of income and expense, marked `+`, `-` and `=`. */
export interface Statement {
  readonly fields: readonly FieldChoice[];
  /** What names the plan of a row, in a column or by its sheet; null where the whole table is one plan. */
  readonly planField: TableField | null;
  readonly constants: Readonly<Partial<Record<TableField, string>>>;
}

const PRODUCT = /(?:PG|PB|Produktgruppe|Produktbereich|Produkt|Teilhaushalt|THH|TP)[\s_.:-]*(\d[\d.]*\d)/i;
const PLAN_WORD = /(?:teil)?(?:ergebnis|finanz)(?:plan|haushalt)/i;

/**
 * Recognises such a table; null when it is none. The product stands in the title or the file's name, or is asked for; of
 * several sheets each row says in the last column whose plan it is.
 */
export function findStatement(
  columns: readonly ColumnGuess[],
  rows: readonly TableRow[],
  texts: readonly string[],
  ofSheets: boolean,
  notes: Notes,
): Statement | null {
  const words = columns.filter((column) => !isAmountColumn(column) && !mostly(column.values.digits, column.values));
  const named = columns.some(
    ({ word }) => word.lines?.field === 'statementLineName' && word.lines.certainty !== 'part',
  );
  const marked = words.find(({ at }) => hasMarks(rows, at));
  const [code] = columns
    .filter((column) => !isAmountColumn(column) && isRowCode(column, rows, ofSheets))
    .sort((a, b) => b.values.filled - a.values.filled);
  const name = marked ?? (named ? longestText(words, rows) : undefined);
  const isNumbered = marked !== undefined && hasNumbers(rows, marked.at);
  if (name === undefined || (code === undefined && !isNumbered) || code?.at === name.at) return null;

  const title = [...texts, ...columns.map(({ header }) => header)];
  const kind = /finanz/i.test(title.find((text) => PLAN_WORD.test(text)) ?? '') ? 'Finanzplan' : 'Ergebnisplan';
  const field = (guess: ColumnGuess, name: TableField): FieldChoice => {
    notes.say(
      'columns',
      'COLUMN_BY_VALUES',
      {
        column: guess.at + 1,
        header: guess.header,
        field: name,
        word: '',
        example: guess.values.example,
        filled: guess.values.filled,
      },
      guess.at,
    );
    return {
      role: 'field',
      header: guess.header,
      field: name,
      isRequired: false,
      at: guess.at,
    };
  };
  const numbered = code === undefined ? [] : [field(code, 'statementLine')];
  const fields = [...numbered, field(name, 'statementLineName')].sort((a, b) => a.at - b.at);
  const plan = ofSheets ? columns.at(-1) : undefined;
  const planField = plan?.word.lines?.field;
  if (plan !== undefined && planField !== undefined && planField !== 'ignore' && planField !== 'name') {
    return { fields: [...fields, field(plan, planField)], planField, constants: { statement: kind } };
  }
  const parts = partsOfPlan(columns.filter(({ at }) => fields.every((choice) => choice.at !== at)));
  if (parts.planField !== null) {
    const told = parts.columns.map(([guess, name]) => field(guess, name));
    return { fields: [...told, ...fields], planField: parts.planField, constants: { statement: kind } };
  }
  return { fields, planField: null, constants: { statement: kind, ...productOf(texts, notes) } };
}

/** What a plan can be of, the smallest part first. */
const PARTS: readonly TableField[] = ['product', 'subBudget', 'productGroup', 'costCentre', 'unit', 'productArea'];

/** Columns that say of which product or Teilplan a row is, with their names; the one with most values names the plan. */
function partsOfPlan(columns: readonly ColumnGuess[]): {
  readonly planField: TableField | null;
  readonly columns: readonly (readonly [ColumnGuess, TableField])[];
} {
  const names = PARTS.flatMap((part) => NAME_OF[part] ?? []);
  const found = columns.flatMap((guess) => {
    const said = guess.word.lines;
    const name = [...PARTS, ...names].find((one) => said?.certainty === 'exact' && said.field === one);
    return name === undefined || isAmountColumn(guess) ? [] : [[guess, name] as const];
  });
  const firsts = found.filter(([, name], index) => found.findIndex(([, other]) => other === name) === index);
  const [finest] = firsts
    .filter(([{ values }, name]) => PARTS.includes(name) && values.distinct > 1)
    .sort((a, b) => b[0].values.distinct - a[0].values.distinct || PARTS.indexOf(a[1]) - PARTS.indexOf(b[1]));
  return { planField: finest?.[1] ?? null, columns: firsts };
}

/**
 * At least two signed rows, and sums or words; behind a number a dash may only part it from the text. Where the words say which
 * way each row points, marked sums will do.
 */
function hasMarks(rows: readonly TableRow[], at: number): boolean {
  const written = rows.map(({ cells }) => (cells[at] ?? '').trim());
  const texts = written.map(withoutRowNumber);
  const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
  const hasSums = count(/^=/) >= 2;
  const isSigned = count(/^[+\u2212\u2013-]/) >= 2;
  if (isSigned && hasSums) return true;
  return (isSigned ? hasNumbers(rows, at) : hasSums) && areWorded(written);
}

/** Nearly every text but sums says by a word of its own which way it points, and some each way. */
function areWorded(texts: readonly string[]): boolean {
  const said = texts.filter((text) => text !== '' && !isSumText(text, true)).map(directionOfStatement);
  const worded = said.filter((direction) => direction !== null);
  return worded.length >= said.length * 0.8 && new Set(worded).size > 1;
}

/** `11 - Personalaufwendungen`: the number of the row stands before its text. */
function hasNumbers(rows: readonly TableRow[], at: number): boolean {
  const texts = rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => withoutRowNumber(text) !== text).length >= texts.length * 0.8;
}

/** Numbers of up to three digits, nearly all different; several sheets number their rows alike. */
function isRowCode({ values }: ColumnGuess, rows: readonly TableRow[], ofSheets: boolean): boolean {
  const isShort = [...values.lengths.keys()].every((length) => length <= 3);
  return (
    mostly(values.digits, values) &&
    isShort &&
    // A sum may be printed twice.
    (ofSheets || values.distinct >= values.filled * 0.9) &&
    values.filled >= rows.length * 0.6
  );
}

function longestText(columns: readonly ColumnGuess[], rows: readonly TableRow[]): ColumnGuess | undefined {
  const letters = (at: number): number =>
    rows.reduce((sum, { cells }) => sum + (isBlank(cells[at]) ? 0 : (cells[at] ?? '').length), 0);
  return [...columns].sort((a, b) => letters(b.at) - letters(a.at))[0];
}

function productOf(texts: readonly string[], notes: Notes): Partial<Record<TableField, string>> {
  for (const text of texts) {
    const code = PRODUCT.exec(text)?.[1];
    if (code === undefined) continue;
    const behind = text.slice(text.indexOf(code) + code.length).replace(/\.\w{1,5}$/, '');
    const name = (behind.split(PLAN_WORD)[0] ?? '').replace(/[_\s]+/g, ' ').trim();
    notes.say('columns', 'CONSTANT_FROM_NAME', { field: 'product', value: code, text: text.slice(0, 120) });
    return name === '' ? { product: code } : { product: code, productName: name };
  }
  const answer = notes.ask('PRODUCT_CODE', [], {}, null, (text) => text.length <= 40);
  return answer === '' ? {} : { product: answer };
}
