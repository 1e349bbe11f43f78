import { type FiscalYear, firstDayOf } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, addDays, laterOf } from '../shared/plain-date';
import { yearsDecidedTooLate } from './plan-supplement';

/** States of a plan version: draft, eingebracht, beschlossen, vorgelegt, bekannt gemacht, in Kraft, abgelöst. */
export const PLAN_VERSION_STATES = [
  'draft',
  'introduced',
  'adopted',
  'submitted',
  'published',
  'in_force',
  'superseded',
] as const;
export type PlanVersionState = (typeof PLAN_VERSION_STATES)[number];

/** What can be done with a plan version. */
export type PlanVersionStep =
  'introduce' | 'take_back' | 'adopt' | 'submit' | 'publish' | 'enter_into_force' | 'supersede';

/** What a step asks for. */
export type PlanVersionRequirement =
  | 'content_complete'
  | 'base_in_force'
  | 'extra_answered'
  | 'changes_decided'
  | 'reason'
  | 'decision_date'
  | 'decision_document'
  | 'decided_in_year'
  | 'second_person'
  | 'submission_date'
  | 'display_end'
  | 'in_force_day_reached';

interface PlanVersionRule {
  readonly from: PlanVersionState;
  readonly to: PlanVersionState;
  readonly requires: readonly PlanVersionRequirement[];
}

/**
 * The life of a plan version as one table. The vote does not put it in force: that takes the supervision, the public
 * display and the day after it (R14). Only a version in force feeds appropriations.
 */
export const PLAN_VERSION_STEPS: Readonly<Record<PlanVersionStep, PlanVersionRule>> = {
  introduce: {
    from: 'draft',
    to: 'introduced',
    requires: ['content_complete', 'base_in_force', 'extra_answered'],
  },
  take_back: { from: 'introduced', to: 'draft', requires: ['reason'] },
  adopt: {
    from: 'introduced',
    to: 'adopted',
    requires: [
      'content_complete',
      'base_in_force',
      'extra_answered',
      'changes_decided',
      'decision_date',
      'decision_document',
      'decided_in_year',
      'second_person',
    ],
  },
  submit: { from: 'adopted', to: 'submitted', requires: ['submission_date'] },
  publish: { from: 'submitted', to: 'published', requires: ['display_end'] },
  enter_into_force: { from: 'published', to: 'in_force', requires: ['base_in_force', 'in_force_day_reached'] },
  supersede: { from: 'in_force', to: 'superseded', requires: [] },
};

/** What is known about a version when a step is taken; null is not known yet. */
export interface PlanVersionFacts {
  /** First plan year of the version. */
  readonly fiscalYear: FiscalYear;
  /** The day on which the step is taken. */
  readonly today: PlainDate;
  /** Findings of `introduceFindings`. */
  readonly findingCount: number;
  /** Whether the plan that a supplementary budget changes is still in force; true for every other version. */
  readonly isBaseInForce: boolean;
  /** Questions of a supplementary budget that nobody has answered (`extraQuestions`). */
  readonly openQuestionCount: number;
  /** Changes without a decision (R22). */
  readonly openChangeCount: number;
  /** Plan years that a supplementary budget changes; empty for every other version. */
  readonly changedYears: readonly FiscalYear[];
  readonly requestedBy: string;
  readonly approvedBy: string | null;
  readonly reason: string | null;
  readonly decidedOn: PlainDate | null;
  /** Council paper or minutes that hold the decision. */
  readonly decisionDocument: string | null;
  readonly submittedOn: PlainDate | null;
  /** Last day of the public display (Auslegung). */
  readonly displayEndsOn: PlainDate | null;
}

/** Why a step is refused. */
export type PlanVersionRefusal =
  | Refusal<
      'STEP_NOT_ALLOWED',
      { readonly step: PlanVersionStep; readonly state: PlanVersionState; readonly allowed: readonly PlanVersionStep[] }
    >
  | Refusal<'REQUIREMENT_MISSING', { readonly missing: readonly PlanVersionRequirement[] }>;

const IS_MET: Readonly<Record<PlanVersionRequirement, (facts: PlanVersionFacts) => boolean>> = {
  content_complete: (facts) => facts.findingCount === 0,
  base_in_force: (facts) => facts.isBaseInForce,
  extra_answered: (facts) => facts.openQuestionCount === 0,
  changes_decided: (facts) => facts.openChangeCount === 0,
  reason: (facts) => hasText(facts.reason),
  decision_date: (facts) => facts.decidedOn !== null && facts.decidedOn <= facts.today,
  decision_document: (facts) => hasText(facts.decisionDocument),
  decided_in_year: (facts) =>
    facts.decidedOn === null || yearsDecidedTooLate(facts.changedYears, facts.decidedOn).length === 0,
  second_person: (facts) => facts.approvedBy !== null && facts.approvedBy !== facts.requestedBy,
  submission_date: (facts) => facts.submittedOn !== null && facts.submittedOn <= facts.today,
  display_end: (facts) => facts.displayEndsOn !== null,
  in_force_day_reached: (facts) =>
    facts.displayEndsOn !== null && inForceOn(facts.displayEndsOn, facts.fiscalYear) <= facts.today,
};

/** Steps that a state allows, in the order of the budget year. */
export function planVersionStepsFrom(state: PlanVersionState): PlanVersionStep[] {
  return (Object.keys(PLAN_VERSION_STEPS) as PlanVersionStep[]).filter(
    (step) => PLAN_VERSION_STEPS[step].from === state,
  );
}

/** Takes a step with a plan version, or says what is missing for it. */
export function takePlanVersionStep(
  state: PlanVersionState,
  step: PlanVersionStep,
  facts: PlanVersionFacts,
): Outcome<PlanVersionState, PlanVersionRefusal> {
  const rule = PLAN_VERSION_STEPS[step];
  if (rule.from !== state) {
    return refuse({ code: 'STEP_NOT_ALLOWED', params: { step, state, allowed: planVersionStepsFrom(state) } });
  }
  const missing = rule.requires.filter((requirement) => !IS_MET[requirement](facts));
  return missing.length === 0 ? ok(rule.to) : refuse({ code: 'REQUIREMENT_MISSING', params: { missing } });
}

/** Whether lines and amounts of a version may still change; from the adoption on it is immutable. */
export function isPlanVersionOpen(state: PlanVersionState): boolean {
  return state === 'draft' || state === 'introduced';
}

/**
 * Whether amounts are typed into the cells of a version. Once it has been introduced, the council has seen them: from then
 * on only dated changes move them (R22).
 */
export function mayEditAmounts(state: PlanVersionState): boolean {
  return state === 'draft';
}

/** The day a version enters into force (R14, T14; § 112 Abs. 3 NKomVG): the day after the display, not before the year. */
export function inForceOn(displayEndsOn: PlainDate, year: FiscalYear): PlainDate {
  return laterOf(addDays(displayEndsOn, 1), firstDayOf(year));
}

function hasText(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
