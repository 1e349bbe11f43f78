import type { ChangeRound, PhaseDays, PrepareRound, RoundChanged, SetRoundCeilings } from '@etatlotse/contracts/demand';
import { arePhasesInOrder, type PhaseDates } from '@etatlotse/domain/demand';
import { ok, type Outcome, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpRound, copyCeilings, holdRound, insertRound, roundYears, writeCeilings } from '../round.repository';

type RoundRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'ROUND_EXISTS', { readonly fiscalYear: number }>
  | Refusal<'ROUND_YEARS'>
  | Refusal<'ROUND_PHASES'>
  | Refusal<'ROUND_CLOSED'>
  | Refusal<
      'DEMAND_YEAR_OUTSIDE',
      { readonly fiscalYear: number; readonly firstYear: number; readonly lastYear: number }
    >;

/**
 * Prepares the round of a budget of one year or two, with the ceilings that the frames have; what no frame has a ceiling for is
 * unknown until somebody sets it.
 */
export async function prepareRound(
  tx: Transaction,
  { firstYear, lastYear, callLetter, phases }: PrepareRound,
): Promise<Outcome<RoundChanged, RoundRefusal>> {
  if (lastYear !== firstYear && lastYear !== firstYear + 1) return refuse({ code: 'ROUND_YEARS', params: {} });
  const dates = phaseDates(phases);
  if (!arePhasesInOrder(dates)) return refuse({ code: 'ROUND_PHASES', params: {} });
  const id = await insertRound(tx, { firstYear, lastYear, callLetter, phases: dates });
  if (id === null) return refuse({ code: 'ROUND_EXISTS', params: { fiscalYear: firstYear } });
  await copyCeilings(tx, id, roundYears({ firstYear, lastYear }));
  await tx.audit({
    action: 'planning_round.prepared',
    subjectType: 'planning_round',
    subjectId: id,
    detail: { firstYear, lastYear },
  });
  return ok({ id, version: 1 });
}

/** Changes the call letter and the dates. */
export async function changeRound(
  tx: Transaction,
  roundId: string,
  { callLetter, phases, version }: ChangeRound,
): Promise<Outcome<RoundChanged, RoundRefusal>> {
  const round = await holdRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (round.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (round.state === 'closed') return refuse({ code: 'ROUND_CLOSED', params: {} });
  const dates = phaseDates(phases);
  if (!arePhasesInOrder(dates)) return refuse({ code: 'ROUND_PHASES', params: {} });
  await tx.execute(
    `UPDATE planning_round SET call_letter = $3, submit_by = $4, determine_by = $5, examine_by = $6, deliberate_by = $7,
       plan_by = $8, adopt_by = $9 WHERE tenant_id = $1 AND round_id = $2`,
    [
      tx.tenantId,
      roundId,
      callLetter,
      dates.submit,
      dates.determine,
      dates.examine,
      dates.deliberate,
      dates.plan,
      dates.adopt,
    ],
  );
  const changed = await bumpRound(tx, round);
  await tx.audit({
    action: 'planning_round.changed',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { before: round.phases, phases: dates },
  });
  return ok({ id: roundId, version: changed });
}

/** Sets ceilings of frames by year, or says that one is unknown (R26). */
export async function setRoundCeilings(
  tx: Transaction,
  roundId: string,
  { ceilings, version }: SetRoundCeilings,
): Promise<Outcome<RoundChanged, RoundRefusal>> {
  const round = await holdRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (round.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (round.state === 'closed') return refuse({ code: 'ROUND_CLOSED', params: {} });
  const years = roundYears(round);
  const outside = ceilings.find(({ fiscalYear }) => !years.some((year) => year === fiscalYear));
  if (outside !== undefined) {
    const [firstYear, lastYear] = [years[0] ?? round.firstYear, years.at(-1) ?? round.lastYear];
    return refuse({
      code: 'DEMAND_YEAR_OUTSIDE',
      params: { fiscalYear: outside.fiscalYear, firstYear, lastYear },
    });
  }
  await writeCeilings(tx, roundId, ceilings);
  const changed = await bumpRound(tx, round);
  await tx.audit({
    action: 'planning_round.ceilings_set',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { ceilings },
  });
  return ok({ id: roundId, version: changed });
}

function phaseDates(phases: PhaseDays): PhaseDates {
  return {
    submit: plainDate(phases.submit),
    determine: plainDate(phases.determine),
    examine: plainDate(phases.examine),
    deliberate: plainDate(phases.deliberate),
    plan: plainDate(phases.plan),
    adopt: plainDate(phases.adopt),
  };
}
