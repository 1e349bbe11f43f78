import { labels } from '../platform/language';

/** Words of the grid, its command bar and its filters. */
export const gridLabels = labels({
  de: {
    grid: (count: string) => `Beträge von ${count} Zeilen`,
    line: 'Zeile',
    account: 'Konto',
    heads: {
      plan: 'Plan in Kraft',
      actual: 'Ist',
      in_force: 'in Kraft',
      before_changes: 'vor Änderungen',
      planYear: 'Plan',
      later: 'Vorschau',
      differences: { plan: 'zu Plan', actual: 'zu Ist', in_force: 'zu in Kraft', before_changes: 'Änderung' },
      cents: 'in €',
      percent: 'in %',
    },
    cell: {
      empty: 'nichts geplant',
      unknown: 'nicht bekannt',
      waiting: 'noch nicht gespeichert',
      wrong: 'kein lesbarer Betrag',
      note: (text: string) => `Notiz: ${text}`,
    },
    explained: 'mit Erläuterung',
    leave: 'Tab geht von Zelle zu Zelle. Esc und dann Tab verlässt die Tabelle.',
    selected: {
      sum: (amount: string, count: string, mean: string) => `Summe ${amount} · Anzahl ${count} · Mittelwert ${mean}`,
      sides: { spending: 'Aufwand und Auszahlung', income: 'Ertrag und Einzahlung', internal: 'Interne Verrechnung' },
    },
    editor: (line: string, year: number) => `${line}, ${year}`,
    sums: {
      spending: 'Aufwand und Auszahlung, gezeigte Zeilen',
      income: 'Ertrag und Einzahlung, gezeigte Zeilen',
      internal: 'Interne Verrechnung, gezeigte Zeilen',
      ceiling: (frame: string) => `Rahmen ${frame}`,
      room: (frame: string) => `Abstand zum Rahmen ${frame}`,
    },
    groups: {
      withoutProduct: 'ohne Produkt',
      withoutUnit: 'ohne Organisationseinheit',
      income: 'Erträge',
      internal: 'intern',
    },
    keys: {
      title: 'Tasten der Tabelle',
      rows: [
        'Pfeile, Bild auf und ab, Pos1, Ende: Zelle wechseln; mit Strg bis zum Rand des Gefüllten',
        'Umschalt dazu: einen Block wählen; Strg A alles, Umschalt Leertaste die Zeile, Strg Leertaste die Spalte',
        'Tippen, Rücktaste: überschreiben; F2, Doppelklick: bearbeiten',
        'Enter, Tab: übernehmen und weiter, im gewählten Block reihum; Esc verwirft',
        'Strg Enter: denselben Betrag in alle gewählten Zellen',
        'Strg C, Strg X, Strg V: Block zwischen dieser Tabelle und Excel übertragen, auch mit Jahren im Kopf',
        'Entf: leeren: nichts geplant',
        'Strg D, Strg R: nach unten, nach rechts füllen',
        'Strg Z, Strg Y: rückgängig, wiederholen; Strg S: gleich speichern',
        'Strg F: Zeile suchen; Enter führt zurück',
        '= + *: Formel für die gewählten Zellen',
        'Umschalt F2: Notiz, Erläuterung und Monate der Zeile',
        'Esc, dann Tab: die Tabelle verlassen',
      ],
    },
    done: {
      filled: (count: string) => `${count} Zellen gefüllt.`,
      pasted: (count: string) => (count === '1' ? '1 Betrag eingefügt.' : `${count} Beträge eingefügt.`),
      pastedHead: 'Die Jahre im Kopf haben gesagt, welche Spalte welche ist.',
      pastedUnknown: (count: string) =>
        count === '1'
          ? '1 Zeile wird hier nicht gezeigt und wurde nicht übernommen.'
          : `${count} Zeilen werden hier nicht gezeigt und wurden nicht übernommen.`,
      pastedBad: (count: string) =>
        count === '1'
          ? '1 ist nicht zu lesen, markiert und nicht gespeichert.'
          : `${count} sind nicht zu lesen, markiert und nicht gespeichert.`,
      pastedOut: (count: string) => `${count} Werte ragten über die Tabelle hinaus und wurden nicht übernommen.`,
      pasteNowhere: 'Hier kann nichts eingefügt werden. Bitte eine Zelle in einem Planjahr wählen.',
      copied: (count: string) => (count === '1' ? '1 Zelle kopiert.' : `${count} Zellen kopiert.`),
      undone: (count: string) => (count === '1' ? 'Rückgängig: 1 Zelle.' : `Rückgängig: ${count} Zellen.`),
      redone: (count: string) => (count === '1' ? 'Wiederholt: 1 Zelle.' : `Wiederholt: ${count} Zellen.`),
    },
    bar: {
      label: 'Formel für die Auswahl',
      round: 'Runden auf',
      cents: 'Cent',
      euros: 'volle Euro',
      apply: 'Anwenden',
      cells: (count: string) => (count === '1' ? '1 Zelle' : `${count} Zellen`),
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      details: 'Zeile im Einzelnen',
      hint: 'Zum Beispiel +3% · -2,5% · +1000 · *1,02 · =Vorjahr*1,02 · rechts +3% · verteile 100.000,00 · verteile 100.000,00 anteilig · =12*450,50',
      rounding: 'Gerundet wird je Zelle einmal, kaufmännisch. Verteiltes ergibt immer genau die Summe.',
    },
    formula: {
      done: (count: string) => (count === '1' ? '1 Betrag geändert.' : `${count} Beträge geändert.`),
      leftOut: (count: string) =>
        count === '1'
          ? '1 Zelle ohne Betrag blieb, wie sie war.'
          : `${count} Zellen ohne Betrag blieben, wie sie waren.`,
      ambiguous: (whole: string, small: string) =>
        `Das kann ${whole} oder ${small} heißen. Bitte ohne Punkt oder mit Komma schreiben.`,
      codes: {
        FORMULA_REQUIRED: 'Bitte eine Formel eingeben, zum Beispiel +3%.',
        FORMULA_UNKNOWN: 'Diese Formel ist nicht bekannt. Möglich sind zum Beispiel +3%, +1000, *1,02 und =Vorjahr.',
        FORMULA_NUMBER: 'Die Zahl in der Formel ist nicht zu lesen. Bitte so schreiben: +2,5% oder +1.234,56',
        FORMULA_AMBIGUOUS: 'Die Zahl hat zwei Lesarten. Bitte ohne Punkt oder mit Komma schreiben.',
        FORMULA_DIVISION: 'Durch 0 lässt sich nicht teilen.',
        FORMULA_PERCENT: 'Möglich sind −100 % bis zum Tausendfachen.',
        FORMULA_FACTOR: 'Der Faktor ist größer als 1000. Bitte prüfen.',
        FORMULA_NOTHING: 'In der Auswahl steht nichts, womit zu rechnen wäre. Es wurde nichts geändert.',
        FORMULA_RANGE: 'Ein Ergebnis wäre zu groß. Es wurde nichts geändert.',
        FORMULA_NO_BASE:
          'Anteilig verteilen geht nur auf Beträge über 0,00. Es wurde nichts geändert; gleich verteilen ist möglich.',
        FORMULA_NOT_WHOLE: 'Der Betrag hat Cent und lässt sich nicht in vollen Euro verteilen. Bitte auf Cent runden.',
      },
    },
    filter: {
      unit: 'Organisationseinheit',
      product: 'Produkt',
      all: 'Alle',
      group: 'Gruppieren nach',
      groups: { none: 'nicht gruppieren', product: 'Produkt', unit: 'Organisationseinheit' },
      plannedOnly: 'nur Zeilen mit Beträgen',
      compare: 'Vergleichen mit',
      comparisons: {
        plan: 'Plan des Vorjahrs',
        actual: 'Ist des Vorjahrs',
        in_force: 'Fassung in Kraft',
        before_changes: 'Stand vor den Änderungen',
      },
      differences: { cents: 'Abweichung in €', percent: 'Abweichung in %' },
    },
  },
  en: {
    grid: (count: string) => `Amounts of ${count} lines`,
    line: 'Line',
    account: 'Account',
    heads: {
      plan: 'plan in force',
      actual: 'actual',
      in_force: 'in force',
      before_changes: 'before changes',
      planYear: 'plan',
      later: 'outlook',
      differences: { plan: 'to plan', actual: 'to actual', in_force: 'to in force', before_changes: 'change' },
      cents: 'in €',
      percent: 'in %',
    },
    cell: {
      empty: 'nothing planned',
      unknown: 'not known',
      waiting: 'not saved yet',
      wrong: 'no readable amount',
      note: (text: string) => `Note: ${text}`,
    },
    explained: 'with explanation',
    leave: 'Tab goes from cell to cell. Esc and then Tab leaves the table.',
    selected: {
      sum: (amount: string, count: string, mean: string) => `Sum ${amount} · count ${count} · mean ${mean}`,
      sides: { spending: 'Expense and payments', income: 'Revenue and receipts', internal: 'Internal charges' },
    },
    editor: (line: string, year: number) => `${line}, ${year}`,
    sums: {
      spending: 'Expense and payments, lines shown',
      income: 'Revenue and receipts, lines shown',
      internal: 'Internal charges, lines shown',
      ceiling: (frame: string) => `Frame ${frame}`,
      room: (frame: string) => `Distance to frame ${frame}`,
    },
    groups: {
      withoutProduct: 'no product',
      withoutUnit: 'no unit',
      income: 'revenue',
      internal: 'internal',
    },
    keys: {
      title: 'Keys of the table',
      rows: [
        'Arrows, page up and down, Home, End: change the cell; with Ctrl to the rim of what is filled',
        'Shift with them: choose a block; Ctrl A everything, Shift Space the line, Ctrl Space the column',
        'Typing, Backspace: overwrite; F2, double click: edit',
        'Enter, Tab: take over and go on, round a chosen block; Esc discards',
        'Ctrl Enter: the same amount into all chosen cells',
        'Ctrl C, Ctrl X, Ctrl V: carry a block between this table and Excel, also with years in its head',
        'Delete: empty: nothing planned',
        'Ctrl D, Ctrl R: fill down, fill right',
        'Ctrl Z, Ctrl Y: undo, redo; Ctrl S: save at once',
        'Ctrl F: find a line; Enter leads back',
        '= + *: formula for the chosen cells',
        'Shift F2: note, explanation and months of the line',
        'Esc, then Tab: leave the table',
      ],
    },
    done: {
      filled: (count: string) => `${count} cells filled.`,
      pasted: (count: string) => (count === '1' ? '1 amount pasted.' : `${count} amounts pasted.`),
      pastedHead: 'The years in the head said which column is which.',
      pastedUnknown: (count: string) =>
        count === '1'
          ? '1 line is not shown here and was not taken.'
          : `${count} lines are not shown here and were not taken.`,
      pastedBad: (count: string) => `${count} cannot be read and are not saved; they are marked.`,
      pastedOut: (count: string) => `${count} values reached beyond the table and were not taken.`,
      pasteNowhere: 'Nothing can be pasted here. Please choose a cell in a plan year.',
      copied: (count: string) => (count === '1' ? '1 cell copied.' : `${count} cells copied.`),
      undone: (count: string) => (count === '1' ? 'Undone: 1 cell.' : `Undone: ${count} cells.`),
      redone: (count: string) => (count === '1' ? 'Done again: 1 cell.' : `Done again: ${count} cells.`),
    },
    bar: {
      label: 'Formula for the selection',
      round: 'Round to',
      cents: 'cents',
      euros: 'whole euros',
      apply: 'Apply',
      cells: (count: string) => (count === '1' ? '1 cell' : `${count} cells`),
      undo: 'Undo',
      redo: 'Redo',
      details: 'Line in detail',
      hint: 'For example +3% · -2,5% · +1000 · *1,02 · =previous year*1,02 · right +3% · distribute 100.000,00 · distribute 100.000,00 proportionally · =12*450,50. Decimals have a comma.',
      rounding: 'Each cell is rounded once, half away from zero. What is distributed always adds up exactly.',
    },
    formula: {
      done: (count: string) => (count === '1' ? '1 amount changed.' : `${count} amounts changed.`),
      leftOut: (count: string) =>
        count === '1'
          ? '1 cell without an amount stayed as it was.'
          : `${count} cells without an amount stayed as they were.`,
      ambiguous: (whole: string, small: string) =>
        `This can mean ${whole} or ${small}. Please write it without a point or with a comma.`,
      codes: {
        FORMULA_REQUIRED: 'Please enter a formula, for example +3%.',
        FORMULA_UNKNOWN: 'This formula is not known. Possible are for example +3%, +1000, *1,02 and =previous year.',
        FORMULA_NUMBER: 'The number in the formula cannot be read. Please write it like +2,5% or +1.234,56',
        FORMULA_AMBIGUOUS: 'The number has two readings. Please write it without a point or with a comma.',
        FORMULA_DIVISION: 'Nothing can be divided by 0.',
        FORMULA_PERCENT: 'Possible are −100 % up to a thousandfold.',
        FORMULA_FACTOR: 'The factor is above 1000. Please check.',
        FORMULA_NOTHING: 'There is nothing to calculate with in the selection. Nothing was changed.',
        FORMULA_RANGE: 'A result would be too large. Nothing was changed.',
        FORMULA_NO_BASE:
          'Distributing in proportion needs amounts above 0.00. Nothing was changed; equal parts are possible.',
        FORMULA_NOT_WHOLE: 'The amount has cents and cannot be distributed in whole euros. Please round to cents.',
      },
    },
    filter: {
      unit: 'Unit',
      product: 'Product',
      all: 'All',
      group: 'Group by',
      groups: { none: 'no groups', product: 'product', unit: 'unit' },
      plannedOnly: 'only lines with amounts',
      compare: 'Compare with',
      comparisons: {
        plan: 'last year’s plan',
        actual: 'last year’s actual',
        in_force: 'version in force',
        before_changes: 'before the changes',
      },
      differences: { cents: 'difference in €', percent: 'difference in %' },
    },
  },
});
