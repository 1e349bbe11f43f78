import type { TaskYear } from '@etatlotse/contracts/capacity/plain';
import { formatNumber } from '../ui/amount/format';
import { formatMonth } from '../ui/date/format';
import { gapLook, type Look } from './capacity-look';

/* How figures of tasks are shown. Pure. */

/** State of a year: what is not known is not enough and not too little. */
export function yearLook(year: TaskYear): Look {
  return gapLook({ gapFte: year.unknownMonths > 0 ? null : year.gapFte });
}

export const fteText = (fte: number | null, isSigned = false): string | null =>
  fte === null ? null : formatNumber(fte, 2, isSigned);

/** `Mai 26`. */
export const monthText = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${formatMonth(month)} ${String(year).slice(2)}`;

export const minutesText = (seconds: number): string => {
  const minutes = seconds / 60;
  return formatNumber(minutes, Number.isInteger(minutes) ? 0 : 1);
};

/** Cases are whole; hardly any has a part to show. */
export const casesText = (cases: number): string => formatNumber(Math.round(cases));
