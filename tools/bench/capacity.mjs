// Staffing capacity: how well and how fast case numbers are forecast, a whole city, and the risk of a month (Monte Carlo).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../own-node.mjs';
import { measureOverview } from './capacity-overview.mjs';
import { median } from './load.mjs';
import { makeLedger } from './world.mjs';

const HORIZON = 12;
const EACH_SERIES = 7;
const UNITS = 60;
const TASKS = 2_000;
const MONTHS = 72;
const RUNS = 10_000;
const RISK_TASKS = 50;
const ROUNDS = 5;
const SMALL_LEDGER = 100_000;

/** The series are not part of the repository: they lie beside it, or where ETATLOTSE_SHARED_DIR says. */
const shared = process.env.ETATLOTSE_SHARED_DIR ?? path.resolve(root, '../shared');
const series = path.join(shared, 'data', 'forecast-monthly');

export async function measureCapacity(place, { say }) {
  const domain = await loadDomain();
  const forecasts = fs.existsSync(series) ? [hospital(), unemployed()].map((set) => measureForecast(domain, set)) : [];
  say(forecasts.length > 0 ? 'forecasts of two sets of series' : 'no series beside the repository, no forecasts');
  const city = measureCity(domain);
  const risk = measureRisk(domain);
  say('a city and its risk');
  await makeLedger(place, 'staffing', SMALL_LEDGER);
  const overview = await measureOverview(place, 'staffing', { say });
  return { forecasts, city, risk, overview };
}

/** The library as it is, bundled for this process. */
async function loadDomain() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-capacity-'));
  const outfile = path.join(folder, 'domain.mjs');
  const contents = `export * from './libs/domain/src/capacity/index';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
  });
  const domain = await import(pathToFileURL(outfile).href);
  fs.rmSync(folder, { recursive: true });
  return domain;
}

/** Every seventh of 767 monthly counts, the last year held back. */
function hospital() {
  const text = fs.readFileSync(path.join(series, 'hospital_monthly_767.csv'), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  const cells = rows.map((row) => row.split(',').slice(1).map(Number));
  const columns = cells[0].map((_, at) => cells.map((row) => row[at])).filter((_, at) => at % EACH_SERIES === 0);
  return { name: `${columns.length} hospital series`, columns, hasTargets: true };
}

/** Fourteen series of an economy that broke in the year held back. */
function unemployed() {
  const text = fs.readFileSync(path.join(series, 'us_unemployed_by_industry_monthly.csv'), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  const cells = rows.map((row) => /^"?(.*?)"?,\d{4}-\d{2},(\d+)$/.exec(row.trim())).filter((match) => match !== null);
  const columns = [...Map.groupBy(cells, ([, name]) => name).values()].map((own) => own.map(([, , count]) => +count));
  return { name: `${columns.length} US series into the crisis`, columns, hasTargets: false };
}

function measureForecast(domain, { name, columns, hasTargets }) {
  const sums = { mase: 0, naiveMase: 0, smape: 0, coverage80: 0, coverage95: 0, honest: 0 };
  const times = { points: [], calibrated: [] };
  for (const column of columns) {
    const [history, actual] = [column.slice(0, -HORIZON), column.slice(-HORIZON)];
    times.points.push(timed(() => domain.forecastPoints(history, HORIZON)).milliseconds);
    const { milliseconds, value } = timed(() => domain.forecastCases({ history, horizon: HORIZON }));
    times.calibrated.push(milliseconds);
    const of = (field) => value.months.map((month) => month[field]);
    const scale = domain.seasonalScale(history);
    sums.mase += domain.mase(actual, of('cases'), scale);
    sums.naiveMase += domain.mase(actual, of('lastYear'), scale);
    sums.smape += domain.smape(actual, of('cases'));
    sums.coverage80 += domain.coverage(actual, { low: of('low80'), high: of('high80') });
    sums.coverage95 += domain.coverage(actual, { low: of('low95'), high: of('high95') });
    sums.honest += value.warnings.includes('not_better_than_last_year') ? 1 : 0;
  }
  const means = Object.fromEntries(Object.entries(sums).map(([field, sum]) => [field, sum / columns.length]));
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return {
    ...{ name, hasTargets, ...means, honest: sums.honest, series: columns.length },
    pointMilliseconds: mean(times.points),
    calibratedMilliseconds: mean(times.calibrated),
  };
}

/** Six years of months of every unit: need, posts, gap and backlog, from nothing. */
function measureCity({ planUnit, timeAxis, workCalendar, NO_ALLOWANCE }) {
  const calendar = workCalendar('NI');
  const units = Array.from({ length: UNITS }, (_, unit) => cityUnit(unit));
  const years = new Map(
    Array.from({ length: MONTHS / 12 }, (_, at) => [
      2026 + at,
      { yearlyMinutes: { employee: 93_660, official: 96_120 }, allowance: NO_ALLOWANCE, parameterIds: ['example'] },
    ]),
  );
  const recompute = () => {
    const axis = timeAxis({ year: 2026, month: 1 }, MONTHS, 'working_days', calendar);
    return units.map((unit) => planUnit(unit, axis, years));
  };
  const times = Array.from({ length: ROUNDS + 1 }, () => timed(recompute)).map(({ milliseconds }) => milliseconds);
  const posts = units.reduce((sum, unit) => sum + unit.posts.length, 0);
  const tasks = units.reduce((sum, unit) => sum + unit.tasks.length, 0);
  return {
    units: UNITS,
    tasks,
    posts,
    months: MONTHS,
    firstMilliseconds: times[0],
    milliseconds: median(times.slice(1)),
  };
}

/** One task in ten hangs on a go-live, one post in five changes hands. */
function cityUnit(unit) {
  const count = Math.floor(((unit + 1) * TASKS) / UNITS) - Math.floor((unit * TASKS) / UNITS);
  const tasks = Array.from({ length: count }, (_, at) => ({
    taskId: `${unit}-${at}`,
    kind: 'cases',
    volumes: Array.from({ length: MONTHS }, (_, month) => 80 + ((unit + at * 7 + month * 3) % 40)),
    baseMinutes: 10 + (at % 50),
    recoveryMinutes: 0,
    backlog: at % 25,
    goLive:
      at % 10 === 0
        ? {
            goLiveOn: `202${7 + (at % 3)}-0${1 + (at % 9)}-01`,
            oldMinutes: 10 + (at % 50),
            onlineMinutes: 5,
            online: { kind: 's_curve', share: 0.6, months: 18 },
            dip: [0.1, 0.05],
            rebound: 0.05,
          }
        : null,
  }));
  const holder = (from, until, rampUp = []) => ({ from, until, share: 1, rampUp, absences: [] });
  const posts = Array.from({ length: 25 }, (_, at) => ({
    postId: `${unit}-${at}`,
    status: at % 4 === 0 ? 'official' : 'employee',
    share: 1,
    from: '2020-01-01',
    until: null,
    note: null,
    occupancies:
      at % 5 === 0
        ? [holder('2020-01-01', '2027-03-31'), holder('2027-10-01', null, [0.25, 0.5, 0.75])]
        : [holder('2020-01-01', null)],
  }));
  return { unitId: `u${unit}`, tasks, posts };
}

function measureRisk({ capacityRisk, SeededRandom }) {
  const drawn = new Float64Array(RISK_TASKS * 13);
  new SeededRandom(1).fill(drawn);
  const shares = drawn.values();
  const numbers = () => shares.next().value;
  const tasks = Array.from({ length: RISK_TASKS }, (_, at) => {
    const cases = Array.from({ length: 12 }, () => 100 + numbers() * 1_000);
    const likely = 10 + numbers() * 40;
    return {
      cases,
      casesError: cases.map((one) => one * 0.1),
      minutes: { low: likely * 0.9, likely, high: likely * 1.2 },
      goLive: at % 10 === 0 ? { project: at / 10, factors: cases.map((_, month) => (month < 6 ? 1 : 0.8)) } : null,
    };
  });
  const facts = {
    availableFte: Array(12).fill(100),
    minutesOfFte: Array(12).fill(7_805),
    tasks,
    projects: Array.from({ length: 5 }, () => ({ low: 0, likely: 1, high: 6 })),
    vacancies: Array.from({ length: 10 }, (_, at) => ({
      fte: 1,
      from: at,
      monthsToFill: { low: 2, likely: 5, high: 12 },
    })),
    commonShare: 0.3,
  };
  const product = [];
  const plain = [];
  const views = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { milliseconds, value } = timed(() => capacityRisk(facts, new SeededRandom(42), { runs: RUNS }));
    views.push(JSON.stringify(value));
    product.push(milliseconds);
    plain.push(timed(() => plainLoop(RUNS * 12)).milliseconds);
  }
  const [milliseconds, plainMilliseconds] = [median(product.slice(1)), median(plain.slice(1))];
  return {
    ...{ runs: RUNS, tasks: RISK_TASKS, months: 12, milliseconds, plainMilliseconds },
    factor: milliseconds / plainMilliseconds,
    isRepeatable: views.every((view) => view === views[0]),
  };
}

/**
 * The yardstick: as many triangular draws in the plainest loop there is, over typed arrays with the random numbers written
 * out in it, its sums sorted.
 */
function plainLoop(runs) {
  const of = (value) => Float64Array.from({ length: RISK_TASKS }, (_, at) => value(100 + at, 150 + at, 300 + at));
  const [low, high] = [of((min) => min), of((_, __, max) => max)];
  const split = of((min, mode, max) => (mode - min) / (max - min));
  const rise = of((min, mode, max) => (max - min) * (mode - min));
  const fall = of((min, mode, max) => (max - min) * (max - mode));
  const sums = new Float64Array(runs);
  let state = 42;
  for (let run = 0; run < runs; run += 1) {
    let sum = 0;
    for (let at = 0; at < RISK_TASKS; at += 1) {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      const share = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
      sum += share < split[at] ? low[at] + Math.sqrt(share * rise[at]) : high[at] - Math.sqrt((1 - share) * fall[at]);
    }
    sums[run] = sum;
  }
  return sums.sort()[Math.floor(runs * 0.8)];
}

function timed(work) {
  const begin = performance.now();
  const value = work();
  return { milliseconds: performance.now() - begin, value };
}
