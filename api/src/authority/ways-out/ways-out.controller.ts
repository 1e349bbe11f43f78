import { Controller, Get, Param, Query } from '@nestjs/common';
import { type WaysOutOfLine, WaysOutQuery } from '@etatlotse/contracts/authority';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { WaysOutQueries } from './ways-out.queries';

/** The Deckungsfinder: what is asked after a booking was refused. */
@Controller('api/v1/budget/lines')
export class WaysOutController {
  constructor(private readonly waysOut: WaysOutQueries) {}

  @Get(':id/ways-out')
  @Permit('budget.read')
  async find(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: WaysOutQuery,
  ): Promise<WaysOutOfLine> {
    const ways = await this.waysOut.find(caller, path.id, query);
    if (ways === null) throw new ProblemException('NOT_FOUND');
    return ways;
  }
}
