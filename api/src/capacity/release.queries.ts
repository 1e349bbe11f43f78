import { Injectable } from '@nestjs/common';
import type { CapacityYearQuery, ReleasesQuery } from '@etatlotse/contracts/capacity';
import type {
  ParameterRow,
  PostRow,
  ReleaseCandidate,
  ReleaseRow,
  ReleaseStageSum,
  ReleaseSums,
} from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { type Actor, may, unitScope } from '@etatlotse/domain/access';
import {
  parameterOn,
  RELEASE_STAGES,
  realisableFte,
  releasedValue,
  type ReleaseEntry,
  releaseLedger,
} from '@etatlotse/domain/capacity';
import { cents, fiscalYear as fiscalYearOf, lastDayOf, ZERO_CENTS } from '@etatlotse/domain/shared';
import { readFreedHours } from '../benefit';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { type CapacityYear, readCapacityYear } from './capacity-year';
import { readParameters, toParameter } from './parameter.repository';
import { ratesOfGrade } from './unit-rates';
import { unitRow } from './unit-row';

const PAGE_DEFAULT = 50;
const [MINUTES, HUNDRED, SECONDS] = [60, 100, 60];
/** The ledger of a city has some dozens of entries; its sums read all of them. */
const SUM_LIMIT = 5_000;

type StoredRelease = Omit<
  ReleaseRow,
  | 'yearFte'
  | 'runRateFte'
  | 'realisableFte'
  | 'fullCostCents'
  | 'personnelCents'
  | 'cases'
  | 'operationFte'
  | 'mayWrite'
> & { readonly secondsPerCase: number | null; readonly operationFteHundredths: number | null };

/** The release ledger: what is assumed, planned, measured and realised. */
@Injectable()
export class ReleaseQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: ReleasesQuery): Promise<Page<ReleaseRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const asked = [query.unitId ?? null, query.stage ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await this.transactions.run(caller, (tx) => readReleases(tx, caller.actor, asked));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { rows: shown, nextCursor: isMore ? encodeCursor([last.name, last.id]) : null };
  }

  async sums(caller: Caller): Promise<ReleaseSums> {
    return this.transactions.run(caller, async (tx) => {
      const rows = await readReleases(tx, caller.actor, [null, null, null, null, SUM_LIMIT]);
      const thresholdFte = thresholdOf(await readParameters(tx), tx.today);
      return {
        stages: stageSums(rows, thresholdFte),
        thresholdFte,
        operationFte: rows.reduce((sum, { operationFte }) => sum + (operationFte ?? 0), 0),
        operationUnknown: rows.filter(({ operationFte }) => operationFte === null).length,
        dataAsOf: tx.now.toISOString(),
      };
    });
  }

  /** Go-lives and benefits of a year that are not in the ledger yet. */
  async candidates(caller: Caller, { fiscalYear }: CapacityYearQuery): Promise<readonly ReleaseCandidate[]> {
    const { actor } = caller;
    return this.transactions.run(caller, async (tx) => {
      const year = await readCapacityYear(tx, actor, { fiscalYear });
      const hours = await readFreedHours(tx, actor, fiscalYear);
      const entered = new Set((await tx.query<{ id: string }>(enteredSql, [tx.tenantId])).map(({ id }) => id));
      const units = new Map(year.units.map(({ unit }) => [unit.id, unit]));
      const benefits = hours.flatMap((row): ReleaseCandidate[] => {
        const unit = units.get(row.unitId);
        if (unit === undefined || entered.has(row.benefitId)) return [];
        const known = { yearHours: row.plannedHours, runRateHours: row.plannedHours, secondsPerCase: null };
        const face = { source: 'benefit', sourceId: row.benefitId, name: row.benefitName } as const;
        return [{ ...face, unit, fiscalYear, ...known, grade: gradeOf(year, unit.id), liveOn: row.liveOn }];
      });
      return [...goLiveCandidates(year, entered), ...benefits];
    });
  }
}

function goLiveCandidates(year: CapacityYear, entered: ReadonlySet<string>): ReleaseCandidate[] {
  const yearlyMinutes = year.found.value?.yearlyMinutes.employee;
  if (yearlyMinutes === undefined) return [];
  const hoursOf = (fte: number): number => Math.round((fte * yearlyMinutes) / MINUTES);
  return year.units.flatMap((unit) =>
    unitRow(unit, year, false).released.flatMap(({ taskId, task, goLive, yearFte, runRateFte }): ReleaseCandidate[] => {
      if (entered.has(taskId) || yearFte === null || runRateFte === null) return [];
      const face = { source: 'go_live', sourceId: taskId, name: task, unit: unit.unit } as const;
      return [
        {
          ...face,
          fiscalYear: year.fiscalYear,
          yearHours: hoursOf(yearFte),
          runRateHours: hoursOf(runRateFte),
          secondsPerCase: goLive.onlineSeconds,
          grade: gradeOf(year, unit.unit.id),
          liveOn: goLive.goLiveOn,
        },
      ];
    }),
  );
}

/** The grade that most of a unit's posts have. */
function gradeOf(year: CapacityYear, unitId: string): string {
  const posts: readonly PostRow[] = year.units.find(({ unit }) => unit.id === unitId)?.posts ?? [];
  const counts = new Map<string, number>();
  for (const { grade } of posts) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b))[0]?.[0] ?? '';
}

async function readReleases(tx: Transaction, actor: Actor, asked: readonly unknown[]): Promise<ReleaseRow[]> {
  const scope = unitScope(actor, 'capacity.read');
  const stored = await tx.query<StoredRelease>(releasesSql, [tx.tenantId, scope, ...asked]);
  const parameters = await readParameters(tx);
  const threshold = thresholdOf(parameters, tx.today);
  return stored.map((row) =>
    releaseRow(row, parameters, threshold, may(actor, 'capacity.write', { unitId: row.unit.id })),
  );
}

/** Hours become FTE, and FTE the three values beside each other. */
function releaseRow(
  { secondsPerCase, operationFteHundredths, ...row }: StoredRelease,
  parameters: readonly ParameterRow[],
  threshold: number | null,
  mayWrite: boolean,
): ReleaseRow {
  const day = lastDayOf(fiscalYearOf(row.fiscalYear));
  const yearly = parameterOn(parameters.map(toParameter), 'yearly_minutes', 'employee', day)?.value ?? null;
  const rates = ratesOfGrade(parameters, row.fiscalYear, row.grade);
  const minutes = row.runRateHours * MINUTES;
  const fteOf = (hours: number): number | null => (yearly === null ? null : (hours * MINUTES) / yearly);
  const minutesPerCase = (secondsPerCase ?? 0) / SECONDS;
  const value =
    rates === null || yearly === null ? null : releasedValue({ minutes, yearlyMinutes: yearly, minutesPerCase }, rates);
  const runRateFte = fteOf(row.runRateHours);
  return {
    ...row,
    yearFte: fteOf(row.yearHours),
    runRateFte,
    realisableFte: runRateFte === null || threshold === null ? null : realisableFte(runRateFte, threshold),
    fullCostCents: value?.fullCostCents ?? null,
    personnelCents: value?.personnelCents ?? null,
    cases: minutesPerCase > 0 ? minutes / minutesPerCase : null,
    operationFte: operationFteHundredths === null ? null : operationFteHundredths / HUNDRED,
    mayWrite,
  };
}

function thresholdOf(parameters: readonly ParameterRow[], today: string): number | null {
  const day = lastDayOf(fiscalYearOf(Number(today.slice(0, 4))));
  return parameterOn(parameters.map(toParameter), 'bundling_threshold', '', day)?.value ?? null;
}

function stageSums(rows: readonly ReleaseRow[], threshold: number | null): ReleaseStageSum[] {
  const sums = releaseLedger(
    rows.map((row): ReleaseEntry => ({
      stage: row.stage,
      yearFte: row.yearFte ?? 0,
      runRateFte: row.runRateFte ?? 0,
      fullCostCents: row.fullCostCents === null ? ZERO_CENTS : cents(row.fullCostCents),
      personnelCents: row.personnelCents === null ? ZERO_CENTS : cents(row.personnelCents),
      cases: row.cases ?? 0,
    })),
    threshold ?? 0,
  );
  return RELEASE_STAGES.map((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    const isTimed = own.every(({ runRateFte }) => runRateFte !== null);
    const withoutRate = own.filter(({ fullCostCents }) => fullCostCents === null).length;
    const isRated = withoutRate < own.length || own.length === 0;
    const { entries, cases, ...sum } = sums[stage];
    return {
      stage,
      entries,
      cases,
      withoutRate,
      yearFte: isTimed ? sum.yearFte : null,
      runRateFte: isTimed ? sum.runRateFte : null,
      realisableFte: isTimed && threshold !== null ? sum.realisableFte : null,
      fullCostCents: isRated ? sum.fullCostCents : null,
      personnelCents: isRated ? sum.personnelCents : null,
      budgetCents: isRated ? sum.budgetCents : null,
    };
  });
}

const enteredSql = `
  SELECT coalesce(task_id, benefit_id) AS id FROM capacity_release
  WHERE tenant_id = $1 AND num_nonnulls(task_id, benefit_id) = 1`;

const releasesSql = `
  SELECT r.release_id AS id, r.name, json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) AS unit, r.stage,
    CASE WHEN r.task_id IS NOT NULL THEN 'go_live' WHEN r.benefit_id IS NOT NULL THEN 'benefit' ELSE 'person' END AS source,
    r.fiscal_year AS "fiscalYear", r.year_hours AS "yearHours", r.run_rate_hours AS "runRateHours",
    r.seconds_per_case AS "secondsPerCase", r.grade, m.name AS milestone, r.surveyed_on AS "surveyedOn",
    p.number AS "postNumber", g.operation_fte_hundredths AS "operationFteHundredths", r.origin = 'demo' AS "isDemo", r.version
  FROM capacity_release r
  JOIN org_unit u ON u.tenant_id = r.tenant_id AND u.unit_id = r.unit_id
  LEFT JOIN project_milestone m ON m.tenant_id = r.tenant_id AND m.milestone_id = r.milestone_id
  LEFT JOIN post p ON p.tenant_id = r.tenant_id AND p.post_id = r.post_id
  LEFT JOIN task_go_live g ON g.tenant_id = r.tenant_id AND g.task_id = r.task_id
  WHERE r.tenant_id = $1 AND ($2::uuid[] IS NULL OR r.unit_id = ANY ($2)) AND ($3::uuid IS NULL OR r.unit_id = $3)
    AND ($4::text IS NULL OR r.stage = $4) AND ($5::text IS NULL OR (r.name, r.release_id) > ($5, $6::uuid))
  ORDER BY r.name, r.release_id LIMIT $7`;
