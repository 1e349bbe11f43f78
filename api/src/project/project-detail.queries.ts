import { Injectable } from '@nestjs/common';
import type {
  Project,
  ProjectForecastAnswer,
  ProjectLineOffer,
  ProjectSearchQuery,
  ProjectYear,
} from '@etatlotse/contracts/project';
import { type Actor, may, unitScope } from '@etatlotse/domain/access';
import {
  type Baseline,
  compareBaselines,
  differs,
  expectedCents,
  followUpYears,
  forecastProject,
  monthBefore,
  progressCurve,
  restRange,
} from '@etatlotse/domain/project';
import {
  addDays,
  cents,
  fiscalYearOf,
  type PlainDate,
  plainDate,
  planningWindow,
  planYears,
  scaleCents,
  sumCents,
  WHOLE_BASIS_POINTS,
} from '@etatlotse/domain/shared';
import { searchPatterns } from '../budget';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { adviseProcurement, type ProcurementRules, procurementRules } from '../procurement';
import {
  bookedSinceSql,
  type BookedSince,
  type LedgerYear,
  offersSql,
  projectDetailSql,
  type StoredDetail,
} from './project-detail.sql';
import { projectFactsSql } from './project-facts.sql';
import { judgeProject, type ProjectFacts, type ProjectLimits } from './project-row';
import { projectLimits, yearOfToday } from './project.queries';
import { randomOf } from './seeded-random';

const OFFERS = 30;

/** One project as its page shows it. */
@Injectable()
export class ProjectDetailQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where it does not exist for the reader. */
  async find(caller: Caller, projectId: string): Promise<Project | null> {
    return this.transactions.run(caller, async (tx) => {
      const found = await read(tx, caller.actor, projectId);
      if (found === null) return null;
      const today = plainDate(tx.today);
      const [booked] = await tx.query<BookedSince>(bookedSinceSql, [tx.tenantId, projectId, monthBefore(today)]);
      return toProject(found, caller.actor, today, booked ?? { spentCents: 0, events: 0 });
    });
  }

  /** Finish and cost from 5,000 runs; the same project gets the same answer on the same facts. Null where unseen. */
  async forecast(caller: Caller, projectId: string): Promise<ProjectForecastAnswer | null> {
    return this.transactions.run(caller, async (tx) => {
      const found = await read(tx, caller.actor, projectId);
      return found === null ? null : forecastOf(found, plainDate(tx.today));
    });
  }

  /** Lines that could pay for the project: those with its key first. Null where the project is not seen. */
  async lineOffers(
    caller: Caller,
    projectId: string,
    { q = '' }: ProjectSearchQuery,
  ): Promise<readonly ProjectLineOffer[] | null> {
    return this.transactions.run(caller, async (tx) => {
      const found = await tx.query<{ facts: ProjectFacts }>(projectFactsSql, paramsOf(tx, caller.actor, projectId));
      const facts = found[0]?.facts;
      if (facts === undefined) return null;
      const rows = await tx.query<{ offer: ProjectLineOffer }>(offersSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.link'),
        facts.key,
        q.trim() === '' ? null : searchPatterns(q),
        OFFERS,
      ]);
      return rows.map(({ offer }) => offer);
    });
  }
}

interface Found {
  readonly facts: ProjectFacts;
  readonly detail: StoredDetail;
  readonly limits: ProjectLimits;
  readonly procurement: ProcurementRules;
}

const paramsOf = (tx: Transaction, actor: Actor, projectId: string): readonly unknown[] => [
  tx.tenantId,
  unitScope(actor, 'project.read'),
  yearOfToday(tx),
  projectId,
];

async function read(tx: Transaction, actor: Actor, projectId: string): Promise<Found | null> {
  const [row] = await tx.query<{ facts: ProjectFacts }>(projectFactsSql, paramsOf(tx, actor, projectId));
  if (row === undefined) return null;
  const [found] = await tx.query<{ detail: StoredDetail }>(projectDetailSql, [
    tx.tenantId,
    unitScope(actor, 'project.read'),
    projectId,
    unitScope(actor, 'budget.read'),
  ]);
  const limits = await projectLimits(tx);
  const procurement = await procurementRules(tx);
  return found === undefined ? null : { facts: row.facts, detail: found.detail, limits, procurement };
}

function toProject(
  { facts, detail, limits, procurement }: Found,
  actor: Actor,
  today: PlainDate,
  booked: BookedSince,
): Project {
  const { row, ruled, plannedBasisPoints, doneBasisPoints, earnedOriginal } = judgeProject(facts, today, limits);
  const { baselines, plan, ledger, unitId, risks, followUps, purchases, ...rest } = detail;
  const [original, current] = [baselines[0] ?? null, baselines.at(-1) ?? null];
  const judgedRisks = risks.map((risk) => ({ ...risk, expectedCents: expectedCents(risk) }));
  return {
    ...row,
    ...rest,
    reportDays: limits.reportDays,
    unitId,
    progressMethod: facts.progressMethod,
    plannedBasisPoints,
    doneBasisPoints,
    findings: ruled.findings,
    earnedOriginal,
    costs: plan.costs,
    curve: current === null ? [] : curveOf(facts, current.plannedStart, today),
    month: monthOf({ facts, detail, limits, procurement }, today, booked),
    comparison: original === null || current === null ? null : compareBaselines(original, current),
    planDiffers: current !== null && differs(compareBaselines(current, plan)),
    years: yearsOf(ledger, current),
    risks: judgedRisks,
    purchases: purchases.map((purchase) => advised(purchase, procurement, today)),
    followUps: followUps.map((cost) => ({ ...cost, years: yearsAhead(cost, today) })),
    expectedRiskCents: sumCents(
      judgedRisks.filter(({ state }) => state === 'open').map((risk) => cents(risk.expectedCents)),
    ),
    mayWrite: may(actor, 'project.write', { unitId }),
    mayLinkLines: may(actor, 'project.link', { unitId }),
  };
}

function curveOf(facts: ProjectFacts, start: PlainDate, today: PlainDate): Project['curve'] {
  const bac = cents(facts.budgetCents ?? 0);
  return progressCurve(facts.milestones, start, today).map((point) => ({
    ...point,
    plannedCents: scaleCents(bac, point.plannedBasisPoints, WHOLE_BASIS_POINTS),
    earnedCents: point.doneBasisPoints === null ? null : scaleCents(bac, point.doneBasisPoints, WHOLE_BASIS_POINTS),
  }));
}

/** What a month has brought. The earlier state is reckoned from the same milestones as of its own day. */
function monthOf({ facts, detail, limits }: Found, today: PlainDate, booked: BookedSince): Project['month'] {
  const since = monthBefore(today);
  const judgedThen = detail.assessments.find(
    ({ assessedOn, progressBasisPoints }) => assessedOn <= since && progressBasisPoints !== null,
  );
  const now = judgeProject(facts, today, limits).row.earned;
  const factsThen = { ...facts, judgedBasisPoints: judgedThen?.progressBasisPoints ?? 0 };
  const then = judgeProject(factsThen, since, limits).row.earned;
  return {
    since,
    earnedCents: now === null || then === null ? null : now.earnedValueCents - then.earnedValueCents,
    plannedCents: now === null || then === null ? null : now.plannedValueCents - then.plannedValueCents,
    ...booked,
    reached: detail.milestones
      .filter(({ actualOn }) => actualOn !== null && actualOn > since && actualOn <= today)
      .map(({ name }) => name),
  };
}

/** What the baseline says and what the ledger has, year by year and side by side of the budget. */
function yearsOf(ledger: readonly LedgerYear[], baseline: Baseline | null): ProjectYear[] {
  const years = new Map<string, ProjectYear>();
  for (const one of ledger) {
    years.set(`${one.fiscalYear} ${one.kind}`, { ...one, baselineCents: baseline === null ? null : 0 });
  }
  for (const { fiscalYear, kind, amountCents } of baseline?.costs ?? []) {
    if (kind === 'internal') continue;
    const known = years.get(`${fiscalYear} ${kind}`);
    years.set(`${fiscalYear} ${kind}`, {
      ...(known ?? { fiscalYear, kind, adjustedCents: 0, committedCents: 0, actualCents: 0, availableCents: 0 }),
      baselineCents: amountCents,
    });
  }
  return [...years].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, year]) => year);
}

/** A purchase with the way it goes. */
function advised(
  { netCents, wantedOn, ...purchase }: StoredDetail['purchases'][number],
  rules: ProcurementRules,
  today: PlainDate,
): Project['purchases'][number] {
  const { framework, isInHouse } = purchase;
  const asked = { netCents: cents(netCents), wantedOn: plainDate(wantedOn), isFramework: framework !== '', isInHouse };
  return { ...purchase, advice: adviseProcurement(asked, rules, today) };
}

/** What operation costs in the years of the next plan (R12). */
function yearsAhead({ yearlyCents, startsOn }: StoredDetail['followUps'][number], today: PlainDate) {
  const window = planningWindow(planYears(fiscalYearOf(today)));
  return followUpYears({ yearlyCents: cents(yearlyCents), startsOn: plainDate(startsOn) }, window);
}

function forecastOf({ facts, detail, limits }: Found, today: PlainDate): ProjectForecastAnswer {
  const { earned } = judgeProject(facts, today, limits).row;
  const open = detail.milestones.filter(({ actualOn, isDropped }) => actualOn === null && !isDropped);
  const risks = detail.risks.filter(({ state }) => state === 'open');
  const counts = { openMilestones: open.length, openRisks: risks.length };
  if (facts.state === 'closed') return { ...counts, forecast: null, reason: 'closed' };
  if (earned === null) return { ...counts, forecast: null, reason: 'no_baseline' };
  const { bacCents, earnedValueCents, estimateAtCompletionCents, actualCents } = earned;
  const forecast = forecastProject(
    {
      today,
      plannedEnd: plainDate(facts.currentEnd ?? facts.plannedEnd),
      milestones: open.map((milestone) => rangeOf(milestone, today)),
      spentCents: actualCents,
      rest: restRange(bacCents, earnedValueCents, estimateAtCompletionCents, actualCents),
      risks,
    },
    randomOf(facts.id),
  );
  return { ...counts, forecast, reason: null };
}

/** Where nobody gave a range, a milestone is at best on its day and at worst half as far again from today. */
function rangeOf(milestone: Project['milestones'][number], today: PlainDate) {
  const likely = plainDate(milestone.forecastOn ?? milestone.plannedOn);
  const likelyOn = likely < today ? today : likely;
  const earliest = milestone.earliestOn === null ? likelyOn : plainDate(milestone.earliestOn);
  const latest = milestone.latestOn === null ? later(today, likelyOn) : plainDate(milestone.latestOn);
  return { earliestOn: earliest, likelyOn, latestOn: latest < likelyOn ? likelyOn : latest };
}

function later(today: PlainDate, day: PlainDate): PlainDate {
  const ahead = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return addDays(day, Math.round(ahead / 2));
}
