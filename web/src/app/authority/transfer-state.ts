import type { TransferState } from '@etatlotse/contracts/authority/plain';
import type { IconName } from '../ui/icon/icons';

/** How a state looks: always with a word beside it. */
export const TRANSFER_LOOKS: Readonly<
  Record<TransferState, { readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad'; readonly icon: IconName }>
> = {
  requested: { kind: 'warn', icon: 'pending' },
  booked: { kind: 'ok', icon: 'check_circle' },
  undone: { kind: 'plain', icon: 'undo' },
  refused: { kind: 'bad', icon: 'error' },
  withdrawn: { kind: 'plain', icon: 'cancel' },
};
