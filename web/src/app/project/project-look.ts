import type { ProjectState, ProjectStatus, Ratio } from '@etatlotse/contracts/project/plain';
import { formatNumber, formatPercent } from '../ui/amount/format';
import type { IconName } from '../ui/icon/icons';

interface Look {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
}

export const STATUS_LOOKS: Readonly<Record<ProjectStatus, Look>> = {
  green: { kind: 'ok', icon: 'check_circle' },
  yellow: { kind: 'warn', icon: 'warning' },
  red: { kind: 'bad', icon: 'error' },
  unknown: { kind: 'plain', icon: 'help' },
};

export const STATE_LOOKS: Readonly<Record<ProjectState, Look>> = {
  planned: { kind: 'plain', icon: 'schedule' },
  running: { kind: 'info', icon: 'work' },
  paused: { kind: 'warn', icon: 'pending' },
  closed: { kind: 'plain', icon: 'lock' },
};

/** `0,86`; a dash where there is nothing to divide by. */
export function ratioText(ratio: Ratio | null, decimals = 2): string {
  return ratio === null ? '–' : formatNumber(ratio.numerator / ratio.denominator, decimals);
}

/** 4500 as `45 %`, 4550 as `45,5 %`. */
export function shareText(basisPoints: number): string {
  const decimals = basisPoints % 100 === 0 ? 0 : basisPoints % 10 === 0 ? 1 : 2;
  return formatPercent(basisPoints / 10_000, decimals);
}
