import type { TaskMonthRow, TaskOutlook, TaskRow } from '@etatlotse/contracts/capacity/plain';
import { formatNumber } from '../ui/amount/format';
import { formatMonthName } from '../ui/date/format';
import { casesText } from './task-look';
import { taskPageLabels } from './task-page.labels';

/* The answer of a task's page in one sentence. Pure; every figure comes from the API. */

export const monthName = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${formatMonthName(month)} ${year}`;

/** Months of the fiscal year that are still to come, or all of them where none is. */
function monthsAsked({ months, fiscalYear }: TaskOutlook, today: string): readonly TaskMonthRow[] {
  const ofYear = months.filter(({ year }) => year === fiscalYear);
  const current = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  const ahead = ofYear.filter(({ year, month }) => year * 12 + month >= current);
  return ahead.length > 0 ? ahead : ofYear;
}

/** "Im Mai 2026 fehlen 1,4 Stellen; der Rückstand wächst auf 760 Fälle im Dezember 2026." */
export function taskSentence(task: TaskRow, outlook: TaskOutlook, today: string): string {
  const words = taskPageLabels().sentence;
  const months = monthsAsked(outlook, today);
  const known = months.filter(({ requiredFte }) => requiredFte !== null);
  if (known.length === 0) return `${words.unknown} ${whyUnknown(task, outlook)}`;
  const hardest = known.reduce((a, b) => (needOf(b) > needOf(a) ? b : a));
  if (outlook.isProtected) return words.protected(monthName(hardest), formatNumber(hardest.requiredFte ?? 0, 1));
  const missing = -(hardest.gapFte ?? 0);
  // Less than a twentieth of a post is shown as 0.0 and missing for nobody.
  const need =
    missing >= 0.05 ? words.missing(monthName(hardest), formatNumber(missing, 1)) : words.enough(outlook.fiscalYear);
  return task.kind === 'hours' ? `${need}.` : `${need}; ${backlogText(outlook)}`;
}

const needOf = ({ gapFte, requiredFte }: TaskMonthRow): number => (gapFte === null ? (requiredFte ?? 0) : -gapFte);

function whyUnknown({ kind, baseSeconds }: TaskRow, { year, missingParameters }: TaskOutlook): string {
  const words = taskPageLabels().sentence;
  if (kind === 'cases' && baseSeconds === null) return words.unknownMinutes;
  if (missingParameters.length > 0) return words.unknownFigures;
  const count = year.unknownMonths;
  return words.unknownNumbers(count === 1 ? words.month : words.months(formatNumber(count)));
}

function backlogText({ months, stock, fiscalYear }: TaskOutlook): string {
  const words = taskPageLabels().sentence;
  const counted = months.filter(({ backlog, year }) => backlog !== null && year === fiscalYear);
  const last = counted.at(-1);
  if (stock === null || last === undefined) return words.backlogUnknown;
  const end = Math.round(last.backlog ?? 0);
  if (end === 0)
    return words.backlogGone(monthName(counted.find(({ backlog }) => Math.round(backlog ?? 0) === 0) ?? last));
  if (end === stock.workable) return words.backlogSame(casesText(end));
  return end > stock.workable
    ? words.backlogGrows(casesText(end), monthName(last))
    : words.backlogShrinks(casesText(end), monthName(last));
}
