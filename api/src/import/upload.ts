import { Inject, Injectable, type Type } from '@nestjs/common';
import { checkText } from '@etatlotse/domain/shared';
import type { FastifyRequest } from 'fastify';
import { IDS, type Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { StrictPipe } from '../platform/input/strict.pipe';
import { ProblemException } from '../platform/problem/problem-exception';
import { dropChunks, storeChunk } from './chunk.repository';
import { type WrittenFile, writeChunks } from './chunk-writer';
import { FileRefused } from './file/file-refused';

/** A file that has arrived: a small one is at hand, a big one lies in the database piece by piece. */
export interface ReceivedFile extends WrittenFile {
  readonly importId: string;
  readonly fileName: string;
}

/** Everything that came with one request. */
export interface ReceivedForm<Fields> {
  readonly fields: Fields;
  /** At least one. */
  readonly files: readonly [ReceivedFile, ...ReceivedFile[]];
}

const FILE_NAME_MAX = 200;

/**
 * Takes uploads off the wire: files and the fields beside them, in any order. At most one piece of a file is in memory at a
 * time, and no connection to the database is held while somebody uploads slowly.
 */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly transactions: Transactions,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async receive<Fields extends object>(
    caller: Caller,
    request: FastifyRequest,
    form: { readonly fields: Type<Fields>; readonly filesMax: number },
  ): Promise<ReceivedForm<Fields>> {
    if (!request.isMultipart()) throw new ProblemException('CONTENT_TYPE');
    const started: string[] = [];
    const files: ReceivedFile[] = [];
    const fields: Record<string, unknown> = {};
    try {
      for await (const part of request.parts({ limits: { files: form.filesMax, parts: form.filesMax + 10 } })) {
        if (part.type === 'file') {
          const importId = this.ids.next();
          started.push(importId);
          files.push(await this.receiveFile(caller, importId, part));
        } else fields[part.fieldname] = part.value;
      }
      const [first, ...others] = files;
      if (first === undefined)
        throw new ProblemException('FILE_REQUIRED', {}, [{ field: 'file', code: 'FILE_REQUIRED' }]);
      const said = await new StrictPipe().transform(fields, { type: 'body', metatype: form.fields });
      return { fields: said as Fields, files: [first, ...others] };
    } catch (fault) {
      await this.drop(caller, started);
      throw asProblem(fault);
    }
  }

  /** Removes the pieces of uploads that came to nothing. */
  async drop(caller: Caller, importIds: readonly string[]): Promise<void> {
    await this.transactions.run(caller, async (tx) => {
      for (const importId of importIds) await dropChunks(tx, importId);
    });
  }

  private async receiveFile(caller: Caller, importId: string, part: FilePart): Promise<ReceivedFile> {
    const written = await writeChunks(part.file, (number, chunk) =>
      this.transactions.run(caller, (tx) => storeChunk(tx, importId, number, chunk)),
    );
    if (part.file.truncated) throw new ProblemException('FILE_TOO_LARGE');
    refuseFileName(part.filename);
    return { importId, fileName: part.filename, ...written };
  }
}

interface FilePart {
  readonly file: AsyncIterable<Buffer> & { readonly truncated: boolean };
  readonly filename: string;
}

export function refuseFileName(name: string): void {
  if (!checkText(name, { max: FILE_NAME_MAX, required: true }).ok) throw new ProblemException('FILE_NAME');
}

/** What the multipart parser throws means: the upload is too large, or it broke off. */
export function asProblem(fault: unknown): unknown {
  if (fault instanceof ProblemException) return fault;
  if (fault instanceof FileRefused) return new ProblemException(fault.code, fault.params);
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new ProblemException('FILE_TOO_LARGE');
  if (typeof code === 'string' && !code.startsWith('FST_') && code !== 'ECONNRESET') return fault;
  return new ProblemException('MULTIPART');
}
