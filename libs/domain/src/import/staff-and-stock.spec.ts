import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codesOf, fieldsOf, type ReadTable, readTable, rowsOf, withColumns } from '../../../testing/src/import/tables';
import type { ImportedRecord, PlannedFte } from './reading';

/* Lists of posts, staffing plans in sums, devices and sites, as offices keep and print them. */

const recordsOf = (table: ReadTable): ImportedRecord[] =>
  table.readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));
const wrongOf = (table: ReadTable): unknown[] =>
  table.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ rowNumber, column, code, params }) => [rowNumber, column, code, params['value']]);
const sumOf = (table: ReadTable, pick: (one: PlannedFte) => boolean): number =>
  recordsOf(table)
    .flatMap(({ fte = [] }) => fte)
    .filter(pick)
    .reduce((sum, { hundredths }) => sum + hundredths, 0);

/** The real file is not part of the repository: it lies beside it, or where ETATLOTSE_SHARED_DIR says. */
const DATA = path.join(process.env['ETATLOTSE_SHARED_DIR'] ?? path.resolve(__dirname, '../../../../../shared'), 'data');
const MUENSTER = path.join(DATA, 'de-muenster-stellenplan-it/Stellenplan_2026_2027.csv');
const [whereThere, name] = existsSync(MUENSTER)
  ? [describe, 'Münster’s Stellenplan 2026/2027, by detection']
  : [describe.skip, 'Münster’s Stellenplan 2026/2027 (needs ../shared/data, which is absent)'];

whereThere(name, () => {
  const rows = existsSync(MUENSTER) ? rowsOf(readFileSync(MUENSTER, 'utf8'), ',') : [];
  const expectAllOf = (table: ReadTable): void => {
    expect([table.mapping.kind, table.questions, wrongOf(table)]).toEqual(['staffing_plan', [], []]);
    expect(recordsOf(table)).toHaveLength(63);
    const ofYear = (year: number): number[] =>
      (['official', 'employee', 'all'] as const).map((status) =>
        sumOf(table, (one) => one.fiscalYear === year && one.status === status),
      );
    // 4,898.32 and 4,901.66 FTE: each post once, though the table prints groups, areas and the total.
    expect([ofYear(2026), ofYear(2027)]).toEqual([
      [125_527, 364_305, 0],
      [126_674, 363_492, 0],
    ]);
    expect(table.summary).toMatchObject({ rows: 63, sumRows: 16, invalidRows: 0 });
  };

  it('4,898.32 FTE for 2026 and 4,901.66 for 2027 come out, not three times that', () => {
    const table = readTable(rows, {}, { fileName: 'Stellenplan_2026_2027.csv' });
    expectAllOf(table);
    expect(codesOf(table.evidence)).toEqual(expect.arrayContaining(['SUM_ROWS_CODE', 'BALANCE_FITS']));
    expect(table.summary.findings.map(({ code }) => code)).toEqual(['SUBTOTALS_MATCH', 'TOTAL_ROW_MATCHES']);
    const totals = table.summary.totals.map(({ column, totalCents, printedCents }) => [
      column,
      totalCents,
      printedCents,
    ]);
    expect(totals).toEqual([
      ['Stellen_Beamte_VZAE_2026', 125_527, 125_527],
      ['Stellen_Tarif_VZAE_2026', 364_305, 364_305],
      ['Stellen_Gesamt_VZAE_2026', 489_832, 489_832],
      ['Stellen_Beamte_VZAE_2027', 126_674, 126_674],
      ['Stellen_Tarif_VZAE_2027', 363_492, 363_492],
      ['Stellen_Gesamt_VZAE_2027', 490_166, 490_166],
    ]);
    const it0115 = recordsOf(table).find(({ key }) => key === '0115');
    expect(it0115).toMatchObject({ values: { productGroupName: 'IT-MANAGEMENT (CITEQ)' } });
    expect(it0115?.fte?.map(({ hundredths }) => hundredths)).toEqual([3_000, 0, 3_000, 0]);
  });

  it('its columns may stand in any order', () => {
    const order = [8, 7, 6, 5, 4, 3, 2, 1, 0];
    expectAllOf(readTable(withColumns(rows, order), {}, { fileName: 'Stellenplan_2026_2027.csv' }));
  });

  it('a sum that is not the sum of its groups is told', () => {
    const slip = rows.map((row) => ({
      ...row,
      cells: row.cells[0] === '15' ? row.cells.map((cell) => (cell === '2.38' ? '3.38' : cell)) : row.cells,
    }));
    const table = readTable(slip);
    expect(table.problems.map(({ code, column, params }) => [code, column, params])).toContainEqual([
      'RECORD_FTE_SUM',
      'Stellen_Beamte_VZAE_2026',
      { stated: '3,38', read: '2,38' },
    ]);
  });
});

describe('a staffing plan in sums', () => {
  it('without a status has one number a group, in the year of its title; a minus is refused at its cell', () => {
    const text = 'Stellenplan 2026;;\nProduktgruppe;Bezeichnung;Stellen (VZÄ)\n11;Verwaltung;12,5\n12;Ordnung;-3,25\n';
    const table = readTable(rowsOf(text), {}, { fileName: 'Stellenplan 2026.csv' });
    expect([table.mapping.kind, table.mapping.assumedYear]).toEqual(['staffing_plan', 2026]);
    expect(recordsOf(table).map(({ key, fte }) => [key, fte])).toEqual([
      ['11', [{ fiscalYear: 2026, status: 'all', hundredths: 1_250 }]],
    ]);
    expect(wrongOf(table)).toEqual([[4, 'Stellen (VZÄ)', 'RECORD_FTE_NEGATIVE', '-3,25']]);
  });

  it('columns that say nothing are named by the person who chose the kind', () => {
    const text = 'A;B;Beamte 2026;Tarif 2026\n11;Verwaltung;2,5;10\n12;Ordnung;1;20,25\n';
    const header = { HEADER_MISSING: 'header' };
    const asked = readTable(rowsOf(text), { kind: 'staffing_plan', answers: header });
    expect(asked.questions.map(({ id }) => id)).toEqual(['COLUMN_MISSING:productGroup']);
    const first = { ...header, 'COLUMN_MISSING:productGroup': 'column:0' };
    const next = readTable(rowsOf(text), { kind: 'staffing_plan', answers: first });
    expect(next.questions.map(({ id }) => id)).toEqual(['COLUMN_MISSING:productGroupName']);
    const answers = { ...first, 'COLUMN_MISSING:productGroupName': 'column:1' };
    const table = readTable(rowsOf(text), { kind: 'staffing_plan', answers });
    expect([table.questions, sumOf(table, () => true)]).toEqual([[], 3_375]);
  });
});

describe('single posts', () => {
  const POSTS = [
    'Stellennummer;Stellenbezeichnung;Fachbereich;Entgeltgruppe;VZÄ;Wochenstunden;Vermerk;Besetzt;Besetzt seit',
    'P-1;Sachbearbeitung Wohngeld;50;E 9a;0,77;;kw 31.12.2027;ja;01.04.2020',
    'P-2;Teamleitung;50;A 11;;20;ku ab 01.07.2026;0,5;15.01.2024',
    'P-3;Assistenz;50;E 6;50 %;;;frei;',
    ';Summe;;;1,77;;;;',
  ].join('\n');

  it('are understood by their words: size, note with its day, and what of them is held', () => {
    const table = readTable(rowsOf(POSTS));
    expect([table.mapping.kind, table.questions, table.problems]).toEqual(['posts', [], []]);
    expect(fieldsOf(table)).toMatchObject({ Fachbereich: 'unit', VZÄ: 'postShare', Besetzt: 'heldShare' });
    expect(recordsOf(table).map(({ values }) => values)).toEqual([
      {
        ...{ postNumber: 'P-1', postName: 'Sachbearbeitung Wohngeld', unit: '50', grade: 'E 9a', postShare: 770_000 },
        ...{ postNote: 'kw 2028-01-01', heldShare: 'held', heldFrom: '2020-04-01' },
      },
      {
        ...{ postNumber: 'P-2', postName: 'Teamleitung', unit: '50', grade: 'A 11', weeklyHours: 1_200 },
        ...{ postNote: 'ku 2026-07-01', heldShare: 500_000, heldFrom: '2024-01-15' },
      },
      {
        ...{ postNumber: 'P-3', postName: 'Assistenz', unit: '50', grade: 'E 6', postShare: 500_000 },
        heldShare: 0,
      },
    ]);
  });

  it.each([
    ['0,77', '1,5', 'VZÄ', 'RECORD_SHARE', '1,5'],
    [';20;', ';halbtags;', 'Wochenstunden', 'RECORD_HOURS', 'halbtags'],
    ['kw 31.12.2027', 'entfällt bald', 'Vermerk', 'RECORD_POST_NOTE', 'entfällt bald'],
    ['01.04.2020', '31.02.2020', 'Besetzt seit', 'RECORD_DAY', '31.02.2020'],
    ['Teamleitung', '', 'Stellenbezeichnung', 'RECORD_EMPTY', ''],
  ])('%s become %s is told at its cell', (from, to, column, code, value) => {
    const wrong = wrongOf(readTable(rowsOf(POSTS.replace(from, to))));
    expect(wrong).toEqual([[expect.any(Number), column, code, value]]);
  });

  it('asks for the size when no column tells it', () => {
    const text = 'Stellennummer;Funktion;Amt;Besoldungsgruppe;Groesse\nP-1;Leitung;50;A 13;1\n';
    expect(readTable(rowsOf(text)).questions.map(({ id }) => id)).toEqual(['COLUMN_MISSING:postShare']);
  });
});

describe('devices and sites', () => {
  it('a list of devices is understood, with or without inventory numbers', () => {
    const text =
      'Inventarnummer;Geräteart;Stückzahl;Kaufdatum;Nettopreis;Standort;Netz\n' +
      'I-1;Notebook;25;15.03.2024;1.049,50;IGS Nord;Pädagogik\n;Notebook;3;2025-01-10;;;\n;Notebook;3;2025-01-10;;;\n';
    const table = readTable(rowsOf(text));
    expect([table.mapping.kind, table.questions, table.problems]).toEqual(['devices', [], []]);
    expect(recordsOf(table).map(({ key }) => key)).toEqual(['I-1', 'Zeile 3', 'Zeile 4']);
    expect(recordsOf(table)[0]?.values).toEqual({
      ...{ inventoryNumber: 'I-1', deviceKind: 'Notebook', quantity: 25, boughtOn: '2024-03-15' },
      ...{ devicePrice: 1_049_500_000, site: 'IGS Nord', networkZone: 'education' },
    });
    const wrong = readTable(rowsOf(text.replace(';25;', ';2,5;').replace('15.03.2024', 'bald')));
    expect(wrongOf(wrong)).toEqual([
      [2, 'Stückzahl', 'RECORD_COUNT', '2,5'],
      [2, 'Kaufdatum', 'RECORD_DAY', 'bald'],
    ]);
  });

  it('a list of sites is understood; networks stand in one cell', () => {
    const text =
      'Standortnummer;Standortname;Art;Straße und Hausnummer;Netze\n' +
      'S-12;IGS Nord;Schule;Nordring 1;Verwaltung, Pädagogik und Telefonie\nS-13;Bauhof;Betriebshof;;WLAN\n' +
      'S-12;Noch einmal;Schule;;Verwaltung\n';
    const table = readTable(rowsOf(text));
    expect([table.mapping.kind, table.questions]).toEqual(['sites', []]);
    expect(recordsOf(table).map(({ values }) => values)).toEqual([
      {
        ...{ siteNumber: 'S-12', siteName: 'IGS Nord', siteKind: 'school', address: 'Nordring 1' },
        siteZones: 'administration,education,telephony',
      },
    ]);
    expect(wrongOf(table)).toEqual([
      [3, 'Netze', 'RECORD_WORD', 'WLAN'],
      [4, 'Standortnummer', 'RECORD_TWICE', 'S-12'],
    ]);
  });
});
