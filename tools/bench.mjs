// Measures what was promised about speed and prints it as ratios to a yardstick of the same minute on the same machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { continueOnOwnNode, root } from './own-node.mjs';

const HELP = `Messen, was über die Geschwindigkeit versprochen ist

  npm run bench                       alles, mit einer Million Bewegungen (etwa zwanzig Minuten)
  npm run bench -- --large            mit zehn Millionen Bewegungen
  npm run bench -- --only=booking     nur ein Teil: booking, reads, proof, grid, registers, demands, import, rivals, capacity, portfolio, start, web, public (mit Komma auch mehrere)
  npm run bench -- --keep             schreibt das Ergebnis nach docs/performance (für einen ruhigen Lauf)
  npm run bench -- --only=rivals      neben ledger, hledger und LibreOffice mit einer Million Buchungen (zehn Minuten; auch mit --keep)
  npm run bench -- --no-build         mit den Programmen, die gerade in dist liegen

Jeder Lauf bringt alles mit, was er braucht, und lässt nichts zurück. Das Ergebnis liegt auch in reports/bench.json.`;

const PARTS = [
  'booking',
  'reads',
  'proof',
  'grid',
  'registers',
  'demands',
  'import',
  'rivals',
  'capacity',
  'portfolio',
  'start',
  'web',
  'public',
];
const SMALL = 100_000;
const IMPORTED_ROWS = 1_000_000;
const LIMIT_MS = 30 * 60_000;
const LIMIT_LARGE_MS = 45 * 60_000;

if (process.argv.includes('--help')) {
  console.log(HELP);
  process.exit(0);
}
await continueOnOwnNode();
process.chdir(root);

const isLarge = process.argv.includes('--large');
const movements = isLarge ? 10_000_000 : 1_000_000;
const only = process.argv.flatMap((word) => /^--only=(.+)$/.exec(word)?.[1].split(',') ?? []);
const unknown = only.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`Unbekannt: ${unknown.join(', ')}. Es gibt ${PARTS.join(', ')}.`);
  process.exit(1);
}
const wants = (part) => only.length === 0 || only.includes(part);
/** Other programs take minutes, so their figures are kept apart from those of all the rest and stay when those are new. */
const KEPT = only.join() === 'rivals' ? 'rivals' : 'figures';
const KEPT_FILE = { rivals: 'docs/performance/last-rivals.json', figures: 'docs/performance/last-run.json' };
const KEPT_BY = { rivals: 'npm run bench -- --only=rivals --keep', figures: 'npm run bench -- --keep' };

if (!process.argv.includes('--no-build')) {
  const { status } = spawnSync(process.execPath, ['tools/bootstrap.mjs', '--build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
const { endAll } = await import('./bench/processes.mjs');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => endAll().finally(() => process.exit(130)));
setTimeout(
  () => {
    console.error('The measurement takes too long and is ended.');
    endAll().finally(() => process.exit(1));
  },
  isLarge ? LIMIT_LARGE_MS : LIMIT_MS,
).unref();

try {
  await measure();
} finally {
  await endAll();
}

async function measure() {
  const report = await import('./bench/report.mjs');
  const begin = performance.now();
  const say = (text) => console.log(`  ${((performance.now() - begin) / 1000).toFixed(0).padStart(4)} s  ${text}`);
  const loadBefore = os.loadavg()[0];
  const measured = {
    ...(await measureServer(say)),
    ...(await measureImport(say)),
    ...(await measureOthers(say)),
    ...(await measureStaffing(say)),
    ...(await measureChoice(say)),
    ...(await measureWeb(say)),
    ...(await measureEverybody(say)),
  };
  const figures = report.figuresOf(measured);
  const run = {
    ...describeRun(),
    movements,
    load: { before: loadBefore, after: os.loadavg()[0] },
    seconds: Math.round((performance.now() - begin) / 1000),
    measured,
  };
  console.log(`\n${report.toConsole(figures)}\n`);
  console.log(
    `${figures.filter(({ ok }) => ok).length} met, ${figures.filter(({ ok }) => ok === false).length} missed, ` +
      `${run.seconds} s, load ${run.load.before.toFixed(1)} before and ${run.load.after.toFixed(1)} after`,
  );
  keep('reports/bench.json', run);
  if (process.argv.includes('--keep')) await publish(run, figures, report.toMarkdown);
}

async function measureServer(say) {
  if (!['booking', 'reads', 'proof', 'grid', 'registers', 'demands'].some(wants)) return {};
  const { makeLedger, openWorld } = await import('./bench/world.mjs');
  const place = await openWorld();
  const result = {};
  if (wants('grid')) {
    const { measureGrid } = await import('./bench/grid.mjs');
    await makeLedger(place, 'grid', SMALL);
    result.grid = await measureGrid(place, 'grid', { say });
  }
  if (wants('registers')) {
    const { measureRegisters } = await import('./bench/registers.mjs');
    await makeLedger(place, 'registers', SMALL);
    result.registers = await measureRegisters(place, 'registers', { say });
  }
  if (wants('demands')) {
    const { measureDemands } = await import('./bench/demands.mjs');
    await makeLedger(place, 'demands', SMALL);
    result.demands = await measureDemands(place, 'demands', { say });
  }
  if (!['booking', 'reads', 'proof'].some(wants)) return await ended(result);
  await makeLedger(place, 'ledger', movements);
  say(`a ledger with ${movements.toLocaleString('en')} movements`);
  if (wants('reads')) {
    const { measureReads } = await import('./bench/reads.mjs');
    await makeLedger(place, 'small', SMALL);
    result.reads = await measureReads(place, { say });
  }
  if (wants('proof')) {
    const { measureProof } = await import('./bench/proof.mjs');
    result.proof = await measureProof(place, { say });
  }
  if (wants('booking')) {
    const { measureBooking } = await import('./bench/booking.mjs');
    result.booking = await measureBooking(place, { movements, say });
  }
  return await ended(result);
}

/** The servers of one part must not run along with the next. */
async function ended(result) {
  await endAll();
  return result;
}

async function measureImport(say) {
  if (!wants('import')) return {};
  const { openWorld } = await import('./bench/world.mjs');
  const bench = await import('./bench/import.mjs');
  const result = { import: await bench.measureImport(await openWorld(), { rows: IMPORTED_ROWS, say }) };
  await endAll();
  return result;
}

/** Other programs with a million bookings take minutes: only when they are asked for. */
async function measureOthers(say) {
  if (!wants('rivals')) return {};
  const { measureRivals } = await import('./bench/rivals.mjs');
  const sizes = only.includes('rivals') || isLarge ? [SMALL, IMPORTED_ROWS] : [SMALL];
  return { rivals: await measureRivals({ sizes, say }) };
}

async function measureStaffing(say) {
  if (!wants('capacity')) return {};
  const { openWorld } = await import('./bench/world.mjs');
  const { measureCapacity } = await import('./bench/capacity.mjs');
  return await ended({ capacity: await measureCapacity(await openWorld(), { say }) });
}

async function measureChoice(say) {
  if (!wants('portfolio')) return {};
  const { measurePortfolio } = await import('./bench/portfolio.mjs');
  return { portfolio: await measurePortfolio({ say }) };
}

async function measureWeb(say) {
  if (!wants('start') && !wants('web')) return {};
  const { auditOverview, measureScripts, measureStarts } = await import('./bench/web.mjs');
  const result = { start: await measureStarts({ say }, wants('web') ? auditOverview : undefined) };
  if (wants('web')) result.scripts = measureScripts();
  say('start and web');
  return result;
}

async function measureEverybody(say) {
  if (!wants('public')) return {};
  const { measurePublic } = await import('./bench/public.mjs');
  return { public: await measurePublic({ say }) };
}

function describeRun() {
  const git = (...args) => spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';
  return {
    date: new Date(Date.now()).toISOString(),
    commit: git('rev-parse', '--short', 'HEAD') || 'unknown',
    changed: git('status', '--porcelain', '--', 'api', 'libs', 'web', 'tools') !== '',
    machine: `${os.availableParallelism()} x ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}`,
    node: process.version,
  };
}

function keep(file, run) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(run, rounded, 2)}\n`);
}

function rounded(_key, value) {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

/** Writes the figures for the repository: the JSON, and the table between its marks. */
async function publish(run, figures, toMarkdown) {
  keep(KEPT_FILE[KEPT], run);
  await formatted(KEPT_FILE[KEPT]);
  const file = 'docs/performance.md';
  const size = KEPT === 'figures' ? `${run.movements.toLocaleString('en')} movements, ` : '';
  const table = [
    `<!-- ${KEPT}: begin (written by ${KEPT_BY[KEPT]}) -->`,
    '',
    `Commit ${run.commit}, ${run.date.slice(0, 10)}, ${size}${run.machine}, ` +
      `Node ${run.node.slice(1)}, load ${run.load.before.toFixed(1)} before and ${run.load.after.toFixed(1)} after.`,
    '',
    toMarkdown(figures),
    '',
    `<!-- ${KEPT}: end -->`,
  ].join('\n');
  const text = fs.readFileSync(file, 'utf8');
  const whole = text.replace(new RegExp(`<!-- ${KEPT}: begin[\\s\\S]*<!-- ${KEPT}: end -->`), () => table);
  fs.writeFileSync(file, whole);
  await formatted(file);
  console.log(`Written: ${KEPT_FILE[KEPT]}, ${file}`);
}

/** What is kept in the repository stands as everything else there does. */
async function formatted(file) {
  const { default: prettier } = await import('prettier');
  const style = { ...(await prettier.resolveConfig(file)), filepath: file };
  fs.writeFileSync(file, await prettier.format(fs.readFileSync(file, 'utf8'), style));
}
