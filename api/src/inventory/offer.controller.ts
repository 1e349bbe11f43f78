import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeOffer,
  CreateOffer,
  type OfferDetail,
  type OfferPage,
  OffersQuery,
  type RecordChanged,
  RecordYearQuery,
  TakeOfferStep,
} from '@etatlotse/contracts/inventory';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { OfferQueries } from './offer.queries';
import { changeOffer, createOffer } from './use-cases/save-offer';
import { takeOfferStep } from './use-cases/take-offer-step';
import { OFFER_TABLE } from './inventory.tables';

/** What council groups and city companies are offered, with cost and recovery. */
@Controller('api/v1/offers')
export class OfferController {
  constructor(
    private readonly commands: Commands,
    private readonly offers: OfferQueries,
  ) {}

  @Get()
  @Permit('inventory.read')
  @AsTable(OFFER_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: OffersQuery): Promise<OfferPage> {
    return this.offers.list(caller, query);
  }

  @Get(':id')
  @Permit('inventory.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: RecordYearQuery,
  ): Promise<OfferDetail> {
    const found = await this.offers.find(caller, path.id, query);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('inventory.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateOffer,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    return this.commands.create(caller, { key, operation: 'offer.create', body }, (tx) => createOffer(tx, body));
  }

  @Put(':id')
  @Permit('inventory.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeOffer): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeOffer(tx, path.id, body));
  }

  @Post(':id/steps')
  @Permit('inventory.write')
  step(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: TakeOfferStep,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    const request = { key, operation: `offer.step ${path.id}`, body };
    return this.commands.create(caller, request, (tx) => takeOfferStep(tx, path.id, body));
  }
}
