import type { BenefitRow } from '@etatlotse/contracts/benefit/plain';
import { tableOf } from '../platform/http/table';

export const BENEFIT_TABLE = tableOf<BenefitRow>('Nutzen', 'Benefits', [
  ['name', 'text', 'Nutzen', 'Benefit'],
  ['description', 'text', 'Beschreibung', 'Description'],
  ['owner', 'text', 'Verantwortlich', 'Owner'],
  ['project.name', 'text', 'Vorhaben', 'Project'],
  ['unitName', 'text', 'Einheit', 'Unit'],
  [
    'capability',
    'text',
    'Wirkt mit',
    'Works once live',
    {
      records: ['Schriftgutverwaltung', 'records'],
      e_file: ['E-Akte', 'e-file'],
      workflow: ['Workflow', 'workflow'],
      digital_post: ['Digitale Post', 'digital post'],
    },
  ],
  ['sums.plannedHours', 'number', 'Stunden geplant bis Jahresende', 'Hours planned by the end of the year'],
  ['sums.realisedHours', 'number', 'Stunden erreicht', 'Hours realised'],
  ['sums.plannedCents', 'cents', 'Euro geplant bis Jahresende', 'Euros planned by the end of the year'],
  ['sums.realisedCents', 'cents', 'Euro erreicht', 'Euros realised'],
  ['reviewOn', 'day', 'Überprüfung am', 'Review on'],
  ['isOverdue', 'yesNo', 'Überfällig', 'Overdue'],
  ['lastReview.heldOn', 'day', 'Zuletzt überprüft', 'Last reviewed'],
  [
    'origin',
    'text',
    'Herkunft',
    'Origin',
    { source: ['aus der Quelle', 'from the source'], demo: ['Demo', 'demo'], person: ['erfasst', 'entered'] },
  ],
]);
