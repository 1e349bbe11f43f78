import type { ImportStateCode } from '@etatlotse/contracts/import/plain';
import type { IconName } from '../ui/icon/icons';

/** How a state is marked: symbol and colour beside its word. */
export interface StateLook {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
}

export const STATE_LOOKS: Readonly<Record<ImportStateCode, StateLook>> = {
  checking: { kind: 'info', icon: 'schedule' },
  previewed: { kind: 'warn', icon: 'schedule' },
  committing: { kind: 'info', icon: 'schedule' },
  committed: { kind: 'ok', icon: 'verified' },
  failed: { kind: 'bad', icon: 'error' },
  cancelled: { kind: 'plain', icon: 'close' },
  interrupted: { kind: 'warn', icon: 'warning' },
  undone: { kind: 'plain', icon: 'undo' },
};
