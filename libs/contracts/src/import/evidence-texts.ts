import type { EvidenceCode } from '@etatlotse/domain/import';
import type { FindingText } from './finding-texts';

const column = (de: string, en: string): FindingText => ({
  de: `Spalte {column} „{header}“: ${de}`,
  en: `Column {column} “{header}”: ${en}`,
});

const signs = (deWhat: string, enWhat: string): FindingText => ({
  de: `Vorzeichen nach ${deWhat}: {revenueNegative} % von {revenues} Beträgen der Erträge und {expenseNegative} % von {expenses} Beträgen der Aufwendungen sind negativ.`,
  en: `Signs by ${enWhat}: {revenueNegative}% of {revenues} revenue amounts and {expenseNegative}% of {expenses} expense amounts are negative.`,
});

/**
 * Why a table is read as it is, one sentence for each decision. `{name}` stands for a parameter; those with words of their
 * own in `IMPORT_WORDS` (`field`, `kind`, `phase`, ...) are put into words first, see `spokenParams`.
 */
export const EVIDENCE_TEXTS: Readonly<Record<EvidenceCode, FindingText>> = {
  PROFILE_FITS: {
    de: 'Die Spalten passen zum gespeicherten Profil „{name}“. Die Datei wird danach gelesen.',
    en: 'The columns fit the saved profile “{name}”. The file is read by it.',
  },
  PROFILE_FITS_OTHER_YEAR: {
    de: 'Die Spalten passen zum gespeicherten Profil „{name}“, um {years} Jahre verschoben. Die Datei wird danach gelesen.',
    en: 'The columns fit the saved profile “{name}”, moved by {years} years. The file is read by it.',
  },
  PROFILE_LEAVES_OUT: {
    de: 'Das Profil „{name}“ kennt diese Spalten nicht, sie bleiben draußen: {headers}.',
    en: 'The profile “{name}” does not know these columns, they stay out: {headers}.',
  },
  KIND_SAID: { de: 'Als Inhalt wurde angegeben: {kind}.', en: 'The content was stated as: {kind}.' },
  KIND_BOOKINGS: {
    de: 'Die Datei enthält einzelne Buchungen; dafür spricht die Spalte „{header}“.',
    en: 'The file holds single bookings; the column “{header}” says so.',
  },
  KIND_PLAN: {
    de: 'Die Datei enthält Planansätze, in {count} Spalten, die erste ist „{header}“.',
    en: 'The file holds planned amounts in {count} columns, the first is “{header}”.',
  },
  KIND_ACTUALS: {
    de: 'Die Datei enthält Ergebnisse, in {count} Spalten, die erste ist „{header}“.',
    en: 'The file holds results in {count} columns, the first is “{header}”.',
  },
  KIND_ORGANIZATION: {
    de: 'Die Datei beschreibt Organisationseinheiten; dafür spricht die Spalte „{header}“.',
    en: 'The file describes units of the organisation; the column “{header}” says so.',
  },
  KIND_RECORDS: {
    de: 'Die Datei ist ein Register, je Zeile ein Eintrag: {kind}. Dafür spricht die Spalte „{header}“.',
    en: 'The file is a register with one entry a row: {kind}. The column “{header}” says so.',
  },
  KIND_FISCAL_PACKAGE: {
    de: 'Die Datei ist der Haushalt {year} aus einem Fiscal Data Package, wie dieses Programm es schreibt; jede Spalte steht fest.',
    en: 'The file is the budget of {year} from a Fiscal Data Package as this program writes it; every column is known.',
  },
  HEADER_ROW: { de: 'Die Überschriften stehen in Zeile {row}.', en: 'The headers stand in row {row}.' },
  HEADER_TWO_ROWS: {
    de: 'Die Überschriften stehen in den Zeilen {first} und {second} und gehören zusammen.',
    en: 'The headers stand in rows {first} and {second} and belong together.',
  },
  HEADER_NONE: {
    de: 'Keine Zeile sieht wie eine Überschrift aus. Die Spalten wurden nach ihren Werten beurteilt.',
    en: 'No row looks like a header. The columns were judged by their values.',
  },
  HEADER_REPEATED: {
    de: 'Die Überschrift kommt in den gelesenen Zeilen noch {count}-mal vor und wird dort übergangen.',
    en: 'The header comes again {count} times in the rows that were looked at and is passed over there.',
  },
  PREAMBLE_SKIPPED: {
    de: 'Über der Tabelle stehen {rows} Zeilen, die nicht dazugehören: „{text}“.',
    en: '{rows} rows above the table do not belong to it: “{text}”.',
  },
  COLUMN_BY_WORD: column(
    '{field}, erkannt an der Überschrift. Beispiel: {example}.',
    '{field}, by its header. Example: {example}.',
  ),
  COLUMN_BY_SIMILAR_WORD: column(
    '{field}, die Überschrift ähnelt „{word}“. Beispiel: {example}.',
    '{field}, its header resembles “{word}”. Example: {example}.',
  ),
  COLUMN_BY_VALUES: column(
    '{field}, erkannt an den Werten. Beispiel: {example}.',
    '{field}, by its values. Example: {example}.',
  ),
  COLUMN_AMOUNT: column('Beträge, {phase} {fiscalYear}, {side}.', 'amounts, {phase} {fiscalYear}, {side}.'),
  COLUMN_OTHER_SIDE: column(
    'Beträge, {side}: Jede Zeile füllt entweder diese Spalte oder „{other}“, nie beide.',
    'amounts, {side}: every row fills either this column or “{other}”, never both.',
  ),
  COLUMN_IGNORED: column('wird nicht übernommen.', 'is not taken over.'),
  CONSTANT_FROM_NAME: {
    de: '{field} {value} gilt für alle Zeilen, gefunden in „{text}“.',
    en: '{field} {value} holds for all rows, found in “{text}”.',
  },
  NUMBERS_PROVEN: {
    de: 'Zahlen haben {decimal} vor den Dezimalen und {grouping} zwischen den Tausendern. Das belegen {proven} von {cells} Zellen, zum Beispiel {example}.',
    en: 'Numbers have {decimal} before the decimals and {grouping} between thousands. {proven} of {cells} cells prove it, for example {example}.',
  },
  NUMBERS_PLAIN: {
    de: 'Alle {cells} Zahlen sind ganz und ohne Trennzeichen geschrieben.',
    en: 'All {cells} numbers are whole and written without separators.',
  },
  NUMBERS_SAID: {
    de: 'Der Punkt trennt Tausender; so wurde es angegeben.',
    en: 'The point groups thousands, as was stated.',
  },
  TRAILING_MINUS: {
    de: 'Das Minus steht hinter der Zahl, in {count} Zellen, zum Beispiel {example}.',
    en: 'The minus stands behind the number, in {count} cells, for example {example}.',
  },
  PARENTHESES_MINUS: {
    de: 'Klammern bedeuten Minus, in {count} Zellen, zum Beispiel {example}.',
    en: 'Parentheses mean minus, in {count} cells, for example {example}.',
  },
  DATES_PROVEN: {
    de: 'Daten stehen in der Reihenfolge {order}. Das belegen {count} Zellen, zum Beispiel {example}.',
    en: 'Dates stand in the order {order}. {count} cells prove it, for example {example}.',
  },
  DATES_MIXED: {
    de: 'Daten sind auf {count} Arten geschrieben, zum Beispiel {first} und {second}. Jede wird gelesen.',
    en: 'Dates are written in {count} ways, for example {first} and {second}. Each is read.',
  },
  DATES_SAID: {
    de: 'Daten stehen in der Reihenfolge {order}; so wurde es angegeben.',
    en: 'Dates stand in the order {order}, as was stated.',
  },
  DATES_WITHOUT_YEAR: column(
    'Tag und Monat ohne Jahr, zum Beispiel {example}. Zeile 1 der Datei nennt das Jahr {year}; es gilt für alle {count} gelesenen Zellen.',
    'day and month without a year, for example {example}. Row 1 of the file names the year {year}; it holds for all {count} cells that were read.',
  ),
  DATES_SERIAL: {
    de: 'Daten stehen als Zahl da, wie eine Tabellenkalkulation sie zählt, in {count} Zellen: {example} ist der {date}.',
    en: 'Dates are written as numbers the way a spreadsheet counts days, in {count} cells: {example} is {date}.',
  },
  DAY_SAID: {
    de: 'Die Datei nennt keinen Buchungstag. Es gilt der angegebene Tag {date}.',
    en: 'The file names no booking day. The stated day {date} holds.',
  },
  UNIT_EURO: {
    de: 'Die Beträge sind voll ausgeschrieben, nicht in Tausend: „{text}“.',
    en: 'The amounts are written in full, not in thousands: “{text}”.',
  },
  UNIT_BY_COLUMN: {
    de: 'Die Überschriften nennen verschiedene Einheiten, zum Beispiel „{first}“ und „{second}“: Jede Spalte zählt in ihrer eigenen.',
    en: 'The headers name different units, for example “{first}” and “{second}”: each column counts in its own.',
  },
  UNIT_BY_WORD: {
    de: 'Die Beträge werden mit {factor} malgenommen: „{text}“.',
    en: 'The amounts are multiplied by {factor}: “{text}”.',
  },
  PLAN_YEARS: {
    de: 'Der Plan gehört zu: {title}.',
    en: 'The plan belongs to: {title}.',
  },
  YEAR_ASSUMED: {
    de: 'Die Spalten nennen kein Jahr. Nach der Überschrift der Tabelle oder dem Dateinamen gilt {fiscalYear}.',
    en: 'The columns name no year. By the title of the table or the file name it is {fiscalYear}.',
  },
  MONTHS_ADDED: {
    de: '{count} Spalten nennen je einen Monat oder ein Quartal, von „{first}“ bis „{last}“. Ihre Beträge werden in jeder Zeile zum Jahr zusammengezählt; einzeln werden sie nicht übernommen.',
    en: '{count} columns name a month or quarter each, from “{first}” to “{last}”. Their amounts are added up to the year in every row; one by one they are not taken over.',
  },
  COLUMNS_OF_PARTS: {
    de: '{count} Spalten nennen je einen Teil des Haushalts ({field}), von „{first}“ bis „{last}“. Jede Zeile ist eine Haushaltszeile jedes Teils, für den ein Betrag dasteht.',
    en: '{count} columns name a part of the budget each ({field}), from “{first}” to “{last}”. Each row is a budget line of every part that has an amount.',
  },
  MONTH_ROWS: column(
    'nennt den Monat; die Zeilen einer Haushaltszeile werden zum Jahr zusammengezählt.',
    'names the month; the rows of a budget line are added up to the year.',
  ),
  FRAME_BY_CITY: {
    de: '{fits} von {accounts} Konten ({percent} %, Klassen {classes}) stehen im Kontenrahmen {accountFrame}, dem Ihrer Stadt.',
    en: '{fits} of {accounts} accounts ({percent}%, classes {classes}) are in the account frame {accountFrame}, that of your city.',
  },
  FRAME_BY_ACCOUNTS: {
    de: '{fits} von {accounts} Konten ({percent} %, Klassen {classes}) stehen im Kontenrahmen {accountFrame}; kein anderer passt.',
    en: '{fits} of {accounts} accounts ({percent}%, classes {classes}) are in the account frame {accountFrame}; no other one fits.',
  },
  FRAME_NONE: {
    de: 'Die Konten der Spalte „{header}“ gehören zu keinem bekannten Kontenrahmen.',
    en: 'The accounts of the column “{header}” belong to no known account frame.',
  },
  ACCOUNT_IN_LINE: {
    de: 'In der Spalte „{header}“ stehen Produkt und Konto zusammen: {example} hat das Konto {account}.',
    en: 'The column “{header}” holds product and account together: {example} has the account {account}.',
  },
  SIGN_BY_ACCOUNTS: signs('Kontenklassen', 'account classes'),
  SIGN_BY_COLUMNS: signs('Spalten', 'columns'),
  SIGN_BY_SIDE: signs('der Spalte mit Ertrag und Aufwand', 'the column with revenue and expense'),
  SIGN_BY_STATEMENT: signs('den Zeichen + und − der Zeilen', 'the marks + and − of the rows'),
  SIGN_DEBIT_CREDIT: {
    de: 'Soll zählt als Aufwand, Haben als Ertrag.',
    en: 'Debit counts as expense, credit as revenue.',
  },
  SIGN_MARK_REPEATS: {
    de: 'Beträge mit H sind schon negativ. Das Kennzeichen wiederholt nur das Vorzeichen und zählt nicht noch einmal.',
    en: 'Amounts with H are negative already. The mark only repeats the sign and does not count again.',
  },
  SIGN_ONE_SIDE: {
    de: 'In den gelesenen Zeilen kommt nur eine Seite vor: {revenues} Beträge der Erträge, {expenses} der Aufwendungen.',
    en: 'Only one side occurs in the rows that were looked at: {revenues} revenue amounts, {expenses} expense amounts.',
  },
  SIGN_SPENDING: {
    de: 'Beträge zählen in der Richtung ihrer Haushaltszeile; ein Minus mindert sie.',
    en: 'Amounts count in the direction of their budget line; a minus reduces it.',
  },
  KEY_UNIQUE: {
    de: 'Eine Haushaltszeile wird durch {fields} bestimmt; in {rows} gelesenen Zeilen kommt keine doppelt vor.',
    en: 'A budget line is named by {fields}; none comes twice in {rows} rows that were looked at.',
  },
  KEY_NOT_UNIQUE: {
    de: 'Auch {fields} zusammen bestimmen eine Zeile nicht eindeutig. Was mit Wiederholungen geschieht, wird gefragt.',
    en: 'Even {fields} together do not name a row uniquely. What becomes of repetitions is asked.',
  },
  FILLED_DOWN: column(
    'steht nur am Anfang eines Blocks und gilt für die Zeilen darunter ({count} Blöcke).',
    'stands only at the top of a block and holds for the rows below ({count} blocks).',
  ),
  HEADING_ROWS: {
    de: '{count} Zeilen nennen {field} nur über ihren Blöcken, die erste in Zeile {row}: {example}. Das gilt für die Zeilen darunter.',
    en: '{count} rows name the {field} only above their blocks, the first one in row {row}: {example}. It holds for the rows below.',
  },
  KEY_OF_LINE: {
    de: 'Die Haushaltszeile einer Buchung steht in {fields}.',
    en: 'The budget line of a booking stands in {fields}.',
  },
  PAYMENTS_ARE_ACTUALS: {
    de: 'Die Datei enthält nur Zahlungen ({text}) und keine Rechnungen. Sie zählen als Ist.',
    en: 'The file holds only payments ({text}) and no invoices. They count as actuals.',
  },
  LINES_CREATED: {
    de: 'Haushaltszeilen, die es noch nicht gibt, werden aus den Buchungen angelegt.',
    en: 'Budget lines that do not exist yet are created from the bookings.',
  },
  SUM_ROWS_BLANK: {
    de: 'Summenzeilen: {count}, die erste in Zeile {row}: Dort sind {fields} leer.',
    en: 'Total rows: {count}, the first in row {row}: {fields} are empty there.',
  },
  SUM_ROWS_WORD: {
    de: 'Summenzeilen: {count}, die erste in Zeile {row}: „{text}“.',
    en: 'Total rows: {count}, the first in row {row}: “{text}”.',
  },
  SUM_ROWS_CODE: {
    de: 'Summenzeilen: {count}, die erste in Zeile {row}: Ihr Schlüssel in „{header}“ hat weniger als {length} Stellen, und sie gleichen der Summe der längeren.',
    en: 'Total rows: {count}, the first in row {row}: their code in “{header}” has fewer than {length} characters, and they equal the sum of the longer ones.',
  },
  SUM_ROWS_ARITHMETIC: {
    de: 'Summenzeilen: {count}, gefunden durch Rechnen: Zeile {rows} gleicht in jeder Spalte der Summe der Zeilen davor.',
    en: 'Total rows: {count}, found by arithmetic: row {rows} equals the sum of the rows before it in every column.',
  },
  BALANCE_FITS: column(
    'Saldo aus {parts}; das stimmt in {percent} % von {rows} Zeilen. Er wird geprüft und nicht übernommen.',
    'balance of {parts}; it holds in {percent}% of {rows} rows. It is checked and not taken over.',
  ),
};
