import type { ContractNotice, ContractRow, ContractState, ContractYearRow } from '@etatlotse/contracts/contract/plain';
import { daysBetween, plainDate } from '@etatlotse/domain/shared';
import { formatNumber, formatShortEuro } from '../ui/amount/format';
import type { BarChart } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import type { IconName } from '../ui/icon/icons';
import { contractListLabels } from './contract-lists.labels';
import { contractLabels } from './contract.labels';

/* How contracts are shown: words, icons, bars. Pure; every amount comes from the API. */

export interface Look {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
  readonly word: string;
}

const STATES: Readonly<Record<ContractState, Omit<Look, 'word'>>> = {
  upcoming: { kind: 'plain', icon: 'schedule' },
  running: { kind: 'ok', icon: 'check_circle' },
  stopped: { kind: 'warn', icon: 'timer' },
  ended: { kind: 'plain', icon: 'cancel' },
};

export function stateLook({ state }: Pick<ContractRow, 'state'>): Look {
  return { ...STATES[state], word: contractLabels().states[state] };
}

/** "31.12.2026 (in 87 Tagen)": how far away a day is, beside the day. */
export function awayText(today: string, day: string): string {
  const words = contractLabels();
  const days = daysBetween(plainDate(today), plainDate(day));
  if (days < 0) return formatDate(day);
  const away = days === 0 ? words.today : days === 1 ? words.tomorrow : words.inDays(formatNumber(days));
  return `${formatDate(day)} (${away})`;
}

export function noticeText(notice: ContractNotice | null): string {
  const words = contractLabels();
  if (notice === null) return words.noNotice;
  return `${formatNumber(notice.length)} ${words.noticeUnits[notice.unit]} ${words.noticeTargets[notice.to]}`;
}

/** Bound below, what notice gives back above it. */
export function yearsChart(question: string, years: readonly ContractYearRow[]): BarChart {
  const words = contractListLabels().register;
  const [first] = years;
  return {
    kind: 'bar',
    question,
    sentence:
      first === undefined
        ? ''
        : words.sentence(first.fiscalYear, formatShortEuro(first.costCents), formatShortEuro(first.boundCents)),
    unit: 'cents',
    isStacked: true,
    categories: years.map(({ fiscalYear }) => String(fiscalYear)),
    series: [
      { label: words.bound, tone: 'obligo', values: years.map(({ boundCents }) => boundCents) },
      { label: words.free, tone: 'avail', values: years.map((year) => year.costCents - year.boundCents) },
    ],
  };
}
