import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import {
  type AgeingSystem,
  checkModernisation,
  proposeDemand,
  securityCost,
  summarizeSystems,
  systemYearCost,
} from './system';

const TODAY = plainDate('2026-10-05');
const SYSTEM: AgeingSystem = {
  state: 'running',
  reason: null,
  norm: '',
  dueOn: null,
  supportEndsOn: null,
  modernisationCents: null,
};

describe('a demand that the register proposes', () => {
  it.each<[string, Partial<AgeingSystem>, object | null]>([
    ['nothing ends and nobody wants anything', {}, null],
    [
      'support ends in 24 months to the day',
      { supportEndsOn: plainDate('2028-10-05'), modernisationCents: cents(4_500_000) },
      { reason: 'end_of_support', fiscalYear: 2028, amountCents: 4_500_000, isOverdue: false },
    ],
    ['support ends a day later', { supportEndsOn: plainDate('2028-10-06') }, null],
    [
      'support has ended: the money is needed this year, and how much is not known',
      { supportEndsOn: plainDate('2025-12-31') },
      { reason: 'end_of_support', fiscalYear: 2026, amountCents: null, isOverdue: true },
    ],
    ['it is out of use', { supportEndsOn: plainDate('2027-01-01'), state: 'retired' }, null],
    [
      'the law asks for it, far ahead',
      { reason: 'legal_duty', norm: '§ 3 OZG', dueOn: plainDate('2030-12-31') },
      { reason: 'legal_duty', norm: '§ 3 OZG', fiscalYear: 2030 },
    ],
    [
      'law and end of support: the law is named, the earlier day counts',
      {
        reason: 'legal_duty',
        norm: '§ 3 OZG',
        dueOn: plainDate('2030-12-31'),
        supportEndsOn: plainDate('2027-06-30'),
      },
      { reason: 'legal_duty', dueOn: '2027-06-30', fiscalYear: 2027 },
    ],
    [
      'economic wish and end of support: the end of support ranks first',
      { reason: 'economic', dueOn: plainDate('2027-01-01'), supportEndsOn: plainDate('2028-01-01') },
      { reason: 'end_of_support', norm: '', dueOn: '2027-01-01' },
    ],
    ['a wish without a day', { reason: 'political' }, null],
    [
      'the end of support is far, but somebody wants to be ready',
      { reason: 'end_of_support', supportEndsOn: plainDate('2031-01-01') },
      { reason: 'end_of_support', fiscalYear: 2031 },
    ],
  ])('%s', (_, change, expected) => {
    const proposal = proposeDemand({ ...SYSTEM, ...change }, TODAY);
    if (expected === null) expect(proposal).toBeNull();
    else expect(proposal).toMatchObject(expected);
  });

  it('a legal duty names its norm and its deadline, the end of support its day', () => {
    const duty = { reason: 'legal_duty', norm: '§ 3 OZG', dueOn: plainDate('2027-01-01') } as const;
    expect(checkModernisation(duty, null).ok).toBe(true);
    for (const lacking of [{ norm: ' ' }, { dueOn: null }]) {
      expect(checkModernisation({ ...duty, ...lacking }, null)).toMatchObject({
        refusal: { code: 'SYSTEM_NORM_NEEDED' },
      });
    }
    const ending = { reason: 'end_of_support', norm: '', dueOn: null } as const;
    expect(checkModernisation(ending, null)).toMatchObject({ refusal: { code: 'SYSTEM_SUPPORT_NEEDED' } });
    expect(checkModernisation(ending, plainDate('2027-01-01')).ok).toBe(true);
  });
});

describe('what goes into security', () => {
  it('is a share of the cost of a year, rounded once, and unknown where one of both is', () => {
    expect(securityCost(cents(10_001), 1_250)).toBe(1_250);
    expect(securityCost(cents(10_000), 0)).toBe(0);
    expect(securityCost(null, 1_250)).toBeNull();
    expect(securityCost(cents(10_000), null)).toBeNull();
  });

  it('adds up what is known and says how many systems are missing; what is retired costs nothing', () => {
    const used = { state: 'running', isSupportEnding: false } as const;
    expect(
      summarizeSystems([
        { ...used, yearCents: cents(10_000), securityCents: cents(1_200), isSupportEnding: true },
        { ...used, yearCents: cents(5_000), securityCents: null },
        { ...used, yearCents: null, securityCents: null },
        { state: 'retired', yearCents: cents(9_000), securityCents: cents(900), isSupportEnding: true },
      ]),
    ).toEqual({ count: 4, supportEnding: 1, yearCents: 15_000, withoutCost: 1, securityCents: 1_200, withoutShare: 2 });
  });
});

it('a system costs what was stated, else what its contract costs; a contract of several systems is no cost of one', () => {
  const contract = { yearCents: cents(12_000), systems: 1 };
  expect(systemYearCost(cents(5_000), contract)).toBe(5_000);
  expect(systemYearCost(null, contract)).toBe(12_000);
  expect(systemYearCost(null, { ...contract, systems: 2 })).toBeNull();
  expect(systemYearCost(null, null)).toBeNull();
});
