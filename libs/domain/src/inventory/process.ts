import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, addMonths } from '../shared/plain-date';

/** The stages of a process, in their order: written down, made better, built as a workflow. */
export const PROCESS_STAGES = ['recorded', 'optimised', 'workflow'] as const;
export type ProcessStage = (typeof PROCESS_STAGES)[number];

/** The day on which each stage was reached; null: not yet. */
export interface ProcessDates {
  readonly recordedOn: PlainDate | null;
  readonly optimisedOn: PlainDate | null;
  readonly workflowOn: PlainDate | null;
}

/** The last stage that was reached; null: the process is only named so far. */
export function stageOf({ recordedOn, optimisedOn, workflowOn }: ProcessDates): ProcessStage | null {
  if (workflowOn !== null) return 'workflow';
  if (optimisedOn !== null) return 'optimised';
  return recordedOn === null ? null : 'recorded';
}

export type ProcessRefusal = Refusal<'PROCESS_STAGE_ORDER'> | Refusal<'PROCESS_STAGE_AHEAD'>;

/** Stages follow each other, in time as well, and are entered once they were reached. */
export function checkStages(
  { recordedOn, optimisedOn, workflowOn }: ProcessDates,
  today: PlainDate,
): Outcome<null, ProcessRefusal> {
  const days = [recordedOn, optimisedOn, workflowOn];
  if (days.some((day) => day !== null && day > today)) return refuse({ code: 'PROCESS_STAGE_AHEAD', params: {} });
  const isInOrder = days.every((day, at) => {
    const before = at === 0 ? day : days[at - 1];
    return day === null || (before !== null && before !== undefined && before <= day);
  });
  return isInOrder ? ok(null) : refuse({ code: 'PROCESS_STAGE_ORDER', params: {} });
}

/** Permanent process management: a process that was built is looked at again after so many months. */
export interface ProcessReview extends ProcessDates {
  /** Null: nobody looks at it again. */
  readonly reviewMonths: number | null;
  readonly reviewedOn: PlainDate | null;
}

/** The day on which a process is due to be looked at again; null where that was not agreed or nothing was recorded. */
export function reviewDueOn({ reviewMonths, reviewedOn, ...dates }: ProcessReview): PlainDate | null {
  const since = reviewedOn ?? dates.workflowOn ?? dates.optimisedOn ?? dates.recordedOn;
  return reviewMonths === null || since === null ? null : addMonths(since, reviewMonths);
}

/** Hours a year that a process saves: as planned, and as measured. `null` is not known. */
export interface ProcessHours {
  readonly plannedHours: number | null;
  readonly measuredHours: number | null;
}

export interface CountedProcess extends ProcessReview, ProcessHours {}

export interface ProcessSummary {
  readonly count: number;
  readonly recorded: number;
  readonly optimised: number;
  readonly workflow: number;
  readonly reviewsDue: number;
  /** Of the processes for which a plan is known, and of those that were measured. */
  readonly plannedHours: number;
  readonly measuredHours: number;
  readonly unmeasured: number;
}

/** All processes: a built one was also recorded and optimised. */
export function summarizeProcesses(processes: readonly CountedProcess[], today: PlainDate): ProcessSummary {
  const reached = (stage: ProcessStage): number =>
    processes.filter((one) => {
      const own = stageOf(one);
      return own !== null && PROCESS_STAGES.indexOf(own) >= PROCESS_STAGES.indexOf(stage);
    }).length;
  const measured = processes.flatMap(({ measuredHours }) => measuredHours ?? []);
  return {
    count: processes.length,
    recorded: reached('recorded'),
    optimised: reached('optimised'),
    workflow: reached('workflow'),
    reviewsDue: processes.filter((one) => isReviewDue(one, today)).length,
    plannedHours: processes.reduce((sum, { plannedHours }) => sum + (plannedHours ?? 0), 0),
    measuredHours: measured.reduce((sum, hours) => sum + hours, 0),
    unmeasured: processes.length - measured.length,
  };
}

export function isReviewDue(review: ProcessReview, today: PlainDate): boolean {
  const due = reviewDueOn(review);
  return due !== null && due <= today;
}
