import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** Portfolio > programme > project, from the top. */
export const PROJECT_LEVELS = ['portfolio', 'programme', 'project'] as const;
export type ProjectLevel = (typeof PROJECT_LEVELS)[number];

/** Where the work stands, in the order of the way. */
export const PROJECT_PHASES = ['idea', 'preparation', 'procurement', 'implementation', 'roll_out', 'handover'] as const;
export type ProjectPhase = (typeof PROJECT_PHASES)[number];

export const PROJECT_STATES = ['planned', 'running', 'paused', 'closed'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

export const PROJECT_STEPS = ['start', 'pause', 'resume', 'close', 'reopen'] as const;
export type ProjectStep = (typeof PROJECT_STEPS)[number];

/** From where each step may be taken and where it leads. */
const STEPS: Readonly<Record<ProjectStep, { readonly from: readonly ProjectState[]; readonly to: ProjectState }>> = {
  start: { from: ['planned'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  close: { from: ['planned', 'running', 'paused'], to: 'closed' },
  reopen: { from: ['closed'], to: 'running' },
};

/** The steps that may be taken from a state, for the buttons of the page. */
export function projectSteps(state: ProjectState): ProjectStep[] {
  return PROJECT_STEPS.filter((step) => STEPS[step].from.includes(state));
}

/** What a step is judged by. */
export interface ProjectStepSituation {
  readonly state: ProjectState;
  readonly reason: string;
  /** Milestones of other projects that this one waits for and that are not reached. */
  readonly openDependencies: number;
  /** Projects below that are not closed. */
  readonly openChildren: number;
}

export type ProjectStepRefusal =
  | Refusal<'PROJECT_STEP', { readonly state: ProjectState }>
  | Refusal<'PROJECT_REASON'>
  | Refusal<'PROJECT_BLOCKED', { readonly count: number }>
  | Refusal<'PROJECT_HAS_OPEN_CHILDREN', { readonly count: number }>;

/**
 * Whether a step may be taken. A project does not start before what it waits for is there; it does not pause, close or
 * come back without a reason that stays in its history.
 */
export function decideProjectStep(
  step: ProjectStep,
  { state, reason, openDependencies, openChildren }: ProjectStepSituation,
): Outcome<ProjectState, ProjectStepRefusal> {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) return refuse({ code: 'PROJECT_STEP', params: { state } });
  if (step !== 'start' && step !== 'resume' && reason.trim() === '')
    return refuse({ code: 'PROJECT_REASON', params: {} });
  if (to === 'running' && openDependencies > 0) {
    return refuse({ code: 'PROJECT_BLOCKED', params: { count: openDependencies } });
  }
  if (to === 'closed' && openChildren > 0) {
    return refuse({ code: 'PROJECT_HAS_OPEN_CHILDREN', params: { count: openChildren } });
  }
  return ok(to);
}

export type ParentRefusal = Refusal<'PROJECT_LEVEL'> | Refusal<'PROJECT_PARENT_CLOSED'>;

/** Whether something of this level may stand below another. Levels only go down, so the tree has no circles. */
export function decideParent(
  level: ProjectLevel,
  parent: { readonly level: ProjectLevel; readonly state: ProjectState } | null,
): Outcome<null, ParentRefusal> {
  if (parent === null) return ok(null);
  if (PROJECT_LEVELS.indexOf(parent.level) >= PROJECT_LEVELS.indexOf(level)) {
    return refuse({ code: 'PROJECT_LEVEL', params: {} });
  }
  return parent.state === 'closed' ? refuse({ code: 'PROJECT_PARENT_CLOSED', params: {} }) : ok(null);
}

/** What hangs on a project. */
export interface ProjectTies {
  readonly children: number;
  readonly milestones: number;
  readonly baselines: number;
  /** Links to budget lines, also those that have ended. */
  readonly lines: number;
}

/** A project on which money, milestones or other projects hang is closed or moved, never deleted. */
export function decideProjectDeletion(ties: ProjectTies): Outcome<null, Refusal<'PROJECT_KEPT'>> {
  const isBare = ties.children + ties.milestones + ties.baselines + ties.lines === 0;
  return isBare ? ok(null) : refuse({ code: 'PROJECT_KEPT', params: {} });
}
