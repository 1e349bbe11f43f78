import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const API = path.join(ROOT, 'api/src');
const AUDIT_PAGE = path.join(ROOT, 'web/src/app/audit');

/** What stands in the calls of `tx.audit({...})` all over the API. */
function writtenBy(pattern: RegExp): string[] {
  const files = fs
    .readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const found = files.flatMap((name) => {
    const source = fs.readFileSync(path.join(API, name), 'utf8');
    return [...source.matchAll(/\.audit\(\{[^;]*?\}\)/gs)].flatMap(([call]) => pattern.exec(call)?.[1] ?? []);
  });
  return [...new Set(found)].sort();
}

/** Codes that a label file does not have in both languages. */
function unnamed(codes: readonly string[], labelFile: string): string[] {
  const [german = '', english = ''] = fs.readFileSync(path.join(AUDIT_PAGE, labelFile), 'utf8').split(/^ {2}en: \{$/m);
  const has = (text: string, code: string): boolean =>
    new RegExp(`^ +'?${code.replace('.', '\\.')}'?: '`, 'm').test(text);
  return codes.filter((code) => !has(german, code) || !has(english, code));
}

test('the page of the audit log has words for every action the API writes, in both languages', () => {
  const actions = writtenBy(/action: '([a-z_.]+)'/);
  expect(actions.length).toBeGreaterThan(40);
  expect(unnamed(actions, 'audit-actions.labels.ts')).toEqual([]);
});

test('and for everything they are written about', () => {
  expect(unnamed(writtenBy(/subjectType: '([a-z_]+)'/), 'audit.labels.ts')).toEqual([]);
});
