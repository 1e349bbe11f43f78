import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import { tableOf } from '../platform/http/table';

export const MEETING_TABLE = tableOf<MeetingRow>('Sitzungen', 'Meetings', [
  ['heldOn', 'day', 'Sitzung am', 'Meeting on'],
  ['body.name', 'text', 'Gremium', 'Body'],
  ['papersDueOn', 'day', 'Abgabe der Vorlagen', 'Papers due'],
  ['movedFrom', 'day', 'Verlegt vom', 'Moved from'],
  ['cancelledOn', 'day', 'Abgesagt am', 'Cancelled on'],
  ['cancelReason', 'text', 'Grund der Absage', 'Reason of the cancellation'],
]);
