import { labels } from '../language/language';

export const conflictLabels = labels({
  de: {
    heading: (name: string) => `${name} hat inzwischen gespeichert`,
    someone: 'Jemand anderes',
    all: 'Alle Felder auf einmal:',
    text: 'Nichts ist verloren: Hier stehen beide Fassungen. Wählen Sie je Feld, was gelten soll; Felder, die nicht dastehen, sind in beiden gleich.',
    field: 'Feld',
    mine: 'Ihre Eingabe',
    theirs: 'Inzwischen gespeichert',
    before: (text: string) => `vorher: ${text}`,
    empty: 'leer',
    save: 'So speichern',
    later: 'Weiter bearbeiten',
  },
  en: {
    heading: (name: string) => `${name} has saved in the meantime`,
    someone: 'Somebody else',
    all: 'All fields at once:',
    text: 'Nothing is lost: both versions stand here. Choose for each field what is to hold; fields that are not listed are the same in both.',
    field: 'Field',
    mine: 'Your entry',
    theirs: 'Saved in the meantime',
    before: (text: string) => `before: ${text}`,
    empty: 'empty',
    save: 'Save like this',
    later: 'Go on editing',
  },
});
