import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { CaseForecast } from '@etatlotse/domain/capacity';
import type { ForecastJob } from './forecast-partner';

/** Where the bundled thread lies: beside the bundled API. Injected, because tests run from the sources. */
export const FORECAST_WORKER = Symbol('ForecastWorker');
export type ForecastWorkerFile = () => string;
export const bundledForecastWorker: ForecastWorkerFile = () => path.join(__dirname, 'forecast-worker.js');

type Answer = PromiseWithResolvers<CaseForecast | null>;

/**
 * Forecasts in a thread of its own: testing a series on its past takes tens of milliseconds, in which nobody else would be
 * answered. One thread is kept, because its models are loaded once; it ends with the application, or with its first fault.
 */
@Injectable()
export class ForecastRunner implements OnApplicationShutdown {
  private thread: Worker | null = null;
  private readonly open = new Map<number, Answer>();
  private last = 0;

  constructor(@Inject(FORECAST_WORKER) private readonly file: ForecastWorkerFile) {}

  run(facts: ForecastJob['facts']): Promise<CaseForecast | null> {
    const answer: Answer = Promise.withResolvers();
    this.last += 1;
    this.open.set(this.last, answer);
    const job: ForecastJob = { id: this.last, facts };
    this.started().postMessage(job);
    return answer.promise;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  private started(): Worker {
    if (this.thread !== null) return this.thread;
    // What the launcher starts the API with is not for its threads.
    const thread = new Worker(this.file(), { execArgv: [] });
    // Nobody waits for a thread that has nothing to do.
    thread.unref();
    thread.on('message', ({ id, forecast }: { id: number; forecast: CaseForecast | null }) => {
      this.open.get(id)?.resolve(forecast);
      this.open.delete(id);
    });
    thread.once('error', (fault) => this.fail(thread, fault));
    thread.once('exit', () => this.fail(thread, new Error('The thread that forecasts has ended.')));
    this.thread = thread;
    return thread;
  }

  /** Whoever waits for an answer of this thread is told; the next question begins a new one. */
  private fail(thread: Worker, fault: unknown): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const answer of this.open.values()) answer.reject(fault);
    this.open.clear();
  }
}
