/** Files of a city that does not exist, written as real programs write them. */

/** A plan with a title, thousands of points, and a total row that holds to the cent. */
export const PLAN = [
  'Stadt Musterhausen;;;;;',
  'Haushaltsplan 2027, alle Angaben in Euro;;;;;',
  ';;;;;',
  'Produkt;Produktbezeichnung;Sachkonto;Bezeichnung;Ansatz 2027;Ansatz 2028',
  '11190;IT-Dienste;3482000;Erstattungen von Gemeinden;120.000,50;121.000,00',
  '11190;IT-Dienste;4291000;Rechenzentrum;1.250.000,00;1.300.000,00',
  '11190;IT-Dienste;4431000;Bürobedarf;80.250,25;81.000,00',
  '11110;Verwaltung;4291000;Beratung;40.000,00;41.500,00',
  'Summe;;;;1.490.250,75;1.543.500,00',
].join('\r\n');

/** Bookings of one month whose dates may begin with the day or the month; their lines do not exist yet. */
export function bookings(month: string, amounts: readonly string[]): string {
  const rows = amounts.map(
    (amount, at) => `K${month}-${at + 1};0${at + 1}/${month}/2026;11190.4291000;Wartung;${amount}`,
  );
  return ['Belegnummer;Buchungsdatum;Haushaltsstelle;Buchungstext;Betrag', ...rows].join('\r\n');
}
