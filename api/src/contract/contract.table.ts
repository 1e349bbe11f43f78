import type { ContractRow, DeadlineRow, EndingRow, InvoiceRow } from '@etatlotse/contracts/contract/plain';
import { FRAMES } from '../budget';
import { tableOf } from '../platform/http/table';

const KINDS = {
  licence: ['Lizenz', 'licence'],
  maintenance: ['Wartung', 'maintenance'],
  service: ['Dienstleistung', 'service'],
  line: ['Anschluss', 'line'],
  other: ['Sonstiges', 'other'],
} as const;
const YEAR = ['Jahr', 'year'] as const;
const TERM = ['Laufzeit', 'term'] as const;
const PERIODS = { month: ['Monat', 'month'], year: YEAR, term: TERM } as const;

/** What ends is compared by the year, whatever its price is agreed for; only a price of the whole term stays one. */
const ENDING_PERIODS = { month: YEAR, year: YEAR, term: TERM } as const;

/** Contracts as a file, with the cost of the year that the list shows. */
export const CONTRACT_TABLE = tableOf<ContractRow>('Verträge', 'Contracts', [
  ['number', 'text', 'Vertragsnummer', 'Contract number'],
  ['vendor', 'text', 'Lieferant', 'Supplier'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  ['kind', 'text', 'Art', 'Kind', KINDS],
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
  ['pricePeriod', 'text', 'Preis für', 'Price for', PERIODS],
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

/** Days for notice as a file, with what each gives back over the planning window. */
export const DEADLINE_TABLE = tableOf<DeadlineRow>('Kündigungsfristen', 'Deadlines for notice', [
  ['number', 'text', 'Vertragsnummer', 'Contract number'],
  ['vendor', 'text', 'Lieferant', 'Supplier'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  ['frame', 'text', 'Rahmen', 'Frame', FRAMES],
  ['noticeBy', 'day', 'Kündigung spätestens', 'Notice by'],
  ['endsOn', 'day', 'Endet dann am', 'Then ends on'],
  ['renewalMonths', 'number', 'Sonst Verlängerung in Monaten', 'Otherwise renewal in months'],
  ['freedCents', 'cents', 'Frei wird in Euro', 'Becomes free in euros'],
  ['remindOn', 'day', 'Erinnerung ab', 'Reminder from'],
  ['isReminded', 'yesNo', 'Jetzt entscheiden', 'Decide now'],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);

/** Terms that end as a file, with the price before and after. */
export const ENDING_TABLE = tableOf<EndingRow>('Auslaufende Verträge', 'Contracts that end', [
  ['number', 'text', 'Vertragsnummer', 'Contract number'],
  ['vendor', 'text', 'Lieferant', 'Supplier'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  ['kind', 'text', 'Art', 'Kind', KINDS],
  ['termEndsOn', 'day', 'Laufzeit endet am', 'Term ends on'],
  ['renewalMonths', 'number', 'Danach Verlängerung in Monaten', 'Then renewal in months'],
  ['isStopped', 'yesNo', 'Gekündigt oder beendet', 'Notice given or ended'],
  ['lastCents', 'cents', 'Bisher in Euro', 'So far in euros'],
  ['nextCents', 'cents', 'Danach in Euro', 'Then in euros'],
  ['pricePeriod', 'text', 'Preis für', 'Price for', ENDING_PERIODS],
  ['isDemo', 'yesNo', 'Demo', 'Demo'],
]);

/** Invoices against the register as a file, line by line. */
export const INVOICE_TABLE = tableOf<InvoiceRow>('Rechnungen und Verträge', 'Invoices and contracts', [
  ['line.number', 'text', 'Haushaltszeile', 'Budget line'],
  ['line.name', 'text', 'Bezeichnung', 'Name'],
  ['contracts', 'number', 'Verträge', 'Contracts'],
  ['expectedCents', 'cents', 'Erwartet in Euro', 'Expected in euros'],
  ['actualCents', 'cents', 'Bezahlt in Euro', 'Paid in euros'],
  ['differenceCents', 'cents', 'Unterschied in Euro', 'Difference in euros'],
  [
    'state',
    'text',
    'Ergebnis',
    'Result',
    {
      even: ['stimmt', 'agrees'],
      open: ['noch offen', 'still open'],
      less: ['zu wenig berechnet', 'less than agreed'],
      more: ['mehr als vereinbart', 'more than agreed'],
    },
  ],
]);
