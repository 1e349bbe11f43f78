import { labels } from '../platform/language';

export const pickerLabels = labels({
  de: {
    hint: 'Nummer oder Name eingeben und auswählen',
    change: 'andere Zeile',
    noHit: 'Keine Zeile gefunden.',
  },
  en: {
    hint: 'Type a number or name and choose',
    change: 'another line',
    noHit: 'No line found.',
  },
});
