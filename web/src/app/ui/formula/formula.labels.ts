import { labels } from '../language/language';

/** The steps of the formula behind an available amount. */
export const formulaLabels = labels({
  de: {
    appropriation: 'Ansatz',
    carry_over: 'Haushaltsrest',
    over_plan: 'überplanmäßig bewilligt',
    outside_plan: 'außerplanmäßig bewilligt',
    earmark: 'zweckgebundene Mehrerträge',
    transfer: 'Umbuchungen',
    adjusted_appropriation: 'fortgeschriebener Ansatz',
    lock: 'gesperrt',
    reservation: 'reserviert',
    commitment: 'Obligo, offen',
    actual: 'Ist, angeordnet',
    available: 'verfügbar',
  },
  en: {
    appropriation: 'Appropriation',
    carry_over: 'Carry-over',
    over_plan: 'granted above plan',
    outside_plan: 'granted outside plan',
    earmark: 'earmarked revenue',
    transfer: 'Transfers',
    adjusted_appropriation: 'adjusted appropriation',
    lock: 'locked',
    reservation: 'reserved',
    commitment: 'open commitments',
    actual: 'actual',
    available: 'available',
  },
});
