import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import {
  type FrameChangeRow,
  FramePath,
  type FramesOfYear,
  FramesQuery,
  SetFrameCeiling,
} from '@etatlotse/contracts/planning';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { FrameQueries } from './frame.queries';
import { setFrameCeiling } from './use-cases/set-frame-ceiling';

@Controller('api/v1/planning/frames')
export class FrameController {
  constructor(
    private readonly queries: FrameQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('plan.read')
  list(@CurrentCaller() caller: Caller, @Query() query: FramesQuery): Promise<FramesOfYear[]> {
    return this.queries.list(caller, query);
  }

  @Get(':frame/:fiscalYear/history')
  @Permit('plan.read')
  history(@CurrentCaller() caller: Caller, @Param() path: FramePath): Promise<FrameChangeRow[]> {
    return this.queries.history(caller, path);
  }

  @Put(':frame/:fiscalYear')
  @Permit('frame.write')
  set(
    @CurrentCaller() caller: Caller,
    @Param() path: FramePath,
    @Body() body: SetFrameCeiling,
  ): Promise<{ readonly version: number }> {
    return this.commands.change(caller, (tx) => setFrameCeiling(tx, path, body));
  }
}
