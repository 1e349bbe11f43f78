// The best portfolio: time and proven gap beside HiGHS alone on the same models, and the proposal that answers at once.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { root } from '../own-node.mjs';

const SIZES = [200, 500];
const SEEDS = 10;
const GAP_BASIS_POINTS = 100;
const SECONDS = 5;
const ALONE_SECONDS = 10;

export async function measurePortfolio({ say }) {
  const folder = fs.mkdtempSync(path.join(root, 'dist', 'bench-portfolio-'));
  const [domain, thread, alone] = [await loadDomain(folder), await startThread(folder), await startAlone()];
  const sizes = [];
  for (const demands of SIZES) {
    sizes.push(await measureSize(domain, { demands, isHard: false, thread, alone }));
    say(`${SEEDS} portfolios of ${demands} demands`);
  }
  const hard = await measureSize(domain, { demands: SIZES[0], isHard: true, thread, alone });
  say('portfolios whose worth grows with their cost');
  await thread.end();
  fs.rmSync(folder, { recursive: true });
  return { sizes, hard };
}

async function measureSize(domain, { demands, isHard, thread, alone }) {
  const runs = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const choice = domain.sampleChoice(seeded(seed), { demands, isHard });
    const model = domain.modelOf(choice);
    const first = await thread.ask({ kind: 'first', choice });
    const best = await thread.ask({
      kind: 'best',
      choice,
      request: { gapBasisPoints: GAP_BASIS_POINTS, seconds: SECONDS },
      stop: new Int32Array(new SharedArrayBuffer(4)),
    });
    runs.push({
      first: proof(domain, choice, first),
      best: proof(domain, choice, best),
      alone: alone(domain.modelText(model)),
    });
  }
  const of = (pick) => runs.map(pick);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return {
    demands,
    firstMilliseconds: Math.max(...of(({ first }) => first.milliseconds)),
    firstGap: Math.max(...of(({ first }) => first.gap)),
    bestMilliseconds: Math.max(...of(({ best }) => best.milliseconds)),
    bestGap: Math.max(...of(({ best }) => best.gap)),
    proved: of(({ best }) => best.gap <= GAP_BASIS_POINTS).filter(Boolean).length,
    seeds: SEEDS,
    ratio: sum(of(({ best }) => best.milliseconds)) / sum(of(({ alone: own }) => own.milliseconds)),
    aloneMilliseconds: Math.max(...of(({ alone: own }) => own.milliseconds)),
    breaches: sum(of(({ first, best }) => first.breaches + best.breaches)),
  };
}

/** The gap from the bound and the worth that is summed anew; a selection that breaks a rule counts as a breach. */
function proof(domain, choice, { answer, milliseconds }) {
  if (answer.kind !== 'found') return { milliseconds, gap: 10_000, breaches: 0 };
  const { value, breaches } = domain.checkSelection(choice, answer.selection);
  return { milliseconds, gap: domain.gapBasisPoints({ value, bound: answer.bound }), breaches: breaches.length };
}

async function loadDomain(folder) {
  const outfile = path.join(folder, 'domain.mjs');
  const entry = path.join(root, 'libs/domain/src/portfolio/index.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

/** The thread of the API as it is bundled, warm. */
async function startThread(folder) {
  const outfile = path.join(folder, 'portfolio-solver.js');
  await build({
    entryPoints: [path.join(root, 'api/src/portfolio/solver/solver.worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  const worker = new Worker(outfile);
  let last = 0;
  const ask = (request) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      const begin = performance.now();
      worker.on('message', function hear(report) {
        if (report.id !== id || report.kind === 'progress') return;
        worker.off('message', hear);
        if (report.kind === 'fault') reject(new Error(report.message));
        else resolve({ answer: report.answer, milliseconds: performance.now() - begin });
      });
      worker.postMessage({ id, ...request });
    });
  await ask({
    kind: 'best',
    choice: {
      limits: [{ kind: 'money', frame: 'CORE', year: 2027, amount: 1 }],
      candidates: [
        {
          id: 'a',
          isMandatory: false,
          starts: [{ year: 2027, value: 1, uses: [{ limit: 0, amount: 1 }] }],
          needs: [],
          excludes: [],
          together: [],
        },
      ],
    },
    request: { gapBasisPoints: 0, seconds: 1 },
    stop: new Int32Array(new SharedArrayBuffer(4)),
  });
  return { ask, end: () => worker.terminate() };
}

/** HiGHS by itself: the same text, the same gap. */
async function startAlone() {
  const highs = await createRequire(import.meta.url)('highs')();
  return (text) => {
    const begin = performance.now();
    const options = { output_flag: false, mip_rel_gap: GAP_BASIS_POINTS / 10_000, time_limit: ALONE_SECONDS };
    highs.solve(text, options);
    return { milliseconds: performance.now() - begin };
  };
}

/** The mulberry32 sequence. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What came out, with its targets. */
export function portfolioFigures({ sizes, hard }, { figure, milliseconds }) {
  const share = (basisPoints) => `${(basisPoints / 100).toFixed(2)} %`;
  const rows = sizes.flatMap((size) => [
    figure(
      'Portfolio',
      `${size.demands} demands x 5 years, gap proved within 5 s on ${size.seeds} instances, worst`,
      share(size.bestGap),
      '<= 1 %',
      size.bestGap <= 100 && size.breaches === 0,
      `the slowest took ${milliseconds(size.bestMilliseconds)}; every limit and dependency summed anew`,
    ),
    figure(
      'Portfolio',
      `${size.demands} demands, time against HiGHS alone on the same models`,
      `${size.ratio.toFixed(2)} x`,
      '<= 2 x',
      size.ratio <= 2,
      `HiGHS alone at most ${milliseconds(size.aloneMilliseconds)}`,
    ),
    figure(
      'Portfolio',
      `${size.demands} demands, first proposal, slowest`,
      milliseconds(size.firstMilliseconds),
      '< 300 ms',
      size.firstMilliseconds < 300,
      `its gap at most ${share(size.firstGap)}`,
    ),
  ]);
  return [
    ...rows,
    figure(
      'Portfolio',
      `${hard.demands} demands whose worth grows with their cost: gap after 5 s, worst`,
      share(hard.bestGap),
      undefined,
      undefined,
      `${hard.proved} of ${hard.seeds} proved to 1 %; HiGHS alone needs up to ${milliseconds(hard.aloneMilliseconds)}`,
    ),
  ];
}
