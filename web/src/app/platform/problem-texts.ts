import type { ProblemCode, ProblemKind } from '@etatlotse/contracts/problem/plain';

type ProblemTexts = Readonly<Record<ProblemCode, ProblemKind>>;

let known: ProblemTexts | null = null;

/**
 * The sentence of a refusal in both languages, so that it follows the language on screen. They come behind the first page,
 * which is a quarter smaller without them; until then the words of the answer count.
 */
export function problemText(code: string): ProblemKind | undefined {
  return (known as Readonly<Record<string, ProblemKind | undefined>> | null)?.[code];
}

export async function loadProblemTexts(): Promise<void> {
  known = (await import('@etatlotse/contracts/problem/plain')).PROBLEMS;
}
