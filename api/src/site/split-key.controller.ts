import { Body, Controller, Get, Headers, Param, Post, Put } from '@nestjs/common';
import { IdPath } from '@etatlotse/contracts/shared';
import { ChangeSplitKey, CreateSplitKey } from '@etatlotse/contracts/site';
import type { SiteChanged, SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { SplitKeyQueries } from './split-key.queries';
import { changeSplitKey, createSplitKey } from './use-cases/save-split-key';

/** Keys by which shared hardware is split between networks and frames. */
@Controller('api/v1/split-keys')
export class SplitKeyController {
  constructor(
    private readonly commands: Commands,
    private readonly keys: SplitKeyQueries,
  ) {}

  @Get()
  @Permit('site.read')
  list(@CurrentCaller() caller: Caller): Promise<readonly SplitKeyRow[]> {
    return this.keys.list(caller);
  }

  @Post()
  @Permit('split_key.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateSplitKey,
  ): Promise<SiteChanged> {
    return this.commands.create(caller, { key, operation: 'split_key.create', body }, (tx) => createSplitKey(tx, body));
  }

  @Put(':id')
  @Permit('split_key.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeSplitKey): Promise<SiteChanged> {
    return this.commands.change(caller, (tx) => changeSplitKey(tx, path.id, body));
  }
}
