import { parentPort } from 'node:worker_threads';
import { boundAt, firstProposal, modelOf } from '@etatlotse/domain/portfolio';
import loadHighs, { type Highs } from 'highs';
import { searchBest } from './highs-search';
import { seededRandom } from './seeded-random';
import type { FirstAnswer } from './solver';
import type { WorkerReport, WorkerRequest } from './worker-messages';

/** The thread beside the API that searches for portfolios: the solver blocks it as long as it likes, the API answers on. */
const SEED = 1;
let loaded: Promise<Highs> | null = null;

parentPort?.on('message', (message: WorkerRequest) => {
  const say = (report: WorkerReport) => parentPort?.postMessage(report);
  answer(message, say).catch((fault: unknown) => {
    say({
      id: message.id,
      kind: 'fault',
      message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    });
  });
});

async function answer(message: WorkerRequest, say: (report: WorkerReport) => void): Promise<void> {
  const { id, choice } = message;
  if (message.kind === 'first') {
    say({ id, kind: 'answer', answer: first(choice) });
    return;
  }
  loaded ??= loadHighs();
  const control = {
    now: () => performance.now(),
    random: seededRandom(SEED),
    isStopped: () => Atomics.load(message.stop, 0) === 1,
    report: (progress: Extract<WorkerReport, { kind: 'progress' }>['progress']) =>
      say({ id, kind: 'progress', progress }),
  };
  say({ id, kind: 'answer', answer: searchBest(await loaded, choice, message.request, control) });
}

function first(choice: WorkerRequest['choice']): FirstAnswer {
  const begun = performance.now();
  const model = modelOf(choice);
  const proposal = firstProposal(choice, seededRandom(SEED), model);
  const seconds = (performance.now() - begun) / 1000;
  if (proposal.selection === null) return { kind: 'undecided', stuck: proposal.stuck, seconds };
  const { selection, value, bound, prices } = proposal;
  return {
    kind: 'found',
    selection,
    value,
    bound,
    summedBound: boundAt(model, prices),
    prices,
    seconds,
    isStopped: true,
  };
}
