/* Lists of posts, devices and sites: what their columns are called, and what can be wrong with a row. */

export const STAFF_FIELD_TEXTS = {
  postNumber: { de: 'Stellennummer', en: 'Post number' },
  postName: { de: 'Funktion der Stelle', en: 'Function of the post' },
  postStatus: { de: 'Tarif oder Beamte', en: 'Employee or official' },
  grade: { de: 'Entgelt- oder Besoldungsgruppe', en: 'Pay grade' },
  weeklyHours: { de: 'Wochenstunden der Stelle', en: 'Weekly hours of the post' },
  fullTimeHours: { de: 'Wochenstunden einer vollen Stelle', en: 'Weekly hours of a full post' },
  postShare: { de: 'Umfang in VZÄ', en: 'Size in FTE' },
  postFrom: { de: 'Stelle im Plan ab', en: 'Post in the plan from' },
  postUntil: { de: 'Stelle im Plan bis', en: 'Post in the plan until' },
  postNote: { de: 'kw- oder ku-Vermerk', en: 'kw or ku note' },
  postNoteFrom: { de: 'Vermerk gilt ab', en: 'Note holds from' },
  heldShare: { de: 'Besetzt in VZÄ', en: 'Held in FTE' },
  heldFrom: { de: 'Besetzt ab', en: 'Held from' },
  heldUntil: { de: 'Besetzt bis', en: 'Held until' },
  inventoryNumber: { de: 'Inventarnummer', en: 'Inventory number' },
  deviceKind: { de: 'Geräteart', en: 'Kind of device' },
  boughtOn: { de: 'Gekauft am', en: 'Bought on' },
  devicePrice: { de: 'Nettopreis je Stück', en: 'Net price of one' },
  deviceFrame: { de: 'Rahmen (Kern-IT oder Schulnetze)', en: 'Frame (core IT or school networks)' },
  deviceNote: { de: 'Bemerkung zum Gerät', en: 'Remark on the device' },
  siteNumber: { de: 'Standortnummer', en: 'Site number' },
  siteName: { de: 'Name des Standorts', en: 'Name of the site' },
  siteKind: { de: 'Art des Standorts', en: 'Kind of site' },
  address: { de: 'Adresse', en: 'Address' },
  siteZones: { de: 'Netze am Standort', en: 'Networks at the site' },
} as const;

/** The words that a column with a list of words may hold. */
export const STAFF_CHOICE_TEXTS = {
  postStatus: { de: 'Tarif, Beamte', en: 'employee, official' },
  deviceFrame: { de: 'Kern-IT, Schulnetze', en: 'core, school networks' },
  siteKind: {
    de: 'Verwaltung, Außenstelle, Schule, Kultur, Betrieb, Sonstiges',
    en: 'administration, branch, school, culture, operations, other',
  },
  siteZones: {
    de: 'Verwaltung, Pädagogik, Telefonie, Gebäudetechnik, extern',
    en: 'administration, education, telephony, building, external',
  },
} as const;

export const STAFF_FAULT_TEXTS = {
  RECORD_HOURS: {
    de: 'Das sind keine Wochenstunden. Bitte wie 39 oder 19,5 schreiben, höchstens 42.',
    en: 'These are no weekly hours. Please write them as 39 or 19,5, at most 42.',
  },
  RECORD_SHARE: {
    de: 'Das ist kein Anteil einer Stelle. Bitte wie 0,5 oder 50 % schreiben, höchstens eine volle Stelle.',
    en: 'This is no part of a post. Please write it as 0,5 or 50 %, at most one full post.',
  },
  RECORD_POST_NOTE: {
    de: 'Das ist kein Vermerk. Bitte kw oder ku schreiben, auf Wunsch mit Datum wie „kw ab 01.01.2028“.',
    en: 'This is no note. Please write kw or ku, with a day such as “kw ab 01.01.2028” if you like.',
  },
  RECORD_FTE_NEGATIVE: {
    de: 'Stellen sind nie weniger als nichts. Bitte das Vorzeichen prüfen.',
    en: 'There are never less than no posts. Please check the sign.',
  },
  RECORD_FTE_SUM: {
    de: 'Die Datei nennt hier {stated} VZÄ, ihre Zeilen ergeben {read}. Bitte Summe und Zeilen prüfen.',
    en: 'The file states {stated} FTE here, its rows come to {read}. Please check the sum and the rows.',
  },
  RECORD_POST_STATUS: {
    de: 'Ob die Stelle Tarif oder Beamte ist, sagt die Datei hier nicht. Bitte Status ergänzen oder die Gruppe wie E 9a oder A 11 schreiben.',
    en: 'The file does not say whether this post is for an employee or an official. Please add the status or write the grade as E 9a or A 11.',
  },
  RECORD_POST_SIZE: {
    de: 'Der Umfang der Stelle fehlt. Bitte VZÄ oder Wochenstunden ergänzen.',
    en: 'The size of the post is missing. Please add FTE or weekly hours.',
  },
  RECORD_DEVICE_KIND: {
    de: 'Diese Geräteart gibt es hier nicht. Bitte Kürzel oder Namen wie unter „Gerätearten“ schreiben, oder die Art dort zuerst anlegen.',
    en: 'There is no such kind of device. Please write its code or name as under “Kinds”, or enter the kind there first.',
  },
  RECORD_DEVICE_PRICE: {
    de: 'Ein Gerät kostet volle Cent und mehr als nichts. Bitte den Nettopreis je Stück prüfen.',
    en: 'A device costs whole cents and more than nothing. Please check the net price of one.',
  },
  RECORD_SITE: {
    de: 'Diesen Standort gibt es hier nicht. Bitte Nummer oder Namen wie im Register schreiben.',
    en: 'There is no such site. Please write its number or name as in the register.',
  },
} as const;
