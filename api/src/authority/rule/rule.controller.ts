import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ChangeRuleSetting, type RuleChangeAsked, type RulesOfYear, RulesQuery } from '@etatlotse/contracts/authority';
import { Approvals } from '../../approval';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit, SessionOnly } from '../../platform/http/permit.decorator';
import { RuleQueries } from './rule.queries';
import { requestRuleChange } from './use-cases/change-rule-setting';

/** The rules of a year, for everybody who works by them. */
@Controller('api/v1/authority/rules')
export class RuleController {
  constructor(
    private readonly queries: RuleQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('rule.read')
  show(@CurrentCaller() caller: Caller, @Query() query: RulesQuery): Promise<RulesOfYear> {
    return this.queries.ofYear(caller, query.fiscalYear);
  }

  @Put()
  @HttpCode(202)
  @Permit('settings.write')
  @SessionOnly()
  change(@CurrentCaller() caller: Caller, @Body() body: ChangeRuleSetting): Promise<RuleChangeAsked> {
    return this.commands.change(caller, (tx) => requestRuleChange(tx, this.approvals, body));
  }
}
