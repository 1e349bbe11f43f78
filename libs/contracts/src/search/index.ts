import { FromQueryNumber, IsFiscalYear, IsText } from '@etatlotse/contracts/input';

export * from './plain';

/** One box over lines, units, projects, contracts, sites, devices and the registers. Each word must occur somewhere. */
export class SearchQuery {
  @IsText({ max: 100 }) q: string;
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}
