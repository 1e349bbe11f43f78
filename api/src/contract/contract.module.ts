import { Module } from '@nestjs/common';
import { AuthorityModule, BoundRegisters } from '../authority';
import { SiteModule } from '../site';
import { ContractCalendar } from './contract-calendar';
import { CONTRACT_REGISTER } from './contract-register.queries';
import { ContractYearQueries } from './contract-year.queries';
import { ContractController } from './contract.controller';
import { ContractQueries } from './contract.queries';

/** Contracts; what they bind in later years joins the picture of the bound years. */
@Module({
  imports: [AuthorityModule, SiteModule],
  controllers: [ContractController],
  providers: [ContractCalendar, ContractQueries, ContractYearQueries],
})
export class ContractModule {
  constructor(registers: BoundRegisters) {
    registers.register(CONTRACT_REGISTER);
  }
}
