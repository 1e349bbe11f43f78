import { type Cents, cents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type ExtraItem, extraKindOf, type ExtraState } from './extra-request';
import type { ExtraThreshold } from './rule-setting';

/** Who decides on extra authority, from the insignificant case upwards (§ 117 Abs. 1 NKomVG). */
export const EXTRA_LEVELS = ['mayor', 'committee', 'council'] as const;
export type ExtraLevel = (typeof EXTRA_LEVELS)[number];

/** A decision as it was made: by a level, or urgently in place of the council (Eilentscheidung, § 89 NKomVG). */
export const EXTRA_DECIDERS = [...EXTRA_LEVELS, 'urgent_decision'] as const;
export type ExtraDecider = (typeof EXTRA_DECIDERS)[number];

/** What counts against the threshold on a line: this request, and what was granted before where the city cumulates (T5). */
export function countedCents(item: ExtraItem, threshold: Pick<ExtraThreshold, 'isCumulative'>): Cents {
  return cents(item.requestedCents + (threshold.isCumulative ? item.grantedBeforeCents : 0));
}

/** Who has to decide on one line. */
export function levelOfItem(item: ExtraItem, thresholds: readonly ExtraThreshold[]): ExtraLevel {
  const kind = extraKindOf(item);
  const threshold = thresholds.find((row) => row.kind === kind && row.sphere === item.sphere);
  if (threshold === undefined) return 'council';
  const counted = countedCents(item, threshold);
  if (counted <= threshold.mayorUpToCents) return 'mayor';
  return threshold.committeeUpToCents !== null && counted <= threshold.committeeUpToCents ? 'committee' : 'council';
}

/** Who has to decide on the request: the highest level that any of its lines needs. */
export function requiredLevel(items: readonly ExtraItem[], thresholds: readonly ExtraThreshold[]): ExtraLevel {
  const levels = items.map((item) => EXTRA_LEVELS.indexOf(levelOfItem(item, thresholds)));
  return EXTRA_LEVELS[Math.max(0, ...levels)] ?? 'council';
}

/** A higher level may always decide; an urgent decision stands in for the committee and the council only. */
export function maySettle(decider: ExtraDecider, required: ExtraLevel): boolean {
  if (decider === 'urgent_decision') return required !== 'mayor';
  return EXTRA_LEVELS.indexOf(decider) >= EXTRA_LEVELS.indexOf(required);
}

/** Steps of a request that one person takes. A grant is no step: it takes a second person and moves money. */
export const EXTRA_STEPS = ['submit', 'examine', 'return', 'withdraw'] as const;
export type ExtraStep = (typeof EXTRA_STEPS)[number];

interface StepRule {
  readonly from: readonly ExtraState[];
  readonly to: ExtraState;
  readonly needsReason: boolean;
}

/** The way of a request: one table. */
export const EXTRA_STEP_RULES: Readonly<Record<ExtraStep, StepRule>> = {
  submit: { from: ['draft'], to: 'submitted', needsReason: false },
  examine: { from: ['submitted'], to: 'examined', needsReason: false },
  return: { from: ['submitted', 'examined'], to: 'draft', needsReason: true },
  withdraw: { from: ['draft', 'submitted', 'examined'], to: 'withdrawn', needsReason: false },
};

export type ExtraStepRefusal = Refusal<'STEP_NOT_ALLOWED'> | Refusal<'EXTRA_STEP_REASON'> | Refusal<'FOUR_EYES'>;

/** Whether a step may be taken now. Nobody examines what they submitted. */
export function decideExtraStep(
  request: { readonly state: ExtraState; readonly submittedBy: string | null },
  step: { readonly step: ExtraStep; readonly by: string; readonly reason: string },
): Outcome<ExtraState, ExtraStepRefusal> {
  const rule = EXTRA_STEP_RULES[step.step];
  if (!rule.from.includes(request.state)) return refuse({ code: 'STEP_NOT_ALLOWED', params: {} });
  if (step.step === 'examine' && request.submittedBy === step.by) return refuse({ code: 'FOUR_EYES', params: {} });
  if (rule.needsReason && step.reason.trim() === '') return refuse({ code: 'EXTRA_STEP_REASON', params: {} });
  return ok(rule.to);
}

/** A decision of the mayor, the committee or the council, as somebody records it. */
export interface ExtraDecision {
  readonly isGranted: boolean;
  readonly decider: ExtraDecider;
  /** The day of the decision. */
  readonly decidedOn: string;
  /** Council paper, minutes or order of the mayor. */
  readonly document: string;
}

export type ExtraDecisionRefusal =
  | Refusal<'STEP_NOT_ALLOWED'>
  | Refusal<'EXTRA_DECISION_DETAILS'>
  | Refusal<'EXTRA_DECIDER', { readonly required: ExtraLevel }>
  | Refusal<'FOUR_EYES'>;

/**
 * Whether a decision may be recorded: on an examined request, not from the future, with its document, and made by somebody
 * who could. Whoever submitted the request does not confirm its grant.
 */
export function decideExtraDecision(
  request: { readonly state: ExtraState; readonly submittedBy: string | null; readonly required: ExtraLevel },
  decision: ExtraDecision,
  people: { readonly today: string; readonly confirmedBy: string | null },
): Outcome<ExtraState, ExtraDecisionRefusal> {
  if (request.state !== 'examined') return refuse({ code: 'STEP_NOT_ALLOWED', params: {} });
  if (decision.decidedOn > people.today || decision.document.trim() === '') {
    return refuse({ code: 'EXTRA_DECISION_DETAILS', params: {} });
  }
  if (!maySettle(decision.decider, request.required)) {
    return refuse({ code: 'EXTRA_DECIDER', params: { required: request.required } });
  }
  if (!decision.isGranted) return ok('refused');
  if (people.confirmedBy !== null && people.confirmedBy === request.submittedBy) {
    return refuse({ code: 'FOUR_EYES', params: {} });
  }
  return ok('granted');
}
