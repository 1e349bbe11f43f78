import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type PlanCopyPreview, type PlanCopyRecord, PreviewPlanCopy } from '@etatlotse/contracts/planning';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PlanCopyQueries } from './plan-copy.queries';

/** How plan versions come from one another. The copy itself is made by `plan-version.controller.ts`. */
@Controller('api/v1/planning/plan-copies')
export class PlanCopyController {
  constructor(private readonly copies: PlanCopyQueries) {}

  /** What a copy with these rules would hold; asked before it is made. */
  @Post('preview')
  @HttpCode(200)
  @Permit('plan.write')
  async preview(@CurrentCaller() caller: Caller, @Body() body: PreviewPlanCopy): Promise<PlanCopyPreview> {
    const outcome = await this.copies.preview(caller, body);
    if (!outcome.ok) throw new ProblemException(outcome.refusal.code, { ...outcome.refusal.params });
    return outcome.value;
  }

  /** From which version, by whom and by which rules this one was made. */
  @Get(':id')
  @Permit('plan.read')
  async record(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PlanCopyRecord> {
    const record = await this.copies.record(caller, path.id);
    if (record === null) throw new ProblemException('NOT_FOUND');
    return record;
  }
}
