import type { ControlTotal, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { importRunLabels } from './import-run.labels';
import { failureOf } from './import-words';

/** The question of the page and its answer, as they follow from where the import stands. */
export function headOf(run: ImportRun): { readonly question: string; readonly answer: string } {
  const words = importRunLabels();
  switch (run.state) {
    case 'checking':
      return { question: words.questionCheck, answer: words.answerChecking };
    case 'previewed':
      return { question: words.questionPreview, answer: previewAnswer(run) };
    case 'committing':
      return { question: words.questionCommit, answer: words.answerCommitting };
    case 'committed':
      return { question: words.questionDone, answer: run.isWorking ? words.answerUndoing : doneAnswer(run) };
    case 'undone':
      return { question: words.questionDone, answer: words.answerUndone };
    case 'cancelled':
      return { question: words.questionFailed, answer: words.answerCancelled };
    case 'interrupted':
      return { question: words.questionPreview, answer: words.answerInterrupted };
    case 'failed':
      return { question: words.questionFailed, answer: failureOf(run)?.detail ?? '' };
  }
}

function previewAnswer({ preview, kind }: ImportRun): string {
  const words = importRunLabels();
  if (preview === null) return '';
  const asked = preview.questions.length;
  if (asked > 0) return words.answerAsks(asked === 1, formatNumber(asked));
  const { errors, warnings } = preview.findings;
  const rows = formatNumber(preview.rows);
  if (errors > 0) {
    const differing = preview.totals.filter((total) => (total.differenceCents ?? 0) !== 0);
    const [worst] = differing;
    const isMoney = kind !== 'staffing_plan';
    if (worst !== undefined && errors === differing.length && isMoney) return totalAnswer(worst);
    const count = words.errors(formatNumber(errors), errors === 1);
    return words.answerErrors(`${count.charAt(0).toUpperCase()}${count.slice(1)}`);
  }
  if (warnings > 0) return words.answerWarned(rows, words.warnings(formatNumber(warnings), warnings === 1));
  const isStated = preview.totals.some(({ printedCents }) => printedCents !== null);
  if (kind === 'staffing_plan' && isStated) return words.answerMatchesPosts(rows);
  return isStated ? words.answerMatches(rows) : words.answerReads(rows);
}

function totalAnswer({ printedCents, sumCents, differenceCents }: ControlTotal): string {
  return importRunLabels().answerTotal(
    formatEuro(printedCents ?? 0),
    formatEuro(sumCents),
    formatEuro(Math.abs(differenceCents ?? 0)),
  );
}

function doneAnswer({ preview, rowsRead, committedAt, createdByName }: ImportRun): string {
  const rows = formatNumber(preview?.rows ?? rowsRead);
  return importRunLabels().answerDone(rows, committedAt === null ? '–' : formatDate(committedAt), createdByName);
}
