import type { LockRow, LockState } from '@etatlotse/contracts/authority/plain';
import { formatEuro, formatPercent } from '../ui/amount/format';
import type { IconName } from '../ui/icon/icons';
import { lockLabels } from './lock.labels';

/** How each state looks, always with its word beside. */
export const LOCK_LOOKS: Readonly<
  Record<LockState, { readonly kind: 'info' | 'warn' | 'ok' | 'plain'; readonly icon: IconName }>
> = {
  waiting: { kind: 'info', icon: 'pending' },
  in_force: { kind: 'warn', icon: 'lock' },
  lifted: { kind: 'ok', icon: 'lock_open' },
  dismissed: { kind: 'plain', icon: 'cancel' },
};

/** How much a lock takes, in words: "10 % des fortgeschriebenen Ansatzes". */
export function extentOf({ method, basisPoints, totalCents }: LockRow): string {
  const words = lockLabels().methods;
  switch (method) {
    case 'percentage':
      return words.percentage(shareText(basisPoints ?? 0));
    case 'reduction':
      return words.reduction(formatEuro(totalCents ?? 0));
    case 'amounts':
      return words.amounts;
  }
}

/** Basis points as a share: whole percent without decimals. */
function shareText(basisPoints: number): string {
  return formatPercent(basisPoints / 10_000, basisPoints % 100 === 0 ? 0 : 2);
}
