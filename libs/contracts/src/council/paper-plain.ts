import type { BodyKind, ConsultationKind, PaperKind, PaperState } from '@etatlotse/domain/council';

const PAPERS = '/api/v1/council/papers';

/** Where council papers live on the wire. */
export const PAPER_PATHS = {
  papers: PAPERS,
  questions: `${PAPERS}/questions`,
  paper: (id: string): string => `${PAPERS}/${id}`,
  publish: (id: string): string => `${PAPERS}/${id}/publish`,
  pdf: (id: string): string => `${PAPERS}/${id}/paper.pdf`,
  docx: (id: string): string => `${PAPERS}/${id}/paper.docx`,
  calendar: '/api/v1/council/meetings.ics',
} as const;

export const PAPER_STEPS_MAX = 10;
export const PAPER_REFS_MAX = 30;
export const PAPER_BODY_MAX = 20_000;

/** A meeting on the way of a paper. */
export interface PaperStepRow {
  readonly meetingId: string;
  readonly body: string;
  readonly bodyKind: BodyKind;
  readonly heldOn: string;
  readonly consultation: ConsultationKind;
  readonly isCancelled: boolean;
}

export interface PaperRow {
  readonly id: string;
  readonly kind: PaperKind;
  /** Null while a draft has none yet. */
  readonly dsNumber: string | null;
  readonly title: string;
  readonly office: string;
  /** Ö; otherwise N. */
  readonly isPublic: boolean;
  readonly datedOn: string | null;
  readonly state: PaperState;
  readonly publishedAt: string | null;
  readonly steps: readonly PaperStepRow[];
  readonly origin: 'manual' | 'source' | 'demo';
  readonly version: number;
}

export interface PaperPage {
  readonly rows: readonly PaperRow[];
  readonly nextCursor: string | null;
}

/** Another paper by its number; the rest is null where it is not in the register. */
export interface PaperReference {
  readonly dsNumber: string;
  readonly paperId: string | null;
  readonly kind: PaperKind | null;
  readonly title: string | null;
  readonly datedOn: string | null;
}

/** A piece of text as it is printed. A figure says its name; `before` is its value in the snapshot of the text before. */
export interface PaperRunRow {
  readonly text: string;
  readonly figure: string | null;
  readonly before: string | null;
  /** True where the snapshot does not have the figure. */
  readonly isMissing: boolean;
}

export type PaperBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly runs: readonly PaperRunRow[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly PaperRunRow[])[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
      readonly rows: readonly { readonly cells: readonly string[]; readonly isSum: boolean }[];
    };

/** A figure that a text may name. */
export interface PaperFigureRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

export interface PaperTableRow {
  readonly key: string;
  readonly label: string;
}

/** A paper with its text as it is printed, the figures behind it, and what was reported so far. */
export interface Paper extends PaperRow {
  readonly body: string;
  readonly snapshotId: string | null;
  readonly snapshotAsOf: string | null;
  readonly snapshotSha256: string | null;
  readonly extraId: string | null;
  /** The figure that a question is about. */
  readonly figureKey: string;
  readonly blocks: readonly PaperBlock[];
  readonly figures: readonly PaperFigureRow[];
  readonly tables: readonly PaperTableRow[];
  readonly changedFigures: number;
  /** Reported so far: the papers that it refers to and itself, in the order in which they were written. */
  readonly references: readonly PaperReference[];
  readonly refNumbers: readonly string[];
  readonly referencedBy: readonly PaperReference[];
  readonly mayWrite: boolean;
}

export interface PaperChanged {
  readonly id: string;
  readonly version: number;
}
