import { Global, Module } from '@nestjs/common';
import { CLOCK, type Clock, systemClock } from './clock/clock';
import { IDS, RandomIds } from './clock/ids';
import { CONFIG, readConfig } from './config/config';

/** What comes from outside the program: settings, time, randomness. Tests replace exactly these. */
@Global()
@Module({
  providers: [
    { provide: CONFIG, useFactory: () => readConfig(process.env) },
    { provide: CLOCK, useValue: systemClock },
    { provide: IDS, inject: [CLOCK], useFactory: (clock: Clock) => new RandomIds(clock) },
  ],
  exports: [CONFIG, CLOCK, IDS],
})
export class CoreModule {}
