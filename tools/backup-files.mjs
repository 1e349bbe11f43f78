// What a backup is made of: the files of a stopped data folder and a manifest with a SHA-256 sum of each.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from './data-folder.mjs';

export const MANIFEST = 'manifest.json';

const FORMAT = 1;
const CHUNK_BYTES = 1024 * 1024;
/** Belongs to a run, not to the data. */
const LEFT_OUT = /^(launcher\.lock.*|api\.pid\.json|api\.log.*|postgres\.log.*|postgres\.new)$/;

/** Copies a stopped data folder and answers its manifest. Folders are listed, too: PostgreSQL needs its empty ones. */
export function copyWithSums(dataDir, target) {
  const manifest = { format: FORMAT, folders: [], files: [] };
  const visit = (folder) => {
    for (const entry of fs.readdirSync(path.join(dataDir, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (LEFT_OUT.test(name)) continue;
      if (entry.isDirectory()) {
        manifest.folders.push(name);
        fs.mkdirSync(path.join(target, name), { mode: 0o700 });
        visit(name);
      } else if (entry.isFile()) {
        manifest.files.push({ name, ...copyFile(path.join(dataDir, name), path.join(target, name)) });
      } else {
        throw new PlainError(
          `${path.join(dataDir, name)} ist weder Datei noch Ordner und kann nicht gesichert werden.`,
        );
      }
    }
  };
  visit('');
  return manifest;
}

/** Brings a copied folder to the disk at once; file by file takes many times as long. */
export function flush(folder) {
  if (process.platform !== 'win32') spawnSync('sync', process.platform === 'linux' ? ['-f', folder] : []);
}

/** Writes the manifest last: a backup without one is not a backup. */
export function writeManifest(target, manifest) {
  flush(target);
  writeDurably(path.join(target, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Reads a manifest and compares every file with its sum. Throws a sentence that names what differs. */
export function checkBackup(folder) {
  const manifest = readManifest(folder);
  const wrong = manifest.files.filter(({ name, bytes, sha256 }) => {
    const file = path.join(folder, name);
    return fs.statSync(file, { throwIfNoEntry: false })?.size !== bytes || sumOf(file) !== sha256;
  });
  if (wrong.length > 0) {
    const names = wrong.slice(0, 5).map(({ name }) => name);
    throw new PlainError(
      `Die Sicherung ${folder} ist beschädigt: ${wrong.length} von ${manifest.files.length} Dateien stimmen nicht ` +
        `(${names.join(', ')}${wrong.length > 5 ? ', …' : ''}). Es wurde nichts verändert.`,
    );
  }
  return manifest;
}

/** Copies a checked backup into an empty folder. `own` hands each path to the account of the database. */
export function copyBack(folder, manifest, target, own) {
  for (const name of manifest.folders) {
    fs.mkdirSync(path.join(target, name), { mode: 0o700 });
    if (isOfDatabase(name)) own(path.join(target, name));
  }
  for (const { name } of manifest.files) {
    copyFile(path.join(folder, name), path.join(target, name));
    if (isOfDatabase(name)) own(path.join(target, name));
  }
}

const isOfDatabase = (name) => /^postgres(\/|$)/.test(name);

function readManifest(folder) {
  const file = path.join(folder, MANIFEST);
  if (!fs.existsSync(file)) {
    throw new PlainError(`${folder} ist keine vollständige Sicherung: die Datei ${MANIFEST} fehlt.`);
  }
  let manifest;
  try {
    manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new PlainError(`Die Datei ${file} ist beschädigt.`);
  }
  if (manifest.format !== FORMAT)
    throw new PlainError(`Die Sicherung ${folder} hat ein Format, das diese Version nicht kennt.`);
  const names = [...manifest.folders, ...manifest.files.map(({ name }) => name)];
  if (names.some((name) => path.posix.isAbsolute(name) || name.split('/').includes('..'))) {
    throw new PlainError(`Die Datei ${file} nennt Pfade außerhalb der Sicherung.`);
  }
  return manifest;
}

function copyFile(from, to) {
  const hash = createHash('sha256');
  const input = fs.openSync(from, 'r');
  const output = fs.openSync(to, 'wx', 0o600);
  const bytes = eachChunk(input, (chunk) => {
    hash.update(chunk);
    fs.writeSync(output, chunk);
  });
  fs.closeSync(output);
  fs.closeSync(input);
  return { bytes, sha256: hash.digest('hex') };
}

function sumOf(file) {
  const hash = createHash('sha256');
  const input = fs.openSync(file, 'r');
  eachChunk(input, (chunk) => hash.update(chunk));
  fs.closeSync(input);
  return hash.digest('hex');
}

function eachChunk(input, use) {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let total = 0;
  for (let read; (read = fs.readSync(input, buffer, 0, CHUNK_BYTES, null)) > 0; total += read)
    use(buffer.subarray(0, read));
  return total;
}

function writeDurably(file, text) {
  const output = fs.openSync(file, 'w', 0o600);
  fs.writeFileSync(output, text);
  fs.fsyncSync(output);
  fs.closeSync(output);
}
