import { labels } from '../platform/language';

export const batchLabels = labels({
  de: {
    steps: ['Dateien', 'Prüfung', 'Vorschau', 'Übernahme'],
    question: 'Können diese Dateien übernommen werden?',
    questionDone: 'Was haben diese Dateien gebracht?',
    questionCheck: 'Was steht in diesen Dateien?',
    answerChecking: (read: string, all: string) => `Sie werden gelesen: ${read} von ${all} sind fertig.`,
    answerCommitting: 'Die Übernahme läuft. Entweder kommen alle an oder keine.',
    answerReady: (files: string, rows: string) =>
      `Ja. ${files} Dateien mit ${rows} Zeilen sind gelesen, nichts steht im Weg.`,
    answerAsked: (count: string, isOne: boolean) =>
      isOne ? 'Noch nicht. In einer Datei ist eine Frage offen.' : `Noch nicht. In ${count} Dateien sind Fragen offen.`,
    answerErrors: (count: string, isOne: boolean) =>
      isOne ? 'Noch nicht. Eine Datei hat Fehler.' : `Noch nicht. ${count} Dateien haben Fehler.`,
    answerDone: (files: string, rows: string) => `${files} Dateien mit ${rows} Zeilen sind übernommen.`,
    answerNone: 'Keine Datei ist mehr im Stapel. Übernommen ist nichts.',
    sum: 'Summe',
    files: 'Die Dateien',
    questions: 'Fragen',
    errors: 'Fehler',
    warned: 'Warnungen',
    leaveOut: 'Aus dem Stapel nehmen',
    leaveOutNamed: (name: string) => `${name} aus dem Stapel nehmen`,
    decide: 'Alle übernehmen',
    together: (files: string) => `${files} Dateien werden zusammen übernommen: alle oder keine.`,
    commit: (files: string) => `Alle ${files} Dateien übernehmen`,
    commitOne: 'Die Datei übernehmen',
    asked: (count: string, isOne: boolean) =>
      isOne ? 'Erst muss die offene Frage beantwortet sein.' : `Erst müssen ${count} Fragen beantwortet sein.`,
    blocked:
      'Dateien mit Fehlern halten die anderen auf. Berichtigen Sie dort die Zuordnung, oder nehmen Sie die Datei aus dem Stapel.',
    lost: (count: string, isOne: boolean) =>
      isOne
        ? 'Eine Datei ließ sich nicht lesen und bleibt draußen. Warum, steht bei ihr.'
        : `${count} Dateien ließen sich nicht lesen und bleiben draußen. Warum, steht bei ihnen.`,
    discard: 'Ganzen Stapel verwerfen',
    warnings: (count: string, isOne: boolean) =>
      isOne ? 'Eine Warnung, bitte vorher ansehen.' : `${count} Warnungen, bitte vorher ansehen.`,
    undoHint: 'Zurücknehmen lassen sich alle zusammen oder jede Datei einzeln; öffnen Sie sie dazu.',
    undo: 'Alle zurücknehmen',
    undoAsk: 'Alle Dateien dieses Stapels zurücknehmen?',
    answerUndone: 'Alle Dateien sind zurückgenommen. Jede Buchung hat ihre Gegenbuchung.',
    toList: 'Alle Importe',
    toLines: 'Haushaltszeilen ansehen',
    done: 'Was ist neu?',
    cancelWork: 'Abbrechen',
  },
  en: {
    steps: ['Files', 'Check', 'Preview', 'Takeover'],
    question: 'Can these files be taken over?',
    questionDone: 'What have these files brought?',
    questionCheck: 'What do these files hold?',
    answerChecking: (read: string, all: string) => `They are being read: ${read} of ${all} are done.`,
    answerCommitting: 'The takeover is under way. Either all of them arrive or none.',
    answerReady: (files: string, rows: string) =>
      `Yes. ${files} files with ${rows} rows have been read, nothing stands in the way.`,
    answerAsked: (count: string, isOne: boolean) =>
      isOne ? 'Not yet. One file has an open question.' : `Not yet. ${count} files have open questions.`,
    answerErrors: (count: string, isOne: boolean) =>
      isOne ? 'Not yet. One file has errors.' : `Not yet. ${count} files have errors.`,
    answerDone: (files: string, rows: string) => `${files} files with ${rows} rows have been taken over.`,
    answerNone: 'No file is left in the batch. Nothing has been taken over.',
    sum: 'Sum',
    files: 'The files',
    questions: 'Questions',
    errors: 'Errors',
    warned: 'Warnings',
    leaveOut: 'Take out of the batch',
    leaveOutNamed: (name: string) => `Take ${name} out of the batch`,
    decide: 'Take over all',
    together: (files: string) => `${files} files are taken over together: all or none.`,
    commit: (files: string) => `Take over all ${files} files`,
    commitOne: 'Take over the file',
    asked: (count: string, isOne: boolean) =>
      isOne ? 'The open question must be answered first.' : `${count} questions must be answered first.`,
    blocked: 'Files with errors hold the others. Correct the mapping there, or take the file out of the batch.',
    lost: (count: string, isOne: boolean) =>
      isOne
        ? 'One file could not be read and stays outside. It says why.'
        : `${count} files could not be read and stay outside. They say why.`,
    discard: 'Discard the whole batch',
    warnings: (count: string, isOne: boolean) =>
      isOne ? 'One warning, please look at it first.' : `${count} warnings, please look at them first.`,
    undoHint: 'All can be taken back together, or each file by itself; open it to do so.',
    undo: 'Take all back',
    undoAsk: 'Take back all files of this batch?',
    answerUndone: 'All files have been taken back. Each booking has its counter-booking.',
    toList: 'All imports',
    toLines: 'See budget lines',
    done: 'What is new?',
    cancelWork: 'Cancel',
  },
});
