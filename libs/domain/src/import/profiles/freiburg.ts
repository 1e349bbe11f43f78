import { fiscalYear } from '../../shared/fiscal-year';
import type { AmountPhase, ImportProfile, LineField, ProfileColumn } from '../profile';

const word = (header: string, field: LineField, isRequired = false): ProfileColumn => ({
  role: 'field',
  header,
  field,
  isRequired,
});

/** Income, expense and printed balance of one year. `balanceTitle` differs where the source forgot the year. */
function yearColumns(title: string, year: number, phase: AmountPhase, balanceTitle = title): ProfileColumn[] {
  const revenue = `${title} (Erträge)`;
  const expense = `${title} (Aufwendungen)`;
  return [
    { role: 'amount', header: revenue, fiscalYear: fiscalYear(year), phase, side: 'revenue' },
    { role: 'amount', header: expense, fiscalYear: fiscalYear(year), phase, side: 'expense' },
    {
      role: 'balance',
      header: `${balanceTitle} (Saldo/Zuschussbedarf/Erträge - Aufwendungen)`,
      sumOf: [revenue, expense],
    },
  ];
}

/**
 * Stadt Freiburg, Ergebnishaushalt of the two-year budget 2017/2018: one row per product and office, income positive and
 * expense negative, with a printed balance that is checked. No accounts. The Dezernat and Amt columns are the organisation.
 * Source: Stadt Freiburg, Datenlizenz Deutschland Namensnennung 2.0.
 */
export const FREIBURG_PROFILE: ImportProfile = {
  code: 'freiburg-ergebnishaushalt',
  encoding: 'windows-1252',
  delimiter: ';',
  quote: '"',
  accountFrame: 'unclassified',
  accountYear: fiscalYear(2017),
  pointGroupsThousands: false,
  allowsTrailingMinus: false,
  signs: { revenue: 1, expense: -1 },
  columns: [
    word('Produkt', 'product', true),
    word('Produktbezeichnung', 'productName'),
    word('Produktgruppe', 'productGroup'),
    word('Produktgruppenbezeichnung', 'productGroupName'),
    word('Produktbereich', 'productArea'),
    word('Produktbereich Bezeichnung', 'productAreaName'),
    word('Dezernat', 'division', true),
    word('Dezernatsbezeichnung', 'divisionName'),
    word('Teilhaushalte', 'subBudget'),
    word('Teilhaushalte Bezeichnung', 'subBudgetName'),
    word('Amt / Dienststelle', 'unit', true),
    word('Amt / Dienststelle Bezeichnung', 'unitName'),
    ...yearColumns('Ergebnis 2015', 2015, 'actual'),
    ...yearColumns('Ansatz 2016', 2016, 'plan'),
    ...yearColumns('Ansatz 2017', 2017, 'plan', 'Ansatz'),
    ...yearColumns('Ansatz 2018', 2018, 'plan'),
  ],
  keyFields: ['product', 'unit'],
  totalRowBlankFields: null,
  unitLevels: [
    { level: 'division', code: 'division', name: 'divisionName' },
    { level: 'department', code: 'unit', name: 'unitName' },
  ],
  itFilter: { field: 'productName', values: ['IT Service'] },
};
