import type { SiteRow } from '@etatlotse/contracts/site/plain';
import { tableOf } from '../platform/http/table';

export const SITE_TABLE = tableOf<SiteRow>('Standorte', 'Sites', [
  ['number', 'text', 'Nummer', 'Number'],
  ['name', 'text', 'Name', 'Name'],
  [
    'kind',
    'text',
    'Art',
    'Kind',
    {
      administration: ['Verwaltungsgebäude', 'administration'],
      branch: ['Außenstelle', 'branch office'],
      school: ['Schule', 'school'],
      culture: ['Kultur', 'culture'],
      operations: ['Betriebsstätte', 'operations'],
      other: ['anderes', 'other'],
    },
  ],
  ['address', 'text', 'Anschrift', 'Address'],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  [
    'zones',
    'text',
    'Netzzonen',
    'Network zones',
    {
      administration: ['Verwaltung', 'administration'],
      education: ['Pädagogik', 'education'],
      telephony: ['Telefonie', 'telephony'],
      building: ['Gebäudetechnik', 'building services'],
      external: ['externe Nutzung', 'external use'],
    },
  ],
  ['closedOn', 'day', 'Geschlossen am', 'Closed on'],
  ['devices', 'number', 'Geräte', 'Devices'],
  ['lines', 'number', 'Leitungen', 'Lines'],
  ['feesCents', 'cents', 'Gebühren des Jahres in Euro', 'Fees of the year in euros'],
  ['investmentCents', 'cents', 'Investitionen des Jahres in Euro', 'Investment of the year in euros'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);
