import type { Choice } from '@etatlotse/domain/portfolio';
import type { BestAnswer, BestRequest, FirstAnswer, SolverProgress } from './solver';

/** What the main thread asks of the worker. The flag is shared memory: one means stop. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'first'; readonly choice: Choice }
  | {
      readonly id: number;
      readonly kind: 'best';
      readonly choice: Choice;
      readonly request: BestRequest;
      readonly stop: Int32Array;
    };

/** What the worker tells back. */
export type WorkerReport =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: SolverProgress }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: FirstAnswer | BestAnswer }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
