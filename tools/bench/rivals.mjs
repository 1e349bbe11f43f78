// The product against what is there without it: ledger, hledger and LibreOffice with the same bookings, one after the other
// and each alone, from the file to a budget report by line; and the report once the bookings are stored.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { writeBookingsFile } from './bookings-file.mjs';
import { committed, differences, listedIn, previewed, sumsOf } from './import.mjs';
import { openJournal } from './journal-file.mjs';
import { LINES, YEAR } from './ledger.mjs';
import { median } from './load.mjs';
import { atTheEnd, processorTime, processorTimeOfFamily } from './processes.mjs';
import { RIVALS } from './rival-programs.mjs';
import { isInstalled } from './run-program.mjs';
import { makeLedger, openWorld, startProduct } from './world.mjs';

const AREA = 'Against other programs';
const YEARS = [YEAR - 2, YEAR - 1, YEAR];
const REPORT = '/api/v1/budget/lines.csv';
const REPORTS = 7;
const PROMISED_AT = 1_000_000;
const IMPORT_TARGET = 3;
const REPORT_TARGET = 50;

export async function measureRivals({ sizes, say }) {
  const results = [];
  for (const rows of sizes) results.push(await measureSize(rows, say));
  return results;
}

/** The product before and after the others, so that a machine that gets slower meanwhile favours nobody. */
async function measureSize(rows, say) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-rivals-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  atTheEnd(removeFolder);
  const files = await writeFiles(folder, rows);
  const rounds = [await measureProduct(files)];
  say(`${rows.toLocaleString('en')} bookings, product: ${rounds[0].seconds.toFixed(1)} s`);
  const rivals = [];
  for (const rival of RIVALS) {
    if (!isInstalled(rival.command)) {
      rivals.push({ name: rival.name, isMissing: true });
      continue;
    }
    const result = await rival.run({ folder, ...files }).catch((fault) => ({ fault: fault.message.split('\n')[0] }));
    rivals.push({ name: rival.name, ...result });
    say(`${rows.toLocaleString('en')} bookings, ${rival.name}: ${result.fault ?? `${result.seconds.toFixed(1)} s`}`);
  }
  rounds.push(await measureProduct(files));
  say(`${rows.toLocaleString('en')} bookings, product: ${rounds[1].seconds.toFixed(1)} s`);
  removeFolder();
  const { manifest } = files;
  return { rows, manifest, megabytes: files.megabytes, product: middle(rounds), rivals };
}

async function writeFiles(folder, rows) {
  const [file, journal] = [path.join(folder, 'bookings.csv'), path.join(folder, 'bookings.journal')];
  const open = openJournal(journal);
  const manifest = await writeBookingsFile(file, rows, open.add);
  open.end();
  return { file, journal, manifest, megabytes: Math.round(fs.statSync(file).size / 2 ** 20) };
}

function middle(rounds) {
  const of = (field) => median(rounds.map((round) => round[field]));
  const most = (field) => Math.max(...rounds.map((round) => round[field]));
  return {
    ...{ seconds: of('seconds'), processorSeconds: of('processorSeconds'), reportSeconds: of('reportSeconds') },
    ...{ wrongSums: most('wrongSums'), wrongReports: most('wrongReports') },
    listed: Math.min(...rounds.map((round) => round.listed)),
  };
}

/** A city with the same lines and appropriations as the journal, and nothing else. */
async function measureProduct({ file, manifest }) {
  const place = await openWorld();
  await makeLedger(place, 'rivals', LINES * YEARS.length);
  const product = await startProduct(place, 'rivals');
  try {
    const before = await sumsOf(place, 'rivals');
    const processor = () => (processorTime(product.pid) + processorTimeOfFamily(place.pid)) / 1000;
    const processorBefore = processor();
    const begin = performance.now();
    const preview = await previewed(product, file);
    await committed(product, preview);
    const reports = await reportOf(product);
    const seconds = (performance.now() - begin) / 1000;
    const processorSeconds = processor() - processorBefore;
    return {
      ...{ seconds, processorSeconds },
      reportSeconds: await secondsOfReport(product),
      listed: listedIn(preview),
      wrongSums: differences(before, await sumsOf(place, 'rivals'), manifest),
      wrongReports: wrongReports(reports, manifest),
    };
  } finally {
    await product.stop();
    await place.stop();
  }
}

/** Every line of a year in one answer: what was granted, ordered, billed, and what is left. */
async function reportOf({ port, headers }) {
  const cookie = headers[0].slice('Cookie: '.length);
  const texts = [];
  for (const year of YEARS) {
    const answer = await fetch(`http://127.0.0.1:${port}${REPORT}?fiscalYear=${year}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${REPORT}: ${answer.status} ${await answer.text()}`);
    texts.push(await answer.text());
  }
  return texts;
}

async function secondsOfReport(product) {
  const times = [];
  for (let round = 0; round < REPORTS; round += 1) {
    const begin = performance.now();
    await reportOf(product);
    times.push((performance.now() - begin) / 1000);
  }
  return median(times);
}

/** Years whose report has not every line, or says another sum of the invoices than the file. */
function wrongReports(texts, { groups }) {
  return texts.filter((text, at) => {
    const [head, ...lines] = parse(text, { delimiter: ';', bom: true });
    const column = head.findIndex((word) => word.startsWith('Ist in'));
    const cents = lines.reduce((sum, line) => sum + Math.round(Number(line[column].replace(',', '.')) * 100), 0);
    return lines.length !== LINES || cents !== groups[`${YEARS[at]} invoice`].cents;
  }).length;
}

export function rivalFigures(results, { figure, seconds }) {
  return results.flatMap((result) => sizeFigures(result, { figure, seconds }));
}

function sizeFigures({ rows, megabytes, manifest, product, rivals }, { figure, seconds }) {
  const count = rows.toLocaleString('en');
  const isPromised = rows >= PROMISED_AT;
  const wanted = (target) => (isPromised ? `>= ${target} x` : undefined);
  const compare = (what, own, target, remarkOf) =>
    rivals.map((rival) => {
      const name = `${what}, against ${rival.name}`;
      if (rival.isMissing) return figure(AREA, name, 'not installed', wanted(target));
      if (rival.fault) return figure(AREA, name, 'did not finish', wanted(target), undefined, rival.fault);
      const factor = rival.seconds / own;
      const value = `${factor.toFixed(factor < 10 ? 1 : 0)} x (${seconds(rival.seconds)} against ${own < 1 ? `${Math.round(own * 1000)} ms` : seconds(own)})`;
      return figure(AREA, name, value, wanted(target), isPromised ? factor >= target : undefined, remarkOf(rival));
    });
  const wrongRows = manifest.wrong + manifest.unknownLines;
  return [
    ...compare(
      `${count} bookings (${megabytes} MB) to a budget report by line`,
      product.seconds,
      IMPORT_TARGET,
      (rival) => [costOf(rival, seconds), judgementOf(rival, manifest)].join('; '),
    ),
    ...compare(`report of ${count} stored bookings by line`, product.reportSeconds, REPORT_TARGET, ({ steps }) =>
      steps
        ? `its pivot table alone, with the file still open: ${seconds(steps.pivot + steps.read)}`
        : 'it keeps nothing',
    ),
    figure(
      AREA,
      `${count} bookings: sums and reports of ours that differ from the file / wrong rows that are listed`,
      `${product.wrongSums} and ${product.wrongReports} / ${product.listed} of ${wrongRows}`,
      '0 and 0 / all',
      product.wrongSums === 0 && product.wrongReports === 0 && product.listed === wrongRows,
      `processor of API and PostgreSQL ${seconds(product.processorSeconds)}`,
    ),
  ];
}

function costOf({ processorSeconds, peakMegabytes, steps }, seconds) {
  const cost = `processor ${seconds(processorSeconds)}, ${peakMegabytes.toLocaleString('en')} MB`;
  if (!steps) return cost;
  return `${cost}; opening ${seconds(steps.load)}, years ${seconds(steps.years)}, pivot ${seconds(steps.pivot)}`;
}

/** What a program made of right and wrong rows. */
function judgementOf({ lines, sums, reported, refusesWrongDay, withoutYear, unknownLineCents }, manifest) {
  const { groups, daysThatAreNone, linesThatAreNone } = manifest;
  const differing = Object.keys(groups).filter((key) => sums[key] !== groups[key].cents).length;
  const said = [
    `${differing} of ${Object.keys(groups).length} sums differ${lines === LINES ? '' : `, ${lines} lines`}`,
  ];
  if (reported) {
    const years = YEARS.filter(
      (year) => reported[year] !== groups[`${year} order`].cents + groups[`${year} invoice`].cents,
    );
    if (years.length > 0) said.push(`the report differs in ${years.join(', ')}`);
    said.push(refusesWrongDay ? 'a booking of 31.02. ends it' : 'a booking of 31.02. is taken');
    return said.join('; ');
  }
  // An amount that is none and is counted all the same would make one of these sums another.
  const isAsAddedUp =
    differing === 0 && withoutYear.cents === daysThatAreNone.cents && unknownLineCents === linesThatAreNone.cents;
  said.push(
    isAsAddedUp
      ? `without a message it added up all ${daysThatAreNone.rows} bookings of 31.02. under ${withoutYear.under} and all ` +
          `${linesThatAreNone.rows} of an unknown line, and left out ${manifest.wrong - daysThatAreNone.rows} amounts`
      : `it added up ${withoutYear.cents} of ${daysThatAreNone.cents} cents of 31.02. and ${unknownLineCents} of ` +
          `${linesThatAreNone.cents} of an unknown line`,
  );
  return said.join('; ');
}
