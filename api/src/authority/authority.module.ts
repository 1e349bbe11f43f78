import { Module } from '@nestjs/common';
import { ApprovalModule, Approvals } from '../approval';
import { BudgetModule } from '../budget';
import { RuleController } from './rule/rule.controller';
import { RuleQueries } from './rule/rule.queries';
import { CHANGE_RULE, confirmRuleChange } from './rule/use-cases/change-rule-setting';

@Module({
  imports: [ApprovalModule, BudgetModule],
  controllers: [RuleController],
  providers: [RuleQueries],
})
export class AuthorityModule {
  constructor(approvals: Approvals) {
    approvals.register(CHANGE_RULE, { deciders: ['approval.decide', 'settings.write'], execute: confirmRuleChange });
  }
}
