import type { TableField } from '../mapping';
import { fieldOfHeader, isKnownHeader } from './header-words';
import type { TableUse } from './vocabulary';

it.each<[string, TableUse, TableField | 'name' | 'ignore' | null]>([
  ['Sachkonto', 'lines', 'account'],
  ['Sachkonto-Nr.', 'lines', 'account'],
  ['Sachkontonummer', 'lines', 'account'],
  ['Sachkonto Bezeichnung', 'lines', 'accountName'],
  ['Sachkontobezeichnung', 'lines', 'accountName'],
  ['Bezeichnung Sachkonto', 'lines', 'accountName'],
  ['Kostenart', 'lines', 'account'],
  ['Kostenart Beschreibng', 'lines', 'accountName'],
  ['Finanzposition', 'lines', 'account'],
  ['FIPO', 'lines', 'account'],
  ['G/L account', 'lines', 'account'],
  ['Kontonr', 'lines', 'account'],
  ['Haushaltsstelle', 'lines', 'line'],
  ['HHSt.', 'lines', 'line'],
  ['Buchungsstelle', 'bookings', 'line'],
  ['Zeile', 'bookings', 'line'],
  ['Zeile', 'lines', 'statementLine'],
  ['Profitcenter', 'lines', 'costCentre'],
  ['Kostenstelle', 'lines', 'costCentre'],
  ['KST', 'lines', 'costCentre'],
  ['Kostensetlle', 'lines', 'costCentre'],
  ['Kostenträger', 'lines', 'costObject'],
  ['PSP-Element', 'lines', 'costObject'],
  ['Objektnr.', 'lines', 'costObject'],
  ['Auftrag', 'lines', 'costObject'],
  ['Auftrag', 'bookings', 'order'],
  ['Bestellnummer', 'bookings', 'order'],
  ['Produkt', 'lines', 'product'],
  ['Leistung', 'lines', 'product'],
  ['Produktgruppenbezeichnung', 'lines', 'productGroupName'],
  ['Produktbereich Bezeichnung', 'lines', 'productAreaName'],
  ['Teilhaushalte', 'lines', 'subBudget'],
  ['THH', 'lines', 'subBudget'],
  ['Dezernatsbezeichnung', 'lines', 'divisionName'],
  ['Amt / Dienststelle', 'lines', 'unit'],
  ['Org.-Einheit', 'lines', 'unit'],
  ['Organisatonal Unit', 'bookings', 'unit'],
  ['Service Area', 'bookings', 'unit'],
  ['Expenditure Catergory', 'bookings', 'accountName'],
  ['Paid Date', 'bookings', 'bookedOn'],
  ['Buchungsdatum', 'bookings', 'bookedOn'],
  ['Belegnr.', 'bookings', 'document'],
  ['trans_no', 'bookings', 'document'],
  ['Kreditor', 'bookings', 'supplier'],
  ['Supplier Name', 'bookings', 'supplier'],
  ['Kreditorennummer', 'bookings', 'supplierNumber'],
  ['S/H', 'bookings', 'debitCredit'],
  ['Haushaltsjahr', 'bookings', 'fiscalYear'],
  ['Bezeichnung', 'lines', 'name'],
  ['Bezeichnung', 'bookings', 'text'],
  ['Bezeichnung', 'organization', 'unitName'],
  ['Übergeordnet', 'organization', 'parentUnit'],
  ['Gültig ab', 'organization', 'validFrom'],
  ['Kürzel', 'organization', 'unit'],
  ['Client', 'bookings', 'ignore'],
  ['Wetter', 'lines', null],
  ['', 'lines', null],
])('%s in %s means %s', (header, use, field) => {
  expect(fieldOfHeader(header, use)?.field ?? null).toBe(field);
});

it('a slip is said, a German ending is none', () => {
  expect(fieldOfHeader('Sachkotno', 'lines')).toEqual({ field: 'account', certainty: 'similar', word: 'sachkonto' });
  expect(fieldOfHeader('Teilhaushalte', 'lines')?.certainty).toBe('exact');
});

it('knows a header among cells quickly, without slips', () => {
  expect(['Produkt', 'Sachkonto Nr.', 'Bezeichnung', 'Telefon', '4711', 'Sachkotno'].map(isKnownHeader)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
