import { plainDate } from '../shared/plain-date';
import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import type { ContractFacts, ContractPrice, ContractTerm } from './contract';
import { checkContract, decideEnd, decideNotice } from './contract-check';
import { checkInvoices } from './invoice-check';

const day = plainDate;
const TERM: ContractTerm = {
  startsOn: day('2026-01-01'),
  endsOn: day('2027-12-31'),
  minimumMonths: null,
  notice: { length: 3, unit: 'months', to: 'term_end' },
  renewalMonths: 12,
  stoppedOn: null,
};
const PRICE: ContractPrice = {
  quantity: 10,
  unitPriceMicros: 5_000_000,
  period: 'year',
  basis: 'net',
  vatBasisPoints: 1900,
  proration: 'month',
  rhythm: 'yearly',
  steps: [],
  indexation: null,
};
const facts = (term: Partial<ContractTerm>, price: Partial<ContractPrice> = {}): ContractFacts => ({
  term: { ...TERM, ...term },
  price: { ...PRICE, ...price },
});
const step = (validFrom: string): ContractPrice['steps'][number] => ({
  validFrom: day(validFrom),
  quantity: 1,
  unitPriceMicros: 1,
});

describe('what can stand in the register', () => {
  it.each<[string, ContractFacts]>([
    ['a renewed licence', facts({})],
    ['one day', facts({ endsOn: day('2026-01-01'), notice: null, renewalMonths: null })],
    ['open-ended', facts({ endsOn: null, renewalMonths: null, notice: { length: 14, unit: 'days', to: 'month_end' } })],
    ['notice as long as the term', facts({ notice: { length: 24, unit: 'months', to: 'term_end' } })],
    ['a price step in a renewal', facts({}, { steps: [step('2029-01-01')] })],
    ['paid once', facts({ notice: null, renewalMonths: null }, { period: 'term', rhythm: 'once' })],
  ])('%s', (_, contract) => {
    expect(checkContract(contract, fiscalYear(2034))).toEqual({ ok: true, value: null });
  });

  it.each<[string, ContractFacts, string]>([
    ['ends before it starts', facts({ endsOn: day('2025-12-31') }), 'CONTRACT_END_BEFORE_START'],
    [
      'notice longer than the term',
      facts({ notice: { length: 25, unit: 'months', to: 'term_end' } }),
      'CONTRACT_NOTICE_TOO_LONG',
    ],
    [
      'notice longer than the minimum term',
      facts({
        endsOn: null,
        renewalMonths: null,
        minimumMonths: 2,
        notice: { length: 3, unit: 'months', to: 'month_end' },
      }),
      'CONTRACT_NOTICE_TOO_LONG',
    ],
    ['open-ended without notice', facts({ endsOn: null, renewalMonths: null, notice: null }), 'CONTRACT_NOTICE_NEEDED'],
    ['renewed for ever', facts({ notice: null }), 'CONTRACT_NOTICE_NEEDED'],
    ['notice to the end of a term without end', facts({ endsOn: null, renewalMonths: null }), 'CONTRACT_NOTICE_TARGET'],
    ['a minimum beyond the end', facts({ minimumMonths: 25 }), 'CONTRACT_MINIMUM_TOO_LONG'],
    ['a renewal of nothing', facts({ endsOn: null }), 'CONTRACT_RENEWAL_WITHOUT_END'],
    ['a step on the first day', facts({}, { steps: [step('2026-01-01')] }), 'CONTRACT_STEP_OUTSIDE'],
    [
      'a step after the end',
      facts({ renewalMonths: null, notice: null }, { steps: [step('2028-01-01')] }),
      'CONTRACT_STEP_OUTSIDE',
    ],
    ['two steps on a day', facts({}, { steps: [step('2026-05-01'), step('2026-05-01')] }), 'CONTRACT_STEP_TWICE'],
    [
      'a rise on the first day',
      facts({}, { indexation: { basisPoints: 300, firstOn: day('2026-01-01') } }),
      'CONTRACT_INDEX_TOO_EARLY',
    ],
    ['a price for the term of a renewed contract', facts({}, { period: 'term' }), 'CONTRACT_TERM_PRICE_FIXED'],
    ['a year that is a slip of the pen', facts({ startsOn: day('1926-01-01') }), 'CONTRACT_DATE_RANGE'],
    ['an end in a far century', facts({ endsOn: day('2199-12-31') }), 'CONTRACT_DATE_RANGE'],
    [
      'a price beyond every budget',
      facts({}, { quantity: 1_000_000, unitPriceMicros: 10_000_000_000_000 }),
      'CONTRACT_PRICE_TOO_HIGH',
    ],
    [
      'a price that an index carries beyond every budget',
      facts(
        {},
        {
          quantity: 1,
          unitPriceMicros: 500_000_000_000_000,
          indexation: { basisPoints: 5000, firstOn: day('2027-01-01') },
        },
      ),
      'CONTRACT_PRICE_TOO_HIGH',
    ],
    ['a yearly price paid once', facts({}, { rhythm: 'once' }), 'CONTRACT_ONCE_FOR_TERM'],
  ])('refuses %s', (_, contract, code) => {
    const checked = checkContract(contract, fiscalYear(2034));
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

describe('how a contract is ended', () => {
  it('notice leads to the first end for which it comes in time', () => {
    expect(decideNotice(TERM, day('2027-09-30'))).toEqual({
      ok: true,
      value: { noticeBy: '2027-09-30', endsOn: '2027-12-31' },
    });
    expect(decideNotice(TERM, day('2027-10-01'))).toMatchObject({ value: { endsOn: '2028-12-31' } });
  });

  it('is given once, and not where nothing can be given notice of', () => {
    expect(decideNotice({ ...TERM, stoppedOn: day('2027-12-31') }, day('2027-01-01'))).toMatchObject({
      refusal: { code: 'CONTRACT_STOPPED_ALREADY', params: { stoppedOn: '2027-12-31' } },
    });
    expect(decideNotice({ ...TERM, renewalMonths: null }, day('2027-01-01'))).toMatchObject({
      refusal: { code: 'CONTRACT_NO_NOTICE_LEFT' },
    });
  });

  it('by agreement on any day of the term, not before it and not after its end', () => {
    expect(decideEnd(TERM, day('2030-05-31'))).toEqual({ ok: true, value: '2030-05-31' });
    expect(decideEnd(TERM, day('2025-12-31'))).toMatchObject({ refusal: { code: 'CONTRACT_END_BEFORE_START' } });
    const fixed = { ...TERM, renewalMonths: null };
    expect(decideEnd(fixed, day('2027-12-31')).ok).toBe(true);
    expect(decideEnd(fixed, day('2028-01-01'))).toMatchObject({ refusal: { code: 'CONTRACT_END_TOO_LATE' } });
    const stopped = { ...TERM, stoppedOn: day('2026-12-31') };
    expect(decideEnd(stopped, day('2026-06-30')).ok).toBe(true);
    expect(decideEnd(stopped, day('2027-01-01'))).toMatchObject({
      refusal: { code: 'CONTRACT_END_TOO_LATE', params: { endsOn: '2026-12-31' } },
    });
  });
});

describe('invoices against the register', () => {
  it.each<[number, number, boolean, string, number]>([
    [100, 100, false, 'even', 0],
    [100, 101, false, 'more', 1],
    [100, 60, false, 'open', -40],
    [100, 60, true, 'less', -40],
    [0, 0, true, 'even', 0],
  ])('expected %d, paid %d, year over %s: %s by %d', (expected, actual, isYearOver, state, difference) => {
    expect(checkInvoices({ expectedCents: cents(expected), actualCents: cents(actual), isYearOver })).toEqual({
      state,
      differenceCents: difference,
    });
  });
});
