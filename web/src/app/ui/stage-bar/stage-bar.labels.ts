import { labels } from '../language/language';

export const stageLabels = labels({
  de: {
    actual: 'Ist',
    commitment: 'Obligo',
    reservation: 'reserviert',
    lock: 'gesperrt',
    available: 'verfügbar',
    missing: 'fehlt',
    unknown: 'Rahmen nicht hinterlegt',
    sentence: (name: string, parts: string) => (name ? `${name}: ${parts}` : parts),
    availableUnknown: 'verfügbar unbekannt',
  },
  en: {
    actual: 'Actual',
    commitment: 'Commitments',
    reservation: 'reserved',
    lock: 'locked',
    available: 'available',
    missing: 'missing',
    unknown: 'Frame not entered',
    sentence: (name: string, parts: string) => (name ? `${name}: ${parts}` : parts),
    availableUnknown: 'available unknown',
  },
});
