import { Injectable } from '@nestjs/common';
import type { ProcurementAdviceView, ProcurementQuery } from '@etatlotse/contracts/procurement';
import { cents, plainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { adviseProcurement, procurementRules } from './procurement-advice';

/** Which way a purchase goes that somebody is just typing. */
@Injectable()
export class ProcurementQueries {
  constructor(private readonly transactions: Transactions) {}

  advise(
    caller: Caller,
    { netCents, wantedOn, isFramework = false, isInHouse = false }: ProcurementQuery,
  ): Promise<ProcurementAdviceView> {
    const purchase = {
      netCents: cents(netCents),
      wantedOn: wantedOn === undefined ? null : plainDate(wantedOn),
      isFramework,
      isInHouse,
    };
    return this.transactions.run(caller, async (tx) =>
      adviseProcurement(purchase, await procurementRules(tx), tx.today),
    );
  }
}
