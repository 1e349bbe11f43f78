import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ALLOWED, BAN_CANARIES } from './canaries.bans';
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
