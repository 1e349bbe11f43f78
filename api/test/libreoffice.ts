import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';

const LIMIT_MS = 90_000;
/** What LibreOffice is told of a CSV file: separator, `"`, UTF-8, from the first row, its language, numbers and days recognized. */
export const CSV_IN = {
  german: 'Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true',
  plain: 'Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true',
} as const;
/** Every sheet in a file of its own; texts stand in quotes, and nothing else does. */
const CSV_OUT = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false,false,false,-1';
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The API of a test lives in this process and must go on answering, so nothing here waits in its place. */
const run = promisify(execFile);

type Files = Readonly<Record<string, Buffer>>;

/** Whether a program of others is there; where it is not, the log says what was not looked at. */
export function hasProgram(name: string): boolean {
  const isThere = spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
  if (!isThere) process.stderr.write(`${name} is not installed: what it makes of our files was not looked at.\n`);
  return isThere;
}

/**
 * The cells of every sheet as LibreOffice reads them: numbers with a point, days as `2026-12-31`. By file and sheet, `a-Sheet`.
 * What it took for a text in a CSV file although it reads like a number keeps its quotes: nobody can reckon with it.
 */
export async function cellsInLibreOffice(files: Files, csvIn?: string): Promise<Readonly<Record<string, string[][]>>> {
  const stored = await throughLibreOffice(files, CSV_OUT, csvIn === undefined ? [] : [`--infilter=${csvIn}`]);
  return Object.fromEntries(
    Object.entries(stored).map(([name, content]) => {
      const isText = (cell: string, isQuoted: boolean): boolean => csvIn !== undefined && isQuoted && NUMBER.test(cell);
      const rows: string[][] = parse(content, {
        delimiter: ';',
        relax_column_count: true,
        cast: (cell, { quoting }) => (isText(cell, quoting) ? `"${cell}"` : cell),
      });
      return [name.replace(/\.csv$/, ''), rows.map((row) => row.map(isoDay))];
    }),
  );
}

/** `12/31/2026`, and `12/31/2026 14:05:00` of which only the day is kept. */
const isoDay = (cell: string): string =>
  cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})( \d\d:\d\d:\d\d)?$/, (_, month, day, year) => `${year}-${month}-${day}`);

/** The same files, opened by LibreOffice and stored again in a format that it knows. */
export const storedByLibreOffice = (files: Files, format = 'xlsx'): Promise<Files> =>
  throughLibreOffice(files, format, []);

/** One start for all files, with a folder of its own for what the program keeps of its user. */
async function throughLibreOffice(files: Files, to: string, more: readonly string[]): Promise<Files> {
  const folder = mkdtempSync(path.join(tmpdir(), 'etatlotse-soffice-'));
  try {
    const [before, after] = [path.join(folder, 'in'), path.join(folder, 'out')];
    mkdirSync(before);
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(before, name), content);
    const names = Object.keys(files).map((name) => path.join(before, name));
    const user = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'user')).href}`;
    const said = ['--headless', '--norestore', user, ...more, '--convert-to', to, '--outdir', after, ...names];
    await run('soffice', said, { env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' }, timeout: LIMIT_MS });
    return Object.fromEntries(readdirSync(after).map((name) => [name, readFileSync(path.join(after, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
