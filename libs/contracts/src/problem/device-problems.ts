import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the stock of devices refuses. Nothing was recorded. */
export const DEVICE_PROBLEMS = {
  DEVICE_QUANTITY: refusal(
    'Stückzahl außerhalb des Möglichen',
    'Quantity out of range',
    'Die Stückzahl ist eine ganze Zahl von 1 bis {most}. Bitte prüfen Sie sie.',
    'The quantity is a whole number from 1 to {most}. Please check it.',
  ),
  DEVICE_PRICE: refusal(
    'Preis außerhalb des Möglichen',
    'Price out of range',
    'Der Preis eines Geräts ist größer als null, in ganzen Cent und unter 100.000 Euro. Bitte prüfen Sie ihn.',
    'The price of a device is more than zero, in whole cents and below 100,000 euros. Please check it.',
  ),
  DEVICE_BOUGHT_LATER: refusal(
    'Kauf in der Zukunft',
    'Bought in the future',
    'Der {boughtOn} liegt noch vor uns. Im Bestand steht nur, was gekauft ist; was gekauft werden soll, ist ein Bedarf.',
    '{boughtOn} is still ahead. The stock holds only what has been bought; what is to be bought is a demand.',
  ),
  DEVICE_BOUGHT_EARLY: refusal(
    'Kauf vor langer Zeit',
    'Bought long ago',
    'Geräte, die vor {firstYear} gekauft wurden, gehören nicht in den Bestand. Bitte prüfen Sie das Jahr.',
    'Devices bought before {firstYear} do not belong in the stock. Please check the year.',
  ),
  DEVICE_CYCLE: refusal(
    'Nutzungsdauer außerhalb des Möglichen',
    'Cycle out of range',
    'Ein Gerät wird nach 1 bis {most} Monaten ersetzt. Bitte prüfen Sie die Nutzungsdauer.',
    'A device is replaced after 1 to {most} months. Please check the cycle.',
  ),
  DEVICE_VAT: refusal(
    'Steuersatz außerhalb des Möglichen',
    'Tax rate out of range',
    'Die Umsatzsteuer liegt zwischen 0 und 25 Prozent. Bitte prüfen Sie den Satz.',
    'Value added tax lies between 0 and 25 percent. Please check the rate.',
  ),
  DEVICE_ANSWER_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Wer festlegt, ob es Aufwand oder Investition ist, nennt den Grund: Richtlinie, Vermerk oder Beschluss.',
    'Whoever settles whether it is expense or investment names the reason: guideline, note or decision.',
  ),
  DEVICE_KIND_UNKNOWN: refusal(
    'Geräteart unbekannt',
    'Kind of device unknown',
    'Diese Geräteart gibt es nicht. Bitte wählen Sie sie neu aus, oder legen Sie sie an.',
    'This kind of device does not exist. Please choose it again, or add it.',
  ),
  DEVICE_DISPOSED_TOO_MANY: refusal(
    'So viele sind nicht mehr da',
    'There are not so many left',
    'Von diesem Posten sind noch {left} Geräte da. Bitte prüfen Sie die Stückzahl.',
    '{left} devices of this batch are left. Please check the quantity.',
  ),
  DEVICE_MOVED_NOWHERE: refusal(
    'Dort stehen sie schon',
    'They are there already',
    'Einheit, Standort, Netz und Rahmen sind dieselben wie bisher. Bitte geben Sie an, wohin die Geräte kommen.',
    'Unit, site, network and frame are the same as before. Please say where the devices go.',
  ),
  DEVICE_INVENTORY_TAKEN: refusal(
    'Inventarnummer vergeben',
    'Inventory number taken',
    'Die Inventarnummer {number} hat schon ein anderer Posten. Bitte prüfen Sie die Nummer.',
    'Another batch has the inventory number {number}. Please check the number.',
  ),
  DEVICE_DISPOSAL_DATE: refusal(
    'Datum des Abgangs',
    'Date of the disposal',
    'Ein Abgang liegt nicht vor dem Kauf am {boughtOn} und nicht in der Zukunft. Bitte prüfen Sie das Datum.',
    'A disposal lies neither before the purchase on {boughtOn} nor in the future. Please check the date.',
  ),
  DEVICE_QUANTITY_GONE: refusal(
    'Weniger als schon abgegangen',
    'Less than has gone already',
    'Von diesem Posten sind schon {gone} Geräte abgegangen; so viele wurden mindestens gekauft.',
    '{gone} devices of this batch have gone already; at least as many were bought.',
  ),
  EQUIPMENT_EMPTY: refusal(
    'Ausstattung leer',
    'Nothing in the set',
    'Eine Ausstattung nennt mindestens ein Gerät. Bitte ergänzen Sie eines.',
    'A set names one device at least. Please add one.',
  ),
  EQUIPMENT_KIND_TWICE: refusal(
    'Geräteart doppelt',
    'Kind named twice',
    'Eine Geräteart ist zweimal genannt. Bitte nennen Sie jede nur einmal, mit ihrer ganzen Anzahl.',
    'A kind of device is named twice. Please name each once, with its whole number.',
  ),
} satisfies Record<string, ProblemKind>;
