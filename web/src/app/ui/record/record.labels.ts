import { labels } from '../language/language';

export const recordLabels = labels({
  de: {
    problems: {
      fill: 'Bitte ausfüllen.',
      tooLong: 'Der Text ist zu lang.',
      number: 'Bitte eine ganze Zahl im möglichen Bereich eingeben.',
      decimal: 'Bitte eine Zahl mit höchstens zwei Nachkommastellen eingeben, zum Beispiel 1,5.',
      share: 'Bitte einen Anteil von 0 bis 100 eingeben.',
    },
    named: (label: string, problem: string) => `${label}: ${problem}`,
    wholeCity: 'Gesamte Stadt',
    none: 'keine Angabe',
    yes: 'ja',
    no: 'nein',
    cancel: 'Abbrechen',
    more: 'Weitere 50',
  },
  en: {
    problems: {
      fill: 'Please fill in.',
      tooLong: 'The text is too long.',
      number: 'Please enter a whole number within the possible range.',
      decimal: 'Please enter a number with two decimals at most, for example 1.5.',
      share: 'Please enter a share from 0 to 100.',
    },
    named: (label: string, problem: string) => `${label}: ${problem}`,
    wholeCity: 'Whole city',
    none: 'not stated',
    yes: 'yes',
    no: 'no',
    cancel: 'Cancel',
    more: 'Next 50',
  },
});
