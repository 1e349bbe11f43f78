import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable } from '@nestjs/common';
import type { RiskJob, RiskOutcome } from './risk-simulation';

/** Where the bundled thread lies: beside the bundled API. Injected, because tests run from the sources. */
export const RISK_WORKER = Symbol('RiskWorker');
export type RiskWorkerFile = () => string;
export const bundledRiskWorker: RiskWorkerFile = () => path.join(__dirname, 'risk-worker.js');

/** So many simulations at once; more wait, so that people who only look at pages keep their processor. */
const AT_ONCE = 2;

/** Simulates in a thread of its own. Whoever asked and left stops it. */
@Injectable()
export class RiskRunner {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(@Inject(RISK_WORKER) private readonly file: RiskWorkerFile) {}

  /** Null where the signal came first. */
  async run(job: RiskJob, signal: AbortSignal): Promise<RiskOutcome[] | null> {
    await this.turn(signal);
    if (signal.aborted) return null;
    this.running += 1;
    try {
      return await this.inThread(job, signal);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Whoever leaves while waiting takes no turn from those behind. */
  private async turn(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.running < AT_ONCE) return;
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      const leave = (): void => {
        const place = this.waiting.indexOf(resolve);
        if (place < 0) return;
        this.waiting.splice(place, 1);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private inThread(job: RiskJob, signal: AbortSignal): Promise<RiskOutcome[] | null> {
    return new Promise((resolve, reject) => {
      // What the launcher starts the API with is not for its threads.
      const worker = new Worker(this.file(), { workerData: job, execArgv: [] });
      const stop = (): void => void worker.terminate();
      signal.addEventListener('abort', stop, { once: true });
      worker.once('message', (outcome: RiskOutcome[]) => resolve(outcome));
      worker.once('error', reject);
      worker.once('exit', () => {
        signal.removeEventListener('abort', stop);
        // After a message this changes nothing any more.
        resolve(null);
      });
    });
  }
}
