import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { AskQuestion, ChangePaper, CreatePaper, PapersQuery, PublishPaper } from '@etatlotse/contracts/council';
import type { Paper, PaperChanged, PaperPage } from '@etatlotse/contracts/council/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply } from 'fastify';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { attachment } from '../platform/http/attachment';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { sealArchive, sealPdf, Signer } from '../snapshot';
import { PaperQueries, type PrintablePaper } from './paper.queries';
import { paperFileName } from './print/paper-words';
import { askQuestion } from './use-cases/ask-question';
import { publishPaper } from './use-cases/publish-paper';
import { changePaper, createPaper } from './use-cases/save-paper';
import { PAPER_TABLE } from './paper.table';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Papers for the bodies: written by people, with figures that a snapshot holds. */
@Controller('api/v1/council/papers')
export class PaperController {
  constructor(
    private readonly papers: PaperQueries,
    private readonly commands: Commands,
    private readonly signer: Signer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('paper.read')
  @AsTable(PAPER_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: PapersQuery): Promise<PaperPage> {
    return this.papers.list(caller, query);
  }

  @Get(':id')
  @Permit('paper.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Paper> {
    return found(await this.papers.find(caller, path.id));
  }

  @Get(':id/paper.pdf')
  @Permit('paper.read')
  async pdf(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Res() reply: FastifyReply): Promise<void> {
    const paper = found(await this.papers.printable(caller, path.id));
    // Loaded only when somebody prints: a server that never does starts faster and smaller.
    const { paperPdf } = await import('./print/paper-pdf');
    const file = sealPdf(await paperPdf(paper, this.clock.now()), this.signer.key, paper.snapshotSha256 ?? '');
    await send(reply, 'application/pdf', paperFileName(paper, 'pdf'), file);
  }

  @Get(':id/paper.docx')
  @Permit('paper.read')
  async docx(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Res() reply: FastifyReply): Promise<void> {
    const paper: PrintablePaper = found(await this.papers.printable(caller, path.id));
    const { paperDocx } = await import('./print/paper-docx');
    const file = sealArchive(await paperDocx(paper), this.signer.key, paper.snapshotSha256 ?? '');
    await send(reply, DOCX, paperFileName(paper, 'docx'), file);
  }

  @Post()
  @Permit('council.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreatePaper,
  ): Promise<PaperChanged> {
    return this.commands.create(caller, { key, operation: 'council_paper.create', body }, (tx) =>
      createPaper(tx, body),
    );
  }

  @Post('questions')
  @Permit('paper.ask')
  ask(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: AskQuestion,
  ): Promise<PaperChanged> {
    return this.commands.create(caller, { key, operation: 'council_paper.ask', body }, (tx) => askQuestion(tx, body));
  }

  @Put(':id')
  @Permit('council.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangePaper): Promise<PaperChanged> {
    return this.commands.change(caller, (tx) => changePaper(tx, path.id, body));
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Permit('council.write')
  publish(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: PublishPaper): Promise<PaperChanged> {
    return this.commands.change(caller, (tx) => publishPaper(tx, path.id, body.version));
  }
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemException('NOT_FOUND');
  return value;
}

async function send(reply: FastifyReply, type: string, name: string, file: Buffer): Promise<void> {
  await reply
    .header('content-type', type)
    .header('content-disposition', attachment(name))
    .header('x-content-type-options', 'nosniff')
    .send(file);
}
