import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import {
  PLAN_VERSION_STATES,
  PLAN_VERSION_STEPS,
  type PlanVersionFacts,
  type PlanVersionState,
  type PlanVersionStep,
  inForceOn,
  isPlanVersionOpen,
  mayEditAmounts,
  planVersionStepsFrom,
  takePlanVersionStep,
} from './plan-version';

const FACTS: PlanVersionFacts = {
  fiscalYear: fiscalYear(2027),
  today: plainDate('2027-02-13'),
  findingCount: 0,
  isBaseInForce: true,
  openQuestionCount: 0,
  openChangeCount: 0,
  changedYears: [],
  requestedBy: 'anna',
  approvedBy: 'bernd',
  reason: 'Zahlen aus FB 20 fehlen',
  decidedOn: plainDate('2026-12-15'),
  decisionDocument: 'DS 26-12345',
  submittedOn: plainDate('2026-12-20'),
  displayEndsOn: plainDate('2027-02-12'),
};

const LIFE: [PlanVersionState, PlanVersionStep, PlanVersionState][] = [
  ['draft', 'introduce', 'introduced'],
  ['introduced', 'take_back', 'draft'],
  ['introduced', 'adopt', 'adopted'],
  ['adopted', 'submit', 'submitted'],
  ['submitted', 'publish', 'published'],
  ['published', 'enter_into_force', 'in_force'],
  ['in_force', 'supersede', 'superseded'],
];

describe('T14 entry into force (R14, § 112 Abs. 3 NKomVG)', () => {
  it.each<[string, number, string]>([
    ['2027-02-12', 2027, '2027-02-13'],
    ['2026-12-18', 2027, '2027-01-01'],
    ['2026-12-31', 2027, '2027-01-01'],
    ['2027-01-01', 2027, '2027-01-02'],
  ])('display ends %s for %d: in force on %s', (displayEnds, year, expected) => {
    expect(inForceOn(plainDate(displayEnds), fiscalYear(year))).toBe(expected);
  });

  it('not on the vote and not a day early', () => {
    const early = takePlanVersionStep('published', 'enter_into_force', { ...FACTS, today: plainDate('2027-02-12') });
    expect(early).toEqual({
      ok: false,
      refusal: { code: 'REQUIREMENT_MISSING', params: { missing: ['in_force_day_reached'] } },
    });
    expect(takePlanVersionStep('published', 'enter_into_force', FACTS)).toEqual({ ok: true, value: 'in_force' });
  });
});

describe('life of a plan version', () => {
  it.each(LIFE)('%s, %s: %s', (from, step, to) => {
    expect(takePlanVersionStep(from, step, FACTS)).toEqual({ ok: true, value: to });
    expect(PLAN_VERSION_STEPS[step]).toMatchObject({ from, to });
  });

  it('reaches every state from the draft and ends when superseded', () => {
    const reached = new Set<PlanVersionState>(['draft']);
    for (const [, , to] of LIFE) reached.add(to);
    expect([...reached].sort()).toEqual([...PLAN_VERSION_STATES].sort());
    expect(planVersionStepsFrom('superseded')).toEqual([]);
    expect(planVersionStepsFrom('introduced')).toEqual(['take_back', 'adopt']);
  });

  it('a step out of turn names the ones that are possible', () => {
    expect(takePlanVersionStep('draft', 'adopt', FACTS)).toEqual({
      ok: false,
      refusal: { code: 'STEP_NOT_ALLOWED', params: { step: 'adopt', state: 'draft', allowed: ['introduce'] } },
    });
  });

  it.each<[PlanVersionState, PlanVersionStep, Partial<PlanVersionFacts>, string[]]>([
    ['draft', 'introduce', { findingCount: 1 }, ['content_complete']],
    ['draft', 'introduce', { isBaseInForce: false }, ['base_in_force']],
    ['draft', 'introduce', { openQuestionCount: 1 }, ['extra_answered']],
    ['introduced', 'adopt', { isBaseInForce: false }, ['base_in_force']],
    ['introduced', 'adopt', { openQuestionCount: 1 }, ['extra_answered']],
    ['introduced', 'adopt', { openChangeCount: 1 }, ['changes_decided']],
    ['introduced', 'adopt', { changedYears: [fiscalYear(2025)] }, ['decided_in_year']],
    ['published', 'enter_into_force', { isBaseInForce: false }, ['base_in_force']],
    ['introduced', 'take_back', { reason: null }, ['reason']],
    ['introduced', 'take_back', { reason: ' ' }, ['reason']],
    ['introduced', 'adopt', { findingCount: 2 }, ['content_complete']],
    ['introduced', 'adopt', { decidedOn: null }, ['decision_date']],
    ['introduced', 'adopt', { decidedOn: plainDate('2027-02-14') }, ['decision_date']],
    ['introduced', 'adopt', { decisionDocument: '' }, ['decision_document']],
    ['introduced', 'adopt', { approvedBy: 'anna' }, ['second_person']],
    ['introduced', 'adopt', { approvedBy: null, decisionDocument: null }, ['decision_document', 'second_person']],
    ['adopted', 'submit', { submittedOn: null }, ['submission_date']],
    ['adopted', 'submit', { submittedOn: plainDate('2027-02-14') }, ['submission_date']],
    ['submitted', 'publish', { displayEndsOn: null }, ['display_end']],
    ['published', 'enter_into_force', { displayEndsOn: null }, ['in_force_day_reached']],
  ])('%s, %s with %p misses %p', (state, step, change, missing) => {
    expect(takePlanVersionStep(state, step, { ...FACTS, ...change })).toEqual({
      ok: false,
      refusal: { code: 'REQUIREMENT_MISSING', params: { missing } },
    });
  });

  it('takes a decision or a submission of today', () => {
    expect(takePlanVersionStep('introduced', 'adopt', { ...FACTS, decidedOn: FACTS.today }).ok).toBe(true);
    expect(takePlanVersionStep('adopted', 'submit', { ...FACTS, submittedOn: FACTS.today }).ok).toBe(true);
  });

  it('T16 a Nachtrag is decided by the end of the year it changes', () => {
    const lastDay = { ...FACTS, changedYears: [fiscalYear(2026)], decidedOn: plainDate('2026-12-31') };
    expect(takePlanVersionStep('introduced', 'adopt', lastDay).ok).toBe(true);
    expect(takePlanVersionStep('introduced', 'adopt', { ...lastDay, decidedOn: plainDate('2027-01-02') })).toEqual({
      ok: false,
      refusal: { code: 'REQUIREMENT_MISSING', params: { missing: ['decided_in_year'] } },
    });
  });

  it('open changes do not keep a draft from being introduced', () => {
    expect(takePlanVersionStep('draft', 'introduce', { ...FACTS, openChangeCount: 3 }).ok).toBe(true);
  });

  it('amounts are typed into a draft only', () => {
    expect(PLAN_VERSION_STATES.filter(mayEditAmounts)).toEqual(['draft']);
  });

  it('is immutable once adopted', () => {
    expect(PLAN_VERSION_STATES.filter(isPlanVersionOpen)).toEqual(['draft', 'introduced']);
  });
});
