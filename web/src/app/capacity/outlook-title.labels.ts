import { labels } from '../platform/language';

/** Titles of pages: apart from their words, so that the table of routes stays small. */
export const outlookTitles = labels({
  de: {
    unit: 'Bereich',
    goLive: 'Wirkung eines Vorhabens',
    whatIf: 'Was wäre, wenn',
    scenarios: 'Szenarien im Vergleich',
    releases: 'Freisetzungen',
    desk: 'Servicedesk-Rechner',
  },
  en: {
    unit: 'Unit',
    goLive: 'Effect of a project',
    whatIf: 'What if',
    scenarios: 'Scenarios compared',
    releases: 'Releases',
    desk: 'Service desk calculator',
  },
});
