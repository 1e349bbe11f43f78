import type { ProcurementPath } from '@etatlotse/domain/procurement';
import { labels } from '../ui/language/language';

const pathsDe: Record<ProcurementPath, string> = {
  in_house: 'Inhouse-Vergabe',
  framework: 'Abruf aus Rahmenvertrag',
  direct: 'Direktauftrag',
  negotiated: 'Verhandlungsvergabe',
  national: 'öffentliche Ausschreibung',
  eu: 'EU-weite Vergabe',
};
const pathsEn: Record<ProcurementPath, string> = {
  in_house: 'in-house award',
  framework: 'call-off a framework contract',
  direct: 'direct order',
  negotiated: 'negotiated procedure',
  national: 'open tender',
  eu: 'tender across the EU',
};

/** The way of a purchase in plain words. */
export const procurementLabels = labels({
  de: {
    paths: pathsDe,
    path: 'Vergabeweg',
    direct: (net: string, upTo: string) => `${net} netto liegen nicht über ${upTo}: Der Auftrag wird direkt erteilt.`,
    negotiated: (net: string, above: string, upTo: string) =>
      `${net} netto liegen über ${above} und nicht über ${upTo}: Es wird mit mehreren Anbietern verhandelt.`,
    national: (net: string, above: string, upTo: string) =>
      `${net} netto liegen über ${above} und unter der EU-Schwelle von ${upTo}: Es wird öffentlich ausgeschrieben.`,
    eu: (net: string, above: string) =>
      `${net} netto erreichen die EU-Schwelle von ${above}: Es wird in der ganzen EU ausgeschrieben.`,
    framework: 'Der Rahmenvertrag ist schon vergeben; für den Abruf gelten die Wertgrenzen nicht noch einmal.',
    in_house: 'An die eigene Gesellschaft geht es ohne Ausschreibung, wenn § 108 GWB erfüllt ist.',
    lasts: (days: string) => `Das dauert etwa ${days} Tage.`,
    start: (wanted: string, day: string, days: string) =>
      `Damit es am ${wanted} da ist, muss die Vergabe spätestens am ${day} beginnen (${days} Tage).`,
    late: (wanted: string, day: string, days: string) =>
      `Für den ${wanted} hätte die Vergabe am ${day} beginnen müssen (${days} Tage). Bitte den Termin verschieben oder einen Rahmenvertrag nutzen.`,
    isLate: 'zu spät',
    latest: (day: string) => `spätestens ab ${day}`,
    source: (source: string) => `Wertgrenzen und Dauer: ${source}.`,
    example: 'Beispielwerte, bitte bestätigen.',
  },
  en: {
    paths: pathsEn,
    path: 'Way of procurement',
    direct: (net: string, upTo: string) => `${net} net do not exceed ${upTo}: the order is placed directly.`,
    negotiated: (net: string, above: string, upTo: string) =>
      `${net} net exceed ${above} and not ${upTo}: offers of several bidders are negotiated.`,
    national: (net: string, above: string, upTo: string) =>
      `${net} net exceed ${above} and lie below the EU threshold of ${upTo}: there is an open tender.`,
    eu: (net: string, above: string) =>
      `${net} net reach the EU threshold of ${above}: the tender goes to the whole European Union.`,
    framework: 'The framework contract has been awarded; the limits do not hold again for a call-off.',
    in_house: 'An own company is awarded without a tender where § 108 GWB is met.',
    lasts: (days: string) => `That takes about ${days} days.`,
    start: (wanted: string, day: string, days: string) =>
      `To have it on ${wanted} procurement must begin on ${day} at the latest (${days} days).`,
    late: (wanted: string, day: string, days: string) =>
      `For ${wanted} procurement should have begun on ${day} (${days} days). Please move the day or use a framework contract.`,
    isLate: 'too late',
    latest: (day: string) => `from ${day} at the latest`,
    source: (source: string) => `Limits and durations: ${source}.`,
    example: 'Example values, please confirm.',
  },
});
