import type { NetworkZone } from '@etatlotse/domain/budget';
import { labels } from '../ui/language/language';

const zonesDe: Record<NetworkZone, string> = {
  administration: 'Verwaltung',
  education: 'Pädagogik',
  telephony: 'Telefonie',
  building: 'Gebäudetechnik',
  external: 'externe Nutzung',
};
const zonesEn: Record<NetworkZone, string> = {
  administration: 'Administration',
  education: 'Education',
  telephony: 'Telephony',
  building: 'Building services',
  external: 'External use',
};

/** Names of the separate networks, and the words of what hardware is for. */
export const networkLabels = labels({
  de: {
    zones: zonesDe,
    shared: 'geteilt nach Schlüssel',
    use: {
      legend: 'Wofür ist das, und wer bezahlt?',
      single: 'für ein Netz',
      key: 'für mehrere Netze, nach Schlüssel',
      zone: 'Netz',
      frame: 'Bezahlt aus dem Rahmen',
      splitKey: 'Verteilschlüssel',
      keyUndecided: (name: string) => `${name} (Beschluss fehlt)`,
      mixed: 'Kern-IT und Schulnetze würden vermischt',
      mixedHint: 'Das geht nur mit Beschluss. Bitte nennen Sie ihn, oder wählen Sie den anderen Rahmen.',
      decidedOn: 'Beschluss vom',
      body: 'Gremium',
      document: 'Dokument',
      fill: 'Bitte ausfüllen.',
    },
  },
  en: {
    zones: zonesEn,
    shared: 'split by key',
    use: {
      legend: 'What is it for, and who pays?',
      single: 'for one network',
      key: 'for several networks, by key',
      zone: 'Network',
      frame: 'Paid from the frame',
      splitKey: 'Split key',
      keyUndecided: (name: string) => `${name} (decision missing)`,
      mixed: 'Core IT and school networks would be mixed',
      mixedHint: 'That needs a decision. Please name it, or choose the other frame.',
      decidedOn: 'Decision of',
      body: 'Body',
      document: 'Document',
      fill: 'Please fill in.',
    },
  },
});
