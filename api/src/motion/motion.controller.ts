import { Body, Controller, Delete, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ChangeMotion, CreateMotion, MotionPath, MotionVersionQuery, VoteOnMotion } from '@etatlotse/contracts/council';
import type { MotionChanged } from '@etatlotse/contracts/council/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { changeMotion, createMotion, removeMotion } from './use-cases/save-motion';
import { voteOnMotion } from './use-cases/vote-on-motion';

/** The motions of a reading and what became of them. */
@Controller('api/v1/council/readings/:id/motions')
export class MotionController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Permit('motion.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Param() path: IdPath,
    @Body() body: CreateMotion,
  ): Promise<MotionChanged> {
    return this.commands.create(caller, { key, operation: 'motion.create', body: { ...body, id: path.id } }, (tx) =>
      createMotion(tx, path.id, body),
    );
  }

  @Put(':motionId')
  @Permit('motion.write')
  change(
    @CurrentCaller() caller: Caller,
    @Param() path: MotionPath,
    @Body() body: ChangeMotion,
  ): Promise<MotionChanged> {
    return this.commands.change(caller, (tx) => changeMotion(tx, placeOf(path), body));
  }

  @Delete(':motionId')
  @HttpCode(204)
  @Permit('motion.write')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param() path: MotionPath,
    @Query() query: MotionVersionQuery,
  ): Promise<void> {
    await this.commands.change(caller, (tx) => removeMotion(tx, placeOf(path), query.version));
  }

  @Put(':motionId/vote')
  @Permit('motion.write')
  vote(@CurrentCaller() caller: Caller, @Param() path: MotionPath, @Body() body: VoteOnMotion): Promise<MotionChanged> {
    return this.commands.change(caller, (tx) => voteOnMotion(tx, placeOf(path), body));
  }
}

const placeOf = ({ id, motionId }: MotionPath) => ({ readingId: id, motionId });
