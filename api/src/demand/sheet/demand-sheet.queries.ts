import { Injectable } from '@nestjs/common';
import type { DemandSheetReading } from '@etatlotse/contracts/demand';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import type { UploadedFile } from '../../platform/input/uploaded-file';
import { ProblemException } from '../../platform/problem/problem-exception';
import { readRound } from '../round.repository';
import { readSheetSituation } from './demand-sheet.repository';
import { demandWorkbook } from './demand-workbook';
import { compareSheetFile, readSheetFile } from './sheet-file';
import { toSheetReading } from './sheet-reading';

/** The workbook of a department: out, and held against what is stored. Changes nothing. */
@Injectable()
export class DemandSheetQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The demands of the caller's units in a round; null where there is no such round. */
  async workbook(caller: Caller, roundId: string): Promise<{ years: string; content: Buffer } | null> {
    const situation = await this.transactions.run(caller, async (tx) => {
      const round = await readRound(tx, roundId);
      return round === null ? null : readSheetSituation(tx, round);
    });
    if (situation === null) return null;
    const { firstYear, lastYear } = situation.round;
    const years = firstYear === lastYear ? String(firstYear) : `${firstYear}-${lastYear}`;
    return { years, content: await demandWorkbook(situation) };
  }

  /** What the file would change; null where there is no such round. Throws the problem of a file that is none. */
  async read(caller: Caller, roundId: string, file: UploadedFile): Promise<DemandSheetReading | null> {
    const sheet = await readSheetFile(file);
    return this.transactions.run(caller, async (tx) => {
      const round = await readRound(tx, roundId);
      if (round === null) return null;
      if (round.state !== 'open') throw new ProblemException('ROUND_NOT_OPEN');
      const situation = await readSheetSituation(tx, round);
      return toSheetReading(sheet, situation, compareSheetFile(sheet, situation));
    });
  }
}
