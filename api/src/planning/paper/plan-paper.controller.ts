import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { PlanPaperQuery } from '@etatlotse/contracts/planning';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply } from 'fastify';
import { attachment } from '../../platform/http/attachment';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Permit } from '../../platform/http/permit.decorator';
import { tongueOf } from '../../platform/problem/problem-body';
import { ProblemException } from '../../platform/problem/problem-exception';
import { PlanPaperQueries } from './plan-paper.queries';

@Controller('api/v1/planning/plan-versions')
export class PlanPaperController {
  constructor(private readonly papers: PlanPaperQueries) {}

  /** The plan on paper: cover, whole plan, and the pages of every sub-budget with explanations. */
  @Get(':id/paper.pdf')
  @Permit('plan.read')
  async print(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: PlanPaperQuery,
    @Res() reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const read = await this.papers.ofVersion(caller, path.id, query);
    if (read === null) throw new ProblemException('NOT_FOUND');
    if (!read.ok) throw new ProblemException(read.refusal.code, read.refusal.params);
    // Loaded only when somebody prints: a server that never does starts faster and smaller.
    const { paperFileName, planPaper } = await import('./plan-paper');
    const content = read.value;
    const tongue = tongueOf(language);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', attachment(paperFileName(content, tongue)))
      .header('x-content-type-options', 'nosniff')
      .send(planPaper(content, tongue));
  }
}
