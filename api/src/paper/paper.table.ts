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
      mitteilung: ['Mitteilung', 'report'],
      stellungnahme: ['Stellungnahme', 'statement'],
      anfrage: ['Anfrage', 'question'],
      beschlussvorlage: ['Beschlussvorlage', 'motion for decision'],
    },
  ],
  ['title', 'text', 'Titel', 'Title'],
  ['office', 'text', 'Stelle', 'Office'],
  ['isPublic', 'yesNo', 'Öffentlich', 'Public'],
  ['datedOn', 'day', 'Vom', 'Dated'],
  ['state', 'text', 'Stand', 'State'],
]);
