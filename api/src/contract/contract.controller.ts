import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ChangeContract,
  ContractsQuery,
  ContractYearQuery,
  CreateContract,
  DeadlinesQuery,
  TakeContractStep,
} from '@etatlotse/contracts/contract';
import type {
  ContractChanged,
  ContractDetail,
  ContractPage,
  DeadlinePage,
  EndingPage,
  FeesView,
  InvoicePage,
} from '@etatlotse/contracts/contract/plain';
import { FiscalYearQuery } from '@etatlotse/contracts/budget';
import { IdPath } from '@etatlotse/contracts/shared';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { attachment } from '../platform/http/attachment';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ContractYearQueries } from './contract-year.queries';
import { ContractQueries } from './contract.queries';
import { changeContract, createContract } from './use-cases/save-contract';
import { takeContractStep } from './use-cases/take-contract-step';
import { CONTRACT_TABLE, DEADLINE_TABLE, ENDING_TABLE, INVOICE_TABLE } from './contract.table';
import { deadlinesIcs } from './deadlines-ics';

/** Contracts and licences, their days for notice, the fees of lines, and invoices against the register. */
@Controller('api/v1/contracts')
export class ContractController {
  constructor(
    private readonly commands: Commands,
    private readonly contracts: ContractQueries,
    private readonly years: ContractYearQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('budget.read')
  @AsTable(CONTRACT_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: ContractsQuery): Promise<ContractPage> {
    return this.contracts.list(caller, query);
  }

  @Get('deadlines')
  @Permit('budget.read')
  @AsTable(DEADLINE_TABLE)
  deadlines(@CurrentCaller() caller: Caller, @Query() query: DeadlinesQuery): Promise<DeadlinePage> {
    return this.contracts.deadlines(caller, query);
  }

  /** Days for notice, for any calendar. */
  @Get('deadlines.ics')
  @Permit('budget.read')
  async calendar(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<StreamableFile> {
    const rows = await this.contracts.allDeadlines(caller, query.fiscalYear);
    const content = Buffer.from(deadlinesIcs(rows, this.clock.now()), 'utf8');
    return new StreamableFile(content, {
      type: 'text/calendar; charset=utf-8',
      disposition: attachment('Kündigungstermine.ics'),
    });
  }

  @Get('endings')
  @Permit('budget.read')
  @AsTable(ENDING_TABLE)
  endings(@CurrentCaller() caller: Caller, @Query() query: ContractYearQuery): Promise<EndingPage> {
    return this.years.endings(caller, query);
  }

  @Get('fees')
  @Permit('budget.read')
  fees(@CurrentCaller() caller: Caller, @Query() query: ContractYearQuery): Promise<FeesView> {
    return this.years.fees(caller, query.fiscalYear);
  }

  @Get('invoices')
  @Permit('budget.read')
  @AsTable(INVOICE_TABLE)
  invoices(@CurrentCaller() caller: Caller, @Query() query: ContractYearQuery): Promise<InvoicePage> {
    return this.years.invoices(caller, query);
  }

  @Get(':id')
  @Permit('budget.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ContractDetail> {
    const contract = await this.contracts.find(caller, path.id);
    if (contract === null) throw new ProblemException('NOT_FOUND');
    return contract;
  }

  @Post()
  @Permit('contract.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateContract,
  ): Promise<ContractChanged> {
    return this.commands.create(caller, { key, operation: 'contract.create', body }, (tx) => createContract(tx, body));
  }

  @Put(':id')
  @Permit('contract.write')
  change(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeContract,
  ): Promise<ContractChanged> {
    return this.commands.change(caller, (tx) => changeContract(tx, path.id, body));
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('contract.write')
  step(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: TakeContractStep,
  ): Promise<ContractChanged> {
    return this.commands.change(caller, (tx) => takeContractStep(tx, path.id, body));
  }
}
