import type { PaperRow } from '@etatlotse/contracts/council/plain';
import { tableOf } from '../platform/http/table';

export const PAPER_TABLE = tableOf<PaperRow>('Vorlagen', 'Papers', [
  ['dsNumber', 'text', 'Drucksache', 'DS number'],
  [
    'kind',
    'text',
    'Art',
    'Kind',
    {
      information: ['Mitteilung', 'report'],
      statement: ['Stellungnahme', 'statement'],
      question: ['Anfrage', 'question'],
      decision: ['Beschlussvorlage', 'draft decision'],
    },
  ],
  ['title', 'text', 'Titel', 'Title'],
  ['office', 'text', 'Stelle', 'Office'],
  ['isPublic', 'yesNo', 'Öffentlich', 'Public'],
  ['datedOn', 'day', 'Vom', 'Dated'],
  ['state', 'text', 'Stand', 'State', { draft: ['Entwurf', 'draft'], published: ['veröffentlicht', 'published'] }],
]);
