import { labels } from '../language/language';

export const stepsLabels = labels({
  de: { done: 'erledigt', list: (now: string, all: string) => `Schritt ${now} von ${all}` },
  en: { done: 'done', list: (now: string, all: string) => `Step ${now} of ${all}` },
});
