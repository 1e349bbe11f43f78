import type { PlanFindingRow } from '@etatlotse/contracts/planning/plain';
import {
  changeCentsOf,
  extraQuestions,
  inForceOn,
  type PlanVersionFacts,
  type PlanVersionRequirement,
  type PlanVersionState,
  type PlanVersionStep,
  rulePackFor,
  takePlanVersionStep,
  yearsDecidedTooLate,
} from '@etatlotse/domain/budget';
import { type Outcome, type PlainDate, type Refusal, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { countOpenChanges } from './plan-change.repository';
import { readFindings } from './plan-findings';
import { isBaseInForce, readExtraAnswers, readGrantedExtra, readSupplementCells } from './plan-supplement.repository';
import type { PlanVersionRecord } from './plan-version.repository';

/** Why a step with a plan version is refused, in the codes of the wire. */
export type PlanStepRefusal =
  | Refusal<
      'PLAN_STEP',
      { readonly step: PlanVersionStep; readonly state: PlanVersionState; readonly allowed: readonly PlanVersionStep[] }
    >
  | Refusal<'PLAN_EMPTY'>
  | Refusal<'PLAN_LINES_INCOMPLETE', { readonly count: number; readonly findings: readonly PlanFindingRow[] }>
  | Refusal<'PLAN_BOUND_MISSING', { readonly count: number; readonly findings: readonly PlanFindingRow[] }>
  | Refusal<'PLAN_BASE_NOT_IN_FORCE'>
  | Refusal<'PLAN_EXTRA_UNANSWERED', { readonly count: number }>
  | Refusal<'PLAN_CHANGES_OPEN', { readonly count: number }>
  | Refusal<'PLAN_DECIDED_LATE', { readonly fiscalYear: number | null; readonly rule: string }>
  | Refusal<'PLAN_REASON_NEEDED'>
  | Refusal<'PLAN_DECISION_NEEDED'>
  | Refusal<'PLAN_SUBMISSION_NEEDED'>
  | Refusal<'PLAN_DISPLAY_NEEDED'>
  | Refusal<'PLAN_NOT_DUE', { readonly inForceOn: string | null }>
  | Refusal<'FOUR_EYES'>;

/** What a person says when taking a step. Days are ISO text that has been checked. */
export interface StepInput {
  readonly step: PlanVersionStep;
  readonly requestedBy: string;
  readonly approvedBy: string | null;
  readonly reason?: string | undefined;
  readonly decidedOn?: string | undefined;
  readonly decisionDocument?: string | undefined;
  readonly submittedOn?: string | undefined;
  readonly displayEndsOn?: string | undefined;
}

/** Findings shown with a refusal; the findings route has more. */
const FINDINGS_SHOWN = 50;

/** Steps that look at what the version holds. */
const CONTENT_STEPS: readonly PlanVersionStep[] = ['introduce', 'adopt'];

/** Asks the domain whether a version may take a step now, and translates its refusal. Writes nothing. */
export async function decideStep(
  tx: Transaction,
  version: PlanVersionRecord,
  input: StepInput,
): Promise<Outcome<PlanVersionState, PlanStepRefusal>> {
  const findings = CONTENT_STEPS.includes(input.step) ? await readFindings(tx, version.versionId, version.plan) : [];
  const facts = { ...factsOf(tx, version, input, findings.length), ...(await changeFacts(tx, version, input.step)) };
  const outcome = takePlanVersionStep(version.state, input.step, facts);
  if (outcome.ok) return outcome;
  if (outcome.refusal.code === 'STEP_NOT_ALLOWED') return refuse({ code: 'PLAN_STEP', params: outcome.refusal.params });
  return refuse(refusalFor(outcome.refusal.params.missing[0] ?? 'content_complete', findings, facts));
}

function factsOf(
  tx: Transaction,
  version: PlanVersionRecord,
  input: StepInput,
  findingCount: number,
): Omit<PlanVersionFacts, keyof ChangeFacts> {
  const day = (said: string | undefined, stored: string | null): PlainDate | null => {
    const text = said ?? stored;
    return text === null ? null : plainDate(text);
  };
  return {
    fiscalYear: version.plan.firstYear,
    today: plainDate(tx.today),
    findingCount,
    requestedBy: input.requestedBy,
    approvedBy: input.approvedBy,
    reason: input.reason ?? null,
    decidedOn: day(input.decidedOn, version.decidedOn),
    decisionDocument: input.decisionDocument ?? version.decisionDocument,
    submittedOn: day(input.submittedOn, version.submittedOn),
    displayEndsOn: day(input.displayEndsOn, version.displayEndsOn),
  };
}

type ChangeFacts = Pick<PlanVersionFacts, 'isBaseInForce' | 'openQuestionCount' | 'openChangeCount' | 'changedYears'>;

/** What changes say about a version: those it has met (R22), and what it changes itself as a supplementary budget (R16). */
async function changeFacts(tx: Transaction, version: PlanVersionRecord, step: PlanVersionStep): Promise<ChangeFacts> {
  const isAboutContent = CONTENT_STEPS.includes(step);
  const cells = isAboutContent ? await readSupplementCells(tx, version) : [];
  const questions =
    cells.length === 0
      ? []
      : extraQuestions(cells, await readGrantedExtra(tx, version), await readExtraAnswers(tx, version.versionId));
  const changed = cells.filter((cell) => changeCentsOf(cell) !== 0);
  return {
    isBaseInForce: await isBaseInForce(tx, version),
    openQuestionCount: questions.filter(({ includesExtra }) => includesExtra === null).length,
    openChangeCount: step === 'adopt' ? await countOpenChanges(tx, version.versionId) : 0,
    changedYears: [...new Set(changed.map((cell) => cell.fiscalYear))].sort((a, b) => a - b),
  };
}

/** The first requirement that is missing; the second person comes last in the domain's table, after what can be typed. */
function refusalFor(
  missing: PlanVersionRequirement,
  findings: readonly PlanFindingRow[],
  facts: PlanVersionFacts,
): PlanStepRefusal {
  switch (missing) {
    case 'content_complete':
      return contentRefusal(findings);
    case 'base_in_force':
      return { code: 'PLAN_BASE_NOT_IN_FORCE', params: {} };
    case 'extra_answered':
      return { code: 'PLAN_EXTRA_UNANSWERED', params: { count: facts.openQuestionCount } };
    case 'changes_decided':
      return { code: 'PLAN_CHANGES_OPEN', params: { count: facts.openChangeCount } };
    case 'decided_in_year':
      return { code: 'PLAN_DECIDED_LATE', params: lateDecision(facts) };
    case 'reason':
      return { code: 'PLAN_REASON_NEEDED', params: {} };
    case 'decision_date':
    case 'decision_document':
      return { code: 'PLAN_DECISION_NEEDED', params: {} };
    case 'submission_date':
      return { code: 'PLAN_SUBMISSION_NEEDED', params: {} };
    case 'display_end':
      return { code: 'PLAN_DISPLAY_NEEDED', params: {} };
    case 'in_force_day_reached':
      return {
        code: 'PLAN_NOT_DUE',
        params: { inForceOn: facts.displayEndsOn === null ? null : inForceOn(facts.displayEndsOn, facts.fiscalYear) },
      };
    case 'second_person':
      return { code: 'FOUR_EYES', params: {} };
  }
}

function contentRefusal(findings: readonly PlanFindingRow[]): PlanStepRefusal {
  if (findings.some(({ code }) => code === 'VERSION_EMPTY')) return { code: 'PLAN_EMPTY', params: {} };
  const isOnlyBound = findings.every(({ code }) => code === 'BOUND_NOT_PLANNED');
  return {
    code: isOnlyBound ? 'PLAN_BOUND_MISSING' : 'PLAN_LINES_INCOMPLETE',
    params: { count: findings.length, findings: findings.slice(0, FINDINGS_SHOWN) },
  };
}

/** The first year that had ended when the decision was taken. */
function lateDecision({ changedYears, decidedOn, fiscalYear }: PlanVersionFacts): {
  readonly fiscalYear: number | null;
  readonly rule: string;
} {
  const [late] = decidedOn === null ? [] : yearsDecidedTooLate(changedYears, decidedOn);
  return { fiscalYear: late ?? null, rule: rulePackFor(fiscalYear).citations.supplementary_budget };
}
