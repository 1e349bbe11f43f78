/* Lists of case numbers: what their columns are called, and what can be wrong with a number. */

export const VOLUME_FIELD_TEXTS = {
  task: { de: 'Aufgabe', en: 'Task' },
  month: { de: 'Monat', en: 'Month' },
  cases: { de: 'Fallzahl', en: 'Number of cases' },
  volumeKind: { de: 'Eingegangen oder geplant', en: 'Came in or planned' },
  casesJanuary: { de: 'Fälle im Januar', en: 'Cases in January' },
  casesFebruary: { de: 'Fälle im Februar', en: 'Cases in February' },
  casesMarch: { de: 'Fälle im März', en: 'Cases in March' },
  casesApril: { de: 'Fälle im April', en: 'Cases in April' },
  casesMay: { de: 'Fälle im Mai', en: 'Cases in May' },
  casesJune: { de: 'Fälle im Juni', en: 'Cases in June' },
  casesJuly: { de: 'Fälle im Juli', en: 'Cases in July' },
  casesAugust: { de: 'Fälle im August', en: 'Cases in August' },
  casesSeptember: { de: 'Fälle im September', en: 'Cases in September' },
  casesOctober: { de: 'Fälle im Oktober', en: 'Cases in October' },
  casesNovember: { de: 'Fälle im November', en: 'Cases in November' },
  casesDecember: { de: 'Fälle im Dezember', en: 'Cases in December' },
} as const;

/** The words that a column with a list of words may hold. */
export const VOLUME_CHOICE_TEXTS = {
  volumeKind: { de: 'Ist, eingegangen, Plan, geplant, Prognose', en: 'actual, planned, forecast' },
} as const;

export const VOLUME_FAULT_TEXTS = {
  RECORD_MONTH: {
    de: 'Das ist kein Monat mit Jahr. Bitte wie 2026-03, 03.2026 oder „März 2026“ schreiben.',
    en: 'This is no month with its year. Please write it as 2026-03, 03.2026 or “March 2026”.',
  },
  RECORD_MONTH_YEAR: {
    de: 'Der Monat nennt ein anderes Jahr als die Spalte mit dem Jahr. Bitte eines von beiden ändern.',
    en: 'The month names another year than the column of the year. Please change one of them.',
  },
  RECORD_YEAR: {
    de: 'Das ist kein Jahr. Bitte wie 2026 schreiben.',
    en: 'This is no year. Please write it as 2026.',
  },
  RECORD_CASES: {
    de: 'Fälle werden gezählt: bitte eine ganze Zahl ab 0 schreiben. Wer keinen Fall hatte, schreibt 0; wer es nicht weiß, lässt die Zelle leer.',
    en: 'Cases are counted: please write a whole number from 0 on. Whoever had no case writes 0; whoever does not know leaves the cell blank.',
  },
  RECORD_TASK: {
    de: 'Diese Aufgabe gibt es hier nicht. Bitte den Namen wie in der Liste der Aufgaben schreiben oder die Aufgabe dort zuerst eintragen.',
    en: 'There is no such task. Please write its name as in the list of tasks, or enter the task there first.',
  },
  RECORD_UNIT_FOREIGN: {
    de: 'Diese Einheit gehört nicht zu Ihrem Bereich. Sie spielen Fallzahlen Ihrer eigenen Einheiten ein; die Zeile bitte der Leitung jener Einheit geben.',
    en: 'This unit is not part of your area. You bring in case numbers of your own units; please hand the row to the head of that unit.',
  },
  RECORD_TASK_OF_AREA: {
    de: 'In Ihrem Bereich gibt es diese Aufgabe nicht. Bitte den Namen mit der Liste Ihrer Aufgaben vergleichen; Zahlen anderer Bereiche spielt deren Leitung ein.',
    en: 'There is no such task in your area. Please compare its name with the list of your tasks; numbers of other areas are brought in by their heads.',
  },
  RECORD_TASK_OF_UNIT: {
    de: 'Diese Einheit hat keine Aufgabe mit diesem Namen. Bitte Einheit und Namen mit der Liste der Aufgaben vergleichen.',
    en: 'This unit has no task of this name. Please compare unit and name with the list of tasks.',
  },
  RECORD_TASK_OPEN: {
    de: 'Diese Aufgabe gibt es in mehreren Einheiten. Bitte die Organisationseinheit in einer eigenen Spalte ergänzen.',
    en: 'Several units have a task of this name. Please add the unit in a column of its own.',
  },
  RECORD_MONTH_AHEAD: {
    de: 'Für {month} kann noch nichts eingegangen sein. Bitte den Monat prüfen oder die Zahl als geplant kennzeichnen.',
    en: 'Nothing can have come in for {month} yet. Please check the month or mark the number as planned.',
  },
  RECORD_MONTH_TWICE: {
    de: 'Für {month} steht schon in Zeile {firstRowNumber} eine Zahl dieser Aufgabe. Je Monat gibt es nur eine. Bitte eine der beiden löschen.',
    en: 'Row {firstRowNumber} has a number of this task for {month} already. There is one for each month. Please delete one of the two.',
  },
} as const;

/** What is told and does not keep a row from being taken over. */
export const VOLUME_NOTE_TEXTS = {
  RECORD_MONTH_GAP: {
    de: 'Vor diesem Monat fehlt {month}. Ein Monat ohne Zahl ist unbekannt, nicht 0. Bitte ergänzen, wenn Sie die Zahl haben.',
    en: '{month} is missing before this month. A month without a number is unknown, not 0. Please add it if you have the number.',
  },
  RECORD_MONTH_BLANK: {
    de: 'Davor ist {month} leer. Leer heißt unbekannt, nicht 0. Bitte ergänzen, wenn Sie die Zahl haben.',
    en: '{month} before it is blank. Blank means unknown, not 0. Please add it if you have the number.',
  },
  VOLUME_BLANK: {
    de: 'Hier steht keine Zahl. Der Monat bleibt, wie er ist; leer heißt unbekannt, nicht 0.',
    en: 'There is no number here. The month stays as it is; blank means unknown, not 0.',
  },
} as const;
