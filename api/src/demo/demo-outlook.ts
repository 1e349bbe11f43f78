import type { RecordParameter } from '@etatlotse/contracts/capacity';
import { MICROS } from '@etatlotse/contracts/capacity/plain';
import {
  enterDemoRelease,
  insertParameter,
  keepScenario,
  replaceDeparture,
  replaceGoLive,
  type ReleaseDraft,
} from '../capacity';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { seedGoLives } from './demo-capacity';

/** Full cost of an hour in cents, second-hand (KGSt 8/2025): examples that a city must confirm. */
const HOURLY_RATES: Readonly<Record<string, number>> = {
  'E 5': 5_518,
  'E 6': 5_418,
  'E 8': 5_726,
  'E 9b': 6_779,
  'E 9c': 6_833,
  'E 10': 7_348,
  'E 11': 7_855,
  'A 9': 7_332,
  'A 10': 7_482,
  'A 11': 8_396,
};
/** What IT operation needs for each go-live; the last one is not estimated, as it happens. */
const OPERATION_HUNDREDTHS = [40, 15] as const;

type RunAs = <Result>(
  actor: TransactionContext['actor'],
  work: (tx: Transaction) => Promise<Result>,
) => Promise<Result>;

/** Rates, departures, scenarios and releases of the sample city, kept by its head of finance. Runs once projects are there. */
export async function insertDemoOutlook(
  runAs: RunAs,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  fiscalYear: number,
): Promise<void> {
  const held = { kind: null, unitId: null, unitIds: null, bodyId: null, substituteFor: null, validTo: null };
  const actor = { tenantId, personId, displayName: '', email: '', roles: [{ role: 'finance' as const, ...held }] };
  await runAs(null, seedGoLives);
  await runAs(actor, (tx) => seedOutlook(tx, fiscalYear));
}

/** Everything is invented but the rates. */
async function seedOutlook(tx: Transaction, fiscalYear: number): Promise<void> {
  for (const [key, valueMicros] of Object.entries(HOURLY_RATES)) {
    await insertParameter(tx, rateOf(key, valueMicros * MICROS), 'demo');
  }
  await estimateOperation(tx);
  await noteDepartures(tx, fiscalYear);
  await enterReleases(tx, fiscalYear);
  const unitId = await unitOf(tx, 'FB 50');
  const today = { unitId, fiscalYear: fiscalYear + 1, fromMonth: 1, minutesPercent: 100, milestoneId: null };
  const questions = [
    { name: 'Online-Antrag ein halbes Jahr später', volumePercent: 100, postFteHundredths: 0, slipMonths: 6 },
    { name: 'Zehn Prozent mehr Anträge, eine Stelle mehr', volumePercent: 110, postFteHundredths: 100, slipMonths: 0 },
  ];
  for (const question of questions) {
    const kept = await keepScenario(tx, { ...today, ...question }, 'demo');
    if (!kept.ok) throw new Error(`The sample city refused a scenario: ${kept.refusal.code}`);
  }
}

function rateOf(key: string, valueMicros: number): RecordParameter {
  const source = { source: 'KGSt-Bericht 8/2025, zweite Hand', sourceYear: 2025, validFrom: '2025-08-01' };
  return { kind: 'hourly_rate', key, valueMicros, isExample: true, ...source };
}

async function estimateOperation(tx: Transaction): Promise<void> {
  const goLives = await tx.query<{ taskId: string; effect: Parameters<typeof replaceGoLive>[2] }>(
    `SELECT g.task_id AS "taskId", json_build_object('milestoneId', g.milestone_id, 'onlineSeconds', g.online_seconds,
       'course', g.course, 'onlinePercent', g.online_percent, 'months', g.course_months, 'dipPercents', g.dip_percents,
       'reboundPercent', g.rebound_percent, 'version', 1) AS effect
     FROM task_go_live g JOIN task t ON t.tenant_id = g.tenant_id AND t.task_id = g.task_id
     WHERE g.tenant_id = $1 ORDER BY t.name DESC`,
    [tx.tenantId],
  );
  for (const [at, operationFteHundredths] of OPERATION_HUNDREDTHS.entries()) {
    const goLive = goLives[at];
    if (goLive !== undefined) await replaceGoLive(tx, goLive.taskId, { ...goLive.effect, operationFteHundredths });
  }
}

/** Two people retire in the coming spring. */
async function noteDepartures(tx: Transaction, fiscalYear: number): Promise<void> {
  const leaving = [
    ['FB 50', `${fiscalYear + 1}-02-28`, 150],
    ['FB 32', `${fiscalYear + 1}-05-31`, 120],
  ] as const;
  for (const [code, leavesOn, daysToFill] of leaving) {
    const [post] = await tx.query<{ id: string }>(
      `SELECT p.post_id AS id FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
       JOIN occupancy o ON o.tenant_id = p.tenant_id AND o.post_id = p.post_id
       WHERE p.tenant_id = $1 AND u.code = $2 AND o.valid_until IS NULL AND o.absences = '[]' ORDER BY p.number LIMIT 1`,
      [tx.tenantId, code],
    );
    if (post === undefined) throw new Error(`The sample city has nobody in ${code} who could leave.`);
    await replaceDeparture(tx, post.id, { leavesOn, daysToFill, rampUpPercents: [50, 75] });
  }
}

async function enterReleases(tx: Transaction, fiscalYear: number): Promise<void> {
  const [benefits, services] = [await unitOf(tx, 'FB 50'), await unitOf(tx, 'FB 32')];
  const [task] = await tx.query<{ id: string; milestoneId: string }>(
    `SELECT g.task_id AS id, g.milestone_id AS "milestoneId" FROM task_go_live g
     JOIN task t ON t.tenant_id = g.tenant_id AND t.task_id = g.task_id
     WHERE g.tenant_id = $1 AND t.unit_id = $2 ORDER BY t.name DESC LIMIT 1`,
    [tx.tenantId, benefits],
  );
  const [post] = await tx.query<{ id: string }>(
    `SELECT p.post_id AS id FROM post p WHERE p.tenant_id = $1 AND p.unit_id = $2 AND NOT EXISTS (SELECT FROM occupancy o
       WHERE o.tenant_id = p.tenant_id AND o.post_id = p.post_id) ORDER BY p.number LIMIT 1`,
    [tx.tenantId, benefits],
  );
  const year = { fiscalYear, yearHours: 0 };
  const drafts: ReleaseDraft[] = [
    {
      stage: 'assumed',
      release: { ...year, name: 'Auskünfte über das Portal', unitId: services, runRateHours: 310, grade: 'E 6' },
    },
    {
      stage: 'measured',
      surveyedOn: `${fiscalYear}-03-16`,
      milestoneId: task?.milestoneId ?? null,
      release: {
        ...{ fiscalYear, name: 'Terminbuchung am Bürgerservice', unitId: services, grade: 'E 6' },
        ...{ yearHours: 520, runRateHours: 640, secondsPerCase: 720 },
      },
    },
    {
      stage: 'realised',
      surveyedOn: `${fiscalYear - 1}-11-03`,
      milestoneId: task?.milestoneId ?? null,
      postId: post?.id ?? null,
      release: {
        ...{ fiscalYear, name: 'Digitaler Posteingang', unitId: benefits, grade: 'E 9a' },
        ...{ yearHours: 1_180, runRateHours: 1_180, secondsPerCase: 900 },
      },
    },
  ];
  if (task !== undefined) {
    drafts.push({
      stage: 'planned',
      milestoneId: task.milestoneId,
      release: {
        ...{ fiscalYear: fiscalYear + 1, name: 'Wohngeld: Online-Antrag', unitId: benefits, taskId: task.id },
        ...{ yearHours: 350, runRateHours: 1_900, secondsPerCase: 4_200, grade: 'E 9a' },
      },
    });
  }
  for (const draft of drafts) await enterDemoRelease(tx, draft);
}

async function unitOf(tx: Transaction, code: string): Promise<string> {
  const [unit] = await tx.query<{ id: string }>(
    `SELECT unit_id AS id FROM org_unit WHERE tenant_id = $1 AND code = $2`,
    [tx.tenantId, code],
  );
  if (unit === undefined) throw new Error(`The sample city has no unit ${code}.`);
  return unit.id;
}
