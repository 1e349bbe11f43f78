import { labels } from '../language/language';

export const waterfallLabels = labels({
  de: { step: 'Schritt', course: 'Verlauf', amount: 'Betrag in €' },
  en: { step: 'Step', course: 'Course', amount: 'Amount in €' },
});
