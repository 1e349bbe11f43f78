import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportBatch, ImportRun } from '@etatlotse/contracts/import/plain';
import type { Answer, HttpClient } from './http-client';

/** Real files of cities lie beside the repository, not in it. */
const SHARED = path.resolve(__dirname, '../../../shared');

export interface UploadOptions {
  /** Left out, the file says what it is. */
  readonly kind?: string;
  readonly fileName?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Sends a file as a browser does. */
export async function upload(client: HttpClient, content: string | Buffer, options: UploadOptions): Promise<Answer> {
  const form = new FormData();
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  form.set('file', new Blob([new Uint8Array(bytes)]), options.fileName ?? 'import.csv');
  if (options.kind !== undefined) form.set('kind', options.kind);
  for (const [name, value] of Object.entries(options.fields ?? {})) form.set(name, value);
  return client.send('/api/v1/imports', { method: 'POST', body: form });
}

/** Sends several files in one go. */
export async function uploadBatch(
  client: HttpClient,
  files: readonly { readonly name: string; readonly content: Buffer | string }[],
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const { name, content } of files) form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return client.send('/api/v1/import-batches', { method: 'POST', body: form });
}

/** Waits until no job is at work on the batch any more. */
export async function whenBatchAtRest(client: HttpClient, id: string): Promise<ImportBatch> {
  for (let tries = 0; tries < 1200; tries++) {
    const { body: batch } = await client.get(`/api/v1/import-batches/${id}`);
    if (!batch.isWorking) return batch;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The batch does not come to rest.');
}

/** Commits a batch as it was shown and waits for the end. */
export async function commitBatch(client: HttpClient, batch: ImportBatch): Promise<ImportBatch> {
  const files = batch.runs
    .filter(({ state }) => state === 'previewed')
    .map(({ id, previewHash }) => ({ importId: id, previewHash }));
  const answer = await client.post(`/api/v1/import-batches/${batch.id}/commit`, { files });
  if (answer.status !== 202) throw new Error(`The commit was refused: ${JSON.stringify(answer.body)}`);
  return whenBatchAtRest(client, batch.id);
}

/** Waits until no job is at work on the import any more. */
export async function whenAtRest(client: HttpClient, id: string): Promise<ImportRun> {
  for (let tries = 0; tries < 600; tries++) {
    const { body: run } = await client.get(`/api/v1/imports/${id}`);
    if (!run.isWorking) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The import does not come to rest.');
}

/** Commits what the preview showed and waits for the end. */
export async function commit(client: HttpClient, run: ImportRun): Promise<ImportRun> {
  const answer = await client.post(`/api/v1/imports/${run.id}/commit`, { previewHash: run.previewHash });
  if (answer.status !== 202) throw new Error(`The commit was refused: ${JSON.stringify(answer.body)}`);
  return whenAtRest(client, run.id);
}

export async function undo(client: HttpClient, id: string, reason?: string): Promise<ImportRun> {
  const answer = await client.post(`/api/v1/imports/${id}/undo`, reason === undefined ? undefined : { reason });
  if (answer.status !== 202) throw new Error(`The undo was refused: ${JSON.stringify(answer.body)}`);
  return whenAtRest(client, id);
}

/** A shared file, or null where it is absent; with ETATLOTSE_REQUIRE_SHARED=1 absence is a failure. */
export function sharedFile(...parts: string[]): Buffer | null {
  const file = path.join(SHARED, ...parts);
  if (existsSync(file)) return readFileSync(file);
  if (process.env['ETATLOTSE_REQUIRE_SHARED'] === '1')
    throw new Error(`The shared file ../shared/${parts.join('/')} is missing.`);
  return null;
}

/** All files of a shared folder with this ending, by name; null where the folder is absent. */
export function sharedFiles(ending: string, ...parts: string[]): { name: string; content: Buffer }[] | null {
  const folder = path.join(SHARED, ...parts);
  if (!existsSync(folder)) {
    sharedFile(...parts);
    return null;
  }
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
  return names.map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));
}

/** A group of tests on a shared file; where the file is absent they are skipped, and their name says why. */
export function describeWith(file: Buffer | null, name: string, tests: (file: Buffer) => void): void {
  if (file === null) {
    describe.skip(`${name} (needs ../shared beside the checkout, which is absent)`, () => tests(Buffer.alloc(0)));
  } else {
    describe(name, () => tests(file));
  }
}
