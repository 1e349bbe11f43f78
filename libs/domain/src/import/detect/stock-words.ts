import type { VocabularyEntry } from './vocabulary';

/** What columns are called in lists of posts, staffing plans, devices and sites, German and English. */
export const STOCK_VOCABULARY: readonly VocabularyEntry[] = [
  {
    field: 'postNumber',
    use: 'posts',
    words:
      'stellennummer, stellennr, stellen nr, planstellennummer, planstellennr, planstelle, stelle, stellen id, stellenplannummer, lfd nr, post number, position number, position id, nummer, nr, id',
  },
  {
    field: 'postName',
    use: 'posts',
    words:
      'stellenbezeichnung, funktion, funktionsbezeichnung, taetigkeit, aufgabenbereich, aufgabe, amtsbezeichnung, stellenname, bezeichnung, name, job title, position title, function, title',
  },
  {
    field: 'postStatus',
    use: 'posts',
    words:
      'statusgruppe, beschaeftigungsart, beschaeftigtengruppe, beamte tarif, tarif beamte, personalgruppe, status, art, employment type',
  },
  {
    field: 'grade',
    use: 'posts',
    words:
      'entgeltgruppe, besoldungsgruppe, besoldung entgelt, besoldung, entgelt besoldungsgruppe, besoldungs entgeltgruppe, besoldungs und entgeltgruppe, bes entg gr, bes gr, entg gr, bes entgeltgruppe, tarifgruppe, eingruppierung, stellenwert, wertigkeit, bewertung, gruppe, pay grade, grade',
  },
  {
    field: 'weeklyHours',
    use: 'posts',
    words: 'wochenstunden, wochenarbeitszeit, woechentliche arbeitszeit, stunden, arbeitszeit, weekly hours, hours',
  },
  {
    field: 'fullTimeHours',
    use: 'posts',
    words: 'vollzeitstunden, wochenstunden vollzeit, regelarbeitszeit, vollzeit, full time hours',
  },
  {
    field: 'postShare',
    use: 'posts',
    words:
      'stellenanteil, stellenumfang, stellenanteile, vzae, vza, vze, vzae soll, soll vzae, soll, planstellenanteil, umfang, anteil, fte, share',
  },
  {
    field: 'postFrom',
    use: 'posts',
    words: 'im plan ab, eingerichtet ab, eingerichtet am, stelle ab, gueltig ab, ab, von, beginn, valid from',
  },
  {
    field: 'postUntil',
    use: 'posts',
    words: 'im plan bis, stelle bis, gueltig bis, befristet bis, bis, ende, valid until, valid to',
  },
  {
    field: 'postNote',
    use: 'posts',
    words: 'vermerk, kw vermerk, ku vermerk, kw ku, kw ku vermerk, kw, ku, stellenvermerk, haushaltsvermerk, note',
  },
  { field: 'postNoteFrom', use: 'posts', words: 'vermerk ab, kw ab, ku ab, wegfall ab, kw datum, note from' },
  {
    field: 'heldShare',
    use: 'posts',
    words:
      'besetzt, besetzung, besetzt vzae, besetzte vzae, vzae besetzt, ist vzae, vzae ist, ist besetzung, besetzungsanteil, besetzt mit, held, filled, filled fte',
  },
  {
    field: 'heldFrom',
    use: 'posts',
    words: 'besetzt ab, besetzt seit, besetzung ab, besetzung seit, held from, filled since',
  },
  { field: 'heldUntil', use: 'posts', words: 'besetzt bis, besetzung bis, held until, filled until' },
  {
    field: 'productGroup',
    use: 'staffing_plan',
    words:
      'code, produkt, produktnummer, teilhaushalt, thh, organisationseinheit, amt, fachbereich, unterabschnitt, gliederung, schluessel, nummer, nr, id',
  },
  {
    field: 'productGroupName',
    use: 'staffing_plan',
    words:
      'bezeichnung, produktgruppenbezeichnung, produktbezeichnung, name der produktgruppe, bereich, name, benennung, title, name, description',
  },
  {
    field: 'inventoryNumber',
    use: 'devices',
    words:
      'inventarnummer, inventarnr, inventar nr, geraetenummer, anlagennummer, seriennummer, postennummer, asset number, asset tag, serial number, nummer, nr, id',
  },
  {
    field: 'deviceKind',
    use: 'devices',
    words:
      'geraeteart, geraetetyp, geraet, art des geraets, hardware, device type, device kind, device, modell, typ, art, type',
  },
  { field: 'quantity', use: 'devices', words: 'stueckzahl, anzahl, menge, stueck, quantity, count' },
  {
    field: 'boughtOn',
    use: 'devices',
    words:
      'kaufdatum, gekauft am, anschaffungsdatum, angeschafft am, beschafft am, beschaffungsdatum, lieferdatum, zugang, purchase date, bought on, acquired on, datum',
  },
  {
    field: 'devicePrice',
    use: 'devices',
    words:
      'stueckpreis, nettopreis, einzelpreis, einzelpreis netto, nettopreis je stueck, stueckpreis netto, anschaffungspreis netto, preis netto, net unit price, unit price',
  },
  { field: 'site', use: 'devices', words: 'standort, gebaeude, liegenschaft, schule, site, location' },
  { field: 'networkZone', use: 'devices', words: 'netz, netzzone, netzbereich, network, network zone' },
  { field: 'deviceFrame', use: 'devices', words: 'rahmen, budgetrahmen, finanziert aus, frame' },
  { field: 'deviceNote', use: 'devices', words: 'bemerkung, anmerkung, hinweis, notiz, remark, note' },
  {
    field: 'siteNumber',
    use: 'sites',
    words:
      'standortnummer, standortnr, standort nr, gebaeudenummer, liegenschaftsnummer, objektnummer, site number, building number, site id, nummer, nr, id, kuerzel',
  },
  {
    field: 'siteName',
    use: 'sites',
    words:
      'standortname, standort, gebaeudename, gebaeude, liegenschaft, name des standorts, schule, schulname, site name, site, building, bezeichnung, name',
  },
  {
    field: 'siteKind',
    use: 'sites',
    words: 'standortart, art des standorts, gebaeudeart, nutzung, kategorie, art, typ, site type, kind, type',
  },
  {
    field: 'address',
    use: 'sites',
    words: 'adresse, anschrift, strasse, strasse und hausnummer, address, street',
  },
  {
    field: 'siteZones',
    use: 'sites',
    words: 'netze, netzzonen, netze am standort, angebundene netze, netz, networks, zones',
  },
];
