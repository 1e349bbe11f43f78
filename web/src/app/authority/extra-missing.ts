import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import type { ExtraMissing } from '@etatlotse/contracts/authority/plain';
import { fillProblemText } from '../platform/problem';

/** What is still missing, as sentences. */
export function missingSentences(missing: readonly ExtraMissing[]): string[] {
  return missing.map(({ code, params }) =>
    isProblemCode(code) ? fillProblemText(PROBLEMS[code].detail, params) : code,
  );
}
