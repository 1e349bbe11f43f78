import type { ImportListRow } from '@etatlotse/contracts/import/plain';

/** A line of the list: one import, or the files of a batch that stand together. */
export type RunRow =
  | { readonly kind: 'run'; readonly key: string; readonly run: ImportListRow }
  | {
      readonly kind: 'batch';
      readonly key: string;
      readonly batchId: string;
      readonly runs: readonly ImportListRow[];
      readonly rows: number;
      /** How the batch stands: as the file of it that needs a person most. */
      readonly first: ImportListRow;
    };

const NEED = ['failed', 'interrupted', 'previewed', 'checking', 'committing', 'committed', 'undone', 'cancelled'];

/** Puts the files of a batch into one line, where the newest of them stands. */
export function groupedRuns(runs: readonly ImportListRow[]): readonly RunRow[] {
  const seen = new Set<string>();
  return runs.flatMap((run): readonly RunRow[] => {
    const { batchId } = run;
    if (batchId === null) return [{ kind: 'run', key: run.id, run }];
    if (seen.has(batchId)) return [];
    seen.add(batchId);
    const ofBatch = runs.filter((other) => other.batchId === batchId);
    const [first = run] = [...ofBatch].sort((a, b) => NEED.indexOf(a.state) - NEED.indexOf(b.state));
    const rows = ofBatch.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
    return [{ kind: 'batch', key: batchId, batchId, runs: ofBatch, rows, first }];
  });
}
