import type { JudgedStatus, ProjectRow } from '@etatlotse/contracts/project';
import {
  differsFromRule,
  type EarnedValue,
  earnedValue,
  plannedShare,
  type ProgressMethod,
  reachedShare,
  type RuledStatus,
  slipDays,
  statusByRule,
  type StatusLimits,
  type TrackedMilestone,
} from '@etatlotse/domain/project';
import { cents, isStale, type PlainDate } from '@etatlotse/domain/shared';

type Names =
  | 'id'
  | 'level'
  | 'key'
  | 'name'
  | 'parent'
  | 'unitName'
  | 'phase'
  | 'state'
  | 'plannedStart'
  | 'plannedEnd'
  | 'actualCents'
  | 'committedCents'
  | 'baselines'
  | 'originalBudgetCents'
  | 'originalEnd'
  | 'currentEnd';

/** What the database knows of a project; nothing in it has been judged. */
export interface ProjectFacts extends Pick<ProjectRow, Names> {
  readonly progressMethod: ProgressMethod;
  readonly reportedOn: PlainDate;
  readonly judged: JudgedStatus | null;
  /** What somebody last judged to be done. */
  readonly judgedBasisPoints: number | null;
  readonly isOverdrawn: boolean;
  readonly budgetCents: number | null;
  readonly milestones: readonly TrackedMilestone[];
  /** Null where the first baseline is the current one. */
  readonly originalMilestones: readonly TrackedMilestone[] | null;
}

/** What the city has settled about projects for the year. */
export interface ProjectLimits {
  /** From when on a project is yellow or red. */
  readonly status: StatusLimits;
  /** After how many days without a word it counts as not reported. */
  readonly reportDays: number;
}

/** A project as it stands on a day, with what its page needs beside the row. */
export interface JudgedProject {
  readonly row: ProjectRow;
  readonly ruled: RuledStatus;
  readonly plannedBasisPoints: number;
  readonly doneBasisPoints: number;
  readonly earnedOriginal: EarnedValue | null;
}

/** What the rules make of the facts on a day. */
export function judgeProject(facts: ProjectFacts, today: PlainDate, limits: ProjectLimits): JudgedProject {
  const { milestones, judged, budgetCents } = facts;
  const plannedBasisPoints = plannedShare(milestones, today);
  const doneBasisPoints = doneOf(facts, milestones, today);
  const earned = earnedOf(facts, budgetCents, milestones, today);
  const slip = slipDays(milestones, today);
  const ruled = statusByRule(
    { earned, hasMilestones: milestones.length > 0, slipDays: slip, isOverdrawn: facts.isOverdrawn },
    limits.status,
  );
  const { originalBudgetCents, originalMilestones } = facts;
  const earnedOriginal =
    originalMilestones === null ? null : earnedOf(facts, originalBudgetCents, originalMilestones, today);
  const row: ProjectRow = {
    id: facts.id,
    level: facts.level,
    key: facts.key,
    name: facts.name,
    parent: facts.parent,
    unitName: facts.unitName,
    phase: facts.phase,
    state: facts.state,
    plannedStart: facts.plannedStart,
    plannedEnd: facts.plannedEnd,
    status: ruled.status,
    judged,
    differsFromRule: differsFromRule(ruled.status, judged),
    earned,
    actualCents: facts.actualCents,
    committedCents: facts.committedCents,
    baselines: facts.baselines,
    originalBudgetCents,
    originalEnd: facts.originalEnd,
    currentEnd: facts.currentEnd,
    slipDays: slip,
    reportedOn: facts.reportedOn,
    isStale: facts.state !== 'closed' && isStale(facts.reportedOn, today, limits.reportDays),
  };
  return { row, ruled, plannedBasisPoints, doneBasisPoints, earnedOriginal };
}

function earnedOf(
  facts: ProjectFacts,
  budgetCents: number | null,
  milestones: readonly TrackedMilestone[],
  today: PlainDate,
): EarnedValue | null {
  if (budgetCents === null) return null;
  return earnedValue({
    bacCents: cents(budgetCents),
    plannedBasisPoints: plannedShare(milestones, today),
    doneBasisPoints: doneOf(facts, milestones, today),
    actualCents: cents(Math.max(0, facts.actualCents)),
  });
}

/** What is done: by milestones, or as it was last judged where that is how this project is followed. */
function doneOf(facts: ProjectFacts, milestones: readonly TrackedMilestone[], today: PlainDate): number {
  return facts.progressMethod === 'judged' && facts.judgedBasisPoints !== null
    ? facts.judgedBasisPoints
    : reachedShare(milestones, today);
}
