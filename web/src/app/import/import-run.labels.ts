import { labels } from '../platform/language';

export const importRunLabels = labels({
  de: {
    steps: ['Datei', 'Prüfung', 'Vorschau', 'Übernahme'],
    questionCheck: 'Was steht in dieser Datei?',
    questionPreview: 'Kann diese Datei übernommen werden?',
    questionCommit: 'Kommt alles an?',
    questionDone: 'Was hat dieser Import gebracht?',
    questionFailed: 'Warum ist diese Datei nicht im Haushalt?',
    answerChecking: 'Sie wird gerade gelesen. Im Haushalt ist noch nichts geändert.',
    answerCommitting: 'Die Übernahme läuft. Entweder kommt alles an oder nichts.',
    answerUndoing: 'Der Import wird gerade zurückgenommen.',
    answerMatches: (rows: string) => `Ja. ${rows} Zeilen sind gelesen, die Summen stimmen auf den Cent.`,
    answerReads: (rows: string) => `Ja. ${rows} Zeilen sind gelesen.`,
    answerWarned: (rows: string, warnings: string) =>
      `Ja. ${rows} Zeilen sind gelesen; ${warnings} bitte vorher ansehen.`,
    answerErrors: (errors: string) => `Nein. ${errors}: So wird nichts übernommen.`,
    answerAsks: (isOne: boolean, count: string) =>
      isOne ? 'Noch nicht. Eine Frage ist offen.' : `Noch nicht. ${count} Fragen sind offen.`,
    answerTotal: (stated: string, read: string, difference: string) =>
      `Nein. Die Datei nennt ${stated}, gelesen wurden ${read}. Differenz ${difference}. So wird nichts übernommen.`,
    answerDone: (rows: string, day: string, name: string) => `${rows} Zeilen, übernommen am ${day} von ${name}.`,
    answerUndone: 'Nichts mehr: Er ist zurückgenommen, jede Buchung durch ihre Gegenbuchung.',
    answerCancelled: 'Der Import wurde abgebrochen. Übernommen ist nichts.',
    answerInterrupted: 'Der Server hat zwischendurch angehalten. Übernommen ist nichts, die Vorschau ist noch da.',
    errors: (count: string, isOne: boolean) => (isOne ? 'ein Fehler' : `${count} Fehler`),
    warnings: (count: string, isOne: boolean) => (isOne ? 'eine Warnung' : `${count} Warnungen`),
    infos: (count: string, isOne: boolean) => (isOne ? 'ein Hinweis' : `${count} Hinweise`),

    work: {
      waiting: 'Wartet auf einen freien Platz.',
      reading: 'Zeilen werden gelesen.',
      checking: 'Die Zeilen werden geprüft.',
      facts: 'Organisation, Zeilen und Planfassung werden angelegt.',
      booking: 'Beträge werden gebucht.',
      balances: 'Die Stände der Zeilen werden nachgeführt.',
      finishing: 'Die Übernahme wird abgeschlossen.',
    },
    rowsRead: (rows: string) => `${rows} Zeilen`,
    filesRead: (read: string, all: string) => `${read} von ${all} Dateien`,
    secondsLeft: (seconds: string) => `noch etwa ${seconds} Sekunden`,
    minutesLeft: (minutes: string) => `noch etwa ${minutes} Minuten`,
    stepOf: (step: string, all: string) => `Schritt ${step} von ${all}`,
    cancelWork: 'Abbrechen',
    cancelling: 'Wird abgebrochen; es bleibt nichts zurück.',

    rowsOf: {
      plan_lines: (rows: string, isOne: boolean) => (isOne ? 'eine Zeile' : `${rows} Zeilen`),
      actuals: (rows: string, isOne: boolean) => (isOne ? 'eine Zeile' : `${rows} Zeilen`),
      bookings: (rows: string, isOne: boolean) => (isOne ? 'eine Buchung' : `${rows} Buchungen`),
      organization: (rows: string, isOne: boolean) => (isOne ? 'eine Stelle' : `${rows} Stellen`),
    },
    phases: {
      actual: 'Ist',
      plan: 'Ansatz',
      commitment_authority: 'VE',
      commitment: 'Obligo',
      payment: 'Zahlung',
    },
    yearSpan: (first: string, last: string) => `${first} bis ${last}`,
    list: (words: readonly string[]) =>
      words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`,

    checks: {
      label: 'Auf einen Blick',
      what: 'Was ist das?',
      sums: 'Stimmen die Summen?',
      questions: 'Ist etwas offen?',
      rows: 'Gibt es Fehler?',
    },
    checkSums: {
      matches: 'Ja, auf den Cent',
      some: 'Ja, soweit die Datei sie nennt',
      missing: 'Die Datei nennt keine',
      differs: (count: string, isOne: boolean) => (isOne ? 'Nein, eine weicht ab' : `Nein, ${count} weichen ab`),
      none: 'Keine Beträge',
    },
    checkSumsDetail: (matching: string, all: string) => `${matching} von ${all} Spalten verglichen`,
    checkQuestions: (count: string, isOne: boolean) => (isOne ? 'Ja, eine Frage' : `Ja, ${count} Fragen`),
    checkQuestionsNone: 'Nein, nichts',
    checkRows: (count: string, isOne: boolean) => (isOne ? 'Ja, einen' : `Ja, ${count}`),
    checkRowsFine: 'Nein, keine',

    findings: 'Was ist beim Lesen aufgefallen?',
    findingsNone: 'Nichts. Jede Zeile ist ohne Rückfrage lesbar.',
    findingsCsv: 'Liste als CSV',
    findingsMore: (shown: string, all: string) => `Gezeigt sind ${shown} von ${all}; alle stehen in der CSV-Liste.`,
    row: 'Zeile',
    column: 'Spalte',
    stands: 'Steht da',
    finding: 'Was ist los?',
    wholeFile: 'Datei',
    severity: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },

    decide: 'Übernehmen',
    nothingYet: 'Noch ist nichts übernommen. Das kommt dazu:',
    effects: {
      linesCreated: 'neue Haushaltszeilen',
      linesUpdated: 'geänderte Haushaltszeilen',
      unitsCreated: 'neue Stellen der Organisation',
      unitsUpdated: 'geänderte Stellen der Organisation',
      fiscalYearsCreated: 'neue Haushaltsjahre',
      planAmounts: 'Planansätze',
      movements: 'Buchungen',
      ordersCreated: 'neue Aufträge',
      ordersConsumed: 'Buchungen auf bekannte Aufträge',
      clearingItems: 'in die Klärungsliste',
    },
    noEffect: 'Diese Datei bringt nichts Neues. Alles, was in ihr steht, ist schon da.',
    planTarget: (title: string) =>
      `Ziel der Ansätze ist die Planfassung „${title}“ als Entwurf. Sie gilt erst, wenn sie beschlossen ist.`,
    commit: {
      plan_lines: (count: string) => `Plan mit ${count} Zeilen übernehmen`,
      actuals: (count: string) => `Ist aus ${count} Zeilen übernehmen`,
      bookings: (count: string) => `${count} Buchungen übernehmen`,
      organization: (count: string) => `${count} Stellen übernehmen`,
    },
    blocked:
      'Übernommen werden kann die Datei, wenn sie keine Fehler mehr hat. Schicken Sie die Fehlerliste dorthin, wo die Datei entstanden ist. Oder lesen wir eine Spalte falsch? Dann hilft die Zuordnung.',
    wrongRows: (isOne: boolean, count: string) =>
      isOne
        ? 'Nur eine Zeile ist nicht lesbar. Sie können sie auslassen und die übrigen übernehmen; sie bleibt in der Fehlerliste.'
        : `Nur ${count} Zeilen sind nicht lesbar. Sie können sie auslassen und die übrigen übernehmen; sie bleiben in der Fehlerliste.`,
    leaveOut: (isOne: boolean, count: string) => (isOne ? 'Diese Zeile auslassen' : `Diese ${count} Zeilen auslassen`),
    leftOut: (isOne: boolean, count: string) =>
      isOne ? 'Eine Zeile wird ausgelassen.' : `${count} Zeilen werden ausgelassen.`,
    takeBack: 'Doch nicht auslassen',
    errorsCsv: 'Fehlerliste für den Absender',
    asked: (isOne: boolean, count: string) =>
      isOne
        ? 'Erst muss eine Frage beantwortet sein. Bis dahin sind alle Zahlen vorläufig.'
        : `Erst müssen ${count} Fragen beantwortet sein. Bis dahin sind alle Zahlen vorläufig.`,
    toQuestions: 'Zu den Fragen',
    another: 'Andere Datei wählen',
    discard: 'Vorschau verwerfen',
    readerOnly: 'Übernehmen kann die Kämmerei.',
    checkAgain: 'Datei noch einmal prüfen',

    firstRows: 'So lesen wir die Zeilen',
    firstRowsHint: 'Oben die Spalte der Datei, darunter was daraus wird.',
    ignoredColumns: (names: string) => `Nicht übernommen: ${names}.`,

    format: 'Was wurde erkannt?',
    delimiters: { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator', '|': 'Senkrechter Strich' },
    workbook: 'Excel-Arbeitsmappe',
    textFile: (delimiter: string, encoding: string) => `Text mit ${delimiter}, ${encoding}`,
    uploadedBy: (when: string, name: string) => `Hochgeladen am ${when} von ${name}`,
    fromFolder: (when: string) => `Aus dem Ordner geholt am ${when}`,

    coming: 'Was kommt an?',
    allImports: 'Alle Importe',
    toBatch: 'Zum Stapel',
    inBatch: 'Diese Datei gehört zu einem Stapel. Übernommen wird er als Ganzes.',
    failedTitle: 'Was ist zu tun?',
    failedNext:
      'Bitte berichtigen Sie die Datei dort, wo sie entstanden ist, und holen Sie sie neu herein. Im Haushalt ist nichts geändert.',
    next: 'Nächste Datei hereinholen',
  },
  en: {
    steps: ['File', 'Check', 'Preview', 'Takeover'],
    questionCheck: 'What does this file hold?',
    questionPreview: 'Can this file be taken over?',
    questionCommit: 'Does everything arrive?',
    questionDone: 'What has this import brought?',
    questionFailed: 'Why is this file not in the budget?',
    answerChecking: 'It is being read. Nothing in the budget has changed yet.',
    answerCommitting: 'The takeover is under way. Either everything arrives or nothing.',
    answerUndoing: 'The import is being taken back.',
    answerMatches: (rows: string) => `Yes. ${rows} rows have been read, the sums match to the cent.`,
    answerReads: (rows: string) => `Yes. ${rows} rows have been read.`,
    answerWarned: (rows: string, warnings: string) =>
      `Yes. ${rows} rows have been read; please look at ${warnings} first.`,
    answerErrors: (errors: string) => `No. ${errors}: nothing is taken over this way.`,
    answerAsks: (isOne: boolean, count: string) =>
      isOne ? 'Not yet. One question is open.' : `Not yet. ${count} questions are open.`,
    answerTotal: (stated: string, read: string, difference: string) =>
      `No. The file says ${stated}, ${read} were read. Difference ${difference}. Nothing is taken over this way.`,
    answerDone: (rows: string, day: string, name: string) => `${rows} rows, taken over on ${day} by ${name}.`,
    answerUndone: 'Nothing any more: it has been taken back, each booking by its counter-booking.',
    answerCancelled: 'The import was cancelled. Nothing has been taken over.',
    answerInterrupted: 'The server stopped in between. Nothing has been taken over, the preview is still there.',
    errors: (count: string, isOne: boolean) => (isOne ? 'one error' : `${count} errors`),
    warnings: (count: string, isOne: boolean) => (isOne ? 'one warning' : `${count} warnings`),
    infos: (count: string, isOne: boolean) => (isOne ? 'one remark' : `${count} remarks`),

    work: {
      waiting: 'Waits for a free place.',
      reading: 'Rows are being read.',
      checking: 'The rows are being checked.',
      facts: 'Organisation, lines and plan version are being made.',
      booking: 'Amounts are being booked.',
      balances: 'The balances of the lines are being brought up to date.',
      finishing: 'The takeover is being completed.',
    },
    rowsRead: (rows: string) => `${rows} rows`,
    filesRead: (read: string, all: string) => `${read} of ${all} files`,
    secondsLeft: (seconds: string) => `about ${seconds} seconds left`,
    minutesLeft: (minutes: string) => `about ${minutes} minutes left`,
    stepOf: (step: string, all: string) => `Step ${step} of ${all}`,
    cancelWork: 'Cancel',
    cancelling: 'Being cancelled; nothing stays behind.',

    rowsOf: {
      plan_lines: (rows: string, isOne: boolean) => (isOne ? 'one row' : `${rows} rows`),
      actuals: (rows: string, isOne: boolean) => (isOne ? 'one row' : `${rows} rows`),
      bookings: (rows: string, isOne: boolean) => (isOne ? 'one booking' : `${rows} bookings`),
      organization: (rows: string, isOne: boolean) => (isOne ? 'one unit' : `${rows} units`),
    },
    phases: {
      actual: 'actuals',
      plan: 'appropriations',
      commitment_authority: 'commitment authority',
      commitment: 'commitments',
      payment: 'payments',
    },
    yearSpan: (first: string, last: string) => `${first} to ${last}`,
    list: (words: readonly string[]) =>
      words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`,

    checks: {
      label: 'At a glance',
      what: 'What is it?',
      sums: 'Do the sums match?',
      questions: 'Is anything open?',
      rows: 'Are there errors?',
    },
    checkSums: {
      matches: 'Yes, to the cent',
      some: 'Yes, as far as the file states them',
      missing: 'The file states none',
      differs: (count: string, isOne: boolean) => (isOne ? 'No, one differs' : `No, ${count} differ`),
      none: 'No amounts',
    },
    checkSumsDetail: (matching: string, all: string) => `${matching} of ${all} columns compared`,
    checkQuestions: (count: string, isOne: boolean) => (isOne ? 'Yes, one question' : `Yes, ${count} questions`),
    checkQuestionsNone: 'No, nothing',
    checkRows: (count: string, isOne: boolean) => (isOne ? 'Yes, one' : `Yes, ${count}`),
    checkRowsFine: 'No, none',

    findings: 'What was noticed while reading?',
    findingsNone: 'Nothing. Every row can be read without a question.',
    findingsCsv: 'List as CSV',
    findingsMore: (shown: string, all: string) => `Shown are ${shown} of ${all}; the CSV list has them all.`,
    row: 'Row',
    column: 'Column',
    stands: 'It says',
    finding: 'What is the matter?',
    wholeFile: 'File',
    severity: { error: 'Error', warning: 'Warning', info: 'Remark' },

    decide: 'Take over',
    nothingYet: 'Nothing has been taken over yet. This will be added:',
    effects: {
      linesCreated: 'new budget lines',
      linesUpdated: 'changed budget lines',
      unitsCreated: 'new units of the organisation',
      unitsUpdated: 'changed units of the organisation',
      fiscalYearsCreated: 'new fiscal years',
      planAmounts: 'appropriations',
      movements: 'bookings',
      ordersCreated: 'new orders',
      ordersConsumed: 'bookings on known orders',
      clearingItems: 'to the clearing list',
    },
    noEffect: 'This file brings nothing new. Everything in it is here already.',
    planTarget: (title: string) =>
      `The appropriations go to the plan version “${title}” as a draft. It counts only once it is adopted.`,
    commit: {
      plan_lines: (count: string) => `Take over plan with ${count} rows`,
      actuals: (count: string) => `Take over actuals of ${count} rows`,
      bookings: (count: string) => `Take over ${count} bookings`,
      organization: (count: string) => `Take over ${count} units`,
    },
    blocked:
      'The file can be taken over when it has no errors left. Send the list of errors to whoever made the file. Or do we read a column wrongly? Then the mapping helps.',
    wrongRows: (isOne: boolean, count: string) =>
      isOne
        ? 'Only one row cannot be read. You may leave it out and take over the others; it stays in the list of errors.'
        : `Only ${count} rows cannot be read. You may leave them out and take over the others; they stay in the list of errors.`,
    leaveOut: (isOne: boolean, count: string) => (isOne ? 'Leave this row out' : `Leave these ${count} rows out`),
    leftOut: (isOne: boolean, count: string) => (isOne ? 'One row is left out.' : `${count} rows are left out.`),
    takeBack: 'Do not leave out after all',
    errorsCsv: 'List of errors for the sender',
    asked: (isOne: boolean, count: string) =>
      isOne
        ? 'One question must be answered first. Until then all figures are provisional.'
        : `${count} questions must be answered first. Until then all figures are provisional.`,
    toQuestions: 'To the questions',
    another: 'Choose another file',
    discard: 'Discard preview',
    readerOnly: 'The treasury can take it over.',
    checkAgain: 'Check the file again',

    firstRows: 'How we read the rows',
    firstRowsHint: 'On top the column of the file, below it what it becomes.',
    ignoredColumns: (names: string) => `Not taken over: ${names}.`,

    format: 'What was recognised?',
    delimiters: { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'vertical bar' },
    workbook: 'Excel workbook',
    textFile: (delimiter: string, encoding: string) => `Text with ${delimiter}, ${encoding}`,
    uploadedBy: (when: string, name: string) => `Uploaded on ${when} by ${name}`,
    fromFolder: (when: string) => `Fetched from the folder on ${when}`,

    coming: 'What arrives?',
    allImports: 'All imports',
    toBatch: 'To the batch',
    inBatch: 'This file belongs to a batch. It is taken over as a whole.',
    failedTitle: 'What is to be done?',
    failedNext: 'Please correct the file where it was made and bring it in again. Nothing in the budget has changed.',
    next: 'Bring in the next file',
  },
});
