import { Injectable } from '@nestjs/common';
import type { DeskDetail, DeskFteRow, DeskPage, DeskRow, DesksQuery } from '@etatlotse/contracts/inventory';
import { fteAt, type FteEntry, isStanding, summarizeDesks } from '@etatlotse/domain/inventory';
import { plainDate, type PlainDate } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { deskListSql, deskSql, historySql } from './desk.sql';
import { besideRecord, readRecord, readRegister } from './register-page';

type DeskFacts = Omit<DeskRow, 'isStanding' | 'fteHundredths' | 'startsOn' | 'endsOn'> & {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly entries: readonly FteEntry[];
};

/** The directory of desks as they stand today, and the history of one. */
@Injectable()
export class DeskQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: DesksQuery): Promise<DeskPage> {
    const { kind = null, withEnded = false } = query;
    return this.transactions.run(caller, async (tx) => {
      const list = { sql: deskListSql, asOf: tx.today, filters: [kind, withEnded] };
      const { all, rows, nextCursor } = await readRegister<DeskFacts>(tx, caller, query, list);
      const row = (facts: DeskFacts) => deskRow(facts, plainDate(tx.today));
      return { rows: rows.map(row), nextCursor, totals: summarizeDesks(all.map(row)) };
    });
  }

  /** One desk; null where there is none. */
  find(caller: Caller, id: string): Promise<DeskDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const asked = { sql: deskSql, asOf: tx.today, id };
      const facts = await readRecord<DeskFacts & Pick<DeskDetail, 'note' | 'changedAt' | 'person'>>(tx, caller, asked);
      if (facts === null) return null;
      const { note, changedAt, person } = facts;
      const history = await tx.query<{ facts: DeskFteRow }>(historySql, [tx.tenantId, id]);
      return {
        ...deskRow(facts, plainDate(tx.today)),
        ...{ note, changedAt, person },
        history: history.map((one) => one.facts),
        ...(await besideRecord(tx, caller, 'desk', facts)),
      };
    });
  }
}

function deskRow(facts: DeskFacts, today: PlainDate): DeskRow {
  const { id, name, unit, origin, version, kind, mailbox, startsOn, endsOn, entries } = facts;
  const stated = { id, name, unit, origin, version, kind, mailbox, startsOn, endsOn };
  return { ...stated, isStanding: isStanding(facts, today), fteHundredths: fteAt(entries, today) };
}
