import {
  FromQueryNumber,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsShape,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import type { FileMapping } from '@etatlotse/domain/import';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { hasMappingShape, SHEETS_MAX } from './mapping-shape';
import { IMPORT_KINDS, IMPORT_STATES, type ImportKind, type ImportStateCode } from './plain';

export * from './plain';

/** The text fields beside the file of an upload. Numbers and flags are text there. */
export class ImportUpload {
  /** Left out, the file says what it is. */
  @Optional() @IsOneOf(IMPORT_KINDS) kind?: ImportKind;
  /** Name of a saved profile; left out, the headers decide. */
  @Optional() @IsText({ max: 120 }) profile?: string;
  /** A sheet of a workbook, or several with `/` between them; left out, the fullest one with those that belong to it. */
  @Optional() @IsText({ max: SHEETS_MAX }) sheet?: string;
  /** For files that name no year. */
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  /** For bookings that name no day. */
  @Optional() @IsPlainDate() bookedOn?: string;
  /** Answers the question about `1.234`: the point groups thousands. */
  @Optional() @IsOneOf(['true', 'false']) pointGroups?: 'true' | 'false';
  /** Takes a file that was imported before. */
  @Optional() @IsOneOf(['true', 'false']) confirmRepeat?: 'true' | 'false';
  /** Leaves out rows that cannot be read; they stay in the list of findings. */
  @Optional() @IsOneOf(['true', 'false']) leavesOutWrongRows?: 'true' | 'false';
}

/** The text fields beside the files of a batch: CSV, workbooks, or a ZIP of them. They hold for every file. */
export class ImportBatchUpload {
  @Optional() @IsOneOf(IMPORT_KINDS) kind?: ImportKind;
  @Optional() @IsText({ max: 200 }) name?: string;
  @Optional() @IsOneOf(['true', 'false']) confirmRepeat?: 'true' | 'false';
}

/** Commits what was previewed: the hash says that the person saw exactly this. */
export class CommitImport {
  @IsText({ max: 64 }) previewHash: string;
}

/** A file of a batch and the preview that the person saw of it. */
export class SeenPreview {
  @IsId() importId: string;
  @IsText({ max: 64 }) previewHash: string;
}

/** Commits a batch: names every file of it. */
export class CommitBatch {
  @IsList(200) @ValidateNested({ each: true }) @Type(() => SeenPreview) files: SeenPreview[];
}

/** An answer to a question of the preview. */
export class QuestionAnswer {
  @IsText({ max: 80 }) id: string;
  @IsText({ max: 200 }) value: string;
}

/** Says how a file is to be read; it is read again at once, and the preview is another one. */
export class ChangeMapping {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsOneOf(IMPORT_KINDS) kind?: ImportKind;
  @Optional() @IsText({ max: SHEETS_MAX }) sheet?: string;
  /** Answers are kept: an earlier one holds until it is given anew. */
  @Optional() @IsList(100) @ValidateNested({ each: true }) @Type(() => QuestionAnswer) answers?: QuestionAnswer[];
  /** The whole mapping, which then stands above everything that was detected; `null` goes back to detection. */
  @Optional() @Nullable() @IsShape(hasMappingShape, 'MAPPING_SHAPE') mapping?: FileMapping | null;
  /** Leaves out rows that cannot be read, or no longer does. */
  @Optional() @IsFlag() leavesOutWrongRows?: boolean;
  /** Uses the result for the other files of the batch whose headers fit, too. */
  @Optional() @IsFlag() forBatch?: boolean;
}

/** Takes an import back. The reason stays with it. */
export class UndoImport {
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
}

/** Keeps the mapping of an import for the next files of its source system. */
export class CreateImportProfile {
  @IsText({ max: 120 }) name: string;
  @IsText({ max: 120 }) sourceSystem: string;
  @IsId() importId: string;
  @Optional() @IsFlag() isAutomatic?: boolean;
}

export class ChangeImportProfile {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 120 }) name?: string;
  @Optional() @IsText({ max: 120 }) sourceSystem?: string;
  /** Takes the mapping of this import. */
  @Optional() @IsId() importId?: string;
  @Optional() @IsFlag() isAutomatic?: boolean;
}

export class ImportsQuery extends PageQuery {
  @Optional() @IsOneOf(IMPORT_KINDS) kind?: ImportKind;
  @Optional() @IsOneOf(IMPORT_STATES) state?: ImportStateCode;
  /** Part of the name of the person who brought the file. */
  @Optional() @IsText({ max: 100 }) by?: string;
  /** Days on which files came, both included. */
  @Optional() @IsPlainDate() from?: string;
  @Optional() @IsPlainDate() to?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

export class ClearingQuery extends PageQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsOneOf(['open', 'assigned', 'dismissed']) state?: 'open' | 'assigned' | 'dismissed';
  @Optional() @IsId() importId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Puts a cleared booking on the line it belongs to. */
export class AssignClearing {
  @IsWholeNumber(1, 1_000_000) version: number;
  @IsId() lineId: string;
  @Optional() @IsId() orderId?: string;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
}

/** Says why a booking of the list is none of ours. */
export class DismissClearing {
  @IsWholeNumber(1, 1_000_000) version: number;
  @IsText({ max: 500, multiline: true }) reason: string;
}
