import { PROBLEMS, type FieldProblem, type ProblemCode } from '@etatlotse/contracts/problem/plain';

/**
 * The one way an answer becomes a problem. Thrown at the HTTP edge only (guards, pipes, controllers); use cases return
 * refusals as values.
 */
export class ProblemException extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly fields: readonly FieldRefusal[] = [],
    /** In which its amounts are written. */
    readonly currency = 'EUR',
  ) {
    super(code);
    this.status = PROBLEMS[code].status;
  }
}

/** A refused field before its sentence is written in the caller's language. */
export type FieldRefusal = Pick<FieldProblem, 'field' | 'code'>;
