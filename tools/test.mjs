// Runs every check and every test, goes on after a failure, and ends with one line: N passed, N failed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { continueOnOwnNode, root } from './own-node.mjs';

await continueOnOwnNode();
const { STEPS } = await import('./test-steps.mjs');

const TAIL_LINES = 120;
const cores = Math.max(2, Math.min(os.availableParallelism(), 4));
const only = process.argv.flatMap((word) => /^--only=(.+)$/.exec(word)?.[1].split(',') ?? []);
const steps = STEPS.filter(({ key, isAsked }) =>
  only.length === 0 ? !isAsked || process.env.CI === 'true' : only.includes(key),
);
if (steps.length === 0) {
  console.error(`Unknown step. Known: ${[...new Set(STEPS.map(({ key }) => key))].join(', ')}`);
  process.exit(1);
}

process.chdir(root);
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-reports-'));
const running = new Set();
process.on('exit', () => fs.rmSync(reports, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) end(child, signal);
    process.exit(130);
  });
}

// Where the shared files lie beside the checkout, a test that skips them in CI has missed its purpose.
const mayNotSkip = process.env.CI === 'true' && fs.existsSync(path.join(root, '../shared'));
const total = { passed: 0, failed: 0, skipped: 0 };
await runAll();
if (total.failed > 0) process.exitCode = 1;
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);

/** Starts steps in order as cores get free; a step that needs more than there are runs alone. */
async function runAll() {
  const waiting = [...steps];
  const active = new Map();
  while (waiting.length > 0 || active.size > 0) {
    const busy = [...active.keys()].reduce((sum, step) => sum + step.cores, 0);
    const next = waiting[0];
    if (next && (active.size === 0 || busy + next.cores <= cores)) {
      waiting.shift();
      active.set(
        next,
        run(next).then((result) => (report(next, result), active.delete(next))),
      );
    } else {
      await Promise.race(active.values());
    }
  }
}

function run(step) {
  const begin = performance.now();
  const file = path.join(reports, `${step.key}.json`);
  const extra = step.jest ? ['--json', `--outputFile=${file}`] : [];
  const child = spawn(process.execPath, [...step.args, ...extra], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a group of its own: ended as a whole
  });
  running.add(child);
  const output = [];
  // jest writes its JSON to stdout as well when no file can be written; what people read is on stderr.
  child.stdout.on('data', (data) => output.push(data));
  child.stderr.on('data', (data) => output.push(data));
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    end(child, 'SIGKILL');
  }, step.limitMs);
  return new Promise((done) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      const text = Buffer.concat(output).toString();
      done({
        code,
        text,
        isLate,
        seconds: (performance.now() - begin) / 1000,
        counts: step.jest ? readCounts(file) : undefined,
      });
    });
  });
}

function report(step, { code, text, isLate, seconds, counts }) {
  const isGreen = code === 0 && !isLate;
  const result = counts ?? { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
  // A step that fails without a failed test (a crash, a limit) still fails.
  if (!isGreen && result.failed === 0) result.failed = 1;
  for (const name of Object.keys(total)) total[name] += result[name];
  const numbers = counts ? `, ${counts.passed} passed${counts.skipped ? `, ${counts.skipped} skipped` : ''}` : '';
  console.log(`${result.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s${numbers})`);
  if (result.failed === 0) return;
  if (isLate) console.log(`  ended after ${step.limitMs / 60_000} minutes`);
  console.log(indent(text.trimEnd().split('\n').slice(-TAIL_LINES)));
}

function readCounts(file) {
  try {
    const json = JSON.parse(fs.readFileSync(file, 'utf8'));
    const mayNot = mayNotSkip ? skippedForShared(json) : [];
    for (const name of mayNot) console.log(`FAILED skipped although ../shared is there: ${name}`);
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests + json.numRuntimeErrorTestSuites + mayNot.length,
      skipped: json.numPendingTests + json.numTodoTests - mayNot.length,
    };
  } catch {
    return undefined;
  }
}

/** Tests that need files beside the checkout say so in their name. */
function skippedForShared({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, fullName }) => status === 'pending' && fullName.includes('../shared'))
    .map(({ fullName }) => fullName);
}

function environment() {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return { ...env, NODE_ENV: 'test', FORCE_COLOR: '0', ...(mayNotSkip ? { ETATLOTSE_REQUIRE_SHARED: '1' } : {}) };
}

function end(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function indent(lines) {
  return lines.map((line) => `  ${line}`).join('\n');
}
