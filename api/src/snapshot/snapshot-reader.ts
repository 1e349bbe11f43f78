import { Injectable } from '@nestjs/common';
import type { RolloutGoal, RolloutRow } from '@etatlotse/contracts/rollout/plain';
import type { ProjectRow } from '@etatlotse/contracts/project/plain';
import type { CapacityOverview } from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type {
  SnapshotContent,
  SnapshotExtra,
  SnapshotGoal,
  SnapshotProject,
  SnapshotRollout,
  SnapshotStaffing,
} from '@etatlotse/contracts/snapshot/plain';
import type { ExtraDetail } from '@etatlotse/contracts/authority/plain';
import { BoundYearsQueries, ExtraQueries } from '../authority';
import { OverviewQueries } from '../budget';
import { CapacityOverviewQueries } from '../capacity';
import type { Caller } from '../platform/http/caller';
import { ProjectQueries } from '../project';
import { RolloutQueries } from '../rollout';

export type SnapshotFigures = Pick<
  SnapshotContent,
  'overview' | 'frameSources' | 'lines' | 'bookings' | 'projects' | 'rollouts' | 'staffing' | 'boundYears' | 'extras'
>;

const PAGE = 100;
const MICROS = 1_000_000;
/** What the committee may know of a request: somebody examined it, or it was granted. */
const SHOWN_EXTRAS = ['examined', 'granted'] as const;

/** Reads every figure that a committee sees, from the features that reckon it: a snapshot has no formula of its own. */
@Injectable()
export class SnapshotReader {
  constructor(
    private readonly overviews: OverviewQueries,
    private readonly projects: ProjectQueries,
    private readonly rollouts: RolloutQueries,
    private readonly capacity: CapacityOverviewQueries,
    private readonly boundYears: BoundYearsQueries,
    private readonly extras: ExtraQueries,
  ) {}

  async read(caller: Caller, fiscalYear: number, ledgerAsOf: string): Promise<SnapshotFigures> {
    const ledger = await this.overviews.asOf(caller, fiscalYear, ledgerAsOf);
    const projects = await allOf((cursor) =>
      this.projects.list(caller, { withClosed: true, limit: PAGE, ...after(cursor) }),
    );
    const rollouts = await allOf((cursor) => this.rollouts.list(caller, { limit: PAGE, ...after(cursor) }));
    const { years, rows, totals, missing, plan } = await this.boundYears.view(caller, fiscalYear);
    return {
      ...ledger,
      projects: projects.map(toProject),
      rollouts: rollouts.map(toRollout),
      staffing: toStaffing(await this.capacity.year(caller, fiscalYear)),
      boundYears: { years, rows, totals, missing, planName: plan?.name ?? null },
      extras: await this.shownExtras(caller, fiscalYear),
    };
  }

  private async shownExtras(caller: Caller, fiscalYear: number): Promise<SnapshotExtra[]> {
    const shown: SnapshotExtra[] = [];
    for (const state of SHOWN_EXTRAS) {
      const rows = await allOf((cursor) =>
        this.extras.list(caller, { fiscalYear, state, limit: PAGE, ...after(cursor) }),
      );
      for (const { id } of rows) {
        const detail = await this.extras.find(caller, id);
        if (detail !== null) shown.push(toExtra(detail));
      }
    }
    return shown.sort((first, second) => (first.number < second.number ? -1 : 1));
  }
}

/** Every page of a list. */
async function allOf<Row>(page: (cursor: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = null; ;) {
    const read: Page<Row> = await page(cursor);
    rows.push(...read.rows);
    if (read.nextCursor === null) return rows;
    cursor = read.nextCursor;
  }
}

const after = (cursor: string | null): { cursor?: string } => (cursor === null ? {} : { cursor });

function toProject(row: ProjectRow): SnapshotProject {
  const { id, key, name, level, phase, state, status, judged, differsFromRule, reportedOn, isStale } = row;
  const { plannedEnd, baselines, originalBudgetCents, originalEnd, currentEnd, slipDays } = row;
  return {
    ...{ id, key, name, level, phase, state, status, judged, differsFromRule, reportedOn, isStale },
    ...{ plannedEnd, baselines, originalBudgetCents, originalEnd, currentEnd, slipDays },
    budgetCents: row.earned?.bacCents ?? null,
    actualCents: row.actualCents,
    committedCents: row.committedCents,
    costVarianceCents: row.earned?.costVarianceCents ?? null,
    scheduleVarianceCents: row.earned?.scheduleVarianceCents ?? null,
  };
}

function toRollout({ id, name, units, states, goals, reportedOn, isStale }: RolloutRow): SnapshotRollout {
  return { id, name, units, states, goals: goals.map(toGoal), reportedOn, isStale };
}

function toGoal({ id, name, counted, goalOn, firstGoalOn, share, newest }: RolloutGoal): SnapshotGoal {
  return {
    ...{ id, name, counted, goalOn, firstGoalOn, share },
    measuredOn: newest?.measuredOn ?? null,
    isFromSource: newest?.origin === 'source',
  };
}

function toStaffing({ rows, totals }: CapacityOverview): SnapshotStaffing {
  return {
    rows: rows.map(({ unit, isComplete, ...fte }) => ({
      unitId: unit.id,
      code: unit.code,
      name: unit.name,
      ...microsOf(fte),
      isComplete,
    })),
    totals: { ...microsOf(totals), isComplete: totals.isComplete },
  };
}

function microsOf(fte: { plannedFte: number; occupiedFte: number; requiredFte: number | null }) {
  return {
    plannedFteMicros: Math.round(fte.plannedFte * MICROS),
    occupiedFteMicros: Math.round(fte.occupiedFte * MICROS),
    requiredFteMicros: fte.requiredFte === null ? null : Math.round(fte.requiredFte * MICROS),
  };
}

function toExtra({
  id,
  number,
  subject,
  state,
  decider,
  decidedOn,
  items,
  covers,
  totals,
}: ExtraDetail): SnapshotExtra {
  return {
    ...{ id, number, subject, state, decider, decidedOn, totals },
    items: items.map(({ lineId: _line, ...item }) => item),
    covers: covers.map(({ availableCents: _live, ...cover }) => cover),
  };
}
