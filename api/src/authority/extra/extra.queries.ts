import { Injectable } from '@nestjs/common';
import type {
  CheckExtraRequest,
  ExtraAssessment,
  ExtraDeed,
  ExtraDetail,
  ExtraPage,
  ExtraPendingGrant,
  ExtraQuery,
  ExtraRow,
  ExtraStateSum,
} from '@etatlotse/contracts/authority';
import { type Actor, may, mayApprove } from '@etatlotse/domain/access';
import { EXTRA_STEP_RULES, EXTRA_STEPS, extraKindOf } from '@etatlotse/domain/authority';
import { cents } from '@etatlotse/domain/shared';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { decodeCursor, encodeCursor } from '../../platform/input/cursor';
import { ProblemException } from '../../platform/problem/problem-exception';
import { ruleSettings } from '../rule/rule-setting.repository';
import { assessmentOf, type ExtraLines, judgeExtraRequest, lineIdsOf } from './extra-assessment';
import { findExtraLines } from './extra-line.repository';
import { extraVisibility, mayRequestAll, maySeeRequest, visibleExtraRequest } from './extra-rights';
import { extraNumberOf, findExtraRequest, GRANT_EXTRA, type StoredExtraRequest } from './extra.repository';

const PAGE_DEFAULT = 50;

interface ListRow extends Omit<ExtraRow, 'kinds'> {
  readonly appropriations: readonly number[];
}

interface HeadRow {
  readonly head: Pick<
    ExtraDetail,
    'createdByName' | 'createdAt' | 'decider' | 'decidedOn' | 'decisionDocument' | 'history'
  >;
  readonly pending: (Omit<ExtraPendingGrant, 'mayConfirm'> & { readonly requestedById: string }) | null;
}

/** Requests for extra authority as people read them. */
@Injectable()
export class ExtraQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Newest first, with the sums of the year by state, expense and investment apart. */
  async list(caller: Caller, query: ExtraQuery): Promise<ExtraPage> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id']);
    const seen = [...extraVisibility(caller.actor), query.fiscalYear];
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<{ row: ListRow }>(listSql, [
        tx.tenantId,
        ...seen,
        query.state ?? null,
        query.lineId ?? null,
        after?.[0] ?? null,
        limit + 1,
      ]);
      const sums = await tx.query<ExtraStateSum>(sumsSql, [tx.tenantId, ...seen]);
      const shown = rows.slice(0, limit).map(({ row }) => rowOf(row));
      const last = shown.at(-1);
      return {
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
        sums,
      };
    });
  }

  /** One request with the printed form, its way so far and what the reader may do with it; null if not visible. */
  async find(caller: Caller, requestId: string): Promise<ExtraDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const request = await findExtraRequest(tx, requestId);
      if (request === null) return null;
      const lines = await findExtraLines(tx, request.fiscalYear, lineIdsOf(request));
      if (!maySeeRequest(caller.actor, request, lines)) return null;
      const judged = judgeExtraRequest(request, unarchived(lines), await ruleSettings(tx, request.fiscalYear));
      const [stored] = await tx.query<HeadRow>(headSql, [tx.tenantId, requestId, GRANT_EXTRA]);
      if (!judged.ok || stored === undefined) return null;
      const assessment = assessmentOf(judged.value, lines, sees(caller.actor));
      const { head, pending } = stored;
      return {
        ...head,
        ...assessment,
        id: request.id,
        number: request.number,
        fiscalYear: request.fiscalYear,
        subject: request.subject,
        state: request.state,
        kinds: [...new Set(assessment.items.map(({ kind }) => kind))],
        lineNumbers: assessment.items.map(({ number }) => number),
        operatingCents: assessment.totals.operating.requestedCents,
        investingCents: assessment.totals.investing.requestedCents,
        substanceReason: request.substanceReason,
        timeReason: request.timeReason,
        isContinuedInvestment: request.isContinuedInvestment,
        version: request.version,
        deeds: deedsOf(caller.actor, request, lines),
        pendingGrant: pending === null ? null : pendingOf(caller.actor, request, pending),
      };
    });
  }

  /** What a request would come to, by the same rules as the request itself. Nothing is held or written. */
  async check(caller: Caller, asked: CheckExtraRequest): Promise<ExtraAssessment> {
    const raw = {
      ...asked,
      items: asked.items.map(({ lineId, amountCents }) => ({ lineId, requestedCents: amountCents })),
    };
    const outcome = await this.transactions.run(caller, async (tx) => {
      const found = await findExtraLines(tx, asked.fiscalYear, lineIdsOf(raw));
      const lines = new Map([...found].filter(([, { unitId }]) => sees(caller.actor)(unitId)));
      const judged = judgeExtraRequest(raw, lines, await ruleSettings(tx, asked.fiscalYear));
      return judged.ok ? { ...judged, value: assessmentOf(judged.value, lines, sees(caller.actor)) } : judged;
    });
    if (outcome.ok) return outcome.value;
    throw new ProblemException(outcome.refusal.code, { ...outcome.refusal.params });
  }
}

const sees =
  (actor: Actor) =>
  (unitId: string | null): boolean =>
    may(actor, 'budget.read', { unitId });

/** A request stays readable when one of its lines has been shut down since. */
function unarchived(lines: ExtraLines): ExtraLines {
  return new Map([...lines].map(([id, line]) => [id, { ...line, isArchived: false }]));
}

function rowOf({ appropriations, ...row }: ListRow): ExtraRow {
  const kinds = appropriations.map((appropriationCents) =>
    extraKindOf({ appropriationCents: cents(appropriationCents) }),
  );
  return { ...row, kinds: [...new Set(kinds)] };
}

/** The steps that the state allows and the reader's rights reach; none while a grant waits for a second person. */
function deedsOf(actor: Actor, request: StoredExtraRequest, lines: ExtraLines): ExtraDeed[] {
  if (request.pendingApprovalId !== null) return [];
  const mayRequest = mayRequestAll(actor, request, lines);
  const mayExamine = may(actor, 'extra.examine');
  const holds = { submit: mayRequest, withdraw: mayRequest, return: mayExamine, examine: mayExamine };
  const steps = EXTRA_STEPS.filter(
    (step) =>
      holds[step] &&
      EXTRA_STEP_RULES[step].from.includes(request.state) &&
      !(step === 'examine' && request.submittedBy === actor.personId),
  );
  return [
    ...(mayRequest && request.state === 'draft' ? (['change'] as const) : []),
    ...steps,
    ...(may(actor, 'extra.decide') && request.state === 'examined' ? (['decide'] as const) : []),
  ];
}

function pendingOf(
  actor: Actor,
  request: StoredExtraRequest,
  { requestedById, ...pending }: NonNullable<HeadRow['pending']>,
): ExtraPendingGrant {
  const isSecond = mayApprove(actor, { requestedBy: requestedById, deciders: ['extra.decide'] });
  return { ...pending, mayConfirm: isSecond && request.submittedBy !== actor.personId };
}

const rowColumns = `'id', r.request_id, 'number', ${extraNumberOf('r')}, 'fiscalYear', r.fiscal_year, 'subject', r.subject,
  'state', r.state, 'decider', r.decider, 'decidedOn', r.decided_on, 'createdByName', p.display_name,
  'createdAt', r.created_at, 'version', r.version`;

const itemsOfRequest = `
  LEFT JOIN LATERAL (
    SELECT coalesce(sum(i.requested_cents) FILTER (WHERE l.sphere = 'operating'), 0)::bigint AS operating_cents,
      coalesce(sum(i.requested_cents) FILTER (WHERE l.sphere = 'investing'), 0)::bigint AS investing_cents,
      json_agg(l.number ORDER BY i.place) AS numbers,
      json_agg(coalesce(i.appropriation_cents, b.appropriation_cents, 0) ORDER BY i.place) AS appropriations
    FROM extra_request_item i
    JOIN budget_line l ON l.tenant_id = i.tenant_id AND l.line_id = i.line_id
    LEFT JOIN line_balance b ON b.tenant_id = i.tenant_id AND b.line_id = i.line_id AND b.fiscal_year = r.fiscal_year
    WHERE i.tenant_id = r.tenant_id AND i.request_id = r.request_id) s ON true`;

const listSql = `
  SELECT json_build_object(${rowColumns}, 'operatingCents', s.operating_cents, 'investingCents', s.investing_cents,
    'lineNumbers', coalesce(s.numbers, '[]'), 'appropriations', coalesce(s.appropriations, '[]')) AS row
  FROM extra_request r
  JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.created_by
  ${itemsOfRequest}
  WHERE r.tenant_id = $1 AND ${visibleExtraRequest} AND r.fiscal_year = $4
    AND ($5::text IS NULL OR r.state = $5)
    AND ($6::uuid IS NULL OR EXISTS (SELECT FROM extra_request_item i
      WHERE i.tenant_id = r.tenant_id AND i.request_id = r.request_id AND i.line_id = $6))
    AND ($7::uuid IS NULL OR r.request_id < $7)
  ORDER BY r.request_id DESC LIMIT $8`;

const sumsSql = `
  SELECT r.state, count(*)::integer AS requests, sum(s.operating_cents)::bigint AS "operatingCents",
    sum(s.investing_cents)::bigint AS "investingCents"
  FROM extra_request r ${itemsOfRequest}
  WHERE r.tenant_id = $1 AND ${visibleExtraRequest} AND r.fiscal_year = $4
  GROUP BY r.state`;

const headSql = `
  SELECT json_build_object('createdByName', p.display_name, 'createdAt', r.created_at, 'decider', r.decider,
      'decidedOn', r.decided_on, 'decisionDocument', r.decision_document,
      'history', (SELECT coalesce(json_agg(json_build_object('step', s.step, 'takenBy', t.display_name,
          'approvedBy', b.display_name, 'takenAt', s.taken_at, 'note', s.note) ORDER BY s.taken_at, s.step_id), '[]')
        FROM extra_request_step s
        JOIN person t ON t.tenant_id = s.tenant_id AND t.person_id = s.taken_by
        LEFT JOIN person b ON b.tenant_id = s.tenant_id AND b.person_id = s.approved_by
        WHERE s.tenant_id = $1 AND s.request_id = $2)) AS head,
    (SELECT json_build_object('approvalId', a.approval_id, 'approvalVersion', a.version,
        'decider', a.request -> 'decider', 'decidedOn', a.request -> 'decidedOn', 'document', a.request -> 'document',
        'requestedBy', w.display_name, 'requestedById', a.requested_by)
      FROM approval a JOIN person w ON w.tenant_id = a.tenant_id AND w.person_id = a.requested_by
      WHERE a.tenant_id = $1 AND a.action = $3 AND a.subject_id = r.request_id::text AND a.state = 'pending') AS pending
  FROM extra_request r JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.created_by
  WHERE r.tenant_id = $1 AND r.request_id = $2`;
