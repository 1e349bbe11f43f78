import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { type PlanComparison, PlanComparisonQuery } from '@etatlotse/contracts/planning';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { comparisonCsv, comparisonFileName } from './plan-comparison-csv';
import { PlanComparisonQueries } from './plan-comparison.queries';

@Controller('api/v1/planning')
export class PlanComparisonController {
  constructor(private readonly comparisons: PlanComparisonQueries) {}

  /** Two to four versions side by side: only what differs, with the sums of everything. */
  @Get('plan-comparison')
  @Permit('plan.read')
  async compare(@CurrentCaller() caller: Caller, @Query() query: PlanComparisonQuery): Promise<PlanComparison> {
    const comparison = await this.comparisons.compare(caller, query);
    if (comparison === null) throw new ProblemException('NOT_FOUND');
    return comparison;
  }

  /** Exactly this view as a CSV file. */
  @Get('plan-comparison.csv')
  @Permit('plan.read')
  async download(
    @CurrentCaller() caller: Caller,
    @Query() query: PlanComparisonQuery,
    @Res() reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const comparison = await this.compare(caller, query);
    const tongue = tongueOf(language);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${comparisonFileName(tongue)}"`)
      .header('x-content-type-options', 'nosniff')
      .send(comparisonCsv(comparison, tongue, await this.comparisons.currency(caller)));
  }
}
