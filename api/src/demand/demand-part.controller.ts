import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { DOCUMENT_MAX_BYTES } from '@etatlotse/contracts/budget/plain';
import {
  AddDemandRemark,
  AttachmentPath,
  DecideReview,
  type DemandChanged,
  ReviewPath,
} from '@etatlotse/contracts/demand';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../platform/http/attachment';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { readUploadedFile } from '../platform/http/uploaded-file';
import { ProblemException } from '../platform/problem/problem-exception';
import { DemandDetailQueries } from './demand-detail.queries';
import { DemandGates } from './demand-step';
import { addDemandRemark } from './use-cases/add-demand-remark';
import { attachFile, removeAttachment } from './use-cases/attach-file';
import { decideReview } from './use-cases/decide-review';

/** What belongs to one demand: answers of the desks, remarks, files. */
@Controller('api/v1/demands')
export class DemandPartController {
  constructor(
    private readonly details: DemandDetailQueries,
    private readonly gates: DemandGates,
    private readonly commands: Commands,
  ) {}

  @Put(':id/reviews/:desk')
  @HttpCode(200)
  @Permit('demand.review')
  review(
    @CurrentCaller() caller: Caller,
    @Param() path: ReviewPath,
    @Body() body: DecideReview,
  ): Promise<DemandChanged> {
    const place = { demandId: path.id, desk: path.desk };
    return this.commands.change(caller, (tx) => decideReview(tx, place, body, this.gates));
  }

  @Post(':id/remarks')
  @Permit('demand.remark')
  remark(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddDemandRemark,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    const request = { key, operation: 'demand.remark', body: { ...body, demandId: path.id } };
    return this.commands.create(caller, request, (tx) => addDemandRemark(tx, path.id, body));
  }

  /** A multipart form with one part, `file`. */
  @Post(':id/attachments')
  @Permit('demand.remark')
  async attach(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    const file = await readUploadedFile(request, DOCUMENT_MAX_BYTES);
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const body = { demandId: path.id, fileName: file.fileName, sha256 };
    return this.commands.create(caller, { key, operation: 'demand.attach', body }, (tx) =>
      attachFile(tx, path.id, file),
    );
  }

  /** Leaves as an attachment only, so no browser shows it as a page. */
  @Get(':id/attachments/:attachmentId')
  @Permit('demand.read')
  async download(
    @CurrentCaller() caller: Caller,
    @Param() path: AttachmentPath,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.details.attachment(caller, path.id, path.attachmentId);
    if (file === null) throw new ProblemException('NOT_FOUND');
    await reply
      .header('content-type', file.mediaType)
      .header('content-disposition', attachment(file.fileName))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(file.content);
  }

  @Delete(':id/attachments/:attachmentId')
  @Permit('demand.write')
  remove(@CurrentCaller() caller: Caller, @Param() path: AttachmentPath): Promise<Readonly<Record<never, never>>> {
    return this.commands.change(caller, (tx) => removeAttachment(tx, path.id, path.attachmentId));
  }
}
