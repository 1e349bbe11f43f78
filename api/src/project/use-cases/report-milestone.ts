import type { ProjectChanged, ReportMilestone } from '@etatlotse/contracts/project';
import { checkMilestoneReport, type MilestoneReportRefusal } from '@etatlotse/domain/project';
import { ok, type Outcome, type PlainDate, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findMilestone, saveMilestone } from '../project-plan.repository';
import { type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';

/** Says how a milestone stands: reached, or when it is expected. Two people may report on two milestones at once. */
export async function reportMilestone(
  tx: Transaction,
  projectId: string,
  milestoneId: string,
  report: ReportMilestone,
): Promise<Outcome<ProjectChanged, HeldRefusal | MilestoneReportRefusal>> {
  const held = await holdOpenProject(tx, projectId, null);
  if (!held.ok) return held;
  const milestone = await findMilestone(tx, projectId, milestoneId);
  if (milestone === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (milestone.version !== report.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const { plannedStart, startedOn } = held.value;
  const [forecastOn, earliestOn, latestOn, actualOn] = [
    dayOf(report.forecastOn),
    dayOf(report.earliestOn),
    dayOf(report.latestOn),
    dayOf(report.actualOn),
  ] as const;
  const today = plainDate(tx.today);
  const checked = checkMilestoneReport(
    { forecastOn, earliestOn, latestOn, actualOn },
    { plannedStart, startedOn, today },
  );
  if (!checked.ok) return checked;
  await saveMilestone(tx, milestoneId, report);
  await recordEvent(
    tx,
    projectId,
    'milestone',
    {
      milestoneId,
      name: milestone.name,
      forecastOn,
      actualOn,
      before: milestone.forecastOn,
      wasReached: milestone.actualOn,
    },
    report.remark,
  );
  return ok({ id: milestoneId, version: milestone.version + 1 });
}

const dayOf = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
