export * from './finding-texts';

/** Where imports and the clearing list live on the wire. */
export const IMPORT_PATHS = {
  imports: '/api/v1/imports',
  profiles: '/api/v1/imports/profiles',
  clearing: '/api/v1/clearing',
} as const;

export const IMPORT_KINDS = ['plan_lines', 'actuals', 'bookings', 'organization'] as const;
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
  /** As in a spreadsheet: the header is row 1. Null for the file as a whole. */
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
}

/** Everything a person sees before deciding. Its hash is what the commit names. */
export interface ImportPreview {
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Data rows read, without total rows and blank lines. */
  readonly rows: number;
  readonly totalRows: number;
  readonly totals: readonly ControlTotal[];
  readonly findings: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly byCode: readonly { readonly code: string; readonly severity: FindingSeverity; readonly count: number }[];
    /** The first fifty, errors first; all of them are in `errors.csv`. */
    readonly first: readonly ImportFinding[];
  };
  readonly effects: ImportEffects;
  /** Whether the same file can be read when the person says that a point groups thousands. */
  readonly asksPointGroups: boolean;
  /** The plan version that the plan amounts go to, as a draft. */
  readonly plan: { readonly title: string; readonly firstYear: number; readonly lastYear: number } | null;
}

/** One import from upload to commit or undo. */
export interface ImportRun {
  readonly id: string;
  readonly kind: ImportKind;
  readonly profile: string;
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
  readonly step: string;
  readonly progress: number;
  readonly progressTotal: number | null;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly committedAt: string | null;
  readonly preview: ImportPreview | null;
  readonly previewHash: string | null;
  /** What the commit really did; null before it. */
  readonly effects: ImportEffects | null;
  readonly version: number;
}

/** A run in the list of imports: without its preview. */
export type ImportListRow = Omit<ImportRun, 'preview' | 'failureParams'>;

/** A way of reading files, declared as data. */
export interface ImportProfileInfo {
  readonly code: string;
  readonly kinds: readonly ImportKind[];
  readonly label: { readonly de: string; readonly en: string };
  readonly columns: readonly string[];
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
