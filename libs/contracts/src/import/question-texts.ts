import type { QuestionCode } from '@etatlotse/domain/import';
import type { FindingText } from './finding-texts';

/** A question, what to do about it, and its answers. Answers `column:3` stand for the column at that position, from 0. */
export interface QuestionText extends FindingText {
  readonly options: Readonly<Record<string, FindingText>>;
}

const ask = (de: string, en: string, options: QuestionText['options'] = {}): QuestionText => ({ de, en, options });

const UNITS = {
  '1': { de: 'Voll ausgeschrieben', en: 'Written in full' },
  '1000': { de: 'In Tausend', en: 'In thousands' },
  '1000000': { de: 'In Millionen', en: 'In millions' },
};

/** Everything that must be answered before a file is taken over. `{name}` stands for a parameter. */
export const QUESTION_TEXTS: Readonly<Record<QuestionCode, QuestionText>> = {
  PROFILE_NEW_AMOUNTS: ask(
    'Die Datei hat Spalten mit Beträgen, die das Profil „{name}“ nicht kennt: {headers}. Sollen sie draußen bleiben?',
    'The file has columns with amounts that the profile “{name}” does not know: {headers}. Are they to stay out?',
    {
      leave_out: { de: 'Ja, wie bisher lesen', en: 'Yes, read as before' },
      read_anew: { de: 'Nein, die Datei neu erkennen', en: 'No, recognise the file anew' },
    },
  ),
  KIND: ask('Was enthält die Datei?', 'What does the file hold?', {
    plan_lines: { de: 'Planansätze mit ihren Haushaltszeilen', en: 'Planned amounts with their budget lines' },
    actuals: { de: 'Ergebnisse (Ist)', en: 'Results (actuals)' },
    bookings: { de: 'Einzelne Buchungen', en: 'Single bookings' },
    organization: { de: 'Organisationseinheiten', en: 'Units of the organisation' },
    projects: { de: 'Vorhaben', en: 'Projects' },
    contracts: { de: 'Verträge und Lizenzen', en: 'Contracts and licences' },
    posts: { de: 'Stellen', en: 'Posts' },
    staffing_plan: { de: 'Stellenplan', en: 'Staffing plan' },
    devices: { de: 'Geräte', en: 'Devices' },
    sites: { de: 'Standorte', en: 'Sites' },
    volumes: { de: 'Fallzahlen', en: 'Case numbers' },
  }),
  BOOKING_TYPE: ask(
    'Die Datei spricht von Bestellungen. Sind ihre Beträge bestellt oder schon abgerechnet?',
    'The file speaks of orders. Are its amounts ordered or invoiced already?',
    {
      commitment: {
        de: 'Bestellt: als Aufträge übernehmen, die Mittel binden',
        en: 'Ordered: take them over as orders that bind funds',
      },
      actual: { de: 'Abgerechnet: als Ist übernehmen', en: 'Invoiced: take them over as actuals' },
    },
  ),
  COLUMN_MISSING: ask(
    'Keine Spalte ließ sich als {field} erkennen. Welche ist es?',
    'No column could be recognised as {field}. Which one is it?',
  ),
  AMOUNT_MEANING: ask('Was steht in den Spalten {headers}?', 'What stands in the columns {headers}?', {
    plan: { de: 'Planansätze', en: 'Planned amounts' },
    actual: { de: 'Ergebnisse (Ist)', en: 'Results (actuals)' },
  }),
  AMOUNT_TWICE: ask(
    'Die Spalten „{first}“ und „{second}“ meinen dasselbe Jahr. Welche soll gelten?',
    'The columns “{first}” and “{second}” mean the same year. Which one is to count?',
    { first: { de: 'Die erste', en: 'The first' }, second: { de: 'Die zweite', en: 'The second' } },
  ),
  AMOUNT_LEFT_OVER: ask(
    'In der Spalte „{header}“ stehen Beträge, aber ihre Überschrift sagt nicht, was sie sind. Was soll mit ihnen geschehen?',
    'The column “{header}” holds amounts, but its header does not say what they are. What is to happen with them?',
    {
      leave_out: { de: 'Nicht übernehmen', en: 'Do not take them over' },
      plan: { de: 'Als Planansätze übernehmen', en: 'Take them over as planned amounts' },
      actual: { de: 'Als Ergebnisse (Ist) übernehmen', en: 'Take them over as results (actuals)' },
      commitment_authority: {
        de: 'Als Verpflichtungsermächtigungen übernehmen',
        en: 'Take them over as authority to commit later years',
      },
      revenue: { de: 'Als Erträge oder Einzahlungen übernehmen', en: 'Take them over as revenue or receipts' },
      expense: { de: 'Als Aufwendungen oder Auszahlungen übernehmen', en: 'Take them over as expenses or payments' },
      instead: {
        de: 'Das ist der Betrag der Buchung; er gilt statt der erkannten Spalte',
        en: 'This is the amount of the booking; it counts instead of the column that was recognised',
      },
    },
  ),
  LINE_REPEATED: ask(
    '{count} Zeilen nennen eine Haushaltszeile, die weiter oben schon steht, zum Beispiel {example} in Zeile {row} und vorher in Zeile {firstRow}. Was soll mit ihren Beträgen geschehen?',
    '{count} rows name a budget line that stands further up already, for example {example} in row {row} and before in row {firstRow}. What is to happen with their amounts?',
    {
      add: {
        de: 'Zusammenzählen: Es sind Teile derselben Haushaltszeile',
        en: 'Add them up: they are parts of the same budget line',
      },
      first: { de: 'Nur die erste Zeile übernehmen', en: 'Take over the first row only' },
    },
  ),
  NUMBER_GROUPING: ask(
    '{count} Beträge sind wie {example} geschrieben. Trennt das Zeichen Tausender?',
    '{count} amounts are written like {example}. Does the sign group thousands?',
    {
      open: { de: 'Nein, diese Zellen bleiben Fehler', en: 'No, these cells stay errors' },
      thousands: { de: 'Ja, es sind Tausender', en: 'Yes, they are thousands' },
    },
  ),
  NUMBER_STYLE: ask(
    'Manche Beträge haben ein Komma vor den Dezimalen ({exampleComma}), manche einen Punkt ({examplePoint}). Was gilt?',
    'Some amounts have a comma before the decimals ({exampleComma}), some a point ({examplePoint}). Which is right?',
    { ',': { de: 'Komma', en: 'Comma' }, '.': { de: 'Punkt', en: 'Point' } },
  ),
  DATE_ORDER: ask(
    'Bei Daten wie {example} ist nicht zu erkennen, ob zuerst der Tag oder der Monat steht. Was gilt?',
    'Dates such as {example} do not show whether day or month comes first. Which is it?',
    { dmy: { de: 'Zuerst der Tag', en: 'Day first' }, mdy: { de: 'Zuerst der Monat', en: 'Month first' } },
  ),
  DATE_MISSING: ask(
    'Die Datei nennt keinen Buchungstag. Welcher Tag soll gelten?',
    'The file names no booking day. Which day is to count?',
  ),
  UNIT_SUSPECTED: ask(
    'Sind die Beträge voll ausgeschrieben oder in Tausend? Die Datei sagt es nicht eindeutig.',
    'Are the amounts written in full or in thousands? The file does not say so clearly.',
    UNITS,
  ),
  UNIT_AGAINST_LINES: ask(
    'Sind die Beträge in Tausend? Auf {count} von {lines} Haushaltszeilen ist schon etwa das Tausendfache geplant; die Datei nennt keine Einheit.',
    'Are the amounts in thousands? On {count} of {lines} budget lines about a thousand times as much is planned already; the file names no unit.',
    UNITS,
  ),
  PLAN_YEAR: ask(
    'Zu welchem Haushaltsjahr gehört der Plan? Die Datei nennt {years}.',
    'To which fiscal year does the plan belong? The file names {years}.',
  ),
  YEAR_MISSING: ask(
    'Die Datei nennt kein Haushaltsjahr. Für welches gelten ihre Zahlen?',
    'The file names no fiscal year. For which one are its numbers?',
  ),
  ACCOUNT_FRAME: ask(
    'Konten wie {example} gibt es in mehreren Kontenrahmen, mit verschiedener Bedeutung. Welcher gilt? Steht er in den Einstellungen der Stadt, fragen wir nicht mehr.',
    'Accounts such as {example} exist in several account frames, with different meanings. Which one holds? Once it stands in the settings of the city, we no longer ask.',
    {
      NI: { de: 'Niedersachsen: Klasse 3 Erträge, 4 Aufwendungen', en: 'Lower Saxony: class 3 revenue, 4 expense' },
      NW: {
        de: 'Nordrhein-Westfalen: Klasse 4 Erträge, 5 Aufwendungen',
        en: 'North Rhine-Westphalia: class 4 revenue, 5 expense',
      },
      HE: { de: 'Hessen: Klasse 5 Erträge, 6 und 7 Aufwendungen', en: 'Hesse: class 5 revenue, 6 and 7 expense' },
      AT: {
        de: 'Österreich (VRV 2015): Klasse 8 Erträge, 4 bis 7 Aufwendungen, 0 bis 3 ohne Richtung',
        en: 'Austria (VRV 2015): class 8 revenue, 4 to 7 expense, 0 to 3 without a direction',
      },
      CH: {
        de: 'Schweiz (HRM2): Klasse 3 Aufwand, 4 Ertrag, 5 Investitionsausgaben, 6 Investitionseinnahmen',
        en: 'Switzerland (HRM2): class 3 expense, 4 revenue, 5 capital spending, 6 capital income',
      },
      cameral: {
        de: 'Kameralistik: Hauptgruppe 0 bis 3 Einnahmen, 4 bis 9 Ausgaben',
        en: 'Cameral: main groups 0 to 3 income, 4 to 9 spending',
      },
      unclassified: { de: 'Keiner davon', en: 'None of them' },
    },
  ),
  DIRECTION: ask(
    'Die Datei sagt nicht, ob ihre Zeilen Erträge oder Aufwendungen sind. Was sind sie?',
    'The file does not say whether its rows are revenue or expense. What are they?',
    {
      unclassified: {
        de: 'Von beidem etwas: ohne Zuordnung übernehmen',
        en: 'Some of both: take them over without classifying',
      },
      expense: { de: 'Aufwendungen oder Auszahlungen', en: 'Expenses or payments' },
      revenue: { de: 'Erträge oder Einzahlungen', en: 'Revenue or receipts' },
    },
  ),
  SIGN: ask(
    'Welches Vorzeichen haben Erträge und Aufwendungen? Negativ sind {revenueNegative} % der Erträge und {expenseNegative} % der Aufwendungen.',
    'Which sign have revenue and expense? {revenueNegative}% of revenue and {expenseNegative}% of expense amounts are negative.',
    {
      revenue_negative: { de: 'Erträge negativ, Aufwendungen positiv', en: 'Revenue negative, expense positive' },
      expense_negative: { de: 'Erträge positiv, Aufwendungen negativ', en: 'Revenue positive, expense negative' },
      both_positive: { de: 'Beide positiv', en: 'Both positive' },
    },
  ),
  SUM_ROWS: ask(
    'Die Zeilen {rows} gleichen genau der Summe der Zeilen davor. Sind es Summen?',
    'Rows {rows} equal exactly the sum of the rows before them. Are they totals?',
    {
      sum: { de: 'Ja, nicht übernehmen', en: 'Yes, do not take them over' },
      row: { de: 'Nein, es sind eigene Zeilen', en: 'No, they are rows of their own' },
    },
  ),
  PRODUCT_CODE: ask(
    'Zu welchem Produkt oder welcher Produktgruppe gehört die Tabelle? Bitte geben Sie die Nummer an.',
    'To which product or product group does the table belong? Please give its number.',
  ),
  HEADER_MISSING: ask(
    'Die Datei hat keine Überschriften. Ist schon die erste Zeile eine Datenzeile?',
    'The file has no headers. Is the first row a data row already?',
    {
      data: { de: 'Ja, die Daten beginnen oben', en: 'Yes, the data begin at the top' },
      header: { de: 'Nein, die erste Zeile ist die Überschrift', en: 'No, the first row is the header' },
    },
  ),
  PRICE_BASIS: ask(
    'Ist in den Preisen der Spalte „{header}“ die Umsatzsteuer schon enthalten?',
    'Do the prices in the column “{header}” include value added tax?',
    {
      gross: { de: 'Ja, brutto', en: 'Yes, gross' },
      net: { de: 'Nein, netto; die Steuer kommt dazu', en: 'No, net; the tax is added' },
    },
  ),
  PRICE_PERIOD: ask('Wofür gilt ein Preis der Spalte „{header}“?', 'What does a price in the column “{header}” buy?', {
    year: { de: 'Für ein Jahr', en: 'A year' },
    month: { de: 'Für einen Monat', en: 'A month' },
    term: { de: 'Für die ganze Laufzeit', en: 'The whole term' },
  }),
  COST_KIND: ask(
    'Sind die Beträge in {headers} Aufwand oder Investition?',
    'Are the amounts in {headers} expense or investment?',
    {
      expense: { de: 'Aufwand', en: 'Expense' },
      investment: { de: 'Investition', en: 'Investment' },
    },
  ),
  VOLUME_KIND: ask(
    'Sind die Fälle der Datei eingegangen oder geplant?',
    'Did the cases of the file come in, or are they planned?',
    {
      actual: { de: 'Eingegangen', en: 'Came in' },
      planned: { de: 'Geplant', en: 'Planned' },
    },
  ),
  VOLUME_YEARS: ask(
    'Die Monate in {headers} gehören zu mehreren Jahren. Welches Jahr soll jetzt herein? Für jedes weitere lesen Sie die Datei danach noch einmal ein.',
    'The months in {headers} belong to several years. Which year shall come in now? Read the file once more for each further one.',
  ),
  RECORD_KNOWN: ask(
    '{count} Einträge der Datei gibt es schon, zum Beispiel {example}. Was soll mit ihnen geschehen?',
    '{count} entries of the file exist already, for example {example}. What is to happen with them?',
    {
      keep: { de: 'Lassen, wie sie sind; nur neue übernehmen', en: 'Leave them as they are; take over new ones only' },
      update: {
        de: 'Nach der Datei ändern; leere Zellen ändern nichts, und jede Änderung steht im Verlauf',
        en: 'Change them by the file; empty cells change nothing, and every change stands in the history',
      },
    },
  ),
  MONTHS_CUMULATED: ask(
    'Die Beträge wachsen von „{first}“ bis „{last}“ von Monat zu Monat, oder die Datei nennt sie kumuliert. Enthält jeder Monat schon alle vor ihm?',
    'The amounts grow from month to month between “{first}” and “{last}”, or the file calls them cumulated. Does each month hold all before it?',
    {
      last: { de: 'Ja, nur der letzte Monat zählt', en: 'Yes, only the last month counts' },
      add: { de: 'Nein, die Monate zusammenzählen', en: 'No, add the months up' },
    },
  ),
  MONTH_GAPS: ask(
    'Zwischen den Monaten dieser Datei fehlen welche, zum Beispiel vor {example} (Zeile {row}). Ein Monat ohne Zahl ist unbekannt, nicht 0. Bitte die Zahlen in der Datei ergänzen, wer keinen Fall hatte, schreibt 0; oder sagen Sie, dass niemand sie kennt.',
    'Months are missing between those of this file, for example before {example} (row {row}). A month without a number is unknown, not 0. Please add the numbers to the file, 0 where there was no case; or say that nobody knows them.',
    {
      unknown: {
        de: 'Niemand kennt sie: Die fehlenden Monate bleiben unbekannt, die übrigen Zahlen übernehmen',
        en: 'Nobody knows them: the missing months stay unknown, take over the other numbers',
      },
    },
  ),
};
