import { FromQueryNumber, IsFiscalYear, IsText } from '@etatlotse/contracts/input';

export * from './plain';

/** One box over lines, units, projects and contracts. Each word must occur somewhere. */
export class SearchQuery {
  @IsText({ max: 100 }) q: string;
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}
