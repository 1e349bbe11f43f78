import type { FreezeSnapshot } from '@etatlotse/contracts/snapshot';
import {
  type PublicContent,
  type PublicLine,
  SNAPSHOT_FORMAT,
  type SnapshotContent,
  type SnapshotDemands,
  type SnapshotLine,
  type SnapshotMeeting,
} from '@etatlotse/contracts/snapshot/plain';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import { readDecidedDemands } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';
import { canonicalJson } from '../canonical-json';
import { fingerprintOf, sha256Of, type SigningKey } from '../signing-key';
import type { SnapshotFigures } from '../snapshot-reader';

type FreezeRefusal =
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'APPROVAL_PENDING'>
  | Refusal<'SNAPSHOT_MEETING'>
  | Refusal<'SNAPSHOT_FUTURE', { readonly today: string }>;

export interface FrozenSnapshot {
  readonly id: string;
  readonly sha256: string;
  readonly keyId: string;
}

/** Freezes and signs the figures for a committee. One preparation of a year at a time waits for its second person. */
export async function freezeSnapshot(
  tx: Transaction,
  command: FreezeSnapshot,
  figures: SnapshotFigures,
  key: SigningKey,
): Promise<Outcome<FrozenSnapshot, FreezeRefusal>> {
  const { fiscalYear, ledgerAsOf = tx.today, remark = '', isPublic = false } = command;
  if (ledgerAsOf > tx.today) return refuse({ code: 'SNAPSHOT_FUTURE', params: { today: tx.today } });
  // Holding the year keeps two preparations of it apart.
  const years = await tx.query(
    `SELECT fiscal_year FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2 FOR NO KEY UPDATE`,
    [tx.tenantId, fiscalYear],
  );
  if (years.length === 0) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear } });
  const waiting = await tx.query(
    `SELECT snapshot_id FROM snapshot WHERE tenant_id = $1 AND fiscal_year = $2 AND state = 'prepared'`,
    [tx.tenantId, fiscalYear],
  );
  if (waiting.length > 0) return refuse({ code: 'APPROVAL_PENDING', params: {} });
  const meeting = command.meetingId === undefined ? null : await meetingOf(tx, command.meetingId);
  if (meeting === null && command.meetingId !== undefined) return refuse({ code: 'SNAPSHOT_MEETING', params: {} });
  const city = await cityOf(tx);
  const content: SnapshotContent = {
    format: SNAPSHOT_FORMAT,
    ...city,
    fiscalYear,
    meeting,
    ledgerAsOf,
    registersAsOf: tx.today,
    frozenAt: tx.now.toISOString(),
    remark,
    ...figures,
    demands: await decidedSince(tx, fiscalYear),
  };
  return ok(await store(tx, content, isPublic, key));
}

async function store(
  tx: Transaction,
  content: SnapshotContent,
  isPublic: boolean,
  key: SigningKey,
): Promise<FrozenSnapshot> {
  const id = tx.nextId();
  const text = canonicalJson(content);
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = sha256Of(bytes);
  await tx.execute(
    `INSERT INTO snapshot (tenant_id, snapshot_id, fiscal_year, meeting_id, ledger_as_of, is_public, remark, content,
       content_sha256, signature, public_key, city_slug, public_content, public_lines, state, prepared_by, prepared_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'prepared', $15, $16)`,
    [
      tx.tenantId,
      id,
      content.fiscalYear,
      content.meeting?.id ?? null,
      content.ledgerAsOf,
      isPublic,
      content.remark,
      text,
      sha256,
      key.sign(bytes),
      key.publicKey,
      content.citySlug,
      canonicalJson(publicPartOf(content)),
      canonicalJson(content.lines.map(publicLineOf)),
      tx.personId,
      tx.now,
    ],
  );
  await tx.audit({
    action: 'snapshot.prepared',
    subjectType: 'snapshot',
    subjectId: id,
    detail: { fiscalYear: content.fiscalYear, ledgerAsOf: content.ledgerAsOf, sha256: sha256.toString('hex') },
  });
  return { id, sha256: sha256.toString('hex'), keyId: fingerprintOf(key.publicKey) };
}

/** Named one by one: what is added to snapshots later is not public before somebody writes it here. */
function publicPartOf(content: SnapshotContent): PublicContent {
  const { city, citySlug, fiscalYear, meeting, ledgerAsOf, registersAsOf, frozenAt } = content;
  const { overview, frameSources, projects, rollouts } = content;
  return {
    ...{ city, citySlug, fiscalYear, meeting, ledgerAsOf, registersAsOf, frozenAt },
    ...{ overview, frameSources, projects, rollouts },
  };
}

/** What stands of a line in the printed budget as well. */
function publicLineOf(line: SnapshotLine): PublicLine {
  const { number, name, frame, subBudget, account, accountName, runOrChange } = line;
  const { appropriationCents, adjustedCents, actualCents } = line;
  return {
    ...{ number, name, frame, subBudget, account, accountName, runOrChange },
    ...{ appropriationCents, adjustedCents, actualCents },
  };
}

/** What was decided on demands since the newest released snapshot of the year; the day of it is told beside the list. */
async function decidedSince(tx: Transaction, fiscalYear: number): Promise<SnapshotDemands> {
  const [before] = await tx.query<{ since: string | null }>(
    `SELECT max(prepared_at)::text AS since FROM snapshot
     WHERE tenant_id = $1 AND fiscal_year = $2 AND state = 'released'`,
    [tx.tenantId, fiscalYear],
  );
  const since = before?.since ?? `${fiscalYear}-01-01`;
  return { since: since.slice(0, 10), rows: await readDecidedDemands(tx, since) };
}

async function meetingOf(tx: Transaction, meetingId: string): Promise<SnapshotMeeting | null> {
  const [meeting] = await tx.query<SnapshotMeeting>(
    `SELECT m.meeting_id AS id, b.name AS body, b.kind AS "bodyKind", m.held_on AS "heldOn"
     FROM meeting m JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
     WHERE m.tenant_id = $1 AND m.meeting_id = $2 AND m.cancelled_on IS NULL`,
    [tx.tenantId, meetingId],
  );
  return meeting ?? null;
}

async function cityOf(tx: Transaction): Promise<Pick<SnapshotContent, 'city' | 'citySlug'>> {
  const [city] = await tx.query<{ city: string; citySlug: string }>(
    `SELECT name AS city, slug AS "citySlug" FROM tenant WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  if (city === undefined) throw new Error('The city of a transaction is not there.');
  return city;
}
