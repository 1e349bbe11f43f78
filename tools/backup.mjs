// Backs up the data folder of `npm start`: a copy of the cleanly stopped database with a sum of every file.
import fs from 'node:fs';
import path from 'node:path';
import { copyWithSums, writeManifest } from './backup-files.mjs';
import { PlainError } from './data-folder.mjs';
import { takeLock } from './lock.mjs';
import { continueOnOwnNode, root } from './own-node.mjs';

const HELP = `Sicherung anlegen

  npm run backup                     legt sie neben dem Datenordner ab (<Datenordner>-backups)
  npm run backup -- <Zielordner>     legt sie im genannten Ordner ab

Etatlotse muss dafür beendet sein. Der Datenordner steht in ETATLOTSE_DATA_DIR, voreingestellt .data.
Die Sicherung enthält Passwörter: bewahren Sie sie so sicher auf wie die Daten selbst, und nicht auf derselben Platte.`;

if (process.argv.includes('--help')) {
  console.log(HELP);
  process.exit(0);
}
await continueOnOwnNode();

const dataDir = path.resolve(process.env.ETATLOTSE_DATA_DIR ?? path.join(root, '.data'));
try {
  await backUp(path.resolve(process.argv[2] ?? `${dataDir}-backups`));
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}

async function backUp(folder) {
  if (process.env.DATABASE_URL) {
    throw new PlainError('Mit DATABASE_URL sichern Sie bitte den Datenbankserver selbst, zum Beispiel mit pg_dump.');
  }
  if (!fs.existsSync(path.join(dataDir, 'postgres'))) throw new PlainError(`In ${dataDir} gibt es keine Daten.`);
  const lock = await takeLock(path.join(dataDir, 'launcher.lock'), { address: 'eine Sicherung läuft' });
  if (!lock.taken) {
    throw new PlainError(
      `Etatlotse läuft (Prozess ${lock.holder.pid}). Beenden Sie es bitte vor der Sicherung mit Strg+C.`,
    );
  }
  try {
    await stopCleanly();
    const name = `etatlotse-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
    const draft = path.join(folder, `${name}.partial`);
    fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
    const manifest = copyWithSums(dataDir, draft);
    writeManifest(draft, manifest);
    fs.renameSync(draft, path.join(folder, name));
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `${manifest.files.length} Dateien (${Math.round(bytes / 1_000_000)} MB) gesichert: ${path.join(folder, name)}`,
    );
  } finally {
    lock.release();
  }
}

/** A database that was killed recovers first, so that the copy needs no recovery. */
async function stopCleanly() {
  if (!fs.existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))) return;
  const { startPostgres } = await import('./postgres.mjs');
  const database = await startPostgres({ dataDir });
  await database.stop();
}
