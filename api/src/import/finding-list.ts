import { FINDING_TEXTS, type FindingText, IMPORT_WORDS, type ImportFinding } from '@etatlotse/contracts/import/plain';
import { placedParams, placeOfRow, splitSheets } from '@etatlotse/domain/import';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { CSV_START, csvRow } from '../platform/http/csv-row';
import { fillText, type Tongue } from '../platform/problem/problem-body';

const HEADERS: Readonly<Record<Tongue, readonly string[]>> = {
  de: ['Zeile', 'Spalte', 'Schwere', 'Meldung', 'Wert', 'Code'],
  en: ['Row', 'Column', 'Severity', 'Message', 'Value', 'Code'],
};

const SEVERITIES: Readonly<Record<Tongue, Readonly<Record<ImportFinding['severity'], string>>>> = {
  de: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
  en: { error: 'Error', warning: 'Warning', info: 'Remark' },
};

const texts: Readonly<Record<string, FindingText | undefined>> = FINDING_TEXTS;

const SHEET: Readonly<Record<Tongue, string>> = { de: 'Blatt', en: 'Sheet' };

/** In which words a list is written, and the sheets that its rows stand in. */
interface ListWords {
  readonly tongue: Tongue;
  readonly currency: string;
  readonly sheetName: string | null;
}

/**
 * The error list as CSV that a spreadsheet opens as text: semicolons, UTF-8 with mark, no cell that could be a formula. Where
 * several sheets were read as one, a column in front names the sheet.
 */
export async function* findingList(
  pages: AsyncIterable<readonly ImportFinding[]>,
  words: ListWords,
): AsyncGenerator<string, void> {
  const ofSheets = words.sheetName !== null && splitSheets(words.sheetName).length > 1 ? [SHEET[words.tongue]] : [];
  yield CSV_START + csvRow([...ofSheets, ...HEADERS[words.tongue]]);
  for await (const page of pages) yield page.map((finding) => csvRow(cellsOf(finding, words))).join('');
}

function cellsOf(finding: ImportFinding, { tongue, currency, sheetName }: ListWords): readonly string[] {
  const { column, severity, value, code } = finding;
  const isOfSheets = sheetName !== null && splitSheets(sheetName).length > 1;
  const { sheet, row } = finding.row === null ? { sheet: null, row: null } : placeOfRow(finding.row, sheetName);
  return [
    ...(isOfSheets ? [sheet ?? ''] : []),
    row === null ? '' : String(row),
    column,
    SEVERITIES[tongue][severity],
    sentenceOf({ code, params: placedParams(finding.params, sheetName) }, tongue, currency),
    value,
    code,
  ];
}

/** What was found, in words. */
export function sentenceOf(
  { code, params }: Pick<ImportFinding, 'code' | 'params'>,
  tongue: Tongue,
  currency: string,
): string {
  const text = texts[code];
  if (text === undefined) return code;
  const reason = params['reason'];
  const isKnown = typeof reason === 'string' && isProblemCode(reason);
  const words = isKnown ? { ...params, reason: PROBLEMS[reason].title[tongue] } : params;
  return fillText(text, tongue, { ...words, ...recordWords(params, tongue, currency) }, currency);
}

/** What a register says to a record, and the words that a column may hold. */
function recordWords(
  params: ImportFinding['params'],
  tongue: Tongue,
  currency: string,
): Readonly<Record<string, string>> {
  const { problem, choices } = params;
  const words = IMPORT_WORDS['choices']?.[String(choices)]?.[tongue];
  return {
    ...(typeof problem === 'string' && isProblemCode(problem)
      ? { problem: fillText(PROBLEMS[problem].detail, tongue, params, currency) }
      : {}),
    ...(words === undefined ? {} : { choices: words }),
  };
}
