// The measuring place: one PostgreSQL with fsync on, databases with ledgers, servers, and a person who is logged in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startMigrations } from '../api-process.mjs';
import { loadSecrets } from '../data-folder.mjs';
import { root } from '../own-node.mjs';
import { startPostgres } from '../postgres.mjs';
import { EMAIL, PASSWORD, fillLedger } from './ledger.mjs';
import { atTheEnd, startServer } from './processes.mjs';

const SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min', // a checkpoint in one round and none in the next would be noise
};

/** Starts the database server. Its folder goes away at the end. */
export async function openWorld() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-bench-'));
  const server = await startPostgres({ dataDir: folder, database: 'empty', throwAway: true, settings: SETTINGS });
  let ending;
  const stop = () => (ending ??= server.stop());
  atTheEnd(stop);
  const secrets = loadSecrets(folder);
  const place = { folder, secrets, pid: server.pid, address: server.url, stop };
  await startMigrations(migrationEnvironment(place), () => {}).done;
  return place;
}

function migrationEnvironment({ address, secrets }) {
  return {
    ...process.env,
    DATABASE_URL: address,
    ETATLOTSE_APP_PASSWORD: secrets.appPassword,
    ETATLOTSE_PUBLIC_PASSWORD: secrets.publicPassword,
    ETATLOTSE_DEMO: '0',
  };
}

/** Address of another database of the server, for the owner or for the role named. */
export function addressOf(place, database, role) {
  const url = new URL(place.address);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, place.secrets.appPassword];
  return url.href;
}

/** Runs work with a connection of the owner. */
export async function withClient(address, work) {
  const client = new pg.Client({ connectionString: address, types: WHOLE_NUMBERS });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own with a ledger of this size. */
export async function makeLedger(place, database, movements) {
  await withClient(addressOf(place, 'postgres'), (client) =>
    client.query(`CREATE DATABASE ${database} TEMPLATE empty`),
  );
  await withClient(addressOf(place, database), (client) => fillLedger(client, movements));
}

/** The program as it is built, on one database, with somebody of finance logged in, as often as asked. */
export async function startProduct(place, database, { poolSize, nodeOptions, servesPages = false, sessions = 1 } = {}) {
  const server = await startServer({
    name: `api-${database}`,
    program: path.join(root, 'dist/api/main.js'),
    folder: place.folder,
    readyPath: '/api/v1/health/ready',
    nodeOptions,
    env: {
      DATABASE_APP_URL: addressOf(place, database, 'app_rw'),
      ETATLOTSE_DATA_DIR: place.folder,
      ETATLOTSE_DEMO: '0',
      IMPORT_MAX_BYTES: String(2 ** 30), // a city that brings in a whole year at once raises the limit, too
      ...(servesPages ? { WEB_ROOT: path.join(root, 'dist/web') } : {}),
      ...(poolSize === undefined ? {} : { DATABASE_POOL_SIZE: String(poolSize) }),
    },
  });
  const logins = [];
  while (logins.length < sessions) logins.push(await logIn(server.port, EMAIL, PASSWORD));
  return { ...server, headers: logins[0], logins };
}

/** A real login; answers the headers that a browser would send from then on. */
export async function logIn(port, email, password) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 200) throw new Error(`The login failed: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const { csrfToken } = await answer.json();
  return [`Cookie: ${cookie}`, `X-CSRF-Token: ${csrfToken}`];
}

const INT8 = 20;
const WHOLE_NUMBERS = { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) };
