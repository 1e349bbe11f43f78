import { Injectable } from '@nestjs/common';
import type {
  MilestoneOffer,
  ProjectEvent,
  ProjectEventsQuery,
  ProjectName,
  ProjectRow,
  ProjectSearchQuery,
  ProjectsQuery,
  ProjectSummary,
  ProjectSummaryQuery,
} from '@etatlotse/contracts/project';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { addDays, plainDate } from '@etatlotse/domain/shared';
import { ruleSettings } from '../authority';
import { searchPatterns } from '../budget';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { projectPageSql, projectSummarySql } from './project-facts.sql';
import { judgeProject, type ProjectFacts, type ProjectLimits } from './project-row';
import { summarize } from './project-summary';
import { isProjectSeen } from './project.repository';

const PAGE_DEFAULT = 50;
const OFFERS = 50;

/** The portfolio: projects by page, all of them together, and what one may choose from. */
@Injectable()
export class ProjectQueries {
  constructor(private readonly transactions: Transactions) {}

  /** By name. Closed ones only where they are asked for. */
  async list(caller: Caller, query: ProjectsQuery): Promise<Page<ProjectRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const limits = await projectLimits(tx);
      const rows = await tx.query<{ facts: ProjectFacts }>(projectPageSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        yearOfToday(tx),
        query.parentId ?? null,
        query.level ?? null,
        query.state ?? null,
        query.q === undefined ? null : searchPatterns(query.q),
        query.withClosed === true || query.state === 'closed',
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        query.stale === true ? addDays(plainDate(tx.today), -limits.reportDays) : null,
      ]);
      const shown = rows.slice(0, limit).map(({ facts }) => judgeProject(facts, plainDate(tx.today), limits).row);
      const last = shown.at(-1);
      return {
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.name, last.id]) : null,
      };
    });
  }

  /** All open projects together: how many stand how, what they were promised, earned and spent. */
  async summary(caller: Caller, { parentId }: ProjectSummaryQuery): Promise<ProjectSummary> {
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<{ facts: ProjectFacts }>(projectSummarySql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        yearOfToday(tx),
        parentId ?? null,
      ]);
      const limits = await projectLimits(tx);
      const judged = rows.map(({ facts }) => judgeProject(facts, plainDate(tx.today), limits).row);
      return summarize(judged, limits.reportDays);
    });
  }

  /** Open portfolios and programmes, by name. */
  async parents(caller: Caller): Promise<readonly ProjectName[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ parent: ProjectName }>(parentsSql, [tx.tenantId, unitScope(caller.actor, 'project.read')]),
    );
    return rows.map(({ parent }) => parent);
  }

  /** Milestones that one could wait for, by words. */
  async milestones(caller: Caller, { q = '' }: ProjectSearchQuery): Promise<readonly MilestoneOffer[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ offer: MilestoneOffer }>(milestonesSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        searchPatterns(q),
        OFFERS,
      ]),
    );
    return rows.map(({ offer }) => offer);
  }

  /** What happened, newest first. Null where the project does not exist for the reader. */
  async events(caller: Caller, projectId: string, query: ProjectEventsQuery): Promise<Page<ProjectEvent> | null> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const before = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id'])[0];
    return this.transactions.run(caller, async (tx) => {
      const units = unitScope(caller.actor, 'project.read');
      const seen = await tx.query(seenSql, [tx.tenantId, projectId, units]);
      if (seen.length === 0) return null;
      const rows = await tx.query<{ event: ProjectEvent }>(eventsSql, [tx.tenantId, projectId, before, limit + 1]);
      const shown = rows.slice(0, limit).map(({ event }) => event);
      const last = shown.at(-1);
      return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
    });
  }
}

/** What the city has settled about projects for this year. */
export async function projectLimits(tx: Transaction): Promise<ProjectLimits> {
  const { projectStatus: status, projectReportDays: reportDays } = await ruleSettings(tx, yearOfToday(tx));
  return { status, reportDays };
}

export const yearOfToday = (tx: Transaction): number => Number(tx.today.slice(0, 4));

const parentsSql = `
  SELECT json_build_object('id', p.project_id, 'name', p.name, 'level', p.level) AS parent FROM project p
  WHERE p.tenant_id = $1 AND ${isProjectSeen('p', '$2')} AND p.level <> 'project' AND p.state <> 'closed'
  ORDER BY p.level, p.name, p.project_id LIMIT 500`;

const milestonesSql = `
  SELECT json_build_object('milestoneId', m.milestone_id, 'name', m.name,
    'project', json_build_object('id', p.project_id, 'name', p.name, 'level', p.level),
    'dueOn', coalesce(m.forecast_on, m.planned_on), 'isReached', m.actual_on IS NOT NULL) AS offer
  FROM project_milestone m JOIN project p ON p.tenant_id = m.tenant_id AND p.project_id = m.project_id
  WHERE m.tenant_id = $1 AND ${isProjectSeen('p', '$2')} AND m.dropped_at IS NULL
    AND normalize(p.name || ' ' || m.name) ILIKE ALL ($3::text[])
  ORDER BY p.name, m.planned_on, m.milestone_id LIMIT $4`;

const seenSql = `SELECT FROM project p WHERE p.tenant_id = $1 AND p.project_id = $2 AND ${isProjectSeen('p', '$3')}`;

const eventsSql = `
  SELECT json_build_object('id', e.event_id, 'kind', e.kind, 'reason', e.reason, 'detail', e.detail,
    'byName', r.display_name, 'recordedAt', e.recorded_at) AS event
  FROM project_event e LEFT JOIN person r ON r.tenant_id = e.tenant_id AND r.person_id = e.recorded_by
  WHERE e.tenant_id = $1 AND e.project_id = $2 AND ($3::uuid IS NULL OR e.event_id < $3)
  ORDER BY e.event_id DESC LIMIT $4`;
