import type { OutcomeRow } from '@etatlotse/contracts/outcome/plain';
import { tableOf } from '../platform/http/table';

export const OUTCOME_TABLE = tableOf<OutcomeRow>('Ergebnisse', 'Outcomes', [
  ['name', 'text', 'Ergebnis', 'Outcome'],
  ['piece', 'text', 'Ein Stück', 'One piece'],
  [
    'kind',
    'text',
    'Art',
    'Kind',
    {
      workplace: ['Arbeitsplätze', 'workplaces'],
      online_service: ['Online-Dienste', 'online services'],
      school: ['Schulen', 'schools'],
      training_seat: ['Schulungsplätze', 'training seats'],
      other: ['anderes', 'other'],
    },
  ],
  [
    'basis',
    'text',
    'Kosten zählen',
    'Cost counted',
    { since_start: ['alles seit Beginn', 'all since the start'], year: ['nur das Jahr der Zählung', 'only the year'] },
  ],
  ['unitName', 'text', 'Einheit', 'Unit'],
  ['project.name', 'text', 'Vorhaben', 'Project'],
  ['lineCount', 'number', 'Zeilen', 'Lines'],
  ['newest.measuredOn', 'day', 'Gezählt am', 'Counted on'],
  [
    'newest.operator',
    'text',
    'Zahl ist',
    'Count is',
    {
      exact: ['genau', 'exact'],
      above: ['mehr als', 'more than'],
      at_least: ['mindestens', 'at least'],
      below: ['weniger als', 'less than'],
      at_most: ['höchstens', 'at most'],
      several: ['mehrere', 'several'],
    },
  ],
  ['newest.quantity', 'number', 'Anzahl', 'Quantity'],
  ['newest.costCents', 'cents', 'Kosten in Euro', 'Cost in euros'],
  ['isStale', 'yesNo', 'Veraltet', 'Stale'],
  [
    'origin',
    'text',
    'Herkunft',
    'Origin',
    { source: ['aus der Quelle', 'from the source'], demo: ['Demo', 'demo'], person: ['erfasst', 'entered'] },
  ],
]);
