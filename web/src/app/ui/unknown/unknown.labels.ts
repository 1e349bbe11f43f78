import { labels } from '../language/language';

export const unknownLabels = labels({
  de: { unknown: 'unbekannt', plus: '+ unbekannt', plusOf: (of: string) => `+ unbekannt (${of})` },
  en: { unknown: 'unknown', plus: '+ unknown', plusOf: (of: string) => `+ unknown (${of})` },
});
