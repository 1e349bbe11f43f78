import type { ExtraState } from '@etatlotse/domain/authority';
import type { IconName } from '../ui/icon/icons';

/** How a state looks: always a colour with an icon and a word. */
export const EXTRA_LOOKS: Readonly<
  Record<ExtraState, { readonly kind: 'plain' | 'info' | 'ok' | 'bad'; readonly icon: IconName }>
> = {
  draft: { kind: 'plain', icon: 'edit' },
  submitted: { kind: 'info', icon: 'send' },
  examined: { kind: 'info', icon: 'rule' },
  granted: { kind: 'ok', icon: 'check_circle' },
  refused: { kind: 'bad', icon: 'cancel' },
  withdrawn: { kind: 'plain', icon: 'undo' },
};
