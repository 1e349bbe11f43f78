import type { FrameCode } from '../budget/frame';
import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { type BoundClaim, type BoundSource, type FrameBasis, boundTotals, boundYears, runRate } from './bound-years';

const claim = (lineId: string, year: number, euros: number, frame: FrameCode | null = 'CORE'): BoundClaim => ({
  lineId,
  frame,
  fiscalYear: fiscalYear(year),
  amountCents: cents(euros * 100),
});
const basis = (frame: FrameCode, year: number, euros: number | null): FrameBasis => ({
  frame,
  fiscalYear: fiscalYear(year),
  amountCents: euros === null ? null : cents(euros * 100),
  from: euros === null ? 'unknown' : 'ceiling',
});
const source = (kind: BoundSource['kind'], ...claims: BoundClaim[]): BoundSource => ({ kind, claims });

describe('bound years', () => {
  it('T11c an operating obligation of several years binds the later year without a commitment authority', () => {
    const { years } = boundYears(
      [basis('CORE', 2027, 3_500_000)],
      [source('obligation', claim('office', 2027, 380_000)), source('commitment_authority')],
    );
    expect(years).toEqual([
      {
        ...basis('CORE', 2027, 3_500_000),
        parts: [
          { kind: 'commitment_authority', amountCents: 0 },
          { kind: 'obligation', amountCents: 38_000_000 },
        ],
        boundCents: 38_000_000,
        freeCents: 312_000_000,
      },
    ]);
  });

  it('counts recurring operation only beyond what an obligation on the same line and year binds', () => {
    const { years } = boundYears(
      [basis('CORE', 2028, 1_000), basis('CORE', 2029, 1_000)],
      [
        source('obligation', claim('office', 2028, 300), claim('backup', 2028, 90)),
        source('run_rate', claim('office', 2028, 400), claim('backup', 2028, 50), claim('office', 2029, 400)),
      ],
    );
    const parts = years.map((year) => year.parts.map(({ amountCents }) => amountCents));
    expect(parts).toEqual([
      [39_000, 10_000],
      [0, 40_000],
    ]);
    expect(years.map(({ freeCents }) => freeCents)).toEqual([51_000, 60_000]);
  });

  it('R26 a frame without a known amount has no free amount, and what is bound still stands', () => {
    const { years } = boundYears([basis('FEES', 2027, null)], [source('run_rate', claim('phone', 2027, 10, 'FEES'))]);
    expect(years[0]).toMatchObject({ boundCents: 1_000, freeCents: null });
  });

  it('R26 a register that does not exist yet is named and not drawn as nothing', () => {
    const { years, missing } = boundYears(
      [basis('CORE', 2027, 10)],
      [source('commitment_authority'), source('obligation'), { kind: 'follow_up_cost', claims: null }],
    );
    expect(years[0]?.parts.map(({ kind }) => kind)).toEqual(['commitment_authority', 'obligation']);
    expect(missing).toEqual(['contract', 'follow_up_cost', 'run_rate']);
  });

  it('keeps frames and lines without a frame apart, and shows more bound than there is as a minus', () => {
    const { years } = boundYears(
      [basis('CORE', 2027, 10), basis('SCHOOL_NET', 2027, 10)],
      [source('obligation', claim('a', 2027, 30), claim('b', 2027, 5, 'SCHOOL_NET'), claim('c', 2027, 99, null))],
    );
    expect(years.map(({ freeCents }) => freeCents)).toEqual([-2_000, 500]);
  });

  it('two registers of the same kind are added', () => {
    const { years } = boundYears(
      [basis('CORE', 2027, 10)],
      [source('contract', claim('a', 2027, 1)), source('contract', claim('b', 2027, 2))],
    );
    expect(years[0]?.parts).toEqual([{ kind: 'contract', amountCents: 300 }]);
  });
});

describe('all frames of a year', () => {
  it('R26 adds what is known and names the frame that is not, with nothing of it in the sum', () => {
    const { years } = boundYears(
      [basis('CORE', 2029, 100), basis('FEES', 2029, null), basis('CORE', 2030, null), basis('FEES', 2030, null)],
      [source('obligation', claim('a', 2029, 30), claim('phone', 2029, 9, 'FEES'))],
    );
    expect(boundTotals(years)).toEqual([
      { fiscalYear: 2029, amountCents: 10_000, boundCents: 3_000, freeCents: 7_000, unknownFrames: ['FEES'] },
      { fiscalYear: 2030, amountCents: null, boundCents: 0, freeCents: null, unknownFrames: ['CORE', 'FEES'] },
    ]);
  });
});

describe('run rate', () => {
  const planned = (...amounts: readonly (readonly [number, number])[]): Parameters<typeof runRate>[0][number] => ({
    lineId: 'office',
    frame: 'CORE',
    amounts: amounts.map(([year, euros]) => ({ fiscalYear: fiscalYear(year), amountCents: cents(euros * 100) })),
  });
  const years = [2026, 2027, 2028, 2029].map((year) => fiscalYear(year));

  it('follows the plan, and beyond its last year goes on as in that year', () => {
    const claims = runRate([planned([2028, 3], [2027, 2])], years);
    expect(claims.map(({ fiscalYear: year, amountCents }) => [year, amountCents])).toEqual([
      [2027, 200],
      [2028, 300],
      [2029, 300],
    ]);
  });

  it('a line without any planned amount binds nothing', () => {
    expect(runRate([planned()], years)).toEqual([]);
  });
});
