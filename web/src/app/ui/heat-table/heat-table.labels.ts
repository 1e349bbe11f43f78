import { labels } from '../language/language';

export const heatLabels = labels({
  de: {
    scale: 'Farben in Prozent',
    unknown: 'unb.',
    below: (to: number) => `unter ${to} %`,
    between: (from: number, to: number) => `${from} bis ${to}`,
    from: (from: number) => `ab ${from} %`,
  },
  en: {
    scale: 'Colours in percent',
    unknown: 'unk.',
    below: (to: number) => `below ${to}%`,
    between: (from: number, to: number) => `${from} to ${to}`,
    from: (from: number) => `from ${from}%`,
  },
});
