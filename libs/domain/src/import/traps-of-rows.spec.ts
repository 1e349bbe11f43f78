import { codesOf, readBy, readTable, rowsOf } from '../../../testing/src/import/tables';

/** Each trap of a finance system's export, with rows made up for it. Accounts are those of Lower Saxony unless said. */
const HEADER = 'Produkt;Sachkonto;Bezeichnung;Ansatz 2026;Ansatz 2027\n';
const LINES =
  HEADER +
  '111.10;3141000;Zuweisungen;1.000,00;1.100,00\n' +
  '111.10;4271000;Büromaterial;250,50;260,00\n' +
  '111.20;4431000;Telefon;99,90;99,90\n';
const read = (text: string, hints = {}, about = {}): ReturnType<typeof readTable> =>
  readTable(rowsOf(text), { fiscalYear: 2026, accountFrame: 'NI', ...hints }, about);

describe('keys', () => {
  const AGAIN = `${LINES}111.20;4431000;Telefon;1,00;2,00\n111.20;4431000;Telefon;0,10;0,10\nGesamt;;;1.351,50;1.462,00\n`;
  const sumOf = (table: ReturnType<typeof readTable>): (number | null)[][] =>
    table.summary.totals.map(({ totalCents, printedCents }) => [totalCents, printedCents]);

  it('rows that name a line again are one question, and until it is answered they are added up', () => {
    const table = read(AGAIN);
    expect(table.problems).toMatchObject([
      { code: 'LINE_ADDED', severity: 'info', rowNumber: 5, params: { key: '111.20|4431000', firstRowNumber: 4 } },
      { code: 'LINE_ADDED', severity: 'info', rowNumber: 6 },
    ]);
    expect(table.summary.questions).toEqual([
      {
        id: 'LINE_REPEATED',
        code: 'LINE_REPEATED',
        column: null,
        params: { count: 2, example: '111.20|4431000', row: 5, firstRow: 4 },
        options: ['add', 'first'],
      },
    ]);
  });

  it('rows that are added up agree with the total of the file', () => {
    const table = read(AGAIN, { answers: { LINE_REPEATED: 'add' } });
    expect([table.mapping.repeatedLines, table.summary.questions]).toEqual(['add', []]);
    expect(sumOf(table)).toEqual([
      [135150, 135150],
      [146200, 146200],
    ]);
  });

  it('rows that are left out are told of one by one', () => {
    const table = read(AGAIN, { answers: { LINE_REPEATED: 'first' } });
    expect(table.problems.filter(({ code }) => code === 'LINE_LEFT_OUT').map(({ rowNumber }) => rowNumber)).toEqual([
      5, 6,
    ]);
    expect(sumOf(table).map(([sum]) => sum)).toEqual([135040, 145990]);
  });

  it('nothing is said to come again while nobody has said what names a line', () => {
    const rows = rowsOf(AGAIN);
    const { problems, summary } = readBy({ ...read(AGAIN).mapping, keyFields: [] }, rows);
    expect([codesOf(problems), summary.questions]).toEqual([[], []]);
  });

  it('a row that points another way than the line it names stays an error', () => {
    const rows = rowsOf(
      'Produkt;Bezeichnung;Art;Ansatz 2026\n11;Miete;Ertrag;10,00\n12;Strom;Aufwand;5,00\n11;Miete;Aufwand;3,00\n',
    );
    const { mapping } = readTable(rows, { fiscalYear: 2026 });
    const { problems, summary } = readBy({ ...mapping, direction: 'side', keyFields: ['product'] }, rows);
    expect(problems).toMatchObject([{ code: 'KEY_DUPLICATE', severity: 'error', rowNumber: 4 }]);
    expect(summary.questions).toEqual([]);
  });

  it('the smallest set of codes without repetition names a line', () => {
    const text =
      'Amt;Produkt;Sachkonto;Ansatz 2026\n10;111;4271000;1,00\n10;112;4271000;2,00\n20;112;4271001;3,00\n20;111;4271000;5,50\n10;111;4271001;5,50\n';
    expect(read(text).mapping.keyFields).toEqual(['product', 'unit', 'account']);
    expect(
      read(text.replace('20;111;4271000', '20;111;4271009').replace('10;112;4271000', '10;112;4271002')).mapping
        .keyFields,
    ).toEqual(['product', 'account']);
  });

  it('what is unique in the first 2,000 rows only may repeat further down: every code of the line counts', () => {
    const rows = Array.from({ length: 2400 }, (_, at) => `${100 + (at % 7)};OBJ${at};4271000;${at},50`);
    const text = `Kostenstelle;Objekt;Sachkonto;Ansatz 2026\n${rows.join('\n')}\n101;OBJ1;4271001;1,00\n`;
    const { mapping, problems } = read(text);
    expect([mapping.keyFields, problems]).toEqual([['costCentre', 'costObject', 'account'], []]);
  });
});

describe('sums', () => {
  const LEAVES = ['111.10;4271000;A;100,00;10,00', '111.10;4272000;B;50,00;20,00', '111.20;4273000;C;7,00;30,00'];
  const table = (...rows: string[]): ReturnType<typeof readTable> => read(`${HEADER}${rows.join('\n')}\n`);

  it.each<[string, string]>([
    ['with a word', 'Summe;;;157,00;60,00'],
    ['with an English word', ';;Grand total;157,00;60,00'],
    ['with a word in its name', ';;Gesamtergebnis;157,00;60,00'],
    ['with empty keys and no word', ';;;157,00;60,00'],
    ['with a sign', ';;= ;157,00;60,00'],
  ])('a total row %s is compared and not imported', (_, total) => {
    const { summary, questions } = table(...LEAVES, total);
    expect([questions, summary.rows, summary.sumRows]).toEqual([[], 3, 1]);
    expect(summary.totals.map(({ totalCents, printedCents }) => [totalCents, printedCents])).toEqual([
      [15_700, 15_700],
      [6000, 6000],
    ]);
    expect(codesOf(summary.findings)).toEqual(['TOTAL_ROW_MATCHES']);
  });

  it('a total row that nothing marks is found by arithmetic, and said', () => {
    const { summary, evidence } = table(...LEAVES, '111.99;4999000;D;157,00;60,00');
    expect([summary.rows, summary.sumRows]).toEqual([3, 1]);
    expect(evidence).toContainEqual(
      expect.objectContaining({ code: 'SUM_ROWS_ARITHMETIC', params: expect.objectContaining({ row: 5 }) as object }),
    );
  });

  it('in a table with one amount a row that could be a sum is asked about', () => {
    const text = 'Produkt;Sachkonto;Ansatz 2026\n1;4271000;10,50\n2;4271000;20,00\n3;4271000;30,00\n4;4271000;60,50\n';
    expect(codesOf(read(text).questions)).toEqual(['SUM_ROWS']);
    const answered = read(text, { answers: { SUM_ROWS: 'row' } });
    expect([answered.summary.rows, answered.summary.sumRows]).toEqual([4, 0]);
  });

  it('subtotals stand between the rows, and a total below them', () => {
    const { summary, problems } = table(
      LEAVES[0] ?? '',
      LEAVES[1] ?? '',
      ';;Zwischensumme 111.10;150,00;30,00',
      LEAVES[2] ?? '',
      ';;Zwischensumme 111.20;7,00;30,00',
      ';;Gesamt;157,00;60,00',
    );
    expect([summary.rows, summary.sumRows, problems]).toEqual([3, 3, []]);
    expect(codesOf(summary.findings)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
  });

  it('subtotals leave only a part of the key empty, as pivot tables do', () => {
    const { summary, mapping } = table(
      LEAVES[0] ?? '',
      LEAVES[1] ?? '',
      '111.10;;;150,00;30,00',
      LEAVES[2] ?? '',
      '111.20;;;7,00;30,00',
    );
    expect([summary.rows, summary.sumRows, mapping.sumRows.blankFields]).toEqual([3, 2, ['account', 'accountName']]);
  });

  it('shorter codes are sums of the longer ones below them', () => {
    const { summary, mapping } = read(
      'Produkt;Bezeichnung;Ansatz 2026;Ansatz 2027\n11;Innere Verwaltung;157,00;60,00\n1110;Steuerung;150,00;30,00\n1120;IT;7,00;30,00\n12;Ordnung;5,50;1,00\n1210;Wahlen;5,50;1,00\n',
      { answers: { DIRECTION: 'expense' } },
    );
    expect([summary.rows, summary.sumRows, mapping.sumRows.leafCode]).toEqual([3, 2, { field: 'product', length: 4 }]);
  });

  it('a subtotal that is off is reported with its difference, and the rows are kept', () => {
    const { summary, problems } = table(...LEAVES, ';;Zwischensumme;157,01;60,00', '111.30;4271000;E;1,00;1,00');
    expect([summary.rows, summary.sumRows]).toEqual([4, 1]);
    expect([...problems, ...summary.findings]).toContainEqual({
      severity: 'warning',
      rowNumber: 5,
      code: 'SUBTOTAL_DIFFERS',
      column: 'Ansatz 2026',
      params: { statedCents: 15_701, readCents: 15_700, differenceCents: 1 },
    });
  });

  it('a total that is off is an error with the column and the cent', () => {
    expect(table(...LEAVES, 'Summe;;;157,00;60,01').summary.findings).toMatchObject([
      { severity: 'error', code: 'TOTAL_ROW_DIFFERS', column: 'Ansatz 2027', params: { differenceCents: 1 } },
    ]);
  });

  it('a line whose name begins like a sum is a line', () => {
    const { summary } = table(
      ...LEAVES,
      '111.30;4271000;Gesamtschule Nord;3,00;4,00',
      '111.40;4271000;Totalunternehmer;3,00;9,00',
    );
    expect([summary.rows, summary.sumRows]).toEqual([5, 0]);
  });

  it('a printed balance is recognised by arithmetic and checked', () => {
    const { mapping, problems } = read(
      'Produkt;Erträge 2026;Aufwendungen 2026;Ergebnis 2026 Saldo\n1;100,00;40,00;60,00\n2;0,00;7,50;-7,50\n3;1,00;1,00;0,00\n4;9,00;2,00;7,00\n' +
        Array.from({ length: 20 }, (_, at) => `${at + 10};${at},00;1,00;${at - 1},00`).join('\n') +
        '\n5;9,00;2,00;7,01\n',
    );
    expect(mapping.columns[3]).toMatchObject({
      role: 'balance',
      parts: [
        { column: 1, factor: 1 },
        { column: 2, factor: -1 },
      ],
    });
    expect(problems).toMatchObject([{ code: 'BALANCE_DIFFERS', rowNumber: 26, params: { differenceCents: 1 } }]);
  });
});

describe('rows', () => {
  it('headers that come again on every page are passed over', () => {
    const page = '111.30;4271000;Papier;1,00;2,00\n';
    const { summary, problems } = read(LINES + HEADER + page + HEADER + page.replace('111.30', '111.40'));
    expect([summary.rows, problems]).toEqual([5, []]);
    expect(summary.findings).toEqual([
      { severity: 'info', rowNumber: null, code: 'HEADER_REPEATED', column: null, params: { count: 2 } },
    ]);
  });

  it('rows above the table and a remark below it are no rows', () => {
    const { mapping, summary, problems } = read(
      `Stadt Musterhausen;;;;\nHaushaltsplan 2026 und 2027;;;;\n;;;;\n${LINES};;;;\nQuelle: Finanzverfahren, Stand 01.02.2026;;;;\n`,
    );
    expect([mapping.headerRows, mapping.firstDataRow, summary.rows]).toEqual([[4], 5, 3]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'ROW_WITHOUT_AMOUNT', rowNumber: 9 }]);
  });

  it('a quoted line break stays in its cell', () => {
    const { readings, problems } = read(
      `${HEADER}111.10;4271000;"Büro-\nmaterial";1,00;2,00\n111.10;3141000;x;5,50;6,00\n`,
    );
    expect(problems).toEqual([]);
    expect(readings[1]).toMatchObject({ fields: { accountName: 'Büro- material' } });
  });

  it('a row that is too short or too long is an error, because its amounts may have moved', () => {
    const { problems } = read(
      `${LINES}111.20;4432000;Porto;1,00\n111.20;4433000;Fracht;1,00;2,00;3,00\n111.20;4434000;Post;1,00;2,00;;\n`,
    );
    expect(problems).toMatchObject([
      { code: 'ROW_WIDTH', rowNumber: 5, params: { expected: 5, found: 4 } },
      { code: 'ROW_WIDTH', rowNumber: 6, params: { expected: 5, found: 6 } },
    ]);
  });

  it('a remark under the table is no row, also when it begins with a number', () => {
    const { problems } = read(`${LINES}1) ohne innere Verrechnungen\n`);
    expect(problems).toMatchObject([{ code: 'ROW_WITHOUT_AMOUNT', severity: 'warning', rowNumber: 5 }]);
  });

  it('workbooks leave out empty cells at the end of a row', () => {
    const { problems } = read(`${LINES}111.20;4432000;Porto;1,00\n`, {}, { sheetName: 'Plan' });
    expect(problems).toEqual([]);
  });

  it('an account that the frame does not know is named with its frame', () => {
    const { problems } = read(`${LINES}111.20;8991000;Abschluss;1,00;2,00\n`, { accountFrame: 'NI' });
    expect(problems).toMatchObject([
      {
        code: 'ACCOUNT_NOT_IN_FRAME',
        rowNumber: 5,
        column: 'Sachkonto',
        params: { account: '8991000', accountFrame: 'NI' },
      },
    ]);
  });
});

describe('days', () => {
  const bookings = (...days: string[]): string =>
    'Haushaltsstelle;Buchungsdatum;Betrag;Belegnr.\n' +
    days.map((day, at) => `111.10;${day};${at + 1},50;B-${at}`).join('\n') +
    '\n';
  const daysOf = (text: string, hints = {}): (string | null | undefined)[] =>
    readTable(rowsOf(text), hints).readings.flatMap((row) => (row.kind === 'booking' ? [row.booking?.bookedOn] : []));

  it('two formats in one file are both read, and the person sees it', () => {
    const text = bookings('03.04.2026', '2026-04-05', '20260406', '7.4.26');
    const table = readTable(rowsOf(text));
    expect([table.questions, table.problems]).toEqual([[], []]);
    expect(codesOf(table.evidence)).toContain('DATES_MIXED');
    expect(daysOf(text)).toEqual(['2026-04-03', '2026-04-05', '2026-04-06', '2026-04-07']);
  });

  it('03/04/2026 is asked; another day of the file can prove the order', () => {
    const open = bookings('03/04/2026', '05/04/2026');
    expect(codesOf(readTable(rowsOf(open)).questions)).toEqual(['DATE_ORDER']);
    expect(daysOf(open, { dateOrder: 'mdy' })).toEqual(['2026-03-04', '2026-05-04']);
    expect(daysOf(open, { answers: { DATE_ORDER: 'mdy' } })).toEqual(['2026-03-04', '2026-05-04']);
    expect(daysOf(bookings('03/04/2026', '04/25/2026'))).toEqual(['2026-03-04', '2026-04-25']);
    expect(daysOf(bookings('03/04/2026', '25/04/2026'))).toEqual(['2026-04-03', '2026-04-25']);
    expect(codesOf(readTable(rowsOf(bookings('13/04/2026', '04/13/2026'))).questions)).toEqual(['DATE_ORDER']);
  });

  it('times where days should be are no days: it is asked, and a wrong answer asks again', () => {
    const text = bookings('00:00:00', '00:00:00');
    expect(codesOf(readTable(rowsOf(text)).questions)).toEqual(['DATE_MISSING']);
    expect(codesOf(readTable(rowsOf(text), { answers: { DATE_MISSING: 'gestern' } }).questions)).toEqual([
      'DATE_MISSING',
    ]);
    expect(daysOf(text, { answers: { DATE_MISSING: '30.06.2014' } })).toEqual(['2014-06-30', '2014-06-30']);
    expect(daysOf(text, { bookedOn: '2014-06-30' })).toEqual(['2014-06-30', '2014-06-30']);
  });

  it('a day that does not exist is a problem of its row', () => {
    const { problems } = readTable(rowsOf(bookings('03.04.2026', '31.02.2026', '04.04.2026')));
    expect(problems).toMatchObject([
      { code: 'DATE_INVALID', rowNumber: 3, column: 'Buchungsdatum', params: { value: '31.02.2026' } },
    ]);
  });
});
