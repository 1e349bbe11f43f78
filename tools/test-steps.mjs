// What `npm test` runs, in the order of how soon a person wants to know.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './own-node.mjs';

const MINUTE = 60_000;

/**
 * - `key` is what --only takes,
 * - `cores` how many of the machine's cores it keeps busy,
 * - `workers` how many jest processes share them: a test that asks a server waits for it half of the time,
 * - `jest` marks steps whose tests are counted one by one,
 * - `isAsked` steps take minutes and run in CI or when --only names them,
 * - `needs` is a file without which there is nothing to run yet.
 */
export const STEPS = [
  bin('lint', 'eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0', '--cache', '--cache-location=.nx/eslint']),
  // Starts and ends processes and mostly waits for them: the short checks go on as if it were not there.
  launcher('launcher', '--testPathIgnorePatterns=fresh-clone'),
  { ...launcher('clone', '--testPathPatterns=fresh-clone'), isAsked: true },
  bin('format', 'prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  // Types and the rules that need them (.oxlintrc.json), in one pass over every project.
  bin('types', 'oxlint', 'oxlint/bin/oxlint', ['--disable-nested-config', 'api', 'libs', 'web']),
  bin('walls', 'dependency-cruiser', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    ...['--config', '.dependency-cruiser.cjs', 'api', 'libs', 'web'],
  ]),
  bin('knip', 'knip', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  // Many specs in one suite (tools/jest-groups.cjs).
  jest('libs', 'libs/jest.groups.config.cjs', { cores: 1 }),
  jest('web', 'web/jest.groups.config.cjs', { cores: 1 }),
  jest('api', 'api/jest.groups.config.cjs', { cores: 2, workers: 3, limitMs: 15 * MINUTE }),
  jest('e2e', 'web/e2e/jest.config.cjs', { cores: 2, workers: 3, limitMs: 15 * MINUTE }),
].filter(({ needs }) => fs.existsSync(path.join(root, needs)));

function bin(key, name, file, args) {
  return { key, name, args: [path.join('node_modules', file), ...args], cores: 1, limitMs: 10 * MINUTE, needs: '' };
}

function launcher(key, files) {
  const step = jest(key, 'tools/jest.launcher.config.cjs', { cores: 0, workers: 1, limitMs: 20 * MINUTE });
  return { ...step, args: [...step.args, files] };
}

function jest(key, config, { cores, workers = cores, limitMs = 10 * MINUTE }) {
  const step = bin(key, `jest ${key}`, 'jest/bin/jest.js', ['-c', config, '--ci', '--passWithNoTests']);
  const side = workers === 1 ? '--runInBand' : `--maxWorkers=${workers}`;
  return { ...step, args: [...step.args, side], cores, limitMs, needs: config, jest: true };
}
