import { fieldsOf, type ReadTable, readTable, rowsOf } from '../../../testing/src/import/tables';

/* Case numbers of tasks as offices keep them: a month a row, or the months of a year beside each other. */

const volumesOf = (table: ReadTable): unknown[] =>
  table.readings.flatMap((reading) =>
    reading.kind === 'record'
      ? (reading.record.volumes ?? []).map(({ year, month, kind, count }) => [
          reading.record.key,
          `${year}-${month}`,
          kind,
          count,
        ])
      : [],
  );
const toldOf = (table: ReadTable): unknown[] =>
  table.problems.map(({ severity, rowNumber, column, code, params }) => [
    severity,
    rowNumber,
    column,
    code,
    params['value'],
  ]);

const LONG = [
  'Aufgabe;Amt;Monat;Fallzahl;Art',
  'Bauanträge;60;2026-01;1.204;Ist',
  'Bauanträge;60;02.2026;0;eingegangen',
  'Bauanträge;60;März 2027;130;geplant',
  'Summe;;;1.334;',
].join('\n');

it('a list with a month a row is understood by its words; 0 is a number, and its sum is no task', () => {
  const table = readTable(rowsOf(LONG));
  expect([table.mapping.kind, table.questions, table.problems]).toEqual(['volumes', [], []]);
  expect(volumesOf(table)).toEqual([
    ['Bauanträge', '2026-1', 'actual', 1204],
    ['Bauanträge', '2026-2', 'actual', 0],
    ['Bauanträge', '2027-3', 'planned', 130],
  ]);
  expect(table.summary).toMatchObject({ rows: 3, sumRows: 1, totals: [{ column: 'Fallzahl', totalCents: 133_400 }] });
});

it('the unit may be called Einheit or Stelle: without it a row could fall to a task of the same name elsewhere', () => {
  for (const head of ['Einheit', 'Stelle', 'Zuständige Stelle', 'Bereich']) {
    const { mapping, readings } = readTable(rowsOf(LONG.replace('Amt', head)));
    expect([head, mapping.kind, mapping.columns.map((one) => (one.role === 'field' ? one.field : one.role))]).toEqual([
      ...[head, 'volumes', ['task', 'unit', 'month', 'cases', 'volumeKind']],
    ]);
    expect(readings.length).toBeGreaterThan(0);
  }
});

it.each([
  ['1.204', '', 'info', 'Fallzahl', 'VOLUME_BLANK', ''],
  ['1.204', '-4', 'error', 'Fallzahl', 'RECORD_CASES', '-4'],
  ['1.204', '12,5', 'error', 'Fallzahl', 'RECORD_CASES', '12,5'],
  ['1.204', '–', 'error', 'Fallzahl', 'RECORD_CASES', '–'],
  ['1.204', 'keine', 'error', 'Fallzahl', 'RECORD_CASES', 'keine'],
  ['1.204', '10.000.001', 'error', 'Fallzahl', 'RECORD_CASES', '10.000.001'],
  ['2026-01', '2026-13', 'error', 'Monat', 'RECORD_MONTH', '2026-13'],
  ['2026-01', '', 'error', 'Monat', 'RECORD_EMPTY', ''],
  [';Ist', ';vielleicht', 'error', 'Art', 'RECORD_WORD', 'vielleicht'],
  [';Ist', ';', 'error', 'Art', 'RECORD_EMPTY', ''],
])('„%s“ written „%s“ is told at its cell', (from, to, severity, column, code, value) => {
  expect(toldOf(readTable(rowsOf(LONG.replace(from, to))))).toEqual([[severity, 2, column, code, value]]);
});

it.each([
  '1/2026',
  '01-2026',
  '2026/01',
  '202601',
  'Jan. 2026',
  'Januar 26',
  '31.01.2026',
  '2026-01-15',
  '2026 Januar',
])('a month may be written %s', (month) => {
  expect(volumesOf(readTable(rowsOf(LONG.replace('2026-01', month))))[0]).toEqual([
    ...['Bauanträge', '2026-1', 'actual', 1204],
  ]);
});

it('a year may stand in a column of its own, and must not contradict the month', () => {
  const text = 'Aufgabe;Jahr;Monat;Fälle Ist\nMeldungen;2025;3;7\nMeldungen;2025;Mai;8\nMeldungen;2025;2026-06;9\n';
  const table = readTable(rowsOf(text));
  expect([table.mapping.kind, table.questions]).toEqual(['volumes', []]);
  expect(volumesOf(table)).toEqual([
    ['Meldungen', '2025-3', 'actual', 7],
    ['Meldungen', '2025-5', 'actual', 8],
  ]);
  expect(toldOf(table)).toEqual([['error', 4, 'Monat', 'RECORD_MONTH_YEAR', '2026-06']]);
});

describe('months beside each other', () => {
  const MONTHS = 'Jan;Feb;März;April;Mai;Juni;Juli;Aug;Sept;Okt;Nov;Dez';
  const WIDE = `Aufgabe;Jahr;Ist/Plan;${MONTHS};Summe\nMeldungen;2025;Ist;1;2;3;;;;;;;10;11;0;27\nPässe;2026;Plan;5;;;;;;;;;;;;5\n`;

  it('are twelve numbers of the year of the row; a blank month is none, and a column of sums is left out', () => {
    const table = readTable(rowsOf(WIDE));
    expect([table.mapping.kind, table.questions, table.problems]).toEqual(['volumes', [], []]);
    expect(fieldsOf(table)).toMatchObject({ Jan: 'casesJanuary', Dez: 'casesDecember', Jahr: 'fiscalYear' });
    expect(volumesOf(table)).toEqual([
      ...['2025-1', '2025-2', '2025-3', '2025-10', '2025-11', '2025-12'].map((month, at) => [
        ...['Meldungen', month, 'actual', [1, 2, 3, 10, 11, 0][at]],
      ]),
      ['Pässe', '2026-1', 'planned', 5],
    ]);
    const wrong = readTable(rowsOf(WIDE.replace('10;11;0', '10;11,5;0')));
    expect(toldOf(wrong)).toEqual([['error', 2, 'Nov', 'RECORD_CASES', '11,5']]);
  });

  it('may bear their year; of two years the person says which one is read, and of none which it is', () => {
    const text = (header: string): string => `Aufgabe;Amt;${header}\nMeldungen;33;4;5\n`;
    const of = (header: string, answers: Record<string, string> = {}): ReadTable =>
      readTable(rowsOf(text(header)), {
        kind: 'volumes',
        answers: { HEADER_MISSING: 'header', VOLUME_KIND: 'actual', ...answers },
      });
    for (const header of [
      '2026-01;2026-02',
      'Jan 2026;Feb 2026',
      '01.01.2026;01.02.2026',
      'Fälle 1/2026;Fälle 2/2026',
    ]) {
      const table = of(header);
      expect([header, table.questions, volumesOf(table)]).toEqual([
        header,
        [],
        [
          ['Meldungen', '2026-1', 'actual', 4],
          ['Meldungen', '2026-2', 'actual', 5],
        ],
      ]);
    }
    const asked = of('Dez 2025;Jan 2026');
    expect(asked.questions).toMatchObject([{ id: 'VOLUME_YEARS', options: ['2025', '2026'] }]);
    expect(volumesOf(of('Dez 2025;Jan 2026', { VOLUME_YEARS: '2026' }))).toEqual([
      ['Meldungen', '2026-1', 'actual', 5],
    ]);
    expect(of('Januar;Februar').questions.map(({ id }) => id)).toEqual(['YEAR_MISSING']);
    expect(volumesOf(of('Januar;Februar', { YEAR_MISSING: '2025' }))[0]).toEqual([
      ...['Meldungen', '2025-1', 'actual', 4],
    ]);
  });
});

it('what the columns do not say is asked: whether cases came in or are planned', () => {
  const text = 'Aufgabe;Monat;Fallzahl\nMeldungen;2026-01;4\n';
  expect(readTable(rowsOf(text)).questions).toMatchObject([{ id: 'VOLUME_KIND', options: ['actual', 'planned'] }]);
  const answered = readTable(rowsOf(text), { answers: { VOLUME_KIND: 'planned' } });
  expect([answered.questions, volumesOf(answered)]).toEqual([[], [['Meldungen', '2026-1', 'planned', 4]]]);
});
