import type { TableField } from '../mapping';

/** In which tables a word means a field; a word without it means the same everywhere. */
export const TABLE_USES = [
  'lines',
  'bookings',
  'organization',
  'projects',
  'contracts',
  'posts',
  'staffing_plan',
  'devices',
  'sites',
  'volumes',
] as const;
export type TableUse = (typeof TABLE_USES)[number];

/** Uses in which amounts of a budget stand; the others describe something, one record a row. */
export const isLedgerUse = (use: TableUse): boolean => use === 'lines' || use === 'bookings';

export interface VocabularyEntry {
  readonly field: TableField;
  readonly use?: TableUse;
  /** Small letters, no umlauts; separated by commas. */
  readonly words: string;
}

/**
 * What columns are called in German and English finance systems (SAP PSM and CO, Infoma newsystem, H+H proDoppik, MACH,
 * OK.FIS, kameral and hand-made tables). A field with a name takes the same words with `Bezeichnung` and the like.
 */
export const VOCABULARY: readonly VocabularyEntry[] = [
  {
    field: 'line',
    words:
      'haushaltsstelle, hhst, hhstelle, hst, voranschlagsstelle, haushaltszeile, budgetzeile, buchungsstelle, haushaltsposition, budget line, line, budget item, produktsachkonto, psk, produktkonto, haushaltskonto, planungsstelle',
  },
  { field: 'line', use: 'bookings', words: 'zeile' },
  {
    field: 'account',
    words:
      'sachkonto, konto, fibu konto, kostenart, finanzposition, fipo, fipos, finanzpos, finpos, sachkontonummer, kontonummer, kontonr, hauptbuchkonto, buchungskonto, erfolgskonto, finanzkonto, ergebniskonto, aufwandskonto, ertragskonto, gruppierung, gruppierungsnummer, gruppierungsnr, gegenkonto, account, gl account, general ledger account, ledger account, nominal code, cost element, account code, account number, expenditure code, commitment item, object code, kostenartengruppe, kontengruppe, kontogruppe, sachkto, kto, sk, kontierung, titel, haushaltstitel, sachk, post, postnummer',
  },
  {
    field: 'costCentre',
    words:
      'kostenstelle, kst, kostenst, kostenstellennummer, profitcenter, profit center, profit centre, profitcentre, prctr, finanzstelle, fistl, fonds center, funds center, cost centre, cost center, budgetverantwortung',
  },
  {
    field: 'costObject',
    words:
      'kostentraeger, ktr, kostentr, objekt, objektnr, objektnummer, psp element, psp, pspelement, innenauftrag, cost object, object, wbs element, wbs, co objekt, kontierungsobjekt, maßnahme, massnahme, investitionsmassnahme, investitionsnummer, projekt, projektnummer, project',
  },
  { field: 'costObject', use: 'lines', words: 'auftrag, order, auftragsnummer' },
  {
    field: 'product',
    words:
      'produkt, prod, produktnummer, produktnr, produktcode, leistung, leistungsnummer, funktionsbereich, product, product code, programme, service, unterabschnitt, ua, gliederung, gliederungsnummer, kapitel',
  },
  {
    field: 'productGroup',
    words: 'produktgruppe, produktgruppennummer, pg, pgr, product group, abschnitt, programme group',
  },
  {
    field: 'productArea',
    words: 'produktbereich, pb, hauptproduktbereich, product area, einzelplan, epl, programme area',
  },
  {
    field: 'subBudget',
    words:
      'teilhaushalt, thh, teilplan, teilergebnishaushalt, teilfinanzhaushalt, budget, budgetnummer, budgetkreis, budgetbereich, sub budget, subbudget, deckungskreis, teilbudget',
  },
  { field: 'division', words: 'dezernat, dez, dezernate, geschaeftsbereich, directorate, vorstandsbereich' },
  {
    field: 'unit',
    words:
      'amt, dienststelle, amt dienststelle, referat, organisationseinheit, orgeinheit, org einheit, oe, org, fachbereich, fb, fachdienst, bewirtschafter, mittelbewirtschafter, bewirtschaftende stelle, anordnende stelle, service area, organisational unit, organizational unit, department, office, abteilung, bereich, unit, service unit',
  },
  { field: 'unit', use: 'organization', words: 'kuerzel, nummer, code, nr, schluessel, einheit, id' },
  { field: 'unitName', use: 'organization', words: 'name, bezeichnung, benennung, langname, title' },
  { field: 'unitLevel', use: 'organization', words: 'ebene, level, typ, art, hierarchieebene, type' },
  {
    field: 'parentUnit',
    use: 'organization',
    words:
      'uebergeordnet, uebergeordnete einheit, vorgesetzte einheit, parent, parent unit, gehoert zu, oberste einheit',
  },
  { field: 'validFrom', use: 'organization', words: 'gueltig ab, valid from, ab, beginn, von' },
  {
    field: 'statementLine',
    use: 'lines',
    words: 'zeile, zeilennummer, position, pos, zeilennr, teilplanzeile, planzeile, ergebniszeile',
  },
  {
    field: 'statementLineName',
    use: 'lines',
    words:
      'ertrags und aufwandsarten, ein und auszahlungsarten, teilergebnisplan ertrags und aufwandsarten, teilfinanzplan ein und auszahlungsarten, einzahlungs und auszahlungsarten, ergebnisplan, finanzplan, teilergebnisplan, teilfinanzplan, einnahme und ausgabearten',
  },
  {
    field: 'detail',
    words:
      'unterkonto, untersachkonto, position nr, teilposition, detail, einzelmassnahme, teilmassnahme, fonds, fund, subjekt',
  },
  {
    field: 'side',
    words:
      'e a, ea, ein aus, ertrag aufwand, einnahme ausgabe, einzahlung auszahlung, ea kennzeichen, seite, kennzeichen ea',
  },
  {
    field: 'sphere',
    words:
      'capital or revenue, caporrev, type of expenditure, haushaltsart, hh art, plan art, haushaltsteil, konsumtiv investiv, investiv konsumtiv, ergebnis finanz',
  },
  {
    field: 'fiscalYear',
    words:
      'haushaltsjahr, hh jahr, jahr, gjahr, geschaeftsjahr, hhj, hj, wirtschaftsjahr, buchungsjahr, fiscal year, year, rechnungsjahr, planjahr',
  },
  {
    field: 'month',
    use: 'lines',
    words: 'monat, buchungsmonat, berichtsmonat, periode, buchungsperiode, month, period, posting period',
  },
  {
    field: 'bookedOn',
    use: 'bookings',
    words:
      'buchungsdatum, buchungstag, budat, datum, paid date, date, posting date, payment date, zahldatum, zahlungsdatum, booking date, wertstellung, valuta, valutadatum, anordnungsdatum, ao datum, belegdatum, rechnungsdatum, document date, invoice date, bldat',
  },
  {
    field: 'document',
    use: 'bookings',
    words:
      'beleg, belegnummer, belegnr, beleg nr, belnr, trans no, transaction number, transaction no, transaction, rechnungsnummer, rechnungsnr, document number, document no, document, invoice number, invoice no, anordnungsnummer, ao nummer, kassenzeichen, voucher, lfd nr, belegfeld 1',
  },
  {
    field: 'text',
    use: 'bookings',
    words:
      'buchungstext, text, verwendungszweck, beschreibung, belegkopftext, positionstext, zweck, description, purpose, narrative, bemerkung, sgtxt, betreff, bezeichnung, zahlungsgrund',
  },
  {
    field: 'order',
    use: 'bookings',
    words:
      'auftrag, auftragsreferenz, auftragsnummer, bestellung, bestellnummer, bestellnr, einkaufsbeleg, mittelbindung, mittelvormerkung, purchase order, po number, order number, order no, order, vertragsnummer, ebeln',
  },
  {
    field: 'bookingType',
    use: 'bookings',
    words:
      'art, belegart, buchungsart, vorgang, vorgangsart, blart, document type, booking type, werttyp, geschaeftsvorfall, buchungstyp',
  },
  {
    field: 'debitCredit',
    words:
      's h, sh, soll haben, shkz, sh kennzeichen, soll haben kennzeichen, s h kennz, debit credit, dr cr, shkzg, kennzeichen',
  },
  {
    field: 'supplier',
    use: 'bookings',
    words:
      'lieferant, kreditor, supplier name, supplier, vendor, vendor name, empfaenger, zahlungsempfaenger, beguenstigter, geschaeftspartner, payee, beneficiary, debitor, zahlungspartner, zahlungspflichtiger',
  },
  {
    field: 'supplierNumber',
    use: 'bookings',
    words:
      'kreditorennummer, kreditornr, lieferantennummer, supplier id, vendor id, vendor number, personenkonto, adressnummer, lifnr, debitorennummer, supplier number',
  },
];

/** Words that make a column the name of another one. */
export const NAME_WORDS =
  'bezeichnung, beschreibung, name, text, bez, langtext, kurztext, klartext, description, label, title, kurzbezeichnung, langbezeichnung, benennung, titel';

/** Fields whose name has a field of its own. */
export const NAME_OF: Readonly<Partial<Record<TableField, TableField>>> = {
  line: 'lineName',
  costCentre: 'costCentreName',
  costObject: 'costObjectName',
  account: 'accountName',
  product: 'productName',
  productGroup: 'productGroupName',
  productArea: 'productAreaName',
  division: 'divisionName',
  subBudget: 'subBudgetName',
  unit: 'unitName',
  statementLine: 'statementLineName',
  detail: 'detailName',
};

/** Words of columns that name their code's text without the word Bezeichnung. */
export const NAMED_ALIASES: readonly VocabularyEntry[] = [
  {
    field: 'accountName',
    words:
      'expenditure category, expenditure unit, sachkontotext, kontobezeichnung, kostenarttext, kontentext, account name, category, zweckbestimmung',
  },
  { field: 'productName', words: 'produkttext, service name, leistungsbeschreibung, ansatzbezeichnung, ansatztext' },
];

/** Columns that say nothing about a line. */
export const IGNORED_WORDS =
  'body name, client, organisation, organization, mandant, buchungskreis, waehrung, currency, stadt, gemeinde, gemeindeschluessel, ags, hinweis, erlaeuterung, quelle, erfasser, benutzer, faelligkeit, status, body, version, stand, erstellt am, lfd nr, lfdnr, laufende nummer';

/** The words of a list. */
export function wordList(words: string): string[] {
  return words.split(',').map((word) => word.trim());
}
