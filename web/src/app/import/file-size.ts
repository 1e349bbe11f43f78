import { formatNumber } from '../ui/amount/format';

const KILO = 1024;

/** The size of a file in the unit a person would say: `906 kB`, `1,2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < KILO) return `${formatNumber(bytes)}\u00a0B`;
  if (bytes < KILO * KILO) return `${formatNumber(Math.round(bytes / KILO))}\u00a0kB`;
  return `${formatNumber(bytes / KILO / KILO, 1)}\u00a0MB`;
}
