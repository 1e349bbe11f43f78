import type { ContractRow } from '@etatlotse/contracts/contract/plain';
import { FRAMES } from '../budget';
import { tableOf } from '../platform/http/table';

/** Contracts as a file, with the cost of the year that the list shows. */
export const CONTRACT_TABLE = tableOf<ContractRow>('Verträge', 'Contracts', [
  ['number', 'text', 'Vertragsnummer', 'Contract number'],
  ['vendor', 'text', 'Lieferant', 'Supplier'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  [
    'kind',
    'text',
    'Art',
    'Kind',
    {
      licence: ['Lizenz', 'licence'],
      maintenance: ['Wartung', 'maintenance'],
      service: ['Dienstleistung', 'service'],
      line: ['Anschluss', 'line'],
      other: ['Sonstiges', 'other'],
    },
  ],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  ['line.number', 'text', 'Haushaltszeile', 'Budget line'],
  ['frame', 'text', 'Rahmen', 'Frame', FRAMES],
  ['site', 'text', 'Standort', 'Site'],
  ['quantity', 'number', 'Menge', 'Quantity'],
  [
    'metric',
    'text',
    'Gezählt werden',
    'Counted',
    {
      workplaces: ['Arbeitsplätze', 'workplaces'],
      users: ['Nutzer', 'users'],
      lines: ['Leitungen', 'lines'],
      flat: ['pauschal', 'flat'],
    },
  ],
  ['unitPriceMicros', 'micros', 'Einzelpreis in Euro', 'Unit price in euros'],
  [
    'pricePeriod',
    'text',
    'Preis für',
    'Price for',
    { month: ['Monat', 'month'], year: ['Jahr', 'year'], term: ['Laufzeit', 'term'] },
  ],
  ['startsOn', 'day', 'Beginn', 'Start'],
  ['termEndsOn', 'day', 'Ende der Laufzeit', 'End of term'],
  ['boundUntil', 'day', 'Gebunden bis', 'Bound until'],
  ['noticeBy', 'day', 'Kündigung spätestens', 'Notice by'],
  ['renewalMonths', 'number', 'Verlängerung in Monaten', 'Renewal in months'],
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      upcoming: ['beginnt noch', 'not begun'],
      running: ['läuft', 'running'],
      stopped: ['endet', 'ending'],
      ended: ['beendet', 'ended'],
    },
  ],
  ['isInHouse', 'yesNo', 'Inhouse', 'In-house'],
  ['isCostRecovery', 'yesNo', 'Kostenerstattung', 'Cost recovery'],
  ['costCents', 'cents', 'Kosten des Jahres in Euro', 'Cost of the year in euros'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);
