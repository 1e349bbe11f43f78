import { labels } from '../language/language';

/** The steps of the formula of a line that brings money. */
export const revenueLabels = labels({
  de: {
    planned: 'geplant',
    changed: 'nach dem Plan geändert',
    adjusted: 'zu erwarten',
    received: 'eingegangen',
    open: 'offen',
  },
  en: {
    planned: 'planned',
    changed: 'changed after the plan',
    adjusted: 'expected',
    received: 'received',
    open: 'open',
  },
});
