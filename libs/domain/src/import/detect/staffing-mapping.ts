import type { FileMapping } from '../mapping';
import type { TableSample } from '../table';
import type { AmountChoice } from './amount-columns';
import { findBalances } from './balance-columns';
import type { ColumnGuess } from './column-guess';
import { findFields } from './field-columns';
import { fteColumns, type FteColumn } from './fte-columns';
import type { TableShape } from './header-rows';
import type { Notes } from './notes';
import { findNumberStyle } from './number-style';
import { askMissing, mappedColumns, PLAIN } from './record-mapping';
import { readCents, textsOf } from './sample-cells';
import { findSumRows } from './sum-row-rule';
import { assumedYearOf } from './year-and-day';

/**
 * Understands a staffing plan of a budget: which columns hold posts of which year and status, which only add these up, and
 * which rows add up others. A total that equals its parts is checked; one without parts is what the plan says of all.
 */
export function staffingMapping(
  sample: TableSample,
  shape: TableShape,
  columns: readonly ColumnGuess[],
  notes: Notes,
): FileMapping {
  const found = fteColumns(columns, true);
  const rest = columns.filter(({ at }) => !found.some(({ guess }) => guess.at === at));
  const fields = findFields(rest, 'staffing_plan', shape.data, notes);
  askMissing('staffing_plan', rest, fields, notes);
  const ats = found.map(({ guess }) => guess.at);
  const numbers = findNumberStyle(
    shape.data.flatMap(({ cells }) => ats.flatMap((at) => cells[at] ?? [])),
    notes,
  );
  const table = readCents(
    shape.data,
    found.map(({ guess }) => guess),
    numbers,
  );
  const parts = found.filter(({ isTotal }) => !isTotal).map(choiceOf);
  const totals = found.filter(({ isTotal, fiscalYear }) => isTotal && hasParts(parts, fiscalYear));
  const balances = findBalances(
    totals.map(({ guess }) => guess),
    parts,
    table,
    notes,
  );
  const amounts = [...parts, ...found.filter((one) => one.isTotal && !totals.includes(one)).map(choiceOf)].sort(
    (a, b) => a.at - b.at,
  );
  amounts.forEach((choice) => sayAmount(choice, notes));
  const codes = fields.filter(({ field }) => field === 'productGroup');
  const sums = findSumRows({ rows: shape.data, table, amounts, fields, codes }, 'lines', notes);
  const assumedYear = assumedYearOf('staffing_plan', amounts, fields, shape.data, textsOf(sample, shape), notes);
  return {
    ...PLAIN,
    kind: 'staffing_plan',
    sheetName: sample.sheetName,
    headerRows: shape.headerRows,
    firstDataRow: shape.firstDataRow,
    columns: mappedColumns(columns, [...amounts, ...balances, ...fields]),
    numbers,
    dateOrder: 'dmy',
    accountYear: Number(notes.hints.today.slice(0, 4)),
    keyFields: codes.length > 0 ? ['productGroup'] : [],
    constants: {},
    sumRows: sums.rule,
    assumedYear,
  };
}

function choiceOf({ guess: { at, header }, fiscalYear, side }: FteColumn): AmountChoice {
  return { role: 'amount', header, fiscalYear, phase: 'plan', side, at };
}

function hasParts(parts: readonly AmountChoice[], year: number | null): boolean {
  return parts.filter(({ fiscalYear, side }) => fiscalYear === year && side !== 'net').length > 1;
}

function sayAmount({ at, header, fiscalYear, phase, side }: AmountChoice, notes: Notes): void {
  notes.say('columns', 'COLUMN_AMOUNT', { column: at + 1, header, fiscalYear: fiscalYear ?? '', phase, side }, at);
}
