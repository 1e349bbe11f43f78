import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import type { ContractFacts, ContractTerm } from './contract';
import { contractHorizon, reckonContract } from './contract-summary';

const day = plainDate;
const facts = (term: Partial<ContractTerm>): ContractFacts => ({
  term: {
    startsOn: day('2026-01-01'),
    endsOn: null,
    minimumMonths: null,
    notice: { length: 3, unit: 'months', to: 'year_end' },
    renewalMonths: null,
    stoppedOn: null,
    ...term,
  },
  price: {
    quantity: 1,
    unitPriceMicros: 1_200_000_000,
    period: 'year',
    basis: 'gross',
    vatBasisPoints: 0,
    proration: 'month',
    rhythm: 'yearly',
    steps: [],
    indexation: null,
  },
});

describe('what follows from the terms as of a day', () => {
  it('holds until the day for notice has passed', () => {
    const summary = reckonContract(facts({}), day('2026-05-04'), fiscalYear(2028));
    expect(summary).toEqual({
      noticeBy: '2026-09-30',
      boundUntil: '2026-12-31',
      termEndsOn: null,
      runsUntil: null,
      holdsUntil: '2026-09-30',
      years: [
        { fiscalYear: 2026, costCents: 120_000, boundCents: 120_000, paymentCents: 120_000 },
        { fiscalYear: 2027, costCents: 120_000, boundCents: 0, paymentCents: 120_000 },
        { fiscalYear: 2028, costCents: 120_000, boundCents: 0, paymentCents: 120_000 },
      ],
    });
  });

  it('the day after, the next year is bound, and it holds until the year ends', () => {
    const summary = reckonContract(facts({}), day('2026-10-01'), fiscalYear(2028));
    expect(summary).toMatchObject({ noticeBy: '2027-09-30', boundUntil: '2027-12-31', holdsUntil: '2026-12-31' });
    expect(summary.years.map(({ boundCents }) => boundCents)).toEqual([120_000, 120_000, 0]);
  });

  it('holds until a term ends, and for ever once it has', () => {
    const renewing = facts({
      endsOn: day('2026-10-31'),
      renewalMonths: 12,
      notice: { length: 1, unit: 'months', to: 'term_end' },
    });
    expect(reckonContract(renewing, day('2026-10-05'), fiscalYear(2026))).toMatchObject({
      noticeBy: '2027-09-30',
      termEndsOn: '2026-10-31',
      holdsUntil: '2026-10-31',
    });
    const over = reckonContract(
      facts({ endsOn: day('2026-03-31'), notice: null }),
      day('2026-10-05'),
      fiscalYear(2030),
    );
    expect(over).toMatchObject({ noticeBy: null, boundUntil: '2026-03-31', holdsUntil: '2026-12-31' });
    expect(over.years).toEqual([{ fiscalYear: 2026, costCents: 30_000, boundCents: 30_000, paymentCents: 30_000 }]);
  });

  it('never binds more than is spent, also where a cut period divides otherwise', () => {
    const { price } = facts({});
    const stoppable = {
      term: facts({ startsOn: day('2026-08-01'), notice: { length: 0, unit: 'days', to: 'month_end' } }).term,
      price: { ...price, unitPriceMicros: 100_010_000 },
    };
    const years = reckonContract(stoppable, day('2027-01-15'), fiscalYear(2027)).years;
    expect(years[0]).toMatchObject({ costCents: 4_167, boundCents: 4_167 });
  });

  it('reckons eight years beyond the running one', () => {
    expect(contractHorizon(day('2026-12-31'))).toBe(2034);
  });
});
