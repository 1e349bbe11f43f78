import type { RolloutGoal, RolloutState, TrainingState } from '@etatlotse/contracts/rollout/plain';
import { parseRate } from '@etatlotse/domain/shared';
import type { IconName } from '../ui/icon/icons';

interface Look {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
}

export type OutlookName = 'reached' | 'intime' | 'atrisk' | 'late' | 'never' | 'overdue' | 'unknown';

export const OUTLOOK_LOOKS: Readonly<Record<OutlookName, Look>> = {
  reached: { kind: 'ok', icon: 'check_circle' },
  intime: { kind: 'ok', icon: 'check_circle' },
  atrisk: { kind: 'warn', icon: 'warning' },
  late: { kind: 'bad', icon: 'error' },
  never: { kind: 'bad', icon: 'error' },
  overdue: { kind: 'bad', icon: 'error' },
  unknown: { kind: 'plain', icon: 'help' },
};

export const STATE_LOOKS: Readonly<Record<RolloutState, Look>> = {
  planned: { kind: 'plain', icon: 'schedule' },
  pilot: { kind: 'info', icon: 'pending' },
  live: { kind: 'ok', icon: 'check_circle' },
};

export const TRAINING_LOOKS: Readonly<Record<TrainingState, Look>> = {
  planned: { kind: 'plain', icon: 'schedule' },
  pilot: { kind: 'warn', icon: 'pending' },
  live: { kind: 'ok', icon: 'check_circle' },
  unknown: { kind: 'plain', icon: 'help' },
};

/** Whether a goal will be reached in time; a bound that may be late is not called late, and not in time either. */
export function outlookOf({ pace }: Pick<RolloutGoal, 'pace'>): OutlookName {
  const { arrival, gapDays, isOverdue } = pace;
  if (arrival.kind === 'reached') return 'reached';
  if (isOverdue) return 'overdue';
  if (arrival.kind === 'never') return 'never';
  if (gapDays === null) return 'unknown';
  if (gapDays.value <= 0) return gapDays.bound === 'lower' ? 'atrisk' : 'intime';
  return gapDays.bound === 'upper' ? 'atrisk' : 'late';
}

/** A typed whole number; null where it is none. */
export function wholeOf(text: string): number | null {
  const digits = text.trim().replace(/\.(?=\d{3}(\D|$))/g, '');
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null;
}

/** A typed share in hundredths of a percent; null where it is none. */
export function shareOf(text: string): number | null {
  const read = parseRate(text, 10_000);
  return read.ok && read.value >= 0 ? read.value : null;
}
