import { type Cents, ZERO_CENTS, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';
import { realisableFte } from './go-live';

/** How sure released capacity is: angenommen, geplant, gemessen, realisiert. */
export const RELEASE_STAGES = ['assumed', 'planned', 'measured', 'realised'] as const;
export type ReleaseStage = (typeof RELEASE_STAGES)[number];

/** What a stage rests on. */
export interface ReleaseEvidence {
  /** Milestone of the project that the effect hangs on. */
  readonly milestoneId: string | null;
  /** Day of the survey that measured the new minutes. */
  readonly surveyedOn: PlainDate | null;
  /** Post that got the kw note or was not filled again. */
  readonly postId: string | null;
}

export type ReleaseRefusal =
  | Refusal<'RELEASE_STAGE_ORDER', { readonly from: ReleaseStage; readonly to: ReleaseStage }>
  | Refusal<'RELEASE_EVIDENCE_MISSING', { readonly stage: ReleaseStage; readonly missing: keyof ReleaseEvidence }>;

/** What a stage needs beyond the one before it. */
const NEEDED: Readonly<Record<ReleaseStage, keyof ReleaseEvidence | null>> = {
  assumed: null,
  planned: 'milestoneId',
  measured: 'surveyedOn',
  realised: 'postId',
};

/** Whether a release may go to a stage: one step up at a time, each with its evidence; back down at any time. */
export function decideReleaseStage(
  from: ReleaseStage,
  to: ReleaseStage,
  evidence: ReleaseEvidence,
): Outcome<ReleaseStage, ReleaseRefusal> {
  if (RELEASE_STAGES.indexOf(to) > RELEASE_STAGES.indexOf(from) + 1)
    return refuse({ code: 'RELEASE_STAGE_ORDER', params: { from, to } });
  for (const stage of RELEASE_STAGES.slice(0, RELEASE_STAGES.indexOf(to) + 1)) {
    const missing = NEEDED[stage];
    if (missing !== null && evidence[missing] === null)
      return refuse({ code: 'RELEASE_EVIDENCE_MISSING', params: { stage, missing } });
  }
  return ok(to);
}

/** A released part of a desk's time, at its stage. */
export interface ReleaseEntry {
  readonly stage: ReleaseStage;
  readonly yearFte: number;
  readonly runRateFte: number;
  /** Full cost and personnel cost of the run rate. */
  readonly fullCostCents: Cents;
  readonly personnelCents: Cents;
  readonly cases: number;
}

/** Sums of a stage. The values stand side by side: full cost and personnel cost are two views of the same time. */
export interface ReleaseSum extends Omit<ReleaseEntry, 'stage'> {
  readonly entries: number;
  /** What is left of the run rate after the bundling threshold of each entry. */
  readonly realisableFte: number;
  /** What the budget may count: personnel cost of posts that fall away, at the last stage only. */
  readonly budgetCents: Cents;
}

/** The release ledger: "0.37 FTE this year, 1.54 a year later, 0 with a kw note yet". */
export function releaseLedger(
  entries: readonly ReleaseEntry[],
  threshold: number,
): Readonly<Record<ReleaseStage, ReleaseSum>> {
  const sumOf = (stage: ReleaseStage): ReleaseSum => {
    const own = entries.filter((one) => one.stage === stage);
    const add = (value: (entry: ReleaseEntry) => number): number => own.reduce((sum, one) => sum + value(one), 0);
    const personnelCents = sumCents(own.map((one) => one.personnelCents));
    return {
      entries: own.length,
      yearFte: add((one) => one.yearFte),
      runRateFte: add((one) => one.runRateFte),
      realisableFte: add((one) => realisableFte(one.runRateFte, threshold)),
      fullCostCents: sumCents(own.map((one) => one.fullCostCents)),
      personnelCents,
      cases: add((one) => one.cases),
      budgetCents: stage === 'realised' ? personnelCents : ZERO_CENTS,
    };
  };
  return {
    assumed: sumOf('assumed'),
    planned: sumOf('planned'),
    measured: sumOf('measured'),
    realised: sumOf('realised'),
  };
}
