import type { ProjectRow } from '@etatlotse/contracts/project/plain';
import { tableOf } from '../platform/http/table';

const STATUS = {
  green: ['im Plan', 'on track'],
  yellow: ['gefährdet', 'at risk'],
  red: ['kritisch', 'critical'],
  unknown: ['unbekannt', 'unknown'],
} as const;

/** Projects as a file: first baseline beside the current one, the status by rule beside the judgement of people. */
export const PROJECT_TABLE = tableOf<ProjectRow>('Vorhaben', 'Projects', [
  ['key', 'text', 'Projektnummer', 'Key'],
  ['name', 'text', 'Name', 'Name'],
  [
    'level',
    'text',
    'Ebene',
    'Level',
    {
      portfolio: ['Portfolio', 'portfolio'],
      programme: ['Programm', 'programme'],
      project: ['Projekt', 'project'],
    },
  ],
  ['parent.name', 'text', 'Gehört zu', 'Part of'],
  ['unitName', 'text', 'Einheit', 'Unit'],
  [
    'phase',
    'text',
    'Phase',
    'Phase',
    {
      idea: ['Idee', 'idea'],
      preparation: ['Vorbereitung', 'preparation'],
      procurement: ['Vergabe', 'procurement'],
      implementation: ['Umsetzung', 'implementation'],
      roll_out: ['Roll-out', 'roll-out'],
      handover: ['Übergabe', 'handover'],
    },
  ],
  [
    'state',
    'text',
    'Zustand',
    'State',
    {
      planned: ['geplant', 'planned'],
      running: ['läuft', 'running'],
      paused: ['ruht', 'paused'],
      closed: ['abgeschlossen', 'closed'],
    },
  ],
  ['plannedStart', 'day', 'Geplanter Beginn', 'Planned start'],
  ['plannedEnd', 'day', 'Geplantes Ende', 'Planned end'],
  ['status', 'text', 'Stand nach Regel', 'Status by rule', STATUS],
  ['judged', 'text', 'Einschätzung', 'Judgement', STATUS],
  ['baselines', 'number', 'Vereinbarte Pläne', 'Baselines'],
  ['originalBudgetCents', 'cents', 'Erstes Budget in Euro', 'First budget in euros'],
  ['earned.bacCents', 'cents', 'Heutiges Budget in Euro', 'Current budget in euros'],
  ['originalEnd', 'day', 'Zuerst vereinbartes Ende', 'First agreed end'],
  ['currentEnd', 'day', 'Heute vereinbartes Ende', 'Current agreed end'],
  ['slipDays', 'number', 'Verschoben um Tage', 'Slipped by days'],
  ['actualCents', 'cents', 'Ist in Euro', 'Actuals in euros'],
  ['committedCents', 'cents', 'Bestellt in Euro', 'Committed in euros'],
  ['reportedOn', 'day', 'Zuletzt berichtet', 'Last reported'],
  ['isStale', 'yesNo', 'Veraltet', 'Stale'],
]);
