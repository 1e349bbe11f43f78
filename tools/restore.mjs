// Brings a backup back, after every file has been compared with its sum.
import fs from 'node:fs';
import path from 'node:path';
import { MANIFEST, checkBackup, copyBack, flush } from './backup-files.mjs';
import { PlainError } from './data-folder.mjs';
import { takeLock } from './lock.mjs';
import { continueOnOwnNode, root } from './own-node.mjs';

const HELP = `Sicherung zurückspielen

  npm run restore -- <Sicherung>             in einen neuen Datenordner
  npm run restore -- <Sicherung> --replace   ersetzt vorhandene Daten; diese bleiben unter anderem Namen erhalten
  npm run restore -- <Sicherung> --check     prüft nur

Der Datenordner steht in ETATLOTSE_DATA_DIR, voreingestellt .data.`;

const [source] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (process.argv.includes('--help') || !source) {
  console.log(HELP);
  process.exit(source || process.argv.includes('--help') ? 0 : 1);
}
await continueOnOwnNode();

const dataDir = path.resolve(process.env.ETATLOTSE_DATA_DIR ?? path.join(root, '.data'));
try {
  await restore(path.resolve(source));
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}

async function restore(backup) {
  const manifest = checkBackup(backup);
  console.log(`Die Sicherung ist unversehrt: ${manifest.files.length} Dateien stimmen mit ${MANIFEST} überein.`);
  if (process.argv.includes('--check')) return;
  const isTaken = fs.existsSync(dataDir) && fs.readdirSync(dataDir).length > 0;
  if (isTaken && !process.argv.includes('--replace')) {
    throw new PlainError(
      `In ${dataDir} liegen schon Daten. Mit --replace werden sie beiseite gelegt und durch die Sicherung ersetzt.`,
    );
  }
  const lock = isTaken
    ? await takeLock(path.join(dataDir, 'launcher.lock'), { address: 'eine Sicherung wird zurückgespielt' })
    : undefined;
  if (lock && !lock.taken) {
    throw new PlainError(`Etatlotse läuft (Prozess ${lock.holder.pid}). Beenden Sie es bitte zuerst mit Strg+C.`);
  }
  const draft = `${dataDir}.restoring`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o755 });
  await fill(draft, backup, manifest);
  if (isTaken) {
    lock.release();
    const aside = `${dataDir}-before-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
    fs.renameSync(dataDir, aside);
    console.log(`Die bisherigen Daten liegen unter ${aside}.`);
  } else {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
  fs.renameSync(draft, dataDir);
  console.log(`Zurückgespielt nach ${dataDir}. Starten Sie mit "npm start".`);
}

/** Copies and opens the database once, so that a backup that cannot run never replaces anything. */
async function fill(draft, backup, manifest) {
  const { accountFor, startPostgres } = await import('./postgres.mjs');
  copyBack(backup, manifest, draft, accountFor(path.join(draft, 'postgres')).own);
  const database = await startPostgres({ dataDir: draft });
  await database.stop();
  flush(draft);
}
