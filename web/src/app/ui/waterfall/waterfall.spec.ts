import { draw, type WaterfallStep } from './waterfall';

const STEPS: readonly WaterfallStep[] = [
  { label: 'Ansatz', cents: 80_000, kind: 'base' },
  { label: 'Rest', cents: 20_000, kind: 'change' },
  { label: 'fortgeschrieben', cents: 100_000, kind: 'total' },
  { label: 'Ist', cents: -60_000, kind: 'actual' },
  { label: 'verfügbar', cents: 40_000, kind: 'available' },
];

describe('the waterfall from Ansatz to available', () => {
  it('lets each step begin where the one above ended', () => {
    const drawn = draw(STEPS).map(({ startPercent, widthPercent }) => [startPercent, widthPercent]);
    expect(drawn).toEqual([
      [0, 80],
      [80, 20],
      [0, 100],
      [40, 60],
      [0, 40],
    ]);
  });

  it('draws an overdrawn line below zero and marks it as missing', () => {
    const drawn = draw([
      ...STEPS.slice(0, 3),
      { label: 'Ist', cents: -150_000, kind: 'actual' },
      { label: 'verfügbar', cents: -50_000, kind: 'available' },
    ]);
    expect(drawn.at(-1)).toMatchObject({ startPercent: 0, fill: 'et-fill-missing' });
    expect(drawn[0]?.startPercent).toBeCloseTo(33.33, 1);
  });

  it('gives an unknown step no width', () => {
    expect(draw([{ label: 'Ansatz', cents: null, kind: 'base' }])[0]?.widthPercent).toBe(0);
  });
});
