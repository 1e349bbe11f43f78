import type { PortfolioChanged, SaveNewScenario, SaveScenario } from '@etatlotse/contracts/portfolio';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { readRound } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';
import { readWeights } from '../decision.repository';
import {
  countForeignDemands,
  holdScenario,
  insertScenario,
  isNameTaken,
  type ScenarioContent,
  updateScenario,
} from '../scenario.repository';

type ScenarioRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'LIST_INVALID'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'SCENARIO_DEMANDS', { readonly count: number }>
  | Refusal<'SCENARIO_NAME_TAKEN', { readonly name: string }>;

/** Keeps a ranking under a name, so that it can be compared with others. It decides nothing. */
export async function saveNewScenario(
  tx: Transaction,
  roundId: string,
  request: SaveNewScenario,
): Promise<Outcome<PortfolioChanged, ScenarioRefusal>> {
  if ((await readRound(tx, roundId)) === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const checked = await contentOf(tx, roundId, request);
  if (!checked.ok) return checked;
  const id = await insertScenario(tx, roundId, checked.value);
  if (id === null) return refuse({ code: 'SCENARIO_NAME_TAKEN', params: { name: request.name } });
  await tx.audit({
    action: 'scenario.saved',
    subjectType: 'scenario',
    subjectId: id,
    detail: { roundId, demands: request.demandIds.length },
  });
  return ok({ id, version: 1 });
}

/** Replaces the ranking of a scenario; who saw an older one is told. */
export async function saveScenario(
  tx: Transaction,
  scenarioId: string,
  request: SaveScenario,
): Promise<Outcome<PortfolioChanged, ScenarioRefusal>> {
  const held = await holdScenario(tx, scenarioId);
  if (held === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (held.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const checked = await contentOf(tx, held.roundId, request);
  if (!checked.ok) return checked;
  if (await isNameTaken(tx, { roundId: held.roundId, name: request.name, scenarioId })) {
    return refuse({ code: 'SCENARIO_NAME_TAKEN', params: { name: request.name } });
  }
  await updateScenario(tx, scenarioId, checked.value);
  await tx.audit({
    action: 'scenario.changed',
    subjectType: 'scenario',
    subjectId: scenarioId,
    detail: { roundId: held.roundId, demands: request.demandIds.length },
  });
  return ok({ id: scenarioId, version: request.version + 1 });
}

async function contentOf(
  tx: Transaction,
  roundId: string,
  request: SaveNewScenario,
): Promise<Outcome<ScenarioContent, ScenarioRefusal>> {
  const { name, note, demandIds, isIn, startYears } = request;
  const isEven = isIn.length === demandIds.length && startYears.length === demandIds.length;
  if (!isEven || new Set(demandIds).size < demandIds.length) return refuse({ code: 'LIST_INVALID', params: {} });
  const count = await countForeignDemands(tx, roundId, demandIds);
  if (count > 0) return refuse({ code: 'SCENARIO_DEMANDS', params: { count } });
  const { number: weightsNumber } = await readWeights(tx);
  return ok({ name, note, demandIds, isIn, startYears, weightsNumber });
}
