import { checkMapping } from './mapping-check';
import { ledgerOf, readTable, type ReadTable, rowsOf } from '../../../testing/src/import/tables';

/**
 * Account sheets as the programs of many cities print them. Whatever the shape, each booking goes to its own line and no sum
 * becomes a booking; where that cannot be known the file is stopped or somebody is asked. All rows are made up.
 */

interface Booking {
  readonly day: string;
  readonly text: string;
  readonly cents: number;
}

interface Block {
  /** Product and account with their names. */
  readonly names: readonly [string, string, string, string];
  readonly bookings: readonly Booking[];
}

/** How a sheet is printed. */
interface Shape {
  readonly title: readonly string[];
  readonly heading: (...names: Block['names']) => readonly string[];
  readonly columns: 'Betrag' | 'Betrag;Saldo' | 'Soll;Haben' | 'Soll;Haben;Saldo' | 'Betrag;S/H';
  readonly header: 'top' | 'once' | 'each';
  /** What stands below the last title and above the first booking. */
  readonly opening: string | null;
  /** The word of a sum and the column that it stands in. */
  readonly sum: readonly [string, number] | null;
  readonly grand: string | null;
  readonly blocks: readonly Block[];
  /** A row among the bookings of each block. */
  readonly among: string | null;
  readonly end: readonly string[];
  readonly isQuoted: boolean;
}

const IT: Block['names'] = ['111.05', 'IT-Service', '4431000', 'Geschäftsaufwendungen'];
const NETS: Block['names'] = ['111.06', 'Netze', '4271000', 'Leitungsgebühren'];
const TONER = { day: '05.01.2026', text: 'Toner', cents: 12_050 };
const PAPER = { day: '12.02.2026', text: 'Papier', cents: 8_000 };
const LINES = { day: '20.01.2026', text: 'Leitung Januar', cents: 120_000 };
const CREDIT = { day: '21.01.2026', text: 'Gutschrift', cents: -20_000 };
const BLOCKS: readonly Block[] = [
  { names: IT, bookings: [TONER, PAPER] },
  { names: NETS, bookings: [LINES, CREDIT] },
];
const BOTH = { '111.05|4431000': 20_050, '111.06|4271000': 100_000 };

const USUAL: Shape = {
  title: ['Kontoblatt Haushaltsjahr 2026'],
  heading: (product, name, account, accountName) => [
    `Produkt: ${product} ${name}`,
    `Sachkonto: ${account} ${accountName}`,
  ],
  columns: 'Betrag',
  header: 'each',
  opening: null,
  sum: ['Summe', 0],
  grand: null,
  blocks: BLOCKS,
  among: null,
  end: [],
  isQuoted: false,
};

function amount(cents: number): string {
  const [euros = '', rest = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '-' : ''}${euros.replace(/\B(?=(\d{3})+$)/g, '.')},${rest}`;
}

/** Debit, credit and what both come to, as the columns show them. */
function amounts(columns: Shape['columns'], debit: number, credit: number, balance: number): readonly string[] {
  const net = debit - credit;
  const own = columns.startsWith('Soll')
    ? [debit === 0 && credit !== 0 ? '' : amount(debit), credit === 0 ? '' : amount(credit)]
    : columns === 'Betrag;S/H'
      ? [amount(Math.abs(net)), net < 0 ? 'H' : 'S']
      : [amount(net)];
  return columns.endsWith('Saldo') ? [...own, amount(balance)] : own;
}

function printed(change: Partial<Shape>): string {
  const shape = { ...USUAL, ...change };
  const { columns } = shape;
  const header = ['Buchungsdatum', 'Beleg', 'Text', ...columns.split(';')];
  const rows: (readonly string[])[] = shape.title.map((text) => [text]);
  if (shape.header === 'top') rows.push(header);
  const all = { debit: 0, credit: 0 };
  const sumRow = (word: string, at: number, debit: number, credit: number): readonly string[] => {
    const words = ['', '', ''].map((_, place) => (place === at ? word : ''));
    return [...words, ...amounts(columns, debit, credit, debit - credit)];
  };
  for (const [index, { names, bookings }] of shape.blocks.entries()) {
    rows.push(...shape.heading(...names).map((text) => text.split(';')));
    if (shape.header === 'each' || (shape.header === 'once' && index === 0)) rows.push(header);
    if (shape.opening !== null) rows.push(['01.01.2026', '', shape.opening, ...amounts(columns, 0, 0, 0)]);
    let [debit, credit] = [0, 0];
    for (const [at, { day, text, cents }] of bookings.entries()) {
      if (cents < 0) credit -= cents;
      else debit += cents;
      const own = amounts(columns, Math.max(cents, 0), Math.max(-cents, 0), debit - credit);
      rows.push([day, `R-${index}-${at}`, text, ...own]);
      if (at === 0 && shape.among !== null) rows.push(...shape.among.split('\n').map((row) => row.split(';')));
    }
    if (shape.sum !== null) rows.push(sumRow(...shape.sum, debit, credit));
    all.debit += debit;
    all.credit += credit;
  }
  if (shape.grand !== null) rows.push(sumRow(shape.grand, shape.sum?.[1] ?? 0, all.debit, all.credit));
  rows.push(...shape.end.map((text) => text.split(';')));
  return rows.map((cells) => cells.map((cell) => (shape.isQuoted ? `"${cell}"` : cell)).join(';')).join('\n');
}

function read(change: Partial<Shape>): ReadTable {
  return readTable(rowsOf(printed(change)), { accountFrame: 'NI' });
}

function linesOf({ readings }: Pick<ReadTable, 'readings'>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of readings) {
    if (row.kind !== 'booking' || row.booking === null) continue;
    sums[row.lineNumber] = (sums[row.lineNumber] ?? 0) + row.booking.amountCents;
  }
  return sums;
}

function faultsOf({ problems, summary }: ReadTable): readonly string[] {
  return [...problems, ...summary.findings]
    .filter(({ severity }) => severity === 'error')
    .map(({ rowNumber, code }) => `${rowNumber}:${code}`);
}

function expectRead(table: ReadTable, lines: Record<string, number>): void {
  expect([table.questions, faultsOf(table)]).toEqual([[], []]);
  expect(checkMapping(table.mapping).ok).toBe(true);
  expect(linesOf(table)).toEqual(lines);
}

type Heading = Shape['heading'];
const HEADINGS: readonly (readonly [string, Heading, Record<string, number>?])[] = [
  ['with a colon', USUAL.heading],
  ['with =', (p, pn, a, an) => [`Produkt = ${p} ${pn}`, `Sachkonto = ${a} ${an}`]],
  ['with blanks', (p, pn, a, an) => [`Produkt ${p} ${pn}`, `Konto ${a} ${an}`]],
  ['with a dash before the name', (p, pn, a, an) => [`Produkt ${p} - ${pn}`, `Sachkonto ${a} - ${an}`]],
  ['that say they are numbers', (p, pn, a, an) => [`Produkt-Nr.: ${p} ${pn}`, `Konto-Nr. ${a} ${an}`]],
  ['with the name first', (p, pn, a, an) => [`Produkt: ${pn} ${p}`, `Sachkonto: ${an} ${a}`]],
  ['with the code in brackets', (p, pn, a, an) => [`Produkt: ${pn} (${p})`, `Sachkonto: ${an} (${a})`]],
  ['with the name first and no colon', (p, pn, a, an) => [`Produkt ${pn} ${p}`, `Sachkonto ${an} ${a}`]],
  ['in one row', (p, _, a) => [`Produkt ${p} / Konto ${a}`]],
  ['in one row with commas', (p, pn, a, an) => [`Produkt ${p} ${pn}, Konto ${a} ${an}`]],
  ['in one row with blanks', (p, pn, a, an) => [`Produkt: ${p} ${pn}   Sachkonto: ${a} ${an}`]],
  ['in one row without any sign', (p, _, a) => [`Produkt ${p} Konto ${a}`]],
  ['in one row, the names first', (p, pn, a, an) => [`Produkt: ${pn} ${p} / Sachkonto: ${an} ${a}`]],
  ['in two cells', (p, pn, a, an) => [`Produkt:;${p} ${pn}`, `Sachkonto:;${a} ${an}`]],
  ['in three cells', (p, pn, a, an) => [`Produkt;${p};${pn}`, `Sachkonto;${a};${an}`]],
  ['in four cells of a row', (p, pn, a, an) => [`Produkt:;${p} ${pn};Sachkonto:;${a} ${an}`]],
  ['on the sheet of an account', (p, pn, a, an) => [`Kontoblatt ${a} ${an}`, `Produkt ${p} ${pn}`]],
  ['on the sheet of an account that says so', (p, _, a) => [`Kontoblatt zum Sachkonto ${a}`, `Produkt ${p}`]],
  [
    'of cost centres',
    (p, pn, a, an) => [`Kostenstelle: ${p.replace('.', '')}0 ${pn}`, `Konto: ${a} ${an}`],
    { '111050|4431000': 20_050, '111060|4271000': 100_000 },
  ],
];
const WHOLE: readonly (readonly [string, Heading])[] = [
  ['Haushaltsstelle', (p, _, a, an) => [`Haushaltsstelle: ${p}.${a} ${an}`]],
  ['HHSt', (p, _, a, an) => [`HHSt ${p}.${a} ${an}`]],
  ['Buchungsstelle in cells', (p, _, a, an) => [`Buchungsstelle:;${p}.${a};${an}`]],
  ['PSK', (p, _, a, an) => [`PSK ${p}.${a} ${an}`]],
  ['Kontierung', (p, _, a, an) => [`Kontierung: ${p}.${a} ${an}`]],
  ['Produktsachkonto, the name first', (p, _, a, an) => [`Produktsachkonto: ${an} (${p}.${a})`]],
];

const COLUMNS: readonly Shape['columns'][] = ['Betrag', 'Betrag;Saldo', 'Soll;Haben', 'Soll;Haben;Saldo', 'Betrag;S/H'];

describe('the headings of an account sheet', () => {
  it.each(HEADINGS.map(([name, heading, lines = BOTH]) => [name, { heading, lines }] as const))(
    '%s',
    (_, { heading, lines }) => {
      for (const columns of COLUMNS)
        for (const header of ['top', 'once', 'each'] as const) expectRead(read({ heading, columns, header }), lines);
    },
  );

  it('may have the code of the account where amounts stand', () => {
    expectRead(read({ heading: (p, _, a) => [`Produkt;${p};Sachkonto;${a}`], header: 'once' }), BOTH);
  });

  it.each(WHOLE)('%s is the whole line', (_, heading) => {
    const lines = { '111.05.4431000': 20_050, '111.06.4271000': 100_000 };
    for (const columns of COLUMNS)
      for (const header of ['top', 'once', 'each'] as const) expectRead(read({ heading, columns, header }), lines);
  });

  it('may put product and account together with a stroke', () => {
    const heading: Heading = (p, _, a) => [`Kontierung: ${p} / ${a}`];
    expectRead(read({ heading }), { '111.05 / 4431000': 20_050, '111.06 / 4271000': 100_000 });
  });

  it('may name the account by another word further down', () => {
    const heading: Heading = (p, _, a) => [`Produkt: ${p}`, `${a === '4431000' ? 'Sachkonto' : 'Konto'}: ${a}`];
    expectRead(read({ heading }), BOTH);
  });

  it('may name the same account below two products, and a product once for two accounts', () => {
    const same: Block['names'] = ['111.06', 'Netze', '4431000', 'Geschäftsaufwendungen'];
    expectRead(read({ blocks: [BLOCKS[0], { names: same, bookings: [LINES] }].flatMap((block) => block ?? []) }), {
      '111.05|4431000': 20_050,
      '111.06|4431000': 120_000,
    });
    const once: Heading = (_, __, a) => (a === '4431000' ? ['Produkt: 111.05', `Konto: ${a}`] : [`Konto: ${a}`]);
    expectRead(read({ heading: once }), { '111.05|4431000': 20_050, '111.05|4271000': 100_000 });
  });

  it('may stand above accounts without bookings', () => {
    const empty = ['4411000', '4412000', '4413000', '4414000'].map((account): Block => {
      return { names: ['111.05', 'IT-Service', account, 'Reisekosten'], bookings: [] };
    });
    expectRead(read({ blocks: [...BLOCKS, ...empty] }), BOTH);
  });

  it('says which way Soll and Haben point where the account is a part of the line', () => {
    const fees: Block = { names: ['111.05', 'IT-Service', '3321000', 'Gebühren'], bookings: [CREDIT] };
    const heading: Heading = (p, _, a) => [`HHSt ${p}.${a}`];
    const table = read({ heading, columns: 'Soll;Haben', blocks: [fees] });
    expectRead(table, { '111.05.3321000': 20_000 });
    expect(ledgerOf(table)).toEqual({ 'actual revenue 2026': 20_000 });
  });
});

describe('the sums of an account sheet', () => {
  const WORDS = ['Summe', 'Gesamtsumme', 'Saldo', 'Übertrag', 'Endsaldo', 'Kontosumme', 'Summe Konto', 'SUMME:', ''];
  const CASES = WORDS.flatMap((word) => ([0, 1, 2] as const).map((at) => [word, at] as const));
  it.each(CASES)('"%s" in column %i', (word, at) => {
    for (const columns of COLUMNS)
      for (const grand of [null, word === '' ? '' : (['Gesamtsumme', 'Summe aller Konten', 'Insgesamt'][at] ?? '')])
        expectRead(read({ sum: [word, at], grand, columns }), BOTH);
  });

  it.each(['Saldovortrag', 'Anfangssaldo', 'Übertrag'])('%s above the bookings', (opening) => {
    for (const columns of COLUMNS) expectRead(read({ opening, columns }), BOTH);
  });

  it('may bear the last day of the month', () => {
    const end = ['31.01.2026;;Summe Januar;1.000,00'];
    expectRead(read({ sum: null, blocks: BLOCKS.slice(1), end }), { '111.06|4271000': 100_000 });
  });

  it('may be carried over to the next page', () => {
    const among = ';;Übertrag auf Seite 2;120,50\n;;Übertrag von Seite 1;120,50';
    expectRead(read({ blocks: BLOCKS.slice(0, 1), among }), { '111.05|4431000': 20_050 });
  });

  it('are none where the sheet has no days and somebody has said of which day it is', () => {
    const text =
      'Produkt: 111.05\nSachkonto: 4431000\nBeleg;Text;Betrag\nR-1;Toner;120,50\nR-2;Papier;80,00\nSumme;;200,50\n;Kontosaldo;200,50\n';
    const hints = { accountFrame: 'NI', answers: { KIND: 'bookings', DATE_MISSING: '2026-03-31' } } as const;
    expectRead(readTable(rowsOf(text), hints), { '111.05|4431000': 20_050 });
  });

  it('may be missing, and a payee may be called Total', () => {
    const fuel = { day: '22.01.2026', text: 'Total Deutschland GmbH', cents: 5_000 };
    const table = read({ sum: null, blocks: [{ names: IT, bookings: [TONER, fuel] }] });
    expectRead(table, { '111.05|4431000': 17_050 });
  });
});

describe('the bookings of an account sheet', () => {
  const days = (write: (day: string) => string): readonly Block[] =>
    BLOCKS.map((block) => ({
      ...block,
      bookings: block.bookings.map((booking) => ({ ...booking, day: write(booking.day) })),
    }));
  const MANY = Array.from({ length: 200 }, (_, at): Booking => {
    return { day: `${String((at % 28) + 1).padStart(2, '0')}.03.2026`, text: `Rechnung ${at}`, cents: 100 + at };
  });
  const MANY_CENTS = MANY.reduce((sum, { cents }) => sum + cents, 0);
  const CASES: readonly (readonly [string, Partial<Shape>, Record<string, number>])[] = [
    ['without a title', { title: [] }, BOTH],
    ['below three titles', { title: ['Musterstadt', 'Kontoblatt', 'Zeitraum: 01.01.2026 - 31.12.2026'] }, BOTH],
    ['with short days', { blocks: days((day) => day.replace(/\b0/g, '').replace('2026', '26')) }, BOTH],
    ['with the year first', { blocks: days((day) => day.split('.').reverse().join('-')) }, BOTH],
    ['in quotes', { isQuoted: true }, BOTH],
    ['of one block', { blocks: BLOCKS.slice(0, 1), grand: 'Gesamtsumme' }, { '111.05|4431000': 20_050 }],
    ['of a single booking', { blocks: [{ names: IT, bookings: [TONER] }] }, { '111.05|4431000': 12_050 }],
    ['in their hundreds', { blocks: [{ names: IT, bookings: MANY }] }, { '111.05|4431000': MANY_CENTS }],
    ['with blank rows between', { among: '', end: ['', ''] }, BOTH],
    ['with a line drawn across', { among: '--------------------' }, BOTH],
    [
      'over two pages',
      { among: 'Seite 2 von 3\nKontoblatt Haushaltsjahr 2026\nBuchungsdatum;Beleg;Text;Betrag' },
      BOTH,
    ],
    ['with a remark', { among: ';;siehe Vermerk;' }, BOTH],
    ['above the day of the print', { end: ['', 'Ausdruck vom 05.10.2026', '*** Ende der Liste ***'] }, BOTH],
  ];
  it.each(CASES)('%s', (_, change, lines) => {
    for (const columns of COLUMNS)
      for (const sum of [USUAL.sum, ['Summe', 2] as const, null])
        if (change.among?.includes('Betrag') !== true || columns === 'Betrag')
          expectRead(read({ ...change, columns, sum }), lines);
  });
});

describe('a block that cannot be read', () => {
  const second =
    (...rows: readonly string[]): Heading =>
    (p, pn, a, an) =>
      p === '111.05' ? USUAL.heading(p, pn, a, an) : rows;
  it.each([
    ['with names and no codes', second('Produkt: Netze', 'Sachkonto: Leitungsgebühren')],
    ['with an account that has no code', second('Produkt: 111.06', 'Sachkonto: Leitungsgebühren')],
    ['without its account', second('Produkt: 111.06 Netze')],
    ['with codes and no words', second('111.06 Netze', '4271000 Leitungsgebühren')],
    ['with codes behind names', second('Netze 111.06', 'Leitungsgebühren 4271000')],
    ['with an amount beside its name', second('Produkt: 111.06;;;0,00', 'Sachkonto: 4271000;;;0,00')],
    ['of something else', second('Kostenträger: 4711', 'Konto: 4271000')],
  ])('%s is no part of the block before', (_, heading) => {
    for (const columns of COLUMNS)
      for (const header of ['top', 'once', 'each'] as const) {
        const table = read({ heading, columns, header });
        expect(linesOf(table)).toEqual({ '111.05|4431000': 20_050 });
        expect(faultsOf(table).filter((fault) => fault.endsWith('TEXT_REQUIRED')).length).toBeGreaterThanOrEqual(2);
      }
  });

  it.each(['Bewegungen', 'Umsatz'])('names its sum by a word that nobody knows: %s', (word) => {
    for (const at of [0, 1, 2]) {
      const table = read({ sum: [word, at] });
      expect(linesOf(table)).toEqual(BOTH);
      expect(faultsOf(table).filter((fault) => fault.endsWith('DATE_INVALID'))).toHaveLength(2);
    }
  });
});
