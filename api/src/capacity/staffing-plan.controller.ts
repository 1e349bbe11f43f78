import { Controller, Get, Query } from '@nestjs/common';
import { StaffingPlanQuery } from '@etatlotse/contracts/capacity';
import type { StaffingPlanPage } from '@etatlotse/contracts/capacity/plain';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Permit } from '../platform/http/permit.decorator';
import { StaffingPlanQueries } from './staffing-plan.queries';

/** The staffing plan by product group. */
@Controller('api/v1/capacity/staffing-plan')
export class StaffingPlanController {
  constructor(private readonly plans: StaffingPlanQueries) {}

  @Get()
  @Permit('capacity.read')
  year(@CurrentCaller() caller: Caller, @Query() query: StaffingPlanQuery): Promise<StaffingPlanPage> {
    return this.plans.year(caller, query);
  }
}
