import type { ProblemCode } from '@etatlotse/contracts/problem/plain';

/**
 * The file as a whole cannot be read. Thrown inside the stream, because only that stops it; the use case turns it into a
 * refusal, and nothing of the file is kept.
 */
export class FileRefused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
