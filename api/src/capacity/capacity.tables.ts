import type { PostListRow, ReleaseRow, TaskListRow } from '@etatlotse/contracts/capacity/plain';
import { tableOf } from '../platform/http/table';

const STATUS = { employee: ['Tarif', 'employee'], official: ['Beamte', 'official'] } as const;

/** Posts as a file. Names of people never stand in it. */
export const POST_TABLE = tableOf<PostListRow>('Stellenplan', 'Staffing plan', [
  ['number', 'text', 'Stellennummer', 'Post number'],
  ['name', 'text', 'Funktion', 'Function'],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  ['status', 'text', 'Status', 'Status', STATUS],
  ['grade', 'text', 'Entgelt- oder Besoldungsgruppe', 'Grade'],
  ['weeklyMinutes', 'number', 'Wochenminuten', 'Weekly minutes'],
  ['fullTimeMinutes', 'number', 'Wochenminuten einer vollen Stelle', 'Weekly minutes of a full post'],
  ['from', 'day', 'Gültig ab', 'Valid from'],
  ['until', 'day', 'Gültig bis', 'Valid until'],
  [
    'noteKind',
    'text',
    'Vermerk',
    'Note',
    {
      kw: ['kw (künftig wegfallend)', 'kw (to be dropped)'],
      ku: ['ku (künftig umzuwandeln)', 'ku (to be regraded)'],
    },
  ],
  ['noteFrom', 'day', 'Vermerk ab', 'Note from'],
  ['heldPercent', 'number', 'Besetzt in Prozent', 'Held in percent'],
  ['vacantSince', 'day', 'Frei seit', 'Free since'],
  ['plannedFte', 'number', 'VZÄ laut Plan', 'FTE planned'],
  ['occupiedFte', 'number', 'VZÄ besetzt', 'FTE occupied'],
  ['availableFte', 'number', 'VZÄ verfügbar', 'FTE available'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);

export const TASK_TABLE = tableOf<TaskListRow>('Aufgaben', 'Tasks', [
  ['name', 'text', 'Aufgabe', 'Task'],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  ['baseSeconds', 'number', 'Sekunden je Fall', 'Seconds a case'],
  [
    'method',
    'text',
    'Erhoben durch',
    'Method',
    {
      time_study: ['Zeitaufnahme', 'time study'],
      self_recording: ['Selbstaufschreibung', 'self-recording'],
      analytical_estimate: ['Analytisches Schätzen', 'analytical estimate'],
      comparison: ['Vergleich mit anderen Städten', 'comparison with other cities'],
      not_surveyed: ['noch nicht erhoben', 'not surveyed yet'],
    },
  ],
  ['surveyedOn', 'day', 'Erhoben am', 'Surveyed on'],
  ['source', 'text', 'Quelle', 'Source'],
  ['backlog', 'number', 'Rückstand', 'Backlog'],
  ['backlogCountedOn', 'day', 'Rückstand gezählt am', 'Backlog counted on'],
  ['product', 'text', 'Produkt', 'Product'],
  ['year.requiredFte', 'number', 'VZÄ nötig', 'FTE required'],
  ['year.availableFte', 'number', 'VZÄ verfügbar', 'FTE available'],
  ['year.gapFte', 'number', 'VZÄ, die fehlen', 'FTE missing'],
  ['year.unknownMonths', 'number', 'Monate ohne Zahl', 'Months without a number'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);

export const RELEASE_TABLE = tableOf<ReleaseRow>('Freisetzungen', 'Releases', [
  ['name', 'text', 'Freisetzung', 'Release'],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  [
    'stage',
    'text',
    'Stufe',
    'Stage',
    {
      assumed: ['angenommen', 'assumed'],
      planned: ['geplant', 'planned'],
      measured: ['gemessen', 'measured'],
      realised: ['realisiert', 'realised'],
    },
  ],
  ['fiscalYear', 'number', 'Jahr', 'Year'],
  ['yearHours', 'number', 'Stunden im Jahr', 'Hours in the year'],
  ['runRateHours', 'number', 'Stunden im Dauerbetrieb', 'Hours at run rate'],
  ['yearFte', 'number', 'VZÄ im Jahr', 'FTE in the year'],
  ['runRateFte', 'number', 'VZÄ im Dauerbetrieb', 'FTE at run rate'],
  ['realisableFte', 'number', 'VZÄ, die sich heben lassen', 'Realisable FTE'],
  ['fullCostCents', 'cents', 'Vollkosten in Euro', 'Full cost in euros'],
  ['personnelCents', 'cents', 'Personalkosten in Euro', 'Personnel cost in euros'],
  ['cases', 'number', 'Fälle', 'Cases'],
  ['grade', 'text', 'Entgeltgruppe', 'Grade'],
  ['milestone', 'text', 'Meilenstein', 'Milestone'],
  ['surveyedOn', 'day', 'Erhoben am', 'Surveyed on'],
  ['postNumber', 'text', 'Stelle', 'Post'],
  ['operationFte', 'number', 'VZÄ für den Betrieb', 'FTE for operation'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);
