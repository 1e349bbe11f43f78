import type { Permission } from '../access/permissions';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';

/** The way of a demand in the words of the source paper: ermittelt, geprüft, beraten, geplant, beschlossen. */
export const DEMAND_STATES = [
  'draft',
  'submitted',
  'determined',
  'examined',
  'deliberated',
  'planned',
  'adopted',
  'deferred',
  'rejected',
  'withdrawn',
] as const;
export type DemandState = (typeof DEMAND_STATES)[number];

/** Where a demand comes to rest. */
export const DEMAND_ENDS: readonly DemandState[] = ['adopted', 'deferred', 'rejected', 'withdrawn'];

export const DEMAND_STEPS = [
  'submit',
  'determine',
  'examine',
  'deliberate',
  'plan',
  'adopt',
  'hand_back',
  'unplan',
  'defer',
  'reject',
  'reconsider',
  'discard',
  'withdraw',
] as const;
export type DemandStep = (typeof DEMAND_STEPS)[number];

/** What a step asks for beside the right to take it. */
export const DEMAND_REQUIREMENTS = [
  'reason',
  'round_open',
  'in_time',
  'complete',
  'frame',
  'four_desks',
  'deliberation',
  'cover',
  'fte',
  'resolution',
] as const;
export type DemandRequirement = (typeof DEMAND_REQUIREMENTS)[number];

/** Who takes a step: a person by a button, or the workflow itself when a person has done the last thing it waited for. */
export interface StepRule {
  readonly from: readonly DemandState[];
  readonly to: DemandState;
  readonly permission: Permission;
  /** Nobody decides on a demand that they own, drafted or submitted. */
  readonly fourEyes: boolean;
  readonly requires: readonly DemandRequirement[];
  /** `auto`: taken together with the last sign-off of the four desks. */
  readonly by: 'person' | 'auto';
}

/**
 * The one table of the workflow. The API, the buttons and the diagram of the help page are drawn from it, and a test walks
 * it.
 */
export const DEMAND_WORKFLOW: Readonly<Record<DemandStep, StepRule>> = {
  submit: person(['draft'], 'submitted', 'demand.submit', ['round_open', 'complete', 'in_time'], false),
  determine: person(['submitted'], 'determined', 'demand.decide', ['frame']),
  examine: { ...person(['determined'], 'examined', 'demand.review', ['four_desks']), by: 'auto' },
  deliberate: person(['examined'], 'deliberated', 'demand.decide', ['deliberation']),
  plan: person(['deliberated'], 'planned', 'demand.decide', ['cover', 'fte']),
  adopt: person(['planned'], 'adopted', 'demand.adopt', ['resolution']),
  hand_back: person(['submitted', 'determined', 'examined', 'deliberated'], 'draft', 'demand.decide', ['reason']),
  unplan: person(['planned'], 'deliberated', 'demand.decide', ['reason']),
  defer: person(['submitted', 'determined', 'examined', 'deliberated', 'planned'], 'deferred', 'demand.decide', [
    'reason',
  ]),
  reject: person(['submitted', 'determined', 'examined', 'deliberated', 'planned'], 'rejected', 'demand.decide', [
    'reason',
  ]),
  reconsider: person(['deferred', 'rejected'], 'submitted', 'demand.decide', ['reason']),
  discard: person(['draft'], 'withdrawn', 'demand.write', [], false),
  withdraw: person(
    ['submitted', 'determined', 'examined', 'deliberated'],
    'withdrawn',
    'demand.submit',
    ['reason'],
    false,
  ),
};

function person(
  from: readonly DemandState[],
  to: DemandState,
  permission: Permission,
  requires: readonly DemandRequirement[],
  fourEyes = true,
): StepRule {
  return { from, to, permission, requires, fourEyes, by: 'person' };
}

/** What a step is judged by. The caller finds out what is unmet; a requirement that is not asked for is not looked at. */
export interface DemandStepSituation {
  readonly state: DemandState;
  /**
   * Whether the person holds a permission for the demand's unit; `independent`: also without the roles that they hold as a
   * substitute of somebody whose demand it is.
   */
  readonly holds: (permission: Permission, independent: boolean) => boolean;
  /** Owner, drafter or submitter. */
  readonly isOwn: boolean;
  readonly unmet: ReadonlySet<DemandRequirement>;
}

export type DemandStepRefusal =
  | Refusal<'DEMAND_STEP', { readonly state: DemandState }>
  | Refusal<'DEMAND_STEP_FORBIDDEN', { readonly step: DemandStep }>
  | Refusal<'DEMAND_OWN'>
  | Refusal<'DEMAND_REQUIREMENT', { readonly missing: readonly DemandRequirement[] }>;

/** Whether a step may be taken now, and where it leads. */
export function decideDemandStep(
  step: DemandStep,
  { state, holds, isOwn, unmet }: DemandStepSituation,
): Outcome<DemandState, DemandStepRefusal> {
  const { from, to, permission, fourEyes, requires } = DEMAND_WORKFLOW[step];
  if (!from.includes(state)) return refuse({ code: 'DEMAND_STEP', params: { state } });
  if (!holds(permission, false)) return refuse({ code: 'DEMAND_STEP_FORBIDDEN', params: { step } });
  if (fourEyes && (isOwn || !holds(permission, true))) return refuse({ code: 'DEMAND_OWN', params: {} });
  const missing = requires.filter((requirement) => unmet.has(requirement));
  return missing.length > 0 ? refuse({ code: 'DEMAND_REQUIREMENT', params: { missing } }) : ok(to);
}

/** The steps that somebody could take from a state, for the buttons of a page. What is still missing is said at the step. */
export function demandSteps({ state, holds, isOwn }: Omit<DemandStepSituation, 'unmet'>): DemandStep[] {
  return DEMAND_STEPS.filter((step) => {
    const { from, permission, fourEyes, by } = DEMAND_WORKFLOW[step];
    return by === 'person' && from.includes(state) && holds(permission, fourEyes) && !(fourEyes && isOwn);
  });
}

/** What is in the demand can be changed only while it is a draft; after that it is handed back with a reason. */
export function isEditable(state: DemandState): boolean {
  return state === 'draft';
}
