import { IsId, IsOneOf, IsPlainDate, IsText, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { PAPER_SUBJECTS, type PaperSubject } from './line-plain';

/** Notes or documents of a line, an order or a movement, newest first. */
export class PaperQuery extends PageQuery {
  @IsOneOf(PAPER_SUBJECTS) subjectType: PaperSubject;
  @IsId() subjectId: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Adds a note. Notes are never changed; what was wrong is said in a further one. */
export class AddNote {
  @IsOneOf(PAPER_SUBJECTS) subjectType: PaperSubject;
  @IsId() subjectId: string;
  @IsText({ max: 4000, multiline: true }) text: string;
}

/** Where an uploaded document belongs. The file itself is the one part of the form, named `file`. */
export class AttachDocumentQuery {
  @IsOneOf(PAPER_SUBJECTS) subjectType: PaperSubject;
  @IsId() subjectId: string;
  /** The document's own date. */
  @Optional() @IsPlainDate() documentOn?: string;
}

export interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly createdByName: string;
  readonly createdAt: string;
}

export interface DocumentRow {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly documentOn: string | null;
  readonly createdByName: string;
  readonly createdAt: string;
}
