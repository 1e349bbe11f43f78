import type { ProjectBubble, ProjectRow, ProjectStatus, ProjectSummary } from '@etatlotse/contracts/project';
import { earnedValueOfSums } from '@etatlotse/domain/project';
import { cents, type Ratio, sumCents } from '@etatlotse/domain/shared';

/** Open projects added up. PV, EV and AC add up; the rates of the whole are reckoned anew from the sums. */
export function summarize(rows: readonly ProjectRow[], reportDays: number): ProjectSummary {
  const byStatus: Record<ProjectStatus, number> = { green: 0, yellow: 0, red: 0, unknown: 0 };
  for (const { status } of rows) byStatus[status] += 1;
  const earned = rows.flatMap((row) => row.earned ?? []);
  return {
    projects: rows.length,
    byStatus,
    reportDays,
    stale: rows.filter(({ isStale }) => isStale).length,
    differing: rows.filter((row) => row.differsFromRule).length,
    withoutBaseline: rows.length - earned.length,
    earned: earnedValueOfSums({
      bacCents: sumCents(earned.map((one) => one.bacCents)),
      plannedValueCents: sumCents(earned.map((one) => one.plannedValueCents)),
      earnedValueCents: sumCents(earned.map((one) => one.earnedValueCents)),
      actualCents: sumCents(earned.map((one) => one.actualCents)),
    }),
    originalBudgetCents: sumCents(rows.map((row) => cents(row.originalBudgetCents ?? 0))),
    bubbles: rows.flatMap(bubbleOf),
  };
}

/** A project with both rates; one of which a rate is unknown has no place in the picture. */
function bubbleOf({ id, name, status, earned }: ProjectRow): ProjectBubble[] {
  if (earned === null || earned.cpi === null || earned.spi === null) return [];
  const { cpi, spi, bacCents } = earned;
  return [{ id, name, status, cpiHundredths: hundredths(cpi), spiHundredths: hundredths(spi), bacCents }];
}

const hundredths = ({ numerator, denominator }: Ratio): number => Math.round((numerator * 100) / denominator);
