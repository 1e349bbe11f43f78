import fc from 'fast-check';
import { casesOf, coverDays, fifoWaitDays, fluidBacklog, fteToClear, monthsToClear } from './backlog';

const stock = (facts: Parameters<typeof fluidBacklog>[0]) => fluidBacklog(facts).map((one) => one?.workable ?? null);

describe('stock and flow', () => {
  it('AT-12 what is done at most is what is there; the rest of the time is idle', () => {
    expect(fluidBacklog({ start: 10, arrivals: [5, 0], capacity: [20, 20] })).toEqual([
      { workable: 0, waiting: 0, done: 15, idle: 5 },
      { workable: 0, waiting: 0, done: 0, idle: 20 },
    ]);
  });

  it('a month whose cases are unknown makes everything after it unknown, never zero', () => {
    expect(stock({ start: 10, arrivals: [5, null, 5], capacity: [2, 2, 2] })).toEqual([13, null, null]);
  });

  it('months without people leave everything lying', () => {
    expect(stock({ start: 10, arrivals: [5, 5], capacity: [-3] })).toEqual([15, 20]);
  });

  it('cases that wait for the applicant cannot be worked', () => {
    const months = fluidBacklog({
      start: 0,
      arrivals: [100, 100],
      capacity: [100, 100],
      waiting: { start: 40, incompleteShare: 0.2, monthlyReturnShare: 0.5 },
    });
    // 80 complete ones and 20 of the 40 come to the desk; 20 new ones wait.
    expect(months[0]).toEqual({ workable: 0, waiting: 40, done: 100, idle: 0 });
    expect(months[1]).toEqual({ workable: 0, waiting: 40, done: 100, idle: 0 });
  });

  const amounts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 24 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('no case is lost and no stock is below nothing, whatever comes', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.integer({ min: 0, max: 5_000 }),
        share,
        share,
        (arrivals, capacity, start, incompleteShare, monthlyReturnShare) => {
          const waiting = { start: 100, incompleteShare, monthlyReturnShare };
          const months = fluidBacklog({ start, arrivals, capacity, waiting }).map((one) => one ?? fail());
          const done = months.reduce((sum, one) => sum + one.done, 0);
          const last = months.at(-1) ?? fail();
          const came = arrivals.reduce((sum, one) => sum + one, start + waiting.start);
          expect(done + last.workable + last.waiting).toBeCloseTo(came, 5);
          months.forEach((one) => {
            expect(Math.min(one.workable, one.waiting, one.done, one.idle)).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { seed: 2026 },
    );
  });

  it('more people never leave more lying', () => {
    fc.assert(
      fc.property(amounts, amounts, (arrivals, capacity) => {
        const more = capacity.map((one) => one + 10);
        const [few, many] = [stock({ start: 50, arrivals, capacity }), stock({ start: 50, arrivals, capacity: more })];
        few.forEach((cases, at) => expect(many[at]).toBeLessThanOrEqual(cases ?? NaN));
      }),
      { seed: 2026 },
    );
  });
});

function fail(): never {
  throw new Error('A month is missing.');
}

describe('how long somebody waits', () => {
  it('ends within a month, at the place that the oldest cases leave', () => {
    expect(fifoWaitDays(0, [])).toBe(0);
    expect(
      fifoWaitDays(150, [
        { capacity: 100, workingDays: 20 },
        { capacity: 100, workingDays: 22 },
      ]),
    ).toBe(31);
  });

  it('goes on at the last pace, and is never where nobody works', () => {
    expect(fifoWaitDays(250, [{ capacity: 100, workingDays: 20 }])).toBe(50);
    expect(
      fifoWaitDays(250, [
        { capacity: 100, workingDays: 20 },
        { capacity: 0, workingDays: 22 },
      ]),
    ).toBeNull();
    expect(fifoWaitDays(1, [])).toBeNull();
  });

  it('a month without people is waited through', () => {
    expect(
      fifoWaitDays(50, [
        { capacity: 0, workingDays: 20 },
        { capacity: 100, workingDays: 20 },
      ]),
    ).toBe(30);
  });

  it('cover is stock by pace', () => {
    expect([coverDays(60, 120, 20), coverDays(60, 0, 20)]).toEqual([10, null]);
  });
});

describe('until it is gone', () => {
  it('is never while as much comes in as is done', () => {
    expect(monthsToClear(600, 400, 400)).toBeNull();
    expect(monthsToClear(600, 400, 500)).toBe(6);
    expect(monthsToClear(0, 400, 100)).toBe(0);
  });

  it('the FTE that clear it clear it', () => {
    const [arrivals, minutesOfFte] = [
      [420, 380, 510],
      [7_800, 7_400, 8_100],
    ];
    const fte = fteToClear(900, arrivals, 40, minutesOfFte);
    const capacity = minutesOfFte.map((minutes) => casesOf(fte, minutes, 40));
    expect(stock({ start: 900, arrivals, capacity }).at(-1)).toBeCloseTo(0, 9);
  });

  it('a case that takes no time has no measure', () => {
    expect(casesOf(2, 7_800, 0)).toBe(0);
  });
});
