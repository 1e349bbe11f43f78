import type { EarmarkRow } from '@etatlotse/contracts/authority/plain';
import type { IconName } from '../ui/icon/icons';
import { earmarkLabels } from './earmark.labels';

/** How a proof of use is shown: a colour for what has to be done, always with its word. */
export interface ProofLook {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
  readonly word: string;
}

const OPEN: Readonly<Record<EarmarkRow['proofDeadline'], Omit<ProofLook, 'word'>>> = {
  none: { kind: 'plain', icon: 'schedule' },
  later: { kind: 'plain', icon: 'schedule' },
  soon: { kind: 'warn', icon: 'schedule' },
  overdue: { kind: 'bad', icon: 'error' },
};

export function proofLook({ proofState, proofDeadline }: EarmarkRow): ProofLook {
  const words = earmarkLabels();
  if (proofState === 'accepted') return { kind: 'ok', icon: 'check_circle', word: words.proofStates.accepted };
  if (proofState === 'submitted') return { kind: 'info', icon: 'send', word: words.proofStates.submitted };
  return { ...OPEN[proofDeadline], word: words.deadlines[proofDeadline] };
}
