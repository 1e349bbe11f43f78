import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ImportUpload } from '@etatlotse/contracts/import';
import { checkText } from '@etatlotse/domain/shared';
import type { FastifyRequest } from 'fastify';
import { IDS, type Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { StrictPipe } from '../platform/input/strict.pipe';
import { ProblemException } from '../platform/problem/problem-exception';
import { CHUNK_BYTES, dropChunks, storeChunk } from './chunk.repository';
import { refuseForeignFormat } from './file/file-format';
import { FileRefused } from './file/file-refused';
import type { NewRun } from './run.repository';

/** An upload that has arrived: small ones are at hand, big ones lie in the database piece by piece. */
export interface ReceivedUpload {
  readonly run: NewRun;
  readonly content: Buffer | null;
}

interface ReceivedFile {
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly content: Buffer | null;
}

const FILE_NAME_MAX = 200;

/**
 * Takes an upload off the wire: the file and the fields beside it, in any order. At most one piece of the file is in
 * memory at a time, and no connection to the database is held while somebody uploads slowly.
 */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly transactions: Transactions,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async receive(caller: Caller, request: FastifyRequest): Promise<ReceivedUpload> {
    if (!request.isMultipart()) throw new ProblemException('CONTENT_TYPE');
    const importId = this.ids.next();
    const fields: Record<string, unknown> = {};
    let file: ReceivedFile | null = null;
    try {
      for await (const part of request.parts()) {
        if (part.type === 'file') file = await this.receiveFile(caller, importId, part);
        else fields[part.fieldname] = part.value;
      }
      if (file === null) throw new ProblemException('FILE_REQUIRED', {}, [{ field: 'file', code: 'FILE_REQUIRED' }]);
      const said = (await new StrictPipe().transform(fields, { type: 'body', metatype: ImportUpload })) as ImportUpload;
      const { content, ...facts } = file;
      return { content, run: { importId, kind: said.kind, ...facts, options: optionsOf(said) } };
    } catch (fault) {
      await this.drop(caller, importId);
      throw asProblem(fault);
    }
  }

  /** Removes the pieces of an upload that came to nothing. */
  async drop(caller: Caller, importId: string): Promise<void> {
    await this.transactions.run(caller, (tx) => dropChunks(tx, importId));
  }

  private async receiveFile(caller: Caller, importId: string, part: FilePart): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    let chunks = 0;
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    for await (const piece of part.file) {
      hash.update(piece);
      bytes += piece.length;
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes < CHUNK_BYTES) continue;
      const chunk = Buffer.concat(waiting);
      if (chunks === 0) refuseForeignFormat(chunk, false);
      await this.store(caller, importId, chunks, chunk);
      chunks += 1;
      waiting = [];
      waitingBytes = 0;
    }
    if (part.file.truncated) throw new ProblemException('FILE_TOO_LARGE');
    refuseFileName(part.filename);
    const rest = Buffer.concat(waiting);
    if (chunks === 0) refuseForeignFormat(rest, true);
    else if (rest.length > 0) await this.store(caller, importId, chunks, rest);
    return { fileName: part.filename, sha256: hash.digest(), bytes, content: chunks === 0 ? rest : null };
  }

  private async store(caller: Caller, importId: string, number: number, chunk: Buffer): Promise<void> {
    await this.transactions.run(caller, (tx) => storeChunk(tx, importId, number, chunk));
  }
}

interface FilePart {
  readonly file: AsyncIterable<Buffer> & { readonly truncated: boolean };
  readonly filename: string;
}

function refuseFileName(name: string): void {
  if (!checkText(name, { max: FILE_NAME_MAX, required: true }).ok) throw new ProblemException('FILE_NAME');
}

function optionsOf(said: ImportUpload): NewRun['options'] {
  return {
    profile: said.profile ?? null,
    fiscalYear: said.fiscalYear ?? null,
    pointGroups: said.pointGroups === 'true',
    confirmRepeat: said.confirmRepeat === 'true',
  };
}

/** What the multipart parser throws means: the upload is too large, or it broke off. */
function asProblem(fault: unknown): unknown {
  if (fault instanceof ProblemException) return fault;
  if (fault instanceof FileRefused) return new ProblemException(fault.code, fault.params);
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new ProblemException('FILE_TOO_LARGE');
  if (typeof code === 'string' && !code.startsWith('FST_') && code !== 'ECONNRESET') return fault;
  return new ProblemException('MULTIPART');
}
