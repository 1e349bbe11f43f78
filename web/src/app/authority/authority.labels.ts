import { labels } from '../platform/language';

/** The words of the section; each of its parts brings its own. */
const de = {
  tabs: 'Bewirtschaftung',
  extra: 'Über- und außerplanmäßig',
  transfers: 'Umbuchungen',
  pools: 'Deckungskreise',
  locks: 'Sperren',
  earmarks: 'Zweckbindung',
  rules: 'Regeln',
};
const en: typeof de = {
  tabs: 'Budget execution',
  extra: 'Extra authority',
  transfers: 'Transfers',
  pools: 'Cover pools',
  locks: 'Locks',
  earmarks: 'Earmarked revenue',
  rules: 'Rules',
};

export const authorityLabels = labels({ de, en });
