import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeOutcome,
  CountOutcome,
  CreateOutcome,
  type OutcomeChanged,
  type OutcomeDetail,
  type OutcomeRow,
  OutcomesQuery,
} from '@etatlotse/contracts/outcome';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { OutcomeQueries } from './outcome.queries';
import { changeOutcome } from './use-cases/change-outcome';
import { countOutcome } from './use-cases/count-outcome';
import { createOutcome } from './use-cases/create-outcome';
import { OUTCOME_TABLE } from './outcome.table';

/** What one piece of a result costs. */
@Controller('api/v1/outcomes')
export class OutcomeController {
  constructor(
    private readonly outcomes: OutcomeQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('project.read')
  @AsTable(OUTCOME_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: OutcomesQuery): Promise<Page<OutcomeRow>> {
    return this.outcomes.list(caller, query);
  }

  @Get(':id')
  @Permit('project.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<OutcomeDetail> {
    const found = await this.outcomes.find(caller, path.id);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('outcome.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateOutcome,
    @Headers('idempotency-key') key?: string,
  ): Promise<OutcomeChanged> {
    return this.commands.create(caller, { key, operation: 'outcome.create', body }, (tx) => createOutcome(tx, body));
  }

  @Put(':id')
  @Permit('outcome.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeOutcome): Promise<OutcomeChanged> {
    return this.commands.change(caller, (tx) => changeOutcome(tx, path.id, body));
  }

  @Post(':id/counts')
  @Permit('outcome.write')
  count(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: CountOutcome,
    @Headers('idempotency-key') key?: string,
  ): Promise<OutcomeChanged> {
    return this.commands.create(caller, { key, operation: `outcome.count ${path.id}`, body }, (tx) =>
      countOutcome(tx, path.id, body),
    );
  }
}
