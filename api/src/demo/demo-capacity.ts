import type { CreatePost, CreateTask, RecordParameter } from '@etatlotse/contracts/capacity';
import { MICROS } from '@etatlotse/contracts/capacity/plain';
import { seasonalCases } from '@etatlotse/domain/capacity';
import { addDays, addMonths, plainDate } from '@etatlotse/domain/shared';
import {
  insertDriver,
  insertParameter,
  insertPost,
  insertTask,
  insertVolumes,
  type NewVolume,
  replaceGoLive,
  replaceStock,
} from '../capacity';
import type { Transaction } from '../platform/database/transactions';
import { seedStaffingPlan } from './demo-staffing-plan';
import { DEMO_POSTS, type DemoPosts } from './demo-capacity-catalogue';
import { DEMO_GO_LIVES, DEMO_TASKS, demoDrivers, type DemoTask } from './demo-capacity-tasks';
import { SeededRandom } from './seeded-random';

const [FULL_TIME, OFFICIAL_FULL_TIME] = [2_340, 2_400];
/** So many years of months are known. */
const YEARS_BACK = 6;
/** A month is off by up to so much, because people do not come by plan. */
const ROUGHNESS = 0.09;
const SEED = 20_260_101;
const KGST_2022 = { source: 'KGSt-Bericht 11/2022, zweite Hand', sourceYear: 2022, validFrom: '2022-11-01' };
const KGST_2025 = { source: 'KGSt-Bericht 8/2025, zweite Hand', sourceYear: 2025, validFrom: '2025-08-01' };
const HANDBOOK = { source: 'Organisationshandbuch des BMI, 2.4.3.5.4.3', sourceYear: 2025, validFrom: '2022-11-01' };

/** Figures, posts and tasks of the sample city; a task nobody has counted and a post nobody holds are among them. */
export async function seedCapacity(
  tx: Transaction,
  units: ReadonlyMap<string, string>,
  fiscalYear: number,
): Promise<void> {
  for (const figure of figures()) await insertParameter(tx, figure, 'demo');
  for (const posts of DEMO_POSTS) await addPosts(tx, posts, unitOf(units, posts.unit), fiscalYear);
  await seedStaffingPlan(tx, units, fiscalYear);
  const random = new SeededRandom(SEED);
  const ids = new Map<string, string>();
  for (const task of DEMO_TASKS) {
    const taskId = await addTask(tx, task, unitOf(units, task.unit), fiscalYear);
    ids.set(task.name, taskId);
    if (task.yearly !== null)
      await insertVolumes(tx, taskId, numbersOf(task, task.yearly, fiscalYear, tx.today, random));
  }
  for (const { task, driver } of demoDrivers(fiscalYear)) await insertDriver(tx, ids.get(task) ?? '', driver);
}

/** What projects change about tasks: their day is that of the milestone, which has slipped. Runs once projects are there. */
export async function seedGoLives(tx: Transaction): Promise<void> {
  for (const { task, milestone, ...effect } of DEMO_GO_LIVES) {
    const [found] = await tx.query<{ task_id: string; milestone_id: string }>(
      `SELECT t.task_id, m.milestone_id FROM task t JOIN project_milestone m ON m.tenant_id = t.tenant_id
       WHERE t.tenant_id = $1 AND t.name = $2 AND m.name = $3 AND m.dropped_at IS NULL`,
      [tx.tenantId, task, milestone],
    );
    if (found === undefined) throw new Error(`The sample city lacks ${task} or ${milestone}.`);
    await replaceGoLive(tx, found.task_id, { ...effect, milestoneId: found.milestone_id, version: 1 });
  }
}

function figures(): RecordParameter[] {
  const figure = (kind: RecordParameter['kind'], value: number, from: object, wish: object = {}): RecordParameter =>
    ({ kind, valueMicros: Math.round(value * MICROS), isExample: true, ...from, ...wish }) as RecordParameter;
  return [
    figure('yearly_minutes', 95_400, KGST_2022, { key: 'employee' }),
    figure('yearly_minutes', 97_860, KGST_2022, { key: 'official' }),
    figure('yearly_minutes', 93_660, KGST_2025, { key: 'employee' }),
    figure('yearly_minutes', 96_120, KGST_2025, { key: 'official' }),
    figure('allowance', 0.1, HANDBOOK, { basis: 'surcharge_on_base_time' }),
    figure('workplace_cost', 970_000, KGST_2025),
    figure('overhead', 0.2, KGST_2025),
    figure('hourly_rate', 6_302, KGST_2025, { key: 'E 9a' }),
    figure('bundling_threshold', 0.25, { ...HANDBOOK, source: 'Festlegung der Stadt (Demo)' }),
  ];
}

async function addPosts(tx: Transaction, posts: DemoPosts, unitId: string, fiscalYear: number): Promise<void> {
  const day = (month: number, date = 1): string => {
    const text = [fiscalYear, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
    return plainDate(text);
  };
  for (const [at, { share, status, grade, story }] of posts.posts.entries()) {
    const fullTimeMinutes = status === 'official' ? OFFICIAL_FULL_TIME : FULL_TIME;
    const weeklyMinutes = Math.round(share * fullTimeMinutes);
    const holder = { from: '2020-01-01', weeklyMinutes, rampUpPercents: [], absences: [] };
    const newcomer = (from: string): object => ({ ...holder, from, rampUpPercents: [25, 50, 75] });
    const occupancies: Record<typeof story, readonly object[]> = {
      held: [holder],
      empty: [],
      handed_on: [{ ...holder, until: addDays(plainDate(day(2)), -1) }, newcomer(day(8))],
      newcomer: [newcomer(day(4))],
      parental_leave: [
        { ...holder, absences: [{ from: day(5), until: addMonths(plainDate(day(5)), 12), percent: 100 }] },
      ],
    };
    const post = {
      number: `${posts.unit.replace(' ', '')}-${String(at + 1).padStart(2, '0')}`,
      name: posts.name,
      unitId,
      status,
      grade,
      weeklyMinutes,
      fullTimeMinutes,
      from: '2020-01-01',
      occupancies: occupancies[story],
    };
    await insertPost(tx, post as CreatePost, 'demo');
  }
}

async function addTask(tx: Transaction, task: DemoTask, unitId: string, fiscalYear: number): Promise<string> {
  const { name, kind, minutes, method, product, sample, deadline, stock } = task;
  const created: CreateTask = {
    name,
    unitId,
    kind,
    product,
    recoverySeconds: 0,
    method,
    surveyedOn: `${fiscalYear - task.surveyedYearsAgo}-05-15`,
    source: 'Demo: eigene Erhebung',
    ...(minutes === null ? {} : { baseSeconds: Math.round(minutes * 60) }),
    ...(sample === null ? {} : { sampleCases: sample }),
    ...(deadline === null ? {} : { deadline }),
  };
  const taskId = await insertTask(tx, created, 'demo');
  if (taskId === null) throw new Error(`The sample city has ${name} twice.`);
  if (stock !== null)
    await replaceStock(tx, taskId, { ...stock, countedOn: countedOn(tx.today, fiscalYear), months: [] });
  return taskId;
}

/** The last half-year's end before today: then the units count what lies there. */
function countedOn(today: string, fiscalYear: number): string {
  return today > `${fiscalYear}-06-30` ? `${fiscalYear}-06-30` : `${fiscalYear - 1}-12-31`;
}

/** Six years of months that came in, this year's as far as they are over, and the plan of this year and the next. */
function numbersOf(
  { season, growth }: DemoTask,
  yearly: number,
  fiscalYear: number,
  today: string,
  random: SeededRandom,
): NewVolume[] {
  const over = Number(today.slice(5, 7)) - 1;
  const volumes: NewVolume[] = [];
  for (let year = fiscalYear - YEARS_BACK; year <= fiscalYear + 1; year += 1) {
    const size = yearly * (1 + growth) ** (year - fiscalYear);
    const months = seasonalCases(size, season);
    months.forEach((count, at) => {
      const come = Math.round(count * (1 + ROUGHNESS * (random.next() * 2 - 1)));
      const isOver = year < fiscalYear || (year === fiscalYear && at < over);
      if (isOver) volumes.push({ fiscalYear: year, month: at + 1, kind: 'actual', count: come });
      if (year >= fiscalYear)
        volumes.push({ fiscalYear: year, month: at + 1, kind: 'planned', count: Math.round(count) });
    });
  }
  return volumes;
}

function unitOf(units: ReadonlyMap<string, string>, code: string): string {
  const unitId = units.get(code);
  if (unitId === undefined) throw new Error(`The sample city has no unit ${code}.`);
  return unitId;
}
