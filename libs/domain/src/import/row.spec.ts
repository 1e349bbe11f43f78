import type { ColumnOrder, ImportProfile } from './profile';
import { FREIBURG_PROFILE } from './profiles/freiburg';
import { WESEL_PROFILE } from './profiles/wesel';
import { type RowReading, readRow } from './row';
import { isItRow, unitsOfRow } from './units';

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
const readWesel = (cells: string[]): RowReading => readRow(WESEL_PROFILE, inOrder(WESEL_PROFILE), cells, 7);

describe('one row of Wesel', () => {
  it('is one line, classified by the account frame of North Rhine-Westphalia', () => {
    const row = readWesel(wesel('44853000', '-22.399,71'));
    expect(row).toMatchObject({ rowNumber: 7, kind: 'line', key: '10202|1.100.01.02.02|44853000', problems: [] });
    expect(row.fields).toEqual({
      costCentre: '10202',
      costObject: '1.100.01.02.02',
      costObjectName: 'Informationstechnik',
      account: '44853000',
      accountName: 'Erträge',
    });
    expect(row.lines).toHaveLength(1);
    expect(row.lines[0]).toMatchObject({ key: row.key, direction: 'revenue', sphere: 'operating' });
    expect(row.lines[0]?.amounts.slice(0, 6)).toEqual([
      { fiscalYear: 2015, phase: 'actual', fileCents: -2_239_971, ledgerCents: 2_239_971 },
      { fiscalYear: 2016, phase: 'actual', fileCents: 0, ledgerCents: 0 },
      { fiscalYear: 2016, phase: 'plan', fileCents: 0, ledgerCents: 0 },
      { fiscalYear: 2017, phase: 'plan', fileCents: -2_700_000, ledgerCents: 2_700_000 },
      { fiscalYear: 2018, phase: 'commitment_authority', fileCents: 0, ledgerCents: 0 },
      { fiscalYear: 2018, phase: 'plan', fileCents: 100, ledgerCents: -100 },
    ]);
  });

  it.each<[string, string, string, number]>([
    ['44853000', 'revenue', 'operating', -500],
    ['48110000', 'revenue', 'internal', -500],
    ['54310000', 'expense', 'operating', 500],
    ['68110000', 'receipt', 'investing', -500],
    ['78310000', 'payment', 'investing', 500],
    ['97110000', 'internal', 'internal', 500],
  ])('account %s is %s, %s', (account, direction, sphere, ledgerCents) => {
    const row = readWesel(wesel(account, '5,00'));
    expect(row.lines[0]).toMatchObject({
      direction,
      sphere,
      amounts: [{ fileCents: 500, ledgerCents }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  it('takes a minus behind the digits', () => {
    expect(readWesel(wesel('54310000', '310.964,69-')).cellCents.get('Ist 2015')).toBe(-31_096_469);
  });

  it.each<[string, string[], object]>([
    [
      'an amount that is none',
      wesel('54310000', 'xxx'),
      { severity: 'error', rowNumber: 7, code: 'AMOUNT_FORMAT', column: 'Ist 2015', params: { value: 'xxx' } },
    ],
    [
      'an empty amount',
      wesel('54310000', ''),
      { severity: 'error', rowNumber: 7, code: 'AMOUNT_REQUIRED', column: 'Ist 2015', params: { value: '' } },
    ],
    [
      'an amount out of range',
      wesel('54310000', '10.000.000.000,00'),
      {
        severity: 'error',
        rowNumber: 7,
        code: 'AMOUNT_RANGE',
        column: 'Ist 2015',
        params: { value: '10.000.000.000,00' },
      },
    ],
    [
      'a missing key',
      wesel('54310000', '1', { 1: '' }),
      { severity: 'error', rowNumber: 7, code: 'TEXT_REQUIRED', column: 'Objektnr.', params: { value: '' } },
    ],
    [
      'a control character',
      wesel('54310000', '1', { 2: 'a\u001bb' }),
      {
        severity: 'error',
        rowNumber: 7,
        code: 'TEXT_CONTROL_CHAR',
        column: 'Bezeichnung',
        params: { value: 'a\u001bb' },
      },
    ],
    [
      'a text beyond 200 characters',
      wesel('54310000', '1', { 2: 'x'.repeat(201) }),
      {
        severity: 'error',
        rowNumber: 7,
        code: 'TEXT_TOO_LONG',
        column: 'Bezeichnung',
        params: { value: 'x'.repeat(201) },
      },
    ],
    [
      'an account outside the frame',
      wesel('31100000', '1'),
      {
        severity: 'error',
        rowNumber: 7,
        code: 'ACCOUNT_NOT_IN_FRAME',
        column: 'Kostenart',
        params: { account: '31100000', accountFrame: 'NW' },
      },
    ],
    [
      'a cell too few',
      wesel('54310000', '1').slice(1),
      { severity: 'error', rowNumber: 7, code: 'ROW_WIDTH', column: null, params: { expected: 15, found: 14 } },
    ],
  ])('with %s is invalid and says where', (_, cells, problem) => {
    const row = readWesel(cells);
    expect(row).toMatchObject({ kind: 'invalid', lines: [], problems: [problem] });
    expect(row.cellCents.size).toBe(0);
  });

  it('names every problem of a row at once', () => {
    const codes = readWesel(wesel('54310000', 'xxx', { 0: '', 6: 'yyy' })).problems.map((problem) => [
      problem.code,
      problem.column,
    ]);
    expect(codes).toEqual([
      ['TEXT_REQUIRED', 'Profitcenter'],
      ['AMOUNT_FORMAT', 'Ist 2015'],
      ['AMOUNT_FORMAT', 'Ist 2016'],
    ]);
  });

  it('an optional word may be missing', () => {
    expect(readWesel(wesel('54310000', '1', { 2: '' })).fields.costObjectName).toBeUndefined();
  });

  it('two rows never share a key by accident', () => {
    const first = readWesel(wesel('54310000', '1', { 0: 'a|b', 1: 'c' })).key;
    const second = readWesel(wesel('54310000', '1', { 0: 'a', 1: 'b|c' })).key;
    expect(first).not.toBe(second);
    expect(first).toBe('a\\|b|c|54310000');
  });

  it('has no units and is IT by its object', () => {
    const row = readWesel(wesel('54310000', '1'));
    expect(unitsOfRow(WESEL_PROFILE, row.fields)).toEqual([]);
    expect(isItRow(WESEL_PROFILE, row.fields)).toBe(true);
    expect(isItRow(WESEL_PROFILE, { costObject: '1.100.01.01.01' })).toBe(false);
    expect(isItRow(WESEL_PROFILE, {})).toBe(false);
    expect(isItRow({ ...WESEL_PROFILE, itFilter: null }, row.fields)).toBe(false);
  });
});

describe('one row of Freiburg', () => {
  const words = [
    '112002',
    'IT Service',
    '1120',
    'Organisation und EDV',
    '11',
    'Innere Verwaltung',
    'DEZ-IV',
    'Dezernat IV',
    'THH_16',
    'THH 16',
    'AMT-120',
    '120 Amt',
  ];
  const cells = (...amounts: string[]): string[] => [
    ...words,
    '1',
    '-2',
    '-1',
    '0',
    '0',
    '0',
    ...amounts,
    '0',
    '0',
    '0',
  ];
  const read = (row: string[]): RowReading => readRow(FREIBURG_PROFILE, inOrder(FREIBURG_PROFILE), row, 2);

  it('is a revenue and an expense line, both positive in the ledger', () => {
    const row = read(cells('90280', '-7553677,56', '-7463397,56'));
    expect(row.problems).toEqual([]);
    expect(row.lines.map((line) => [line.key, line.direction, line.sphere, line.amounts[2]])).toEqual([
      [
        '112002|AMT-120|revenue',
        'revenue',
        'operating',
        { fiscalYear: 2017, phase: 'plan', fileCents: 9_028_000, ledgerCents: 9_028_000 },
      ],
      [
        '112002|AMT-120|expense',
        'expense',
        'operating',
        { fiscalYear: 2017, phase: 'plan', fileCents: -755_367_756, ledgerCents: 755_367_756 },
      ],
    ]);
    expect(row.lines[0]?.amounts.map((entry) => [entry.fiscalYear, entry.phase])).toEqual([
      [2015, 'actual'],
      [2016, 'plan'],
      [2017, 'plan'],
      [2018, 'plan'],
    ]);
  });

  it('with a printed balance off by 313.00 is kept and reported', () => {
    const row = read(cells('1661974,4', '-74446340,28', '-72784052,88'));
    expect(row.kind).toBe('line');
    expect(row.problems).toEqual([
      {
        severity: 'warning',
        rowNumber: 2,
        code: 'BALANCE_DIFFERS',
        column: 'Ansatz (Saldo/Zuschussbedarf/Erträge - Aufwendungen)',
        params: { statedCents: -7_278_405_288, computedCents: -7_278_436_588, differenceCents: 31_300 },
      },
    ]);
  });

  it('with an unreadable part says nothing about its balance', () => {
    expect(read(cells('x', '-2', '-1')).problems.map((problem) => problem.code)).toEqual(['AMOUNT_FORMAT']);
    expect(read(cells('1', '-2', 'x')).problems.map((problem) => problem.code)).toEqual(['AMOUNT_FORMAT']);
  });

  it('asks about 1.234, because this file groups no thousands', () => {
    expect(read(cells('1.234', '-2', '-1')).problems.map((problem) => problem.code)).toEqual(['AMOUNT_AMBIGUOUS']);
  });

  it('names its units from the top down', () => {
    expect(unitsOfRow(FREIBURG_PROFILE, read(cells('1', '-2', '-1')).fields)).toEqual([
      { level: 'division', code: 'DEZ-IV', name: 'Dezernat IV', parentCode: null },
      { level: 'department', code: 'AMT-120', name: '120 Amt', parentCode: 'DEZ-IV' },
    ]);
    expect(unitsOfRow(FREIBURG_PROFILE, { unit: 'AMT-1' })).toEqual([
      { level: 'department', code: 'AMT-1', name: 'AMT-1', parentCode: null },
    ]);
  });

  it('has no total row, so a row without keys is a mistake', () => {
    expect(read(cells('1', '-2', '-1').map((cell, index) => (index < 12 ? '' : cell))).kind).toBe('invalid');
  });
});
