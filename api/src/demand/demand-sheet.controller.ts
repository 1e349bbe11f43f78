import { Controller, Get, Headers, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  DEMAND_SHEET_MAX_BYTES,
  DemandSheetQuery,
  type DemandSheetReading,
  type DemandSheetTaken,
  TakeDemandSheetQuery,
} from '@etatlotse/contracts/demand';
import type { FastifyRequest } from 'fastify';
import { attachment } from '../platform/http/attachment';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { readUploadedFile } from '../platform/http/uploaded-file';
import { ProblemException } from '../platform/problem/problem-exception';
import { DemandSheetQueries } from './sheet/demand-sheet.queries';
import { readSheetFile } from './sheet/sheet-file';
import { takeDemandSheet } from './use-cases/take-demand-sheet';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The demands of a department as a workbook: out, looked at, and taken over. */
@Controller('api/v1/demands')
export class DemandSheetController {
  constructor(
    private readonly sheets: DemandSheetQueries,
    private readonly commands: Commands,
  ) {}

  @Get('sheet.xlsx')
  @Permit('demand.write')
  async workbook(@CurrentCaller() caller: Caller, @Query() { roundId }: DemandSheetQuery): Promise<StreamableFile> {
    const workbook = await this.sheets.workbook(caller, roundId);
    if (workbook === null) throw new ProblemException('NOT_FOUND');
    const { years, content } = workbook;
    return new StreamableFile(content, { type: XLSX, disposition: attachment(`Bedarfe ${years}.xlsx`) });
  }

  /** A multipart form with one part, `file`. Answers what would change; nothing is stored. */
  @Post('sheet-readings')
  @HttpCode(200)
  @Permit('demand.write')
  async read(
    @CurrentCaller() caller: Caller,
    @Query() { roundId }: DemandSheetQuery,
    @Req() request: FastifyRequest,
  ): Promise<DemandSheetReading> {
    const file = await readUploadedFile(request, DEMAND_SHEET_MAX_BYTES);
    const reading = await this.sheets.read(caller, roundId, file);
    if (reading === null) throw new ProblemException('NOT_FOUND');
    return reading;
  }

  /** The same file once more, with the `seen` of its reading. */
  @Post('sheet')
  @Permit('demand.write')
  async take(
    @CurrentCaller() caller: Caller,
    @Query() query: TakeDemandSheetQuery,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<DemandSheetTaken> {
    const file = await readSheetFile(await readUploadedFile(request, DEMAND_SHEET_MAX_BYTES));
    const body = { roundId: query.roundId, seen: query.seen, sha256: file.sha256 };
    return this.commands.create(caller, { key, operation: 'demand.sheet', body }, (tx) =>
      takeDemandSheet(tx, file, query),
    );
  }
}
