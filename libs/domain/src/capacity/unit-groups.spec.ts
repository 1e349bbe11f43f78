import { groupLoad } from './unit-groups';

describe('several units as one', () => {
  it('adds up need and people before it divides: two halves of 50 and 150 % are not 100 % where one is larger', () => {
    const { gap, known } = groupLoad([
      { requiredFte: 5, availableNormFte: 10 },
      { requiredFte: 3, availableNormFte: 2 },
    ]);
    expect([gap, known]).toEqual([{ gapFte: 4, utilisation: 8 / 12 }, 2]);
  });

  it('of one unit it is that unit', () => {
    expect(groupLoad([{ requiredFte: 8, availableNormFte: 7.5 }])).toMatchObject({
      gap: { gapFte: -0.5, utilisation: 8 / 7.5 },
      requiredFte: 8,
      availableNormFte: 7.5,
    });
  });

  it('leaves out a unit of which one side is not known, on both sides, and says how many are left', () => {
    const all = [
      { requiredFte: 4, availableNormFte: 4 },
      { requiredFte: 100, availableNormFte: null },
      { requiredFte: null, availableNormFte: 100 },
    ];
    expect(groupLoad(all)).toMatchObject({ gap: { gapFte: 0, utilisation: 1 }, known: 1 });
    expect(groupLoad(all.slice(1))).toEqual({ requiredFte: null, availableNormFte: null, gap: null, known: 0 });
    expect(groupLoad([])).toMatchObject({ gap: null, known: 0 });
  });
});
