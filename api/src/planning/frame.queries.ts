import { Injectable } from '@nestjs/common';
import type { FrameCeilingRow, FrameChangeRow, FramesOfYear, FramesQuery } from '@etatlotse/contracts/planning';
import { FRAME_CODES, frameRoomCents } from '@etatlotse/domain/budget';
import { cents, sumCents } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import type { FrameKey } from './frame.repository';

interface FrameRow {
  readonly fiscal_year: number;
  readonly frame: FrameCeilingRow['frame'];
  readonly ceiling_cents: number | null;
  readonly source: string;
  readonly version: number;
  readonly lines: number;
  readonly operating_cents: number;
  readonly investing_cents: number;
}

/** Ceilings against what is planned in them. Expense and investment are shown apart and only then together. */
@Injectable()
export class FrameQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Against the plan in force, or against a version that is being made; all years unless one is named. */
  async list(caller: Caller, query: FramesQuery): Promise<FramesOfYear[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<FrameRow>(query.planVersionId === undefined ? inForceSql : ofVersionSql, [
        tx.tenantId,
        query.fiscalYear ?? null,
        ...(query.planVersionId === undefined ? [] : [query.planVersionId]),
      ]),
    );
    return [...new Set(rows.map((row) => row.fiscal_year))].map((fiscalYear) =>
      yearOf(fiscalYear, rows.filter((row) => row.fiscal_year === fiscalYear).map(toContract)),
    );
  }

  async history(caller: Caller, key: FrameKey): Promise<FrameChangeRow[]> {
    return this.transactions.run(caller, (tx) =>
      tx.query<FrameChangeRow>(historySql, [tx.tenantId, key.frame, key.fiscalYear]),
    );
  }
}

function toContract(row: FrameRow): FrameCeilingRow {
  const plannedCents = cents(row.operating_cents + row.investing_cents);
  const ceilingCents = row.ceiling_cents === null ? null : cents(row.ceiling_cents);
  return {
    frame: row.frame,
    ceilingCents,
    source: row.source,
    version: row.version,
    lines: row.lines,
    operatingCents: row.operating_cents,
    investingCents: row.investing_cents,
    plannedCents,
    undistributedCents: frameRoomCents(ceilingCents, plannedCents),
  };
}

function yearOf(fiscalYear: number, frames: FrameCeilingRow[]): FramesOfYear {
  const known = frames.filter(({ ceilingCents }) => ceilingCents !== null);
  const sum = (
    of: readonly FrameCeilingRow[],
    field: 'ceilingCents' | 'plannedCents' | 'undistributedCents' | 'operatingCents' | 'investingCents',
  ): number => sumCents(of.map((row) => cents(row[field] ?? 0)));
  return {
    fiscalYear,
    frames,
    totals: {
      knownCeilingCents: known.length === 0 ? null : sum(known, 'ceilingCents'),
      unknownFrames: FRAME_CODES.filter((code) => !known.some(({ frame }) => frame === code)),
      operatingCents: sum(frames, 'operatingCents'),
      investingCents: sum(frames, 'investingCents'),
      plannedCents: sum(frames, 'plannedCents'),
      undistributedCents: known.length === 0 ? null : sum(known, 'undistributedCents'),
    },
  };
}

/** Frames of the years with what stands in them; `planned` gives line, year and cents. Revenue is never added to a frame. */
const framesSql = (planned: string): string => `
  SELECT y.fiscal_year, f.frame, c.ceiling_cents, coalesce(c.source, '') AS source, coalesce(c.version, 0) AS version,
    coalesce(s.lines, 0)::integer AS lines, coalesce(s.operating_cents, 0)::bigint AS operating_cents,
    coalesce(s.investing_cents, 0)::bigint AS investing_cents
  FROM fiscal_year y
  CROSS JOIN (VALUES ${FRAME_CODES.map((code, place) => `('${code}', ${place})`).join(', ')}) AS f(frame, place)
  LEFT JOIN frame_ceiling c ON c.tenant_id = $1 AND c.frame = f.frame AND c.fiscal_year = y.fiscal_year
  LEFT JOIN (
    SELECT l.frame, p.fiscal_year, count(*) AS lines,
      sum(p.amount_cents) FILTER (WHERE l.sphere <> 'investing') AS operating_cents,
      sum(p.amount_cents) FILTER (WHERE l.sphere = 'investing') AS investing_cents
    FROM (${planned}) p JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = p.line_id
    WHERE l.frame IS NOT NULL AND l.direction IN ('expense', 'payment')
    GROUP BY l.frame, p.fiscal_year) s ON s.frame = f.frame AND s.fiscal_year = y.fiscal_year
  WHERE y.tenant_id = $1 AND ($2::smallint IS NULL OR y.fiscal_year = $2)
  ORDER BY y.fiscal_year DESC, f.place`;

const inForceSql = framesSql(
  `SELECT line_id, fiscal_year, appropriation_cents AS amount_cents FROM line_balance
   WHERE tenant_id = $1 AND appropriation_cents <> 0 AND ($2::smallint IS NULL OR fiscal_year = $2)`,
);

const ofVersionSql = framesSql(
  `SELECT line_id, fiscal_year, amount_cents FROM plan_amount
   WHERE tenant_id = $1 AND version_id = $3 AND ($2::smallint IS NULL OR fiscal_year = $2)`,
);

const historySql = `
  SELECT h.version, h.ceiling_cents AS "ceilingCents", h.source, h.reason, p.display_name AS "changedBy",
    to_json(h.changed_at) AS "changedAt"
  FROM frame_ceiling_change h LEFT JOIN person p ON p.tenant_id = h.tenant_id AND p.person_id = h.changed_by
  WHERE h.tenant_id = $1 AND h.frame = $2 AND h.fiscal_year = $3 ORDER BY h.version DESC`;
