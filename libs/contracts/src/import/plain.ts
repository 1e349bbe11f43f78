import type { Evidence, FileMapping, GroupTotal, Question } from '@etatlotse/domain/import';

export * from './evidence-texts';
export * from './finding-texts';
export * from './import-words';
export * from './question-texts';
export * from './record-texts';

/** Where imports and the clearing list live on the wire. */
export const IMPORT_PATHS = {
  imports: '/api/v1/imports',
  sources: '/api/v1/imports/sources',
  limits: '/api/v1/imports/limits',
  batches: '/api/v1/import-batches',
  profiles: '/api/v1/import-profiles',
  clearing: '/api/v1/clearing',
} as const;

export const IMPORT_KINDS = [
  'plan_lines',
  'actuals',
  'bookings',
  'organization',
  'projects',
  'contracts',
  'posts',
  'staffing_plan',
  'devices',
  'sites',
  'volumes',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * `checking`: rows are being read. `previewed`: waits for the commit. `committing`, `committed`. `failed`: the file or the
 * commit was refused, see `failureCode`. `interrupted`: the server stopped in between; nothing was stored and a previewed
 * run may be committed again. `cancelled`, `undone`.
 */
export const IMPORT_STATES = [
  'checking',
  'previewed',
  'committing',
  'committed',
  'failed',
  'cancelled',
  'interrupted',
  'undone',
] as const;
export type ImportStateCode = (typeof IMPORT_STATES)[number];

export type FindingSeverity = 'error' | 'warning' | 'info';

/** What was noticed about a row, a column or the file. Errors keep the import from being committed. */
export interface ImportFinding {
  readonly number: number;
  /** As in a spreadsheet: the header is row 1. Null for the file as a whole. See `placeOfRow` where sheets are read as one. */
  readonly row: number | null;
  readonly column: string;
  /** A key of `FINDING_TEXTS`. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** The cell as it stands in the file. */
  readonly value: string;
  /** For `ROW_INVALID` `reason` is the code of what is wrong with the cell; amounts end `Cents`. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** One amount column of the file: what its rows add up to, in the signs of the file. */
export interface ControlTotal {
  readonly column: string;
  /** `plan` and `actual` are stored; `other` is only added up. */
  readonly role: 'plan' | 'actual' | 'commitment' | 'other';
  readonly fiscalYear: number | null;
  readonly rows: number;
  readonly sumCents: number;
  /** The total that the file itself prints, where it has one. */
  readonly printedCents: number | null;
  readonly differenceCents: number | null;
  /** By account class or direction, which must not be added together. */
  readonly byClass: readonly { readonly accountClass: string; readonly sumCents: number }[];
}

/** What a commit would do. */
export interface ImportEffects {
  readonly linesCreated: number;
  readonly linesUpdated: number;
  /** Lines that had left the lists and come back, because the file brings them money. Missing in imports of earlier versions. */
  readonly linesReopened?: number;
  readonly unitsCreated: number;
  readonly unitsUpdated: number;
  readonly fiscalYearsCreated: readonly number[];
  readonly planVersions: number;
  readonly planAmounts: number;
  readonly movements: number;
  readonly ordersCreated: number;
  /** Bookings whose order is known and whose commitment they consume. */
  readonly ordersConsumed: number;
  /** Bookings that match no line and go to the clearing list. */
  readonly clearingItems: number;
  /** Entries of a register: new ones, and known ones that the file changes. Missing in imports from before registers came. */
  readonly recordsCreated?: number;
  readonly recordsUpdated?: number;
}

/** A sheet of a workbook that holds something. A text file has none. */
export interface ImportSheet {
  readonly name: string;
  /** Rows and numbers in the part that was looked at, at most 2,000 rows. */
  readonly rows: number;
  readonly numbers: number;
  readonly isHidden: boolean;
  /** Whether it has the heading of the proposed sheet, so that both can be read as one. */
  readonly isAlike?: boolean;
  /** Whether its columns are the sums of the sheets that are read as one. */
  readonly isTotal?: boolean;
}

/** A row as it stands in the file, counted as in a spreadsheet. */
export interface ImportFileRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Who said how the file is read: the file itself, a saved profile, or a person. */
export type MappingSource = 'detected' | 'profile' | 'person';

/** Everything a person sees before deciding. Its hash is what the commit names. */
export interface ImportPreview {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** Empty for a workbook. */
  readonly delimiter: string;
  /** The sheet that was read; null for a text file. Several read as one stand there with `/` between them. */
  readonly sheetName: string | null;
  readonly sheets: readonly ImportSheet[];
  /** Headers of the columns in the order of the file. */
  readonly columns: readonly string[];
  /** The first rows of the file, with what stands before its header. */
  readonly firstRows: readonly ImportFileRow[];
  readonly mapping: FileMapping;
  readonly mappingSource: MappingSource;
  /** Name of the profile that was used; null when none was. */
  readonly profileName: string | null;
  /** Why it is read this way; the sentences stand in `EVIDENCE_TEXTS`. */
  readonly evidence: readonly Evidence[];
  /** What must be answered before anything is committed; the sentences stand in `QUESTION_TEXTS`. */
  readonly questions: readonly Question[];
  /** Data rows read, without total rows and blank lines. */
  readonly rows: number;
  readonly totalRows: number;
  readonly totals: readonly ControlTotal[];
  /** What comes into the ledger, by year, phase, direction and sphere, in the ledger's signs. */
  readonly groups: readonly GroupTotal[];
  readonly findings: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** Rows that cannot be read and may be left out; null when something else keeps the file from being taken over, too. */
    readonly wrongRows: number | null;
    readonly byCode: readonly { readonly code: string; readonly severity: FindingSeverity; readonly count: number }[];
    /** The first fifty, errors first; all of them are in `errors.csv`. */
    readonly first: readonly ImportFinding[];
  };
  readonly effects: ImportEffects;
  /** Whether a person has said that wrong rows are left out; they are then warnings. */
  readonly leavesOutWrongRows: boolean;
  /** Whether the same file can be read when the person says that a point groups thousands. */
  readonly asksPointGroups: boolean;
  /** The plan version that the plan amounts go to, as a draft. */
  readonly plan: { readonly title: string; readonly firstYear: number; readonly lastYear: number } | null;
}

/** How much of a file is right, in numbers. */
export interface ImportCounts {
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
}

/** One import from upload to commit or undo. */
export interface ImportRun {
  readonly id: string;
  /** The batch it came with, or null. */
  readonly batchId: string | null;
  /** Null until the file has been read, when nobody said what it is. */
  readonly kind: ImportKind | null;
  /** Name of the saved profile; empty when there is none. */
  readonly profile: string;
  /** System that the file comes from, as its profile says; empty when it is not known. */
  readonly sourceSystem: string;
  /** `folder`: the watched folder. Such a run has no person: `createdByName` is empty. */
  readonly source: 'upload' | 'folder';
  readonly fileName: string;
  readonly fileBytes: number;
  readonly state: ImportStateCode;
  readonly failureCode: string | null;
  readonly failureParams: Readonly<Record<string, string | number>>;
  readonly rowsRead: number;
  readonly rowsTotal: number | null;
  /** The work at hand: `/api/v1/jobs/{id}` and `/api/v1/imports/{id}/events` tell its progress. */
  readonly jobId: string | null;
  /** Whether a job is at work on it: queued or running. While it is, nothing else can be done but cancel. */
  readonly isWorking: boolean;
  /** `reading`: progress counts bytes of the file. `facts`, `booking`, `balances`, `finishing`: steps of a commit or undo. */
  readonly step: string;
  readonly progress: number;
  readonly progressTotal: number | null;
  /** What is left, judged by the time so far; null where that says nothing yet. */
  readonly secondsLeft: number | null;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly committedAt: string | null;
  readonly undoneAt: string | null;
  readonly undoReason: string;
  /** Whether the file is still stored, so that it can be read another way. */
  readonly hasFile: boolean;
  /** Null until there is a preview. */
  readonly counts: ImportCounts | null;
  /** What the file adds up to where all its amounts are of one kind; else null. */
  readonly sumCents: number | null;
  readonly preview: ImportPreview | null;
  readonly previewHash: string | null;
  /** What the commit really did; null before it. */
  readonly effects: ImportEffects | null;
  readonly version: number;
}

/** A run in the list of imports: without its preview. */
export type ImportListRow = Omit<ImportRun, 'preview' | 'failureParams'>;

/**
 * Several files that came in one go. They are committed all together in one transaction, or not at all: until then a file
 * with an open question or an error holds the others, and says so.
 */
export interface ImportBatch {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly isWorking: boolean;
  readonly jobId: string | null;
  readonly step: string;
  readonly progress: number;
  readonly progressTotal: number | null;
  /** Why the last commit was refused, or null. */
  readonly failureCode: string | null;
  readonly failureParams: Readonly<Record<string, string | number>>;
  /** Whether every file waits for the commit without an error or a question. */
  readonly isReady: boolean;
  readonly counts: ImportCounts;
  /** What all files together bring, in the ledger's signs. */
  readonly groups: readonly GroupTotal[];
  /** In the order in which the files came. */
  readonly runs: readonly ImportListRow[];
  readonly version: number;
}

/** A mapping that is kept for a source system and used by itself where the headers fit. */
export interface ImportProfile {
  readonly id: string;
  readonly name: string;
  readonly sourceSystem: string;
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly mapping: FileMapping;
  /** Whether files of the watched folder are taken over without a person, when they have no errors and no questions. */
  readonly isAutomatic: boolean;
  /** In whose name that happens; null when it does not. */
  readonly ownerName: string | null;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly lastUsedAt: string | null;
  readonly version: number;
}

/** The state of a source system: its last file, and the last one that was taken over. */
export interface ImportSource {
  /** Empty for files that no profile fits. */
  readonly sourceSystem: string;
  readonly importId: string;
  readonly fileName: string;
  readonly source: 'upload' | 'folder';
  readonly receivedAt: string;
  readonly state: ImportStateCode;
  readonly failureCode: string | null;
  readonly counts: ImportCounts | null;
  readonly lastCommittedAt: string | null;
}

/** How much this installation takes at once. */
export interface ImportLimits {
  /** Of one file. */
  readonly fileBytes: number;
  /** Of one batch. */
  readonly files: number;
}

/** The state of all source systems, and whether a folder is watched for this city. */
export interface ImportSources {
  readonly watchesFolder: boolean;
  readonly rows: readonly ImportSource[];
}

/** An imported booking that matches no line. Part of the reconciliation until somebody decides. */
export interface ClearingItem {
  readonly id: string;
  readonly importId: string;
  readonly fileName: string;
  readonly row: number;
  readonly fiscalYear: number;
  readonly amountCents: number;
  readonly bookedOn: string | null;
  readonly lineNumber: string;
  readonly documentNumber: string;
  readonly text: string;
  readonly orderNumber: string;
  readonly state: 'open' | 'assigned' | 'dismissed';
  readonly reason: string;
  readonly decidedAt: string | null;
  readonly version: number;
}
