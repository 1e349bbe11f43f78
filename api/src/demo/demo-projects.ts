import { parseProjectKey } from '@etatlotse/domain/budget';
import { addDays, type Cents, cents, plainDate, type PlainDate, scaleCents, sumCents } from '@etatlotse/domain/shared';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { insertFollowUpCost } from '../project/follow-up-cost.repository';
import { closeBaseline, insertBaseline, readPlan, writePlan } from '../project/project-plan.repository';
import { insertProject, recordEvent } from '../project/project.repository';
import { insertPurchase } from '../project/purchase.repository';
import { demoPlan, type PlacedLine } from './demo-money';
import { DEMO_MAIL_DOMAIN } from './demo-people';
import { DEMO_PROJECTS, type DemoDay, type DemoMilestone, type DemoProject } from './demo-project-list';

type RunAs = <Result>(
  actor: TransactionContext['actor'],
  work: (tx: Transaction) => Promise<Result>,
) => Promise<Result>;

/** The running year, and what every line has in a year. */
interface Season {
  readonly thisYear: number;
  readonly plan: ReadonlyMap<string, Cents>;
}

interface Placed {
  readonly project: DemoProject;
  readonly id: string;
  readonly lines: readonly PlacedLine[];
  readonly baselineId: string | null;
}

/** The programme of the sample city: planned by one treasurer, agreed to by the other, and told about since. */
export async function insertDemoProjects(
  runAs: RunAs,
  tenantId: string,
  lines: readonly PlacedLine[],
  thisYear: number,
): Promise<void> {
  const [first, second] = await runAs(null, (tx) => treasurers(tx, tenantId));
  if (first === undefined || second === undefined) throw new Error('The sample city has two treasurers.');
  const season = { thisYear, plan: demoPlan(lines) };
  const placed = await runAs(first, (tx) => place(tx, lines, season));
  await runAs(second, (tx) => agree(tx, placed));
  const moved = await runAs(first, async (tx) => {
    for (const one of placed) await report(tx, one, thisYear);
    return rebaseline(tx, placed, season);
  });
  await runAs(second, (tx) => agree(tx, moved));
  await runAs(first, async (tx) => {
    await waitForDms(tx, placed);
    for (const one of placed) {
      await buy(tx, one);
      await operate(tx, one, lines);
    }
    // Last, because every word about a project counts as news.
    for (const { id, project } of placed) {
      await tx.execute(`UPDATE project SET reported_on = $3 WHERE tenant_id = $1 AND project_id = $2`, [
        tx.tenantId,
        id,
        addDays(plainDate(tx.today), -project.reportedDaysAgo),
      ]);
    }
  });
}

async function treasurers(tx: Transaction, tenantId: string): Promise<NonNullable<TransactionContext['actor']>[]> {
  const rows = await tx.query<{ personId: string; email: string; displayName: string }>(
    `SELECT person_id AS "personId", email, display_name AS "displayName" FROM person
     WHERE tenant_id = $1 AND email LIKE $2 ORDER BY email DESC`,
    [tenantId, `finanzen%@${DEMO_MAIL_DOMAIN}`],
  );
  return rows.map((person) => ({ ...person, tenantId, roles: [] })).toReversed();
}

const GROUP = {
  key: '',
  form: 'single',
  sponsor: 'Dezernat II',
  unitId: null,
  phase: 'implementation',
  progressMethod: 'milestones',
} as const;

async function place(tx: Transaction, lines: readonly PlacedLine[], season: Season): Promise<Placed[]> {
  const { thisYear } = season;
  const [start, end] = [dayOf([-1, '01-01'], thisYear), dayOf([1, '12-31'], thisYear)];
  const group = { ...GROUP, plannedStart: start, plannedEnd: end };
  const portfolioId = await added(tx, {
    ...group,
    parentId: null,
    level: 'portfolio',
    name: 'IT der Stadt',
    description: 'Alle IT-Vorhaben der Stadt (Demo).',
  });
  const programmeId = await added(tx, {
    ...group,
    parentId: portfolioId,
    level: 'programme',
    name: 'Digitale Verwaltung',
    description: 'Die Systeme, die die Mitteilung vom 27.04.2026 nennt (aus der Quelle); alle Beträge: Demo.',
  });
  const units = await unitIds(tx);
  const placed: Placed[] = [];
  for (const project of DEMO_PROJECTS) {
    const own = lines.filter(({ name }) => project.lines.some((begin) => name.startsWith(begin)));
    const key = own.length === 1 ? (own[0]?.number ?? '') : '';
    const parsed = parseProjectKey(key);
    const id = await added(tx, {
      ...group,
      parentId: programmeId,
      level: 'project',
      key: parsed.ok ? key : '',
      form: parsed.ok ? parsed.value.form : 'collective',
      name: project.name,
      description: project.description,
      unitId: units.get(project.unit) ?? null,
      phase: project.phase,
    });
    placed.push({ project, id, lines: own, baselineId: await begin(tx, { project, id, lines: own }, season) });
  }
  return placed;
}

async function added(tx: Transaction, project: Parameters<typeof insertProject>[1]): Promise<string> {
  const id = await insertProject(tx, project);
  if (id === null) throw new Error(`The key of ${project.name} is taken.`);
  await recordEvent(tx, id, 'created', { level: project.level, key: project.key });
  return id;
}

/** Its lines, its plan, its state, and the first baseline that waits for the second treasurer. */
async function begin(
  tx: Transaction,
  { project, id, lines }: Omit<Placed, 'baselineId'>,
  season: Season,
): Promise<string | null> {
  const { thisYear } = season;
  // What has not begun is paid from next year on.
  const fromYear = project.cost[0] === 0 ? thisYear + 1 : thisYear - 1;
  for (const { lineId, number } of lines) {
    await tx.execute(
      `INSERT INTO project_line (tenant_id, link_id, project_id, line_id, from_year, reason, linked_by, linked_at)
       VALUES ($1, $2, $3, $4, $5, 'Demo', $6, $7)`,
      [tx.tenantId, tx.nextId(), id, lineId, fromYear, tx.personId, tx.now],
    );
    await recordEvent(tx, id, 'line_linked', { lineId, number, fromYear });
  }
  await writePlan(tx, id, planOf({ project, lines }, season));
  await tx.execute(
    `UPDATE project SET state = $3, started_on = CASE $3 WHEN 'running' THEN planned_start END, origin = $4
     WHERE tenant_id = $1 AND project_id = $2`,
    [tx.tenantId, id, project.state, project.origin],
  );
  if (!project.isBaselined) return null;
  return insertBaseline(tx, id, await readPlan(tx, id), {
    reason: 'Projektauftrag (Demo)',
    document: 'Demo: Projektauftrag',
    decidedOn: dayOf([-2, '12-12'], thisYear),
  });
}

function planOf({ project, lines }: Pick<Placed, 'project' | 'lines'>, { thisYear, plan }: Season) {
  const costs = [-1, 0, 1].flatMap((offset) =>
    (['payment', 'expense'] as const).flatMap((direction) => {
      const own = lines.filter((line) => line.direction === direction);
      const yearly = sumCents(own.map(({ lineId }) => plan.get(lineId) ?? cents(0)));
      const amountCents = scaleCents(yearly, project.cost[offset + 1] ?? 0, 100);
      const kind = direction === 'payment' ? ('investment' as const) : ('expense' as const);
      return amountCents === 0 ? [] : [{ fiscalYear: thisYear + offset, kind, amountCents: Number(amountCents) }];
    }),
  );
  const milestones = project.milestones.map(({ name, plannedOn, weight }) => ({
    name,
    plannedOn: dayOf(plannedOn, thisYear),
    weightBasisPoints: weight * 100,
  }));
  const plannedEnd =
    milestones
      .map((one) => one.plannedOn)
      .sort()
      .at(-1) ?? dayOf([1, '12-31'], thisYear);
  return { plannedStart: dayOf([-1, '01-01'], thisYear), plannedEnd, costs, milestones, version: 1 };
}

async function agree(tx: Transaction, placed: readonly Placed[]): Promise<void> {
  for (const { id, baselineId } of placed) {
    if (baselineId === null) continue;
    const number = await closeBaseline(tx, baselineId, 'agreed');
    await recordEvent(tx, id, 'baseline_agreed', { baselineId, number });
  }
}

/** What became of the milestones until today, how a person sees it, and what may happen. */
async function report(tx: Transaction, { project, id }: Placed, thisYear: number): Promise<void> {
  for (const milestone of project.milestones) await reportMilestone(tx, id, milestone, thisYear);
  if (project.judged !== undefined) {
    const [status, text] = project.judged;
    await tx.execute(
      `INSERT INTO project_assessment (tenant_id, assessment_id, project_id, status, text, assessed_on, assessed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.tenantId, tx.nextId(), id, status, text, addDays(plainDate(tx.today), -project.reportedDaysAgo), tx.personId],
    );
  }
  if (project.risk === undefined) return;
  const [title, percent, low, likely, high, days] = project.risk;
  await tx.execute(
    `INSERT INTO project_risk (tenant_id, risk_id, project_id, title, measure, probability_basis_points, low_cents,
       likely_cents, high_cents, delay_days, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
    [tx.tenantId, tx.nextId(), id, title, 'Demo: wird monatlich besprochen', percent * 100, low, likely, high, days],
  );
}

async function reportMilestone(
  tx: Transaction,
  projectId: string,
  milestone: DemoMilestone,
  thisYear: number,
): Promise<void> {
  const dayOrNull = (day: DemoDay | undefined): PlainDate | null => (day === undefined ? null : dayOf(day, thisYear));
  const [reached, forecast] = [dayOrNull(milestone.reachedOn), dayOrNull(milestone.forecastOn)];
  await tx.execute(
    `UPDATE project_milestone SET actual_on = CASE WHEN $4::date <= $5::date THEN $4::date END,
       forecast_on = coalesce($6::date, $4::date) WHERE tenant_id = $1 AND project_id = $2 AND name = $3`,
    [tx.tenantId, projectId, milestone.name, reached, tx.today, forecast],
  );
}

/** Moves the last milestone and the end, adds money, and asks for the second baseline. */
async function rebaseline(
  tx: Transaction,
  placed: readonly Placed[],
  { thisYear, plan: yearlyPlan }: Season,
): Promise<Placed[]> {
  const moved: Placed[] = [];
  for (const one of placed) {
    const { id, project, lines } = one;
    if (project.rebaseline === undefined) continue;
    const { end, morePercent, reason } = project.rebaseline;
    const plan = await readPlan(tx, id);
    const plannedEnd = dayOf(end, thisYear);
    const last = plan.milestones.at(-1)?.milestoneId;
    const yearly = sumCents(lines.map(({ lineId }) => yearlyPlan.get(lineId) ?? cents(0)));
    const more = {
      fiscalYear: thisYear + 1,
      kind: 'expense' as const,
      amountCents: Number(scaleCents(yearly, morePercent, 100)),
    };
    await writePlan(tx, id, {
      plannedStart: plan.plannedStart,
      plannedEnd,
      costs: [...plan.costs.map((cost) => ({ ...cost })), more],
      milestones: plan.milestones.map(({ milestoneId, ...milestone }) => ({
        ...milestone,
        id: milestoneId,
        plannedOn: milestoneId === last ? plannedEnd : milestone.plannedOn,
      })),
      version: 1,
    });
    const deed = { reason, document: 'Demo: Beschluss der Lenkungsgruppe', decidedOn: dayOf([0, '09-01'], thisYear) };
    moved.push({ ...one, baselineId: await insertBaseline(tx, id, await readPlan(tx, id), deed) });
    await recordEvent(tx, id, 'baseline_requested', { plannedEnd }, reason);
  }
  return moved;
}

/** What is still to be bought. */
async function buy(tx: Transaction, { project, id }: Placed): Promise<void> {
  for (const [name, netCents, daysAhead, framework] of project.purchases ?? []) {
    const wantedOn = addDays(plainDate(tx.today), daysAhead);
    const purchase = { projectId: id, name, netCents, wantedOn, framework, isInHouse: false };
    const purchaseId = await insertPurchase(tx, purchase);
    await recordEvent(tx, id, 'purchase', { purchaseId, name, netCents, wantedOn });
  }
}

/** What operation costs after the last milestone, on the line of operation. */
async function operate(tx: Transaction, { project, id }: Placed, lines: readonly PlacedLine[]): Promise<void> {
  if (project.followUp === undefined) return;
  const [name, lineName, yearlyCents] = project.followUp;
  const lineId = lines.find((line) => line.name === lineName)?.lineId;
  const milestoneId = (await readPlan(tx, id)).milestones.at(-1)?.milestoneId;
  if (lineId === undefined || milestoneId === undefined) throw new Error(`${project.name} has nothing to operate.`);
  const followUpId = await insertFollowUpCost(tx, { projectId: id, milestoneId, lineId, name, yearlyCents });
  await recordEvent(tx, id, 'follow_up_cost', { followUpId, name, yearlyCents, milestoneId });
}

/** Process management begins when the DMS is there (source paper, no. 15). */
async function waitForDms(tx: Transaction, placed: readonly Placed[]): Promise<void> {
  const idOf = (name: string): string | undefined => placed.find(({ project }) => project.name === name)?.id;
  const [dms, processes] = [idOf('DMS-Ausbau stadtweit'), idOf('Prozessmanagement')];
  await tx.execute(
    `INSERT INTO project_dependency (tenant_id, dependency_id, project_id, milestone_id, note, recorded_by, recorded_at)
     SELECT $1, $2, $3, milestone_id, 'Aus der Quelle: dauerhaft erst nach Abschluss des DMS-Ausbaus', $5, $6
     FROM project_milestone WHERE tenant_id = $1 AND project_id = $4 AND name = 'Alle Büroarbeitsplätze angeschlossen'`,
    [tx.tenantId, tx.nextId(), processes, dms, tx.personId, tx.now],
  );
}

async function unitIds(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; unit_id: string }>(
    `SELECT code, unit_id FROM org_unit WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return new Map(rows.map(({ code, unit_id }) => [code, unit_id]));
}

function dayOf(day: DemoDay, thisYear: number): PlainDate {
  return plainDate(typeof day === 'string' ? day : `${thisYear + day[0]}-${day[1]}`);
}
