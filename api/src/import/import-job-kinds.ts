/** The kinds of work an import queues. */
export const IMPORT_JOBS = { check: 'import.check', commit: 'import.commit', undo: 'import.undo' } as const;
