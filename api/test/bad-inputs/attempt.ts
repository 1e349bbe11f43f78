import type { Answer } from '../http-client';

/** One way in for a case. Status and code are the list's unless the way in says otherwise. */
export interface Attempt {
  readonly at: string;
  send(): Promise<Answer>;
  readonly status?: readonly number[];
  readonly code?: string;
  /** Whether something is stored; by the outcome of the case when left out. */
  readonly stores?: boolean;
  /** What else must hold once the answer is there. */
  check?(answer: Answer): Promise<void> | void;
}
