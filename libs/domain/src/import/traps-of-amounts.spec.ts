import { codesOf, ledgerOf, readTable, rowsOf, totalsOf } from '../../../testing/src/import/tables';

/** Each trap of a finance system's export, with rows made up for it. Accounts are those of Lower Saxony unless said. */
const HEADER = 'Produkt;Sachkonto;Bezeichnung;Ansatz 2026;Ansatz 2027\n';
const LINES =
  HEADER +
  '111.10;3141000;Zuweisungen;1.000,00;1.100,00\n' +
  '111.10;4271000;Büromaterial;250,50;260,00\n' +
  '111.20;4431000;Telefon;99,90;99,90\n';
const read = (text: string, hints = {}, about = {}): ReturnType<typeof readTable> =>
  readTable(rowsOf(text), { fiscalYear: 2026, accountFrame: 'NI', ...hints }, about);

describe('amounts', () => {
  it('a blank cell is no amount, a written zero is one', () => {
    const { readings, questions } = read(`${LINES}111.20;4432000;Porto;;0,00\n111.20;4433000;Fracht;5,00;\n`);
    expect(questions).toEqual([]);
    expect(readings.slice(4).map((row) => (row.kind === 'line' ? row.lines[0]?.amounts : null))).toEqual([
      [{ fiscalYear: 2027, phase: 'plan', fileCents: 0, ledgerCents: 0 }],
      [{ fiscalYear: 2026, phase: 'plan', fileCents: 500, ledgerCents: 500 }],
    ]);
  });

  it('-0,00 is zero without a sign', () => {
    const { readings } = read(`${LINES}111.20;4432000;Porto;-0,00;0,00-\n`);
    const row = readings[4];
    expect(row?.kind === 'line' && row.lines[0]?.amounts.map(({ ledgerCents }) => Object.is(ledgerCents, 0))).toEqual([
      true,
      true,
    ]);
  });

  it('1.596.852.249 proves that the point groups thousands, so 1.234 is read', () => {
    const { mapping, questions, readings } = read(
      `${HEADER}111.10;4271000;Bau;1.596.852.249;1.234\n111.20;3141000;Zuweisungen;12;7\n`,
    );
    expect([questions, mapping.numbers.grouping]).toEqual([[], '.']);
    expect(readings[1]).toMatchObject({
      lines: [{ amounts: [{ fileCents: 159_685_224_900 }, { fileCents: 123_400 }] }],
    });
  });

  it('1.234 alone is asked, and its cells stay errors until somebody answers', () => {
    const text = `${HEADER}111.10;4271000;Bau;1.234;7\n111.20;3141000;Zuweisungen;12;7\n`;
    const asked = read(text);
    expect(codesOf(asked.questions)).toEqual(['NUMBER_GROUPING']);
    expect(asked.problems).toMatchObject([{ code: 'AMOUNT_AMBIGUOUS', rowNumber: 2, column: 'Ansatz 2026' }]);
    const answered = read(text, { answers: { NUMBER_GROUPING: 'thousands' } });
    expect([answered.questions, answered.problems, totalsOf(answered)['Ansatz 2026']]).toEqual([[], [], 124_600]);
    expect(read(text, { pointGroupsThousands: true }).questions).toEqual([]);
  });

  it('in a file that writes 189056,5 without groups, 1.234 is asked too', () => {
    const { questions } = read(`${HEADER}111.10;4271000;Bau;189056,5;1.234\n111.20;3141000;Zuweisungen;12,5;7\n`);
    expect(codesOf(questions)).toEqual(['NUMBER_GROUPING']);
  });

  it.each<[string, string, string, number]>([
    ['a blank', '1 234 567,80', '12 000,00', 123_456_780],
    ['a no-break blank', '1\u00A0234\u00A0567,80', '12\u00A0000,00', 123_456_780],
    ['a narrow no-break blank', '1\u202F234\u202F567,80', '12\u202F000,00', 123_456_780],
    ['a Swiss apostrophe', "1'234'567.80", "12'000.00", 123_456_780],
    ['a typographic apostrophe', '1\u2019234\u2019567.80', '12\u2019000.00', 123_456_780],
    ['a point', '1.234.567,80', '12.000,00', 123_456_780],
    ['an English comma', '1,234,567.80', '12,000.00', 123_456_780],
  ])('%s groups thousands', (_, first, second, cents) => {
    const table = read(`${HEADER}111.10;4271000;Bau;${first};${second}\n111.20;3141000;Zuweisungen;12;7\n`);
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(totalsOf(table)).toEqual({ 'Ansatz 2026': cents + 1200, 'Ansatz 2027': 1_200_700 });
  });

  it('a minus stands behind the number', () => {
    const table = read(
      `Produkt;Sachkonto;Ansatz 2026;Ansatz 2027\n111.10;3141000;1.000,00-;8.000-\n111.20;4271000;250,50;12,00\n`,
    );
    expect([table.mapping.numbers.trailingMinus, table.mapping.signs]).toEqual([true, { revenue: -1, expense: 1 }]);
    expect(ledgerOf(table)).toMatchObject({ 'plan revenue 2026': 100_000, 'plan revenue 2027': 800_000 });
  });

  it('parentheses mean minus', () => {
    const table = read(
      `Produkt;Sachkonto;Ansatz 2026;Ansatz 2027\n111.10;3141000;(1.000,00);(8,00)\n111.20;4271000;250,50;12,00\n`,
    );
    expect(ledgerOf(table)).toMatchObject({ 'plan revenue 2026': 100_000, 'plan revenue 2027': 800 });
  });

  it('text in an amount column is a problem of its row, and the file is read on', () => {
    const { problems, summary } = read(`${LINES}111.20;4432000;Porto;siehe Anlage;3,00\n`);
    expect(problems).toEqual([
      {
        severity: 'error',
        rowNumber: 5,
        code: 'AMOUNT_FORMAT',
        column: 'Ansatz 2026',
        params: { value: 'siehe Anlage' },
      },
    ]);
    expect([summary.rows, summary.invalidRows]).toEqual([4, 1]);
  });

  it('a formula error of a workbook is no amount', () => {
    expect(read(`${LINES}111.20;4432000;Porto;#DIV/0!;3,00\n`).problems).toMatchObject([
      { code: 'AMOUNT_FORMAT', params: { value: '#DIV/0!' } },
    ]);
  });

  it.each<[string, string]>([
    ['in the header', 'Produkt;Sachkonto;Bezeichnung;Ansatz 2026 (T€);Ansatz 2027 (T€)\n'],
    ['in TEUR', 'Produkt;Sachkonto;Bezeichnung;Ansatz 2026 TEUR;Ansatz 2027 TEUR\n'],
    ['in Tsd. EUR', 'Produkt;Sachkonto;Bezeichnung;Ansatz 2026 in Tsd. EUR;Ansatz 2027 in Tsd. EUR\n'],
    ['above the table', 'Angaben in Tausend Euro;;;;\n;;;;\nProdukt;Sachkonto;Bezeichnung;Ansatz 2026;Ansatz 2027\n'],
  ])('thousands of euros, said %s, are multiplied and shown', (_, header) => {
    const table = read(`${header}111.10;3141000;Zuweisungen;12,5;13\n111.20;4271000;Bau;1.234,25;7\n`);
    expect([table.questions, table.mapping.unitFactor]).toEqual([[], 1000]);
    expect(codesOf(table.evidence)).toContain('UNIT_BY_WORD');
    expect(Object.values(totalsOf(table))).toEqual([124_675_000, 2_000_000]);
  });

  it('whole small numbers without a unit may be thousands, so it is asked', () => {
    const rows = Array.from(
      { length: 10 },
      (_, at) => `111.${at + 10};4271000;Bau;${at * 37 + 11};${at * 53 + 9}`,
    ).join('\n');
    const asked = read(`${HEADER}${rows}\n111.99;3141000;Zuweisungen;9;8\n`);
    expect(codesOf(asked.questions)).toEqual(['UNIT_SUSPECTED']);
    const answered = read(`${HEADER}${rows}\n111.99;3141000;Zuweisungen;9;8\n`, {
      answers: { UNIT_SUSPECTED: '1000' },
    });
    expect([answered.questions, answered.mapping.unitFactor]).toEqual([[], 1000]);
  });
});

describe('signs', () => {
  const rows = (revenue: string, expense: string): string =>
    `Produkt;Sachkonto;Ansatz 2026\n111.10;3141000;${revenue}1.000,50\n111.20;3142000;${revenue}20,00\n111.10;4271000;${expense}250,50\n111.20;4431000;${expense}99,90\n`;
  const LEDGER = { 'plan revenue 2026': 102_050, 'plan expense 2026': 35_040 };

  it.each<[string, string, string]>([
    ['revenue is negative, as SAP has it', '-', ''],
    ['expense is negative', '', '-'],
    ['both are positive', '', ''],
  ])('%s: the ledger has both positive', (_, revenue, expense) => {
    const table = read(rows(revenue, expense));
    expect([table.questions, ledgerOf(table)]).toEqual([[], LEDGER]);
    expect(codesOf(table.evidence)).toContain('SIGN_BY_ACCOUNTS');
  });

  it('Soll and Haben stand in columns of their own', () => {
    const table = read(
      'Produkt;Sachkonto;Jahr;Soll;Haben\n111.10;3141000;2026;;1.000,50\n111.20;3142000;2026;;20,00\n111.10;4271000;2026;260,50;10,00\n111.20;4431000;2026;99,90;\n',
      { kind: 'actuals' },
    );
    expect(ledgerOf(table)).toEqual({ 'actual revenue 2026': 102_050, 'actual expense 2026': 35_040 });
  });

  it('a column marks every amount with S or H', () => {
    const table = read(
      'Produkt;Sachkonto;S/H;Ansatz 2026\n111.10;3141000;H;1.000,50\n111.20;3142000;H;20,00\n111.10;4271000;S;250,50\n111.20;4431000;S;99,90\n',
    );
    expect([table.questions, ledgerOf(table)]).toEqual([[], LEDGER]);
  });

  it('a mark that repeats the minus does not count twice', () => {
    const table = read(
      'Produkt;Sachkonto;S/H;Ansatz 2026\n111.10;3141000;H;-1.000,50\n111.20;3142000;H;-20,00\n111.10;4271000;S;250,50\n111.20;4431000;S;99,90\n',
    );
    expect(ledgerOf(table)).toEqual(LEDGER);
    expect(codesOf(table.evidence)).toContain('SIGN_MARK_REPEATS');
  });

  it('neither sign prevails: it is asked, with what is clear first', () => {
    const table = read(
      'Produkt;Sachkonto;Ansatz 2026\n1;3141000;10,00\n2;3142000;-20,00\n1;4271000;250,50\n2;4431000;99,90\n',
    );
    expect(table.questions).toMatchObject([{ code: 'SIGN', params: { revenueNegative: 50, expenseNegative: 0 } }]);
    expect(table.questions[0]?.options).not.toContain('typo');
    const answered = read(
      'Produkt;Sachkonto;Ansatz 2026\n1;3141000;10,00\n2;3142000;-20,00\n1;4271000;250,50\n2;4431000;99,90\n',
      { answers: { SIGN: 'revenue_negative' } },
    );
    expect([answered.questions, ledgerOf(answered)['plan revenue 2026']]).toEqual([[], 1000]);
  });

  it('a saved profile used on a file with the other sign does not go unnoticed', () => {
    const { mapping } = read(rows('-', ''));
    const flipped = read(rows('', '').replace(/\n/g, '\n').concat('111.30;3143000;5,00\n111.40;3144000;6,00\n'), {
      profiles: [{ code: 'p', name: 'SAP', mapping }],
    });
    expect(flipped.profile).toBe('p');
    expect(codesOf(flipped.summary.findings)).toContain('REVENUE_NEGATIVE');
  });
});

describe('columns with amounts that nobody knows', () => {
  const text =
    'Produkt;Sachkonto;Bezeichnung;Ansatz 2026;Einsparung;Stellen;Hinweis\n111105;4431000;Porto;12.000,00;500,00;1,5;a\n111105;4429000;Sonst;8.500,00;200,00;2,0;b\n111106;3488000;Miete;1.200,00;100,00;0,5;c\n';

  it('are asked about, one by one; numbers of posts are no money', () => {
    const table = read(text);
    expect(table.questions).toMatchObject([
      {
        id: 'AMOUNT_LEFT_OVER:4',
        column: 4,
        params: { header: 'Einsparung' },
        options: ['leave_out', 'actual', 'commitment_authority'],
      },
    ]);
  });

  it('stay out or come in as the person says', () => {
    const out = read(text, { answers: { 'AMOUNT_LEFT_OVER:4': 'leave_out' } });
    expect([out.questions, ledgerOf(out)['plan expense 2026']]).toEqual([[], 2_050_000]);
    const spent = read(text, { answers: { 'AMOUNT_LEFT_OVER:4': 'actual' } });
    expect([spent.questions, ledgerOf(spent)]).toMatchObject([
      [],
      { 'plan expense 2026': 2_050_000, 'actual expense 2026': 70_000, 'actual revenue 2026': 10_000 },
    ]);
  });

  it('of bookings may be the amount that counts', () => {
    const bookings = 'Haushaltsstelle;Buchungsdatum;Betrag;Rate\n1;01.02.2026;10,50;0,50\n1;02.02.2026;20,50;1,50\n';
    expect(codesOf(read(bookings).questions)).toEqual(['AMOUNT_LEFT_OVER']);
    expect(totalsOf(read(bookings, { answers: { 'AMOUNT_LEFT_OVER:3': 'instead' } }))).toEqual({ Rate: 200 });
  });

  it('beside a column of expenses may be its revenue', () => {
    const table = read(
      'hhjahr;Produkt;ausgabe;eingabe\n2026;1;600;\n2026;2;;45400\n2026;3;1200;70\n2026;4;88000;150\n2026;5;10;123450\n',
      { kind: 'plan_lines', answers: { 'AMOUNT_LEFT_OVER:3': 'revenue' } },
    );
    expect([table.questions, ledgerOf(table)]).toMatchObject([
      [],
      { 'plan expense 2026': 8_981_000, 'plan revenue 2026': 16_907_000 },
    ]);
  });
});

it('a cell that says its own unit does not depend on that of the table', () => {
  const table = read(
    'Produkt;Sachkonto;Ansatz 2026\n111105;4431000;1,5 Mio\n111106;4431000;250 TEUR\n111107;4431000;120.000,00\n',
  );
  expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 187_000_000 });
});

it('a column called by phase and year holds amounts even where most cells say something else', () => {
  const table = read(
    'Produkt;Sachkonto;Ansatz 2026\n111105;4431000;12.000,00\n111106;4431000;siehe Anlage\n111107;4431000;k. A.\n',
  );
  expect(codesOf(table.problems)).toEqual(['AMOUNT_FORMAT', 'AMOUNT_FORMAT']);
  expect(ledgerOf(table)).toEqual({ 'plan expense 2026': 1_200_000 });
});
