import { Module } from '@nestjs/common';
import { Approvals } from '../approval';
import { SettingsController } from './settings.controller';
import { SettingsQueries } from './settings.queries';
import { BOOKING_LIMIT_ACTION, setBookingLimit } from './use-cases/change-settings';

@Module({ controllers: [SettingsController], providers: [SettingsQueries] })
export class TenantModule {
  constructor(approvals: Approvals) {
    approvals.register(BOOKING_LIMIT_ACTION, {
      deciders: ['approval.decide', 'settings.write'],
      execute: (tx, { request }) => {
        const limitCents = request['toCents'];
        return setBookingLimit(tx, typeof limitCents === 'number' ? limitCents : null);
      },
    });
  }
}
