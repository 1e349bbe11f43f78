import type { PrintablePaper } from '../paper.queries';
import { dayText } from '../paper-figures';

/** Papers are printed in German: they are what the city's bodies receive. */
export const KIND_WORDS = {
  information: 'Mitteilung',
  statement: 'Stellungnahme',
  question: 'Anfrage',
  decision: 'Beschlussvorlage',
} as const;

export const CONSULTATION_WORDS = {
  knowledge: 'zur Kenntnis',
  preparation: 'Vorberatung',
  decision: 'Entscheidung',
} as const;

export const paperTitle = ({ kind, dsNumber, title }: PrintablePaper): string =>
  [KIND_WORDS[kind], dsNumber, title].filter((part) => part !== null).join(' ');

export function paperFileName(paper: PrintablePaper, ending: 'pdf' | 'docx'): string {
  const name = paper.dsNumber ?? 'Entwurf';
  return `${KIND_WORDS[paper.kind]} ${name}.${ending}`;
}

/** The head of the city's form. */
export function headFacts(paper: PrintablePaper): readonly (readonly [string, string])[] {
  return [
    ['Drucksache', paper.dsNumber ?? 'noch ohne Nummer'],
    ['Federführend', paper.office === '' ? '–' : paper.office],
    ['Datum', paper.datedOn === null ? '–' : dayText(paper.datedOn)],
    ['Status', paper.isPublic ? 'öffentlich (Ö)' : 'nicht öffentlich (N)'],
  ];
}

export const stepCells = ({ body, heldOn, consultation, isCancelled }: PrintablePaper['steps'][number]): string[] => [
  body,
  `${dayText(heldOn)}${isCancelled ? ' (abgesagt)' : ''}`,
  CONSULTATION_WORDS[consultation],
];

/** What the figures of the paper can be checked by. */
export function proofLine({ snapshotAsOf, snapshotSha256 }: PrintablePaper): string {
  return snapshotAsOf === null || snapshotSha256 === null
    ? 'Diese Vorlage nennt keine Zahlen aus einem Stand.'
    : `Zahlen: Stand ${dayText(snapshotAsOf)}, Prüfsumme (SHA-256) ${snapshotSha256}`;
}

export const CHANGED_NOTE =
  'Zahlen mit dem Vermerk „zuvor“ haben sich geändert, seit der Text geschrieben wurde; der frühere Wert steht dabei.';
export const STEPS_HEAD = ['Gremium', 'Sitzung', 'Beratung'] as const;
export const REFERENCES_HEADING = 'Bisher berichtet';
export const STEPS_HEADING = 'Beratungsfolge';
