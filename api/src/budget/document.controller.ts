import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { AttachDocumentQuery, type DocumentRow, PaperQuery } from '@etatlotse/contracts/budget';
import { DOCUMENT_MAX_BYTES } from '@etatlotse/contracts/budget/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../platform/http/attachment';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { readUploadedFile } from '../platform/http/uploaded-file';
import { ProblemException } from '../platform/problem/problem-exception';
import { NoteQueries } from './note.queries';
import { attachDocument } from './use-cases/attach-document';

/** Documents on lines, orders and movements. They leave as attachments only, so no browser shows them as a page. */
@Controller('api/v1/budget/documents')
export class DocumentController {
  constructor(
    private readonly notes: NoteQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('budget.read')
  async list(@CurrentCaller() caller: Caller, @Query() query: PaperQuery): Promise<Page<DocumentRow>> {
    const page = await this.notes.documents(caller, query);
    if (page === null) throw new ProblemException('NOT_FOUND');
    return page;
  }

  @Get(':id/content')
  @Permit('budget.read')
  async download(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Res() reply: FastifyReply): Promise<void> {
    const document = await this.notes.content(caller, path.id);
    if (document === null) throw new ProblemException('NOT_FOUND');
    await reply
      .header('content-type', document.mediaType)
      .header('content-disposition', attachment(document.fileName))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(document.content);
  }

  /** A multipart form with one part, `file`. */
  @Post()
  @Permit('budget.note')
  async attach(
    @CurrentCaller() caller: Caller,
    @Query() query: AttachDocumentQuery,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    const file = await readUploadedFile(request, DOCUMENT_MAX_BYTES);
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const body = { ...query, fileName: file.fileName, sha256 };
    return this.commands.create(caller, { key, operation: 'document.attach', body }, (tx) =>
      attachDocument(tx, caller.actor, query, file),
    );
  }
}
