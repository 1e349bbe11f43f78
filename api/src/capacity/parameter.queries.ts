import { Injectable } from '@nestjs/common';
import type { ParameterHistoryQuery } from '@etatlotse/contracts/capacity';
import type { ParameterEntry, ParameterHistory, ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { parameterColumns, readParameters } from './parameter.repository';

const PAGE_DEFAULT = 50;

/** The figures that capacity is reckoned with, the newest of each first. */
@Injectable()
export class ParameterQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller): Promise<readonly ParameterRow[]> {
    return this.transactions.run(caller, readParameters);
  }

  /** Every record, also those that were taken back, the newest first. */
  async history(caller: Caller, query: ParameterHistoryQuery): Promise<ParameterHistory> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<ParameterEntry>(historySql, [tx.tenantId, query.kind ?? null, after?.[0] ?? null, limit + 1]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
  }
}

const nameOf = (column: string): string =>
  `(SELECT n.display_name FROM person n WHERE n.tenant_id = c.tenant_id AND n.person_id = c.${column})`;

/** Ids are made in the order of time. */
const historySql = `
  SELECT ${parameterColumns}, ${nameOf('recorded_by')} AS "recordedBy", recorded_at AS "recordedAt",
    CASE WHEN withdrawn_at IS NOT NULL THEN json_build_object('by', ${nameOf('withdrawn_by')}, 'at', withdrawn_at,
      'reason', withdrawal_reason) END AS withdrawal
  FROM capacity_parameter c
  WHERE tenant_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::uuid IS NULL OR parameter_id < $3)
  ORDER BY parameter_id DESC LIMIT $4`;
