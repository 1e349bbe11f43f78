import { ControlTotals } from './control-totals';
import type { ColumnOrder, ImportProfile } from './profile';
import { FREIBURG_PROFILE } from './profiles/freiburg';
import { WESEL_PROFILE } from './profiles/wesel';
import { readRow } from './row';

const inOrder = (profile: ImportProfile): ColumnOrder => profile.columns.map((_, index) => index);
const wesel = (account: string, first: string, changes: Record<number, string> = {}): string[] =>
  [
    '10202',
    '1.100.01.02.02',
    'Informationstechnik',
    account,
    'Erträge',
    first,
    '0,00',
    '0,00',
    '-27.000,00',
    '0,00',
    '1',
    '0',
    '0',
    '0',
    '0',
  ].map((cell, index) => changes[index] ?? cell);
describe('adding a file up', () => {
  const total = (first: string, changes: Record<number, string> = {}): string[] =>
    wesel('', first, { 0: '', 1: ' ', 2: '', 3: '', 4: '', 8: '-54.000,00', 10: '2', ...changes });
  const finish = (...rows: string[][]): ReturnType<ControlTotals['finishFile']> => {
    const totals = new ControlTotals(WESEL_PROFILE);
    rows.forEach((cells, index) => totals.addRow(readRow(WESEL_PROFILE, inOrder(WESEL_PROFILE), cells, index + 2)));
    return totals.finishFile();
  };

  it('compares the total row and does not import it', () => {
    const summary = finish(wesel('54310000', '1,00'), wesel('44310000', '-3,00'), total('-2,00'));
    expect([summary.lineRowCount, summary.invalidRowCount]).toEqual([2, 0]);
    expect(summary.findings).toEqual([
      { severity: 'info', code: 'TOTAL_ROW_MATCHES', rowNumber: 4, column: null, params: {} },
    ]);
    expect(summary.totals[0]).toEqual({
      column: 'Ist 2015',
      totalCents: -200,
      byAccountClass: { '4': -300, '5': 100 },
    });
    expect(summary.totals).toHaveLength(10);
  });

  it('names each column in which the total row differs', () => {
    const summary = finish(wesel('54310000', '1,00'), wesel('44310000', '-3,00'), total('-2,01', { 9: '1' }));
    expect(summary.findings).toEqual([
      {
        severity: 'error',
        code: 'TOTAL_ROW_DIFFERS',
        rowNumber: 4,
        column: 'Ist 2015',
        params: { statedCents: -201, readCents: -200, differenceCents: -1 },
      },
      {
        severity: 'error',
        code: 'TOTAL_ROW_DIFFERS',
        rowNumber: 4,
        column: 'VE 2018',
        params: { statedCents: 100, readCents: 0, differenceCents: 100 },
      },
    ]);
  });

  it('misses a total row that the profile promises', () => {
    expect(finish(wesel('54310000', '1,00')).findings).toEqual([
      { severity: 'warning', code: 'TOTAL_ROW_MISSING', rowNumber: null, column: null, params: {} },
    ]);
  });

  it('reports a key that comes twice with both rows', () => {
    const summary = finish(
      wesel('54310000', '1,00'),
      wesel('54310000', '1,00'),
      wesel('54310000', '1,00'),
      total('3,00', { 8: '-81.000,00', 10: '3' }),
    );
    expect(summary.findings.slice(0, 2)).toEqual([
      {
        severity: 'error',
        code: 'KEY_DUPLICATE',
        rowNumber: 3,
        column: null,
        params: { key: '10202|1.100.01.02.02|54310000', firstRowNumber: 2 },
      },
      {
        severity: 'error',
        code: 'KEY_DUPLICATE',
        rowNumber: 4,
        column: null,
        params: { key: '10202|1.100.01.02.02|54310000', firstRowNumber: 2 },
      },
    ]);
  });

  it('counts invalid rows and adds nothing of them, so that the total row differs', () => {
    const summary = finish(wesel('54310000', '1,00'), wesel('54320000', 'xxx'), total('2,00'));
    expect([summary.lineRowCount, summary.invalidRowCount]).toEqual([1, 1]);
    expect(summary.findings[0]).toMatchObject({
      code: 'TOTAL_ROW_DIFFERS',
      column: 'Ist 2015',
      params: { readCents: 100 },
    });
  });

  it('an empty file is an error', () => {
    expect(finish().findings.map((finding) => [finding.severity, finding.code])).toEqual([
      ['error', 'FILE_EMPTY'],
      ['warning', 'TOTAL_ROW_MISSING'],
    ]);
    expect(new ControlTotals(FREIBURG_PROFILE).finishFile().findings.map((finding) => finding.code)).toEqual([
      'FILE_EMPTY',
    ]);
  });

  it('a file without accounts has no classes', () => {
    const totals = new ControlTotals(FREIBURG_PROFILE);
    const words = Array.from({ length: 12 }, (_, index) => `w${index}`);
    totals.addRow(readRow(FREIBURG_PROFILE, inOrder(FREIBURG_PROFILE), [...words, ...Array<string>(12).fill('0')], 2));
    expect(totals.finishFile().totals.every((total) => Object.keys(total.byAccountClass).length === 0)).toBe(true);
  });
});
