import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  ChangeSettings,
  type CitySettings,
  type DemoFacts,
  PublicContactPath,
  type PublicContacts,
  SetPublicContact,
  type SettingsChanged,
} from '@etatlotse/contracts/settings';
import { Approvals } from '../approval';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, Public, SessionOnly } from '../platform/http/permit.decorator';
import { SettingsQueries } from './settings.queries';
import { changeSettings } from './use-cases/change-settings';
import { setPublicContact } from './use-cases/set-public-contact';

@Controller('api/v1')
export class SettingsController {
  constructor(
    private readonly queries: SettingsQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get('settings')
  @Permit('settings.read')
  show(@CurrentCaller() caller: Caller): Promise<CitySettings> {
    return this.queries.show(caller);
  }

  @Put('settings')
  @Permit('settings.write')
  @SessionOnly()
  change(@CurrentCaller() caller: Caller, @Body() body: ChangeSettings): Promise<SettingsChanged> {
    return this.commands.change(caller, (tx) => changeSettings(tx, this.approvals, body));
  }

  @Get('settings/public-contacts')
  @Permit('settings.read')
  publicContacts(@CurrentCaller() caller: Caller): Promise<PublicContacts> {
    return this.queries.publicContacts(caller);
  }

  @Put('settings/public-contacts/:kind')
  @Permit('settings.write')
  @SessionOnly()
  setPublicContact(
    @CurrentCaller() caller: Caller,
    @Param() { kind }: PublicContactPath,
    @Body() body: SetPublicContact,
  ): Promise<{ readonly version: number }> {
    return this.commands.change(caller, (tx) => setPublicContact(tx, kind, body));
  }

  /** For the login page: accounts to try, where this is a demo. */
  @Get('demo')
  @Public()
  demo(): Promise<DemoFacts> {
    return this.queries.demo();
  }
}
