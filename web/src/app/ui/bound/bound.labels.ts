import type { Bound, Operator } from '@etatlotse/domain/shared';
import { labels } from '../language/language';

/** Words for figures that are only a limit. */
export const boundLabels = labels({
  de: {
    bounds: {
      exact: '',
      lower: 'mindestens ',
      upper: 'höchstens ',
    } satisfies Record<Bound, string>,
    operators: {
      exact: 'genau',
      above: 'mehr als',
      at_least: 'mindestens',
      below: 'weniger als',
      at_most: 'höchstens',
      several: 'mehrere, Anzahl unbekannt',
    } satisfies Record<Operator, string>,
    of: (part: string, whole: string) => `${part} von ${whole}`,
    points: (count: string) => `${count} Punkte`,
    day: '1 Tag',
    days: (count: string) => `${count} Tage`,
    noTime: 'pünktlich',
    late: (days: string) => `${days} zu spät`,
    early: (days: string) => `${days} vor dem Ziel`,
    latest: (day: string) => `spätestens am ${day}`,
    earliest: (day: string) => `frühestens am ${day}`,
  },
  en: {
    bounds: { exact: '', lower: 'at least ', upper: 'at most ' },
    operators: {
      exact: 'exactly',
      above: 'more than',
      at_least: 'at least',
      below: 'less than',
      at_most: 'at most',
      several: 'several, number unknown',
    },
    of: (part: string, whole: string) => `${part} of ${whole}`,
    points: (count: string) => `${count} points`,
    day: '1 day',
    days: (count: string) => `${count} days`,
    noTime: 'on time',
    late: (days: string) => `${days} late`,
    early: (days: string) => `${days} before the goal`,
    latest: (day: string) => `on ${day} at the latest`,
    earliest: (day: string) => `on ${day} at the earliest`,
  },
});
