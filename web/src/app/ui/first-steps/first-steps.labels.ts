import { labels } from '../language/language';

export const firstStepsLabels = labels({
  de: { title: 'Drei Schritte für den Anfang', dismiss: 'Nicht mehr zeigen' },
  en: { title: 'Three steps to begin with', dismiss: 'Do not show again' },
});
