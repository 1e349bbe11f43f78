import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { APPROVAL_STATES } from '@etatlotse/contracts/approval/plain';
import { EARMARK_STEPS } from '@etatlotse/contracts/authority/plain';
import { ORDER_STEP_NAMES } from '@etatlotse/contracts/budget';
import { CONTRACT_STEPS } from '@etatlotse/contracts/contract/plain';
import { DEMAND_STEPS, ROUND_STEPS } from '@etatlotse/contracts/demand/plain';
import { BOOKS_STEP_NAMES, PLAN_STEP_NAMES } from '@etatlotse/contracts/planning';
import { PROJECT_EVENTS } from '@etatlotse/contracts/project/plain';
import { ROLLOUT_EVENTS } from '@etatlotse/contracts/rollout/plain';
import { SNAPSHOT_STATES } from '@etatlotse/contracts/snapshot/plain';
import { EXTRA_STEPS } from '@etatlotse/domain/authority';
import { SITE_STEPS } from '@etatlotse/domain/site';

const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  approval: APPROVAL_STATES.filter((state) => state !== 'pending'),
  contract: CONTRACT_STEPS,
  demand: DEMAND_STEPS,
  earmark: EARMARK_STEPS,
  extra_request: [...EXTRA_STEPS, 'grant', 'refuse'],
  fiscal_year: BOOKS_STEP_NAMES,
  order: ORDER_STEP_NAMES,
  plan_version: PLAN_STEP_NAMES,
  planning_round: ROUND_STEPS,
  project: PROJECT_EVENTS,
  rollout: ROLLOUT_EVENTS,
  site: SITE_STEPS,
  snapshot: SNAPSHOT_STATES.filter((state) => state !== 'prepared'),
};

const ROOT = path.resolve(__dirname, '../..');
const API = path.join(ROOT, 'api/src');
const AUDIT_PAGE = path.join(ROOT, 'web/src/app/audit');
const ACTION_LABELS = [
  'audit-actions.labels.ts',
  'audit-capacity.labels.ts',
  'audit-demand.labels.ts',
  'audit-execution.labels.ts',
  'audit-project.labels.ts',
  'audit-register.labels.ts',
];

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

/** Codes that label files do not have in both languages. */
function unnamed(codes: readonly string[], ...labelFiles: readonly string[]): string[] {
  const halves = labelFiles.map((file) => fs.readFileSync(path.join(AUDIT_PAGE, file), 'utf8').split(/^ {2}en: \{$/m));
  const [german, english] = [0, 1].map((half) => halves.map((texts) => texts[half] ?? '').join('')) as [string, string];
  const has = (text: string, code: string): boolean =>
    new RegExp(`^ +'?${code.replace('.', '\\.')}'?: '`, 'm').test(text);
  return codes.filter((code) => !has(german, code) || !has(english, code));
}

test('the page of the audit log has words for every action the API writes, in both languages', () => {
  const actions = writtenBy(/action: '([a-z_.]+)'/);
  expect(actions.length).toBeGreaterThan(40);
  expect(unnamed(actions, ...ACTION_LABELS)).toEqual([]);
});

test('and for every action whose name is put together from a step or a state', () => {
  const computed = writtenBy(/action: `([a-z_]+)\.\$\{/);
  expect(computed).toEqual(Object.keys(COMPUTED).sort());
  const actions = Object.entries(COMPUTED).flatMap(([noun, ends]) => ends.map((end) => `${noun}.${end}`));
  expect(unnamed(actions, ...ACTION_LABELS)).toEqual([]);
});

test('and for everything they are written about', () => {
  expect(unnamed(writtenBy(/subjectType: '([a-z_]+)'/), 'audit.labels.ts')).toEqual([]);
});
