import { MAX_ITEMS, type DemandContent, type DemandItem } from '../demand';
import { isItemTooDear } from '../demand-cost';
import { isEditable, type DemandState } from '../workflow';
import {
  readSheet,
  type ReadSheet,
  type SheetError,
  type SheetErrorCode,
  type SheetRow,
  type SheetTable,
} from './read-demand-sheet';
import { type CellKind, type CellValue, isSameCell, shownCell } from './sheet-cell';
import {
  DEMAND_COLUMNS,
  type FaceField,
  ITEM_COLUMNS,
  type ItemField,
  KEY_HEADERS,
  NOTE_MAX,
  SHEET_NAMES,
  type SheetColumn,
} from './sheet-columns';

/** A demand as the program knows it, with the remarks of its sheet. */
export interface SheetDemand {
  readonly id: string;
  readonly number: number;
  readonly unitId: string;
  readonly state: DemandState;
  readonly version: number;
  readonly content: DemandContent;
  readonly note: string;
  /** Remarks on items, by the id of the item. */
  readonly itemNotes: Readonly<Record<string, string>>;
}

/** What a sheet is held against: the round, and the units and demands of the person. */
export interface SheetSituation {
  readonly firstYear: number;
  readonly years: readonly number[];
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly demands: readonly SheetDemand[];
  /** A draft of which nothing is known yet. */
  readonly empty: DemandContent;
  readonly nextId: () => string;
}

/** One thing that the sheet would change, as the sheet writes it. */
export interface SheetChange {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly column: number;
  readonly header: string;
  /** The item it is about; null for the demand itself. */
  readonly item: string | null;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly from: string;
  readonly to: string;
}

/** A row of the sheet that could be read, and what it comes to. A conflict is not taken over. */
export interface SheetEntry {
  readonly kind: 'new' | 'changed' | 'same' | 'conflict';
  readonly rowNumber: number;
  /** Null for a new one. */
  readonly demand: SheetDemand | null;
  readonly unitId: string;
  readonly content: DemandContent;
  readonly note: string;
  readonly itemNotes: Readonly<Record<string, string>>;
  readonly changes: readonly SheetChange[];
}

export type SheetReading =
  | { readonly ok: true; readonly entries: readonly SheetEntry[]; readonly errors: readonly SheetError[] }
  | { readonly ok: false; readonly sheet: string };

/** How the version of a demand stands in its row: a row of another round or an older version is found by it. */
export function sheetStamp(firstYear: number, version: number): string {
  return `R${firstYear} V${version}`;
}

/**
 * Holds a department's workbook against what the program knows: what is new, what changes from what to what, what nobody
 * touched, and what was changed by somebody else meanwhile. A row with an error is left out as a whole, the others count.
 */
export function compareDemandSheet(
  demands: SheetTable,
  items: SheetTable | null,
  situation: SheetSituation,
): SheetReading {
  const face = readSheet(demands, DEMAND_COLUMNS, situation.years);
  if (face === null) return { ok: false, sheet: SHEET_NAMES.demands };
  const parts = items === null ? null : readSheet(items, ITEM_COLUMNS, situation.years);
  if (items !== null && parts === null) return { ok: false, sheet: SHEET_NAMES.items };
  return new Comparison(face, parts, situation).reading();
}

/** A row of demands with its key: the number of a demand, or a word of its own for a new one. */
type Key = string;
const NEW = /^neu\b/i;
const NUMBER = /^(?:b-)?0*([1-9][0-9]{0,6})$/i;

class Comparison {
  private readonly errors: SheetError[] = [];
  private readonly byNumber: ReadonlyMap<number, SheetDemand>;
  private readonly itemsOf = new Map<Key, SheetRow<ItemField>[]>();

  constructor(
    private readonly face: ReadSheet<FaceField>,
    private readonly parts: ReadSheet<ItemField> | null,
    private readonly situation: SheetSituation,
  ) {
    this.byNumber = new Map(situation.demands.map((demand) => [demand.number, demand]));
  }

  reading(): SheetReading {
    const keyed = this.face.rows.map((row) => ({ row, key: keyOf(row) }));
    this.sortItems(new Set(keyed.map(({ key }) => key)));
    const seen = new Set<Key>();
    const entries = keyed.flatMap(({ row, key }): SheetEntry[] => {
      if (seen.has(key)) {
        this.wrongDemand(row, KEY_HEADERS.number, 'NUMBER_TWICE');
        return [];
      }
      seen.add(key);
      const entry = this.entryOf(row, key);
      return entry === null ? [] : [entry];
    });
    return { ok: true, entries, errors: [...this.errors].sort(inOrder) };
  }

  /** Puts each item under its demand; one whose demand is in no row is an error. */
  private sortItems(keys: ReadonlySet<Key>): void {
    for (const row of this.parts?.rows ?? []) {
      const key = keyOf(row);
      if (!keys.has(key) || row.keys.number === '') this.wrongItem(row, KEY_HEADERS.number, 'ITEM_WITHOUT_DEMAND');
      else this.itemsOf.set(key, [...(this.itemsOf.get(key) ?? []), row]);
    }
  }

  private entryOf(row: SheetRow<FaceField>, key: Key): SheetEntry | null {
    const before = this.errors.length;
    const demand = this.demandOf(row, key);
    if (demand === undefined) return null;
    const unitId = this.unitOf(row, demand);
    this.errors.push(...row.errors);
    const face = changedFace(row, demand?.content ?? this.situation.empty);
    const isStale = demand !== null && row.keys.stamp !== sheetStamp(this.situation.firstYear, demand.version);
    const items = this.itemsAfter(key, demand, isStale);
    if (this.errors.length > before) return null;
    const content = { ...face, items: items.map(({ item }) => item) };
    const itemNotes = Object.fromEntries(
      items.filter(({ note }) => note !== '').map(({ item, note }) => [item.id, note] as const),
    );
    const note = row.note ?? demand?.note ?? '';
    const entry = { rowNumber: row.rowNumber, demand, unitId, content, note, itemNotes };
    const changes = demand === null ? [] : this.changesOf(row, demand, entry, items);
    if (demand !== null && changes.length > 0 && !isEditable(demand.state)) {
      this.wrongDemand(row, KEY_HEADERS.number, 'LOCKED');
      return null;
    }
    const kind = demand === null ? 'new' : changes.length === 0 ? 'same' : isStale ? 'conflict' : 'changed';
    return { ...entry, kind, changes };
  }

  /** The demand of a row, null for a new one; undefined where the row cannot be placed. */
  private demandOf(row: SheetRow<FaceField>, key: Key): SheetDemand | null | undefined {
    if (key.startsWith('neu')) return null;
    const number = Number(NUMBER.exec(row.keys.number)?.[1]);
    const demand = this.byNumber.get(number);
    if (demand === undefined) {
      this.wrongDemand(row, KEY_HEADERS.number, Number.isNaN(number) ? 'NUMBER_FORMAT' : 'NUMBER_UNKNOWN');
      return undefined;
    }
    const stamp = /^R([0-9]{4}) V[1-9][0-9]{0,6}$/.exec(row.keys.stamp);
    if (stamp === null) this.wrongDemand(row, KEY_HEADERS.stamp, 'STAMP_MISSING');
    else if (Number(stamp[1]) !== this.situation.firstYear)
      this.wrongDemand(row, KEY_HEADERS.stamp, 'STAMP_OTHER_ROUND');
    else return demand;
    return undefined;
  }

  private unitOf(row: SheetRow<FaceField>, demand: SheetDemand | null): string {
    const { unit: said } = row.keys;
    if (said === '' && demand !== null) return demand.unitId;
    const unit = this.situation.units.find((one) => said === one.code || said === unitWords(one));
    if (unit === undefined) this.wrongDemand(row, KEY_HEADERS.unit, 'UNIT_UNKNOWN');
    else if (demand !== null && unit.id !== demand.unitId) this.wrongDemand(row, KEY_HEADERS.unit, 'UNIT_FIXED');
    return unit?.id ?? '';
  }

  /**
   * The items as the sheet has them; a workbook without that sheet leaves them alone. In a row of an older version a place may
   * be gone meanwhile: that is part of its conflict.
   */
  private itemsAfter(key: Key, demand: SheetDemand | null, isStale: boolean): Placed[] {
    const stored = demand?.content.items ?? [];
    const noteOf = (id: string): string => demand?.itemNotes[id] ?? '';
    if (this.parts === null) return stored.map((item) => ({ item, row: null, stored: item, note: noteOf(item.id) }));
    const rows = this.itemsOf.get(key) ?? [];
    const seen = new Set<string>();
    const placed = rows.flatMap((row): Placed[] => {
      this.errors.push(...row.errors);
      const { place } = row.keys;
      const old = place === '' ? null : stored[Number(place) - 1];
      if (old === undefined && !isStale) this.wrongItem(row, KEY_HEADERS.place, 'PLACE_UNKNOWN');
      if (place !== '' && seen.has(place)) this.wrongItem(row, KEY_HEADERS.place, 'PLACE_TWICE');
      seen.add(place);
      const item = itemOf(row, old ?? null, this.situation);
      if (item === null) return [];
      this.checkItem(row, item);
      return [{ item, row, stored: old ?? null, note: row.note ?? noteOf(item.id) }];
    });
    const last = rows.at(-1);
    if (placed.length > MAX_ITEMS && last !== undefined) this.wrongItem(last, KEY_HEADERS.number, 'ITEMS_TOO_MANY');
    return placed;
  }

  private checkItem(row: SheetRow<ItemField>, item: DemandItem): void {
    const { toYear, fromYear } = item;
    if (toYear !== null && toYear < fromYear) this.wrongItem(row, 'Letztes Jahr', 'ITEM_YEARS');
    if (isItemTooDear(item, this.situation.years.length)) this.wrongItem(row, 'Preis je Einheit in €', 'ITEM_AMOUNT');
  }

  private changesOf(
    row: SheetRow<FaceField>,
    demand: SheetDemand,
    entry: Pick<SheetEntry, 'content' | 'note'>,
    items: readonly Placed[],
  ): SheetChange[] {
    const at = { sheet: SHEET_NAMES.demands, rowNumber: row.rowNumber };
    const face = differences(DEMAND_COLUMNS, demand.content, entry.content).map(({ header, from, to }) => ({
      ...at,
      column: this.face.columnOf(header),
      header,
      item: null,
      kind: 'changed' as const,
      from,
      to,
    }));
    const noted = noteChange(demand.note, entry.note);
    const note =
      noted === null
        ? []
        : [{ ...at, column: this.face.columnOf(KEY_HEADERS.note), item: null, kind: 'changed' as const, ...noted }];
    return [
      ...face,
      ...note,
      ...items.flatMap((placed) => this.itemChanges(placed, demand)),
      ...removed(demand, items),
    ];
  }

  private itemChanges({ item, row, stored, note }: Placed, demand: SheetDemand): SheetChange[] {
    if (row === null) return [];
    const at = { sheet: SHEET_NAMES.items, rowNumber: row.rowNumber, item: item.label };
    const columnOf = (header: string): number => this.parts?.columnOf(header) ?? -1;
    if (stored === null) {
      const column = columnOf('Bezeichnung');
      return [{ ...at, column, header: 'Bezeichnung', kind: 'added', from: '', to: item.label }];
    }
    const noted = noteChange(demand.itemNotes[stored.id] ?? '', note);
    return [...differences(ITEM_COLUMNS, stored, item), ...(noted === null ? [] : [noted])].map((one) => ({
      ...at,
      ...one,
      column: columnOf(one.header),
      kind: 'changed' as const,
    }));
  }

  private wrongDemand(row: SheetRow<FaceField>, header: string, code: SheetErrorCode): void {
    this.errors.push(errorAt(SHEET_NAMES.demands, row, header, { column: this.face.columnOf(header), code }));
  }

  private wrongItem(row: SheetRow<ItemField>, header: string, code: SheetErrorCode): void {
    this.errors.push(errorAt(SHEET_NAMES.items, row, header, { column: this.parts?.columnOf(header) ?? 0, code }));
  }
}

/** An item of the sheet with the row it stands in and the stored one it was. */
interface Placed {
  readonly item: DemandItem;
  readonly row: SheetRow<ItemField> | null;
  readonly stored: DemandItem | null;
  readonly note: string;
}

/** How a unit stands in the sheet and in its list. */
export function unitWords({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${code} ${name}`;
}

/** A new row without a word of its own is known by its place. */
function keyOf({ keys, rowNumber }: SheetRow<string>): Key {
  if (keys.number === '') return `neu #${rowNumber}`;
  if (NEW.test(keys.number)) return keys.number.toLocaleLowerCase('de').replaceAll(/\s+/g, ' ');
  return NUMBER.exec(keys.number)?.[1] ?? keys.number;
}

function errorAt(
  sheet: string,
  { rowNumber, at }: SheetRow<string>,
  header: string,
  { column, code }: { readonly column: number; readonly code: SheetErrorCode },
): SheetError {
  return { sheet, rowNumber, column: Math.max(column, 0), code, value: at(header).slice(0, 100) };
}

/** What the row says instead of what is stored; a text that says the same stays as it was typed. */
function changedFace(row: SheetRow<FaceField>, stored: DemandContent): DemandContent {
  const said = [...row.values].filter(([field, value]) => !isSameCell(stored[field], value));
  return { ...stored, ...(Object.fromEntries(said) as Partial<DemandContent>) };
}

/** Null where a field that nothing is known about without is missing; its error stands already. */
function itemOf(
  row: SheetRow<ItemField>,
  stored: DemandItem | null,
  { nextId, firstYear }: SheetSituation,
): DemandItem | null {
  if (row.errors.length > 0) return null;
  const base: DemandItem = stored ?? { ...NEW_ITEM, id: nextId(), fromYear: firstYear };
  const said = [...row.values].filter(([field, value]) => !isSameCell(base[field], value));
  return { ...base, ...(Object.fromEntries(said) as Partial<DemandItem>) };
}

const NEW_ITEM: Omit<DemandItem, 'id' | 'fromYear'> = {
  label: '',
  kind: 'services',
  rhythm: 'one_off',
  toYear: null,
  month: 1,
  quantity: null,
  unit: '',
  unitPriceCents: null,
  basis: 'net',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
};

function differences<Field extends string>(
  columns: readonly SheetColumn<Field>[],
  before: Readonly<Record<Field, CellValue>>,
  after: Readonly<Record<Field, CellValue>>,
): { readonly header: string; readonly from: string; readonly to: string }[] {
  return columns
    .filter(({ field }) => !isSameCell(before[field], after[field]))
    .map(({ field, header, cell }) => ({
      header,
      from: shownCell(cell, before[field]),
      to: shownCell(cell, after[field]),
    }));
}

const NOTE_CELL: CellKind = { kind: 'text', max: NOTE_MAX, multiline: true };

function noteChange(before: string, after: string): { header: string; from: string; to: string } | null {
  if (isSameCell(before, after)) return null;
  return { header: KEY_HEADERS.note, from: shownCell(NOTE_CELL, before), to: shownCell(NOTE_CELL, after) };
}

function removed(demand: SheetDemand, items: readonly Placed[]): SheetChange[] {
  const kept = new Set(items.map(({ item }) => item.id));
  return demand.content.items
    .filter(({ id }) => !kept.has(id))
    .map(({ label }) => ({
      sheet: SHEET_NAMES.items,
      rowNumber: 0,
      column: 0,
      header: 'Bezeichnung',
      item: label,
      kind: 'removed',
      from: label,
      to: '',
    }));
}

function inOrder(first: SheetError, second: SheetError): number {
  if (first.sheet !== second.sheet) return first.sheet < second.sheet ? -1 : 1;
  return first.rowNumber - second.rowNumber || first.column - second.column;
}
