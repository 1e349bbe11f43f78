import { labels } from '../language/language';

export const pageHeadLabels = labels({
  de: {
    path: 'Pfad',
    stand: (at: string) => `Stand ${at}`,
    reconciled: (amount: string) => `Abgleich ${amount}`,
    stale: (at: string) => `Stand ${at}. Der nächtliche Abgleich ist ausgefallen; Zahlen können älter sein.`,
  },
  en: {
    path: 'Path',
    stand: (at: string) => `As of ${at}`,
    reconciled: (amount: string) => `reconciliation ${amount}`,
    stale: (at: string) => `As of ${at}. The nightly reconciliation did not run; figures may be older.`,
  },
});
