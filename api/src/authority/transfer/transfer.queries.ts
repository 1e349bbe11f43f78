import { Injectable } from '@nestjs/common';
import type { CheckTransfer, TransferCheck, TransferRow, TransfersQuery } from '@etatlotse/contracts/authority';
import type { Page } from '@etatlotse/contracts/shared';
import { type Actor, may, mayApprove, unitScope } from '@etatlotse/domain/access';
import { drawRefusal } from '@etatlotse/domain/authority';
import { type Transaction, Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { decodeCursor, encodeCursor } from '../../platform/input/cursor';
import { declaredWay } from '../cover/cover-right.repository';
import { isSeen, lineName } from '../line-name.sql';
import { judgeTransfer, readTransferLines, seesBoth } from './judge-transfer';
import { booksAlone } from './use-cases/create-transfer';

interface StoredRow extends Omit<TransferRow, 'mayDecide' | 'mayWithdraw' | 'mayUndo'> {
  readonly requestedBy: string;
}

/** Transfers of a year, one of them, and what another one would do. */
@Injectable()
export class TransferQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: TransfersQuery): Promise<Page<TransferRow>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ transfer: StoredRow; at: string }>(listSql, [
        tx.tenantId,
        unitScope(caller.actor, 'budget.read'),
        query.fiscalYear,
        query.state ?? null,
        query.lineId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ transfer }) => withRights(transfer, caller.actor)),
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.at, last.transfer.id]) : null,
    };
  }

  async find(caller: Caller, transferId: string): Promise<TransferRow | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ transfer: StoredRow }>(findSql, [tx.tenantId, unitScope(caller.actor, 'budget.read'), transferId]),
    );
    return row === undefined ? null : withRights(row.transfer, caller.actor);
  }

  /** What a transfer would do, decided by the rule that books it. Null where a line does not exist for the caller. */
  async check(caller: Caller, question: CheckTransfer): Promise<TransferCheck | null> {
    return this.transactions.run(caller, (tx) => check(tx, caller.actor, question));
  }
}

async function check(tx: Transaction, actor: Actor, question: CheckTransfer): Promise<TransferCheck | null> {
  const lines = await readTransferLines(tx, question);
  if (lines === null || !seesBoth(actor, lines)) return null;
  const isOneSided = question.isOneSided === true;
  const noRight = isOneSided
    ? drawRefusal(await declaredWay(tx, question.toLineId, question.fromLineId), lines.to.situation.fiscalYear)
    : null;
  if (noRight !== null) return { ...nothing, refusal: noRight };
  const decision = await judgeTransfer(tx, question, lines, isOneSided);
  if (!decision.ok) return { ...nothing, refusal: { ...decision.refusal, params: { ...decision.refusal.params } } };
  const { form, rule, from, to, needsSecondPerson } = decision.value;
  const isRequest = !isOneSided && (needsSecondPerson || !(await booksAlone(tx, actor, lines, question.fiscalYear)));
  return { form, rule, from, to, isRequest, refusal: null };
}

const nothing = { form: null, rule: null, from: null, to: null, isRequest: false } as const;

/** What the reader may do with a transfer as it stands. */
function withRights({ requestedBy, ...row }: StoredRow, actor: Actor): TransferRow {
  const isOpen = row.state === 'requested';
  return {
    ...row,
    mayDecide: isOpen && mayApprove(actor, { requestedBy, deciders: ['transfer.write'] }),
    mayWithdraw: isOpen && requestedBy === actor.personId,
    mayUndo: row.state === 'booked' && row.undoesId === null && may(actor, 'transfer.write'),
  };
}

/** $1 tenant, $2 units that may be seen. A transfer is seen by whoever sees one of its lines. */
const transfers = `
  SELECT json_build_object('id', t.transfer_id, 'fiscalYear', t.fiscal_year, 'form', t.form, 'state', t.state,
    'amountCents', t.amount_cents, 'from', ${lineName('f', '$2')}, 'to', ${lineName('l', '$2')}, 'reason', t.reason,
    'documentNumber', t.document_number, 'budgetNote', t.budget_note, 'requestedBy', t.requested_by,
    'requestedByName', coalesce(p.display_name, ''), 'requestedAt', t.requested_at, 'decidedByName', d.display_name,
    'decidedAt', t.decided_at, 'decisionReason', t.decision_reason, 'undoesId', t.undoes_id,
    'undoneById', u.transfer_id, 'version', t.version) AS transfer, t.requested_at::text AS at
  FROM transfer t
  JOIN budget_line f ON f.tenant_id = t.tenant_id AND f.line_id = t.from_line_id
  JOIN budget_line l ON l.tenant_id = t.tenant_id AND l.line_id = t.to_line_id
  LEFT JOIN person p ON p.tenant_id = t.tenant_id AND p.person_id = t.requested_by
  LEFT JOIN person d ON d.tenant_id = t.tenant_id AND d.person_id = t.decided_by
  LEFT JOIN transfer u ON u.tenant_id = t.tenant_id AND u.undoes_id = t.transfer_id
  WHERE t.tenant_id = $1 AND (${isSeen('f', '$2')} OR ${isSeen('l', '$2')})`;

const listSql = `${transfers}
    AND t.fiscal_year = $3 AND ($4::text IS NULL OR t.state = $4)
    AND ($5::uuid IS NULL OR $5 IN (t.from_line_id, t.to_line_id))
    AND ($6::timestamptz IS NULL OR (t.requested_at, t.transfer_id) < ($6, $7::uuid))
  ORDER BY t.requested_at DESC, t.transfer_id DESC
  LIMIT $8`;

const findSql = `${transfers} AND t.transfer_id = $3`;
