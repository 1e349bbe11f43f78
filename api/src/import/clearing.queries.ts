import { Injectable } from '@nestjs/common';
import type { ClearingQuery } from '@etatlotse/contracts/import';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

const PAGE = 50;

/** Imported bookings that match no line, oldest first. */
@Injectable()
export class ClearingQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: ClearingQuery): Promise<Page<ClearingItem>> {
    const limit = query.limit ?? PAGE;
    const [day, id] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, ['day', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ item: ClearingItem }>(listSql, [
        tx.tenantId,
        query.fiscalYear ?? null,
        query.state ?? 'open',
        query.importId ?? null,
        day,
        id,
        limit + 1,
      ]),
    );
    const page = rows.slice(0, limit).map(({ item }) => item);
    const last = page.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { rows: page, nextCursor: isMore ? encodeCursor([last.bookedOn ?? FIRST_DAY, last.id]) : null };
  }
}

const FIRST_DAY = '1900-01-01';

/** The key is compared as text: a cursor is what a caller sends, and must not become a fault of a cast. */
const listSql = `
  SELECT json_build_object('id', c.clearing_id, 'importId', c.import_id, 'fileName', r.file_name, 'row', c.row_number,
    'fiscalYear', c.fiscal_year, 'amountCents', c.amount_cents, 'bookedOn', c.booked_on,
    'lineNumber', c.facts ->> 'lineNumber', 'documentNumber', c.facts ->> 'documentNumber', 'text', c.facts ->> 'text',
    'orderNumber', c.facts ->> 'orderNumber', 'state', c.state, 'reason', c.reason, 'decidedAt', c.decided_at,
    'version', c.version) AS item
  FROM clearing_item c JOIN import_run r ON r.tenant_id = c.tenant_id AND r.import_id = c.import_id
  WHERE c.tenant_id = $1 AND ($2::integer IS NULL OR c.fiscal_year = $2) AND c.state = $3
    AND ($4::uuid IS NULL OR c.import_id = $4)
    AND ($5::text IS NULL OR (coalesce(c.booked_on, '${FIRST_DAY}')::text, c.clearing_id::text) > ($5::text, $6::text))
  ORDER BY coalesce(c.booked_on, '${FIRST_DAY}')::text, c.clearing_id::text LIMIT $7`;
