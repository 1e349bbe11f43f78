import type { SystemRow } from '@etatlotse/contracts/inventory/plain';
import { formatDate } from '../ui/date/format';
import type { RecordLook } from '../ui/record/record-table';
import { systemLabels } from './system.labels';

/** When support ends, and how urgent that is. */
export function supportLook(system: Pick<SystemRow, 'supportEndsOn' | 'isSupportEnding' | 'proposal'>): RecordLook {
  const { supportEndsOn, isSupportEnding, proposal } = system;
  const words = systemLabels();
  if (supportEndsOn === null) return { kind: 'plain', icon: 'help', word: words.noSupport };
  if (!isSupportEnding) return { kind: 'ok', icon: 'check_circle', word: words.until(formatDate(supportEndsOn)) };
  return proposal?.isOverdue === true && proposal.dueOn === supportEndsOn
    ? { kind: 'bad', icon: 'error', word: words.ended(formatDate(supportEndsOn)) }
    : { kind: 'warn', icon: 'schedule', word: words.until(formatDate(supportEndsOn)) };
}
