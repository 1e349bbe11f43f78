// Sets up a checkout: packages when the lockfile changed, with --build also the programs when the sources changed.
// Zero dependencies, and works on any Node from 20.19: on a fresh clone there is nothing else yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { lockHolder, waitForLock } from './lock.mjs';
import { ownNode, root } from './own-node.mjs';
import { readText } from './processes.mjs';

const OLDEST_NODE = [20, 19];
const WAIT_LIMIT_MS = 20 * 60_000;
const LOCK_FILE = '.nx/bootstrap.lock';
const INSTALL_STAMP = 'node_modules/.bootstrap';
const BUILD_STAMP = 'dist/.bootstrap';
const SOURCE_FOLDERS = ['api/src', 'libs', 'web', 'tools'];
const SOURCE_FILES = ['package-lock.json', 'tsconfig.base.json', 'nx.json', 'api/tsconfig.json'];
const NOT_BUILT = /\.spec\.ts$|\.md$|^web\/e2e\/|^libs\/testing\/|^tools\/(?!build-|compress-)/;
const QUIET_TOOLS = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NG_CLI_ANALYTICS: 'false', CI: 'true' };

process.chdir(root);
requireNode();
const wanted = new Set(process.argv.slice(2));

// A second start next to a running one must leave its packages and programs alone; start.mjs then says that it runs.
const dataDir = path.resolve(process.env.ETATLOTSE_DATA_DIR ?? '.data');
if (wanted.has('--unless-running') && lockHolder(path.join(dataDir, 'launcher.lock'))) process.exit(0);

const lock = await waitForLock(LOCK_FILE, {
  limitMs: WAIT_LIMIT_MS,
  onWait: ({ pid }) => console.log(`Prozess ${pid} richtet diesen Ordner gerade ein, bitte warten …`),
}).catch((error) => fail(error.message));
process.on('exit', () => lock.release());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

install();
if (wanted.has('--build')) build();

function install() {
  const stamp = `${fingerprint(['package-lock.json'])} ${process.platform}-${process.arch}`;
  if (readText(INSTALL_STAMP) === stamp) return;
  if (isInstalled()) return fs.writeFileSync(INSTALL_STAMP, stamp);
  const npm = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const options = [
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
  ];
  step('Pakete einrichten (beim ersten Mal ein bis drei Minuten)', [...npm, 'ci', ...options], {
    onFailure:
      'Die Pakete konnten nicht eingerichtet werden. Beim ersten Start braucht der Rechner Zugang zur npm-Registry; ' +
      'die Meldung von npm steht darüber.',
  });
  fs.writeFileSync(INSTALL_STAMP, stamp);
}

/** True when someone ran npm by hand and the packages are those of the lockfile. */
function isInstalled() {
  const listed = packagesIn('package-lock.json');
  const there = packagesIn('node_modules/.package-lock.json');
  const own = Object.keys(listed['']?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  return Object.entries(listed).every(([name, { version, integrity, optional, os, cpu }]) => {
    if (name === '') return true;
    if (there[name]) return there[name].version === version && there[name].integrity === integrity;
    // What is meant for other systems may be missing; Node and PostgreSQL for this one may not.
    const isForHere = os?.includes(process.platform) && cpu?.includes(process.arch);
    return optional === true && !(own.includes(name) && isForHere);
  });
}

function packagesIn(lockfile) {
  const text = readText(lockfile);
  return text === '' ? {} : JSON.parse(text).packages;
}

function build() {
  const stamp = fingerprint([...SOURCE_FILES, ...SOURCE_FOLDERS.flatMap(filesIn)]);
  if (readText(BUILD_STAMP) === stamp) return;
  const node = ownNode();
  if (!node)
    fail('Für dieses System liegt kein Node 24 bei. Bitte installieren Sie Node 24.15 oder neuer von nodejs.org.');
  const onFailure = 'Die Programme konnten nicht gebaut werden; die Meldung steht darüber.';
  fs.rmSync(BUILD_STAMP, { force: true });
  if (fs.existsSync('api/src/main.ts')) step('Server bauen', [node, 'tools/build-api.mjs'], { onFailure });
  if (fs.existsSync('web/project.json')) {
    step('Oberfläche bauen', [node, 'node_modules/nx/dist/bin/nx.js', 'run', 'web:build'], { onFailure });
    step('Oberfläche packen', [node, 'tools/compress-web.mjs'], { onFailure });
  }
  fs.mkdirSync(path.dirname(BUILD_STAMP), { recursive: true });
  fs.writeFileSync(BUILD_STAMP, stamp);
}

/** Runs one command. Its output is shown only when it fails. */
function step(label, [command, ...args], { onFailure }) {
  const begin = performance.now();
  console.log(`${label} …`);
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...QUIET_TOOLS },
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    if (result.error) console.error(`${command}: ${result.error.message}`);
    fail(onFailure);
  }
  console.log(`  fertig nach ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((file) => !NOT_BUILT.test(file) && !file.includes('/.angular/'))
    .sort();
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Zum Einrichten wird Node ${OLDEST_NODE.join('.')} oder neuer gebraucht, hier läuft ${process.version}.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
