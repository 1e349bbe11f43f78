import { FISCAL_COLUMNS, fiscalDirection, guarded, unguarded } from './fiscal-package';

test.each([
  ['=1+1', "'=1+1"],
  ['-2+3', "'-2+3"],
  ['-12,50', '-12,50'],
  ["'=1", "''=1"],
  ["'kurz", "'kurz"],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['DMS-Ausbau', 'DMS-Ausbau'],
  ['', ''],
])('%j is written as %j and comes back as it was', (text, written) => {
  expect([guarded(text), unguarded(guarded(text))]).toEqual([written, text]);
});

test('what is neither income nor expenditure says nothing', () => {
  expect(['expense', 'payment', 'revenue', 'receipt', 'internal', 'unclassified'].map(fiscalDirection)).toEqual([
    'expenditure',
    'expenditure',
    'revenue',
    'revenue',
    '',
    '',
  ]);
});

test('no column and no field stands there twice', () => {
  const names = FISCAL_COLUMNS.map(({ name }) => name);
  const fields = FISCAL_COLUMNS.flatMap(({ field }) => field ?? []);
  const types = FISCAL_COLUMNS.flatMap(({ columnType }) => columnType ?? []);
  for (const list of [names, fields, types]) expect(new Set(list).size).toBe(list.length);
});
