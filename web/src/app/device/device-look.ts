import type { DemandYear, DeviceClassView, LowValueView, StockView } from '@etatlotse/contracts/device/plain';
import type { UseView } from '@etatlotse/contracts/site/plain';
import type { AccountKind } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { networkLabels } from '../platform/network.labels';
import { formatEuro, formatNumber, formatShortEuro } from '../ui/amount/format';
import type { BarChart } from '../ui/chart/chart.types';
import type { IconName } from '../ui/icon/icons';
import { devicePageLabels } from './device-page.labels';
import { deviceLabels } from './device.labels';

/* How devices are shown: words, icons, bars. Pure; every amount and count comes from the API. */

export const CLASS_LOOKS: Readonly<
  Record<AccountKind, { readonly kind: 'plain' | 'info' | 'warn'; readonly icon?: IconName }>
> = {
  expense: { kind: 'plain' },
  investment: { kind: 'info' },
  ask: { kind: 'warn', icon: 'help' },
};

/** Why something is expense or investment, with the example account. */
export function classReason({ reason, account }: DeviceClassView): string {
  const words = deviceLabels();
  return account === null ? words.reasons[reason] : `${words.reasons[reason]}, ${words.account(account)}`;
}

/** "4 Jahre", "unter 1 Jahr". */
export function ageText(years: number): string {
  const words = deviceLabels();
  if (years === 0) return devicePageLabels().stock.new;
  return years === 1 ? words.yearOne : words.years(formatNumber(years));
}

/** Network and frame in words, or the key. */
export function useText({ networkZone, frame, splitKey }: UseView): string {
  if (splitKey !== null) return `${networkLabels().shared}: ${splitKey.name}`;
  const zone = networkZone === null ? '' : networkLabels().zones[networkZone];
  return frame === null ? zone : `${zone}, ${frameLabels().names[frame]}`;
}

/** The age pyramid: oldest on top, what is beyond its cycle apart. */
export function pyramidChart({ ages }: StockView): BarChart {
  const words = devicePageLabels().stock;
  const rows = ages.toReversed();
  return {
    kind: 'bar',
    question: words.pyramid,
    sentence: pyramidSentence(ages),
    unit: 'number',
    isStacked: true,
    isHorizontal: true,
    categories: rows.map(({ ageYears }) => ageText(ageYears)),
    series: [
      { label: words.inCycle, tone: 'run', values: rows.map(({ devices, dueDevices }) => devices - dueDevices) },
      { label: words.due, tone: 'change', values: rows.map(({ dueDevices }) => dueDevices), hatched: true },
    ],
  };
}

/** The age that most devices have. */
export function pyramidSentence(ages: StockView['ages']): string {
  const [first, ...others] = ages;
  if (first === undefined) return '';
  const most = others.reduce((best, row) => (row.devices > best.devices ? row : best), first);
  return devicePageLabels().stock.pyramidFinding(ageText(most.ageYears), formatNumber(most.devices));
}

/** The demand by year: expense, investment, and what has to be settled. */
export function demandChart(years: readonly DemandYear[]): BarChart {
  const words = devicePageLabels().demand;
  const { classes } = deviceLabels();
  const [first] = years;
  return {
    kind: 'bar',
    question: words.years,
    sentence: first === undefined ? '' : words.sentence(first.fiscalYear, formatShortEuro(first.grossCents)),
    unit: 'cents',
    isStacked: true,
    categories: years.map(({ fiscalYear }) => String(fiscalYear)),
    series: [
      { label: classes.expense, tone: 'run', values: years.map(({ byClass }) => byClass.expense) },
      { label: classes.investment, tone: 'change', values: years.map(({ byClass }) => byClass.investment) },
      { label: classes.ask, tone: 'unknown', values: years.map(({ byClass }) => byClass.ask), hatched: true },
    ],
  };
}

/** The low-value rule of a year in sentences, with its source. */
export function ruleSentences(rule: LowValueView): string[] {
  const words = deviceLabels();
  const [from, to] = [formatEuro(rule.fromNetCents), formatEuro(rule.toNetCents)];
  return [
    words.rule(from, to, words.classes[rule.budgetedAs], rule.exampleAccount),
    `${words.ruleLimits[rule.lower](from)} ${words.ruleLimits[rule.upper](to)} ${words.ruleStandalone}`,
    words.ruleSource(rule.source, rule.validFrom),
  ];
}
