import fc from 'fast-check';
import {
  type Desk,
  deskService,
  erlangA,
  erlangB,
  erlangC,
  erlangCOfShare,
  meanWaitWithVariation,
  requiredPositions,
  rosteredPositions,
  serviceLevel,
  waitOfShare,
} from './erlang';

/** A desk of a load in Erlang whose services take a time. */
const desk = (load: number, handlingTime: number): Desk => ({ arrivalRate: load / handlingTime, handlingTime });

describe('published values of Erlang C', () => {
  it.each([
    [1, 10, 14, 180, 20, 0.1741319336, 0.8883500192, 7.8359],
    [2, 10, 15, 180, 19.8, 0.102042367, 0.9411266757, 3.6735],
    [3, 10, 13, 180, 20, 0.285270453, 0.7955947884, 17.1162],
    [4, 10, 12, 300, 30, 0.4493882243, 0.6320720407, 67.4082],
    [5, 48, 55, 240, 20, 0.2387009364, 0.8667964882, 8.184],
    [6, 48, 54, 240, 20, 0.3013078994, 0.817247521, 12.0523],
  ])('row %d', (_, load, positions, handlingTime, within, wait, level, meanWait) => {
    const one = desk(load, handlingTime);
    expect(erlangC(load, positions)).toBeCloseTo(wait, 9);
    expect(serviceLevel(one, positions, within)).toBeCloseTo(level, 9);
    expect(deskService(one, positions).meanWait).toBeCloseTo(meanWait, 4);
  });

  it('row 7: three positions, one person in ten minutes, twenty minutes each', () => {
    const service = deskService({ arrivalRate: 1 / 10, handlingTime: 20 }, 3);
    expect(service.waitProbability).toBeCloseTo(4 / 9, 12);
    expect([service.meanWait, service.meanQueue, service.meanTime]).toEqual(
      [8.8889, 0.8889, 28.8889].map((value) => expect.closeTo(value, 4)),
    );
  });

  it('row 8: two positions, 11 in 20 minutes, three minutes each', () => {
    const service = deskService({ arrivalRate: 11 / 20, handlingTime: 3 }, 2);
    expect(service.waitProbability).toBeCloseTo(0.745890411, 9);
    expect((service.meanQueue ?? NaN) + 1.65).toBeCloseTo(5.1663, 4);
  });

  it('row 9: Erlang A with 100 calls in 30 minutes, three minutes each, patience of five', () => {
    const service = erlangA({ arrivalRate: 100 / 30, handlingTime: 3 }, 14, 5);
    expect(service.waitProbability).toBeCloseTo(0.14526011, 8);
    expect(service.meanWait).toBeCloseTo(0.069918721, 9);
    expect(service.abandonShare).toBeCloseTo(0.013983744, 9);
    expect(service.occupancy).toBeCloseTo(0.70429733, 8);
  });

  it.each([
    [2, 5, 0.0366972477],
    [10, 14, 0.0568191434],
    [5, 10, 0.0183845703],
    [1, 2, 0.2],
  ])('row 10: Erlang B of %d Erlang on %d lines', (load, positions, blocked) => {
    expect(erlangB(load, positions)).toBeCloseTo(blocked, 9);
  });

  it.each([
    [2, 3.5, 0.282584651],
    [10, 13.5, 0.223997411],
  ])('row 11: %d Erlang on %d positions', (load, positions, wait) => {
    expect(erlangCOfShare(load, positions)).toBeCloseTo(wait, 8);
  });

  it('25 Erlang on 20 positions grow without end, and 20 on 25 wait with 0.2091', () => {
    expect(erlangC(25, 20)).toBe(1);
    expect(erlangC(20, 25)).toBeCloseTo(0.2091028266, 9);
  });
});

describe('large desks stay numbers', () => {
  it.each([
    [150, 160],
    [1_000, 1_020],
    [4_900, 5_000],
    [5_000, 5_050],
  ])('%d Erlang on %d positions', (load, positions) => {
    const [blocked, waits] = [erlangB(load, positions), erlangC(load, positions)];
    expect([blocked > 0, blocked < waits, waits < 1]).toEqual([true, true, true]);
    expect(erlangCOfShare(load, positions)).toBeCloseTo(waits, 12);
  });

  it('with few positions and long patience, too', () => {
    const service = erlangA({ arrivalRate: 5_000, handlingTime: 1 }, 10, 1_000);
    expect(service.waitProbability).toBeCloseTo(1, 9);
    expect(service.abandonShare).toBeCloseTo(1 - 10 / 5_000, 6);
  });
});

describe('the ends', () => {
  it('nobody comes, nobody waits', () => {
    const service = deskService({ arrivalRate: 0, handlingTime: 5 }, 1);
    expect([service.waitProbability, service.meanWait, service.occupancy]).toEqual([0, 0, 0]);
    expect([erlangC(0, 3), erlangCOfShare(0, 2.5)]).toEqual([0, 0]);
    expect(erlangA({ arrivalRate: 0, handlingTime: 5 }, 3, 5).waitProbability).toBe(0);
  });

  it('too few positions: everybody waits, without end, which is no large number', () => {
    const one = desk(10, 5);
    expect(deskService(one, 10)).toEqual({
      positions: 10,
      waitProbability: 1,
      meanWait: null,
      meanQueue: null,
      meanTime: null,
      occupancy: 1,
    });
    expect([serviceLevel(one, 10, 5), waitOfShare(one, 10, 0.9), meanWaitWithVariation(one, 10, 1, 1)]).toEqual([
      0,
      null,
      null,
    ]);
    expect(erlangCOfShare(10, 9.5)).toBe(1);
  });

  it('the wait of a share is 0 while so many do not wait at all', () => {
    const one = desk(10, 180);
    expect(waitOfShare(one, 14, 0.8)).toBe(0);
    const ninety = waitOfShare(one, 14, 0.9) ?? NaN;
    expect(serviceLevel(one, 14, ninety)).toBeCloseTo(0.9, 12);
  });

  it('services that never vary wait half as long', () => {
    const one = desk(10, 180);
    expect(meanWaitWithVariation(one, 14, 1, 0)).toBeCloseTo(7.8359 / 2, 4);
    expect(meanWaitWithVariation(one, 14, 1, 1)).toBeCloseTo(7.8359, 4);
  });
});

describe('how many positions', () => {
  const target = { share: 0.8, within: 20, maxOccupancy: 1, shrinkage: 0.3 };

  it('the fewest that keep the promise, and the posts behind them', () => {
    expect(requiredPositions(desk(10, 180), target)).toEqual({
      positions: 14,
      rostered: 20,
      share: expect.closeTo(0.88835, 5),
    });
    expect(requiredPositions(desk(48, 240), target)?.positions).toBe(54);
  });

  it('nobody is asked to be busy all day', () => {
    expect(requiredPositions(desk(10, 180), { ...target, maxOccupancy: 0.6 })?.positions).toBe(17);
  });

  it('a promise that cannot be kept is none', () => {
    expect(requiredPositions(desk(10, 180), { ...target, share: 1.1 })).toBeNull();
  });

  it('posts are rounded up, but a whole number stays whole', () => {
    expect([rosteredPositions(14, 0.3), rosteredPositions(7, 0.3), rosteredPositions(15, 0.3)]).toEqual([20, 10, 22]);
  });

  it('one position less breaks it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        (load, share) => {
          const one = desk(load, 180);
          const found = requiredPositions(one, { ...target, share })?.positions ?? NaN;
          expect(serviceLevel(one, found, 20)).toBeGreaterThanOrEqual(share);
          expect(serviceLevel(one, found - 1, 20)).toBeLessThan(share);
        },
      ),
      { seed: 2026 },
    );
  });
});

it('each position more lets fewer wait', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 300, noNaN: true }), fc.integer({ min: 1, max: 400 }), (load, positions) => {
      expect(erlangC(load, positions + 1)).toBeLessThanOrEqual(erlangC(load, positions));
      expect(erlangCOfShare(load, positions + 0.5)).toBeLessThanOrEqual(erlangCOfShare(load, positions) + 1e-9);
    }),
    { seed: 2026, numRuns: 40 },
  );
});
