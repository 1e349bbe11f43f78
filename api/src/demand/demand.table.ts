import type { DemandRow } from '@etatlotse/contracts/demand/plain';
import { FRAMES } from '../budget';
import { tableOf } from '../platform/http/table';

export const DEMAND_TABLE = tableOf<DemandRow>('Bedarfe', 'Demands', [
  ['number', 'number', 'Nummer', 'Number'],
  ['title', 'text', 'Titel', 'Title'],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      draft: ['Entwurf', 'draft'],
      submitted: ['eingereicht', 'submitted'],
      determined: ['festgestellt', 'determined'],
      examined: ['geprüft', 'examined'],
      deliberated: ['beraten', 'deliberated'],
      planned: ['eingeplant', 'planned'],
      adopted: ['beschlossen', 'adopted'],
      deferred: ['zurückgestellt', 'deferred'],
      rejected: ['abgelehnt', 'rejected'],
      withdrawn: ['zurückgezogen', 'withdrawn'],
    },
  ],
  [
    'runOrChange',
    'text',
    'Betrieb oder Vorhaben',
    'Run or change',
    { run: ['Betrieb', 'run'], change: ['Vorhaben', 'change'] },
  ],
  ['isMandatory', 'yesNo', 'Pflichtaufgabe', 'Mandatory'],
  ['frame', 'text', 'Rahmen', 'Frame', FRAMES],
  ['earliestStartYear', 'number', 'Frühester Beginn', 'Earliest start'],
  ['planCents', 'cents', 'In den Planjahren in Euro', 'In the plan years in euros'],
  ['windowCents', 'cents', 'In allen Jahren in Euro', 'In all years in euros'],
  ['unknownItems', 'number', 'Positionen ohne Preis', 'Items without a price'],
  ['signed', 'number', 'Mitgezeichnet', 'Signed'],
  ['objected', 'number', 'Widersprochen', 'Objected'],
  ['isLate', 'yesNo', 'Nach der Frist', 'Late'],
  ['dueOn', 'day', 'Frist', 'Due'],
]);
