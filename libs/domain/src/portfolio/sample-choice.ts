import type { Candidate, Choice, Limit, Start, Use } from './choice';

export interface SampleSize {
  readonly demands: number;
  readonly years?: number;
  readonly firstYear?: number;
  /** Share of all costs that the limits can bear. */
  readonly share?: number;
  readonly mandatory?: number;
  /** Worth that grows with the costs: far harder to choose from than the points of a city. */
  readonly isHard?: boolean;
}

const FRAMES = ['CORE', 'SCHOOL_NET'];

/**
 * A made-up round, the same for the same random numbers: heavy beginnings and lighter running costs, staff for the introduction and
 * for the operation, a third with a need, some exclusions and pairs, up to three start years.
 */
export function sampleChoice(
  random: () => number,
  { demands, years = 5, firstYear = 2027, share = 0.4, mandatory = 0.03, isHard = false }: SampleSize,
): Choice {
  const limits: Limit[] = [];
  for (const frame of FRAMES) {
    for (let year = 0; year < years; year++) limits.push({ kind: 'money', frame, year: firstYear + year, amount: 0 });
  }
  for (let year = 0; year < years; year++) limits.push({ kind: 'fte', frame: null, year: firstYear + year, amount: 0 });
  const candidates: Candidate[] = [];
  for (let at = 0; at < demands; at++) {
    const isFree = candidates[at - 1]?.isMandatory !== true;
    candidates.push(sampleCandidate(random, { at, years, firstYear, mandatory, isFree, isHard }));
  }
  const full = limits.map((_, limit) =>
    candidates.reduce((sum, { starts }) => sum + (starts[0]?.uses.find((use) => use.limit === limit)?.amount ?? 0), 0),
  );
  return { limits: limits.map((limit, at) => ({ ...limit, amount: Math.round((full[at] ?? 0) * share) })), candidates };
}

function sampleCandidate(
  random: () => number,
  {
    at,
    years,
    firstYear,
    mandatory,
    isFree,
    isHard,
  }: Required<Omit<SampleSize, 'demands' | 'share'>> & { at: number; isFree: boolean },
): Candidate {
  const frame = random() < 0.75 ? 0 : 1;
  const cents = Math.round((5 + Math.exp(random() * 4.5)) * 100_000);
  const length = 1 + Math.floor(random() * 3);
  const isMandatory = random() < mandatory;
  const begin = Math.floor(random() * Math.max(years - 2, 1));
  const introFte = Math.round((cents / 40_000) * (0.3 + random()));
  const runFte = Math.round(introFte * 0.3 * random());
  const points = 1_500 + Math.round(8_000 * random());
  const worth = isHard ? Math.round((cents / 5_000) * (0.5 + 1.2 * random())) + 500 : points;
  const latest = Math.min(begin + Math.floor(random() * 3), years - 1);
  const starts: Start[] = [];
  const shape = Array.from({ length: years }, (_, run) => (run < length ? 1 : 0.18) * (0.7 + 0.6 * random()));
  for (let start = begin; start <= latest; start++) {
    const uses: Use[] = [];
    for (let year = start; year < years; year++) {
      uses.push({ limit: frame * years + year, amount: Math.round(cents * (shape[year - start] ?? 0)) });
    }
    for (let year = start; year < years; year++) {
      uses.push({ limit: FRAMES.length * years + year, amount: year - start < length ? introFte : runFte });
    }
    starts.push({ year: firstYear + start, value: Math.round(worth * (1 - 0.08 * (start - begin))), uses });
  }
  const link = (chance: number) => (at > 0 && random() < chance ? [`d${Math.floor(random() * at)}`] : []);
  const next = (chance: number) => (at > 0 && random() < chance && isFree ? [`d${at - 1}`] : []);
  const free = isMandatory ? { needs: [], excludes: [], together: [] } : null;
  return {
    id: `d${at}`,
    isMandatory,
    starts,
    ...(free ?? { needs: link(0.3), excludes: next(0.05), together: next(0.03) }),
  };
}
