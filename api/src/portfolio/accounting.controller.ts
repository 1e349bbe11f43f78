import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AccountItem,
  type AccountingView,
  type DemandResult,
  ItemPath,
  type PortfolioChanged,
  PreviewAccounting,
  SavePaper,
} from '@etatlotse/contracts/portfolio';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { AccountingQueries } from './accounting.queries';
import { accountItem } from './use-cases/account-item';
import { TransferQueries } from './transfer.queries';
import { savePaper } from './use-cases/save-paper';

/** How a demand is budgeted, and the papers that an investment needs. */
@Controller('api/v1/demands')
export class AccountingController {
  constructor(
    private readonly accountings: AccountingQueries,
    private readonly transfers: TransferQueries,
    private readonly commands: Commands,
  ) {}

  @Post('accounting/preview')
  @HttpCode(200)
  @Permit('demand.read')
  async preview(@CurrentCaller() caller: Caller, @Body() body: PreviewAccounting): Promise<AccountingView> {
    return known(await this.accountings.preview(caller, body));
  }

  @Get(':id/accounting')
  @Permit('demand.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<AccountingView> {
    return known(await this.accountings.find(caller, path.id));
  }

  /** What became of the demand: its beginning, its plan, and cover that fell away since. */
  @Get(':id/result')
  @Permit('demand.read')
  async result(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<DemandResult> {
    return known(await this.transfers.result(caller, path.id));
  }

  /** Whether somebody says facts or decides is told by the demand, not by the route. */
  @Put(':id/accounting/items/:itemId')
  @Permit('demand.read')
  item(@CurrentCaller() caller: Caller, @Param() path: ItemPath, @Body() body: AccountItem): Promise<PortfolioChanged> {
    const { id: demandId, itemId } = path;
    return this.commands.change(caller, (tx) => accountItem(tx, { demandId, itemId }, body));
  }

  @Put(':id/paper')
  @Permit('demand.read')
  paper(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: SavePaper): Promise<PortfolioChanged> {
    return this.commands.change(caller, (tx) => savePaper(tx, path.id, body));
  }
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
