import { Module } from '@nestjs/common';
import { ApprovalModule, Approvals } from '../approval';
import { BudgetModule } from '../budget';
import { LockController } from './lock/lock.controller';
import { LockQueries } from './lock/lock.queries';
import { confirmLockStep, dismissLockStep, LIFT_LOCK, SET_LOCK } from './lock/use-cases/confirm-lock-step';
import { CoverController } from './cover/cover.controller';
import { PoolQueries } from './cover/pool.queries';
import { RuleController } from './rule/rule.controller';
import { RuleQueries } from './rule/rule.queries';
import { CHANGE_RULE, confirmRuleChange } from './rule/use-cases/change-rule-setting';
import { TransferController } from './transfer/transfer.controller';
import { TransferQueries } from './transfer/transfer.queries';

@Module({
  imports: [ApprovalModule, BudgetModule],
  controllers: [CoverController, LockController, RuleController, TransferController],
  providers: [LockQueries, PoolQueries, RuleQueries, TransferQueries],
})
export class AuthorityModule {
  constructor(approvals: Approvals) {
    approvals.register(CHANGE_RULE, { deciders: ['approval.decide', 'settings.write'], execute: confirmRuleChange });
    for (const action of [SET_LOCK, LIFT_LOCK] as const) {
      approvals.register(action, {
        deciders: ['lock.write'],
        execute: confirmLockStep,
        dismissed: dismissLockStep,
      });
    }
  }
}
