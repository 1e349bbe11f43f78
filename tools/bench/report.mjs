// Turns what was measured into figures with their targets: a table to read, and JSON to compare.
import { demandFigures } from './demands.mjs';
import { importFigures } from './import.mjs';
import { portfolioFigures } from './portfolio.mjs';
import { publicFigures } from './public.mjs';
import { rivalFigures } from './rivals.mjs';

const percent = (share) => `${Math.round(share * 100)} %`;
const seconds = (value) => `${value.toFixed(1)} s`;
const milliseconds = (value) => `${value.toFixed(1)} ms`;

/** One figure: what it is, what came out, what was wanted (`undefined`: shown only). */
const figure = (area, name, value, target, ok, remark = '') => ({ area, name, value, target, ok, remark });

export function figuresOf(measured) {
  const {
    booking,
    reads,
    proof,
    grid,
    registers,
    demands,
    import: file,
    capacity,
    portfolio,
    start,
    scripts,
  } = measured;
  return [
    ...(booking ? bookingFigures(booking) : []),
    ...(reads ? readFigures(reads) : []),
    ...(proof ? proofFigures(proof) : []),
    ...(grid ? gridFigures(grid) : []),
    ...(registers ? registerFigures(registers) : []),
    ...(demands ? demandFigures(demands, { figure, milliseconds }) : []),
    ...(file ? importFigures(file, { figure, seconds }) : []),
    ...(measured.rivals ? rivalFigures(measured.rivals, { figure, seconds }) : []),
    ...(capacity ? capacityFigures(capacity) : []),
    ...(portfolio ? portfolioFigures(portfolio, { figure, milliseconds }) : []),
    ...(start ? startFigures(start) : []),
    ...(scripts ? scriptFigures(scripts) : []),
    ...(start?.lighthouse ? lighthouseFigures(start) : []),
    ...(measured.public ? publicFigures(measured.public, { figure, milliseconds }) : []),
  ];
}

function bookingFigures({ tool, cases, clientLimit, poolSize, inPools, ...proof }) {
  const rows = cases.map(({ connections, pattern, inPools, bare, perSecond, share, p99, microseconds }) => {
    const wanted = pattern === 'hot' ? 0.4 : inPools ? 0.2 : 0.25;
    const [all, one] = inPools ? ['2,000 lines in 200 pools', 'one pool'] : ['2,000 lines', 'one line'];
    const isAsked = connections === 32;
    const { api, database } = microseconds;
    return figure(
      'Booking over HTTP',
      `${pattern === 'hot' ? one : all}, ${connections} connections`,
      `${percent(share)} (${perSecond} of ${bare}/s)`,
      isAsked ? `>= ${percent(wanted)}${pattern === 'spread' && !inPools ? ', floor 15 %' : ''}` : undefined,
      isAsked ? share >= wanted : undefined,
      `p99 ${milliseconds(p99)}; processor for one booking: API ${api} µs, PostgreSQL ${database} µs`,
    );
  });
  const hot = (wanted) =>
    cases.find((one) => one.pattern === 'hot' && !one.inPools && one.connections === wanted).perSecond;
  const steadiness = hot(32) / hot(8);
  const isClean = [proof.bookedTwice, proof.withoutAudit, proof.withoutKey].every((count) => count === 0);
  return [
    ...rows,
    figure(
      'Booking over HTTP',
      'one line, 32 connections against 8',
      steadiness.toFixed(2),
      '>= 0.85',
      steadiness >= 0.85,
    ),
    figure(
      'Booking over HTTP',
      'overdrawn / booked twice / without audit or key',
      `${proof.overdrawn} / ${proof.bookedTwice} / ${proof.withoutAudit + proof.withoutKey}`,
      '0 / 0 / 0',
      isClean && proof.overdrawn === 0,
      `${proof.confirmed} bookings confirmed, ${proof.refusedOnSmallLine} refused on a line too small for all`,
    ),
    figure(
      'Booking over HTTP',
      'in pools: overdrawn / missing / reconciliation',
      `${inPools.overdrawn} / ${inPools.missing} / ${euros(inPools.differenceCents)}`,
      '0 / 0 / 0.00',
      inPools.overdrawn === 0 && inPools.missing === 0 && inPools.differenceCents === 0,
    ),
    figure('Booking over HTTP', 'reconciliation', euros(proof.differenceCents), '0.00', proof.differenceCents === 0),
    figure(
      'Booking over HTTP',
      'requests that the client could send',
      `${clientLimit}/s`,
      undefined,
      undefined,
      `bare statement by ${tool}; API with ${poolSize} connections to the database`,
    ),
  ];
}

function proofFigures({ reconciliation, replay }) {
  const { milliseconds: asked, scanMilliseconds: scan } = reconciliation;
  return [
    figure(
      'Proof',
      'reconciliation of a year, against one scan of its movements that adds them up',
      `${(asked / scan).toFixed(2)} x (${milliseconds(asked)} against ${milliseconds(scan)})`,
      '<= 2 x',
      asked <= 2 * scan,
    ),
    figure(
      'Proof',
      'balances that a replay through the domain library finds otherwise',
      `${replay.wrong} of ${replay.balances.toLocaleString('en')}`,
      '0',
      replay.wrong === 0,
      `${replay.movements.toLocaleString('en')} movements in ${seconds(replay.milliseconds / 1000)}`,
    ),
  ];
}

function readFigures({ growth, list, figuresWrong, figuresCompared, groupBySeconds, movements }) {
  const grown = Object.entries(growth).map(([name, { p50Small, p50Large, growth: factor }]) =>
    figure(
      'Reads',
      `${name}, p50 with ${movements.toLocaleString('en')} movements against 100,000`,
      `${factor.toFixed(2)} x (${milliseconds(p50Large)} against ${milliseconds(p50Small)})`,
      '<= 1.2 x',
      factor <= 1.2,
    ),
  );
  return [
    ...grown,
    figure(
      'Reads',
      'figures that differ from GROUP BY over the movements',
      `${figuresWrong} of ${figuresCompared.toLocaleString('en')}`,
      '0',
      figuresWrong === 0,
      `the GROUP BY alone takes ${seconds(groupBySeconds)}`,
    ),
    figure(
      'Reads',
      '200 lines, against node:http and pg with the same rows',
      `${percent(list.share)} (${list.perSecond} of ${list.bare}/s)`,
      '>= 85 %',
      list.share >= 0.85,
    ),
    figure(
      'Reads',
      '200 lines, p99 against the same',
      `${list.p99Share.toFixed(2)} x (${milliseconds(list.p99)})`,
      '<= 2 x',
      list.p99Share <= 2,
    ),
  ];
}

function gridFigures({
  lines,
  years,
  cells,
  readMilliseconds,
  readKilobytes,
  saveMilliseconds,
  openMilliseconds,
  scroll,
  keys,
  paste,
}) {
  const size = `${lines.toLocaleString('en')} lines x ${years} years`;
  return [
    figure(
      'Planning grid',
      `read ${size}, p50`,
      milliseconds(readMilliseconds),
      undefined,
      undefined,
      `${readKilobytes.toFixed(0)} kB before compression; page open after ${milliseconds(openMilliseconds)}`,
    ),
    figure(
      'Planning grid',
      `save ${cells.toLocaleString('en')} cells in one batch, p50`,
      milliseconds(saveMilliseconds),
      '<= 1000 ms',
      saveMilliseconds <= 1000,
    ),
    figure(
      'Planning grid',
      `longest frame while scrolling through ${size}`,
      milliseconds(scroll.longest),
      '<= 50 ms',
      scroll.longest <= 50,
      `95 % of ${scroll.frames} frames within ${milliseconds(scroll.p95)}; ${scroll.rows} rows in the document`,
    ),
    figure(
      'Planning grid',
      `longest key press in ${size}, from the key to its frame`,
      milliseconds(keys.milliseconds),
      '<= 100 ms',
      keys.milliseconds <= 100,
      `that was ${keys.key.replaceAll('+', ' ')}`,
    ),
    figure(
      'Planning grid',
      `longest frame after a paste of ${cells.toLocaleString('en')} cells, with its save`,
      milliseconds(paste.longest),
      '<= 50 ms',
      paste.longest <= 50,
      `the paste itself ${milliseconds(paste.pasteMilliseconds)}`,
    ),
  ];
}

function registerFigures({ projects, contracts, reads, pages }) {
  const sizes = {
    portfolio: `portfolio of ${projects.toLocaleString('en')} projects`,
    register: `register of ${contracts.toLocaleString('en')} contracts`,
  };
  const opened = Object.entries(sizes).map(([name, size]) =>
    figure(
      'Registers',
      `${size}, page to its first row`,
      milliseconds(pages[name].again),
      '<= 1000 ms',
      pages[name].again <= 1000,
      `${milliseconds(pages[name].first)} with an empty cache`,
    ),
  );
  const walked = Object.entries(sizes).map(([name, size]) => {
    const { first, middle } = reads[name];
    const what = `${size}, page 21 against page 1, p50`;
    const value = `${(middle / first).toFixed(2)} x (${milliseconds(middle)} against ${milliseconds(first)})`;
    return figure('Registers', what, value, '<= 1.5 x', middle <= 1.5 * first);
  });
  const { summary, deadlines, endings, invoices } = reads;
  const others = [
    `days for notice ${milliseconds(deadlines.first)}`,
    `endings ${milliseconds(endings.first)}`,
    `invoices ${milliseconds(invoices.first)}`,
  ];
  return [
    ...opened,
    ...walked,
    figure(
      'Registers',
      'all projects judged by rule for the sentence of the portfolio, p50',
      milliseconds(summary.first),
      undefined,
      undefined,
      others.join('; '),
    ),
  ];
}

function capacityFigures({ forecasts, city, risk, overview }) {
  return [
    ...forecasts.flatMap(forecastFigures),
    figure(
      'Capacity',
      `${city.units} units, ${city.tasks.toLocaleString('en')} tasks, ${city.posts.toLocaleString('en')} posts, ${city.months} months reckoned anew`,
      milliseconds(city.milliseconds),
      '< 300 ms',
      city.milliseconds < 300,
      `the first time ${milliseconds(city.firstMilliseconds)}`,
    ),
    figure(
      'Capacity',
      `Monte Carlo, ${risk.runs.toLocaleString('en')} runs x ${risk.tasks} tasks x ${risk.months} months, against the plain loop over typed arrays with as many draws`,
      `${risk.factor.toFixed(2)} x (${milliseconds(risk.milliseconds)} against ${milliseconds(risk.plainMilliseconds)})`,
      '<= 1.5 x',
      risk.factor <= 1.5,
      risk.isRepeatable ? 'the same seed gave the same view each time' : 'THE SAME SEED GAVE DIFFERENT VIEWS',
    ),
    figure(
      'Capacity',
      `overview of ${overview.units} units, ${overview.tasks.toLocaleString('en')} tasks, ${overview.posts.toLocaleString('en')} posts over HTTP, against its statements alone`,
      `${overview.factor.toFixed(2)} x (${milliseconds(overview.milliseconds)} against ${milliseconds(overview.statementMilliseconds)})`,
      '<= 1.5 x',
      overview.factor <= 1.5,
      `${Math.round(overview.bytes / 1000)} kB`,
    ),
  ];
}

function forecastFigures({ name, hasTargets, series, honest, ...set }) {
  const [mase, coverage] = [set.mase.toFixed(3), `${(set.coverage95 * 100).toFixed(1)} %`];
  const isCovered = set.coverage95 >= 0.92 && set.coverage95 <= 0.97;
  return [
    figure(
      'Capacity',
      `forecast of ${name}, MASE of 12 months held back`,
      mase,
      hasTargets ? '<= 0.80' : undefined,
      hasTargets ? set.mase <= 0.8 : undefined,
      `last year's months ${set.naiveMase.toFixed(3)}; sMAPE ${set.smape.toFixed(2)}; ` +
        `${honest} of ${series} say that last year's months did better`,
    ),
    figure(
      'Capacity',
      `forecast of ${name}, months within the 95 % band`,
      coverage,
      hasTargets ? '92-97 %' : undefined,
      hasTargets ? isCovered : undefined,
      `within the 80 % band ${(set.coverage80 * 100).toFixed(1)} %`,
    ),
    figure(
      'Capacity',
      `forecast of ${name}, points of a series`,
      milliseconds(set.pointMilliseconds),
      '<= 10 ms',
      set.pointMilliseconds <= 10,
    ),
    figure(
      'Capacity',
      `forecast of ${name}, with tested bands`,
      milliseconds(set.calibratedMilliseconds),
      '<= 120 ms',
      set.calibratedMilliseconds <= 120,
    ),
  ];
}

function startFigures({ firstSeconds, secondSeconds, memory }) {
  return [
    figure(
      'Start',
      'second start to the first answer',
      seconds(secondSeconds),
      '<= 3 s',
      secondSeconds <= 3,
      `the first, with the sample city, ${seconds(firstSeconds)}`,
    ),
    figure('Start', 'memory of the API, idle after the overview', `${memory} MB`, '<= 256 MB', memory <= 256),
  ];
}

function scriptFigures({ initialKilobytes, allKilobytes, initialFiles, areChartsLazy }) {
  return [
    figure(
      'Web',
      'JavaScript of the first page, brotli',
      `${initialKilobytes.toFixed(0)} kB`,
      '<= 130 kB',
      initialKilobytes <= 130,
      `${initialFiles} files; all pages together ${allKilobytes.toFixed(0)} kB`,
    ),
    figure('Web', 'charts come later', areChartsLazy ? 'yes' : 'no', 'yes', areChartsLazy),
  ];
}

function lighthouseFigures({ lighthouse, failed }) {
  const scores = Object.values(lighthouse);
  return [
    figure(
      'Web',
      `Lighthouse of the overview, desktop: ${Object.keys(lighthouse).join(', ')}`,
      scores.join(' / '),
      '>= 90 each',
      scores.every((score) => score >= 90),
      failed.join('; '),
    ),
  ];
}

const euros = (cents) => (cents / 100).toFixed(2);

/** The table for the console and, with the same words, for the document. */
export function toMarkdown(figures) {
  const mark = (ok) => (ok === undefined ? '' : ok ? 'met' : '**missed**');
  const lines = figures.map(
    ({ area, name, value, target, ok, remark }) =>
      `| ${area} | ${name} | ${value} | ${target ?? ''} | ${mark(ok)} | ${remark} |`,
  );
  return ['| area | what | measured | target | | remark |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

export function toConsole(figures) {
  const width = (field) => Math.max(...figures.map((one) => String(one[field] ?? '').length));
  const widths = { area: width('area'), name: width('name'), value: width('value'), target: width('target') };
  return figures
    .map((one) => {
      const cells = Object.entries(widths).map(([field, wide]) => String(one[field] ?? '').padEnd(wide));
      const mark = one.ok === undefined ? '      ' : one.ok ? 'met   ' : 'MISSED';
      return `${mark}  ${cells.join('  ')}${one.remark ? `\n        ${one.remark}` : ''}`;
    })
    .join('\n');
}
