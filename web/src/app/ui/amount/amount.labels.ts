import { labels } from '../language/language';

export const amountLabels = labels({
  de: { open: (amount: string, of: string) => `${amount}, Beleg zu ${of} öffnen` },
  en: { open: (amount: string, of: string) => `${amount}, open the proof for ${of}` },
});
