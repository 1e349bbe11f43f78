import type { SnapshotExtra } from '@etatlotse/contracts/snapshot/plain';
import type { PaperKind } from '@etatlotse/domain/council';

/**
 * What a paper begins with. Words only: the figures are names, so that nobody types an amount. The answer to the third
 * question has the words of the city's paper of 27.04.2026.
 */
export function paperTemplate(kind: PaperKind, extra: SnapshotExtra | null): string {
  if (kind === 'decision' && extra !== null) return grantTemplate(extra);
  if (kind === 'question') return '';
  return kind === 'decision' ? DECISION : ANSWER;
}

const ANSWER = `# Sachverhalt
Die Verwaltung berichtet zum Stand der IT im Haushalt {year}. Alle Zahlen haben den Stand {as_of}.

# zu 1.:
{projects.count} Vorhaben sind im Gange; {projects.red} davon sind kritisch, {projects.yellow} gefährdet, gemessen am vereinbarten Plan.

[[projects]]

# zu 2.:
Zentral bereitgestellte Querschnittsinfrastrukturen und dezentrale Fachanwendungen werden von IT-Organisation, Organisation, Datenschutz und IT-Sicherheit gemeinsam mit den Koordinierenden der Fachbereiche abgestimmt.

# zu 3.:
Die Planung richtet sich nach Aufgaben und Fallzahlen. Eingetretene wie absehbare Bedarfe an externen Lieferungen und Leistungen werden jährlich ermittelt, geprüft, beraten und geplant, für neue IT-Projekte ebenso wie für den Betrieb bestehender Lösungen. Für den Betrieb der zentralen Infrastruktur und die Erweiterung der dezentralen Fachanwendungen stehen jährlich {CORE.ceiling} zur Verfügung, ergänzt um jährlich {SCHOOL_NET.ceiling} für Modernisierung und Ausbau der Schulnetze. Hinzu kommen weitere Budgets für Telefon- und Datennetz-Gebühren ({FEES.ceiling}).

[[frames]]
`;

const DECISION = `# Beschlussvorschlag


# Sachverhalt
Alle Zahlen haben den Stand {as_of}.

[[frames]]
`;

function grantTemplate({ number, items }: SnapshotExtra): string {
  const kinds = [...new Set(items.map(({ kind }) => (kind === 'over_plan' ? 'überplanmäßige' : 'außerplanmäßige')))];
  return `# Beschlussvorschlag
Den ${kinds.join(' und ')}n Aufwendungen und Auszahlungen von {extra.${number}.requested} wird zugestimmt (§ 117 NKomVG). Damit stehen {extra.${number}.new_funds} zur Verfügung, davon Aufwand {extra.${number}.new_operating} und investiv {extra.${number}.new_investing}.

# Mittel
[[extra.${number}.items]]

# Deckung
[[extra.${number}.cover]]

# Sachverhalt

`;
}
