import type { PaperBlock, PaperRunRow } from '@etatlotse/contracts/council/plain';
import type { SnapshotContent } from '@etatlotse/contracts/snapshot/plain';
import { type PaperRun, readPaperText } from '@etatlotse/domain/council';
import { figuresOfText } from './asked-figures';
import { paperTables } from './paper-tables';

/** A text with its figures as the snapshot has them. A figure that was another one in the snapshot before says so. */
export function paperBlocks(
  body: string,
  content: SnapshotContent | null,
  earlier: SnapshotContent | null,
): readonly PaperBlock[] {
  const now = textsOf(content, body);
  const before = textsOf(earlier, body);
  const tables = new Map((content === null ? [] : paperTables(content)).map(({ key, table }) => [key, table]));
  const resolve = (run: PaperRun): PaperRunRow => {
    if ('text' in run) return { text: run.text, figure: null, before: null, isMissing: false };
    const text = now.get(run.figure);
    const was = before.get(run.figure) ?? null;
    return {
      text: text ?? `{${run.figure}}`,
      figure: run.figure,
      before: text !== undefined && was !== text ? was : null,
      isMissing: text === undefined,
    };
  };
  return readPaperText(body).map((part): PaperBlock => {
    switch (part.kind) {
      case 'table':
        return tables.get(part.table) ?? { kind: 'paragraph', runs: [missing(part.table)] };
      case 'list':
        return { kind: 'list', items: part.items.map((item) => item.map(resolve)) };
      case 'heading':
      case 'paragraph':
        return { kind: part.kind, runs: part.runs.map(resolve) };
    }
  });
}

const missing = (table: string): PaperRunRow => ({
  text: `[[${table}]]`,
  figure: table,
  before: null,
  isMissing: true,
});

function textsOf(content: SnapshotContent | null, body: string): ReadonlyMap<string, string> {
  return new Map((content === null ? [] : figuresOfText(content, body)).map(({ key, text }) => [key, text]));
}

/** Every run of a text, in order. */
export function runsOf(blocks: readonly PaperBlock[]): readonly PaperRunRow[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    return block.kind === 'list' ? block.items.flat() : block.runs;
  });
}

/** A line of text as it is printed: a changed figure with what it was. */
export const printed = (runs: readonly PaperRunRow[]): string =>
  runs.map(({ text, before }) => (before === null ? text : `${text} (zuvor ${before})`)).join('');
