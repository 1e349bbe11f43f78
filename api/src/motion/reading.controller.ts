import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  CloseReading,
  CreateReading,
  OrderMotions,
  ReadingLinesQuery,
  ReadingsQuery,
  ReleaseReading,
} from '@etatlotse/contracts/council';
import type { FoundReadingLine, Reading, ReadingChanged, ReadingPage } from '@etatlotse/contracts/council/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply } from 'fastify';
import { BoundRegisters } from '../authority';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { attachment } from '../platform/http/attachment';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { motionsCsv } from './print/motions-csv';
import { votingFileName } from './print/voting-words';
import { ReadingQueries } from './reading.queries';
import { closeReading } from './use-cases/close-reading';
import { createReading, orderMotions, releaseReading } from './use-cases/set-up-reading';
import { READING_TABLE } from './reading.table';

/** Readings of a budget: set up, released, voted, closed. */
@Controller('api/v1/council/readings')
export class ReadingController {
  constructor(
    private readonly readings: ReadingQueries,
    private readonly commands: Commands,
    private readonly registers: BoundRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('motion.read')
  @AsTable(READING_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: ReadingsQuery): Promise<ReadingPage> {
    return this.readings.list(caller, query);
  }

  @Get(':id')
  @Permit('motion.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Reading> {
    return found(await this.readings.find(caller, path.id));
  }

  /** Lines for the form of a motion, with what the draft plans on them. */
  @Get(':id/lines')
  @Permit('motion.write')
  async lines(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: ReadingLinesQuery,
  ): Promise<readonly FoundReadingLine[]> {
    return found(await this.readings.lines(caller, path.id, query.q));
  }

  @Post()
  @Permit('motion.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateReading,
  ): Promise<ReadingChanged> {
    return this.commands.create(caller, { key, operation: 'budget_reading.create', body }, (tx) =>
      createReading(tx, body),
    );
  }

  @Post(':id/release')
  @HttpCode(200)
  @Permit('motion.write')
  release(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ReleaseReading,
  ): Promise<ReadingChanged> {
    return this.commands.change(caller, (tx) => releaseReading(tx, path.id, body.version));
  }

  @Put(':id/order')
  @Permit('motion.write')
  order(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: OrderMotions): Promise<ReadingChanged> {
    return this.commands.change(caller, (tx) => orderMotions(tx, path.id, body));
  }

  /** The votes become the version; the same key gives the same answer, so that no motion counts twice. */
  @Post(':id/close')
  @Permit('motion.write')
  close(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Param() path: IdPath,
    @Body() body: CloseReading,
  ): Promise<ReadingChanged> {
    return this.commands.create(
      caller,
      { key, operation: 'budget_reading.close', body: { ...body, id: path.id } },
      (tx) => closeReading(tx, this.registers, path.id, body),
    );
  }

  @Get(':id/voting-list.pdf')
  @Permit('motion.read')
  async pdf(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Res() reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const reading = found(await this.readings.printable(caller, path.id));
    const tongue = tongueOf(language);
    // Loaded only when somebody prints: a server that never does starts faster and smaller.
    const { votingListPdf } = await import('./print/voting-list-pdf');
    const file = await votingListPdf(reading, tongue, this.clock.now());
    await send(reply, 'application/pdf', votingFileName(reading, tongue, 'pdf'), file);
  }

  @Get(':id/motions.csv')
  @Permit('motion.read')
  async csv(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Res() reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const reading = found(await this.readings.printable(caller, path.id));
    const tongue = tongueOf(language);
    await send(reply, 'text/csv; charset=utf-8', votingFileName(reading, tongue, 'csv'), motionsCsv(reading, tongue));
  }
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemException('NOT_FOUND');
  return value;
}

async function send(reply: FastifyReply, type: string, name: string, file: Buffer | string): Promise<void> {
  await reply
    .header('content-type', type)
    .header('content-disposition', attachment(name))
    .header('x-content-type-options', 'nosniff')
    .send(file);
}
