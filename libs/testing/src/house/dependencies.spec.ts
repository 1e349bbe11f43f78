import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './tree';

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Package;
const direct = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
const reasons = read('docs/dependencies.md');
const named = [...reasons.matchAll(/^\|.*\|/gm)].flatMap(([row]) =>
  [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => String(name)),
);

describe('Direct dependencies', () => {
  it('each has its reason in docs/dependencies.md', () => {
    const covers = (name: string): boolean =>
      named.some((entry) => entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))));
    expect(direct.filter((name) => !covers(name))).toEqual([]);
  });

  it('none is explained that is not there', () => {
    const there = (entry: string): boolean =>
      entry.endsWith('/*') ? direct.some((name) => name.startsWith(entry.slice(0, -1))) : direct.includes(entry);
    const packages = named.filter((entry) => /^(@[a-z0-9-]+\/)?[a-z0-9.*-]+$/.test(entry) && !entry.startsWith('/'));
    expect(packages.filter((entry) => !there(entry))).toEqual([]);
  });
});
