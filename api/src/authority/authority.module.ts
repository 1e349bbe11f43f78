import { Module } from '@nestjs/common';
import { ApprovalModule } from '../approval';
import { BudgetModule } from '../budget';

@Module({ imports: [ApprovalModule, BudgetModule], controllers: [], providers: [] })
export class AuthorityModule {}
