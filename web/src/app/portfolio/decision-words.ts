import type { FrameCode } from '@etatlotse/contracts/demand/plain';
import type { Limit } from '@etatlotse/contracts/portfolio/plain';
import { frameLabels } from '../platform/frame.labels';
import { formatEuro, formatFte, formatNumber } from '../ui/amount/format';
import { portfolioLabels } from './portfolio.labels';

/** Points are kept in hundredths; people read one decimal. */
export const pointsText = (hundredths: number): string => formatNumber(hundredths / 100, 1);

/** Thousandths of an FTE with two decimals and the unit. */
export const fteText = (thousandths: number): string => formatFte(thousandths / 1000, 2);

export const frameName = (frame: string | null): string =>
  frame === null ? frameLabels().none : frameLabels().names[frame as FrameCode];

/** A limit by name: a frame in a year, or the staff of a year. */
export function limitName({ kind, frame, year }: Pick<Limit, 'kind' | 'frame' | 'year'>): string {
  const t = portfolioLabels();
  return kind === 'money' ? t.moneyOf(frameName(frame), String(year)) : t.staffOf(String(year));
}

/** An amount of a limit in its own unit, exactly. */
export const limitAmount = ({ kind }: Pick<Limit, 'kind'>, amount: number): string =>
  kind === 'money' ? formatEuro(amount) : fteText(amount);

/** "es fehlen 40.000,00 € in Kern-IT 2027". */
export function shortText({ limit, amount }: { readonly limit: Limit; readonly amount: number }): string {
  const t = portfolioLabels();
  return limit.kind === 'money'
    ? t.shortMoney(formatEuro(amount), frameName(limit.frame), String(limit.year))
    : t.shortStaff(fteText(amount), String(limit.year));
}
