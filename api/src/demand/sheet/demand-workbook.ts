import {
  type CellKind,
  type CellValue,
  DEMAND_COLUMNS,
  type DemandState,
  demandYears,
  ITEM_COLUMNS,
  itemInYear,
  KEY_HEADERS,
  SHEET_NAMES,
  type SheetColumn,
  sheetStamp,
  unitWords,
} from '@etatlotse/domain/demand';
import { sumCents } from '@etatlotse/domain/shared';
import type { CellObject, Row } from 'write-excel-file/node';
import { columnLetters } from '../../import';
import type { SheetSource, StoredSituation } from './demand-sheet.repository';
import { helpRows } from './workbook-help';
import { checksAndNotes, type ColumnCheck, type SheetExtras } from './workbook-features';

/** Rows below the last one that are prepared for new demands and items. */
const SPARE_ROWS = 300;
const AMOUNT_FORMAT = '#,##0.00';
const STATE_WORDS: Readonly<Record<DemandState, string>> = {
  draft: 'Entwurf',
  submitted: 'abgesendet',
  determined: 'ermittelt',
  examined: 'geprüft',
  deliberated: 'beraten',
  planned: 'geplant',
  adopted: 'beschlossen',
  deferred: 'verschoben',
  rejected: 'abgelehnt',
  withdrawn: 'zurückgezogen',
};

/** A column of a sheet as it is written: its head, the note at it, and what each row has there. */
interface Written<Source> {
  readonly header: string;
  readonly note: string;
  readonly width: number;
  /** Written by the program and not read back. */
  readonly isGiven: boolean;
  readonly cell: CellKind | null;
  readonly cellOf: (source: Source) => CellObject | null;
}

interface ItemSource {
  readonly demand: SheetSource;
  readonly place: number;
  readonly item: SheetSource['content']['items'][number];
}

/**
 * The workbook of a department: its demands and their items, with a drop-down wherever a word is chosen, a note at every
 * head, and the year before beside what is asked for. Words are text cells, so none of them is a formula.
 */
export async function demandWorkbook(situation: StoredSituation): Promise<Buffer> {
  const { demands } = situation;
  const items = demands.flatMap((demand) =>
    demand.content.items.map((item, at): ItemSource => ({ demand, place: at + 1, item })),
  );
  const lists = new ChoiceLists(situation);
  const demandColumns = columnsOfDemands(situation);
  const itemColumns = columnsOfItems(situation);
  // Loaded only when somebody asks: a server that never writes one starts faster and smaller.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = [
    { ...sheetOf(demandColumns, demands), sheet: SHEET_NAMES.demands, stickyColumnsCount: 1 },
    { ...sheetOf(itemColumns, items), sheet: SHEET_NAMES.items, stickyColumnsCount: 1 },
    { data: lists.rows(), sheet: SHEET_NAMES.choices, stickyRowsCount: 1, columns: lists.widths() },
    { data: helpRows(situation.round), sheet: SHEET_NAMES.help, columns: [{ width: 110 }] },
  ];
  const extras = [
    extrasOf(demandColumns, demands.length, lists),
    extrasOf(itemColumns, items.length, lists),
    null,
    null,
  ];
  return writeXlsxFile(sheets, { features: [checksAndNotes(extras, columnLetters)] }).toBuffer();
}

function columnsOfDemands({ round, years, firstYear }: StoredSituation): Written<SheetSource>[] {
  const planYears = years.filter((year) => year >= firstYear && year <= round.lastYear);
  const span = round.firstYear === round.lastYear ? String(round.firstYear) : `${round.firstYear}/${round.lastYear}`;
  return [
    given(
      KEY_HEADERS.number,
      10,
      'Nummer des Bedarfs. Für einen neuen Bedarf schreiben Sie hier „neu 1“, „neu 2“ und so weiter. Dieselbe Nummer verbindet ihn mit seinen Positionen.',
      ({ number }) => word(`B-${String(number).padStart(3, '0')}`),
    ),
    given(
      KEY_HEADERS.stamp,
      12,
      'Bitte nicht ändern. Daran erkennt das Programm, ob jemand den Bedarf nach dem Herunterladen geändert hat.',
      ({ version }) => word(sheetStamp(firstYear, version)),
    ),
    given(KEY_HEADERS.state, 13, 'Nur zur Ansicht. Geändert werden kann ein Bedarf nur als Entwurf.', ({ state }) =>
      word(STATE_WORDS[state]),
    ),
    {
      ...given<SheetSource>(
        KEY_HEADERS.unit,
        30,
        'Ihre Einheit. Für neue Bedarfe bitte aus der Liste wählen.',
        () => null,
      ),
      isGiven: false,
      cell: UNIT_CELL,
      cellOf: ({ unitCode, unitName }) => word(unitWords({ code: unitCode, name: unitName })),
    },
    ...DEMAND_COLUMNS.map((column) =>
      written<SheetSource, typeof column.field>(column, ({ content }, field) => content[field]),
    ),
    given(
      `Vorjahr ${firstYear - 1} in €`,
      16,
      'Nur zur Ansicht: was im Vorjahr dafür geplant war, brutto. Leer heißt: dazu gab es nichts.',
      ({ lastYearCents }) => amount(lastYearCents),
    ),
    given(
      `Planjahre ${span} in €, brutto`,
      18,
      'Nur zur Ansicht: was die Positionen in den Planjahren zusammen kosten, beim Herunterladen.',
      ({ content }) => amount(sumCents(demandYears(content.items, planYears).map(({ grossCents }) => grossCents))),
    ),
    noteColumn(({ note }) => word(note)),
  ];
}

function columnsOfItems({ firstYear }: StoredSituation): Written<ItemSource>[] {
  return [
    given(
      KEY_HEADERS.number,
      10,
      'Nummer des Bedarfs, zu dem die Position gehört, wie im Blatt „Bedarfe“.',
      ({ demand }) => word(`B-${String(demand.number).padStart(3, '0')}`),
    ),
    given(
      KEY_HEADERS.place,
      7,
      'Bitte nicht ändern. Für eine neue Position bleibt die Zelle leer. Eine gelöschte Zeile entfernt die Position.',
      ({ place }) => ({ value: place, type: Number }),
    ),
    ...ITEM_COLUMNS.map((column) => written<ItemSource, typeof column.field>(column, ({ item }, field) => item[field])),
    given(`Kosten ${firstYear} in €, brutto`, 17, 'Nur zur Ansicht: gerechnet beim Herunterladen.', ({ item }) =>
      amount(itemInYear(item, firstYear)?.grossCents ?? null),
    ),
    noteColumn(({ demand, item }) => word(demand.itemNotes[item.id] ?? '')),
  ];
}

const UNIT_CELL: CellKind = { kind: 'choice', words: {} };

function given<Source>(
  header: string,
  width: number,
  note: string,
  cellOf: (source: Source) => CellObject | null,
): Written<Source> {
  return { header, width, note, isGiven: true, cell: null, cellOf };
}

function noteColumn<Source>(cellOf: (source: Source) => CellObject | null): Written<Source> {
  const note = 'Für Ihre eigenen Bemerkungen. Sie bleiben stehen und kommen beim nächsten Herunterladen wieder.';
  return { ...given(KEY_HEADERS.note, 40, note, cellOf), isGiven: false };
}

function written<Source, Field extends string>(
  { field, header, note, width, cell }: SheetColumn<Field>,
  valueOf: (source: Source, field: Field) => CellValue,
): Written<Source> {
  return { header, note, width, cell, isGiven: false, cellOf: (source) => cellOfValue(cell, valueOf(source, field)) };
}

function cellOfValue(cell: CellKind, value: CellValue): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return word(value.join(', '));
  switch (cell.kind) {
    case 'choice':
      return word(cell.words[String(value)] ?? String(value));
    case 'day':
      return { value: new Date(`${String(value)}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
    case 'amount':
      return amount(Number(value));
    case 'rate':
      return { value: Number(value) / 100, type: Number };
    case 'whole':
    case 'year':
      return { value: Number(value), type: Number };
    default:
      return { ...word(String(value)), wrap: true };
  }
}

function word(text: string): CellObject {
  return { value: text, type: String, alignVertical: 'top' };
}

/** Cents below 90 billion euros are exact as the number a spreadsheet holds. */
function amount(amountCents: number | null): CellObject | null {
  return amountCents === null ? null : { value: amountCents / 100, type: Number, format: AMOUNT_FORMAT };
}

const HEAD = { fontWeight: 'bold', bottomBorderStyle: 'thin', wrap: true, alignVertical: 'top' } as const;
const GIVEN = { backgroundColor: '#EEF1F4' } as const;

function sheetOf<Source>(
  columns: readonly Written<Source>[],
  sources: readonly Source[],
): { readonly data: Row[]; readonly stickyRowsCount: number; readonly columns: { readonly width: number }[] } {
  const head: Row = columns.map(({ header, isGiven }) => ({
    value: header,
    type: String,
    ...HEAD,
    ...(isGiven ? GIVEN : {}),
  }));
  const rows = sources.map((source): Row =>
    columns.map(({ cellOf, isGiven }) => {
      const cell = cellOf(source);
      return cell === null ? null : { alignVertical: 'top', ...cell, ...(isGiven ? GIVEN : {}) };
    }),
  );
  return { data: [head, ...rows], stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width })) };
}

function extrasOf<Source>(columns: readonly Written<Source>[], rows: number, lists: ChoiceLists): SheetExtras {
  return {
    firstRow: 2,
    lastRow: rows + 1 + SPARE_ROWS,
    notes: columns.map(({ note }, at) => ({ cell: `${columnLetters(at + 1)}1`, text: note })),
    checks: columns.flatMap(({ cell, note }, at): ColumnCheck[] => {
      if (cell === null) return [];
      const rule = ruleOf(cell, lists);
      return rule === null ? [] : [{ column: at + 1, rule, hint: note }];
    }),
  };
}

function ruleOf(cell: CellKind, lists: ChoiceLists): ColumnCheck['rule'] | null {
  switch (cell.kind) {
    case 'choice':
      return { kind: 'list', range: lists.rangeOf(cell) };
    case 'whole':
      return { kind: 'whole', min: cell.min, max: cell.max };
    case 'year':
      return { kind: 'whole', min: lists.firstYear, max: lists.lastYear };
    case 'amount':
      return { kind: 'decimal', min: 0, max: cell.maxCents / 100 };
    case 'rate':
      return { kind: 'decimal', min: cell.min / 100, max: cell.max / 100 };
    default:
      return null;
  }
}

/** The words of all drop-downs, a list in a column of their own sheet: units of a city are too many for a cell's rule. */
class ChoiceLists {
  readonly firstYear: number;
  readonly lastYear: number;
  private readonly lists: { readonly cell: CellKind; readonly header: string; readonly words: readonly string[] }[];

  constructor({ units, years }: StoredSituation) {
    this.firstYear = years[0] ?? 0;
    this.lastYear = years.at(-1) ?? 0;
    const choices = [...DEMAND_COLUMNS, ...ITEM_COLUMNS].flatMap(({ cell, header }) =>
      cell.kind === 'choice' ? [{ cell, header, words: Object.values(cell.words) }] : [],
    );
    this.lists = [{ cell: UNIT_CELL, header: KEY_HEADERS.unit, words: units.map(unitWords) }, ...choices];
  }

  rangeOf(cell: CellKind): string {
    const at = this.lists.findIndex((list) => list.cell === cell);
    const column = columnLetters(at + 1);
    return `${SHEET_NAMES.choices}!$${column}$2:$${column}$${Math.max(this.lists[at]?.words.length ?? 1, 1) + 1}`;
  }

  rows(): Row[] {
    const head: Row = this.lists.map(({ header }) => ({ value: header, type: String, ...HEAD }));
    const height = Math.max(...this.lists.map(({ words }) => words.length));
    const rows = Array.from({ length: height }, (_, at): Row =>
      this.lists.map(({ words }) => (words[at] === undefined ? null : word(words[at]))),
    );
    return [head, ...rows];
  }

  widths(): { readonly width: number }[] {
    return this.lists.map(({ words }) => ({
      width: Math.min(Math.max(12, ...words.map((one) => one.length + 2)), 50),
    }));
  }
}
