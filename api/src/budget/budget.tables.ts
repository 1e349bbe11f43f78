import type { LineRow, MovementRow, OrderRow } from '@etatlotse/contracts/budget';
import { tableOf } from '../platform/http/table';

/** The frames as every file names them. */
export const FRAMES = {
  CORE: ['Kern-IT', 'core IT'],
  SCHOOL_NET: ['Schulnetze', 'school networks'],
  FEES: ['Gebühren', 'fees'],
} as const;

export const LINE_TABLE = tableOf<LineRow>('Haushaltszeilen', 'Budget lines', [
  ['number', 'text', 'Zeile', 'Line'],
  ['name', 'text', 'Bezeichnung', 'Name'],
  ['frame', 'text', 'Rahmen', 'Frame', FRAMES],
  ['unitCode', 'text', 'Einheit', 'Unit'],
  ['product', 'text', 'Produkt', 'Product'],
  ['account', 'text', 'Sachkonto', 'Account'],
  ['appropriationCents', 'cents', 'Ansatz in Euro', 'Appropriation in euros'],
  ['carryOverCents', 'cents', 'Reste in Euro', 'Carried over in euros'],
  ['overPlanCents', 'cents', 'Überplanmäßig in Euro', 'Over plan in euros'],
  ['outsidePlanCents', 'cents', 'Außerplanmäßig in Euro', 'Outside plan in euros'],
  ['earmarkCents', 'cents', 'Zweckgebunden in Euro', 'Earmarked in euros'],
  ['transferCents', 'cents', 'Umgeschichtet in Euro', 'Transferred in euros'],
  ['adjustedCents', 'cents', 'Fortgeschriebener Ansatz in Euro', 'Adjusted in euros'],
  ['lockCents', 'cents', 'Gesperrt in Euro', 'Locked in euros'],
  ['reservationCents', 'cents', 'Reserviert in Euro', 'Reserved in euros'],
  ['commitmentCents', 'cents', 'Obligo in Euro', 'Committed in euros'],
  ['actualCents', 'cents', 'Ist in Euro', 'Actuals in euros'],
  ['availableCents', 'cents', 'Verfügbar in Euro', 'Available in euros'],
  ['isAuthorityUnknown', 'yesNo', 'Rahmen unbekannt', 'Authority unknown'],
]);

const KINDS = {
  appropriation: ['Ansatz', 'appropriation'],
  carry_over: ['Rest', 'carry-over'],
  over_plan: ['überplanmäßig', 'over plan'],
  outside_plan: ['außerplanmäßig', 'outside plan'],
  earmark: ['zweckgebunden', 'earmark'],
  transfer: ['Umschichtung', 'transfer'],
  lock: ['Sperre', 'lock'],
  reservation: ['Reservierung', 'reservation'],
  commitment: ['Obligo', 'commitment'],
  actual: ['Ist', 'actual'],
} as const;

export const MOVEMENT_TABLE = tableOf<MovementRow>('Buchungen', 'Movements', [
  ['bookedOn', 'day', 'Buchungstag', 'Booked on'],
  ['recordedAt', 'moment', 'Erfasst', 'Recorded'],
  ['kind', 'text', 'Art', 'Kind', KINDS],
  ['amountCents', 'cents', 'Betrag in Euro', 'Amount in euros'],
  ['documentNumber', 'text', 'Beleg', 'Document'],
  ['orderNumber', 'text', 'Auftrag', 'Order'],
  ['text', 'text', 'Text', 'Text'],
  ['reason', 'text', 'Begründung', 'Reason'],
  ['actorName', 'text', 'Von', 'By'],
  ['isReversed', 'yesNo', 'Storniert', 'Reversed'],
  ['overAuthority', 'yesNo', 'Über der Ermächtigung', 'Over authority'],
]);

export const ORDER_TABLE = tableOf<OrderRow>('Aufträge', 'Orders', [
  ['number', 'text', 'Auftragsnummer', 'Order number'],
  ['lineNumber', 'text', 'Haushaltszeile', 'Budget line'],
  ['lineName', 'text', 'Bezeichnung', 'Name'],
  ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
  ['supplier', 'text', 'Lieferant', 'Supplier'],
  ['subject', 'text', 'Gegenstand', 'Subject'],
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      reserved: ['reserviert', 'reserved'],
      ordered: ['bestellt', 'ordered'],
      partly_invoiced: ['teilweise abgerechnet', 'partly invoiced'],
      closed: ['abgeschlossen', 'closed'],
      cancelled: ['storniert', 'cancelled'],
    },
  ],
  ['orderedOn', 'day', 'Bestellt am', 'Ordered on'],
  ['ageDays', 'number', 'Alter in Tagen', 'Age in days'],
  ['reservedCents', 'cents', 'Reserviert in Euro', 'Reserved in euros'],
  ['committedCents', 'cents', 'Obligo in Euro', 'Committed in euros'],
  ['spentCents', 'cents', 'Abgerechnet in Euro', 'Invoiced in euros'],
]);
