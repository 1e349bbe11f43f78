import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { FiscalYearQuery } from '@etatlotse/contracts/budget';
import { attachment } from '../../platform/http/attachment';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { BudgetPackageQueries } from './budget-package.queries';

@Controller('api/v1/budget')
export class FiscalPackageController {
  constructor(private readonly packages: BudgetPackageQueries) {}

  /** The budget of a year as a Fiscal Data Package 1.0-rc.1: `datapackage.json` and a CSV in a ZIP. */
  @Get('fiscal-data-package.zip')
  @Permit('budget.read')
  async download(@CurrentCaller() caller: Caller, @Query() query: FiscalYearQuery): Promise<StreamableFile> {
    const file = await this.packages.ofYear(caller, query.fiscalYear);
    if (file === null) throw new ProblemException('NOT_FOUND');
    return new StreamableFile(file.content, { type: 'application/zip', disposition: attachment(file.fileName) });
  }
}
