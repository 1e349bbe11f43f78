import type { TableRow } from './table';

/** The first rows of a table, and the table as if nobody had looked. */
export interface Opening {
  readonly head: readonly TableRow[];
  /** True when the head is the whole table. */
  readonly isWhole: boolean;
  readonly rows: AsyncIterable<TableRow>;
}

/** Reads the first rows of a table to understand it, and hands every row on afterwards. */
export async function readOpening(rows: AsyncIterable<TableRow>, count: number): Promise<Opening> {
  const reading = rows[Symbol.asyncIterator]();
  const head: TableRow[] = [];
  let isWhole = false;
  while (head.length < count) {
    const step = await reading.next();
    if (step.done === true) {
      isWhole = true;
      break;
    }
    head.push(step.value);
  }
  return { head, isWhole, rows: continued(head, reading) };
}

async function* continued(head: readonly TableRow[], reading: AsyncIterator<TableRow>): AsyncGenerator<TableRow, void> {
  try {
    yield* head;
    for (;;) {
      const step = await reading.next();
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    await reading.return?.();
  }
}
