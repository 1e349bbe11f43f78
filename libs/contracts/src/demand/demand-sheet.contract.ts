import { IsId, IsText } from '@etatlotse/contracts/input';

/** Which round a workbook is of. */
export class DemandSheetQuery {
  @IsId() roundId: string;
}

/** Takes over what a reading of the same file has shown. */
export class TakeDemandSheetQuery {
  @IsId() roundId: string;
  /** `seen` of the reading. */
  @IsText({ max: 64 }) seen: string;
}
