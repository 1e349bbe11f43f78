// Starts everything on one machine: PostgreSQL, migrations, API with the web pages. Ends everything in reverse order.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { startApi, startMigrations, stopOrphan } from './api-process.mjs';
import { PlainError, loadSecrets, markDataFolder, openDataFolder } from './data-folder.mjs';
import { takeLock } from './lock.mjs';
import { continueOnOwnNode, root } from './own-node.mjs';
import { commandLine, parentOf } from './processes.mjs';

const HELP = `Etatlotse starten

  npm start                  richtet ein, was fehlt, und startet
  npm start -- --verbose     zeigt auch das Protokoll des Servers
  npm start -- --help        zeigt diese Hilfe

Einstellungen (Umgebungsvariablen)
  PORT                       Anschluss, voreingestellt 3000
  HOST                       Adresse, voreingestellt 127.0.0.1 (nur dieser Rechner)
  ETATLOTSE_DATA_DIR         Datenordner, voreingestellt .data
  DATABASE_URL               vorhandene Datenbank (Eigentümer, nur für Migrationen); fehlt sie, läuft ein eigenes PostgreSQL
  DATABASE_APP_URL           Zugang der Anwendung, sonst legt der Start die Rolle app_rw an
  DATABASE_PUBLIC_URL        Zugang der öffentlichen Ansicht, sonst legt der Start die Rolle app_public an
  ETATLOTSE_DEMO             1: mit der Demo-Stadt Löwenstadt (voreingestellt, außer bei NODE_ENV=production), 0: ohne
  ETATLOTSE_DEMO_PASSWORD    Passwort aller Demo-Konten, sonst wird eines erzeugt und angezeigt
  ETATLOTSE_IMPORT_DIR       überwachter Ordner: Was unter <Ordner>/<Kürzel der Stadt> liegt, wird eingelesen
  IMPORT_MAX_BYTES           größte Datei in Bytes, voreingestellt 67108864, höchstens 1073741824
  IMPORT_PART_ROWS           ab so vielen Buchungen bildet eine Datei einen eigenen Teil des Buchs, voreingestellt 100000
  ETATLOTSE_CITY_NAME        legt beim ersten Start eine Stadt an, dazu ETATLOTSE_CITY_SLUG, ETATLOTSE_CITY_LAND (NI, NW, BW),
                             ETATLOTSE_ADMIN_EMAIL und ETATLOTSE_ADMIN_NAME; der Link zum ersten Zugang wird angezeigt

Beenden mit Strg+C.`;

const NO_CITY = `Noch gibt es keine Stadt, bei der sich jemand anmelden kann. So legen Sie die erste an:
  ETATLOTSE_CITY_NAME='Stadt Beispiel' ETATLOTSE_CITY_SLUG=beispiel ETATLOTSE_CITY_LAND=NI \\
  ETATLOTSE_ADMIN_EMAIL=admin@example.de ETATLOTSE_ADMIN_NAME='Erika Muster' ETATLOTSE_DEMO=0 npm start`;

const DEMO_ACCOUNTS = [
  ['finanzen', 'Kämmerei'],
  ['fachbereich', 'Fachbereichsleitung'],
  ['koordination', 'Koordination'],
  ['pruefung', 'Prüfung'],
  ['ausschuss', 'Ausschuss'],
  ['admin', 'Verwaltung der Konten'],
];
const RESTARTS = { limit: 5, withinMs: 60_000 };

if (process.argv.includes('--help')) {
  console.log(HELP);
  process.exit(0);
}
await continueOnOwnNode();

const version = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version;
const dataDir = path.resolve(process.env.ETATLOTSE_DATA_DIR ?? path.join(root, '.data'));
const host = process.env.HOST || '127.0.0.1';
const isDemo = (process.env.ETATLOTSE_DEMO ?? (process.env.NODE_ENV === 'production' ? '0' : '1')) === '1';
const verbose = process.argv.includes('--verbose');

/** What runs at the moment, in the order in which it is ended. */
const running = {
  api: undefined,
  migrations: undefined,
  database: undefined,
  databaseRestart: undefined,
  lock: undefined,
};
let isStopping = false;

listenForTheEnd();
try {
  await start();
} catch (error) {
  if (!isStopping) {
    console.error(error instanceof PlainError ? error.message : error);
    await stop(1);
  }
}

async function start() {
  const port = wantedPort();
  if (!fs.existsSync(path.join(root, 'dist/api/main.js'))) {
    throw new PlainError('Die Programme sind noch nicht gebaut. Bitte starten Sie mit "npm start".');
  }
  const folder = openDataFolder(dataDir, version);
  const lock = await takeLock(path.join(dataDir, 'launcher.lock'), { address: 'wird gerade gestartet' });
  if (!lock.taken) return alreadyRuns(lock.holder);
  running.lock = lock;

  if (await stopOrphan(dataDir)) console.log('Ein Server, der von einem abgebrochenen Start übrig war, wurde beendet.');
  await requireFreePort(port);
  const secrets = loadSecrets(dataDir, { demoPassword: process.env.ETATLOTSE_DEMO_PASSWORD });
  const owner = process.env.DATABASE_URL || (await unlessStopping(startDatabase()));
  if (folder.isOlder) {
    console.log(`Die Daten stammen von Version ${folder.writtenBy} und werden auf ${version} gebracht.`);
  }
  running.migrations = startMigrations(migrationEnvironment(owner, secrets), migrationTeller());
  await unlessStopping(running.migrations.done);
  markDataFolder(dataDir, version);

  const env = apiEnvironment(owner, secrets, port);
  running.api = startApi({ env, dataDir, verbose, onDeath: restarter(env) });
  const address = await unlessStopping(running.api.listening);
  lock.update({ address });
  tellAddress(address, secrets);
}

/** A start that was told to stop goes no further, whatever its last step brought. */
async function unlessStopping(step) {
  const result = await step;
  if (isStopping) throw new PlainError('Der Start wurde abgebrochen.');
  return result;
}

async function startDatabase() {
  const { startPostgres } = await import('./postgres.mjs');
  running.database = startPostgres({ dataDir, onDeath: () => (running.databaseRestart = restartDatabase()) });
  const { adopted, isNew, ms, url } = await running.database;
  const what = adopted ? 'lief noch und wurde übernommen' : isNew ? 'angelegt und gestartet' : 'gestartet';
  console.log(`PostgreSQL ${what} (${ms} ms).`);
  return url;
}

async function restartDatabase() {
  if (isStopping) return;
  console.error('PostgreSQL ist unerwartet beendet worden und wird neu gestartet …');
  try {
    await (await running.database).restart();
    console.error('PostgreSQL läuft wieder. Bestätigte Buchungen sind erhalten.');
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    await stop(1);
  }
}

/** Brings a died API back, but gives up when it dies again and again. */
function restarter(env) {
  const deaths = [];
  const onDeath = async (code) => {
    console.error(`Der Server ist unerwartet beendet worden (Code ${code ?? 'keiner, abgebrochen'}).`);
    for (let reason = ''; !isStopping;) {
      deaths.push(performance.now());
      if (deaths.filter((at) => deaths.at(-1) - at < RESTARTS.withinMs).length > RESTARTS.limit) {
        console.error(`${reason}\nEr endet immer wieder. Siehe ${path.join(dataDir, 'api.log')}.`);
        await stop(1);
        return;
      }
      await running.databaseRestart;
      try {
        running.api = startApi({ env, dataDir, verbose, onDeath });
        await unlessStopping(running.api.listening);
        console.error('Der Server läuft wieder.');
        return;
      } catch (error) {
        reason = error.message;
      }
    }
  };
  return onDeath;
}

function migrationEnvironment(owner, secrets) {
  return {
    ...process.env,
    DATABASE_URL: owner,
    ETATLOTSE_DATA_DIR: dataDir,
    ETATLOTSE_APP_PASSWORD: secrets.appPassword,
    ETATLOTSE_PUBLIC_PASSWORD: secrets.publicPassword,
    ETATLOTSE_DEMO: isDemo ? '1' : '0',
    ...(isDemo ? { ETATLOTSE_DEMO_PASSWORD: secrets.demoPassword } : {}),
  };
}

function apiEnvironment(owner, secrets, port) {
  const { DATABASE_URL: _owner, ETATLOTSE_DEMO_PASSWORD: _demo, ...env } = process.env;
  return {
    ...env,
    DATABASE_APP_URL: env.DATABASE_APP_URL || asRole(owner, 'app_rw', secrets.appPassword),
    DATABASE_PUBLIC_URL: env.DATABASE_PUBLIC_URL || asRole(owner, 'app_public', secrets.publicPassword),
    PORT: String(port),
    HOST: host,
    WEB_ROOT: env.WEB_ROOT || path.join(root, 'dist/web'),
    ETATLOTSE_DATA_DIR: dataDir,
    ETATLOTSE_DEMO: isDemo ? '1' : '0',
  };
}

function asRole(address, role, password) {
  const url = new URL(address);
  url.username = role;
  url.password = password;
  return url.href;
}

function wantedPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new PlainError(`PORT muss eine ganze Zahl von 0 bis 65535 sein, nicht "${text}".`);
}

function requireFreePort(port) {
  return new Promise((done, fail) => {
    const probe = net.createServer();
    probe.once('error', ({ code }) => fail(new PlainError(portSentence(port, code))));
    probe.listen(port, host, () => probe.close(done));
  });
}

function portSentence(port, code) {
  if (code === 'EADDRINUSE') {
    return (
      `Auf Anschluss ${port} (${host}) läuft schon ein anderes Programm. ` +
      `Beenden Sie es oder wählen Sie einen anderen: PORT=${port < 65_535 ? port + 1 : 3000} npm start`
    );
  }
  if (code === 'EACCES') return `Anschluss ${port} darf dieser Benutzer nicht verwenden. Wählen Sie einen ab 1024.`;
  return `Auf ${host}:${port} kann kein Server starten (${code}). Bitte prüfen Sie HOST und PORT.`;
}

async function alreadyRuns({ pid, address }) {
  console.log(`Etatlotse läuft mit diesem Datenordner bereits (Prozess ${pid}): ${address}`);
  await stop(0);
}

/** Answers what hears the events of the migrations and tells the ones that matter to a person. */
function migrationTeller() {
  let steps = 0;
  return ({ event, isNew, name, link, isWithoutCity }) => {
    if (event === 'migrated') steps += 1;
    if (event === 'ready' && steps > 0) {
      console.log(`Datenbank auf den Stand dieser Version gebracht (${steps} Schritte).`);
      if (isDemo) console.log('Die Demo-Stadt Löwenstadt wird eingerichtet …');
    }
    if (isWithoutCity && !isDemo && !process.env.ETATLOTSE_CITY_NAME) console.log(NO_CITY);
    if (event === 'city') {
      console.log(
        `${name} ist angelegt. Erster Zugang der Verwaltung, 72 Stunden gültig, an die Adresse anhängen: ${link}`,
      );
    }
    if (event === 'demo' && isNew) console.log('Die Demo-Stadt Löwenstadt ist angelegt.');
  };
}

function tellAddress(address, secrets) {
  console.log(`\nEtatlotse ${version} läuft: ${address}`);
  if (isDemo) {
    console.log(`\nDemo-Konten der erfundenen Stadt Löwenstadt (Passwort für alle: ${secrets.demoPassword})`);
    for (const [name, role] of DEMO_ACCOUNTS) console.log(`  ${`${name}@loewenstadt.example`.padEnd(34)}${role}`);
  }
  console.log('\nBeenden mit Strg+C.');
}

function listenForTheEnd() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // a closed terminal is no fault
  process.on('disconnect', () => stop(0)); // the older Node that brought us up was killed
  if (process.env.npm_lifecycle_event) endWithNpm();
}

/** npm that was killed leaves its script behind: the script, or the shell between them, gets another parent then. */
function endWithNpm() {
  const script = /^\S*sh -c /.test(commandLine(process.ppid)) ? process.ppid : process.pid;
  const npm = parentOf(script);
  setInterval(() => parentOf(script) !== npm && stop(0), 1000).unref();
}

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  if (running.api) console.log('\nEtatlotse wird beendet …');
  try {
    await running.api?.stop();
    await running.migrations?.stop();
    const database = await running.database?.catch(() => undefined);
    await database?.stop();
  } finally {
    running.lock?.release();
  }
  if (running.api) console.log('Beendet. Alle Daten sind gespeichert.');
  process.exit(code);
}
