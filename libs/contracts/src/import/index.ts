import {
  FromQueryNumber,
  IsFiscalYear,
  IsId,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { IMPORT_KINDS, type ImportKind } from './plain';

export * from './plain';

/** The text fields beside the file of an upload. Numbers and flags are text there. */
export class ImportUpload {
  @IsOneOf(IMPORT_KINDS) kind: ImportKind;
  /** Code of a profile; left out, the header decides. */
  @Optional() @IsText({ max: 60 }) profile?: string;
  /** For files that name no year. */
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  /** Answers the question about `1.234`: the point groups thousands. */
  @Optional() @IsOneOf(['true', 'false']) pointGroups?: 'true' | 'false';
  /** Takes a file that was imported before. */
  @Optional() @IsOneOf(['true', 'false']) confirmRepeat?: 'true' | 'false';
}

/** Commits what was previewed: the hash says that the person saw exactly this. */
export class CommitImport {
  @IsText({ max: 64 }) previewHash: string;
}

export class ImportsQuery extends PageQuery {
  @Optional() @IsOneOf(IMPORT_KINDS) kind?: ImportKind;
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
