import {
  type AgainstLines,
  type FileMapping,
  looksLikeThousands,
  type Question,
  UNIT_QUESTION,
} from '@etatlotse/domain/import';
import type { Transaction } from '../platform/database/transactions';
import type { RunOptions } from './new-run';
import { ofImport } from './staged.sql';

/**
 * Asks whether a file is in thousands where it says so nowhere but the city's own plans say so: on nearly every line that both
 * know they have a thousand times as much. No question where somebody has answered, or the file names its unit.
 */
export async function unitQuestions(
  tx: Transaction,
  importId: string,
  { kind, unitFactor }: FileMapping,
  { answers }: RunOptions,
): Promise<readonly Question[]> {
  const isOpen = unitFactor === 1 && answers[UNIT_QUESTION] === undefined;
  if (!isOpen || (kind !== 'plan_lines' && kind !== 'actuals')) return [];
  const [found] = await tx.query<AgainstLines>(againstLinesSql, [tx.tenantId, importId]);
  if (found === undefined || !looksLikeThousands(found)) return [];
  const { lines, thousandfold, largestCents } = found;
  const params = { lines, count: thousandfold, largest: String(largestCents / 100) };
  return [{ id: UNIT_QUESTION, code: 'UNIT_AGAINST_LINES', column: null, params, options: ['1', '1000', '1000000'] }];
}

const againstLinesSql = `
  WITH told AS (
    SELECT a.line_number, max(abs(a.amount_cents)) AS cents FROM import_amount a
    WHERE ${ofImport('a')} AND a.amount_cents <> 0 GROUP BY a.line_number
  ), known AS (
    SELECT t.cents AS told, max(abs(p.amount_cents)) AS planned FROM told t
    JOIN budget_line l ON l.tenant_id = $1 AND l.number = t.line_number
    JOIN plan_amount p ON p.tenant_id = $1 AND p.line_id = l.line_id AND p.amount_cents <> 0
    GROUP BY t.line_number, t.cents
  )
  SELECT count(*) AS lines, count(*) FILTER (WHERE planned BETWEEN told * 300 AND told * 3000) AS thousandfold,
    (SELECT coalesce(max(cents), 0) FROM told) AS "largestCents"
  FROM known`;
