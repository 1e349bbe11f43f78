/*
 * The budget of a year as a Fiscal Data Package 1.0-rc.1: one row a line, one column a phase. The same table is written by the
 * export and known again by the import, so that nothing is lost between the two.
 */

/**
 * The phases of a budget: proposed (the version of the plan that is on its way), approved (the Ansatz in force), adjusted (the
 * Ansatz with what was carried over, granted and shifted since) and executed (what was spent or received).
 */
export const FISCAL_PHASES = ['proposed', 'approved', 'adjusted', 'executed'] as const;
export type FiscalPhase = (typeof FISCAL_PHASES)[number];

/** What a column says of a line, by the names the import has for it; null for what only other readers need. */
export type FiscalField =
  | 'line'
  | 'lineName'
  | 'fiscalYear'
  | 'side'
  | 'sphere'
  | 'frame'
  | 'subBudget'
  | 'product'
  | 'productName'
  | 'account'
  | 'accountName'
  | 'accountFrame'
  | 'statementLine'
  | 'costCentre'
  | 'division'
  | 'divisionName'
  | 'unit'
  | 'unitName'
  | 'projectKey'
  | 'runOrChange'
  | 'serviceClass'
  | 'networkZone';

export interface FiscalColumn {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer';
  /** From the taxonomy of budgets; null for what it has no name for. */
  readonly columnType: string | null;
  readonly field: FiscalField | null;
}

const text = (
  name: string,
  title: string,
  field: FiscalColumn['field'],
  columnType: string | null = null,
): FiscalColumn => ({ name, title, type: 'string', columnType, field });

/** Everything but the amounts, in the order of the file. */
export const FISCAL_COLUMNS: readonly FiscalColumn[] = [
  text('budget_line_id', 'Haushaltszeile', 'line', 'budget-line-id'),
  text('budget_line_label', 'Bezeichnung', 'lineName'),
  { name: 'fiscal_year', title: 'Haushaltsjahr', type: 'integer', columnType: 'date:fiscal-year', field: 'fiscalYear' },
  text('direction', 'Einnahme oder Ausgabe', null, 'direction'),
  text('line_kind', 'Art der Zeile', 'side', 'value-kind:code'),
  text('sphere', 'Laufend oder investiv', 'sphere', 'expenditure-type:code'),
  text('frame', 'Rahmen', 'frame', 'fin-source:generic:code'),
  text('sub_budget', 'Teilhaushalt', 'subBudget', 'functional-classification:generic:level1:code'),
  text('product', 'Produkt', 'product', 'functional-classification:generic:level2:code'),
  text('product_label', 'Name des Produkts', 'productName', 'functional-classification:generic:level2:label'),
  text('account', 'Sachkonto', 'account', 'economic-classification:generic:code'),
  text('account_label', 'Name des Sachkontos', 'accountName', 'economic-classification:generic:label'),
  text('account_frame', 'Kontenrahmen', 'accountFrame'),
  text('statement_line', 'Zeile des Teilplans', 'statementLine'),
  text('cost_centre', 'Kostenstelle', 'costCentre'),
  text('parent_unit', 'Übergeordnete Einheit', 'division', 'administrative-classification:generic:level1:code'),
  text(
    'parent_unit_label',
    'Name der übergeordneten Einheit',
    'divisionName',
    'administrative-classification:generic:level1:label',
  ),
  text('unit', 'Organisationseinheit', 'unit', 'administrative-classification:generic:level2:code'),
  text('unit_label', 'Name der Organisationseinheit', 'unitName', 'administrative-classification:generic:level2:label'),
  text('project', 'Projekt', 'projectKey', 'activity:generic:project:code'),
  text('run_or_change', 'Betrieb oder Vorhaben', 'runOrChange'),
  text('service_class', 'Art der Leistung', 'serviceClass'),
  text('network_zone', 'Netzzone', 'networkZone'),
];

/** Income or expenditure, as the taxonomy knows it; nothing for what is neither. */
export function fiscalDirection(direction: string): 'expenditure' | 'revenue' | '' {
  if (direction === 'expense' || direction === 'payment') return 'expenditure';
  return direction === 'revenue' || direction === 'receipt' ? 'revenue' : '';
}

const FORMULA = /^'*\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A text that a spreadsheet would run gets an apostrophe in front. Texts that begin with apostrophes before such a sign get one
 * more, so that `unguarded` always gives back what was there.
 */
export function guarded(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** What stood there before `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
