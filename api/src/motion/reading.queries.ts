import { Injectable } from '@nestjs/common';
import type { ReadingsQuery } from '@etatlotse/contracts/council';
import type { FoundReadingLine, MotionRow, Reading, ReadingPage, ReadingRow } from '@etatlotse/contracts/council/plain';
import { bodyScope, may } from '@etatlotse/domain/access';
import { planningWindow } from '@etatlotse/domain/shared';
import { BoundRegisters } from '../authority';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { findVersion } from '../planning';
import { type DraftOfReading, readDraft } from './reading-draft';

interface StoredReading extends ReadingRow {
  /** As it stood when the reading was closed. */
  readonly kept: DraftOfReading | null;
  readonly closedAt: string | null;
}

/** A reading with what its print says besides. */
export interface PrintableReading extends Reading {
  readonly city: string;
}

/** Readings of budgets. What is being prepared is for those who work inside; members see what was released for their body. */
@Injectable()
export class ReadingQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly registers: BoundRegisters,
  ) {}

  /** By the day of the meeting, latest first. */
  async list(caller: Caller, { cursor, limit = 50 }: ReadingsQuery): Promise<ReadingPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['day', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<ReadingRow>(listSql, [...seenBy(tx, caller), after?.[0] ?? null, after?.[1] ?? null, limit + 1]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return { rows: shown, nextCursor: hasMore ? encodeCursor([last.meeting.heldOn, last.id]) : null };
  }

  /** Null where it does not exist for the reader. */
  async find(caller: Caller, readingId: string): Promise<Reading | null> {
    return this.transactions.run(caller, (tx) => this.read(tx, caller, readingId));
  }

  async printable(caller: Caller, readingId: string): Promise<PrintableReading | null> {
    return this.transactions.run(caller, async (tx) => {
      const reading = await this.read(tx, caller, readingId);
      const [city] = await tx.query<{ name: string }>(`SELECT name FROM tenant WHERE tenant_id = $1`, [tx.tenantId]);
      return reading === null || city === undefined ? null : { ...reading, city: city.name };
    });
  }

  /** Lines that bear a motion, by a part of their number or name; null where the reading does not exist. */
  async lines(caller: Caller, readingId: string, words: string): Promise<readonly FoundReadingLine[] | null> {
    return this.transactions.run(caller, async (tx) => {
      const [reading] = await tx.query<{ version_id: string }>(
        `SELECT version_id FROM budget_reading WHERE tenant_id = $1 AND reading_id = $2`,
        [tx.tenantId, readingId],
      );
      if (reading === undefined) return null;
      return tx.query<FoundReadingLine>(linesSql, [tx.tenantId, reading.version_id, words.trim(), LINES_FOUND]);
    });
  }

  private async read(tx: Transaction, caller: Caller, readingId: string): Promise<Reading | null> {
    const [stored] = await tx.query<StoredReading>(findSql, [...seenBy(tx, caller), readingId]);
    const version = stored === undefined ? null : await findVersion(tx, stored.plan.id);
    if (stored === undefined || version === null) return null;
    const { kept, ...row } = stored;
    const { lines, draft } = kept ?? (await readDraft(tx, this.registers, readingId, version));
    const { versionId, name, state, plan } = version;
    return {
      ...row,
      plan: { id: versionId, name, state, ...plan, version: version.version },
      years: planningWindow(plan),
      lines,
      draft,
      rows: await tx.query<MotionRow>(motionsSql, [tx.tenantId, readingId]),
      mayWrite: may(caller.actor, 'motion.write'),
    };
  }
}

/** As many as a list under a field can show. */
const LINES_FOUND = 12;

const linesSql = `
  SELECT l.line_id AS id, l.number, l.name, l.direction, l.sphere, l.frame,
    coalesce((SELECT json_agg(json_build_object('fiscalYear', a.fiscal_year, 'amountCents', a.amount_cents)
        ORDER BY a.fiscal_year)
      FROM plan_amount a WHERE a.tenant_id = l.tenant_id AND a.version_id = $2 AND a.line_id = l.line_id), '[]') AS planned
  FROM budget_line l
  WHERE l.tenant_id = $1 AND l.archived_at IS NULL AND l.direction NOT IN ('internal', 'unclassified')
    AND strpos(lower(l.number || ' ' || l.name), lower($3)) > 0
  ORDER BY strpos(lower(l.name), lower($3)), l.number LIMIT $4`;

const seenBy = (tx: Transaction, caller: Caller): unknown[] => [
  tx.tenantId,
  may(caller.actor, 'plan.read'),
  bodyScope(caller.actor, 'motion.read'),
];

const columns = `
  r.reading_id AS id, json_build_object('id', v.version_id, 'name', v.name) AS plan,
  json_build_object('id', m.meeting_id, 'body', b.name, 'heldOn', m.held_on) AS meeting, r.state,
  (SELECT count(*)::integer FROM motion o WHERE o.tenant_id = r.tenant_id AND o.reading_id = r.reading_id) AS motions,
  (SELECT count(*)::integer FROM motion o WHERE o.tenant_id = r.tenant_id AND o.reading_id = r.reading_id
    AND o.result = 'open') AS "openMotions",
  r.origin = 'demo' AS "isDemo", r.version`;

const source = `
  budget_reading r
  JOIN plan_version v ON v.tenant_id = r.tenant_id AND v.version_id = r.version_id
  JOIN meeting m ON m.tenant_id = r.tenant_id AND m.meeting_id = r.meeting_id
  JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id`;

const isSeen = `r.tenant_id = $1 AND ($2 OR r.state <> 'preparing') AND ($3::uuid[] IS NULL OR m.body_id = ANY ($3))`;

const listSql = `
  SELECT ${columns} FROM ${source}
  WHERE ${isSeen} AND ($4::date IS NULL OR (m.held_on, r.reading_id) < ($4::date, $5::uuid))
  ORDER BY m.held_on DESC, r.reading_id DESC LIMIT $6`;

const findSql = `
  SELECT ${columns}, r.draft AS kept, r.closed_at AS "closedAt" FROM ${source} WHERE ${isSeen} AND r.reading_id = $4`;

const motionsSql = `
  SELECT m.motion_id AS id, row_number() OVER (ORDER BY m.place, m.motion_id)::integer AS place, m.mover, m.origin, m.code,
    m.title, m.reason, m.cover_note AS "coverNote", m.unit_id AS "unitId", m.fte_hundredths AS "fteHundredths", m.result,
    CASE WHEN m.yes_votes IS NOT NULL THEN
      json_build_object('yes', m.yes_votes, 'no', m.no_votes, 'abstained', m.abstained_votes) END AS counts,
    m.overtaken_by AS "overtakenById", m.voted_at AS "votedAt", m.version,
    coalesce((SELECT json_agg(json_build_object('lineId', c.line_id, 'fiscalYear', c.fiscal_year,
        'amountCents', c.amount_cents, 'isCover', c.is_cover) ORDER BY c.is_cover, c.fiscal_year, l.number)
      FROM motion_amount c JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
      WHERE c.tenant_id = m.tenant_id AND c.motion_id = m.motion_id), '[]') AS amounts,
    coalesce((SELECT json_agg(DISTINCT CASE WHEN x.motion_id = m.motion_id THEN x.other_id ELSE x.motion_id END)
      FROM motion_exclusion x WHERE x.tenant_id = m.tenant_id AND m.motion_id IN (x.motion_id, x.other_id)), '[]')
      AS excludes
  FROM motion m WHERE m.tenant_id = $1 AND m.reading_id = $2 ORDER BY m.place, m.motion_id`;
