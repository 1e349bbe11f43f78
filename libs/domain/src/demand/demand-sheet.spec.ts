import { plainDate } from '../shared/plain-date';
import type { DemandContent, DemandItem } from './demand';
import {
  compareDemandSheet,
  DEMAND_COLUMNS,
  ITEM_COLUMNS,
  KEY_HEADERS,
  SHEET_NAMES,
  type SheetDemand,
  type SheetEntry,
  sheetStamp,
  type SheetTable,
} from './sheet';

const EMPTY: DemandContent = {
  title: '',
  purpose: '',
  forWhom: '',
  runOrChange: null,
  occurrence: null,
  probabilityPercent: null,
  earliestOn: null,
  reason: null,
  reasonBasis: '',
  reasonDeadline: null,
  serviceClass: null,
  networkZone: null,
  frame: null,
  earliestStartYear: null,
  latestStartYear: null,
  benefit: '',
  items: [],
  fte: [],
  dependencies: [],
  papers: [],
};

const notebook: DemandItem = {
  id: 'i-1',
  label: 'Notebook 14 Zoll',
  kind: 'device',
  rhythm: 'one_off',
  fromYear: 2027,
  toYear: null,
  month: 7,
  quantity: 40,
  unit: 'Stück',
  unitPriceCents: 99_000,
  basis: 'net',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
};

const stored: SheetDemand = {
  id: 'd-7',
  number: 7,
  unitId: 'u-40',
  state: 'draft',
  version: 3,
  content: {
    ...EMPTY,
    title: 'Notebooks für den Außendienst',
    purpose: 'Baustellen vor Ort prüfen.\r\nUpdates enden.',
    reason: 'end_of_support',
    reasonDeadline: plainDate('2027-07-01'),
    earliestStartYear: 2027,
    items: [notebook],
    papers: ['25-25403'],
  },
  note: 'mit Frau Ahrens besprochen',
  itemNotes: { 'i-1': 'Angebot liegt vor' },
};

const situation = (demands: readonly SheetDemand[] = [stored]) => {
  let made = 0;
  return {
    firstYear: 2027,
    years: [2026, 2027, 2028, 2029, 2030],
    units: [{ id: 'u-40', code: '40', name: 'Schule' }],
    demands,
    empty: EMPTY,
    nextId: () => `new-${++made}`,
  };
};

type Cells = Readonly<Record<string, string>>;

/** A sheet with these heads and rows below; the first row below the head is row 2. */
function sheet(name: string, heads: readonly string[], rows: readonly Cells[]): SheetTable {
  const cells = [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))];
  return { name, rows: cells.map((one, at) => ({ rowNumber: at + 1, cells: one })) };
}

const DEMAND_HEADS = [
  KEY_HEADERS.number,
  KEY_HEADERS.stamp,
  KEY_HEADERS.unit,
  ...DEMAND_COLUMNS.map(({ header }) => header),
  KEY_HEADERS.note,
];
const ITEM_HEADS = [
  KEY_HEADERS.number,
  KEY_HEADERS.place,
  ...ITEM_COLUMNS.map(({ header }) => header),
  KEY_HEADERS.note,
];

const asWritten: Cells = {
  'Nr.': 'B-007',
  Fassung: sheetStamp(2027, 3),
  Einheit: '40 Schule',
  Bezeichnung: 'Notebooks für den Außendienst',
  Wofür: 'Baustellen vor Ort prüfen.\nUpdates enden.',
  Grund: 'Support endet',
  Frist: '2027-07-01',
  'Frühester Beginn': '2027',
  'Vorlagen des Rates': '25-25403',
  Bemerkung: 'mit Frau Ahrens besprochen',
};
const itemAsWritten: Cells = {
  'Nr.': 'B-007',
  'Pos.': '1',
  Bezeichnung: 'Notebook 14 Zoll',
  Art: 'Geräte',
  'Wie oft?': 'einmalig',
  'Erstes Jahr': '2027',
  Monat: '7',
  Menge: '40',
  Mengeneinheit: 'Stück',
  'Preis je Einheit in €': '990',
  'Netto oder brutto': 'netto',
  'Umsatzsteuer in %': '19',
  Bemerkung: 'Angebot liegt vor',
};

const read = (demands: readonly Cells[], items: readonly Cells[] | null, known = situation()) => {
  const parts = items === null ? null : sheet(SHEET_NAMES.items, ITEM_HEADS, items);
  const reading = compareDemandSheet(sheet(SHEET_NAMES.demands, DEMAND_HEADS, demands), parts, known);
  if (!reading.ok) throw new Error(reading.sheet);
  return reading;
};

const told = ({ changes }: SheetEntry): string[] =>
  changes.map(({ kind, header, item, from, to }) => `${kind} ${item ?? ''}/${header}: ${from} → ${to}`);
const wrongs = (errors: ReturnType<typeof read>['errors']): string[] =>
  errors.map(({ sheet: name, rowNumber, column, code, value }) => {
    const head = (name === SHEET_NAMES.demands ? DEMAND_HEADS : ITEM_HEADS)[column];
    return `${name} ${rowNumber} ${head} ${code} ${value}`;
  });

describe('the workbook of a department', () => {
  test('what nobody touched is the same, though a spreadsheet writes line ends, numbers and days in its own way', () => {
    const { entries, errors } = read([asWritten], [itemAsWritten]);
    expect(errors).toEqual([]);
    expect(entries.map((entry) => [entry.kind, entry.changes, entry.content])).toEqual([['same', [], stored.content]]);
    expect(entries[0]).toMatchObject({ note: stored.note, itemNotes: stored.itemNotes });
  });

  test('every change is said from what to what, in the words of the sheet; an item that is left out goes', () => {
    const { entries } = read(
      [{ ...asWritten, Grund: 'wirtschaftlich', Frist: '', Bemerkung: 'neu verhandelt' }],
      [
        { ...itemAsWritten, Menge: '45', 'Preis je Einheit in €': '1.050,50', 'Umsatzsteuer in %': '7' },
        {
          'Nr.': '7',
          Bezeichnung: 'Dockingstation',
          Art: 'Geräte',
          'Wie oft?': 'einmalig',
          'Erstes Jahr': '2027',
          'Netto oder brutto': 'brutto',
        },
      ],
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['changed']);
    expect(entries.flatMap(told)).toEqual([
      'changed /Grund: Support endet → wirtschaftlich',
      'changed /Frist: 01.07.2027 → ',
      'changed /Bemerkung: mit Frau Ahrens besprochen → neu verhandelt',
      'changed Notebook 14 Zoll/Menge: 40 → 45',
      'changed Notebook 14 Zoll/Preis je Einheit in €: 990,00\u00a0€ → 1.050,50\u00a0€',
      'changed Notebook 14 Zoll/Umsatzsteuer in %: 19\u00a0% → 7\u00a0%',
      'added Dockingstation/Bezeichnung:  → Dockingstation',
    ]);
    expect(entries[0]?.content.items[1]).toMatchObject({
      month: 1,
      quantity: null,
      unitPriceCents: null,
      vatBasisPoints: 1900,
    });
    expect(read([asWritten], []).entries.flatMap(told)).toEqual([
      'removed Notebook 14 Zoll/Bezeichnung: Notebook 14 Zoll → ',
    ]);
    expect(read([asWritten], null).entries[0]?.kind).toBe('same');
  });

  test('new demands are told apart by a word of their own; columns that are missing say nothing', () => {
    const item = { ...itemAsWritten, 'Nr.': 'neu 1', 'Pos.': '' };
    const { entries, errors } = read(
      [
        { 'Nr.': 'NEU 1', Einheit: '40', Bezeichnung: 'Scanner' },
        { Einheit: '40 Schule', Bezeichnung: 'Beamer' },
      ],
      [item],
    );
    expect(errors).toEqual([]);
    expect(entries.map(({ kind, unitId, content }) => [kind, unitId, content.title, content.items.length])).toEqual([
      ['new', 'u-40', 'Scanner', 1],
      ['new', 'u-40', 'Beamer', 0],
    ]);
    const few = compareDemandSheet(
      sheet(
        'Bedarfe',
        ['Nr.', 'Fassung', 'Bezeichnung'],
        [{ 'Nr.': '7', Fassung: 'R2027 V3', Bezeichnung: 'Notebooks' }],
      ),
      null,
      situation(),
    );
    expect(few).toMatchObject({
      ok: true,
      errors: [],
      entries: [{ kind: 'changed', content: { reason: 'end_of_support' }, note: stored.note }],
    });
  });

  test('what somebody changed meanwhile is a conflict, never overwritten; without a change of one’s own it is none', () => {
    const later = situation([
      { ...stored, version: 4, content: { ...stored.content, benefit: 'schneller', items: [] } },
    ]);
    expect(
      read([{ ...asWritten, Nutzen: 'sicherer' }], [itemAsWritten], later).entries.map(({ kind }) => kind),
    ).toEqual(['conflict']);
    expect(read([asWritten], [itemAsWritten], situation([{ ...stored, version: 4 }])).entries[0]?.kind).toBe('same');
  });

  test.each<[string, Cells, string]>([
    ['a word that is no choice', { Grund: 'weil' }, 'Bedarfe 2 Grund CHOICE_UNKNOWN weil'],
    ['a day that does not exist', { Frist: '31.02.2027' }, 'Bedarfe 2 Frist DATE_FORMAT 31.02.2027'],
    ['a year outside the window', { 'Frühester Beginn': '2031' }, 'Bedarfe 2 Frühester Beginn YEAR_OUTSIDE 2031'],
    ['a paper that is none', { 'Vorlagen des Rates': 'DS 1' }, 'Bedarfe 2 Vorlagen des Rates PAPER_FORMAT DS 1'],
    ['a demand of others', { 'Nr.': 'B-099' }, 'Bedarfe 2 Nr. NUMBER_UNKNOWN B-099'],
    ['no number at all', { 'Nr.': 'siebte' }, 'Bedarfe 2 Nr. NUMBER_FORMAT siebte'],
    ['a row without its version', { Fassung: '' }, 'Bedarfe 2 Fassung STAMP_MISSING '],
    ['a row of another round', { Fassung: 'R2026 V3' }, 'Bedarfe 2 Fassung STAMP_OTHER_ROUND R2026 V3'],
    ['a unit of others', { Einheit: '50 Soziales' }, 'Bedarfe 2 Einheit UNIT_UNKNOWN 50 Soziales'],
    ['a text with signs that nobody sees', { Nutzen: 'ab\u202ecd' }, 'Bedarfe 2 Nutzen TEXT_UNREADABLE ab\u202ecd'],
  ])('names the cell with %s, and takes nothing of its row', (_, cells, wrong) => {
    const { entries, errors } = read([{ ...asWritten, ...cells }], null);
    expect([entries, wrongs(errors)]).toEqual([[], [wrong]]);
  });

  test.each<[string, Cells, string]>([
    ['a price in words', { 'Preis je Einheit in €': 'folgt' }, 'Preis je Einheit in € AMOUNT_FORMAT folgt'],
    ['a price with two readings', { 'Preis je Einheit in €': '1.234' }, 'Preis je Einheit in € AMOUNT_AMBIGUOUS 1.234'],
    ['half a piece', { Menge: '1,5' }, 'Menge WHOLE_FORMAT 1,5'],
    ['no kind', { Art: '' }, 'Art REQUIRED '],
    ['a place that is not there', { 'Pos.': '9' }, 'Pos. PLACE_UNKNOWN 9'],
    ['an end before its start', { 'Letztes Jahr': '2026' }, 'Letztes Jahr ITEM_YEARS 2026'],
    [
      'more than any city has',
      { Menge: '1000000', 'Preis je Einheit in €': '9999999,99' },
      'Preis je Einheit in € ITEM_AMOUNT 9999999,99',
    ],
    ['a demand that stands nowhere', { 'Nr.': 'neu 5', 'Pos.': '' }, 'Nr. ITEM_WITHOUT_DEMAND neu 5'],
  ])('names the cell of an item with %s', (_, cells, wrong) => {
    expect(wrongs(read([asWritten], [{ ...itemAsWritten, ...cells }]).errors)).toEqual([`Positionen 2 ${wrong}`]);
  });

  test('what is no draft any more stays as it is, and a row that comes twice counts once', () => {
    const submitted = situation([{ ...stored, state: 'submitted' }]);
    expect(read([asWritten], [itemAsWritten], submitted).errors).toEqual([]);
    expect(wrongs(read([{ ...asWritten, Nutzen: 'neu' }], null, submitted).errors)).toEqual([
      'Bedarfe 2 Nr. LOCKED B-007',
    ]);
    const twice = read([asWritten, asWritten], null);
    expect([twice.entries.length, wrongs(twice.errors)]).toEqual([1, ['Bedarfe 3 Nr. NUMBER_TWICE B-007']]);
  });

  test('a table without the heads is none', () => {
    const other = { name: 'Tabelle1', rows: [{ rowNumber: 1, cells: ['Name', 'Wert'] }] };
    expect(compareDemandSheet(other, null, situation())).toEqual({ ok: false, sheet: 'Bedarfe' });
    expect(compareDemandSheet(sheet('Bedarfe', DEMAND_HEADS, []), other, situation())).toEqual({
      ok: false,
      sheet: 'Positionen',
    });
  });
});
