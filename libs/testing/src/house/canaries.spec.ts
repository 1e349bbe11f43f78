import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ALLOWED, BAN_CANARIES } from './canaries.bans';
import { COMPILER_CANARIES, TYPED_CANARIES } from './canaries.types';
import { CLEAN_HOUSE, WALL_CANARIES } from './canaries.walls';
import { ROOT } from './tree';

interface Linted {
  readonly file: string;
  readonly found: readonly { readonly rule: string | null; readonly message: string }[];
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface TypescriptEslint {
  readonly configs: { readonly recommendedTypeCheckedOnly: readonly { rules?: Readonly<Record<string, unknown>> }[] };
  readonly plugin: {
    readonly rules: Readonly<Record<string, { meta: { docs: { requiresTypeChecking?: boolean } } } | undefined>>;
  };
}

jest.setTimeout(60_000);

describe('The walls hold', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-walls-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Each house stands in a folder of its own, so that one canary cannot hide another. */
  function build(name: string, extra?: { file: string; line: string }): void {
    const house: Record<string, string> = { ...CLEAN_HOUSE };
    if (extra) house[extra.file] = `${extra.line}\n${house[extra.file] ?? ''}`;
    for (const [file, text] of Object.entries(house)) {
      fs.mkdirSync(path.dirname(path.join(folder, name, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, name, file), text);
    }
    fs.mkdirSync(path.join(folder, name, 'tools'));
    for (const file of ['tsconfig.base.json', 'tools/tsconfig.walls.json']) {
      fs.copyFileSync(path.join(ROOT, file), path.join(folder, name, file));
    }
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, name, 'node_modules'));
  }

  const names = ['clean', ...WALL_CANARIES.map(({ wall }) => wall)];
  let violations: Record<string, Violation[]>;

  beforeAll(() => {
    build('clean');
    for (const canary of WALL_CANARIES) build(canary.wall, canary);
    const answer = execFileSync(process.execPath, ['tools/cruise-folders.mjs', folder, ...names], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    violations = JSON.parse(answer) as Record<string, Violation[]>;
  });

  it('a clean house passes', () => {
    expect(violations['clean']).toEqual([]);
  });

  it.each(WALL_CANARIES)('$wall', ({ wall, file }) => {
    const found = violations[wall]?.filter(({ rule }) => rule.name === wall).flatMap(({ from, to }) => [from, to]);
    expect(found).toContain(file);
  });

  it('every wall has a canary', () => {
    const rules = jest.requireActual<{ forbidden: { name: string }[] }>(
      path.join(ROOT, '.dependency-cruiser.cjs'),
    ).forbidden;
    expect(rules.map(({ name }) => name).sort()).toEqual(WALL_CANARIES.map(({ wall }) => wall).sort());
  });
});

describe('The bans hold', () => {
  let banned: Linted[];
  let allowed: Linted[];

  beforeAll(() => {
    const answer = execFileSync(process.execPath, ['tools/lint-text.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
      input: JSON.stringify([...BAN_CANARIES, ...ALLOWED].map(({ file, text }) => ({ file, text }))),
    });
    const all = JSON.parse(answer) as Linted[];
    banned = all.slice(0, BAN_CANARIES.length);
    allowed = all.slice(BAN_CANARIES.length);
  });

  it.each(BAN_CANARIES.map((canary, index) => ({ ...canary, index })))('$ban', ({ index, rule, says }) => {
    expect(banned[index]?.found).toContainEqual({ rule, message: expect.stringContaining(says) });
  });

  it.each(ALLOWED.map((one, index) => ({ ...one, index })))('lets through: $what', ({ index }) => {
    expect(allowed[index]?.found).toEqual([]);
  });
});

describe('What needs types is found', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-types-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const places = ['api/src', 'web/src/app'];
  const rules = Object.keys(TYPED_CANARIES);
  let found: readonly string[];

  function write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }

  /** The same settings as the house, the same projects, and nothing in them but canaries. */
  beforeAll(() => {
    const libs = ['domain', 'contracts', 'testing'].map((name) => `libs/${name}/tsconfig.json`);
    const web = ['app', 'spec', 'showcase'].map((name) => `web/tsconfig.${name}.json`);
    for (const file of ['tsconfig.base.json', 'api/tsconfig.json', 'web/tsconfig.json', ...libs, ...web]) {
      write(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));
    }
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    for (const { file, text } of COMPILER_CANARIES) write(file, text);
    for (const place of places) for (const rule of rules) write(`${place}/${rule}.ts`, `${TYPED_CANARIES[rule]}\n`);
    write('api/src/off.ts', `/* eslint-${'dis'}able */\n${TYPED_CANARIES['only-throw-error']}`);
    write('api/src/told.spec.ts', String(TYPED_CANARIES['no-unsafe-return']));
    const config = path.join(ROOT, '.oxlintrc.json');
    const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
    const args = ['-c', config, '--disable-nested-config', '--format=unix', 'api', 'libs', 'web'];
    const { stdout } = spawnSync(process.execPath, [oxlint, ...args], { cwd: folder, encoding: 'utf8' });
    found = stdout.split('\n');
  });

  const finds = (file: string, what: string): boolean =>
    found.some((line) => line.startsWith(`${file}:`) && line.endsWith(`typescript(${what})]`));

  it.each(places.flatMap((place) => rules.map((rule) => [rule, place])))('%s in %s', (rule, place) => {
    expect(finds(`${place}/${rule}.ts`, rule)).toBe(true);
  });

  it.each(COMPILER_CANARIES.filter(({ code }) => code !== ''))('$code in $file', ({ file, code }) => {
    expect(finds(file, code)).toBe(true);
  });

  it('a comment does not switch a rule off, and tests may read answers without a type', () => {
    expect(finds('api/src/off.ts', 'only-throw-error')).toBe(true);
    expect(found.filter((line) => line.startsWith('api/src/told.spec.ts:'))).toEqual([]);
  });

  it('every rule that typescript-eslint recommends for code with types has its canary', () => {
    const { configs, plugin } = jest.requireActual<TypescriptEslint>('typescript-eslint');
    const leftOut = ['require-await', 'no-unsafe-unary-minus'];
    const recommended = configs.recommendedTypeCheckedOnly
      .flatMap((config) => Object.entries(config.rules ?? {}))
      .filter(([, level]) => level !== 'off')
      .map(([name]) => name.replace('@typescript-eslint/', ''))
      .filter((name) => plugin.rules[name]?.meta.docs.requiresTypeChecking && !leftOut.includes(name));
    expect(recommended.length).toBeGreaterThan(15);
    expect(rules.sort()).toEqual([...recommended, 'switch-exhaustiveness-check'].sort());
  });
});
