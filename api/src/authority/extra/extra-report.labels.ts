import type { ExtraKind, ExtraSphere } from '@etatlotse/domain/authority';

const kindsDe: Record<ExtraKind, string> = { over_plan: 'überplanmäßig', outside_plan: 'außerplanmäßig' };
const kindsEn: Record<ExtraKind, string> = { over_plan: 'over plan', outside_plan: 'outside plan' };
const spheresDe: Record<ExtraSphere, string> = { operating: 'Aufwand', investing: 'Investition' };
const spheresEn: Record<ExtraSphere, string> = { operating: 'expense', investing: 'investment' };

/** Column heads and words of the report to the council as a file. */
export const EXTRA_REPORT_LABELS = {
  de: {
    fileName: 'bewilligungen-oberbuergermeister',
    heads: [
      'Antrag',
      'Entschieden am',
      'Vorlage oder Verfügung',
      'Art',
      'Seite',
      'Teilhaushalt',
      'Zeile im Plan',
      'Projekt',
      'Sachkonto',
      'Haushaltszeile',
      'Bezeichnung',
      'Betrag in €',
      'Wofür',
      'Sachlich unabweisbar',
    ],
    kinds: kindsDe,
    spheres: spheresDe,
    sumOperating: 'Summe Aufwand',
    sumInvesting: 'Summe Investition',
  },
  en: {
    fileName: 'grants-of-the-mayor',
    heads: [
      'Request',
      'Decided on',
      'Paper or order',
      'Kind',
      'Side',
      'Sub-budget',
      'Statement line',
      'Project',
      'Account',
      'Budget line',
      'Name',
      'Amount in €',
      'Purpose',
      'Unavoidable in substance',
    ],
    kinds: kindsEn,
    spheres: spheresEn,
    sumOperating: 'Sum expense',
    sumInvesting: 'Sum investment',
  },
} as const;
