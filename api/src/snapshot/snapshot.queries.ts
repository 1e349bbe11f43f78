import { Injectable } from '@nestjs/common';
import type { CurrentSnapshotQuery, SnapshotLineQuery, SnapshotsQuery } from '@etatlotse/contracts/snapshot';
import {
  DRILL_LIMIT,
  SNAPSHOT_FILE_FORMAT,
  type Snapshot,
  type SnapshotChanges,
  type SnapshotContent,
  type SnapshotLineDetail,
  type SnapshotPage,
  type SnapshotRow,
} from '@etatlotse/contracts/snapshot/plain';
import { bodyScope, may } from '@etatlotse/domain/access';
import { compareSnapshots } from '@etatlotse/domain/council';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { comparedThings } from './compared-things';
import type { Handout } from './handout-pdf';
import { fingerprintOf } from './signing-key';
import { isForBodies } from './released-snapshot';
import { snapshotPackage } from './snapshot-package';

type StoredRow = Omit<SnapshotRow, 'keyId'> & { readonly publicKey: string };
type StoredSnapshot = StoredRow & { readonly content: string; readonly signature: string };

/**
 * Snapshots; what is only prepared or was taken back is for those who prepare and examine, not the committee. A member sees what
 * was released as public or for a body of one's own.
 */
@Injectable()
export class SnapshotQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Newest knowledge first. */
  async list(caller: Caller, { fiscalYear, cursor, limit = 50 }: SnapshotsQuery): Promise<SnapshotPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['day', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<StoredRow>(listSql, [
        ...seenBy(tx, caller),
        fiscalYear ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit).map(rowOf);
    const last = shown.at(-1);
    return {
      rows: shown,
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.ledgerAsOf, last.id]) : null,
    };
  }

  async find(caller: Caller, id: string): Promise<Snapshot | null> {
    const found = await this.transactions.run(caller, (tx) => read(tx, caller, id));
    return found === null ? null : shownOf(found);
  }

  /** The newest that was released for a year, or what was known on a day; null where there is none. */
  async current(caller: Caller, { fiscalYear, knownOn }: CurrentSnapshotQuery): Promise<Snapshot | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<StoredSnapshot>(currentSql, [...releasedTo(tx, caller), fiscalYear, knownOn ?? null]),
    );
    return row === undefined ? null : shownOf(row);
  }

  /** A line with its frozen bookings, newest first. */
  async line(
    caller: Caller,
    id: string,
    lineId: string,
    { cursor, limit = DRILL_LIMIT }: SnapshotLineQuery,
  ): Promise<SnapshotLineDetail | null> {
    const found = await this.transactions.run(caller, (tx) => read(tx, caller, id));
    if (found === null) return null;
    const { lines, bookings } = contentOf(found);
    const line = lines.find((one) => one.lineId === lineId);
    if (line === undefined) return null;
    const [start = 0] = cursor === undefined ? [0] : decodeCursor(cursor, ['integer']);
    const from = Math.max(Number(start), 0);
    const own = bookings.filter((one) => one.lineId === lineId).reverse();
    const end = from + limit;
    return {
      line,
      bookings: own.slice(from, end),
      nextCursor: own.length > end ? encodeCursor([end]) : null,
    };
  }

  /** What changed against an earlier snapshot: the named one, or the newest for a day before. Null where there is none. */
  async changes(caller: Caller, id: string, beforeId: string | null): Promise<SnapshotChanges | null> {
    return this.transactions.run(caller, async (tx) => {
      const after = await read(tx, caller, id);
      if (after === null) return null;
      const before = beforeId === null ? await readBefore(tx, caller, after) : await read(tx, caller, beforeId);
      if (before === null) return null;
      return {
        before: rowOf(before),
        after: rowOf(after),
        changes: compareSnapshots(comparedThings(contentOf(before)), comparedThings(contentOf(after))),
      };
    });
  }

  /** The snapshot as a file that proves itself without this program; byte for byte the same each time. */
  async file(caller: Caller, id: string): Promise<{ readonly name: string; readonly text: string } | null> {
    const found = await this.transactions.run(caller, (tx) => read(tx, caller, id));
    if (found === null) return null;
    return { name: `Stand ${found.ledgerAsOf} ${found.sha256.slice(0, 8)}.json`, text: fileText(found) };
  }

  /** What the hand-out for its meeting is printed from. */
  async handout(caller: Caller, id: string): Promise<Handout | null> {
    return this.transactions.run(caller, async (tx) => {
      const stored = await read(tx, caller, id);
      if (stored === null) return null;
      const before = await readBefore(tx, caller, stored);
      const content = contentOf(stored);
      const changes =
        before === null ? null : compareSnapshots(comparedThings(contentOf(before)), comparedThings(content));
      return { content, sha256: stored.sha256, changes };
    });
  }

  /** Its lines as open data. */
  async package(caller: Caller, id: string): Promise<{ readonly fileName: string; readonly content: Buffer } | null> {
    const found = await this.transactions.run(caller, (tx) => read(tx, caller, id));
    if (found === null) return null;
    const content = contentOf(found);
    return snapshotPackage(content, content.lines, found.sha256);
  }
}

/** Keys in order, as everywhere in canonical text; the content is the frozen text itself. */
export function fileText(row: Pick<StoredSnapshot, 'content' | 'publicKey' | 'sha256' | 'signature'>): string {
  const { content, publicKey, sha256, signature } = row;
  return `{"content":${content},"format":"${SNAPSHOT_FILE_FORMAT}","publicKey":"${publicKey}","sha256":"${sha256}","signature":"${signature}"}\n`;
}

export const contentOf = ({ content }: Pick<StoredSnapshot, 'content'>): SnapshotContent =>
  JSON.parse(content) as SnapshotContent;

/** Whoever sees the live figures of the city may also see what is being prepared from them. */
function seesPrepared(caller: Caller): boolean {
  return may(caller.actor, 'budget.read', { unitId: null });
}

const releasedTo = (tx: Transaction, caller: Caller): unknown[] => [
  tx.tenantId,
  false,
  bodyScope(caller.actor, 'budget.read_released'),
];

const seenBy = (tx: Transaction, caller: Caller): unknown[] => [
  tx.tenantId,
  seesPrepared(caller),
  bodyScope(caller.actor, 'budget.read_released'),
];

async function read(tx: Transaction, caller: Caller, id: string): Promise<StoredSnapshot | null> {
  const [row] = await tx.query<StoredSnapshot>(findSql, [...seenBy(tx, caller), id]);
  return row ?? null;
}

/** The newest of an earlier day that the same reader may see. */
async function readBefore(
  tx: Transaction,
  caller: Caller,
  { fiscalYear, ledgerAsOf, id }: StoredRow,
): Promise<StoredSnapshot | null> {
  const [row] = await tx.query<StoredSnapshot>(beforeSql, [...releasedTo(tx, caller), fiscalYear, ledgerAsOf, id]);
  return row ?? null;
}

function rowOf({ publicKey, ...row }: StoredRow & { content?: string; signature?: string }): SnapshotRow {
  const { content: _text, signature: _signature, ...shown } = row;
  return { ...shown, keyId: fingerprintOf(Buffer.from(publicKey, 'base64')) };
}

function shownOf(stored: StoredSnapshot): Snapshot {
  const { bookings: _asked, ...content } = contentOf(stored);
  return { ...rowOf(stored), content };
}

const isSeen = `s.tenant_id = $1 AND ($2 OR s.state = 'released') AND ${isForBodies('s', '$3')}`;

const rowColumns = `
  s.snapshot_id AS id, s.fiscal_year AS "fiscalYear", s.state, s.content -> 'meeting' AS meeting,
  s.ledger_as_of AS "ledgerAsOf", s.is_public AS "isPublic", s.remark, encode(s.content_sha256, 'hex') AS sha256,
  replace(encode(s.public_key, 'base64'), chr(10), '') AS "publicKey", p.display_name AS "preparedByName",
  s.prepared_at AS "preparedAt", r.display_name AS "releasedByName", s.released_at AS "releasedAt",
  (SELECT n.snapshot_id FROM snapshot n
   WHERE n.tenant_id = s.tenant_id AND n.fiscal_year = s.fiscal_year AND n.state = 'released' AND s.state = 'released'
     AND n.meeting_id IS NOT DISTINCT FROM s.meeting_id AND (s.meeting_id IS NOT NULL OR n.ledger_as_of = s.ledger_as_of)
     AND (n.released_at, n.snapshot_id) > (s.released_at, s.snapshot_id) AND ${isForBodies('n', '$3')}
   ORDER BY n.released_at DESC, n.snapshot_id DESC LIMIT 1) AS "supersededBy"`;

const sources = `
  FROM snapshot s
  LEFT JOIN person p ON p.tenant_id = s.tenant_id AND p.person_id = s.prepared_by
  LEFT JOIN person r ON r.tenant_id = s.tenant_id AND r.person_id = s.released_by`;

const wholeColumns = `${rowColumns}, s.content::text AS content, replace(encode(s.signature, 'base64'), chr(10), '') AS signature`;

const listSql = `
  SELECT ${rowColumns} ${sources}
  WHERE ${isSeen} AND ($4::smallint IS NULL OR s.fiscal_year = $4)
    AND ($5::date IS NULL OR (s.ledger_as_of, s.snapshot_id) < ($5::date, $6::uuid))
  ORDER BY s.ledger_as_of DESC, s.snapshot_id DESC LIMIT $7`;

const findSql = `SELECT ${wholeColumns} ${sources} WHERE ${isSeen} AND s.snapshot_id = $4`;

const newest = `ORDER BY s.ledger_as_of DESC, s.released_at DESC, s.snapshot_id DESC LIMIT 1`;

const currentSql = `
  SELECT ${wholeColumns} ${sources}
  WHERE ${isSeen} AND s.fiscal_year = $4 AND ($5::date IS NULL OR s.ledger_as_of <= $5) ${newest}`;

const beforeSql = `
  SELECT ${wholeColumns} ${sources}
  WHERE ${isSeen} AND s.fiscal_year = $4 AND s.ledger_as_of < $5 AND s.snapshot_id <> $6 ${newest}`;
