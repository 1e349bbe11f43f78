import { FromQueryNumber, IsFiscalYear, IsFlag, IsId, IsPlainDate, IsText, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';

export * from './plain';

/** Freezes the figures of a year; a second person then releases them. */
export class FreezeSnapshot {
  @IsFiscalYear() fiscalYear: number;
  /** The meeting that will see them. */
  @Optional() @IsId() meetingId?: string;
  /** Bookings up to this day; without it up to today. */
  @Optional() @IsPlainDate() ledgerAsOf?: string;
  /** Also for everybody, once released. */
  @Optional() @IsFlag() isPublic?: boolean;
  /** What the committee should know about these figures. It is shown to them. */
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) remark?: string;
}

export class CurrentSnapshotQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  /** The newest that was frozen for this day or before. */
  @Optional() @IsPlainDate() knownOn?: string;
}

export class SnapshotsQuery extends PageQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Compared with this one; without it with the one for the meeting before. */
export class SnapshotChangesQuery {
  @Optional() @IsId() beforeId?: string;
}

export class SnapshotLinePath {
  @IsId() id: string;
  @IsId() lineId: string;
}

export class SnapshotLineQuery extends PageQuery {
  @Optional() @IsText({ max: 200 }) cursor?: string;
}
