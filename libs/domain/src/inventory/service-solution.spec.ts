import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import {
  checkVolume,
  costPerCase,
  decideSolution,
  isAgainstEconomy,
  maturityOf,
  onlineShareOf,
  runningCostOf,
  type SolutionDecision,
  summarizeServices,
} from './service-solution';

const DECISION: SolutionDecision = {
  task: 'state_federal',
  solution: 'efa',
  decidedOn: plainDate('2026-10-05'),
  today: plainDate('2026-10-05'),
  availableOn: plainDate('2027-04-01'),
};

describe('EfA where it is available and worth its money', () => {
  it.each<[string, Partial<SolutionDecision>, string | null]>([
    ['a task of the state, EfA from next spring', {}, null],
    ['a task of the city', { task: 'own' }, 'SERVICE_EFA_OWN_TASK'],
    ['a task of the city, with a form of its own', { task: 'own', solution: 'own_form', availableOn: null }, null],
    ['nobody can say when it will be there', { availableOn: null }, 'SERVICE_EFA_NOT_AVAILABLE'],
    ['no EfA yet, so a form of its own', { availableOn: null, solution: 'own_form' }, null],
    ['a decision of tomorrow', { decidedOn: plainDate('2026-10-06') }, 'SERVICE_DECISION_AHEAD'],
  ])('%s', (_, change, code) => {
    const decided = decideSolution({ ...DECISION, ...change });
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });

  it('goes against the economy check only where that says something', () => {
    expect(isAgainstEconomy('efa', 'own_cheaper')).toBe(true);
    expect(isAgainstEconomy('own_form', 'efa_cheaper')).toBe(true);
    for (const verdict of ['unknown', 'equal', 'efa_cheaper'] as const) {
      expect(isAgainstEconomy('efa', verdict)).toBe(false);
    }
  });

  it('what it costs in a year is the fee of that year or the operation of the own form', () => {
    const costs = {
      own: { buildCents: cents(4_000_000), yearlyCents: cents(600_000) },
      efa: {
        connectionCents: cents(1_000_000),
        feeCents: cents(200_000),
        fundingEndsOn: plainDate('2028-12-31'),
        feeAfterCents: null,
      },
    };
    expect(runningCostOf('own_form', costs, fiscalYear(2027))).toBe(600_000);
    expect(runningCostOf('efa', costs, fiscalYear(2027))).toBe(200_000);
    expect(runningCostOf('efa', costs, fiscalYear(2029))).toBeNull();
  });
});

describe('cases', () => {
  it('blank is not zero: without a count there is no share and no cost of a case', () => {
    expect(onlineShareOf({ cases: null, onlineCases: 3 })).toBeNull();
    expect(onlineShareOf({ cases: 10, onlineCases: null })).toBeNull();
    expect(onlineShareOf({ cases: 0, onlineCases: 0 })).toBeNull();
    expect(onlineShareOf({ cases: 3, onlineCases: 0 })).toBe(0);
    expect(onlineShareOf({ cases: 3, onlineCases: 2 })).toBe(6_667);
    expect(costPerCase(cents(100_000), null)).toBeNull();
    expect(costPerCase(cents(100_000), 0)).toBeNull();
    expect(costPerCase(null, 10)).toBeNull();
    expect(costPerCase(cents(100_000), 3)).toBe(33_333);
  });

  it('more online cases than cases are refused', () => {
    expect(checkVolume({ cases: 10, onlineCases: 11 })).toMatchObject({ refusal: { code: 'SERVICE_VOLUME' } });
    expect(checkVolume({ cases: 10, onlineCases: 10 }).ok).toBe(true);
    expect(checkVolume({ cases: null, onlineCases: 11 }).ok).toBe(true);
  });
});

describe('all services together', () => {
  const ticks = (hasForm: boolean, hasProcedure: boolean, hasDms: boolean) => ({ hasForm, hasProcedure, hasDms });

  it('three ticks are end to end; a procedure without a form is not online', () => {
    expect([ticks(true, true, true), ticks(false, true, true), ticks(false, false, false)].map(maturityOf)).toEqual([
      3, 2, 0,
    ]);
    const summary = summarizeServices([
      { ...ticks(true, true, true), task: 'own', isDecided: true, cases: 1_000, onlineCases: 600 },
      { ...ticks(true, false, false), task: 'state_federal', isDecided: false, cases: 500, onlineCases: 0 },
      { ...ticks(false, true, true), task: 'state_federal', isDecided: true, cases: 900, onlineCases: null },
      { ...ticks(false, false, false), task: 'own', isDecided: false, cases: null, onlineCases: null },
    ]);
    expect(summary).toEqual({
      count: 4,
      online: 2,
      endToEnd: 1,
      undecided: 1,
      cases: 1_500,
      onlineCases: 600,
      onlineBasisPoints: 4_000,
      uncounted: 2,
    });
  });
});
