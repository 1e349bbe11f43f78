import { Worker } from 'node:worker_threads';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Choice } from '@etatlotse/domain/portfolio';
import { CONFIG, type Config } from '../../platform/config/config';
import type { BestAnswer, BestRequest, FirstAnswer, PortfolioSolver, SolverControl } from './solver';
import type { WorkerReport, WorkerRequest } from './worker-messages';

/** A search that was asked to stop and does not: after so long its thread is ended. */
const STOP_GRACE_MS = 3000;

interface Waiting {
  readonly resolve: (answer: FirstAnswer | BestAnswer) => void;
  readonly reject: (fault: Error) => void;
  readonly control: SolverControl;
}

type Ask = { kind: 'first'; choice: Choice } | { kind: 'best'; choice: Choice; request: BestRequest; stop: Int32Array };

/**
 * HiGHS in threads of its own: one for first proposals, which must answer at once, one for long searches. A thread is started when
 * it is first asked, keeps the solver loaded, and is replaced when it fails or will not stop.
 */
@Injectable()
export class HighsSolver implements PortfolioSolver, OnApplicationShutdown {
  private readonly quick: SolverThread;
  private readonly long: SolverThread;

  constructor(@Inject(CONFIG) { solverFile }: Config) {
    this.quick = new SolverThread(solverFile);
    this.long = new SolverThread(solverFile);
  }

  async first(choice: Choice): Promise<FirstAnswer> {
    return (await this.quick.ask({ kind: 'first', choice }, {})) as FirstAnswer;
  }

  async best(choice: Choice, request: BestRequest, control: SolverControl = {}): Promise<BestAnswer> {
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    let grace: NodeJS.Timeout | undefined;
    const onAbort = () => {
      Atomics.store(stop, 0, 1);
      grace = setTimeout(() => void this.long.end(), STOP_GRACE_MS);
    };
    if (control.signal?.aborted === true) onAbort();
    control.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await this.long.ask({ kind: 'best', choice, request, stop }, control);
    } finally {
      clearTimeout(grace);
      control.signal?.removeEventListener('abort', onAbort);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.quick.end(), this.long.end()]);
  }
}

/** One thread and the questions that wait for its answers. */
class SolverThread {
  private readonly log = new Logger(HighsSolver.name);
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private lastId = 0;

  constructor(private readonly file: string) {}

  ask(request: Ask, control: SolverControl): Promise<FirstAnswer | BestAnswer> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, control });
      worker.postMessage({ id, ...request } satisfies WorkerRequest);
    });
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.fail(new Error('The search was ended.'));
    await worker?.terminate();
  }

  private start(): Worker {
    // What the launcher starts the API with is not for its threads.
    const worker = new Worker(this.file, { execArgv: [] });
    worker.unref();
    worker.on('message', (report: WorkerReport) => this.receive(report));
    worker.on('error', (fault: Error) => {
      this.log.error(fault);
      if (this.worker === worker) this.worker = null;
      this.fail(fault);
    });
    worker.on('exit', () => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.fail(new Error('The solver thread has ended.'));
    });
    return worker;
  }

  private receive(report: WorkerReport): void {
    const waiting = this.waiting.get(report.id);
    if (waiting === undefined) return;
    if (report.kind === 'progress') {
      waiting.control.onProgress?.(report.progress);
      return;
    }
    this.waiting.delete(report.id);
    if (report.kind === 'answer') waiting.resolve(report.answer);
    else waiting.reject(new Error(report.message));
  }

  private fail(fault: Error): void {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(fault);
  }
}
