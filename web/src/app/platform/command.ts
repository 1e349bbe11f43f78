import { signal, type Signal, untracked } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { problemOf, type ProblemMessage } from './problem';

/** One command of a page: running, refused or done. A second press while it runs does nothing. */
export interface Command<A extends readonly unknown[], R> {
  readonly isRunning: Signal<boolean>;
  readonly problem: Signal<ProblemMessage | null>;
  /** The answer, or `null` when it was refused (the reason stands in `problem`). */
  readonly run: (...args: A) => Promise<R | null>;
  readonly clear: () => void;
}

/** `book = command((order: Order) => this.http.post<Booked>(url, order))` in a store; `await store.book.run(order)` in the page. */
export function command<A extends readonly unknown[], R>(call: (...args: A) => Observable<R>): Command<A, R> {
  const isRunning = signal(false);
  const problem = signal<ProblemMessage | null>(null);
  const run = async (...args: A): Promise<R | null> => {
    if (untracked(isRunning)) return null;
    isRunning.set(true);
    problem.set(null);
    try {
      // An answer without content (204) is an answer, too.
      return (await firstValueFrom(call(...args), { defaultValue: null })) ?? ({} as R);
    } catch (error) {
      problem.set(problemOf(error));
      return null;
    } finally {
      isRunning.set(false);
    }
  };
  return { isRunning: isRunning.asReadonly(), problem: problem.asReadonly(), run, clear: () => problem.set(null) };
}
