import { Injectable } from '@nestjs/common';
import type { PapersQuery } from '@etatlotse/contracts/council';
import type { Paper, PaperPage, PaperReference, PaperRow } from '@etatlotse/contracts/council/plain';
import { bodyScope, may } from '@etatlotse/domain/access';
import { compareDsNumbers } from '@etatlotse/domain/council';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { readReleased } from '../snapshot';
import { paperBlocks, runsOf } from './paper-blocks';
import { paperFigures } from './paper-figures';
import { paperTables } from './paper-tables';

type ListedRow = PaperRow & { readonly createdAt: string };
type StoredPaper = PaperRow &
  Pick<Paper, 'body' | 'snapshotId' | 'extraId' | 'figureKey'> & {
    readonly previousSnapshotId: string | null;
    readonly refNumbers: readonly string[];
  };

/** A paper with what its head prints besides. */
export interface PrintablePaper extends Paper {
  readonly city: string;
}

/**
 * Council papers. A draft is for those who work on papers and for whoever wrote it; the bodies see what was published: what is
 * public all of them, what is not only those through which it goes.
 */
@Injectable()
export class PaperQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Newest first. */
  async list(caller: Caller, { kind, meetingId, cursor, limit = 50 }: PapersQuery): Promise<PaperPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<ListedRow>(listSql, [
        ...seenBy(tx, caller),
        kind ?? null,
        meetingId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ createdAt: _order, ...row }) => row),
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.createdAt, last.id]) : null,
    };
  }

  /** Null where it does not exist for the reader. */
  async find(caller: Caller, paperId: string): Promise<Paper | null> {
    return this.transactions.run(caller, (tx) => readPaper(tx, caller, paperId));
  }

  async printable(caller: Caller, paperId: string): Promise<PrintablePaper | null> {
    return this.transactions.run(caller, async (tx) => {
      const paper = await readPaper(tx, caller, paperId);
      const [city] = await tx.query<{ name: string }>(`SELECT name FROM tenant WHERE tenant_id = $1`, [tx.tenantId]);
      return paper === null || city === undefined ? null : { ...paper, city: city.name };
    });
  }
}

async function readPaper(tx: Transaction, caller: Caller, paperId: string): Promise<Paper | null> {
  const [stored] = await tx.query<StoredPaper>(findSql, [...seenBy(tx, caller), paperId]);
  if (stored === undefined) return null;
  const { previousSnapshotId, ...paper } = stored;
  const snapshot =
    paper.snapshotId === null
      ? null
      : await readReleased(tx, paper.snapshotId, bodyScope(caller.actor, 'budget.read_released'));
  const earlier = previousSnapshotId === null ? null : await readReleased(tx, previousSnapshotId);
  const content = snapshot?.content ?? null;
  const blocks = paperBlocks(paper.body, content, earlier?.content ?? null);
  const mayWrite = may(caller.actor, 'council.write');
  return {
    ...paper,
    // The paper stands for itself; the snapshot behind it opens for those for whom it was released.
    snapshotId: snapshot?.isShown === false ? null : paper.snapshotId,
    snapshotAsOf: content?.ledgerAsOf ?? null,
    snapshotSha256: snapshot?.sha256 ?? null,
    blocks,
    figures: mayWrite && content !== null ? paperFigures(content) : [],
    tables: mayWrite && content !== null ? paperTables(content).map(({ key, label }) => ({ key, label })) : [],
    changedFigures: runsOf(blocks).filter(({ before }) => before !== null).length,
    references: await referencesOf(tx, caller, paper),
    referencedBy: await tx.query<PaperReference>(referencedBySql, [...seenBy(tx, caller), paper.dsNumber]),
    mayWrite,
  };
}

/** Reported so far: what the paper refers to and the paper itself, as it was written. */
async function referencesOf(
  tx: Transaction,
  caller: Caller,
  paper: StoredPaper | Omit<StoredPaper, 'previousSnapshotId'>,
) {
  const known = await tx.query<PaperReference>(referencesSql, [...seenBy(tx, caller), paper.refNumbers]);
  const own: PaperReference[] =
    paper.dsNumber === null || paper.refNumbers.length === 0
      ? []
      : [
          {
            dsNumber: paper.dsNumber,
            paperId: paper.id,
            kind: paper.kind,
            title: paper.title,
            datedOn: paper.datedOn,
          },
        ];
  return [...known, ...own].sort((first, second) => compareDsNumbers(first.dsNumber, second.dsNumber));
}

function seenBy(tx: Transaction, caller: Caller): unknown[] {
  return [tx.tenantId, may(caller.actor, 'council.read'), caller.actor.personId, bodyScope(caller.actor, 'paper.read')];
}

const isSeen = `p.tenant_id = $1 AND ($2 OR p.created_by = $3 OR p.state = 'published' AND (
  $4::uuid[] IS NULL OR p.is_public OR EXISTS (
    SELECT FROM paper_step w JOIN meeting g ON g.tenant_id = w.tenant_id AND g.meeting_id = w.meeting_id
    WHERE w.tenant_id = p.tenant_id AND w.paper_id = p.paper_id AND g.body_id = ANY ($4))))`;

const rowColumns = `
  p.paper_id AS id, p.kind, p.ds_number AS "dsNumber", p.title, p.office, p.is_public AS "isPublic",
  p.dated_on AS "datedOn", p.state, p.published_at AS "publishedAt", p.origin, p.version,
  coalesce((
    SELECT json_agg(json_build_object('meetingId', m.meeting_id, 'body', b.name, 'bodyKind', b.kind, 'heldOn', m.held_on,
      'consultation', s.consultation, 'isCancelled', m.cancelled_on IS NOT NULL) ORDER BY s.position)
    FROM paper_step s
    JOIN meeting m ON m.tenant_id = s.tenant_id AND m.meeting_id = s.meeting_id
    JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
    WHERE s.tenant_id = p.tenant_id AND s.paper_id = p.paper_id), '[]') AS steps`;

const listSql = `
  SELECT ${rowColumns}, p.created_at::text AS "createdAt" FROM council_paper p
  WHERE ${isSeen} AND ($5::text IS NULL OR p.kind = $5)
    AND ($6::uuid IS NULL OR EXISTS (SELECT FROM paper_step s
      WHERE s.tenant_id = p.tenant_id AND s.paper_id = p.paper_id AND s.meeting_id = $6))
    AND ($7::timestamptz IS NULL OR (p.created_at, p.paper_id) < ($7::timestamptz, $8::uuid))
  ORDER BY p.created_at DESC, p.paper_id DESC LIMIT $9`;

const findSql = `
  SELECT ${rowColumns}, p.body, p.snapshot_id AS "snapshotId", p.previous_snapshot_id AS "previousSnapshotId",
    p.extra_id AS "extraId", p.figure_key AS "figureKey", p.ref_numbers AS "refNumbers"
  FROM council_paper p WHERE ${isSeen} AND p.paper_id = $5`;

const referencesSql = `
  SELECT given.number AS "dsNumber", p.paper_id AS "paperId", p.kind, p.title, p.dated_on AS "datedOn"
  FROM unnest($5::text[]) AS given (number)
  LEFT JOIN council_paper p ON ${isSeen} AND p.ds_number = given.number`;

const referencedBySql = `
  SELECT p.ds_number AS "dsNumber", p.paper_id AS "paperId", p.kind, p.title, p.dated_on AS "datedOn"
  FROM council_paper p
  WHERE ${isSeen} AND $5::text IS NOT NULL AND p.ds_number IS NOT NULL AND p.ref_numbers @> ARRAY[$5::text]
  ORDER BY p.ds_number LIMIT 100`;
