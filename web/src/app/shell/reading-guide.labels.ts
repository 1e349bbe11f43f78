import { labels } from '../platform/language';

export const readingLabels = labels({
  de: {
    title: 'So lesen Sie das',
    lead: 'Fünf Minuten, dann sagt Ihnen jede Seite, was Sie wissen wollen.',
    barTitle: 'Ein Balken, fünf Stufen',
    barText:
      'Jeder Balken zeigt, wo das Geld eines Rahmens oder einer Zeile steht: links, was bezahlt ist, rechts, was noch verfügbar ist. Balken auf einer Seite haben denselben Maßstab.',
    example: 'Beispiel mit erfundenen Zahlen',
    proofTitle: 'Jede Zahl hat einen Beleg',
    proofText:
      'Ist ein Betrag gepunktet unterstrichen, öffnet er seinen Beleg: den Rechenweg, die Buchungen dahinter und das Ergebnis des Abgleichs. Die Differenz muss 0,00 € sein.',
    unknownTitle: 'Unbekannt ist nicht null',
    unknownText:
      'Ist ein Rahmen nicht hinterlegt, steht dort „unbekannt“, schraffiert. Jede Summe darüber sagt „+ unbekannt“ und ist dann nur ein Teil der Wahrheit.',
    releasedTitle: 'Was ein Ausschuss sieht',
    releasedText:
      'Ein Ausschuss sieht den Überblick, den die Kämmerei freigegeben hat, mit dem Datum der Freigabe. Er ändert sich nicht, während Sie lesen.',
    colourTitle: 'Farben',
    colourText:
      'Blau ist bezahlt oder bestellt, Grün ist verfügbar, Rot fehlt. Keine Farbe steht allein: Ort, Muster und Wort sagen dasselbe.',
    wordsTitle: 'Wörter, die man kennen muss',
  },
  en: {
    title: 'How to read this',
    lead: 'Five minutes, then every page tells you what you want to know.',
    barTitle: 'One bar, five stages',
    barText:
      'Each bar shows where the money of a frame or line stands: on the left what has been paid, on the right what is still available. Bars on one page share a scale.',
    example: 'Example with made-up figures',
    proofTitle: 'Every figure has a proof',
    proofText:
      'An amount with a dotted underline opens its proof: the calculation, the bookings behind it and the result of the reconciliation. The difference must be €0.00.',
    unknownTitle: 'Unknown is not zero',
    unknownText:
      'Where a frame has not been entered it says "unknown", hatched. Every total above it says "+ unknown" and is then only part of the truth.',
    releasedTitle: 'What a committee sees',
    releasedText:
      'A committee sees the overview that finance released, with the date of the release. It does not change while you read.',
    colourTitle: 'Colours',
    colourText:
      'Blue is paid or ordered, green is available, red is missing. No colour stands alone: place, pattern and word say the same.',
    wordsTitle: 'Words one has to know',
  },
});

/** The words of budget law a reader meets, as they are written on the pages. */
export const readingWords = labels({
  de: {
    ansatz: 'Ansatz',
    fortgeschrieben: 'fortgeschriebener Ansatz',
    sperre: 'gesperrt (Haushaltssperre)',
    reservierung: 'reserviert',
    obligo: 'Obligo',
    ist: 'Ist',
    verfuegbar: 'verfügbar',
    haushaltsrest: 'Haushaltsrest',
    ueberplanmaessig: 'überplanmäßig',
    ausserplanmaessig: 'außerplanmäßig',
    umbuchung: 'Umbuchung',
    deckungskreis: 'Deckungskreis',
    ergebnis: 'Ergebnishaushalt',
    finanz: 'Finanzhaushalt',
    nachtrag: 'Nachtrag',
    betrieb: 'Betrieb',
    vorhaben: 'Vorhaben',
    abgleich: 'Abgleich',
  },
  en: {
    ansatz: 'Ansatz (appropriation)',
    fortgeschrieben: 'fortgeschriebener Ansatz (adjusted)',
    sperre: 'gesperrt (locked)',
    reservierung: 'reserviert (reserved)',
    obligo: 'Obligo (commitments)',
    ist: 'Ist (actual)',
    verfuegbar: 'verfügbar (available)',
    haushaltsrest: 'Haushaltsrest (carry-over)',
    ueberplanmaessig: 'überplanmäßig (above plan)',
    ausserplanmaessig: 'außerplanmäßig (outside plan)',
    umbuchung: 'Umbuchung (transfer)',
    deckungskreis: 'Deckungskreis (cover pool)',
    ergebnis: 'Ergebnishaushalt (operating budget)',
    finanz: 'Finanzhaushalt (cash budget)',
    nachtrag: 'Nachtrag (supplementary budget)',
    betrieb: 'Betrieb (run)',
    vorhaben: 'Vorhaben (change)',
    abgleich: 'Abgleich (reconciliation)',
  },
});
