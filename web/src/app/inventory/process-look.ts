import type { ProcessRow } from '@etatlotse/contracts/inventory/plain';
import type { ProcessStage } from '@etatlotse/domain/inventory';
import { formatDate } from '../ui/date/format';
import type { RecordLook } from '../ui/record/record-table';
import { processLabels } from './process.labels';

const LOOKS: Readonly<Record<ProcessStage, Omit<RecordLook, 'word'>>> = {
  recorded: { kind: 'plain', icon: 'description' },
  optimised: { kind: 'info', icon: 'check' },
  workflow: { kind: 'ok', icon: 'check_circle' },
};

export function stageLook({ stage }: Pick<ProcessRow, 'stage'>): RecordLook {
  const words = processLabels();
  if (stage === null) return { kind: 'plain', icon: 'pending', word: words.noStage };
  return { ...LOOKS[stage], word: words.stages[stage] };
}

/** When a process is looked at again. */
export function reviewText({ reviewDueOn, isReviewDue }: Pick<ProcessRow, 'reviewDueOn' | 'isReviewDue'>): string {
  const words = processLabels();
  if (reviewDueOn === null) return words.noReview;
  return isReviewDue ? words.reviewDue(formatDate(reviewDueOn)) : formatDate(reviewDueOn);
}
