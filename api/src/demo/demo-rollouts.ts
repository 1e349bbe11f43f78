import { addDays, cents, plainDate, type PlainDate } from '@etatlotse/domain/shared';
import { insertBenefit, insertFigure } from '../benefit';
import { insertCount, insertOutcome } from '../outcome';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import {
  insertGoal,
  insertMeasurement,
  insertRollout,
  insertUnit,
  recordEvent,
  saveCapability,
} from '../rollout/rollout.repository';
import type { PlacedLine } from './demo-money';
import { DEMO_BENEFITS, DEMO_OUTCOMES, type DemoOutcome } from './demo-outcome-list';
import { DEMO_MAIL_DOMAIN } from './demo-people';
import {
  DEMO_GOALS,
  DEMO_ROLLOUT_UNITS,
  DEMO_SURVEYS,
  type DemoMoment,
  type DemoRolloutUnit,
} from './demo-rollout-list';

type RunAs = <Result>(
  actor: TransactionContext['actor'],
  work: (tx: Transaction) => Promise<Result>,
) => Promise<Result>;

const QUOTA_BASIS_POINTS = 8_000;
const REPORTED_DAYS_AGO = 12;

/** Ids by name of project and by code of unit, and the days of the sample city. */
interface Places {
  readonly projects: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly dayOf: (moment: DemoMoment) => PlainDate;
}

/** The roll-out of the DMS with the facts of the paper, what a piece costs, and what the projects are to bring. */
export async function insertDemoRollouts(
  runAs: RunAs,
  tenantId: string,
  lines: readonly PlacedLine[],
  thisYear: number,
): Promise<void> {
  const treasurer = await runAs(null, (tx) => findTreasurer(tx, tenantId));
  await runAs(treasurer, async (tx) => {
    const places = await placesOf(tx, thisYear);
    await seedRollout(tx, places);
    for (const outcome of DEMO_OUTCOMES) await seedOutcome(tx, outcome, lines, places);
    await seedBenefits(tx, places, thisYear);
  });
}

async function findTreasurer(tx: Transaction, tenantId: string): Promise<NonNullable<TransactionContext['actor']>> {
  const [person] = await tx.query<{ personId: string; email: string; displayName: string }>(
    `SELECT person_id AS "personId", email, display_name AS "displayName" FROM person
     WHERE tenant_id = $1 AND email = $2`,
    [tenantId, `finanzen@${DEMO_MAIL_DOMAIN}`],
  );
  if (person === undefined) throw new Error('The sample city has a treasurer.');
  return { ...person, tenantId, roles: [] };
}

async function placesOf(tx: Transaction, thisYear: number): Promise<Places> {
  const read = async (sql: string): Promise<ReadonlyMap<string, string>> =>
    new Map((await tx.query<{ name: string; id: string }>(sql, [tx.tenantId])).map(({ name, id }) => [name, id]));
  const dayOf = (moment: DemoMoment): PlainDate => {
    if (typeof moment === 'string') return plainDate(moment);
    if ('daysAgo' in moment) return addDays(plainDate(tx.today), -moment.daysAgo);
    return plainDate(`${thisYear + moment[0]}-${moment[1]}`);
  };
  return {
    projects: await read(`SELECT name, project_id AS id FROM project WHERE tenant_id = $1`),
    units: await read(`SELECT code AS name, unit_id AS id FROM org_unit WHERE tenant_id = $1`),
    dayOf,
  };
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample city has no ${name}.`);
  return id;
}

async function seedRollout(tx: Transaction, places: Places): Promise<void> {
  const { projects, dayOf } = places;
  const rolloutId = await insertRollout(tx, {
    projectId: idOf(projects, 'DMS-Ausbau stadtweit'),
    name: 'DMS stadtweit',
    description:
      'Aus der Quelle (Mitteilung vom 27.04.2026): über 70 % der Büroarbeitsplätze angeschlossen, Eingangspost in mehreren Organisationseinheiten, Schriftgutverwaltung in den übrigen Bereichen bis Ende 2026. Bereiche, Schulungszahlen und Umfragen: Demo.',
    startedOn: '2024-07-01',
    quotaBasisPoints: QUOTA_BASIS_POINTS,
    technology: null,
    origin: 'source',
  });
  await recordEvent(tx, rolloutId, 'created', { detail: { quotaBasisPoints: QUOTA_BASIS_POINTS } });
  for (const { project, goalOn, measured, ...goal } of DEMO_GOALS) {
    const goalDay = dayOf(goalOn);
    const goalId = await insertGoal(tx, { ...goal, rolloutId, projectId: idOf(projects, project), goalOn: goalDay });
    for (const { on, operator = 'exact', count, share = null, isSource = false, source } of measured) {
      const measuredOn = dayOf(on);
      if (measuredOn > tx.today) continue;
      await insertMeasurement(tx, {
        goalId,
        measuredOn,
        operator,
        numerator: count?.[0] ?? null,
        denominator: count?.[1] ?? null,
        shareBasisPoints: share,
        source,
        supersedesId: null,
        reason: '',
        origin: isSource ? 'source' : 'demo',
      });
    }
    await recordEvent(tx, rolloutId, 'goal_added', { detail: { goalId, goalOn: goalDay } });
  }
  for (const unit of DEMO_ROLLOUT_UNITS) await seedUnit(tx, rolloutId, unit, places);
  for (const survey of DEMO_SURVEYS) await seedSurvey(tx, rolloutId, survey, dayOf(survey.on));
  // Last, because every word about a roll-out counts as news.
  await tx.execute(`UPDATE rollout SET reported_on = $3 WHERE tenant_id = $1 AND rollout_id = $2`, [
    tx.tenantId,
    rolloutId,
    dayOf({ daysAgo: REPORTED_DAYS_AGO }),
  ]);
}

async function seedUnit(
  tx: Transaction,
  rolloutId: string,
  { unit, persons, trained, cells }: DemoRolloutUnit,
  { units, dayOf }: Places,
): Promise<void> {
  const unitId = idOf(units, unit);
  await insertUnit(tx, rolloutId, unitId, QUOTA_BASIS_POINTS);
  await tx.execute(
    `UPDATE rollout_unit SET persons = $4, trained = $5, told_on = CASE WHEN $4::integer IS NULL THEN NULL ELSE $6::date END
     WHERE tenant_id = $1 AND rollout_id = $2 AND unit_id = $3`,
    [tx.tenantId, rolloutId, unitId, persons, trained, dayOf({ daysAgo: REPORTED_DAYS_AGO })],
  );
  for (const [capability, state, from, to] of cells) {
    const [first, second] = [dayOf(from), to === undefined ? null : dayOf(to)];
    // Early in a year a day of the sample city may still be to come: then it is planned.
    const stand = second !== null && second > tx.today ? 'pilot' : first > tx.today ? 'planned' : state;
    await saveCapability(tx, rolloutId, unitId, {
      capability,
      state: stand,
      plannedOn: stand === 'planned' ? first : null,
      pilotOn: stand === 'planned' ? null : first,
      liveOn: stand === 'live' ? second : null,
      note: 'Demo',
      version: 1,
    });
    await recordEvent(tx, rolloutId, 'capability', { detail: { unitId, capability, state: stand }, unitId });
  }
}

async function seedSurvey(
  tx: Transaction,
  rolloutId: string,
  { invited, answers }: (typeof DEMO_SURVEYS)[number],
  heldOn: PlainDate,
): Promise<void> {
  await tx.execute(
    `INSERT INTO rollout_survey (tenant_id, survey_id, rollout_id, held_on, question, invited, answered_1, answered_2,
       answered_3, answered_4, answered_5, source, origin, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'demo', $13, $14)`,
    [
      tx.tenantId,
      tx.nextId(),
      rolloutId,
      heldOn,
      'Die E-Akte hilft mir bei meiner Arbeit.',
      invited,
      ...answers,
      'Demo: Umfrage im Intranet',
      tx.personId,
      tx.now,
    ],
  );
}

async function seedOutcome(
  tx: Transaction,
  outcome: DemoOutcome,
  lines: readonly PlacedLine[],
  { projects, units, dayOf }: Places,
): Promise<void> {
  const [begin, end] = outcome.lines ?? ['', ''];
  const own = lines.filter(({ name }) => outcome.lines !== undefined && name.startsWith(begin) && name.endsWith(end));
  const outcomeId = await insertOutcome(
    tx,
    {
      name: outcome.name,
      piece: outcome.piece,
      kind: outcome.kind,
      basis: outcome.basis,
      description: 'Die Kosten kommen aus den Buchungen; die gezählten Mengen sind erfunden (Demo).',
      unitId: outcome.unit === null ? null : idOf(units, outcome.unit),
      projectId: outcome.project === undefined ? null : idOf(projects, outcome.project),
      lineIds: own.map(({ lineId }) => lineId),
    },
    'demo',
  );
  for (const { on, quantity, operator = 'exact', unit } of outcome.counts) {
    const measuredOn = dayOf(on);
    if (measuredOn > tx.today) continue;
    await insertCount(tx, {
      outcomeId,
      unitId: unit === undefined ? null : idOf(units, unit),
      measuredOn,
      operator,
      quantity,
      source: 'Demo: Zählung der IT-Organisation',
      supersedesId: null,
      reason: '',
      origin: 'demo',
    });
  }
  await tx.audit({ action: 'outcome.created', subjectType: 'outcome', subjectId: outcomeId });
}

async function seedBenefits(tx: Transaction, { projects, units }: Places, thisYear: number): Promise<void> {
  for (const { project, unit, reviewInDays, figures, ...face } of DEMO_BENEFITS) {
    const benefitId = await insertBenefit(tx, {
      ...face,
      projectId: idOf(projects, project),
      unitId: unit === null ? null : idOf(units, unit),
      reviewOn: addDays(plainDate(tx.today), reviewInDays),
      origin: 'demo',
    });
    for (const [offset, kind, hours, euros, reason = ''] of figures) {
      const amountCents = cents(euros * 100);
      await insertFigure(tx, benefitId, { fiscalYear: thisYear + offset, kind, hours, amountCents, reason });
    }
    await tx.audit({ action: 'benefit.created', subjectType: 'benefit', subjectId: benefitId });
  }
}
