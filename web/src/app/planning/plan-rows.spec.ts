import { filterLines, type GridRow, groupRows, linesOf, type PlanLine, unitsBelow } from './plan-rows';

const COLUMNS = {
  lineId: ['a', 'b', 'c', 'd'],
  number: ['1.01', '1.02', '9.01', '1.03'],
  name: ['Rechenzentrum', 'Bürosoftware', 'Straßenbäume', 'Erstattung vom Land'],
  frame: ['CORE', 'CORE', null, 'CORE'],
  unitId: ['u1', 'u2', null, 'u1'],
  unitCode: ['10.1', '10.2', null, '10.1'],
  subBudget: ['', '', '', ''],
  product: ['1.11.12', '1.11.2', '', '1.11.12'],
  productName: ['IT', 'Büro', '', 'IT'],
  account: ['429100', '422900', '', '348100'],
  direction: ['expense', 'payment', 'expense', 'revenue'],
  sphere: ['operating', 'investing', 'operating', 'operating'],
} as const;
const LINES = linesOf(COLUMNS);
const WORDS = {
  withoutProduct: 'ohne Produkt',
  withoutUnit: 'ohne Einheit',
  income: 'Erträge',
  internal: 'intern',
  unitName: (code: string): string => `${code} Amt`,
};
const names = (lines: readonly PlanLine[]): string[] => lines.map(({ name }) => name);
const shown = (rows: readonly GridRow[]): string[] =>
  rows.map((row) => (row.kind === 'group' ? `# ${row.label}` : row.line.name));

describe('the lines of the grid', () => {
  const all = { frame: 'all', product: null, q: '' } as const;

  it.each([
    ['by frame', { ...all, frame: 'CORE' as const }, null, ['Rechenzentrum', 'Bürosoftware', 'Erstattung vom Land']],
    ['without a frame', { ...all, frame: 'none' as const }, null, ['Straßenbäume']],
    ['by product', { ...all, product: '1.11.12' }, null, ['Rechenzentrum', 'Erstattung vom Land']],
    ['by a unit and what is below it', all, new Set(['u2']), ['Bürosoftware']],
    ['by words in any order', { ...all, q: '4291 RECHEN' }, null, ['Rechenzentrum']],
    ['by number', { ...all, q: '9.01' }, null, ['Straßenbäume']],
  ])('are found %s', (_, filter, units, found) => {
    expect(names(filterLines(LINES, filter, units))).toEqual(found);
  });

  it('know what is below a unit', () => {
    const tree = [
      { id: 'II', parentId: null },
      { id: '10', parentId: 'II' },
      { id: '10.1', parentId: '10' },
      { id: '67', parentId: 'II' },
    ];
    expect([...unitsBelow(tree, '10')]).toEqual(['10', '10.1']);
  });

  it('stand under their product, counted as a person counts; what comes in is never summed with what is needed', () => {
    expect(shown(groupRows(LINES, 'product', WORDS))).toEqual([
      ...['# 1.11.2 Büro', 'Bürosoftware', '# 1.11.12 IT', 'Rechenzentrum', '# 1.11.12 IT, Erträge'],
      ...['Erstattung vom Land', '# ohne Produkt', 'Straßenbäume'],
    ]);
  });

  it('stand under their unit, those without one last', () => {
    const rows = shown(groupRows(LINES, 'unit', WORDS));
    expect(rows[0]).toBe('# 10.1 Amt');
    expect(rows.at(-2)).toBe('# ohne Einheit');
    expect(shown(groupRows(LINES, 'none', WORDS))).toEqual(names(LINES));
  });
});
