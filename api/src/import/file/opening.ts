import type { TableRow } from './table';

/** The first rows of a table, and the table as if nobody had looked. */
export interface Opening {
  readonly head: readonly TableRow[];
  /** True when the head is the whole table. */
  readonly isWhole: boolean;
  readonly pieces: AsyncIterable<readonly TableRow[]>;
  /** Ends the reading, wherever it is. */
  leave(): Promise<void>;
}

/** Reads the first rows of a table to understand it, and hands every row on afterwards. */
export async function readOpening(pieces: AsyncIterable<readonly TableRow[]>, count: number): Promise<Opening> {
  const reading = pieces[Symbol.asyncIterator]();
  const seen: (readonly TableRow[])[] = [];
  let rows = 0;
  let isWhole = false;
  while (rows < count) {
    const step = await reading.next();
    if (step.done === true) {
      isWhole = true;
      break;
    }
    seen.push(step.value);
    rows += step.value.length;
  }
  return {
    head: seen.flat().slice(0, count),
    isWhole,
    pieces: continued(seen, reading),
    leave: async () => void (await reading.return?.()),
  };
}

async function* continued(
  seen: readonly (readonly TableRow[])[],
  reading: AsyncIterator<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[], void> {
  yield* seen;
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return;
    yield step.value;
  }
}
