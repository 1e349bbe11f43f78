import type { Delimiter } from './table';

const CANDIDATES: readonly Delimiter[] = [';', ',', '\t', '|', '~', '^'];
const LINES_LOOKED_AT = 200;

/**
 * The delimiter of a table by its first lines. Rows of a table all have the same number of them; decimal commas and
 * commas in words do not, and lines before the header have none. A file without any is one column.
 */
export function findDelimiter(text: string, isWhole: boolean): Delimiter {
  const said = /^sep=([;,|\t~^])\r?\n/i.exec(text)?.[1];
  const saidDelimiter = CANDIDATES.find((candidate) => candidate === said);
  if (saidDelimiter !== undefined) return saidDelimiter;
  const lines = bareLines(text, isWhole);
  let best: Delimiter = ';';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const score = scoreOf(lines, candidate);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Lines without what stands in quotes. The last one may be cut where the text goes on. */
function bareLines(text: string, isWhole: boolean): string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '');
  const lines = bare.split(/\r\n|\n|\r/);
  if (!isWhole) lines.pop();
  return lines.filter((line) => line.trim() !== '').slice(0, LINES_LOOKED_AT);
}

/** How many lines agree on how many there are counts most, how many there are a little. */
function scoreOf(lines: readonly string[], candidate: Delimiter): number {
  const linesWith = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(candidate).length - 1;
    if (count > 0) linesWith.set(count, (linesWith.get(count) ?? 0) + 1);
  }
  let score = 0;
  for (const [count, agreeing] of linesWith) {
    const share = agreeing / lines.length;
    score = Math.max(score, share ** 3 * Math.log2(1 + count));
  }
  return score;
}
