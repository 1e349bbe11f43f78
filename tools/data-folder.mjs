// The data folder: which version wrote it, and the passwords that belong to it.
import { randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readText } from './processes.mjs';

/** Raised by one when the layout of the folder itself changes. The tables in it have their own migrations. */
export const FOLDER_FORMAT = 1;

/** A sentence for the person at the terminal: no stack is shown with it. */
export class PlainError extends Error {}

/**
 * Opens or creates the folder. Throws a PlainError when a newer version wrote it,
 * because this version would misread what it does not know.
 */
export function openDataFolder(dataDir, appVersion) {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new PlainError(`In den Datenordner ${dataDir} kann nicht geschrieben werden (${error.code}).`);
  }
  const file = versionFile(dataDir);
  if (!fs.existsSync(file)) return { isNew: true };
  const written = readJson(file);
  if (!Number.isInteger(written?.format)) {
    throw new PlainError(
      `Die Datei ${file} ist beschädigt. Bitte spielen Sie eine Sicherung zurück (npm run restore).`,
    );
  }
  if (written.format > FOLDER_FORMAT || isNewer(written.app, appVersion)) {
    throw new PlainError(
      `Der Datenordner ${dataDir} stammt von Etatlotse ${written.app}, hier läuft die ältere Version ${appVersion}. ` +
        'Damit nichts verloren geht, wird er nicht geöffnet. ' +
        'Starten Sie die neuere Version oder spielen Sie eine ältere Sicherung zurück (npm run restore).',
    );
  }
  return { isNew: false, writtenBy: written.app, isOlder: isNewer(appVersion, written.app) };
}

/** Notes the version once its migrations are through. */
export function markDataFolder(dataDir, appVersion) {
  writeJson(versionFile(dataDir), { format: FOLDER_FORMAT, app: appVersion });
}

/**
 * The passwords of the database roles and of the demo accounts: made once, readable by the owner only.
 * A demo password given from outside replaces the stored one.
 */
export function loadSecrets(dataDir, { demoPassword } = {}) {
  const file = path.join(dataDir, 'secrets.json');
  const stored = fs.existsSync(file) ? readJson(file) : {};
  if (!stored && !isReadable(file)) {
    throw new PlainError(
      `Der Datenordner ${dataDir} gehört einem anderen Benutzer. ` +
        'Starten Sie als dieser Benutzer (oder als root) oder wählen Sie mit ETATLOTSE_DATA_DIR einen anderen Ordner.',
    );
  }
  if (!stored)
    throw new PlainError(
      `Die Datei ${file} ist beschädigt. Bitte spielen Sie eine Sicherung zurück (npm run restore).`,
    );
  const secrets = {
    ownerPassword: stored.ownerPassword ?? randomPassword(),
    appPassword: stored.appPassword ?? randomPassword(),
    publicPassword: stored.publicPassword ?? randomPassword(),
    demoPassword: demoPassword || stored.demoPassword || readablePassword(),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(stored)) writeJson(file, secrets, 0o600);
  return secrets;
}

const versionFile = (dataDir) => path.join(dataDir, 'version.json');

const randomPassword = () => randomBytes(24).toString('base64url');

/** Four groups of letters and digits that cannot be mixed up when read aloud. */
function readablePassword() {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

function isNewer(left, right) {
  const parts = (version) => String(version).split('-')[0].split('.').map(Number);
  const [a, b] = [parts(left), parts(right)];
  const differs = a.findIndex((part, place) => part !== (b[place] ?? 0));
  return differs >= 0 && a[differs] > (b[differs] ?? 0);
}

function isReadable(file) {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function readJson(file) {
  try {
    return JSON.parse(readText(file));
  } catch {
    return undefined;
  }
}

/** Writes beside the file first, so that a power cut leaves the old or the new content, never half of it. */
function writeJson(file, content, mode = 0o644) {
  const draft = `${file}.new`;
  const handle = fs.openSync(draft, 'w', mode);
  fs.writeFileSync(handle, `${JSON.stringify(content, null, 2)}\n`);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(draft, file);
}
