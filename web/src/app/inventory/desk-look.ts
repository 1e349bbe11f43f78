import type { DeskRow } from '@etatlotse/contracts/inventory/plain';
import type { RecordLook } from '../ui/record/record-table';
import { deskLabels } from './desk.labels';

/** Whether a desk stands today, has ended or is still to come. */
export function deskLook({ isStanding, endsOn }: Pick<DeskRow, 'isStanding' | 'endsOn'>): RecordLook {
  const words = deskLabels();
  if (isStanding) return { kind: 'ok', icon: 'check_circle', word: words.standing };
  return endsOn === null
    ? { kind: 'plain', icon: 'schedule', word: words.upcoming }
    : { kind: 'plain', icon: 'cancel', word: words.ended };
}
