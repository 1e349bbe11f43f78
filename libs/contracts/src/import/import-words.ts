import type { TableField } from '@etatlotse/domain/import';
import type { FindingText } from './finding-texts';
import { RECORD_CHOICE_TEXTS, RECORD_FIELD_TEXTS } from './record-texts';

/** What the fields of a table are called on screen. */
export const FIELD_TEXTS: Readonly<Record<TableField, FindingText>> = {
  line: { de: 'Haushaltszeile', en: 'Budget line' },
  lineName: { de: 'Name der Haushaltszeile', en: 'Name of the budget line' },
  frame: { de: 'Rahmen', en: 'Frame' },
  accountFrame: { de: 'Kontenrahmen', en: 'Account frame' },
  runOrChange: { de: 'Betrieb oder Vorhaben', en: 'Run or change' },
  serviceClass: { de: 'Art der Leistung', en: 'Class of service' },
  costCentre: { de: 'Kostenstelle', en: 'Cost centre' },
  costCentreName: { de: 'Name der Kostenstelle', en: 'Name of the cost centre' },
  costObject: { de: 'Kostenträger oder Objekt', en: 'Cost object' },
  costObjectName: { de: 'Name des Kostenträgers', en: 'Name of the cost object' },
  account: { de: 'Sachkonto', en: 'Account' },
  accountName: { de: 'Name des Sachkontos', en: 'Name of the account' },
  product: { de: 'Produkt', en: 'Product' },
  productName: { de: 'Name des Produkts', en: 'Name of the product' },
  productGroup: { de: 'Produktgruppe', en: 'Product group' },
  productGroupName: { de: 'Name der Produktgruppe', en: 'Name of the product group' },
  productArea: { de: 'Produktbereich', en: 'Product area' },
  productAreaName: { de: 'Name des Produktbereichs', en: 'Name of the product area' },
  division: { de: 'Dezernat', en: 'Directorate' },
  divisionName: { de: 'Name des Dezernats', en: 'Name of the directorate' },
  subBudget: { de: 'Teilhaushalt', en: 'Sub-budget' },
  subBudgetName: { de: 'Name des Teilhaushalts', en: 'Name of the sub-budget' },
  unit: { de: 'Organisationseinheit', en: 'Unit' },
  unitName: { de: 'Name der Organisationseinheit', en: 'Name of the unit' },
  unitLevel: { de: 'Ebene', en: 'Level' },
  parentUnit: { de: 'Übergeordnete Einheit', en: 'Parent unit' },
  validFrom: { de: 'Gültig ab', en: 'Valid from' },
  statement: { de: 'Teilplan', en: 'Statement' },
  statementLine: { de: 'Zeile des Teilplans', en: 'Line of the statement' },
  statementLineName: { de: 'Ertrags- oder Aufwandsart', en: 'Kind of income or expense' },
  detail: { de: 'Unterkonto oder Maßnahme', en: 'Detail' },
  detailName: { de: 'Name des Unterkontos', en: 'Name of the detail' },
  side: { de: 'Ertrag oder Aufwand', en: 'Revenue or expense' },
  phase: { de: 'Plan oder Ist', en: 'Plan or actual' },
  sphere: { de: 'Laufend oder investiv', en: 'Operating or investment' },
  fiscalYear: { de: 'Haushaltsjahr', en: 'Fiscal year' },
  bookedOn: { de: 'Buchungstag', en: 'Booking day' },
  document: { de: 'Belegnummer', en: 'Document number' },
  text: { de: 'Buchungstext', en: 'Booking text' },
  order: { de: 'Auftragsnummer', en: 'Order number' },
  bookingType: { de: 'Buchungsart', en: 'Kind of booking' },
  debitCredit: { de: 'Soll oder Haben', en: 'Debit or credit' },
  supplier: { de: 'Lieferant', en: 'Supplier' },
  supplierNumber: { de: 'Lieferantennummer', en: 'Supplier number' },
  ...RECORD_FIELD_TEXTS,
};

const SIGNS: Readonly<Record<string, FindingText>> = {
  ',': { de: 'ein Komma', en: 'a comma' },
  '.': { de: 'einen Punkt', en: 'a point' },
  "'": { de: 'einen Apostroph', en: 'an apostrophe' },
  ' ': { de: 'ein Leerzeichen', en: 'a blank' },
  '': { de: 'nichts', en: 'nothing' },
};

/** Parameters of evidence and questions whose values are codes, with the words for them. */
export const IMPORT_WORDS: Readonly<Record<string, Readonly<Record<string, FindingText>>>> = {
  field: { ...FIELD_TEXTS, amount: { de: 'Betrag', en: 'Amount' } },
  kind: {
    plan_lines: { de: 'Planansätze', en: 'planned amounts' },
    actuals: { de: 'Ergebnisse', en: 'results' },
    bookings: { de: 'Buchungen', en: 'bookings' },
    organization: { de: 'Organisationseinheiten', en: 'units of the organisation' },
    projects: { de: 'Vorhaben', en: 'projects' },
    contracts: { de: 'Verträge', en: 'contracts' },
    posts: { de: 'Stellen', en: 'posts' },
    staffing_plan: { de: 'einen Stellenplan in Summen', en: 'a staffing plan in sums' },
    devices: { de: 'Geräte', en: 'devices' },
    sites: { de: 'Standorte', en: 'sites' },
    volumes: { de: 'Fallzahlen', en: 'case numbers' },
  },
  phase: {
    plan: { de: 'Plan', en: 'plan' },
    actual: { de: 'Ist', en: 'actual' },
    commitment_authority: { de: 'Verpflichtungsermächtigung', en: 'commitment authority' },
    proposed: { de: 'Vorschlag', en: 'proposal' },
    adjusted: { de: 'fortgeschriebener Ansatz', en: 'adjusted appropriation' },
  },
  side: {
    net: { de: 'beide Seiten', en: 'both sides' },
    revenue: { de: 'Erträge', en: 'revenue' },
    expense: { de: 'Aufwendungen', en: 'expense' },
    debit: { de: 'Soll', en: 'debit' },
    credit: { de: 'Haben', en: 'credit' },
    official: { de: 'Beamtinnen und Beamte', en: 'officials' },
    employee: { de: 'Tarifbeschäftigte', en: 'employees' },
  },
  accountFrame: {
    NI: { de: 'Niedersachsen', en: 'Lower Saxony' },
    NW: { de: 'Nordrhein-Westfalen', en: 'North Rhine-Westphalia' },
    BY: { de: 'Bayern (doppisch)', en: 'Bavaria (double entry)' },
    HE: { de: 'Hessen', en: 'Hesse' },
    AT: { de: 'Österreich (VRV 2015)', en: 'Austria (VRV 2015)' },
    CH: { de: 'Schweiz (HRM2)', en: 'Switzerland (HRM2)' },
    cameral: { de: 'Kameralistik (Gruppierungsplan)', en: 'cameral (Gruppierungsplan)' },
    unclassified: { de: 'ohne Zuordnung', en: 'none' },
  },
  order: {
    dmy: { de: 'Tag, Monat, Jahr', en: 'day, month, year' },
    mdy: { de: 'Monat, Tag, Jahr', en: 'month, day, year' },
    ymd: { de: 'Jahr, Monat, Tag', en: 'year, month, day' },
  },
  fiscalYear: { '': { de: 'je nach Zeile', en: 'by row' } },
  header: { '': { de: 'ohne Überschrift', en: 'without a header' } },
  choices: RECORD_CHOICE_TEXTS,
  decimal: SIGNS,
  grouping: SIGNS,
};

/** Parameters as they are said: codes become words, everything else stays as it is. */
export function spokenParams(
  params: Readonly<Record<string, string | number>>,
  tongue: 'de' | 'en',
): Readonly<Record<string, string | number>> {
  const spoken = Object.entries(params).map(([name, value]) => {
    return [name, IMPORT_WORDS[name]?.[String(value)]?.[tongue] ?? value] as const;
  });
  return Object.fromEntries(spoken);
}
