/** The kinds of work an import queues. */
export const IMPORT_JOBS = {
  check: 'import.check',
  checkBatch: 'import.check_batch',
  commit: 'import.commit',
  commitBatch: 'import.commit_batch',
  undo: 'import.undo',
  undoBatch: 'import.undo_batch',
} as const;
