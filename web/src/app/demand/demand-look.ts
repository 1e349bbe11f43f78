import type { DemandState, ReviewState } from '@etatlotse/contracts/demand/plain';
import type { IconName } from '../ui/icon/icons';

interface Look {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
}

/** A state is never told by colour alone. */
export const STATE_LOOKS: Readonly<Record<DemandState, Look>> = {
  draft: { kind: 'plain', icon: 'edit' },
  submitted: { kind: 'info', icon: 'send' },
  determined: { kind: 'info', icon: 'list' },
  examined: { kind: 'info', icon: 'rule' },
  deliberated: { kind: 'info', icon: 'groups' },
  planned: { kind: 'ok', icon: 'edit_calendar' },
  adopted: { kind: 'ok', icon: 'gavel' },
  deferred: { kind: 'warn', icon: 'schedule' },
  rejected: { kind: 'bad', icon: 'cancel' },
  withdrawn: { kind: 'plain', icon: 'undo' },
};

export const REVIEW_LOOKS: Readonly<Record<ReviewState, Look>> = {
  open: { kind: 'plain', icon: 'pending' },
  signed: { kind: 'ok', icon: 'check_circle' },
  objected: { kind: 'bad', icon: 'error' },
};
