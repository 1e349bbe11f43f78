import { FromQueryNumber, IsFiscalYear, IsText, Optional } from '@etatlotse/contracts/input';

export * from './plain';

/** Freezes today's overview of a year; a second person then releases it. */
export class PrepareRelease {
  @IsFiscalYear() fiscalYear: number;
  /** What the committee should know about these figures. It is shown to them. */
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) remark?: string;
}

export class CurrentReleaseQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

export class ReleasesQuery {
  @Optional() @FromQueryNumber() @IsFiscalYear() fiscalYear?: number;
}
