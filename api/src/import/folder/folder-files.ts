import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file that lies in the watched folder and has come to rest. */
export interface FolderFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

interface Seen {
  readonly bytes: number;
  readonly changedMs: number;
}

/** Remembers what lay in a folder at the last look: a file that is still being written is not the same twice. */
export class FolderMemory {
  private readonly seen = new Map<string, Seen>();

  /** Files whose size and time are those of the last look. A folder that is not there holds none. */
  async restingFiles(folder: string): Promise<FolderFile[]> {
    const resting: FolderFile[] = [];
    const there = new Set<string>();
    for (const name of await namesIn(folder)) {
      const file = path.join(folder, name);
      const facts = await lstat(file).catch(() => null);
      // No links: they could lead to anything.
      if (facts?.isFile() !== true) continue;
      there.add(file);
      const before = this.seen.get(file);
      const now = { bytes: facts.size, changedMs: facts.mtimeMs };
      this.seen.set(file, now);
      if (before?.bytes === now.bytes && before.changedMs === now.changedMs) {
        resting.push({ path: file, name, bytes: facts.size });
      }
    }
    for (const known of this.seen.keys()) {
      if (path.dirname(known) === folder && !there.has(known)) this.seen.delete(known);
    }
    return resting;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return [];
    throw fault;
  });
  return names.filter((name) => !name.startsWith('.')).sort();
}

export function readPieces(file: FolderFile): AsyncIterable<Buffer> {
  return createReadStream(file.path, { highWaterMark: 256 * 1024 });
}

export async function sha256Of(file: FolderFile): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of readPieces(file)) hash.update(piece);
  return hash.digest();
}

/** `2026-10-05_061500` in the city's time. */
function stampOf(at: Date): string {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(at)
    .split(' ');
  return `${day}_${time.replaceAll(':', '')}`;
}

/**
 * Moves a file to where dealt-with files lie, with its protocol beside it. The name begins with the time, because an
 * export has the same name every night.
 */
export async function putAway(
  file: FolderFile,
  to: { readonly folder: 'done' | 'failed'; readonly at: Date; readonly protocol: string },
): Promise<void> {
  const folder = path.join(path.dirname(file.path), to.folder);
  await mkdir(folder, { recursive: true });
  const taken = new Set(await readdir(folder));
  let name = `${stampOf(to.at)}_${file.name}`;
  for (let number = 2; taken.has(name); number++) name = `${stampOf(to.at)}_${number}_${file.name}`;
  const target = path.join(folder, name);
  await rename(file.path, target);
  await writeFile(`${target}.txt`, to.protocol, 'utf8');
}
