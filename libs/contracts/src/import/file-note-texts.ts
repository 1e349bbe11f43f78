/** What is said about a file besides its rows. */
export const FILE_NOTE_TEXTS = {
  FILE_EMPTY: {
    de: 'Aus dieser Datei wird so keine Zeile übernommen.',
    en: 'No row of this file is taken over this way.',
  },
  HIDDEN_ROWS: {
    de: 'Das Blatt hat {count} ausgeblendete Zeilen. Sie werden mitgelesen.',
    en: 'The sheet has {count} hidden rows. They are read along.',
  },
  HIDDEN_COLUMNS: {
    de: 'Das Blatt hat ausgeblendete Spalten: {columns}. Sie werden mitgelesen.',
    en: 'The sheet has hidden columns: {columns}. They are read along.',
  },
  HIDDEN_SHEETS: {
    de: 'Die Arbeitsmappe hat ausgeblendete Blätter: {sheets}.',
    en: 'The workbook has hidden sheets: {sheets}.',
  },
  SHEETS_TOGETHER: {
    de: '{count} Blätter mit derselben Überschrift wurden zusammen gelesen: {sheets}. Jede Zeile nennt ihr Blatt.',
    en: '{count} sheets with the same heading were read together: {sheets}. Every row names its sheet.',
  },
  SHEET_IS_TOTAL: {
    de: 'Nicht gelesen, weil es die Summe der gelesenen Blätter ist: {sheets}. Sie stimmt in jeder Spalte.',
    en: 'Not read because it is the sum of the sheets that were read: {sheets}. It matches in every column.',
  },
  SHEETS_UNREAD: {
    de: 'Zahlen stehen auch auf Blättern, die nicht gelesen wurden: {sheets}. Gehören sie dazu, lesen Sie die Mappe noch einmal ein und wählen dort dieses Blatt.',
    en: 'There are numbers on sheets that were not read, too: {sheets}. If they belong to it, read the workbook once more and choose that sheet.',
  },
  SHEETS_ALIKE_UNREAD: {
    de: 'Nicht gelesen wurden: {sheets}. Darunter sind Blätter mit derselben Überschrift. Sind es Teile eines Haushalts und keine Fassungen, lesen Sie alle zusammen.',
    en: 'Not read: {sheets}. Some of them have the same heading. If they are parts of one budget and not versions of it, read them all together.',
  },
  MACROS_IGNORED: {
    de: 'Die Arbeitsmappe enthält Makros. Sie wurden nicht ausgeführt.',
    en: 'The workbook holds macros. They were not run.',
  },
  FORMULA_WITHOUT_VALUE: {
    de: '{count} Formeln haben keinen gespeicherten Wert. Bitte öffnen und speichern Sie die Mappe im Tabellenprogramm.',
    en: '{count} formulas have no stored value. Please open and save the workbook in your spreadsheet program.',
  },
  ERROR_CELLS: {
    de: '{count} Zellen zeigen einen Fehler wie #DIV/0!.',
    en: '{count} cells show an error such as #DIV/0!.',
  },
  NUMBERS_ROUNDED: {
    de: '{count} Zahlen haben mehr Nachkommastellen, als das Blatt zeigt. Gelesen wird, was zu sehen ist.',
    en: '{count} numbers have more decimals than the sheet shows. What can be seen is read.',
  },
  LETTERS_LOST: {
    de: 'In {count} Zeilen fehlen Buchstaben: Ein anderes Programm hat sie durch � ersetzt. Gelesen wird, was da steht.',
    en: 'Letters are missing in {count} rows: another program has replaced them by �. What stands there is read.',
  },
} as const;
