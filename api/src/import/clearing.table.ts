import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import { tableOf } from '../platform/http/table';

export const CLEARING_TABLE = tableOf<ClearingItem>('Klärungsliste', 'Clearing list', [
  ['fileName', 'text', 'Datei', 'File'],
  ['row', 'number', 'Zeile der Datei', 'Row of the file'],
  ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
  ['bookedOn', 'day', 'Gebucht am', 'Booked on'],
  ['amountCents', 'cents', 'Betrag in Euro', 'Amount in euros'],
  ['lineNumber', 'text', 'Haushaltszeile', 'Budget line'],
  ['documentNumber', 'text', 'Beleg', 'Document'],
  ['orderNumber', 'text', 'Auftrag', 'Order'],
  ['text', 'text', 'Text', 'Text'],
  [
    'state',
    'text',
    'Stand',
    'State',
    { open: ['offen', 'open'], assigned: ['zugeordnet', 'assigned'], dismissed: ['verworfen', 'dismissed'] },
  ],
  ['reason', 'text', 'Begründung', 'Reason'],
  ['decidedAt', 'moment', 'Entschieden', 'Decided'],
]);
