import { Injectable } from '@nestjs/common';
import type {
  Demand,
  DemandAttachment,
  DemandEvent,
  DemandEventsQuery,
  DemandLink,
  DemandRemark,
  DemandReviewView,
  DemandStepOffer,
  PersonName,
  UnitName,
} from '@etatlotse/contracts/demand';
import type { Page } from '@etatlotse/contracts/shared';
import { may } from '@etatlotse/domain/access';
import {
  DEMAND_ENDS,
  DEMAND_WORKFLOW,
  demandGaps,
  demandSight,
  demandSteps,
  demandYears,
  isEditable,
  isLate,
  waitingPhase,
} from '@etatlotse/domain/demand';
import { plainDate } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { readDemand, type StoredDemand } from './demand-read.repository';
import { isDemandSeen } from './demand-sight.sql';
import { unmetRequirements } from './demand-step';
import { standingOf } from './demand.repository';
import { readRound, roundYears, type StoredRound } from './round.repository';

const PAGE_DEFAULT = 50;

/** What the page of a demand shows beside its content. */
interface Surroundings {
  readonly unit: UnitName;
  readonly owner: PersonName;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly changedByName: string | null;
  readonly changedAt: string;
  readonly submittedByName: string | null;
  readonly submittedAt: string | null;
  readonly stateChangedAt: string;
  readonly deliberatedOn: string | null;
  readonly deliberation: string;
  readonly sheetNote: string;
  readonly itemNotes: Readonly<Record<string, string>>;
  readonly links: readonly DemandLink[];
  readonly reviews: readonly Omit<DemandReviewView, 'mayDecide'>[];
  readonly remarks: readonly DemandRemark[];
  readonly attachments: readonly DemandAttachment[];
}

/** One demand with everything that belongs to it. */
@Injectable()
export class DemandDetailQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where the demand does not exist for the reader. */
  async find(caller: Caller, demandId: string): Promise<Demand | null> {
    return this.transactions.run(caller, async (tx) => {
      const { units, desks } = demandSight(caller.actor);
      const [row] = await tx.query<{ around: Surroundings }>(aroundSql, [tx.tenantId, demandId, units, desks]);
      const demand = row === undefined ? null : await readDemand(tx, demandId);
      const round = demand === null ? null : await readRound(tx, demand.roundId);
      if (row === undefined || demand === null || round === null) return null;
      return this.assemble(tx, caller, { demand, round, around: row.around });
    });
  }

  /** What happened, newest first. */
  async events(caller: Caller, demandId: string, query: DemandEventsQuery): Promise<Page<DemandEvent> | null> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const before = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id'])[0];
    return this.transactions.run(caller, async (tx) => {
      const { units, desks } = demandSight(caller.actor);
      const seen = await tx.query(seenSql, [tx.tenantId, demandId, units, desks]);
      if (seen.length === 0) return null;
      const rows = await tx.query<{ event: DemandEvent }>(eventsSql, [tx.tenantId, demandId, before, limit + 1]);
      const shown = rows.slice(0, limit).map(({ event }) => event);
      const last = shown.at(-1);
      return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
    });
  }

  /** A file of a demand that the reader may see. */
  async attachment(
    caller: Caller,
    demandId: string,
    attachmentId: string,
  ): Promise<{ readonly fileName: string; readonly mediaType: string; readonly content: Buffer } | null> {
    return this.transactions.run(caller, async (tx) => {
      const { units, desks } = demandSight(caller.actor);
      const [file] = await tx.query<{ fileName: string; mediaType: string; content: Buffer }>(fileSql, [
        tx.tenantId,
        demandId,
        units,
        desks,
        attachmentId,
      ]);
      return file ?? null;
    });
  }

  private async assemble(
    tx: Transaction,
    caller: Caller,
    { demand, round, around }: { demand: StoredDemand; round: StoredRound; around: Surroundings },
  ): Promise<Demand> {
    const {
      unitId,
      unitCode: _code,
      ownerId: _owner,
      createdBy: _by,
      submittedBy: _sent,
      dependencies: _to,
      ...said
    } = demand;
    const years = roundYears(round);
    const standing = standingOf(caller.actor, demand);
    const phase = waitingPhase(demand.state);
    const holds = (permission: 'demand.write' | 'demand.remark' | 'demand.decide'): boolean =>
      may(caller.actor, permission, { unitId });
    const { desks } = demandSight(caller.actor);
    const mayReview = !standing.isOwn && standing.holds('demand.review', true) && demand.state === 'determined';
    return {
      ...said,
      ...around,
      firstYear: round.firstYear,
      lastYear: round.lastYear,
      years,
      waitsFor: phase,
      dueOn: phase === null ? null : round.phases[phase],
      isLate: isLate(demand.state, round.phases, plainDate(tx.today)),
      costs: demandYears(demand.items, years),
      gaps: demandGaps(demand),
      reviews: around.reviews.map((review) => ({ ...review, mayDecide: mayReview && desks.includes(review.desk) })),
      steps: await offers(tx, { demand, round, standing }),
      mayEdit: holds('demand.write') && isEditable(demand.state) && round.state === 'open',
      mayRemark: holds('demand.remark'),
      maySetFrame:
        holds('demand.decide') && !['draft', 'planned'].includes(demand.state) && !DEMAND_ENDS.includes(demand.state),
    };
  }
}

/** Steps that the reader could take, each with what it still waits for beside words of the reader. */
async function offers(
  tx: Transaction,
  { demand, round, standing }: { demand: StoredDemand; round: StoredRound; standing: ReturnType<typeof standingOf> },
): Promise<DemandStepOffer[]> {
  if (round.state === 'closed') return [];
  const unmet = await unmetRequirements(tx, { demand, round }, {});
  return demandSteps({ state: demand.state, ...standing }).map((step) => ({
    step,
    missing: DEMAND_WORKFLOW[step].requires.filter((requirement) => unmet.has(requirement)),
  }));
}

const linksJson = `
  coalesce((SELECT json_agg(link ORDER BY link->>'number') FROM (
    SELECT json_build_object('id', o.demand_id, 'number', o.number, 'state', o.state, 'kind', p.kind, 'direction', 'to',
      'title', CASE WHEN ${isDemandSeen('o', '$3', '$4')} THEN o.title END) AS link
    FROM demand_dependency p JOIN demand o ON o.tenant_id = p.tenant_id AND o.demand_id = p.to_id
    WHERE p.tenant_id = d.tenant_id AND p.from_id = d.demand_id
    UNION ALL
    SELECT json_build_object('id', o.demand_id, 'number', o.number, 'state', o.state, 'kind', p.kind, 'direction', 'from',
      'title', CASE WHEN ${isDemandSeen('o', '$3', '$4')} THEN o.title END)
    FROM demand_dependency p JOIN demand o ON o.tenant_id = p.tenant_id AND o.demand_id = p.from_id
    WHERE p.tenant_id = d.tenant_id AND p.to_id = d.demand_id) AS found), '[]')`;

const reviewsJson = `
  coalesce((SELECT json_agg(json_build_object('desk', v.desk, 'state', v.state, 'dueOn', v.due_on,
      'checklist', v.checklist, 'conditions', v.conditions, 'objection', v.objection, 'byName', b.display_name,
      'decidedAt', v.decided_at, 'version', v.version)
      ORDER BY array_position(ARRAY['it_organisation', 'organisation', 'data_protection', 'it_security'], v.desk))
    FROM demand_review v LEFT JOIN person b ON b.tenant_id = v.tenant_id AND b.person_id = v.decided_by
    WHERE v.tenant_id = d.tenant_id AND v.demand_id = d.demand_id AND NOT v.is_void), '[]')`;

const remarksJson = `
  coalesce((SELECT json_agg(json_build_object('id', k.remark_id, 'desk', k.desk, 'text', k.text, 'byName', b.display_name,
      'writtenAt', k.written_at) ORDER BY k.remark_id)
    FROM demand_remark k JOIN person b ON b.tenant_id = k.tenant_id AND b.person_id = k.written_by
    WHERE k.tenant_id = d.tenant_id AND k.demand_id = d.demand_id), '[]')`;

const attachmentsJson = `
  coalesce((SELECT json_agg(json_build_object('id', f.attachment_id, 'fileName', f.file_name, 'mediaType', f.media_type,
      'byteCount', f.byte_count, 'hash', encode(f.sha256, 'hex'), 'byName', b.display_name, 'addedAt', f.added_at)
      ORDER BY f.attachment_id)
    FROM demand_attachment f JOIN person b ON b.tenant_id = f.tenant_id AND b.person_id = f.added_by
    WHERE f.tenant_id = d.tenant_id AND f.demand_id = d.demand_id), '[]')`;

const itemNotesJson = `
  coalesce((SELECT json_object_agg(i.item_id, i.sheet_note) FROM demand_item i
    WHERE i.tenant_id = d.tenant_id AND i.demand_id = d.demand_id AND i.sheet_note <> ''), '{}')`;

const aroundSql = `
  SELECT json_build_object('unit', json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name),
    'owner', json_build_object('id', o.person_id, 'name', o.display_name), 'createdByName', c.display_name,
    'createdAt', d.created_at, 'changedByName', g.display_name, 'changedAt', d.changed_at,
    'submittedByName', s.display_name, 'submittedAt', d.submitted_at, 'stateChangedAt', d.state_changed_at,
    'sheetNote', d.sheet_note, 'itemNotes', ${itemNotesJson},
    'deliberatedOn', d.deliberated_on, 'deliberation', d.deliberation, 'links', ${linksJson},
    'reviews', ${reviewsJson}, 'remarks', ${remarksJson}, 'attachments', ${attachmentsJson}) AS around
  FROM demand d
  JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
  JOIN person o ON o.tenant_id = d.tenant_id AND o.person_id = d.owner_id
  JOIN person c ON c.tenant_id = d.tenant_id AND c.person_id = d.created_by
  LEFT JOIN person g ON g.tenant_id = d.tenant_id AND g.person_id = d.changed_by
  LEFT JOIN person s ON s.tenant_id = d.tenant_id AND s.person_id = d.submitted_by
  WHERE d.tenant_id = $1 AND d.demand_id = $2 AND ${isDemandSeen('d', '$3', '$4')}`;

const seenSql = `
  SELECT FROM demand d WHERE d.tenant_id = $1 AND d.demand_id = $2 AND ${isDemandSeen('d', '$3', '$4')}`;

const eventsSql = `
  SELECT json_build_object('id', e.event_id, 'kind', e.kind, 'fromState', e.from_state, 'toState', e.to_state,
    'reason', e.reason, 'detail', e.detail, 'byName', r.display_name, 'recordedAt', e.recorded_at) AS event
  FROM demand_event e LEFT JOIN person r ON r.tenant_id = e.tenant_id AND r.person_id = e.recorded_by
  WHERE e.tenant_id = $1 AND e.demand_id = $2 AND ($3::uuid IS NULL OR e.event_id < $3)
  ORDER BY e.event_id DESC LIMIT $4`;

const fileSql = `
  SELECT a.file_name AS "fileName", a.media_type AS "mediaType", f.content
  FROM demand d
  JOIN demand_attachment a ON a.tenant_id = d.tenant_id AND a.demand_id = d.demand_id AND a.attachment_id = $5
  JOIN demand_file f ON f.tenant_id = a.tenant_id AND f.sha256 = a.sha256
  WHERE d.tenant_id = $1 AND d.demand_id = $2 AND ${isDemandSeen('d', '$3', '$4')}`;
