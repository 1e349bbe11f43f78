// Bundles the API: esbuild resolves and bundles, swc compiles (it alone keeps the decorator metadata that Nest needs).
import { transformSync } from '@swc/core';
import { build } from 'esbuild';
import fs from 'node:fs';

const compile = (file) =>
  transformSync(fs.readFileSync(file, 'utf8'), {
    filename: file,
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
  }).code;

await build({
  entryPoints: {
    main: 'api/src/main.ts',
    migrate: 'api/src/migrate.ts',
    'source-maps': 'api/src/source-maps.ts',
    'risk-worker': 'api/src/capacity/risk.worker.ts',
    // A thread of its own needs a file of its own, beside the API.
    'portfolio-solver': 'api/src/portfolio/solver/solver.worker.ts',
    'forecast-worker': 'api/src/capacity/forecast.worker.ts',
    'reading-worker': 'api/src/import/reading.worker.ts',
  },
  outdir: 'dist/api',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  sourcemap: true,
  keepNames: true,
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  plugins: [
    {
      name: 'swc-decorators',
      setup(bundle) {
        bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => ({ loader: 'js', contents: compile(path) }));
      },
    },
  ],
});
