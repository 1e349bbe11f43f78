import path from 'node:path';
import { type Finding, LIMITS, measure } from './measure';
import { isTest, isTypeScript, projectFiles, readFiles, type SourceFile } from './tree';

const files = projectFiles();
const typescript = readFiles(files.filter(isTypeScript));
const texts = readFiles(
  files.filter((file) => /\.(ts|mjs|cjs|html|css|scss|md|json|ya?ml|sh|conf)$/.test(file) && !isLocked(file)),
);

function isLocked(file: string): boolean {
  return /^(package-lock\.json|LICENSE)|\.generated\.ts$|openapi\.json$/.test(file);
}

function show(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, what }) => `${file}:${line} ${what}`);
}

/** Every line that matches, with its place. */
function grep(sources: readonly SourceFile[], pattern: RegExp, what: string): string[] {
  return sources.flatMap(({ path: file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? show([{ file, line: index + 1, what: `${what}: ${line.trim()}` }]) : [],
      ),
  );
}

describe('The house is tidy', () => {
  it(`files have at most ${LIMITS.fileLines} lines`, () => {
    const long = texts
      .filter(({ path: file }) => /\.(ts|mjs|cjs|css|scss)$/.test(file))
      .map(({ path: file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LIMITS.fileLines);
    expect(long).toEqual([]);
  });

  it('functions, constructors, inline templates and components stay small, no test is empty', () => {
    const tools = texts.filter(({ path: file }) => /\.[cm]js$/.test(file));
    expect(show([...typescript, ...tools].flatMap(measure))).toEqual([]);
  });

  it(`templates have at most ${LIMITS.templateLines} lines`, () => {
    const long = texts
      .filter(({ path: file }) => file.endsWith('.html'))
      .filter(({ text }) => text.trimEnd().split('\n').length > LIMITS.templateLines)
      .map(({ path: file }) => file);
    expect(long).toEqual([]);
  });

  it(`each feature folder opens with a README.md of at most ${LIMITS.readmeLines} lines`, () => {
    const folders = new Set(
      files.map((file) => /^(?:libs\/[^/]+\/src|api\/src|web\/src\/app)\/[^/]+(?=\/)/.exec(file)?.[0] ?? ''),
    );
    folders.delete('');
    const missing = [...folders].filter((folder) => !files.includes(`${folder}/README.md`));
    const long = texts
      .filter(({ path: file }) => folders.has(path.posix.dirname(file)) && file.endsWith('/README.md'))
      .filter(({ text }) => text.trimEnd().split('\n').length > LIMITS.readmeLines)
      .map(({ path: file }) => file);
    expect({ missing, long }).toEqual({ missing: [], long: [] });
  });

  it('nothing is left for later', () => {
    const open = new RegExp(String.raw`\b(TO${''}DO|FIX${''}ME|X${''}XX|HA${''}CK)\b`);
    expect(grep(texts, open, 'do it or leave it')).toEqual([]);
  });

  it('no rule is switched off in place', () => {
    const off = new RegExp(['lint-dis' + 'able', '@ts-ig' + 'nore', '@ts-noch' + 'eck'].join('|'));
    expect(grep(texts, off, 'follow the rule or change it for all')).toEqual([]);
  });

  it('no test is focused or skipped by hand', () => {
    const focused = /\b(fit|fdescribe|xit|xdescribe)\(|\b(it|test|describe)\.(only|todo)\(/;
    expect(
      grep(
        typescript.filter(({ path: file }) => isTest(file)),
        focused,
        'runs alone or never',
      ),
    ).toEqual([]);
  });

  it('colours come from web/src/styles', () => {
    const colour = /(^|[\s:,('"`])#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!.*\bid=)/i;
    const web = texts.filter(
      ({ path: file }) => /^web\/src\/(?!styles\/).+\.(ts|html|css|scss)$/.test(file) && !isTest(file),
    );
    expect(grep(web, colour, 'use a token')).toEqual([]);
  });

  it('no path of one machine stands in the project', () => {
    const machine = new RegExp(['/wo' + 'rk/', '/home' + '/[a-z]', '/Us' + 'ers/', '[^\\w./-]/ro' + 'ot/'].join('|'));
    expect(grep(texts, machine, 'use a path from the top folder')).toEqual([]);
  });

  it('file names carry no empty words', () => {
    const empty = files.filter((file) =>
      /(^|[/.-])(helpers?|utils?|common|managers?|services?|misc|stuff)([/.]|$)/i.test(file),
    );
    expect(empty).toEqual([]);
  });

  it('numbers, dates and money of a domain file need no clock', () => {
    const domain = typescript.filter(({ path: file }) => file.startsWith('libs/domain/') && !isTest(file));
    expect(grep(domain, /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\./, 'pass it as an argument')).toEqual(
      [],
    );
  });
});
