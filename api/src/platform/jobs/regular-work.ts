import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';

/**
 * The clock of the work that the house does by itself. It keeps no process alive and stops before anything else does. In
 * tests it stands still: there a case calls the work on its day.
 */
@Injectable()
export class RegularWork implements BeforeApplicationShutdown {
  private readonly log = new Logger(RegularWork.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Calls the work again and again; `firstMs` where it is not to wait a whole turn. A fault waits for the next turn. */
  every(everyMs: number, work: () => Promise<unknown>, firstMs = everyMs): void {
    if (this.config.isTest) return;
    const turn = (): void => void work().catch((fault: unknown) => this.log.error(fault));
    if (firstMs < everyMs) this.timers.push(setTimeout(turn, firstMs).unref());
    this.timers.push(setInterval(turn, everyMs).unref());
  }

  beforeApplicationShutdown(): void {
    // Clears both kinds.
    for (const timer of this.timers) clearTimeout(timer);
  }
}
