import { STAFF_CHOICE_TEXTS, STAFF_FAULT_TEXTS, STAFF_FIELD_TEXTS } from './staff-and-stock-texts';
import { VOLUME_CHOICE_TEXTS, VOLUME_FAULT_TEXTS, VOLUME_FIELD_TEXTS, VOLUME_NOTE_TEXTS } from './volume-texts';

/*
 * Registers that come as a file: what their columns are called, and what can be wrong with a row. Each sentence says what is
 * the matter and what to write instead.
 */

export const RECORD_FIELD_TEXTS = {
  contractNumber: { de: 'Vertragsnummer', en: 'Contract number' },
  subject: { de: 'Vertragsgegenstand', en: 'Subject of the contract' },
  contractKind: { de: 'Vertragsart', en: 'Kind of contract' },
  startsOn: { de: 'Vertragsbeginn', en: 'Start of the contract' },
  endsOn: { de: 'Vertragsende', en: 'End of the contract' },
  minimumTerm: { de: 'Mindestlaufzeit', en: 'Minimum term' },
  renewal: { de: 'Verlängerung', en: 'Renewal' },
  notice: { de: 'Kündigungsfrist', en: 'Notice period' },
  noticeTo: { de: 'Kündigung zum Ende von', en: 'Notice to the end of' },
  quantity: { de: 'Menge', en: 'Quantity' },
  metric: { de: 'Was gezählt wird', en: 'What is counted' },
  unitPrice: { de: 'Preis je Einheit', en: 'Price of one unit' },
  monthPrice: { de: 'Preis je Einheit und Monat', en: 'Price of one unit a month' },
  yearPrice: { de: 'Preis je Einheit und Jahr', en: 'Price of one unit a year' },
  pricePeriod: { de: 'Zeitraum des Preises', en: 'Period of the price' },
  priceBasis: { de: 'Netto oder brutto', en: 'Net or gross' },
  vat: { de: 'Umsatzsteuersatz', en: 'VAT rate' },
  rhythm: { de: 'Zahlungsweise', en: 'Rhythm of payment' },
  site: { de: 'Standort', en: 'Site' },
  networkZone: { de: 'Netzzone', en: 'Network zone' },
  remindDays: { de: 'Erinnerung, Tage vorher', en: 'Reminder, days before' },
  projectName: { de: 'Name des Vorhabens', en: 'Name of the project' },
  projectKey: { de: 'Projektnummer', en: 'Key of the project' },
  projectLevel: { de: 'Portfolio, Programm oder Projekt', en: 'Portfolio, programme or project' },
  parentProject: { de: 'Gehört zu (Programm oder Portfolio)', en: 'Belongs to (programme or portfolio)' },
  plannedStart: { de: 'Geplanter Beginn', en: 'Planned start' },
  plannedEnd: { de: 'Geplantes Ende', en: 'Planned end' },
  sponsor: { de: 'Auftraggeber oder Leitung', en: 'Sponsor or lead' },
  description: { de: 'Beschreibung', en: 'Description' },
  projectPhase: { de: 'Phase', en: 'Phase' },
  costKind: { de: 'Investition oder Aufwand', en: 'Investment or expense' },
  ...STAFF_FIELD_TEXTS,
  ...VOLUME_FIELD_TEXTS,
} as const;

/** The words that a column with a list of words may hold. */
export const RECORD_CHOICE_TEXTS = {
  contractKind: {
    de: 'Lizenz, Wartung, Dienstleistung, Anschluss, Sonstiges',
    en: 'licence, maintenance, service, line, other',
  },
  noticeTo: {
    de: 'Laufzeit, Monat, Quartal, Halbjahr, Jahr',
    en: 'term, month, quarter, half year, year',
  },
  metric: { de: 'Arbeitsplätze, Nutzer, Leitungen, pauschal', en: 'workplaces, users, lines, flat' },
  pricePeriod: { de: 'Monat, Jahr, Laufzeit', en: 'month, year, term' },
  priceBasis: { de: 'netto, brutto', en: 'net, gross' },
  rhythm: {
    de: 'monatlich, vierteljährlich, halbjährlich, jährlich, einmalig',
    en: 'monthly, quarterly, half-yearly, yearly, once',
  },
  networkZone: {
    de: 'Verwaltung, Pädagogik, Telefonie, Gebäudetechnik, extern',
    en: 'administration, education, telephony, building, external',
  },
  projectLevel: { de: 'Portfolio, Programm, Projekt', en: 'portfolio, programme, project' },
  projectPhase: {
    de: 'Idee, Vorbereitung, Vergabe, Umsetzung, Roll-out, Übergabe',
    en: 'idea, preparation, procurement, implementation, roll-out, handover',
  },
  costKind: { de: 'Investition, Aufwand, intern', en: 'investment, expense, internal' },
  ...STAFF_CHOICE_TEXTS,
  ...VOLUME_CHOICE_TEXTS,
} as const;

/** What keeps a record from being taken over, alone or held against the city. */
export const RECORD_FAULT_TEXTS = {
  RECORD_EMPTY: {
    de: 'Hier fehlt eine Angabe, ohne die es nicht geht. Bitte in der Datei ergänzen.',
    en: 'Something is missing here that is needed. Please add it in the file.',
  },
  RECORD_DAY: {
    de: 'Das ist kein Datum. Bitte wie 31.12.2026 schreiben.',
    en: 'This is no date. Please write it as 31.12.2026.',
  },
  RECORD_PRICE: {
    de: 'Das ist kein Preis. Bitte wie 1.234,50 schreiben, höchstens sechs Stellen hinter dem Komma.',
    en: 'This is no price. Please write it as 1.234,50 with at most six decimals.',
  },
  RECORD_PRICE_OPEN: {
    de: 'Der Preis lässt zwei Lesarten zu: Tausender oder Bruchteil. Bitte mit zwei Stellen hinter dem Komma schreiben.',
    en: 'The price can be read as thousands or as a fraction. Please write it with two decimals.',
  },
  RECORD_WORD: {
    de: 'Dieses Wort ist hier nicht bekannt. Möglich sind: {choices}.',
    en: 'This word is not known here. Possible are: {choices}.',
  },
  RECORD_PERCENT: {
    de: 'Das ist kein Steuersatz. Bitte wie 19 % schreiben, höchstens 25 %.',
    en: 'This is no tax rate. Please write it as 19 %, at most 25 %.',
  },
  RECORD_TERM: {
    de: 'Das ist keine Dauer. Bitte wie „12 Monate“ oder „1 Jahr“ schreiben.',
    en: 'This is no length of time. Please write it as “12 months” or “1 year”.',
  },
  RECORD_NOTICE: {
    de: 'Das ist keine Frist. Bitte wie „3 Monate“, „90 Tage“ oder „3 Monate zum Jahresende“ schreiben.',
    en: 'This is no notice period. Please write it as “3 months”, “90 days” or “3 months to the end of the year”.',
  },
  RECORD_COUNT: {
    de: 'Das ist keine ganze Zahl bis {max}. Bitte nur Ziffern schreiben.',
    en: 'This is no whole number up to {max}. Please write digits only.',
  },
  RECORD_COST_NEGATIVE: {
    de: 'Was ein Vorhaben kostet, ist nicht negativ. Bitte das Vorzeichen prüfen.',
    en: 'What a project costs is not negative. Please check the sign.',
  },
  RECORD_TWICE: {
    de: '„{key}“ steht schon in Zeile {firstRowNumber}. Jeder Eintrag darf nur einmal vorkommen.',
    en: '“{key}” already stands in row {firstRowNumber}. Each entry may occur only once.',
  },
  RECORD_UNIT: {
    de: 'Diese Organisationseinheit gibt es hier nicht. Bitte Kürzel oder Namen wie in der Organisation schreiben.',
    en: 'There is no such unit. Please write its code or name as in the organisation.',
  },
  RECORD_LINE: {
    de: 'Diese Haushaltszeile gibt es hier nicht. Bitte die Nummer wie im Haushalt schreiben.',
    en: 'There is no such budget line. Please write its number as in the budget.',
  },
  RECORD_LINE_UNFIT: {
    de: 'Diese Haushaltszeile bringt Geld ein oder ist abgelegt. Ein Vertrag wird aus einer Zeile mit Aufwand bezahlt.',
    en: 'This budget line brings money in or has been put away. A contract is paid from a line with expenses.',
  },
  RECORD_PARENT: {
    de: 'Dieses Programm oder Portfolio steht weder in der Datei noch im Bestand. Bitte Namen oder Projektnummer prüfen.',
    en: 'This programme or portfolio is neither in the file nor known here. Please check its name or key.',
  },
  RECORD_NAME_OPEN: {
    de: 'Den Namen gibt es hier mehrmals. Bitte die Nummer oder das Kürzel schreiben.',
    en: 'There are several with this name. Please write the number or the code.',
  },
  ...STAFF_FAULT_TEXTS,
  ...VOLUME_FAULT_TEXTS,
  RECORD_REFUSED: { de: '{problem}', en: '{problem}' },
} as const;

/** Everything that reading a register can say. */
export const RECORD_FINDING_TEXTS = {
  ...RECORD_FAULT_TEXTS,
  ...VOLUME_NOTE_TEXTS,
  RECORD_CLOSED: {
    de: 'Dieser Eintrag ist schon beendet und wird nicht mehr geändert.',
    en: 'This entry has been ended and is no longer changed.',
  },
  RECORD_VENDOR_KNOWN: {
    de: 'Im Register heißt dieser Vertragspartner „{known}“. Er wird so übernommen.',
    en: 'In the register this partner is called “{known}”. It is taken over under that name.',
  },
} as const;
