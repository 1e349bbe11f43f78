import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { PlanGridQuery } from '@etatlotse/contracts/planning';
import { PLAN_FILE_MAX_BYTES, type PlanFileReading } from '@etatlotse/contracts/planning/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyRequest } from 'fastify';
import { attachment } from '../platform/http/attachment';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { readUploadedFile } from '../platform/http/uploaded-file';
import { ProblemException } from '../platform/problem/problem-exception';
import { PlanFileQueries } from './plan-file.queries';
import { PlanGridQueries } from './plan-grid.queries';
import { PlanVersionQueries } from './plan-version.queries';
import { planWorkbook } from './plan-workbook';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The amounts of a version as a spreadsheet, out and in again. */
@Controller('api/v1/planning/plan-versions')
export class PlanFileController {
  constructor(
    private readonly grid: PlanGridQueries,
    private readonly versions: PlanVersionQueries,
    private readonly files: PlanFileQueries,
  ) {}

  @Get(':id/amounts.xlsx')
  @Permit('plan.read')
  async workbook(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: PlanGridQuery,
  ): Promise<StreamableFile> {
    const [grid, version] = await Promise.all([
      this.grid.ofVersion(caller, path.id, query),
      this.versions.find(caller, path.id),
    ]);
    if (grid === null || version === null) throw new ProblemException('NOT_FOUND');
    return new StreamableFile(await planWorkbook(grid), {
      type: XLSX,
      disposition: attachment(`${version.name}.xlsx`),
    });
  }

  /** A multipart form with one part, `file`: XLSX or CSV. Answers what would change; nothing is stored. */
  @Post(':id/amounts-file')
  @HttpCode(200)
  @Permit('plan.write')
  async read(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Req() request: FastifyRequest,
  ): Promise<PlanFileReading> {
    const file = await readUploadedFile(request, PLAN_FILE_MAX_BYTES);
    const reading = await this.files.compare(caller, path.id, file);
    if (reading === null) throw new ProblemException('NOT_FOUND');
    return reading;
  }
}
