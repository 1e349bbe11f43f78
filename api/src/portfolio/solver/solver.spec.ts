import { buildSolverFile } from '../../../test/solver-file';
import { type Choice, checkSelection, gapBasisPoints, sampleChoice } from '@etatlotse/domain/portfolio';
import type { Config } from '../../platform/config/config';
import { HighsSolver } from './highs-solver';
import { seededRandom } from './seeded-random';
import type { Found } from './solver';

const REQUEST = { gapBasisPoints: 100, seconds: 60 };
const EXACT = { gapBasisPoints: 0, seconds: 20 };

describe('the best portfolio', () => {
  const built = buildSolverFile();
  const solver = new HighsSolver({ solverFile: built.file } as Config);
  afterAll(async () => {
    await solver.onApplicationShutdown();
    built.remove();
  });
  const found = (answer: { kind: string }): Found => {
    if (answer.kind !== 'found') throw new Error(`No selection but ${JSON.stringify(answer)}`);
    return answer as Found;
  };

  it('is the one that trying all selections of 12 demands finds', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const choice = sampleChoice(seededRandom(seed), { demands: 12, years: 3, share: 0.5, mandatory: 0.05 });
      const best = bestOfAll(choice);
      const answer = await solver.best(choice, EXACT);
      if (best === null) {
        expect(answer.kind).toBe('impossible');
        continue;
      }
      const { selection, value, bound } = found(answer);
      expect(checkSelection(choice, selection)).toMatchObject({ breaches: [], value: best });
      expect({ value, gap: gapBasisPoints({ value, bound }) }).toEqual({ value: best, gap: 0 });
    }
  });

  it.each([200, 500])(
    'of %i demands in five years is proved to 1 %%, summed anew, and says how far it is',
    async (demands) => {
      const choice = sampleChoice(seededRandom(7), { demands });
      const seen: number[] = [];
      const answer = found(await solver.best(choice, REQUEST, { onProgress: ({ seconds }) => seen.push(seconds) }));
      expect(checkSelection(choice, answer.selection)).toMatchObject({ breaches: [], value: answer.value });
      expect(gapBasisPoints(answer)).toBeLessThanOrEqual(100);
      expect(answer.bound).toBeLessThanOrEqual(answer.summedBound);
      expect(seen.length).toBeGreaterThan(0);
      const first = found(await solver.first(choice));
      expect(checkSelection(choice, first.selection).breaches).toEqual([]);
      expect(first.value).toBeLessThanOrEqual(answer.bound);
    },
  );

  it('is searched beside the main thread, which goes on answering, and stops when it is asked to', async () => {
    const choice = sampleChoice(seededRandom(3), { demands: 200, isHard: true });
    const abort = new AbortController();
    let turns = 0;
    let isOver = false;
    const search = solver.best(choice, { gapBasisPoints: 0, seconds: 60 }, { signal: abort.signal }).finally(() => {
      isOver = true;
    });
    while (turns < 200) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect(isOver).toBe(false);
    abort.abort();
    const answer = found(await search);
    expect(answer.isStopped).toBe(true);
    expect(checkSelection(choice, answer.selection).breaches).toEqual([]);
  });

  it('says why mandatory demands do not fit, and which raises would do', async () => {
    const sample = sampleChoice(seededRandom(7), { demands: 40, mandatory: 0.3 });
    const limits = sample.limits.map((limit) => (limit.year === 2031 ? { ...limit, amount: 100 } : limit));
    const answer = await solver.best({ ...sample, limits }, REQUEST);
    if (answer.kind !== 'impossible') throw new Error('They cannot fit into nothing.');
    expect(answer.conflicts).toContainEqual(expect.objectContaining({ kind: 'over_limit' }));
    const raised = limits.map((limit) => {
      const raise = answer.raises.find(
        (one) => one.limit.frame === limit.frame && one.limit.kind === limit.kind && one.limit.year === limit.year,
      );
      return { ...limit, amount: limit.amount + (raise?.amount ?? 0) + 2 };
    });
    expect((await solver.best({ ...sample, limits: raised }, REQUEST)).kind).toBe('found');
  });

  it('has an answer for nothing at all', async () => {
    expect(found(await solver.best({ limits: [], candidates: [] }, REQUEST))).toMatchObject({ value: 0, bound: 0 });
  });
});

/** What the best selection is worth, by trying all that keep the limits; null where none keeps the rules. */
function bestOfAll(choice: Choice): number | null {
  let best: number | null = null;
  const selection = new Map<string, number>();
  const left = choice.limits.map(({ amount }) => amount);
  const walk = (at: number, worth: number) => {
    const candidate = choice.candidates[at];
    if (candidate === undefined) {
      if (worth > (best ?? -1) && checkSelection(choice, selection).breaches.length === 0) best = worth;
      return;
    }
    walk(at + 1, worth);
    for (const { year, value, uses } of candidate.starts) {
      if (uses.some(({ limit, amount }) => amount > (left[limit] ?? 0))) continue;
      for (const { limit, amount } of uses) left[limit] = (left[limit] ?? 0) - amount;
      selection.set(candidate.id, year);
      walk(at + 1, worth + value);
      selection.delete(candidate.id);
      for (const { limit, amount } of uses) left[limit] = (left[limit] ?? 0) + amount;
    }
  };
  walk(0, 0);
  return best;
}
