import type { NetworkZone, RunOrChange, ServiceClass } from '../../budget/budget-line';
import type { FrameCode } from '../../budget/frame';
import type { DemandContent, DemandItem, DemandItemKind, DemandOccurrence, DemandReason } from '../demand';
import type { ItemRhythm, PriceBasis } from '../demand';
import type { CellKind } from './sheet-cell';

/** Fields of a demand that stand in one row of its sheet. */
export type FaceField = Exclude<keyof DemandContent, 'items' | 'fte' | 'dependencies'>;
export type ItemField = Exclude<keyof DemandItem, 'id'>;

/** A column that people fill in: its head, the note at the head, and what may stand under it. */
export interface SheetColumn<Field extends string> {
  readonly field: Field;
  readonly header: string;
  readonly note: string;
  readonly width: number;
  readonly cell: CellKind;
  /** A row is nothing without it. */
  readonly isRequired?: true;
  /** What a blank cell means where it does not mean unknown. */
  readonly whenBlank?: number;
}

/** Names of the sheets of a department's workbook. */
export const SHEET_NAMES = { demands: 'Bedarfe', items: 'Positionen', choices: 'Auswahl', help: 'Anleitung' } as const;

/** Heads of the columns that say which row it is; the program writes them. */
export const KEY_HEADERS = {
  number: 'Nr.',
  stamp: 'Fassung',
  state: 'Stand',
  unit: 'Einheit',
  place: 'Pos.',
  note: 'Bemerkung',
} as const;

export const NOTE_MAX = 2000;
const PRICE_MAX_CENTS = 999_999_999;

const line = (max: number): CellKind => ({ kind: 'text', max, multiline: false });
const text = (max: number): CellKind => ({ kind: 'text', max, multiline: true });
const choice = <Code extends string>(words: Readonly<Record<Code, string>>): CellKind => ({ kind: 'choice', words });

const KINDS: Readonly<Record<RunOrChange, string>> = { run: 'Betrieb', change: 'Vorhaben' };
const OCCURRENCES: Readonly<Record<DemandOccurrence, string>> = { occurred: 'eingetreten', foreseeable: 'absehbar' };
const REASONS: Readonly<Record<DemandReason, string>> = {
  legal: 'Gesetz oder Frist',
  end_of_support: 'Support endet',
  economic: 'wirtschaftlich',
  political: 'politischer Auftrag',
};
const CLASSES: Readonly<Record<ServiceClass, string>> = {
  central_infrastructure: 'zentrale Infrastruktur',
  business_application: 'Fachverfahren',
};
const ZONES: Readonly<Record<NetworkZone, string>> = {
  administration: 'Verwaltung',
  education: 'Pädagogik',
  telephony: 'Telefonie',
  building: 'Gebäudetechnik',
  external: 'externe Nutzung',
};
const FRAMES: Readonly<Record<FrameCode, string>> = { CORE: 'Kern-IT', SCHOOL_NET: 'Schulnetze', FEES: 'Gebühren' };
const ITEM_KINDS: Readonly<Record<DemandItemKind, string>> = {
  services: 'Dienstleistung',
  supplies: 'Lieferung',
  device: 'Geräte',
  licence: 'Lizenz',
  fees: 'Gebühren',
  training: 'Schulung',
};
const RHYTHMS: Readonly<Record<ItemRhythm, string>> = { one_off: 'einmalig', recurring: 'jedes Jahr' };
const BASES: Readonly<Record<PriceBasis, string>> = { net: 'netto', gross: 'brutto' };

/** The sheet of demands, a demand in a row. */
export const DEMAND_COLUMNS: readonly SheetColumn<FaceField>[] = [
  {
    field: 'title',
    header: 'Bezeichnung',
    note: 'Kurz und in Ihren Worten, höchstens 160 Zeichen. Beispiel: Notebooks für den Außendienst.',
    width: 38,
    cell: line(160),
  },
  {
    field: 'purpose',
    header: 'Wofür',
    note: 'Zwei bis drei Sätze, ohne Namen von Personen.',
    width: 46,
    cell: text(4000),
  },
  { field: 'forWhom', header: 'Für wen', note: 'Welche Stelle, wie viele Menschen?', width: 28, cell: text(1000) },
  {
    field: 'runOrChange',
    header: 'Neu oder laufend',
    note: 'Betrieb: läuft schon. Vorhaben: etwas Neues. Bitte aus der Liste wählen.',
    width: 16,
    cell: choice(KINDS),
  },
  {
    field: 'occurrence',
    header: 'Eingetreten oder absehbar',
    note: 'Bitte aus der Liste wählen. Bei „absehbar“ auch Wahrscheinlichkeit und frühesten Tag angeben.',
    width: 16,
    cell: choice(OCCURRENCES),
  },
  {
    field: 'probabilityPercent',
    header: 'Wahrscheinlichkeit in %',
    note: 'Ganze Zahl von 0 bis 100. Nur bei „absehbar“.',
    width: 14,
    cell: { kind: 'whole', min: 0, max: 100 },
  },
  {
    field: 'earliestOn',
    header: 'Frühester Tag',
    note: 'Tag wie 01.07.2027. Nur bei „absehbar“.',
    width: 14,
    cell: { kind: 'day' },
  },
  {
    field: 'reason',
    header: 'Grund',
    note: 'Bitte aus der Liste wählen. „Gesetz oder Frist“ gilt als Pflicht.',
    width: 20,
    cell: choice(REASONS),
  },
  {
    field: 'reasonBasis',
    header: 'Vorschrift, Produkt oder Auftrag',
    note: 'Worauf sich der Grund stützt. Beispiel: § 12 OZG, oder Produkt und Version.',
    width: 28,
    cell: line(300),
  },
  {
    field: 'reasonDeadline',
    header: 'Frist',
    note: 'Tag, bis zu dem es erfüllt sein muss oder an dem der Support endet.',
    width: 13,
    cell: { kind: 'day' },
  },
  { field: 'serviceClass', header: 'Art', note: 'Bitte aus der Liste wählen.', width: 24, cell: choice(CLASSES) },
  {
    field: 'networkZone',
    header: 'Netz',
    note: 'Bitte aus der Liste wählen. Wenn Sie es nicht wissen, bleibt die Zelle leer.',
    width: 16,
    cell: choice(ZONES),
  },
  {
    field: 'frame',
    header: 'Rahmen',
    note: 'Woraus bezahlt wird. Sie müssen es nicht wissen: die Kämmerei ergänzt es.',
    width: 14,
    cell: choice(FRAMES),
  },
  { field: 'earliestStartYear', header: 'Frühester Beginn', note: 'Jahr.', width: 11, cell: { kind: 'year' } },
  {
    field: 'latestStartYear',
    header: 'Spätester Beginn',
    note: 'Jahr. Leer heißt offen.',
    width: 11,
    cell: { kind: 'year' },
  },
  {
    field: 'benefit',
    header: 'Nutzen',
    note: 'Was geht danach schneller, sicherer oder einfacher?',
    width: 36,
    cell: text(4000),
  },
  {
    field: 'papers',
    header: 'Vorlagen des Rates',
    note: 'DS-Nummern wie 25-25403, mehrere mit Komma getrennt.',
    width: 18,
    cell: { kind: 'papers' },
  },
];

/** The sheet of cost items, an item in a row. */
export const ITEM_COLUMNS: readonly SheetColumn<ItemField>[] = [
  {
    field: 'label',
    header: 'Bezeichnung',
    note: 'Was gekauft wird, höchstens 160 Zeichen.',
    width: 36,
    cell: line(160),
  },
  {
    field: 'kind',
    header: 'Art',
    note: 'Bitte aus der Liste wählen.',
    width: 16,
    cell: choice(ITEM_KINDS),
    isRequired: true,
  },
  {
    field: 'rhythm',
    header: 'Wie oft?',
    note: 'Einmalig oder jedes Jahr.',
    width: 13,
    cell: choice(RHYTHMS),
    isRequired: true,
  },
  {
    field: 'fromYear',
    header: 'Erstes Jahr',
    note: 'Jahr der ersten Zahlung.',
    width: 11,
    cell: { kind: 'year' },
    isRequired: true,
  },
  {
    field: 'toYear',
    header: 'Letztes Jahr',
    note: 'Nur bei „jedes Jahr“. Leer heißt bis auf Weiteres.',
    width: 11,
    cell: { kind: 'year' },
  },
  {
    field: 'month',
    header: 'Monat',
    note: 'Monat des Kaufs, 1 bis 12. Leer heißt Januar.',
    width: 8,
    cell: { kind: 'whole', min: 1, max: 12 },
    whenBlank: 1,
  },
  {
    field: 'quantity',
    header: 'Menge',
    note: 'Ganze Zahl. Leer heißt unbekannt, das ist nicht null.',
    width: 10,
    cell: { kind: 'whole', min: 0, max: 1_000_000 },
  },
  { field: 'unit', header: 'Mengeneinheit', note: 'Stück, Tage, Jahr.', width: 13, cell: line(40) },
  {
    field: 'unitPriceCents',
    header: 'Preis je Einheit in €',
    note: 'Höchstens zwei Nachkommastellen. Leer heißt unbekannt, das ist nicht null.',
    width: 16,
    cell: { kind: 'amount', maxCents: PRICE_MAX_CENTS },
  },
  {
    field: 'basis',
    header: 'Netto oder brutto',
    note: 'Ob der Preis ohne oder mit Umsatzsteuer ist.',
    width: 12,
    cell: choice(BASES),
    isRequired: true,
  },
  {
    field: 'vatBasisPoints',
    header: 'Umsatzsteuer in %',
    note: 'Leer heißt 19. Sonst zum Beispiel 7 oder 0.',
    width: 12,
    cell: { kind: 'rate', min: 0, max: 10_000 },
    whenBlank: 1900,
  },
  {
    field: 'increaseBasisPoints',
    header: 'Preisanstieg im Jahr in %',
    note: 'Leer heißt 0. Zum Beispiel 3 oder 2,5.',
    width: 13,
    cell: { kind: 'rate', min: -5000, max: 5000 },
    whenBlank: 0,
  },
];
