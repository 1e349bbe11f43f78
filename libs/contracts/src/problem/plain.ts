import type { ProblemKind } from './problem-kind';
import { INPUT_PROBLEMS } from './input-problems';
import { BUSINESS_PROBLEMS } from './business-problems';
import { CAPACITY_PROBLEMS } from './capacity-problems';
import { COMMITMENT_PROBLEMS } from './commitment-problems';
import { CONTRACT_PROBLEMS } from './contract-problems';
import { DEMAND_PROBLEMS } from './demand-problems';
import { DEVICE_PROBLEMS } from './device-problems';
import { COUNCIL_PROBLEMS } from './council-problems';
import { EARMARK_PROBLEMS } from './earmark-problems';
import { LINE_PROBLEMS } from './line-problems';
import { COVER_PROBLEMS } from './cover-problems';
import { ACCESS_PROBLEMS } from './access-problems';
import { EXTRA_PROBLEMS } from './extra-problems';
import { IMPORT_PROBLEMS } from './import-problems';
import { INVENTORY_PROBLEMS } from './inventory-problems';
import { MAPPING_PROBLEMS } from './mapping-problems';
import { ORGANIZATION_PROBLEMS } from './organization-problems';
import { PLANNING_PROBLEMS } from './planning-problems';
import { PERSON_PROBLEMS } from './person-problems';
import { CARRY_OVER_PROBLEMS } from './carry-over-problems';
import { LOCK_PROBLEMS } from './lock-problems';
import { MOTION_PROBLEMS } from './motion-problems';
import { PORTFOLIO_PROBLEMS } from './portfolio-problems';
import { PROJECT_PROBLEMS } from './project-problems';
import { ROLLOUT_PROBLEMS } from './rollout-problems';
import { RULE_PROBLEMS } from './rule-problems';
import { SITE_PROBLEMS } from './site-problems';

export type { ProblemKind, ProblemText } from './problem-kind';

/** Every problem the API can answer with. The codes are stable; texts may get better. */
export const PROBLEMS = {
  ...INPUT_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...BUSINESS_PROBLEMS,
  ...CAPACITY_PROBLEMS,
  ...COMMITMENT_PROBLEMS,
  ...CONTRACT_PROBLEMS,
  ...DEMAND_PROBLEMS,
  ...DEVICE_PROBLEMS,
  ...COUNCIL_PROBLEMS,
  ...EARMARK_PROBLEMS,
  ...LINE_PROBLEMS,
  ...COVER_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...INVENTORY_PROBLEMS,
  ...MAPPING_PROBLEMS,
  ...ORGANIZATION_PROBLEMS,
  ...PLANNING_PROBLEMS,
  ...PERSON_PROBLEMS,
  ...EXTRA_PROBLEMS,
  ...RULE_PROBLEMS,
  ...LOCK_PROBLEMS,
  ...MOTION_PROBLEMS,
  ...CARRY_OVER_PROBLEMS,
  ...PORTFOLIO_PROBLEMS,
  ...PROJECT_PROBLEMS,
  ...ROLLOUT_PROBLEMS,
  ...SITE_PROBLEMS,
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every error answer (RFC 9457, `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
  /** One entry a field, for refused input. */
  readonly errors?: readonly FieldProblem[];
  /** What the code's sentence was made from: missing cents, rule, ways out and so on. */
  readonly [parameter: string]: unknown;
}

export interface FieldProblem {
  /** Path of the field as sent, e.g. `amountCents` or `rows.3.lineId`. */
  readonly field: string;
  readonly code: ProblemCode;
  readonly message: string;
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
