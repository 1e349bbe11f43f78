import { labels } from '../platform/language';

export const amountLabels = labels({
  de: {
    title: 'Beträge der Planfassung',
    crumb: 'Beträge',
    question: (name: string) => `Passt ${name} in den Rahmen?`,
    fits: (year: number) => `${year} passt genau.`,
    room: (year: number, amount: string) => `${year} sind ${amount} noch nicht verteilt.`,
    over: (year: number, amount: string) => `${year} liegt ${amount} über dem Rahmen.`,
    unknown: (year: number) => `Für ${year} ist kein Rahmen hinterlegt.`,
    withoutFrame: 'Diese Zeilen gehören zu keinem Rahmen.',
    readOnly: 'Beträge ändert die Kämmerei; Sie können hier lesen, kopieren und vergleichen.',
    final: (state: string) =>
      `Diese Fassung ist ${state}. Ihre Beträge ändern sich nicht mehr; was sich ändern soll, kommt in einen Nachtrag.`,
    introduced:
      'Diese Fassung ist eingebracht. Ihre Beträge ändern nur noch datierte Änderungen auf der Seite der Fassung.',
    frameQuestion: (frame: string) => `Was ist im Rahmen ${frame} geplant?`,
    frameHint: 'Strich: Obergrenze. Aufwand und Auszahlung zusammen, je Jahr.',
    tile: {
      fits: 'passt genau',
      room: (amount: string) => `${amount} frei`,
      over: (amount: string) => `${amount} zu viel`,
      unknown: 'kein Rahmen hinterlegt',
    },
    grid: 'Was steht auf welcher Zeile?',
    gridHint:
      'Wie in einer Tabelle: tippen, Enter, Pfeile; Blöcke mit Strg C und Strg V von und nach Excel. Ein Klick auf den Namen öffnet die Zeile. Leer heißt: nichts geplant.',
    truncated: 'Gezeigt sind die ersten 20.000 Zeilen. Bitte weiter eingrenzen.',
    search: 'Zeile suchen',
    frame: 'Rahmen',
    allFrames: 'Alle Zeilen',
    noFrame: 'ohne Rahmen',
    none: 'Keine Zeile gefunden',
    noneHint: 'Zeilen entstehen durch eine Plandatei oder unter Haushaltszeilen.',
    clear: 'Filter zurücksetzen',
    state: {
      idle: 'Änderungen speichern sich selbst.',
      waiting: (count: string) =>
        count === '1' ? '1 Betrag noch nicht gespeichert' : `${count} Beträge noch nicht gespeichert`,
      saving: 'Wird gespeichert …',
      saved: (time: string) => `Gespeichert ${time}`,
    },
    saveNow: 'Jetzt speichern',
    keptForLater: (count: string) =>
      count === '1'
        ? '1 Betrag ist noch nicht gespeichert. Er steht wieder da, wenn Sie die Beträge öffnen.'
        : `${count} Beträge sind noch nicht gespeichert. Sie stehen wieder da, wenn Sie die Beträge öffnen.`,
    badHeading: (count: string) => `${count} Felder enthalten keinen lesbaren Betrag`,
    badOne: 'Ein Feld enthält keinen lesbaren Betrag',
    bad: (text: string, line: string, year: number) => `„${text}“ bei ${line}, ${year}. Bitte so schreiben: 1.234,56`,
    ambiguousHeading: 'Was bedeutet der Punkt?',
    ambiguous: (text: string, whole: string, small: string) => `„${text}“ kann ${whole} oder ${small} heißen.`,
    ambiguousMany: (count: string) => `Das gilt für ${count} Felder. Sie sind noch nicht gespeichert.`,
    takeThousands: 'Der Punkt trennt Tausender',
    conflictHeading: 'Inzwischen geändert',
    conflict: (count: string) =>
      count === '1'
        ? 'Einen Betrag hat inzwischen jemand anderes geändert. Gespeichert ist noch nichts.'
        : `${count} Beträge hat inzwischen jemand anderes geändert. Gespeichert ist noch nichts.`,
    conflictRow: (line: string, year: number, theirs: string, yours: string) =>
      `${line}, ${year}: dort steht jetzt ${theirs}, Sie haben ${yours}.`,
    takeTheirs: 'Fremde Beträge übernehmen',
    keepMine: 'Meine Beträge behalten',
    empty: 'nichts',
    unknownFrame: {
      heading: 'Rahmen nicht bekannt',
      text: (frame: string, year: number) =>
        `Der Rahmen ${frame} ist für ${year} nicht hinterlegt, die Obergrenze wird nicht geprüft. Planen geht nur mit Grund der Kämmerei. Er gilt für diese Fassung und wird einmal gefragt.`,
      reason: 'Grund der Kämmerei',
      missing: 'Bitte den Grund nennen.',
      save: 'Mit Grund speichern',
      cancel: 'Beträge zurücknehmen',
    },
  },
  en: {
    title: 'Amounts of the plan version',
    crumb: 'Amounts',
    question: (name: string) => `Does ${name} fit into the frame?`,
    fits: (year: number) => `${year} fits exactly.`,
    room: (year: number, amount: string) => `${amount} of ${year} are not distributed yet.`,
    over: (year: number, amount: string) => `${year} is ${amount} above the frame.`,
    unknown: (year: number) => `No frame is on record for ${year}.`,
    withoutFrame: 'These lines belong to no frame.',
    readOnly: 'The finance office changes amounts; here you can read, copy and compare.',
    final: (state: string) =>
      `This version is ${state}. Its amounts no longer change; what shall change goes into a supplementary budget.`,
    introduced: 'This version has been introduced. Only dated changes on the page of the version move its amounts now.',
    frameQuestion: (frame: string) => `What is planned in frame ${frame}?`,
    frameHint: 'Line: ceiling. Expense and payments together, per year.',
    tile: {
      fits: 'fits exactly',
      room: (amount: string) => `${amount} free`,
      over: (amount: string) => `${amount} too much`,
      unknown: 'no frame on record',
    },
    grid: 'What stands on which line?',
    gridHint:
      'As in a spreadsheet: type, Enter, arrows; blocks with Ctrl C and Ctrl V from and to Excel. A click on the name opens the line. Empty means: nothing planned.',
    truncated: 'The first 20,000 lines are shown. Please narrow the list.',
    search: 'Find line',
    frame: 'Frame',
    allFrames: 'All lines',
    noFrame: 'no frame',
    none: 'No line found',
    noneHint: 'Lines come from a plan file or from the budget lines.',
    clear: 'Reset filters',
    state: {
      idle: 'Changes save themselves.',
      waiting: (count: string) => (count === '1' ? '1 amount not saved yet' : `${count} amounts not saved yet`),
      saving: 'Saving …',
      saved: (time: string) => `Saved ${time}`,
    },
    saveNow: 'Save now',
    keptForLater: (count: string) =>
      count === '1'
        ? '1 amount is not saved yet. It stands there again when you open the amounts.'
        : `${count} amounts are not saved yet. They stand there again when you open the amounts.`,
    badHeading: (count: string) => `${count} fields hold no readable amount`,
    badOne: 'One field holds no readable amount',
    bad: (text: string, line: string, year: number) => `“${text}” at ${line}, ${year}. Please write it like 1.234,56`,
    ambiguousHeading: 'What does the point mean?',
    ambiguous: (text: string, whole: string, small: string) => `“${text}” can mean ${whole} or ${small}.`,
    ambiguousMany: (count: string) => `This holds for ${count} fields. They are not saved yet.`,
    takeThousands: 'The point separates thousands',
    conflictHeading: 'Changed in the meantime',
    conflict: (count: string) =>
      count === '1'
        ? 'Somebody else has changed one amount in the meantime. Nothing is saved yet.'
        : `Somebody else has changed ${count} amounts in the meantime. Nothing is saved yet.`,
    conflictRow: (line: string, year: number, theirs: string, yours: string) =>
      `${line}, ${year}: now ${theirs} stands there, you have ${yours}.`,
    takeTheirs: 'Take the other amounts',
    keepMine: 'Keep my amounts',
    empty: 'nothing',
    unknownFrame: {
      heading: 'Frame not known',
      text: (frame: string, year: number) =>
        `Frame ${frame} is not on record for ${year}, so no ceiling is checked. Planning needs a reason of the finance office. It holds for this version and is asked for once.`,
      reason: 'Reason of the finance office',
      missing: 'Please give the reason.',
      save: 'Save with reason',
      cancel: 'Take the amounts back',
    },
  },
});
