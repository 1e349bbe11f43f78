import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');
/** Within the tree, so that a thread finds its packages. */
const FOLDER = path.join(ROOT, 'dist/test-threads', String(process.pid));
const built = new Map<string, string>();
process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));

/** A thread of the API, bundled as the build does it: a thread cannot run from the sources. Made once, when first asked for. */
function threadOf(entry: string): string {
  const known = built.get(entry);
  if (known !== undefined) return known;
  const outfile = path.join(FOLDER, `${path.basename(entry)}.js`);
  buildSync({
    entryPoints: [path.join(ROOT, `api/src/${entry}.worker.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    packages: 'external',
    tsconfig: path.join(ROOT, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  built.set(entry, outfile);
  return outfile;
}

export const riskThread = (): string => threadOf('capacity/risk');
export const forecastThread = (): string => threadOf('capacity/forecast');
export const readingThread = (): string => threadOf('import/reading');
