import { Injectable } from '@nestjs/common';
import type { RunView, Scenario, ScenarioRow } from '@etatlotse/contracts/portfolio';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** More scenarios than that of one round nobody compares. */
const SCENARIOS_SHOWN = 100;

/** Scenarios of a round and the searches for the best one. */
@Injectable()
export class ScenarioQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, roundId: string): Promise<ScenarioRow[]> {
    return this.transactions.run(caller, (tx) => tx.query<ScenarioRow>(listSql, [tx.tenantId, roundId]));
  }

  async find(caller: Caller, scenarioId: string): Promise<Scenario | null> {
    const [row] = await this.transactions.run(caller, (tx) => tx.query<Scenario>(oneSql, [tx.tenantId, scenarioId]));
    return row ?? null;
  }

  async run(caller: Caller, runId: string): Promise<RunView | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<RunView>(
        `SELECT run_id AS id, job_id AS "jobId", state, reached_value AS value, reached_bound AS bound, seconds, answer
         FROM portfolio_run WHERE tenant_id = $1 AND run_id = $2`,
        [tx.tenantId, runId],
      ),
    );
    return row ?? null;
  }
}

const rowColumns = `s.scenario_id AS id, s.name, s.note, cardinality(s.demand_ids) AS demands,
  to_json(s.changed_at) AS "changedAt", p.display_name AS "changedBy", s.version`;

const scenarioFrom = `scenario s JOIN person p ON p.tenant_id = s.tenant_id AND p.person_id = s.changed_by`;

const listSql = `
  SELECT ${rowColumns} FROM ${scenarioFrom} WHERE s.tenant_id = $1 AND s.round_id = $2
  ORDER BY s.changed_at DESC, s.scenario_id LIMIT ${SCENARIOS_SHOWN}`;

const oneSql = `
  SELECT ${rowColumns}, s.round_id AS "roundId", to_json(s.demand_ids) AS "demandIds", to_json(s.is_in) AS "isIn",
    to_json(s.start_years) AS "startYears", s.weights_number AS "weightsNumber"
  FROM ${scenarioFrom} WHERE s.tenant_id = $1 AND s.scenario_id = $2`;
