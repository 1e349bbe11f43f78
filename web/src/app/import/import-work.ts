import type { ImportBatch, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { importRunLabels } from './import-run.labels';

const STEPS = ['facts', 'booking', 'balances', 'finishing'] as const;
const LONG_SECONDS = 90;

/** Work that goes on, as a sentence, its details, and a share where one is known. */
export interface WorkShown {
  readonly text: string;
  readonly detail: string;
  readonly share: number | null;
}

type Work = Pick<ImportRun, 'step' | 'progress' | 'progressTotal'> & { readonly secondsLeft?: number | null };

/** What the job at work on an import or a batch is doing. */
export function workOf(work: Work, rowsRead = 0): WorkShown {
  const words = importRunLabels();
  const sentences: Readonly<Record<string, string | undefined>> = words.work;
  const text = sentences[work.step] ?? words.work.waiting;
  const left = timeLeft(work.secondsLeft ?? null);
  const at = STEPS.findIndex((step) => step === work.step);
  if (at >= 0) {
    const all = work.progressTotal ?? STEPS.length;
    return { text, detail: join(words.stepOf(`${at + 1}`, `${all}`), left), share: at / all };
  }
  const total = work.progressTotal ?? 0;
  const share = total === 0 ? null : work.progress / total;
  // All bytes are read, but sums, keys and effects are still being looked at; how long that takes is not known.
  if (share !== null && share >= 1) return { text: words.work.checking, detail: '', share: null };
  const rows = rowsRead > 0 ? words.rowsRead(formatNumber(rowsRead)) : '';
  return { text, detail: join(share === null ? '' : formatPercent(share), rows, left), share };
}

/** A batch tells its own steps; its files are counted while they are read. */
export function batchWorkOf(batch: ImportBatch): WorkShown {
  const { text, detail, share } = workOf(batch);
  const read = batch.runs.filter(({ state }) => state !== 'checking').length;
  if (read === batch.runs.length) return { text, detail, share };
  const files = importRunLabels().filesRead(formatNumber(read), formatNumber(batch.runs.length));
  return { text, detail: join(detail, files), share };
}

/** `noch etwa 20 Sekunden`; empty where nothing is known. Rounded up, so that it is not sooner than said. */
function timeLeft(seconds: number | null): string {
  if (seconds === null || seconds <= 0) return '';
  const words = importRunLabels();
  if (seconds <= LONG_SECONDS) return words.secondsLeft(formatNumber(Math.max(5, Math.ceil(seconds / 5) * 5)));
  return words.minutesLeft(formatNumber(Math.ceil(seconds / 60)));
}

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
