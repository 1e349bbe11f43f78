import { Body, Controller, Get, Put } from '@nestjs/common';
import { ChangeSettings, type CitySettings, type DemoFacts, type SettingsChanged } from '@etatlotse/contracts/settings';
import { Approvals } from '../approval';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, Public, SessionOnly } from '../platform/http/permit.decorator';
import { SettingsQueries } from './settings.queries';
import { changeSettings } from './use-cases/change-settings';

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

  /** For the login page: accounts to try, where this is a demo. */
  @Get('demo')
  @Public()
  demo(): Promise<DemoFacts> {
    return this.queries.demo();
  }
}
