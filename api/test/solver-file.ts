import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** The solver's thread as the bundle has it, for tests that run from source. It lies in `dist`, so that it finds its packages. */
export function buildSolverFile(): { readonly file: string; remove(): void } {
  const root = path.resolve(__dirname, '../..');
  const folder = path.join(root, 'dist', 'test', `solver-${process.pid}`);
  const file = path.join(folder, 'portfolio-solver.js');
  buildSync({
    entryPoints: [path.join(root, 'api/src/portfolio/solver/solver.worker.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.base.json'),
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
