import type { BatchRow } from '@etatlotse/contracts/device/plain';
import { tableOf } from '../platform/http/table';

export const DEVICE_TABLE = tableOf<BatchRow>('Geräte', 'Devices', [
  ['kind.code', 'text', 'Geräteart', 'Kind'],
  ['kind.name', 'text', 'Name der Geräteart', 'Name of the kind'],
  ['quantity', 'number', 'Beschafft', 'Bought'],
  ['left', 'number', 'Noch da', 'Still there'],
  ['boughtOn', 'day', 'Gekauft am', 'Bought on'],
  ['netUnitCents', 'cents', 'Einzelpreis netto in Euro', 'Net unit price in euros'],
  ['grossCents', 'cents', 'Zusammen brutto in Euro', 'Gross in euros'],
  ['ageYears', 'number', 'Alter in Jahren', 'Age in years'],
  ['dueYear', 'number', 'Ersatz fällig', 'Replacement due'],
  ['isDue', 'yesNo', 'Fällig', 'Due'],
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
  ['site.name', 'text', 'Standort', 'Site'],
  ['note', 'text', 'Bemerkung', 'Note'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);
