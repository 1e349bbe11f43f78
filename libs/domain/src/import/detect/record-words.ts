import type { VocabularyEntry } from './vocabulary';

/**
 * What columns are called in registers of contracts and of projects, German and English: lists from spreadsheets, contract
 * management and project tools.
 */
export const RECORD_VOCABULARY: readonly VocabularyEntry[] = [
  {
    field: 'contractNumber',
    use: 'contracts',
    words:
      'vertragsnummer, vertragsnr, vertrag nr, vertrag, vertragskennzeichen, vertrags id, rahmenvertrag, aktenzeichen, contract number, contract no, contract id, contract, agreement number, nummer, nr, id',
  },
  {
    field: 'supplier',
    use: 'contracts',
    words:
      'vertragspartner, lieferant, anbieter, auftragnehmer, dienstleister, kreditor, firma, hersteller, provider, vendor, supplier, contractor, partner, vendor name, supplier name',
  },
  {
    field: 'subject',
    use: 'contracts',
    words:
      'vertragsgegenstand, gegenstand, vertragsbezeichnung, vertragsname, vertragstitel, leistung, leistungsbeschreibung, produkt, software, bezeichnung, beschreibung, titel, name, zweck, subject, description, title, service, product',
  },
  {
    field: 'contractKind',
    use: 'contracts',
    words:
      'vertragsart, vertragstyp, art des vertrags, kategorie, contract type, contract kind, art, typ, type, category',
  },
  {
    field: 'startsOn',
    use: 'contracts',
    words:
      'vertragsbeginn, laufzeitbeginn, beginn der laufzeit, laufzeit von, gueltig ab, vertragsstart, start date, contract start, valid from, beginn, start, von, ab',
  },
  {
    field: 'endsOn',
    use: 'contracts',
    words:
      'vertragsende, laufzeitende, ende der laufzeit, laufzeit bis, gueltig bis, ablaufdatum, ablauf, end date, contract end, expiry date, expires, valid to, ende, end, bis',
  },
  {
    field: 'minimumTerm',
    use: 'contracts',
    words: 'mindestlaufzeit, mindestvertragslaufzeit, erstlaufzeit, minimum term',
  },
  {
    field: 'renewal',
    use: 'contracts',
    words:
      'verlaengerung, verlaengerung um, automatische verlaengerung, verlaengerungsdauer, verlaengerungszeitraum, renewal, auto renewal, renewal term',
  },
  {
    field: 'notice',
    use: 'contracts',
    words: 'kuendigungsfrist, frist, kuendigung, fristen, notice period, notice, cancellation period',
  },
  {
    field: 'noticeTo',
    use: 'contracts',
    words: 'kuendigung zum, kuendigungstermin, kuendigungszeitpunkt, kuendbar zum, notice to',
  },
  {
    field: 'quantity',
    use: 'contracts',
    words: 'menge, anzahl, stueckzahl, anzahl lizenzen, lizenzen, anzahl nutzer, quantity, count, licences, seats',
  },
  {
    field: 'metric',
    use: 'contracts',
    words: 'metrik, lizenzmetrik, einheit, mengeneinheit, metric, licence metric, unit of measure',
  },
  {
    field: 'unitPrice',
    use: 'contracts',
    words: 'einzelpreis, stueckpreis, preis je einheit, preis pro einheit, preis, entgelt, unit price, price, rate',
  },
  {
    field: 'yearPrice',
    use: 'contracts',
    words:
      'jahreskosten, kosten pro jahr, kosten je jahr, jaehrliche kosten, jahresbetrag, jahrespreis, jahresentgelt, jahresgebuehr, kosten p a, annual cost, yearly cost, cost per year, annual fee',
  },
  {
    field: 'monthPrice',
    use: 'contracts',
    words:
      'monatskosten, kosten pro monat, kosten je monat, monatliche kosten, monatsbetrag, monatspreis, monatliches entgelt, grundgebuehr, monthly cost, cost per month, monthly fee',
  },
  {
    field: 'pricePeriod',
    use: 'contracts',
    words: 'preis je, preisbezug, zeitraum, abrechnungszeitraum, price period, per',
  },
  { field: 'priceBasis', use: 'contracts', words: 'netto brutto, brutto netto, preisbasis, price basis, net gross' },
  {
    field: 'vat',
    use: 'contracts',
    words: 'umsatzsteuer, mehrwertsteuer, mwst, ust, steuersatz, umsatzsteuersatz, vat, vat rate, tax rate',
  },
  {
    field: 'rhythm',
    use: 'contracts',
    words:
      'zahlungsweise, zahlungsrhythmus, zahlweise, zahlungsintervall, faelligkeit, rechnungsstellung, payment rhythm, billing, payment frequency',
  },
  { field: 'site', use: 'contracts', words: 'standort, liegenschaft, gebaeude, adresse, schule, site, location' },
  { field: 'networkZone', use: 'contracts', words: 'netzzone, netz, netzbereich, network zone, network' },
  {
    field: 'remindDays',
    use: 'contracts',
    words: 'erinnerung, erinnerung tage, wiedervorlage, vorlauf, reminder, remind days',
  },
  { field: 'line', use: 'contracts', words: 'budgetposition, zahlt aus, haushaltsmittel' },
  {
    field: 'projectName',
    use: 'projects',
    words:
      'projektname, projekttitel, projektbezeichnung, vorhaben, name des projekts, name des vorhabens, bezeichnung des vorhabens, massnahme, projekt, project name, project title, project, bezeichnung, name, titel, title',
  },
  {
    field: 'projectKey',
    use: 'projects',
    words:
      'projektnummer, projektnr, projekt nr, projektschluessel, projekt id, investitionsnummer, psp element, psp, massnahmennummer, project number, project key, project id, project code, nummer, nr, id, schluessel',
  },
  {
    field: 'projectLevel',
    use: 'projects',
    words: 'projektart, projekttyp, ebene, art, typ, level, project type, type',
  },
  {
    field: 'parentProject',
    use: 'projects',
    words:
      'programm, gehoert zu programm, gehoert zu, uebergeordnetes vorhaben, uebergeordnetes projekt, portfolio, programme, program, parent, parent project',
  },
  {
    field: 'plannedStart',
    use: 'projects',
    words:
      'projektbeginn, projektstart, geplanter beginn, geplanter start, start geplant, planbeginn, planned start, project start, start date, beginn, start, von',
  },
  {
    field: 'plannedEnd',
    use: 'projects',
    words:
      'projektende, geplantes ende, ende geplant, planende, fertigstellung, inbetriebnahme, planned end, project end, end date, go live, ende, end, bis',
  },
  {
    field: 'sponsor',
    use: 'projects',
    words:
      'projektleitung, projektleiter, projektleiterin, auftraggeber, auftraggeberin, projektverantwortung, verantwortlich, sponsor, project manager, project lead, owner',
  },
  {
    field: 'description',
    use: 'projects',
    words:
      'beschreibung, projektbeschreibung, ziel, projektziel, kurzbeschreibung, erlaeuterung, description, goal, scope',
  },
  {
    field: 'projectPhase',
    use: 'projects',
    words: 'projektphase, projektstand, phase, status, stand, project phase, project status',
  },
  {
    field: 'costKind',
    use: 'projects',
    words: 'kostenart, investiv konsumtiv, konsumtiv investiv, mittelart, cost kind, capex opex',
  },
];

/** Words that many lists use: they name a column of a register and do not say which register it is. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'nummer, nr, id, name, bezeichnung, beschreibung, titel, title, type, art, typ, beginn, start, start date, ende, end, end date, von, bis, ab, gueltig ab, valid from, valid to, produkt, product, leistung, software, service, preis, price, menge, anzahl, quantity, count, einheit, standort, gebaeude, adresse, schule, site, location, status, stand, phase, ebene, level, gehoert zu, parent, partner, firma, lieferant, kreditor, vendor, supplier, vendor name, supplier name, zweck, faelligkeit, kostenart, verantwortlich, owner, projekt, project, projektnummer, psp, psp element, massnahme, vertrag, frist, schluessel, zeitraum, netz, vertragsnummer, investitionsnummer, description, kategorie, category, erlaeuterung, ziel, per, rate, entgelt, project number, project code, steuersatz, vat, soll, besetzung, datum, zugang, hinweis, bemerkung, anmerkung, notiz, note, remark, gruppe, funktion, function, stunden, hours, umfang, anteil, share, modell, nutzung, strasse, street, anschrift, address, code, bereich, amt, fachbereich, kuerzel, stueck, geraet, device, hardware, rahmen, netze, bewertung, stelle, taetigkeit, monat, month, period, date, volume, eingaenge, vorgangsart, kind'
    .split(',')
    .map((word) => word.trim()),
);

export const isTellingWord = (word: string): boolean => !COMMON_WORDS.has(word);
