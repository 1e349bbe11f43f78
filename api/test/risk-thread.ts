import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');
let built: string | null = null;

/** The simulation's thread, bundled as the build does it: a thread cannot run from the sources. Made once, when first asked for. */
export function riskThread(): string {
  if (built !== null) return built;
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'etatlotse-thread-')), 'risk-worker.js');
  buildSync({
    entryPoints: [path.join(ROOT, 'api/src/capacity/risk.worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfig: path.join(ROOT, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  built = outfile;
  return built;
}
