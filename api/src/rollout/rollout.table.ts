import type { RolloutRow } from '@etatlotse/contracts/rollout/plain';
import { tableOf } from '../platform/http/table';

export const ROLLOUT_TABLE = tableOf<RolloutRow>('Einführungen', 'Roll-outs', [
  ['name', 'text', 'Einführung', 'Roll-out'],
  ['programme.name', 'text', 'Programm', 'Programme'],
  ['project.name', 'text', 'Vorhaben', 'Project'],
  ['units', 'number', 'Einheiten', 'Units'],
  ['states.planned', 'number', 'Fähigkeiten geplant', 'Capabilities planned'],
  ['states.pilot', 'number', 'im Versuch', 'tried'],
  ['states.live', 'number', 'im Betrieb', 'live'],
  ['trainedUnits', 'number', 'Geschulte Einheiten', 'Trained units'],
  ['reportedOn', 'day', 'Zuletzt gemeldet', 'Last reported'],
  ['isStale', 'yesNo', 'Veraltet', 'Stale'],
]);
