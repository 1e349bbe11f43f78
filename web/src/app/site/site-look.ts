import type { DecisionView, InvestmentRow } from '@etatlotse/contracts/site/plain';
import type { NetworkZone } from '@etatlotse/domain/budget';
import type { SplitPart } from '@etatlotse/domain/site';
import { formatShare } from '@etatlotse/domain/shared';
import { frameLabels } from '../platform/frame.labels';
import { networkLabels } from '../platform/network.labels';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { language } from '../ui/language/language';
import { siteLabels } from './site.labels';

/* How sites are shown. Pure; every amount comes from the API. */

export const zonesText = (zones: readonly NetworkZone[]): string =>
  zones.map((zone) => networkLabels().zones[zone]).join(', ');

export const partText = ({ zone, frame }: Pick<SplitPart, 'zone' | 'frame'>): string =>
  `${networkLabels().zones[zone]}, ${frameLabels().names[frame]}`;

export const shareText = (basisPoints: number): string => formatShare(basisPoints, language());

export const decisionText = ({ body, decidedOn, document }: DecisionView): string =>
  siteLabels().decision(body, formatDate(decidedOn), document);

/** One network, or what each of them bears. */
export function sharesText({ shares }: InvestmentRow): string[] {
  const [only, second] = shares;
  if (only !== undefined && second === undefined) return [partText(only)];
  return shares.map((share) => `${partText(share)}: ${formatEuro(share.amountCents)}`);
}
