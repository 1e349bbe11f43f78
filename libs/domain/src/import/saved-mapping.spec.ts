import { codesOf, readTable, rowsOf, totalsOf, withColumns, withHeaders } from '../../../testing/src/import/tables';
import { matchColumns } from './saved-mapping';

const TEXT =
  'Produkt;Sachkonto;Bezeichnung;Ist 2024;Ansatz 2025;Ansatz 2026;Saldo\n' +
  '111.10;3141000;Zuweisungen;-10,50;-11,00;-12,00;-21,50\n' +
  '111.10;4271000;Bürobedarf;5,00;6,00;7,00;11,00\n' +
  '111.20;4271000;Bürobedarf;1,00;2,00;3,00;3,00\n';
const rows = rowsOf(TEXT);
const saved = {
  code: 'sap-plan',
  name: 'SAP, Plan',
  mapping: readTable(rows, { accountFrame: 'NI', fiscalYear: 2026 }).mapping,
};

describe('a mapping that the city keeps', () => {
  it('is used for the next file with the same headers, and the person sees it', () => {
    const table = readTable(rows, { profiles: [saved] });
    expect([table.profile, codesOf(table.evidence), table.questions]).toEqual(['sap-plan', ['PROFILE_FITS'], []]);
    expect(table.mapping.columns).toEqual(saved.mapping.columns);
  });

  it('finds its columns in any order, with other capitals, blanks and signs', () => {
    const other = withHeaders(withColumns(rows, [6, 5, 4, 3, 2, 1, 0]), (header) => ` ${header.toUpperCase()} `);
    const table = readTable(other, { profiles: [saved] });
    expect(table.profile).toBe('sap-plan');
    expect(Object.values(totalsOf(table)).sort()).toEqual(
      Object.values(totalsOf(readTable(rows, { profiles: [saved] }))).sort(),
    );
    expect(table.problems).toEqual([]);
  });

  it('fits the file of the next year, all years moved by one', () => {
    const next = rowsOf(TEXT.replace('2026', '2027').replace('2025', '2026').replace('2024', '2025'));
    const table = readTable(next, { profiles: [saved] });
    expect(codesOf(table.evidence)).toEqual(['PROFILE_FITS_OTHER_YEAR']);
    expect(table.mapping.plan).toEqual({ title: 'Haushaltsplan 2027', firstYear: 2027, lastYear: 2027 });
    expect(Object.keys(totalsOf(table))).toEqual(['Ist 2025', 'Ansatz 2026', 'Ansatz 2027', 'Saldo']);
    expect(table.summary.groups.map(({ fiscalYear }) => fiscalYear)).toContain(2027);
  });

  it('finds its rows when a title stands above the table this time', () => {
    const titled = rowsOf(`Stadt Musterhausen;;;;;;\n\n${TEXT}`);
    const table = readTable(titled, { profiles: [saved] });
    expect([table.profile, table.mapping.firstDataRow, table.summary.rows]).toEqual(['sap-plan', 4, 3]);
  });

  it('leaves new columns out, and does not fit where one it needs is missing', () => {
    const more = rows.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: [...cells, rowNumber === 1 ? 'Bemerkung' : 'x'],
    }));
    expect(readTable(more, { profiles: [saved] }).mapping.columns[7]).toEqual({ role: 'ignore', header: 'Bemerkung' });
    expect(readTable(withColumns(rows, [0, 2, 3, 4, 5, 6]), { profiles: [saved] }).profile).toBeNull();
    expect(matchColumns(saved.mapping, ['Produkt', 'Sachkonto'])).toBeNull();
  });

  it('says which new columns it leaves out, and is silent about empty ones', () => {
    const more = rows.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: [...cells, rowNumber === 1 ? 'Bemerkung' : 'laufend', rowNumber === 1 ? 'Leer' : ''],
    }));
    const table = readTable(more, { profiles: [saved] });
    expect(codesOf(table.evidence)).toEqual(['PROFILE_FITS', 'PROFILE_LEAVES_OUT']);
    expect(table.evidence[1]?.params).toEqual({ name: 'SAP, Plan', headers: 'Bemerkung' });
    expect(table.questions).toEqual([]);
  });

  it('asks when a new column holds amounts, because money may be missing', () => {
    const more = rows.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: [...cells, rowNumber === 1 ? 'Ansatz 2027' : '8,00'],
    }));
    const asked = readTable(more, { profiles: [saved] });
    expect(asked.questions).toEqual([
      {
        id: 'PROFILE_NEW_AMOUNTS:sap-plan',
        code: 'PROFILE_NEW_AMOUNTS',
        column: null,
        params: { name: 'SAP, Plan', headers: 'Ansatz 2027' },
        options: ['leave_out', 'read_anew'],
      },
    ]);
    const id = 'PROFILE_NEW_AMOUNTS:sap-plan';
    const out = readTable(more, { profiles: [saved], answers: { [id]: 'leave_out' } });
    expect([out.profile, out.questions, Object.keys(totalsOf(out)).includes('Ansatz 2027')]).toEqual([
      'sap-plan',
      [],
      false,
    ]);
    const anew = readTable(more, { profiles: [saved], answers: { [id]: 'read_anew' } });
    expect([anew.profile, Object.keys(totalsOf(anew)).includes('Ansatz 2027')]).toEqual([null, true]);
  });

  it('asks for whole euros, too', () => {
    const amounts = ['5', '1200', '88000', '730', '45'];
    const more = rows.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: [...cells, rowNumber === 1 ? 'Einsparung' : (amounts[rowNumber % 5] ?? '')],
    }));
    expect(codesOf(readTable(more, { profiles: [saved] }).questions)).toEqual(['PROFILE_NEW_AMOUNTS']);
  });

  it('is not used for another kind of import', () => {
    expect(readTable(rows, { profiles: [saved], kind: 'bookings' }).profile).toBeNull();
  });
});

describe('what a file does not say itself', () => {
  const yearless = rowsOf(
    'Produkt;Sachkonto;Bezeichnung;Ansatz\n111.10;4271000;Bürobedarf;6,00\n111.20;4271000;Bürobedarf;2,00\n',
  );
  const plan2027 = {
    code: 'plan',
    name: 'Plan ohne Jahr',
    mapping: readTable(yearless, { accountFrame: 'NI', today: '2026-10-01', answers: { YEAR_MISSING: '2027' } })
      .mapping,
  };
  const yearIn = (today: string, more: object = {}): unknown[] => {
    const { mapping, questions } = readTable(yearless, { profiles: [plan2027], today, ...more });
    return [mapping.assumedYear, mapping.plan?.firstYear, questions.map(({ code }) => code)];
  };

  it('is asked again of a plan, also within its year: it may be the next one', () => {
    expect(plan2027.mapping.assumedYear).toBe(2027);
    expect(yearIn('2027-10-01', { answers: { YEAR_MISSING: '2028' } })).toEqual([2028, 2028, []]);
    expect(yearIn('2028-03-01')).toEqual([2029, 2029, ['YEAR_MISSING']]);
  });

  it('is asked of what was spent once the year is over, and needs nobody before', () => {
    const spent = rowsOf('Produkt;Sachkonto;Bezeichnung;Ist\n111.10;4271000;Bürobedarf;6,00\n');
    const said = { accountFrame: 'NI', today: '2026-10-01', answers: { YEAR_MISSING: '2026' } } as const;
    const profiles = [{ code: 'ist', name: 'Ist ohne Jahr', mapping: readTable(spent, said).mapping }];
    const yearAsked = (today: string): unknown[] => {
      const { mapping, questions } = readTable(spent, { profiles, today });
      return [mapping.assumedYear, questions.map(({ code }) => code)];
    };
    expect(yearAsked('2026-12-31')).toEqual([2026, []]);
    expect(yearAsked('2027-01-02')).toEqual([2027, ['YEAR_MISSING']]);
  });

  it('is what the title says this time', () => {
    const titled = rowsOf(
      `Haushaltsplan 2028;;;\n\nProdukt;Sachkonto;Bezeichnung;Ansatz\n111.10;4271000;Bürobedarf;6,00\n`,
    );
    const { mapping, questions } = readTable(titled, { profiles: [plan2027], today: '2027-10-01' });
    expect([mapping.assumedYear, mapping.accountYear, mapping.plan?.title, questions]).toEqual([
      ...[2028, 2028, 'Haushaltsplan 2028'],
      [],
    ]);
  });

  it('is the day of bookings, which is asked for every file', () => {
    const dayless = rowsOf(
      'Haushaltsstelle;Beleg;Text;Betrag;Art\n11.1.01.4271000;B-1;Toner;12,50;Rechnung\n11.1.01.4271000;B-2;Papier;7,50;Rechnung\n',
    );
    const july = { kind: 'bookings', today: '2026-07-31', answers: { DATE_MISSING: '31.07.2026' } } as const;
    const kept = { code: 'tag', name: 'Tagesliste', mapping: readTable(dayless, july).mapping };
    expect(kept.mapping.assumedDay).toBe('2026-07-31');
    const next = { profiles: [kept], kind: 'bookings', today: '2026-08-31' } as const;
    expect(readTable(dayless, next).questions.map(({ code }) => code)).toContain('DATE_MISSING');
    const said = readTable(dayless, { ...next, answers: { DATE_MISSING: '31.08.2026' } });
    expect([said.profile, said.mapping.assumedDay, said.questions]).toEqual(['tag', '2026-08-31', []]);
  });
});
