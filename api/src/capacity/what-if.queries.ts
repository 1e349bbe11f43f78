import { Injectable } from '@nestjs/common';
import type { MilestonesQuery, WhatIfQuery } from '@etatlotse/contracts/capacity';
import type { LeverValues, MilestoneRow, WhatIfAnswer } from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { isProjectSeen } from '../project';
import { readCapacityYear } from './capacity-year';
import { knowsPeople } from './presence';
import { whatIf } from './what-if';

const PAGE_DEFAULT = 50;

/** Questions "what if", and the milestones that go-lives hang on. */
@Injectable()
export class WhatIfQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where the unit has neither posts nor tasks that somebody sees. */
  async ask(caller: Caller, query: WhatIfQuery): Promise<WhatIfAnswer | null> {
    const levers = leversOf(query);
    const year = await this.transactions.run(caller, (tx) => readCapacityYear(tx, caller.actor, levers));
    const [unit] = year.units;
    return unit === undefined ? null : whatIf(unit, year, levers, knowsPeople(caller.actor, unit.unit.id));
  }

  async milestones(caller: Caller, query: MilestonesQuery): Promise<Page<MilestoneRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const scope = unitScope(caller.actor, 'milestone.read');
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<MilestoneRow>(milestonesSql, [tx.tenantId, scope, after?.[0] ?? null, after?.[1] ?? null, limit + 1]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { rows: shown, nextCursor: isMore ? encodeCursor([last.goLiveOn, last.id]) : null };
  }
}

/** What is left out of an address stays as it is. */
function leversOf(query: WhatIfQuery): LeverValues {
  return {
    unitId: query.unitId,
    fiscalYear: query.fiscalYear,
    fromMonth: query.fromMonth ?? 1,
    volumePercent: query.volumePercent ?? 100,
    minutesPercent: query.minutesPercent ?? 100,
    postFteHundredths: query.postFteHundredths ?? 0,
    slipMonths: query.slipMonths ?? 0,
    milestoneId: query.milestoneId ?? null,
  };
}

const milestonesSql = `
  SELECT m.milestone_id AS id, m.name, p.name AS project, coalesce(m.forecast_on, m.planned_on) AS "goLiveOn"
  FROM project_milestone m JOIN project p ON p.tenant_id = m.tenant_id AND p.project_id = m.project_id
  WHERE m.tenant_id = $1 AND m.dropped_at IS NULL AND m.actual_on IS NULL AND ${isProjectSeen('p', '$2')}
    AND ($3::date IS NULL OR (coalesce(m.forecast_on, m.planned_on), m.milestone_id) > ($3::date, $4::uuid))
  ORDER BY coalesce(m.forecast_on, m.planned_on), m.milestone_id LIMIT $5`;
