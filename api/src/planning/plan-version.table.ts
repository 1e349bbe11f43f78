import type { PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import { tableOf } from '../platform/http/table';

export const PLAN_VERSION_TABLE = tableOf<PlanVersionRow>('Planfassungen', 'Plan versions', [
  ['name', 'text', 'Fassung', 'Version'],
  [
    'kind',
    'text',
    'Art',
    'Kind',
    {
      budget: ['Haushalt', 'budget'],
      supplementary: ['Nachtrag', 'supplementary budget'],
      import: ['aus einer Datei', 'from a file'],
    },
  ],
  ['firstYear', 'number', 'Erstes Jahr', 'First year'],
  ['lastYear', 'number', 'Letztes Jahr', 'Last year'],
  [
    'state',
    'text',
    'Zustand',
    'State',
    {
      draft: ['Entwurf', 'draft'],
      introduced: ['eingebracht', 'introduced'],
      adopted: ['beschlossen', 'adopted'],
      submitted: ['vorgelegt', 'submitted'],
      published: ['bekannt gemacht', 'published'],
      in_force: ['in Kraft', 'in force'],
      superseded: ['abgelöst', 'superseded'],
    },
  ],
  ['lines', 'number', 'Zeilen', 'Lines'],
  ['decidedOn', 'day', 'Beschlossen am', 'Decided on'],
  ['decisionDocument', 'text', 'Beschluss', 'Decision'],
  ['submittedOn', 'day', 'Vorgelegt am', 'Submitted on'],
  ['displayEndsOn', 'day', 'Auslegung bis', 'Display until'],
  ['inForceOn', 'day', 'In Kraft ab', 'In force from'],
  ['createdAt', 'moment', 'Angelegt', 'Created'],
]);
