import type { ImportPreview } from '@etatlotse/contracts/import/plain';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { placedParams, placeInWords } from '@etatlotse/domain/import';
import { fillText } from '../../platform/problem/problem-body';
import { sentenceOf } from '../finding-list';
import type { FolderFile } from './folder-files';

/** What became of a file of the watched folder. */
export interface FolderResult {
  readonly kind: 'committed' | 'repeated' | 'waiting' | 'failed';
  readonly importId: string | null;
  readonly preview: ImportPreview | null;
  readonly profile: string;
  /** For `failed` and for a commit that was refused. */
  readonly code: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

const SENTENCES: Readonly<Record<FolderResult['kind'], string>> = {
  committed: 'Die Datei wurde übernommen.',
  repeated: 'Diese Datei wurde schon übernommen. Sie wurde nicht noch einmal gebucht.',
  waiting: 'Die Datei wurde gelesen. Sie wartet unter „Importe“ darauf, dass jemand sie bestätigt.',
  failed: 'Die Datei wurde nicht übernommen.',
};

/** The protocol that is put beside the file, for the people who look after the export. */
export function protocolOf(file: FolderFile, result: FolderResult, currency: string): string {
  const { preview } = result;
  const lines = [
    `Datei: ${file.name}`,
    `Größe: ${file.bytes} Bytes`,
    ...(result.importId === null ? [] : [`Import: ${result.importId}`]),
    ...(result.profile === '' ? [] : [`Profil: ${result.profile}`]),
    '',
    SENTENCES[result.kind],
    ...reasonOf(result, currency),
    ...(preview === null ? [] : countsOf(preview, currency)),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function reasonOf({ code, params }: FolderResult, currency: string): string[] {
  if (code === null) return [];
  return [isProblemCode(code) ? fillText(PROBLEMS[code].detail, 'de', params, currency) : code];
}

function countsOf(preview: ImportPreview, currency: string): string[] {
  const { findings, questions, rows, effects } = preview;
  return [
    '',
    `Zeilen: ${rows}, Fehler: ${findings.errors}, Warnungen: ${findings.warnings}, offene Fragen: ${questions.length}`,
    `Buchungen: ${effects.movements}, zur Klärung: ${effects.clearingItems}, Planansätze: ${effects.planAmounts}`,
    ...findings.first.map((finding) => {
      const place = [
        finding.row === null ? '' : `Zeile ${placeInWords(finding.row, preview.sheetName)}`,
        finding.column,
      ].filter((part) => part !== '');
      return `${place.length === 0 ? 'Datei' : place.join(', ')}: ${sentenceOf({ ...finding, params: placedParams(finding.params, preview.sheetName) }, 'de', currency)}`;
    }),
  ];
}
