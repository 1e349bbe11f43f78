// What a city's accountant would take instead: ledger and hledger with a journal, LibreOffice Calc with the CSV file. Each
// loads the file anew and reports by line, and says in cents what it found per year and kind.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BUDGET } from './journal-file.mjs';
import { runProgram } from './run-program.mjs';

const LIMIT_MS = 5 * 60_000;
const SHORT_LIMIT_MS = 60_000;
const MACRO = fileURLToPath(new URL('./libreoffice-report.bas', import.meta.url));
/** `;`, `"`, windows-1252, from the first row, every column as it looks, German numbers and days, days recognized. */
const READ_AS = '59,34,1,1,,1031,false,true';

/** A journal of one booking. */
const journalOn = (day) => `${day} K1\n    ${BUDGET}:2024:4S.100001:order  1.00 EUR\n    Gegenkonto\n`;

export const RIVALS = [
  journalProgram('ledger', {
    report: (file) => ['-f', file, 'budget', BUDGET, '--flat'],
    reportLine: /^\s*(-?[\d.]+)(?: EUR)?\s.*\s(Haushalt:\S+)$/,
    byKind: (file) => ['-f', file, 'balance', '--flat', '--no-total'],
    kindLine: /^\s*(-?[\d.]+)(?: EUR)?\s+(\S+)$/,
  }),
  journalProgram('hledger', {
    report: (file) => ['-f', file, 'balance', '--budget', BUDGET, '-O', 'csv'],
    reportLine: /^"(Haushalt:[^"]+)","(-?[\d.]+)/,
    byKind: (file) => ['-f', file, 'balance', '--flat', '--no-total', '-O', 'csv'],
    kindLine: /^"([^"]+)","(-?[\d.]+)/,
  }),
  { name: 'LibreOffice', command: 'soffice', run: runLibreOffice },
];

/** Both read the same journal; they differ in their words and in how a line of their answer reads. */
function journalProgram(command, { report, reportLine, byKind, kindLine }) {
  const run = async ({ folder, journal }) => {
    const timed = await finished(command, report(journal), { folder, limitMs: LIMIT_MS });
    const lines = linesOf(timed.text, reportLine).filter(({ account }) => account.split(':').length === 3);
    const checked = await finished(command, byKind(journal), { folder, limitMs: LIMIT_MS });
    const kinds = linesOf(checked.text, kindLine).filter(({ account }) => account.split(':').length === 4);
    const endsWell = async (day) => {
      const one = path.join(folder, 'one.journal');
      fs.writeFileSync(one, journalOn(day));
      return (await runProgram(command, report(one), { folder, limitMs: SHORT_LIMIT_MS })).code === 0;
    };
    return {
      ...{ seconds: timed.seconds, processorSeconds: timed.processorSeconds, peakMegabytes: timed.peakMegabytes },
      lines: new Set(lines.map(({ account }) => account.split(':')[2])).size,
      reported: summed(lines, (account) => account.split(':')[1]),
      sums: summed(kinds, (account) =>
        account
          .split(':')
          .filter((_, at) => at % 2 === 1)
          .join(' '),
      ),
      refusesWrongDay: (await endsWell('2024-02-29')) && !(await endsWell('2024-02-31')),
    };
  };
  return { name: command, command, run };
}

function linesOf(text, pattern) {
  return text.split('\n').flatMap((line) => {
    const [, first, second] = pattern.exec(line) ?? [];
    if (first === undefined) return [];
    const [account, amount] = first.includes(':') ? [first, second] : [second, first];
    return [{ account, cents: Math.round(Number(amount) * 100) }];
  });
}

function summed(lines, keyOf) {
  const sums = {};
  for (const { account, cents } of lines) sums[keyOf(account)] = (sums[keyOf(account)] ?? 0) + cents;
  return sums;
}

async function finished(command, args, options) {
  const done = await runProgram(command, args, options);
  if (done.code !== 0) throw new Error(`${command} ended with ${done.code}: ${done.complaint.slice(-500)}`);
  return done;
}

/** Its own start is not counted: opening the file, the column of years, the pivot table, and reading that. */
async function runLibreOffice({ folder, file }) {
  const profile = path.join(folder, 'profile');
  const answer = path.join(folder, 'answer.txt');
  await makeProfile(folder, profile);
  fs.rmSync(answer, { force: true });
  const done = await finished('soffice', [...QUIET, userFolder(profile), 'macro:///Standard.Report.Main'], {
    folder,
    env: { REPORT_FILE: pathToFileURL(file).href, REPORT_OPTIONS: READ_AS, REPORT_ANSWER: answer },
    limitMs: LIMIT_MS,
  });
  const rows = fs
    .readFileSync(answer, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const failure = rows.find(([word]) => word === 'failed');
  if (failure) throw new Error(`LibreOffice: ${failure[1]}`);
  const step = (name) => Number(rows.find(([word]) => word === name)[1]) / 1000;
  const steps = { load: step('load'), years: step('years'), pivot: step('pivot'), read: step('read') };
  const { processorSeconds, peakMegabytes } = done;
  const seconds = Object.values(steps).reduce((sum, one) => sum + one);
  return { seconds, processorSeconds, peakMegabytes, steps, ...readPivot(rows) };
}

const QUIET = ['--headless', '--norestore', '--nologo'];
const userFolder = (profile) => `-env:UserInstallation=${pathToFileURL(profile).href}`;

/** The first start makes the folder of the user and would write over a macro that lies there already. */
async function makeProfile(folder, profile) {
  const basic = path.join(profile, 'user', 'basic', 'Standard');
  if (fs.existsSync(path.join(basic, 'Report.xba'))) return;
  await finished('soffice', [...QUIET, userFolder(profile), '--terminate_after_init'], {
    folder,
    limitMs: SHORT_LIMIT_MS,
  });
  const head = (kind, name) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name}.dtd">\n`;
  const macro = fs.readFileSync(MACRO, 'utf8').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  fs.writeFileSync(
    path.join(basic, 'script.xlb'),
    `${head('library:library', 'library')}<library:library xmlns:library="http://openoffice.org/2000/library" ` +
      'library:name="Standard" library:readonly="false" library:passwordprotected="false">' +
      '<library:element library:name="Report"/></library:library>\n',
  );
  fs.writeFileSync(
    path.join(basic, 'Report.xba'),
    `${head('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" ` +
      `script:name="Report" script:language="StarBasic">${macro}</script:module>\n`,
  );
}

/** Two rows of heads (year, then kind), a row a line, the totals at the end. What has no year stands under an error. */
function readPivot(rows) {
  const table = rows.filter(([word]) => word === 'row').map((row) => row.slice(1));
  const head = table.findIndex(([first]) => first === 'Haushaltsstelle');
  let year = '';
  const years = table[head].map((_, at) => (year = table[head - 1][at] || year));
  const kinds = table[head];
  const lines = table.slice(head + 1).filter(([first]) => first !== 'Total Result');
  const [sums, unknownLine, withoutYear] = [{}, {}, {}];
  for (const [at, kind] of kinds.entries()) {
    if (at === 0 || years[at] === 'Total Result') continue;
    for (const line of lines) {
      const isKnown = line[0].startsWith('4S.');
      const target = !isKnown ? unknownLine : /^\d{4}$/.test(years[at]) ? sums : withoutYear;
      const key = `${years[at]} ${kind}`;
      target[key] = (target[key] ?? 0) + Math.round(Number(line[at] ?? 0) * 100);
    }
  }
  const total = (group) => Object.values(group).reduce((sum, cents) => sum + cents, 0);
  return {
    lines: lines.filter(([first]) => first.startsWith('4S.')).length,
    sums,
    withoutYear: { under: Object.keys(withoutYear)[0]?.split(' ')[0], cents: total(withoutYear) },
    unknownLineCents: total(unknownLine),
  };
}
