import type { ServiceReach, ServiceRow } from '@etatlotse/contracts/inventory/plain';
import type { RecordLook } from '../ui/record/record-table';
import { catalogueLabels } from './catalogue.labels';

const LOOKS: Readonly<Record<ServiceReach, Omit<RecordLook, 'word'>>> = {
  offline: { kind: 'plain', icon: 'cancel' },
  online: { kind: 'info', icon: 'check' },
  end_to_end: { kind: 'ok', icon: 'check_circle' },
};

/** How far a service is, in a word. */
export function reachLook({ hasForm, maturity }: Pick<ServiceRow, 'hasForm' | 'maturity'>): RecordLook {
  const reach = maturity === 3 ? 'end_to_end' : hasForm ? 'online' : 'offline';
  return { ...LOOKS[reach], word: catalogueLabels().reaches[reach] };
}

export const TICKS = ['hasForm', 'hasProcedure', 'hasDms'] as const;

/** Names of the ticks that are reached. */
export function ticksText(service: Pick<ServiceRow, (typeof TICKS)[number]>): string {
  const { tickNames } = catalogueLabels();
  return TICKS.filter((tick) => service[tick])
    .map((tick) => tickNames[tick])
    .join(', ');
}
