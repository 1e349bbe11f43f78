import type { ExtraSphere } from '@etatlotse/domain/authority';
import { EXTRA_SPHERES } from '@etatlotse/domain/authority';
import { formatEuro } from '../ui/amount/format';
import { extraLabels } from './extra.labels';

/** "80.000,00 € Aufwand und 50.000,00 € Investition", never added; empty where there is neither. */
export function bothSides(cents: Readonly<Record<ExtraSphere, number>>): string {
  const words = extraLabels();
  return EXTRA_SPHERES.filter((side) => cents[side] !== 0)
    .map((side) => `${formatEuro(cents[side])} ${words[side]}`)
    .join(` ${words.and} `);
}
