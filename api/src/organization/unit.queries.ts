import { Injectable } from '@nestjs/common';
import type { UnitDetail, UnitRow, UnitTree } from '@etatlotse/contracts/organization';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** The tree as people read it. */
@Injectable()
export class UnitQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The units valid on a day (default: today), parents before their children. */
  async tree(caller: Caller, asOf: string | undefined): Promise<UnitTree> {
    return this.transactions.run(caller, async (tx) => {
      const day = asOf ?? tx.today;
      const [row] = await tx.query<{ units: UnitRow[] }>(treeSql, [tx.tenantId, day]);
      return { asOf: day, units: row?.units ?? [] };
    });
  }

  async find(caller: Caller, unitId: string): Promise<UnitDetail | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ unit: UnitDetail }>(detailSql, [tx.tenantId, unitId]),
    );
    return row?.unit ?? null;
  }
}

/** A unit whose parent is not valid on that day still shows: at the top rather than nowhere. */
const treeSql = `
  WITH RECURSIVE valid AS (
    SELECT * FROM org_unit WHERE tenant_id = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)),
  tree AS (
    SELECT v.*, 0 AS depth, ARRAY[v.code] AS place FROM valid v
    WHERE v.parent_id IS NULL OR NOT EXISTS (SELECT FROM valid p WHERE p.unit_id = v.parent_id)
    UNION ALL
    SELECT v.*, t.depth + 1, t.place || v.code FROM valid v JOIN tree t ON v.parent_id = t.unit_id)
  SELECT coalesce(json_agg(json_build_object('id', unit_id, 'parentId', parent_id, 'level', level, 'code', code,
    'name', name, 'validFrom', valid_from, 'validTo', valid_to, 'depth', depth, 'version', version)
    ORDER BY place), '[]') AS units
  FROM tree`;

const detailSql = `
  WITH RECURSIVE above AS (
    SELECT u.parent_id, 0 AS depth FROM org_unit u WHERE u.tenant_id = $1 AND u.unit_id = $2
    UNION ALL
    SELECT p.parent_id, a.depth + 1 FROM org_unit p JOIN above a ON p.unit_id = a.parent_id WHERE p.tenant_id = $1)
  SELECT json_build_object('id', u.unit_id, 'parentId', u.parent_id, 'level', u.level, 'code', u.code, 'name', u.name,
    'validFrom', u.valid_from, 'validTo', u.valid_to, 'version', u.version,
    'depth', (SELECT max(depth) FROM above), 'parentCode', p.code, 'parentName', p.name,
    'usage', json_build_object(
      'children', (SELECT count(*) FROM org_unit c WHERE c.tenant_id = $1 AND c.parent_id = u.unit_id),
      'lines', (SELECT count(*) FROM budget_line l WHERE l.tenant_id = $1 AND l.unit_id = u.unit_id),
      'roles', (SELECT count(*) FROM role_assignment r WHERE r.tenant_id = $1 AND r.unit_id = u.unit_id))) AS unit
  FROM org_unit u LEFT JOIN org_unit p ON p.tenant_id = u.tenant_id AND p.unit_id = u.parent_id
  WHERE u.tenant_id = $1 AND u.unit_id = $2`;
