import { joinSheets, placedParams, placeInWords, placeOfRow, rowOfSeries, splitSheets } from './sheet-names';
import { chosenSeries, isSumOf, labelOfRow, seriesOf, sheetGroups, type SheetLook } from './sheet-series';

const HEADING = ['Sachkonto', 'Bezeichnung', 'Ansatz 2026'];

/** A sheet with a title, a heading in row 3 and the given amounts. */
function sheet(name: string, amounts: readonly number[], heading = HEADING, more: readonly string[][] = []): SheetLook {
  const lines = amounts.map((amount, at) => ({ rowNumber: at + 4, cells: [`427100${at}`, 'IT', String(amount)] }));
  const head = [{ rowNumber: 1, cells: [name] }, { rowNumber: 3, cells: heading }, ...lines];
  const rest = more.map((cells, at) => ({ rowNumber: at + 4 + amounts.length, cells }));
  // Codes are numbers, too, and add up to nothing.
  return { name, head: [...head, ...rest], sums: [4_271_000, 0, amounts.reduce((sum, amount) => sum + amount, 0)] };
}

const named = (...names: string[]): SheetLook[] => names.map((name, at) => sheet(name, [100 + at, 7]));
const groupsOf = (sheets: readonly SheetLook[]): string[][] =>
  sheetGroups(sheets).map((group) => group.map(({ name }) => name));

describe('sheets of one workbook', () => {
  it.each([
    [['THH 01 Innere Verwaltung', 'THH 02 Sicherheit'], 'Teilhaushalt', null],
    [['11 Innere Verwaltung', '12 Sicherheit', '21 Schulen'], 'Teilhaushalt', null],
    [['PB 11', 'PB 12'], 'Produktbereich', null],
    [['Amt 10', 'Amt 20'], 'Amt', null],
    [['Kst 1020', 'Kst 1030'], 'Kostenstelle', null],
    [['Januar', 'Februar', 'März'], 'Blatt', null],
    [['2024', '2025', '2026'], 'Jahr', ['2024', '2025', '2026']],
    [['Haushalt 2025', 'Haushalt 2026'], 'Jahr', ['2025', '2026']],
  ])('%j are one table, each row with its %s', (names, header, labels) => {
    expect(seriesOf(named(...names))).toEqual({
      ...{ names, header, labels: labels ?? names },
      headerRows: names.map(() => [3]),
    });
  });

  it('are parts even where several of them are still empty', () => {
    const sheets = [sheet('THH 1', [100, 7]), sheet('THH 2', [0, 0]), sheet('THH 3', [0, 0])];
    expect(seriesOf(sheets)?.names).toEqual(['THH 1', 'THH 2', 'THH 3']);
  });

  it.each([
    ['versions of a plan', named('Entwurf', 'Beschluss')],
    ['versions of one year', named('Entwurf 2026', 'Beschluss 2026')],
    ['parts without a code', named('Teilhaushalt neu', 'Teilhaushalt alt')],
    ['a part that comes twice', named('THH 1', 'THH 1 (2)')],
    ['a copy', [sheet('THH 1', [100, 7]), sheet('THH 2', [100, 7])]],
    ['the sum beside its parts', named('THH 1', 'THH 2', 'THH 3 gesamt')],
    ['a single one', named('THH 1')],
  ])('%s are never added up unasked', (_, sheets) => {
    expect(seriesOf(sheets)).toBeNull();
  });

  it('belong together by their heading; a total and another table stand for themselves', () => {
    const [first, second] = named('THH 1', 'THH 2');
    const sums = [4_271_000, 0, (first?.sums[2] ?? 0) + (second?.sums[2] ?? 0)];
    const total = { ...sheet('Stadt', []), sums };
    expect(groupsOf([...named('THH 1', 'THH 2'), total])).toEqual([['THH 1', 'THH 2'], ['Stadt']]);
    expect(groupsOf([...named('THH 1', 'THH 2'), sheet('Gesamt', [5])])).toEqual([['THH 1', 'THH 2'], ['Gesamt']]);
    const staff = sheet('Stellen', [1], ['Stelle', 'Bezeichnung', 'Gruppe']);
    expect(groupsOf([...named('THH 1'), staff, ...named('THH 2')])).toEqual([['THH 1', 'THH 2'], ['Stellen']]);
  });

  it('add up to a sheet only where every column does', () => {
    const parts = named('THH 1', 'THH 2');
    const whole = (sum: number): SheetLook => ({ ...sheet('Stadt', []), sums: [4_271_000, 0, sum] });
    expect([whole(215), whole(214.99), whole(0)].map((total) => isSumOf(total, parts))).toEqual([true, false, false]);
    expect(isSumOf(whole(107), parts.slice(0, 1))).toBe(false);
  });

  it('are named by their sheet where a person wants them as one, and where the heading has that column already', () => {
    expect(chosenSeries(named('Nord', 'Süd'))).toMatchObject({ header: 'Blatt', labels: ['Nord', 'Süd'] });
    const heading = ['Teilhaushalt', 'Sachkonto', 'Ansatz 2026'];
    const sheets = [sheet('THH 1', [1, 2], heading), sheet('THH 2', [3, 4], heading)];
    expect(seriesOf(sheets)).toMatchObject({ header: 'Blatt', labels: ['THH 1', 'THH 2'] });
  });
});

describe('the sheet of a row', () => {
  it.each([
    [['4271000', 'IT', '140'], 'THH 1'],
    [['', 'Lizenzen', '140'], 'THH 1'],
    [['4271000', '', '140'], 'THH 1'],
    [['', '', '140', '150'], ''],
    [['Summe', '', '140'], ''],
    [['', 'Gesamt', '140'], ''],
    [['Stand: 12.11.', '', ''], ''],
  ])('%j is said as %p: sums and remarks have none', (cells, label) => {
    expect(labelOfRow(cells, 'THH 1')).toBe(label);
  });

  it('is told by its number, and said in words', () => {
    const name = joinSheets(['THH 1', 'THH 2']);
    expect([splitSheets(name), splitSheets('THH 1')]).toEqual([['THH 1', 'THH 2'], ['THH 1']]);
    expect(placeOfRow(rowOfSeries(1, 12), name)).toEqual({ sheet: 'THH 2', row: 12 });
    expect(placeOfRow(12, name)).toEqual({ sheet: 'THH 1', row: 12 });
    expect(placeOfRow(12, 'THH 1')).toEqual({ sheet: null, row: 12 });
    expect([placeInWords(1_000_012, name), placeInWords(12, null)]).toEqual(['12 (THH 2)', '12']);
  });

  it('stands in the sentences that name a row', () => {
    const params = { firstRowNumber: 1_000_012, rows: '7, 1000015', count: 1_000_012, key: '1000012' };
    expect(placedParams(params, 'THH 1/THH 2')).toEqual({
      ...{ firstRowNumber: '12 (THH 2)', rows: '7, 15 (THH 2)', count: 1_000_012, key: '1000012' },
    });
    expect(placedParams(params, 'THH 1')).toBe(params);
  });
});
