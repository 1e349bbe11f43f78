import { Injectable } from '@nestjs/common';
import type { ScenariosQuery } from '@etatlotse/contracts/capacity';
import type { ScenarioRow } from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

const PAGE_DEFAULT = 50;

/** Scenarios that were kept, by name. */
@Injectable()
export class ScenarioQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: ScenariosQuery): Promise<Page<ScenarioRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<ScenarioRow>(listSql, [
        tx.tenantId,
        unitScope(caller.actor, 'capacity.read'),
        caller.actor.personId,
        query.unitId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { rows: shown, nextCursor: isMore ? encodeCursor([last.name, last.id]) : null };
  }

  /** One scenario; null if not visible. */
  async find(caller: Caller, scenarioId: string): Promise<ScenarioRow | null> {
    const scope = unitScope(caller.actor, 'capacity.read');
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<ScenarioRow>(findSql, [tx.tenantId, scope, caller.actor.personId, scenarioId]),
    );
    return row ?? null;
  }
}

const visibleScenarios = `
  SELECT s.scenario_id AS id, s.name, json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) AS unit,
    json_build_object('unitId', s.unit_id, 'fiscalYear', s.fiscal_year, 'fromMonth', s.from_month,
      'volumePercent', s.volume_percent, 'minutesPercent', s.minutes_percent,
      'postFteHundredths', s.post_fte_hundredths, 'slipMonths', s.slip_months, 'milestoneId', s.milestone_id) AS levers,
    s.outcome AS saved, s.saved_at AS "savedAt", s.origin = 'demo' AS "isDemo",
    coalesce(s.saved_by = $3::uuid, false) AS "mayDelete"
  FROM capacity_scenario s JOIN org_unit u ON u.tenant_id = s.tenant_id AND u.unit_id = s.unit_id
  WHERE s.tenant_id = $1 AND ($2::uuid[] IS NULL OR s.unit_id = ANY ($2))`;

const listSql = `
  ${visibleScenarios} AND ($4::uuid IS NULL OR s.unit_id = $4)
    AND ($5::text IS NULL OR (s.name, s.scenario_id) > ($5, $6::uuid))
  ORDER BY s.name, s.scenario_id LIMIT $7`;

const findSql = `${visibleScenarios} AND s.scenario_id = $4`;
