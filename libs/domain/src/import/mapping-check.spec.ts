import { readTable, rowsOf } from '../../../testing/src/import/tables';
import type { FileMapping, MappedColumn } from './mapping';
import { checkMapping } from './mapping-check';

const { mapping: PLAN } = readTable(
  rowsOf('Produkt;Sachkonto;Ist 2025;Ansatz 2026;Saldo\n1;3141000;-1,50;2,00;0,50\n2;4271000;3,00;4,00;7,00\n'),
  { accountFrame: 'NI', fiscalYear: 2026, answers: { SIGN: 'both_positive' } },
);
const { mapping: BOOKINGS } = readTable(rowsOf('Haushaltsstelle;Datum;Betrag\n1;01.02.2026;5,00\n'), {});
const { mapping: UNITS } = readTable(rowsOf('Kürzel;Name;Ebene\n10;Zentrales;Amt\n'), { kind: 'organization' });

const changed = (mapping: FileMapping, at: number, column: MappedColumn): FileMapping => ({
  ...mapping,
  columns: mapping.columns.map((old, index) => (index === at ? column : old)),
});
const ignored: MappedColumn = { role: 'ignore', header: 'x' };
const amount = (fiscalYear: number | null): MappedColumn => {
  return { role: 'amount', header: 'x', fiscalYear, phase: 'plan', side: 'net' };
};

it('What detection proposes is sound', () => {
  for (const mapping of [PLAN, BOOKINGS, UNITS]) expect(checkMapping(mapping)).toEqual({ ok: true, value: mapping });
});

it.each<[string, FileMapping, string]>([
  ['an unknown kind', { ...PLAN, kind: 'alles' as 'actuals' }, 'MAPPING_SHAPE'],
  ['no columns', { ...PLAN, columns: [] }, 'MAPPING_SHAPE'],
  [
    'one sign for two meanings',
    { ...PLAN, numbers: { ...PLAN.numbers, decimal: ',', grouping: ',' } },
    'MAPPING_SHAPE',
  ],
  ['another factor', { ...PLAN, unitFactor: 100 as 1000 }, 'MAPPING_SHAPE'],
  ['a day that does not exist', { ...BOOKINGS, assumedDay: '2026-02-31' }, 'MAPPING_SHAPE'],
  ['a year beyond all years', changed(PLAN, 3, amount(99)), 'MAPPING_SHAPE'],
  ['a header below the rows', { ...PLAN, headerRows: [5] }, 'MAPPING_HEADER_ROWS'],
  [
    'a field twice',
    changed(PLAN, 0, { role: 'field', header: 'x', field: 'account', isRequired: false }),
    'MAPPING_FIELD_TWICE',
  ],
  [
    'no amount',
    { ...PLAN, columns: PLAN.columns.map((column) => (column.role === 'field' ? column : ignored)) },
    'MAPPING_NO_AMOUNT',
  ],
  ['two columns for one year', changed(PLAN, 2, amount(2026)), 'MAPPING_AMOUNT_TWICE'],
  ['an amount without a year', changed(PLAN, 3, amount(null)), 'MAPPING_YEAR_MISSING'],
  ['bookings without a day', { ...changed(BOOKINGS, 1, ignored), assumedYear: 2026 }, 'MAPPING_DAY_MISSING'],
  ['no key', { ...PLAN, keyFields: [] }, 'MAPPING_KEY_MISSING'],
  ['a key without its column', { ...PLAN, keyFields: ['unit'] }, 'MAPPING_FIELD_MISSING'],
  ['units without a name', changed(UNITS, 1, ignored), 'MAPPING_FIELD_MISSING'],
  ['accounts without an account', { ...changed(PLAN, 1, ignored), keyFields: ['product'] }, 'MAPPING_DIRECTION'],
  ['sides without columns for them', { ...PLAN, direction: 'columns' }, 'MAPPING_DIRECTION'],
  [
    'a balance of what is no amount',
    changed(PLAN, 4, { role: 'balance', header: 'x', parts: [{ column: 0, factor: 1 }] }),
    'MAPPING_BALANCE',
  ],
  ['a plan without its year', { ...PLAN, plan: null }, 'MAPPING_PLAN_YEARS'],
  ['a plan of three years', { ...PLAN, plan: { title: 'x', firstYear: 2026, lastYear: 2028 } }, 'MAPPING_PLAN_YEARS'],
])('A mapping with %s is refused', (_, mapping, code) => {
  expect(checkMapping(mapping)).toMatchObject({ ok: false, refusal: { code } });
});
