import { Module } from '@nestjs/common';
import { ApprovalModule, Approvals } from '../approval';
import { BudgetModule } from '../budget';
import { CoverModule } from './cover/cover.module';
import { LockController } from './lock/lock.controller';
import { LockQueries } from './lock/lock.queries';
import { confirmLockStep, dismissLockStep, LIFT_LOCK, SET_LOCK } from './lock/use-cases/confirm-lock-step';
import { BoundRegisters } from './commitment/bound-registers';
import { BoundYearsController } from './commitment/bound-years.controller';
import { BoundYearsQueries } from './commitment/bound-years.queries';
import { CommitmentController } from './commitment/commitment.controller';
import { CommitmentQueries } from './commitment/commitment.queries';
import { OBLIGATION_REGISTERS } from './commitment/obligation-registers.queries';
import {
  confirmCommitmentAuthority,
  GRANT_COMMITMENT_AUTHORITY,
} from './commitment/use-cases/create-commitment-authority';
import { EarmarkController } from './earmark/earmark.controller';
import { EarmarkQueries } from './earmark/earmark.queries';
import { confirmEarmarkStep, EARMARK_CHANGE } from './earmark/use-cases/take-earmark-step';
import { ExtraReportQueries } from './extra/extra-report.queries';
import { ExtraController } from './extra/extra.controller';
import { ExtraQueries } from './extra/extra.queries';
import { GRANT_EXTRA } from './extra/extra.repository';
import { confirmExtraGrant } from './extra/use-cases/decide-extra-request';
import { RuleController } from './rule/rule.controller';
import { RuleQueries } from './rule/rule.queries';
import { CHANGE_RULE, confirmRuleChange } from './rule/use-cases/change-rule-setting';
import { LapsingRests } from './year-end/lapsing-rests';
import { YearEndController } from './year-end/year-end.controller';
import { YearEndQueries } from './year-end/year-end.queries';

@Module({
  imports: [ApprovalModule, BudgetModule, CoverModule],
  controllers: [
    BoundYearsController,
    CommitmentController,
    EarmarkController,
    ExtraController,
    LockController,
    RuleController,
    YearEndController,
  ],
  providers: [
    BoundRegisters,
    BoundYearsQueries,
    CommitmentQueries,
    EarmarkQueries,
    LapsingRests,
    ExtraQueries,
    ExtraReportQueries,
    LockQueries,
    RuleQueries,
    YearEndQueries,
  ],
  exports: [BoundRegisters, BoundYearsQueries, ExtraQueries],
})
export class AuthorityModule {
  constructor(approvals: Approvals, registers: BoundRegisters) {
    for (const register of OBLIGATION_REGISTERS) registers.register(register);
    approvals.register(EARMARK_CHANGE, { deciders: ['approval.decide'], execute: confirmEarmarkStep });
    approvals.register(GRANT_COMMITMENT_AUTHORITY, {
      deciders: ['approval.decide'],
      execute: confirmCommitmentAuthority,
    });
    approvals.register(CHANGE_RULE, { deciders: ['approval.decide', 'settings.write'], execute: confirmRuleChange });
    for (const action of [SET_LOCK, LIFT_LOCK] as const) {
      approvals.register(action, {
        deciders: ['lock.write'],
        execute: confirmLockStep,
        dismissed: dismissLockStep,
      });
    }
    approvals.register(GRANT_EXTRA, { deciders: ['extra.decide'], execute: confirmExtraGrant });
  }
}
