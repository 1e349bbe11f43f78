import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import {
  type ReleaseEntry,
  type ReleaseEvidence,
  type ReleaseStage,
  decideReleaseStage,
  releaseLedger,
} from './release-ledger';

const ALL: ReleaseEvidence = { milestoneId: 'm1', surveyedOn: plainDate('2027-03-01'), postId: 'p1' };

describe('a stage has to be earned', () => {
  it.each<[ReleaseStage, ReleaseStage]>([
    ['assumed', 'planned'],
    ['planned', 'measured'],
    ['measured', 'realised'],
    ['realised', 'assumed'],
    ['measured', 'measured'],
  ])('from %s to %s', (from, to) => {
    expect(decideReleaseStage(from, to, ALL)).toEqual({ ok: true, value: to });
  });

  it('none is left out', () => {
    expect(decideReleaseStage('assumed', 'realised', ALL)).toEqual({
      ok: false,
      refusal: { code: 'RELEASE_STAGE_ORDER', params: { from: 'assumed', to: 'realised' } },
    });
  });

  it.each<[ReleaseStage, ReleaseStage, keyof ReleaseEvidence, ReleaseStage]>([
    ['assumed', 'planned', 'milestoneId', 'planned'],
    ['planned', 'measured', 'surveyedOn', 'measured'],
    ['measured', 'realised', 'postId', 'realised'],
    ['measured', 'realised', 'surveyedOn', 'measured'],
  ])('from %s to %s not without %s', (from, to, missing, stage) => {
    expect(decideReleaseStage(from, to, { ...ALL, [missing]: null })).toEqual({
      ok: false,
      refusal: { code: 'RELEASE_EVIDENCE_MISSING', params: { stage, missing } },
    });
  });
});

describe('the sums of the ledger', () => {
  const entry = (stage: ReleaseStage, runRateFte: number): ReleaseEntry => ({
    stage,
    yearFte: runRateFte / 4,
    runRateFte,
    fullCostCents: cents(15_124_800),
    personnelCents: cents(11_361_207),
    cases: 6_315,
  });
  const ledger = releaseLedger([entry('planned', 1.54), entry('planned', 0.2), entry('realised', 0.5)], 0.25);

  it('stand by stage; crumbs of two desks are no post', () => {
    expect(ledger.planned).toMatchObject({ entries: 2, runRateFte: 1.74, realisableFte: 1.54, cases: 12_630 });
    expect(ledger.assumed).toMatchObject({ entries: 0, runRateFte: 0, fullCostCents: 0 });
  });

  it('the budget counts personnel cost of posts that fall away and nothing else', () => {
    expect([ledger.planned.budgetCents, ledger.realised.budgetCents]).toEqual([0, 11_361_207]);
    expect([ledger.planned.fullCostCents, ledger.planned.personnelCents]).toEqual([30_249_600, 22_722_414]);
  });
});
