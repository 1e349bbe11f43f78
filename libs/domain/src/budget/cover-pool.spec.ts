import fc from 'fast-check';
import { cents, sumCents } from '../shared/cents';
import { availableCents, balanceOf } from './availability';
import { type PoolMember, poolAvailableCents, poolBalanceOf, statementOfCover } from './cover-pool';

const member = (lineId: string, granted: number, used: number): PoolMember => ({
  lineId,
  balance: balanceOf([
    { kind: 'appropriation', amountCents: cents(granted) },
    { kind: 'actual', amountCents: cents(used) },
  ]),
});

describe('T6 cover pool (§ 19 KomHKVO)', () => {
  const pool = [
    member('A', 20_000_000, 23_000_000),
    member('B', 15_000_000, 10_000_000),
    member('C', 10_000_000, 9_000_000),
  ];

  it('has 30,000 left in all', () => {
    expect(poolAvailableCents(pool)).toBe(3_000_000);
    expect(poolBalanceOf(pool)).toMatchObject({ appropriationCents: 45_000_000, actualCents: 42_000_000 });
    expect(poolAvailableCents([])).toBe(0);
  });

  it('T6 a rest from the year before counts in the pool as an appropriation does: A covers B out of it (R10)', () => {
    const rested: PoolMember = {
      lineId: 'A',
      balance: balanceOf([{ kind: 'carry_over', amountCents: cents(9_000_000) }]),
    };
    expect(poolAvailableCents([rested, member('B', 0, 4_000_000)])).toBe(5_000_000);
    expect(statementOfCover([rested, member('B', 0, 4_000_000)])).toMatchObject({
      legs: [{ fromLineId: 'A', toLineId: 'B', amountCents: 4_000_000 }],
      uncoveredCents: 0,
    });
  });

  it('after an order of 30,000 on A the statement shows A receiving 60,000 from B 50,000 and C 10,000, sum 0.00', () => {
    const ordered = [member('A', 20_000_000, 26_000_000), ...pool.slice(1)];
    expect(statementOfCover(ordered)).toEqual({
      legs: [
        { fromLineId: 'B', toLineId: 'A', amountCents: 5_000_000 },
        { fromLineId: 'C', toLineId: 'A', amountCents: 1_000_000 },
      ],
      members: [
        { lineId: 'A', coverCents: 6_000_000 },
        { lineId: 'B', coverCents: -5_000_000 },
        { lineId: 'C', coverCents: -1_000_000 },
      ],
      uncoveredCents: 0,
    });
  });

  it('draws on later lines only when the earlier ones are used up', () => {
    expect(statementOfCover(pool).legs).toEqual([{ fromLineId: 'B', toLineId: 'A', amountCents: 3_000_000 }]);
  });

  it('several lines may receive; what nobody can cover is stated', () => {
    const statement = statementOfCover([
      member('A', 0, 300),
      member('B', 500, 100),
      member('C', 0, 200),
      member('D', 0, 0),
    ]);
    expect(statement.legs).toEqual([
      { fromLineId: 'B', toLineId: 'A', amountCents: 300 },
      { fromLineId: 'B', toLineId: 'C', amountCents: 100 },
    ]);
    expect(statement.members.map((entry) => entry.coverCents)).toEqual([300, -400, 100, 0]);
    expect(statement.uncoveredCents).toBe(100);
  });

  it('a pool in which nobody is overdrawn needs no cover', () => {
    expect(statementOfCover([member('A', 5, 5), member('B', 5, 4)])).toMatchObject({ legs: [], uncoveredCents: 0 });
  });

  it('always sums to 0.00 and leaves nobody worse than it may be', () => {
    const members = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 8 });
    fc.assert(
      fc.property(members, (figures) => {
        const lines = figures.map(([granted, used], index) => member(String(index), granted, used));
        const statement = statementOfCover(lines);
        expect(sumCents(statement.members.map((entry) => entry.coverCents))).toBe(0);
        expect(statement.uncoveredCents).toBe(Math.max(0, -poolAvailableCents(lines)));
        lines.forEach((line, index) => {
          const before = availableCents(line.balance);
          const covered = before + (statement.members[index]?.coverCents ?? NaN);
          expect(before >= 0 ? covered >= 0 : covered <= 0).toBe(true);
        });
      }),
    );
  });
});
