import { FISCAL_COLUMNS, FISCAL_PHASES } from '../../budget/fiscal-package';
import { isFiscalYear } from '../../shared/fiscal-year';
import type { AmountPhase, FileMapping, MappedColumn } from '../mapping';
import type { TableSample } from '../table';
import type { Notes } from './notes';

/** The phases of a package in the words of the import. */
const PHASES: Readonly<Record<(typeof FISCAL_PHASES)[number], AmountPhase>> = {
  proposed: 'proposed',
  approved: 'plan',
  adjusted: 'adjusted',
  executed: 'actual',
};

const REQUIRED = ['budget_line_id', 'budget_line_label', 'fiscal_year', 'line_kind', 'sphere'];

/**
 * The table of a fiscal data package as this program writes it, known by its columns: nothing has to be asked. Null for any
 * other table.
 */
export function fiscalPackageMapping({ head, sheetName }: TableSample, notes: Notes): FileMapping | null {
  if (notes.hints.kind !== undefined && notes.hints.kind !== 'plan_lines') return null;
  const [header, first] = head;
  if (header === undefined || first === undefined) return null;
  const columns = header.cells.map(columnOf);
  const isWhole =
    REQUIRED.every((name) => header.cells.includes(name)) &&
    columns.every((column): column is MappedColumn => column !== null) &&
    columns.some(({ role }) => role === 'amount');
  const year = Number(first.cells[header.cells.indexOf('fiscal_year')]);
  if (!isWhole || !isFiscalYear(year)) return null;
  notes.say('kind', 'KIND_FISCAL_PACKAGE', { year });
  return {
    ...LAYOUT,
    sheetName,
    headerRows: [header.rowNumber],
    firstDataRow: header.rowNumber + 1,
    columns,
    accountYear: year,
    plan: { title: `Haushalt ${year}`, firstYear: year, lastYear: year },
  };
}

/** Only such a table tells the Ansatz of several phases apart. */
export function isFiscalPackage({ columns }: Pick<FileMapping, 'columns'>): boolean {
  return columns.some(
    (column) => column.role === 'amount' && (column.phase === 'proposed' || column.phase === 'adjusted'),
  );
}

function columnOf(header: string): MappedColumn | null {
  const phase = FISCAL_PHASES.find((one) => one === header);
  if (phase !== undefined) return { role: 'amount', header, fiscalYear: null, phase: PHASES[phase], side: 'net' };
  const column = FISCAL_COLUMNS.find(({ name }) => name === header);
  if (column === undefined) return null;
  const { field } = column;
  return field === null
    ? { role: 'ignore', header }
    : { role: 'field', header, field, isRequired: REQUIRED.includes(header) };
}

const LAYOUT = {
  kind: 'plan_lines',
  numbers: { decimal: '.', grouping: null, trailingMinus: false, parentheses: false },
  unitFactor: 1,
  dateOrder: 'dmy',
  direction: 'side',
  signs: { revenue: 1, expense: 1 },
  accountFrame: 'unclassified',
  keyFields: ['line'],
  filledDown: [],
  constants: {},
  sumRows: { blankFields: null, hasWords: false, leafCode: null, rowNumbers: [] },
  unitLevels: [
    { level: 'division', code: 'division', name: 'divisionName' },
    { level: 'department', code: 'unit', name: 'unitName' },
  ],
  itFilter: null,
  assumedYear: null,
  assumedDay: null,
  paymentsCount: false,
  createsLines: false,
} as const satisfies Partial<FileMapping>;
