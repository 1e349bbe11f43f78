import fs from 'node:fs';
import path from 'node:path';
import { projectFiles, ROOT } from './tree';

interface Groups {
  readonly rootDir: string;
  readonly testMatch: readonly string[];
  readonly roots: readonly string[];
}

/** Every file that the project's configuration for `npm test` runs: as a suite, or within one. */
function specsRun(project: string): string[] {
  const { rootDir, testMatch, roots } = jest.requireActual<Groups>(path.join(ROOT, project, 'jest.groups.config.cjs'));
  const alone = testMatch.filter((pattern) => pattern.startsWith('<rootDir>/'));
  const folder = roots[1] ?? '';
  const together = fs
    .readdirSync(folder)
    .flatMap((name) => [...fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/require\("(.+)"\)/g)])
    .map((match) => match[1] ?? '');
  return [...alone.map((pattern) => pattern.replace('<rootDir>', rootDir)), ...together];
}

interface Sequencer {
  readonly names: readonly string[];
  new (): { sort(suites: readonly { path: string }[]): { path: string }[] };
}

describe('npm test', () => {
  it.each(['api', 'libs', 'web'])('runs every spec of %s exactly once', (project) => {
    const run = specsRun(project).map((file) => path.relative(ROOT, file).split(path.sep).join('/'));
    const elsewhere = /^libs\/testing\/src\/launcher\//; // steps of their own
    const all = projectFiles(project).filter((file) => file.endsWith('.spec.ts') && !elsewhere.test(file));
    expect(run.sort()).toEqual(all.sort());
  });

  it.each(['api/test', 'web/e2e'])('begins with the long suites of %s, each of which there is', (folder) => {
    const LongestFirst = jest.requireActual<Sequencer>(path.join(ROOT, folder, 'longest-first.cjs'));
    const suites = [...projectFiles(folder), 'dist/test-groups/api/api-1.cjs'].map((file) => ({ path: file }));
    const order = new LongestFirst().sort(suites).map((suite) => suite.path);
    expect(LongestFirst.names.map((name) => order.find((file) => file.includes(name)))).not.toContain(undefined);
    expect(order[0]).toContain(LongestFirst.names[0]);
    expect(order.toSorted()).toEqual(suites.map((suite) => suite.path).toSorted());
  });
});
