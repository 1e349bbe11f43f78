import type { DemandItemKind } from './demand';

/** Beginnings and parts of German words that say what is bought; the first list that has one counts. */
const WORDS: readonly (readonly [DemandItemKind, RegExp])[] = [
  ['training', /schulung|fortbildung|seminar|workshop|lehrgang|training/],
  ['licence', /lizenz|software|abonnement|\babo\b|nutzungsrecht|subscription/],
  ['fees', /gebühr|entgelt|tarif|datenleitung|telefonanschl|mietleitung|beitrag/],
  ['services', /wartung|pflege|betreuung|beratung|einrichtung|installation|dienstleistung|support|hosting|betrieb/],
  ['supplies', /toner|papier|kabel|verbrauch|batterie|akku|tasche|hülle|adapter/],
  [
    'device',
    /notebook|laptop|tablet|ipad|\bpcs?\b|rechner|monitor|bildschirm|drucker|scanner|server|switch|router|kamera|telefon|smartphone|beamer|dock|gerät|headset|tastatur|access.?point/,
  ],
];

/**
 * What an item probably is, from its name: "12 Tablets" are devices, their "Wartung" is a service. Null where the name says
 * nothing. It is only a proposal: whoever fills in the form sees it and chooses another.
 */
export function itemKindOf(label: string): DemandItemKind | null {
  const words = label.toLocaleLowerCase('de');
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
