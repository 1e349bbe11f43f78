import { labels } from '../language/language';

export const waysOutLabels = labels({
  de: {
    title: 'So geht es rechtmäßig weiter',
    order: 'Reihenfolge nach Haushaltsrecht',
    coversAll: 'deckt alles',
    coversPart: 'deckt einen Teil',
    decides: (who: string) => `entscheidet: ${who}`,
    meetings: 'Sitzungen bis zur Entscheidung',
    needs: (paper: string) => `nötig: ${paper} ·`,
  },
  en: {
    title: 'Lawful ways to go on',
    order: 'in the order of budget law',
    coversAll: 'covers all',
    coversPart: 'covers part',
    decides: (who: string) => `decided by: ${who}`,
    meetings: 'Meetings until the decision',
    needs: (paper: string) => `needed: ${paper} ·`,
  },
});
