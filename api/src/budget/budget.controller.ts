import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  type BookingCheck,
  BookMovement,
  type BudgetOverview,
  CheckMovement,
  FiscalYearQuery,
  type MovementsOfLine,
  MovementsQuery,
  ProvisionalFileQuery,
  type ProvisionalOfYear,
  ProvisionalQuery,
  ReverseMovement,
} from '@etatlotse/contracts/budget';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply } from 'fastify';
import { Approvals } from '../approval';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { CommandsTogether } from '../platform/http/command-together';
import { Permit } from '../platform/http/permit.decorator';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { MovementQueries } from './movement.queries';
import { OverviewQueries } from './overview.queries';
import { provisionalCsv, provisionalFileName } from './provisional-csv';
import { ProvisionalQueries } from './provisional.queries';
import { type BookedMovement, bookMovement, bookMovements } from './use-cases/book-movement';
import { type ReversedMovement, reverseMovement } from './use-cases/reverse-movement';
import { MOVEMENT_TABLE } from './budget.tables';

@Controller('api/v1/budget')
export class BudgetController {
  private readonly bookings: (caller: Caller, key: string | undefined, body: BookMovement) => Promise<BookedMovement>;

  constructor(
    private readonly commands: Commands,
    together: CommandsTogether,
    approvals: Approvals,
    private readonly overviews: OverviewQueries,
    private readonly movements: MovementQueries,
    private readonly provisional: ProvisionalQueries,
  ) {
    this.bookings = together.of({
      operation: 'movement.book',
      one: (tx, body) => bookMovement(tx, body, approvals),
      several: bookMovements,
    });
  }

  @Get('overview')
  @Permit('budget.read')
  overview(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<BudgetOverview> {
    return this.overviews.overview(caller, query.fiscalYear);
  }

  /** What stands on which ground while no plan is in force: the list the council asks for. */
  /** The list of § 116 as a file for the council. */
  @Get('provisional.csv')
  @Permit('budget.read')
  async provisionalFile(
    @CurrentCaller() caller: Caller,
    @Query() query: ProvisionalFileQuery,
    @Res() reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<void> {
    const tongue = tongueOf(language);
    const { rows, currency } = await this.provisional.all(caller, query);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${provisionalFileName(query.fiscalYear, tongue)}"`)
      .header('x-content-type-options', 'nosniff')
      .send(provisionalCsv(rows, tongue, currency));
  }

  @Get('provisional')
  @Permit('budget.read')
  provisionalOfYear(@CurrentCaller() caller: Caller, @Query() query: ProvisionalQuery): Promise<ProvisionalOfYear> {
    return this.provisional.ofYear(caller, query);
  }

  /** The proof behind a line's figure. */
  @Get('lines/:id/movements')
  @Permit('budget.read')
  @AsTable(MOVEMENT_TABLE)
  async movementsOfLine(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: MovementsQuery,
  ): Promise<MovementsOfLine> {
    const found = await this.movements.ofLine(caller, path.id, query);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post('movements')
  @Permit('budget.book')
  book(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: BookMovement,
  ): Promise<BookedMovement> {
    return this.bookings(caller, key, body);
  }

  /** What a booking would do; asked while typing. */
  @Post('movements/check')
  @HttpCode(200)
  @Permit('budget.read')
  async check(@CurrentCaller() caller: Caller, @Body() body: CheckMovement): Promise<BookingCheck> {
    const answer = await this.movements.check(caller, body);
    if (answer === null) throw new ProblemException('NOT_FOUND');
    return answer;
  }

  @Post('movements/:id/reversal')
  @Permit('budget.book')
  reverse(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Param() path: IdPath,
    @Body() body: ReverseMovement,
  ): Promise<ReversedMovement> {
    return this.commands.create(caller, { key, operation: 'movement.reverse', body: { ...body, id: path.id } }, (tx) =>
      reverseMovement(tx, path.id, body),
    );
  }
}
