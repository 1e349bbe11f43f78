import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ChangeImportProfile, CreateImportProfile } from '@etatlotse/contracts/import';
import type { ImportProfile } from '@etatlotse/contracts/import/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProfileQueries } from './profile.queries';
import { changeProfile, removeProfile, saveProfile } from './use-cases/save-profile';

/** Mappings that a city keeps for its source systems. */
@Controller('api/v1/import-profiles')
export class ProfileController {
  constructor(
    private readonly profiles: ProfileQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('import.own')
  async list(@CurrentCaller() caller: Caller): Promise<{ readonly rows: readonly ImportProfile[] }> {
    return { rows: await this.profiles.list(caller) };
  }

  @Post()
  @Permit('import_profile.write')
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateImportProfile,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    return this.commands.create(caller, { key, operation: 'import_profile.create', body }, (tx) =>
      saveProfile(tx, body),
    );
  }

  @Put(':id')
  @Permit('import_profile.write')
  async change(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeImportProfile,
  ): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => changeProfile(tx, path.id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('import_profile.write')
  async remove(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<void> {
    await this.commands.change(caller, (tx) => removeProfile(tx, path.id));
  }
}
