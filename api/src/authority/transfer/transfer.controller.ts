import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CheckTransfer,
  CreateTransfer,
  DecideTransfer,
  type TransferChanged,
  type TransferCheck,
  type TransferRow,
  TransfersQuery,
  UndoTransfer,
  WithdrawTransfer,
} from '@etatlotse/contracts/authority';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../../platform/http/as-table';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { TransferQueries } from './transfer.queries';
import { createTransfer } from './use-cases/create-transfer';
import { decideRequestedTransfer } from './use-cases/decide-transfer';
import { undoTransfer } from './use-cases/undo-transfer';
import { withdrawTransfer } from './use-cases/withdraw-transfer';
import { TRANSFER_TABLE } from '../authority.tables';

/** Authority that moves between two lines (Umbuchung, § 19 KomHKVO). */
@Controller('api/v1/authority/transfers')
export class TransferController {
  constructor(
    private readonly transfers: TransferQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('budget.read')
  @AsTable(TRANSFER_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: TransfersQuery): Promise<Page<TransferRow>> {
    return this.transfers.list(caller, query);
  }

  @Get(':id')
  @Permit('budget.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<TransferRow> {
    const transfer = await this.transfers.find(caller, path.id);
    if (transfer === null) throw new ProblemException('NOT_FOUND');
    return transfer;
  }

  /** What a transfer would do; asked while typing. */
  @Post('check')
  @HttpCode(200)
  @Permit('transfer.request')
  async check(@CurrentCaller() caller: Caller, @Body() body: CheckTransfer): Promise<TransferCheck> {
    const answer = await this.transfers.check(caller, body);
    if (answer === null) throw new ProblemException('NOT_FOUND');
    return answer;
  }

  @Post()
  @Permit('transfer.request')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateTransfer,
    @Headers('idempotency-key') key?: string,
  ): Promise<TransferChanged> {
    return this.commands.create(caller, { key, operation: 'transfer.create', body }, (tx) => createTransfer(tx, body));
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Permit('transfer.write')
  decide(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: DecideTransfer,
  ): Promise<TransferChanged> {
    return this.commands.change(caller, (tx) => decideRequestedTransfer(tx, path.id, body));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Permit('transfer.request')
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: WithdrawTransfer,
  ): Promise<TransferChanged> {
    return this.commands.change(caller, (tx) => withdrawTransfer(tx, path.id, body.version));
  }

  /** Undoes a booked transfer by a counter-transfer. */
  @Post(':id/reversal')
  @HttpCode(200)
  @Permit('transfer.write')
  undo(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: UndoTransfer): Promise<TransferChanged> {
    return this.commands.change(caller, (tx) => undoTransfer(tx, path.id, body));
  }
}
