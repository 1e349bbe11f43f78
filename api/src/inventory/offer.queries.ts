import { Injectable } from '@nestjs/common';
import type {
  OfferDetail,
  OfferPage,
  OfferRow,
  OffersQuery,
  OfferStepRow,
  RecordYearQuery,
} from '@etatlotse/contracts/inventory';
import { summarizeOffers, uncoveredOf } from '@etatlotse/domain/inventory';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { moneyOf } from './offer.repository';
import { offerListSql, offerSql, stepsSql } from './offer.sql';
import { besideRecord, readRecord, readRegister, type RecordPageFacts } from './register-page';

type OfferFacts = Omit<OfferRow, 'uncoveredCents'>;

/** Offers with what they cost, what comes back and what stays with the city. */
@Injectable()
export class OfferQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: OffersQuery): Promise<OfferPage> {
    const { fiscalYear, recipientKind = null, state = null } = query;
    return this.transactions.run(caller, async (tx) => {
      const list = { sql: offerListSql, asOf: fiscalYear, filters: [recipientKind, state] };
      const { all, rows, nextCursor } = await readRegister<OfferFacts>(tx, caller, query, list);
      const totals = summarizeOffers(all.map((facts) => ({ state: facts.state, ...moneyOf(facts) })));
      return { rows: rows.map(offerRow), nextCursor, totals };
    });
  }

  /** One offer; null where it does not exist for the reader. */
  find(caller: Caller, id: string, { fiscalYear }: RecordYearQuery): Promise<OfferDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const asked = { sql: offerSql, asOf: fiscalYear, id };
      const facts = await readRecord<OfferFacts & RecordPageFacts>(tx, caller, asked);
      if (facts === null) return null;
      const steps = await tx.query<{ facts: OfferStepRow }>(stepsSql, [tx.tenantId, id]);
      return {
        ...facts,
        ...offerRow(facts),
        steps: steps.map((one) => one.facts),
        ...(await besideRecord(tx, caller, 'offer', facts)),
      };
    });
  }
}

function offerRow(facts: OfferFacts): OfferRow {
  const money = moneyOf(facts);
  return { ...facts, vatAnswer: money.vatAnswer, uncoveredCents: uncoveredOf(money) };
}
