import { formatCents, formatNumber } from '../ui/amount/format';
import { trainingLabels } from './training.labels';

/** Who came, or that it has not been held yet. */
export function attendedText({ attended }: { readonly attended: number | null }): string {
  return attended === null ? trainingLabels().notHeld : formatNumber(attended);
}

/** What the seats cost, or that a contract or a line pays for the whole. */
export function costColumn({ costCents }: { readonly costCents: number | null }): string {
  return costCents === null ? trainingLabels().covered : formatCents(costCents);
}
