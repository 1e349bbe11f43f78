import { Injectable } from '@nestjs/common';
import type { Rollout, RolloutRow, RolloutsQuery } from '@etatlotse/contracts/rollout';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { plainDate } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { projectLimits, readProjectMoney } from '../project';
import { registeredTraining } from './registered-training';
import { type Reading, toRollout, toRow } from './rollout-row';
import { type RolloutFacts, rolloutFactsSql, rolloutPageSql } from './rollout.sql';

const PAGE_DEFAULT = 50;

/** Roll-outs: the list, and one with its board. */
@Injectable()
export class RolloutQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: RolloutsQuery): Promise<Page<RolloutRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<{ facts: RolloutFacts }>(rolloutPageSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const shown = await withTraining(
        tx,
        rows.slice(0, limit).map(({ facts }) => facts),
      );
      const reading = await readingOf(tx, caller, shown);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return {
        rows: shown.map((facts) => toRow(facts, reading)),
        nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null,
      };
    });
  }

  /** Null where it does not exist for the reader. */
  async find(caller: Caller, rolloutId: string): Promise<Rollout | null> {
    return this.transactions.run(caller, async (tx) => {
      const [row] = await tx.query<{ facts: RolloutFacts }>(rolloutFactsSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        rolloutId,
      ]);
      if (row === undefined) return null;
      const [facts = row.facts] = await withTraining(tx, [row.facts]);
      return toRollout(facts, await readingOf(tx, caller, [facts]));
    });
  }
}

async function readingOf(tx: Transaction, caller: Caller, shown: readonly RolloutFacts[]): Promise<Reading> {
  const projects = new Set(shown.flatMap(({ goals }) => goals.map(({ project }) => project.id)));
  const { reportDays } = await projectLimits(tx);
  return {
    actor: caller.actor,
    today: plainDate(tx.today),
    money: await readProjectMoney(tx, [...projects]),
    reportDays,
  };
}

/** Where a technology is named its register says how many are trained, not what was told by hand. */
async function withTraining(tx: Transaction, shown: readonly RolloutFacts[]): Promise<RolloutFacts[]> {
  const counted: RolloutFacts[] = [];
  for (const facts of shown) {
    if (facts.technology === null) counted.push(facts);
    else {
      const of = await registeredTraining(tx, facts.technology);
      counted.push({ ...facts, units: facts.units.map((unit) => ({ ...unit, ...of(unit.unitId) })) });
    }
  }
  return counted;
}
