import type { ReadingRow } from '@etatlotse/contracts/council/plain';
import { tableOf } from '../platform/http/table';

export const READING_TABLE = tableOf<ReadingRow>('Haushaltslesungen', 'Budget readings', [
  ['plan.name', 'text', 'Plan', 'Plan'],
  ['meeting.body', 'text', 'Gremium', 'Body'],
  ['meeting.heldOn', 'day', 'Sitzung am', 'Meeting on'],
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      preparing: ['in Vorbereitung', 'in preparation'],
      released: ['Abstimmung offen', 'vote open'],
      closed: ['abgeschlossen', 'closed'],
    },
  ],
  ['motions', 'number', 'Anträge', 'Motions'],
  ['openMotions', 'number', 'ohne Ergebnis', 'Without a result'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);
