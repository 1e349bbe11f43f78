import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { OpenOrder, type OrderRow, OrdersQuery, TakeOrderStep } from '@etatlotse/contracts/budget';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { Approvals } from '../approval';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { OrderQueries } from './order.queries';
import { type OpenedOrder, openOrder } from './use-cases/open-order';
import { takeOrderStep } from './use-cases/take-order-step';
import { ORDER_TABLE } from './budget.tables';

@Controller('api/v1/budget/orders')
export class OrderController {
  constructor(
    private readonly commands: Commands,
    private readonly approvals: Approvals,
    private readonly orders: OrderQueries,
  ) {}

  @Get()
  @Permit('budget.read')
  @AsTable(ORDER_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: OrdersQuery): Promise<Page<OrderRow>> {
    return this.orders.list(caller, query);
  }

  @Get(':id')
  @Permit('budget.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<OrderRow> {
    const order = await this.orders.find(caller, path.id);
    if (order === null) throw new ProblemException('NOT_FOUND');
    return order;
  }

  @Post()
  @Permit('budget.order')
  open(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: OpenOrder,
  ): Promise<OpenedOrder> {
    return this.commands.create(caller, { key, operation: 'order.open', body }, (tx) =>
      openOrder(tx, body, this.approvals),
    );
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('budget.order')
  step(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeOrderStep): Promise<OpenedOrder> {
    return this.commands.change(caller, (tx) => takeOrderStep(tx, path.id, body, this.approvals));
  }
}
