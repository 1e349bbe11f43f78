import { Injectable } from '@nestjs/common';
import type {
  QuotasQuery,
  RecordYearQuery,
  TrainingDetail,
  TrainingPage,
  TrainingQuotaPage,
  TrainingRow,
  TrainingSessionRow,
  TrainingsQuery,
} from '@etatlotse/contracts/inventory';
import { unitScope } from '@etatlotse/domain/access';
import { attendedOf, seatsFree, sessionCost, summarizeTrainings } from '@etatlotse/domain/inventory';
import { cents, type Cents } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { besideRecord, mayChange, readRecord, readRegister, type RecordPageFacts } from './register-page';
import { trainingQuotas } from './training-quota.queries';
import { sessionsSql, trainingListSql, trainingSql } from './training.sql';

const QUOTAS_DEFAULT = 50;

type TrainingFacts = Omit<TrainingRow, 'costCents'>;
type SessionFacts = Omit<TrainingSessionRow, 'costCents' | 'attended' | 'free'>;

/** The catalogue of trainings with the seats of a year, one training with its sessions, and the quotas of units. */
@Injectable()
export class TrainingQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller, query: TrainingsQuery): Promise<TrainingPage> {
    const { fiscalYear, technology = null, format = null } = query;
    return this.transactions.run(caller, async (tx) => {
      const list = { sql: trainingListSql, asOf: fiscalYear, filters: [technology, format] };
      const { all, rows, nextCursor } = await readRegister<TrainingFacts>(tx, caller, query, list);
      const totals = summarizeTrainings(all.map((facts) => ({ ...facts, costCents: costOf(facts) })));
      return { rows: rows.map(trainingRow), nextCursor, totals };
    });
  }

  /** One training; null where it does not exist for the reader. */
  find(caller: Caller, id: string, { fiscalYear }: RecordYearQuery): Promise<TrainingDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const asked = { sql: trainingSql, asOf: fiscalYear, id };
      const facts = await readRecord<TrainingFacts & RecordPageFacts>(tx, caller, asked);
      if (facts === null) return null;
      const sessions = await tx.query<{ facts: SessionFacts }>(sessionsSql, [tx.tenantId, id]);
      return {
        ...facts,
        ...trainingRow(facts),
        allSessions: sessions.map((one) => sessionRow(one.facts, facts)),
        ...(await besideRecord(tx, caller, 'training', facts)),
      };
    });
  }

  /** Trained people against people to train, by unit and technology. */
  quotas(caller: Caller, query: QuotasQuery): Promise<TrainingQuotaPage> {
    const limit = query.limit ?? QUOTAS_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'text']);
    return this.transactions.run(caller, async (tx) => {
      const found = await trainingQuotas(tx, {
        units: unitScope(caller.actor, 'inventory.read'),
        technology: query.technology ?? null,
        unitId: query.unitId ?? null,
        after: after === null ? null : [after[0], after[1]],
        limit: limit + 1,
      });
      const rows = found.slice(0, limit).map((quota) => ({ ...quota, mayWrite: mayChange(caller, quota.unit) }));
      const last = rows.at(-1);
      const hasMore = found.length > limit && last !== undefined;
      return { rows, nextCursor: hasMore ? encodeCursor([last.unit.code, last.technology]) : null };
    });
  }
}

const priceOf = ({ unitPriceCents }: Pick<TrainingRow, 'unitPriceCents'>): Cents | null =>
  unitPriceCents === null ? null : cents(unitPriceCents);

const costOf = (facts: TrainingFacts): Cents | null => sessionCost(priceOf(facts), facts.seats);

const trainingRow = (facts: TrainingFacts): TrainingRow => ({ ...facts, costCents: costOf(facts) });

function sessionRow(session: SessionFacts, training: Pick<TrainingRow, 'unitPriceCents'>): TrainingSessionRow {
  return {
    ...session,
    costCents: sessionCost(priceOf(training), session.seats),
    attended: attendedOf(session),
    free: seatsFree(session),
  };
}
