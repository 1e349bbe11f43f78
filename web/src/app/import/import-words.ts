import { FINDING_TEXTS, type FindingText, IMPORT_WORDS, type ImportFinding } from '@etatlotse/contracts/import/plain';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { fillProblemText, type ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { language } from '../ui/language/language';
import type { FailureText } from '../ui/state/state';
import { importLabels } from './import.labels';

const texts: Readonly<Record<string, FindingText | undefined>> = FINDING_TEXTS;
const BYTES_PER_KB = 1000;
const BYTES_PER_MB = 1_000_000;

/** A finding as a sentence in the language on screen; for an unreadable cell with what is wrong in it. */
export function findingSentence({ code, params }: Pick<ImportFinding, 'code' | 'params'>): string {
  const text = texts[code];
  if (text === undefined) return code;
  const reason = params['reason'];
  const isKnown = typeof reason === 'string' && isProblemCode(reason);
  const words = isKnown ? { ...params, reason: PROBLEMS[reason].title[language()] } : params;
  return fillProblemText(text, { ...words, ...recordWords(params) });
}

/** What a register says to a record, and the words that a column may hold. */
function recordWords(params: ImportFinding['params']): Readonly<Record<string, string>> {
  const { problem, choices } = params;
  const words = IMPORT_WORDS['choices']?.[String(choices)]?.[language()];
  return {
    ...(typeof problem === 'string' && isProblemCode(problem)
      ? { problem: fillProblemText(PROBLEMS[problem].detail, params) }
      : {}),
    ...(words === undefined ? {} : { choices: words }),
  };
}

/** Why a file, a batch or a commit was refused, or null. */
export function failureOf(failed: {
  readonly failureCode: string | null;
  readonly failureParams: Readonly<Record<string, string | number>>;
}): FailureText | null {
  const code = failed.failureCode;
  if (code === null) return null;
  if (!isProblemCode(code)) return { title: importLabels().failed, detail: code };
  const { title, detail } = PROBLEMS[code];
  const obstacle = code === 'IMPORT_UNDO_BLOCKED' ? obstacleOf(failed.failureParams['reason']) : undefined;
  if (obstacle !== undefined) {
    const { fileName } = failed.failureParams;
    return {
      title: fillProblemText(title, {}),
      detail: fileName === undefined ? obstacle : `${fileName}: ${obstacle}`,
    };
  }
  return { title: fillProblemText(title, failed.failureParams), detail: fillProblemText(detail, failed.failureParams) };
}

/** A refused undo, with what builds on the import in words. */
export function undoRefusal(problem: ProblemMessage | null): FailureText | null {
  if (problem?.code !== 'IMPORT_UNDO_BLOCKED') return problem;
  return { ...problem, detail: obstacleOf(problem.parameters['reason']) ?? problem.detail };
}

function obstacleOf(reason: unknown): string | undefined {
  const words: Readonly<Record<string, string | undefined>> = importLabels().obstacles;
  return typeof reason === 'string' ? words[reason] : undefined;
}

/** `928 kB`, `12,4 MB`. */
export function fileSize(bytes: number): string {
  return bytes < BYTES_PER_MB
    ? `${formatNumber(Math.max(1, Math.round(bytes / BYTES_PER_KB)))}\u00a0kB`
    : `${formatNumber(bytes / BYTES_PER_MB, 1)}\u00a0MB`;
}
