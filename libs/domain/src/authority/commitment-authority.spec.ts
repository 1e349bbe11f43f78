import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import {
  type SliceStrictness,
  type YearAmount,
  authorityPosition,
  boundFindings,
  byYear,
  decideUse,
  lastDayOfAuthority,
  needsCommitmentAuthority,
} from './commitment-authority';

const inYear = (year: number, euros: number): YearAmount => ({
  fiscalYear: fiscalYear(year),
  amountCents: cents(euros * 100),
});
const SLICES = [inYear(2027, 500_000), inYear(2028, 300_000), inYear(2029, 100_000)];
const CONTRACT = [inYear(2027, 450_000), inYear(2028, 200_000)];
const POSITION = authorityPosition(SLICES, CONTRACT);

const IN_TIME = { planYear: fiscalYear(2026), lastDay: null, signedOn: plainDate('2026-09-01') };

const use = (
  amounts: readonly YearAmount[],
  strictness: SliceStrictness = 'warn',
  reason: string | null = null,
): ReturnType<typeof decideUse> => decideUse(amounts, { ...IN_TIME, position: POSITION, strictness, reason });

describe('commitment authority (R11, T11)', () => {
  it('T11 contract of 450,000 and 200,000: used 650,000, left 50,000 / 100,000 / 100,000 = 250,000', () => {
    expect(POSITION.totalCents).toBe(90_000_000);
    expect(POSITION.usedCents).toBe(65_000_000);
    expect(POSITION.slices.map(({ leftCents }) => leftCents)).toEqual([5_000_000, 10_000_000, 10_000_000]);
    expect(POSITION.leftCents).toBe(25_000_000);
  });

  it('T11 the next 60,000 for 2027 exceed the slice by 10,000 within the total: a reason is asked for', () => {
    const outcome = use([inYear(2027, 60_000)]);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        code: 'COMMITMENT_SLICE_REASON',
        params: { fiscalYear: 2027, overCents: 1_000_000, leftCents: 5_000_000 },
      },
    });
    expect(use([inYear(2027, 60_000)], 'warn', '  ')).toMatchObject({ ok: false });
  });

  it('T11 with a reason the 60,000 are used, and the slice stands 10,000 below zero', () => {
    const outcome = use([inYear(2027, 60_000)], 'warn', 'Lieferung früher');
    expect(outcome).toMatchObject({
      ok: true,
      value: { excesses: [{ fiscalYear: 2027, overCents: 1_000_000 }], positionAfter: { leftCents: 19_000_000 } },
    });
    if (outcome.ok) expect(outcome.value.positionAfter.slices[0]?.leftCents).toBe(-1_000_000);
  });

  it('T11 where the city blocks, a reason does not help', () => {
    expect(use([inYear(2027, 60_000)], 'block', 'Lieferung früher')).toMatchObject({
      ok: false,
      refusal: { code: 'COMMITMENT_SLICE_EXCEEDED', params: { overCents: 1_000_000 } },
    });
  });

  it('T11 260,000 exceed the total by 10,000 and are refused whatever the setting', () => {
    for (const strictness of ['warn', 'block'] as const) {
      expect(use([inYear(2027, 260_000)], strictness, 'Lieferung früher')).toEqual({
        ok: false,
        refusal: {
          code: 'COMMITMENT_AUTHORITY_EXCEEDED',
          params: { neededCents: 26_000_000, leftCents: 25_000_000, missingCents: 1_000_000 },
        },
      });
    }
  });

  it('exactly what is left of each slice needs no reason', () => {
    expect(use([inYear(2027, 50_000), inYear(2028, 100_000), inYear(2029, 100_000)])).toMatchObject({
      ok: true,
      value: { excesses: [], positionAfter: { leftCents: 0 } },
    });
  });

  it('a slice exceeded before is exceeded by the new amount alone', () => {
    const position = authorityPosition(SLICES, [inYear(2027, 510_000)]);
    const outcome = decideUse([inYear(2027, 5_000)], {
      ...IN_TIME,
      position,
      strictness: 'block',
      reason: null,
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { params: { overCents: 500_000, leftCents: 0 } } });
  });

  it('a year without a slice has nothing, also within the total', () => {
    expect(use([inYear(2030, 1)])).toMatchObject({
      ok: false,
      refusal: { code: 'COMMITMENT_SLICE_REASON', params: { fiscalYear: 2030, overCents: 100 } },
    });
  });

  it('refuses the year of the plan itself, nothing at all and a negative amount', () => {
    expect(use([inYear(2026, 1)])).toMatchObject({ refusal: { code: 'OBLIGATION_YEAR_PAST' } });
    expect(use([])).toMatchObject({ refusal: { code: 'OBLIGATION_EMPTY' } });
    expect(use([inYear(2027, 10), inYear(2028, -10)])).toMatchObject({ refusal: { code: 'OBLIGATION_EMPTY' } });
  });

  it.each([
    ['announced in December: the year ends it', '2026-12-18', '2026-12-31'],
    ['announced in March: it lives on until then', '2027-03-05', '2027-03-05'],
    ['not announced: the end is open', null, null],
  ])('T11 an authority of 2026, the by-law of 2027 %s', (_, announcedOn, lastDay) => {
    const announced = announcedOn === null ? null : plainDate(announcedOn);
    expect(lastDayOfAuthority(fiscalYear(2026), announced)).toBe(lastDay);
  });

  it.each([
    ['2027-03-05', true],
    ['2027-03-06', false],
  ])('T11 what is left on the last day, 05.03.2027, may be used on %s: %s', (signedOn, isUsed) => {
    const lastDay = plainDate('2027-03-05');
    const outcome = decideUse([inYear(2028, 100_000)], {
      ...IN_TIME,
      lastDay,
      signedOn: plainDate(signedOn),
      position: POSITION,
      strictness: 'warn',
      reason: null,
    });
    expect(outcome.ok ? 'used' : outcome.refusal).toEqual(
      isUsed ? 'used' : { code: 'COMMITMENT_LAPSED', params: { planYear: 2026, lapsedOn: '2027-03-05' } },
    );
  });

  it('a counter record gives back what the use took', () => {
    const undone = CONTRACT.map((amount) => ({ ...amount, amountCents: cents(-amount.amountCents) }));
    expect(authorityPosition(SLICES, [...CONTRACT, ...undone])).toMatchObject({ usedCents: 0, leftCents: 90_000_000 });
  });

  it('adds amounts of one year, orders years and drops what adds up to nothing', () => {
    expect(byYear([inYear(2028, 1), inYear(2027, 2), inYear(2028, 3), inYear(2029, 5), inYear(2029, -5)])).toEqual([
      inYear(2027, 2),
      inYear(2028, 4),
    ]);
  });
});

describe('the plan and what is bound', () => {
  const place = (plannedCents: number): Parameters<typeof boundFindings>[0][number] => ({
    lineId: 'dms',
    fiscalYear: fiscalYear(2027),
    boundCents: cents(45_000_000),
    plannedCents: cents(plannedCents),
  });

  it('T11b a plan of 2027 with less than 450,000 for the project is found, by how much it is short', () => {
    expect(boundFindings([place(44_999_999)])).toEqual([
      { code: 'BOUND_NOT_PLANNED', ...place(44_999_999), missingCents: 1 },
    ]);
    expect(boundFindings([place(45_000_000), place(50_000_000)])).toEqual([]);
  });

  it('T11c current operation needs no commitment authority, investment does', () => {
    expect([needsCommitmentAuthority('operating'), needsCommitmentAuthority('investing')]).toEqual([false, true]);
  });
});
