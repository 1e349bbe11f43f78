import { balanceColumns, figureSums } from './balance.columns';

/**
 * The overview in one statement: $1 tenant, $2 fiscal year, $3 units the caller may see (null: all), $4 today. Reads balances, month
 * sums, own months of the plan in force and open orders; never the movements, except to ask whether an overdrawn line was imported that way.
 */
export const overviewSql = `
  WITH line AS (
    SELECT l.line_id, l.number, l.name, l.frame, l.run_or_change, l.pool_id, l.direction,
      CASE WHEN l.sphere = 'investing' THEN 'investing' ELSE 'operating' END AS side
    FROM budget_line l
    WHERE l.tenant_id = $1 AND l.archived_at IS NULL AND l.direction IN ('expense', 'payment')
      AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
  ), figures AS (
    SELECT line.line_id, line.number, line.name, line.frame, line.run_or_change, line.pool_id, line.side,
      coalesce(c.ceiling_cents IS NOT NULL, false) AS is_known,
      b.appropriation_cents, b.carry_over_cents, b.over_plan_cents, b.outside_plan_cents, b.earmark_cents,
      b.transfer_cents, b.lock_cents, b.reservation_cents, b.commitment_cents, b.actual_cents,
      b.adjusted_cents, b.available_cents, b.last_recorded_at
    FROM line
    LEFT JOIN line_balance b ON b.tenant_id = $1 AND b.line_id = line.line_id AND b.fiscal_year = $2
    LEFT JOIN frame_ceiling c ON c.tenant_id = $1 AND c.frame = line.frame AND c.fiscal_year = $2
  )
  SELECT json_build_object(
    'asOf', (SELECT max(last_recorded_at) FROM figures),
    'frames', (
      SELECT json_agg(t.frame_figures) FROM (
        SELECT json_build_object('frame', f.frame, 'ceilingCents', c.ceiling_cents, 'lines', count(g.line_id),
          ${figureSums('g')},
          'operating', json_build_object(${figureSums('g', `g.side = 'operating'`)}),
          'investing', json_build_object(${figureSums('g', `g.side = 'investing'`)})) AS frame_figures
        FROM (VALUES ('CORE'), ('SCHOOL_NET'), ('FEES')) AS f(frame)
        LEFT JOIN frame_ceiling c ON c.tenant_id = $1 AND c.frame = f.frame AND c.fiscal_year = $2
        LEFT JOIN figures g ON g.frame = f.frame
        GROUP BY f.frame, c.ceiling_cents) t),
    'ceilingCents', (
      SELECT coalesce(sum(ceiling_cents), 0)::bigint FROM frame_ceiling WHERE tenant_id = $1 AND fiscal_year = $2),
    'all', (SELECT json_build_object(${figureSums('g')}) FROM figures g WHERE g.frame IS NOT NULL),
    'known', (SELECT json_build_object(${figureSums('g')}) FROM figures g WHERE g.frame IS NOT NULL AND g.is_known),
    'outsideFrames', (
      SELECT json_build_object('lines', count(*), 'adjustedCents', coalesce(sum(g.adjusted_cents), 0),
        'availableCents', coalesce(sum(g.available_cents), 0)) FROM figures g WHERE g.frame IS NULL),
    'months', (
      SELECT json_agg(coalesce(s.actual_cents, 0) ORDER BY month) FROM generate_series(1, 12) AS month
      LEFT JOIN (
        SELECT x.month, sum(x.actual_cents)::bigint AS actual_cents FROM line_month x
        JOIN figures g ON g.line_id = x.line_id AND g.frame IS NOT NULL
        WHERE x.tenant_id = $1 AND x.fiscal_year = $2 GROUP BY x.month) s USING (month)),
    'phased', (
      SELECT coalesce(json_agg(json_build_object('kind', h.kind, 'months', h.months, 'adjustedCents', g.adjusted_cents)), '[]')
      FROM plan_version v
      JOIN plan_phasing h ON h.tenant_id = $1 AND h.version_id = v.version_id AND h.fiscal_year = $2 AND h.kind <> 'equal'
      JOIN figures g ON g.line_id = h.line_id AND g.frame IS NOT NULL AND g.is_known AND g.adjusted_cents IS NOT NULL
      WHERE v.tenant_id = $1 AND v.state = 'in_force' AND $2 BETWEEN v.first_year AND v.last_year),
    'runOrChange', (
      SELECT json_build_object(
        'runCents', coalesce(sum(g.adjusted_cents) FILTER (WHERE g.run_or_change = 'run'), 0),
        'changeCents', coalesce(sum(g.adjusted_cents) FILTER (WHERE g.run_or_change = 'change'), 0),
        'unmarkedCents', coalesce(sum(g.adjusted_cents) FILTER (WHERE g.run_or_change IS NULL), 0))
      FROM figures g WHERE g.frame IS NOT NULL AND g.is_known),
    'largest', (
      SELECT coalesce(json_agg(json_build_object('lineId', t.line_id, 'number', t.number, 'name', t.name, 'frame', t.frame,
        'runOrChange', t.run_or_change, 'adjustedCents', t.adjusted_cents) ORDER BY t.adjusted_cents DESC, t.number), '[]')
      FROM (SELECT * FROM figures g WHERE g.frame IS NOT NULL AND g.adjusted_cents > 0
            ORDER BY g.adjusted_cents DESC, g.number LIMIT 24) t),
    'lines', (
      SELECT coalesce(json_agg(json_build_object('lineId', g.line_id, 'number', g.number, 'name', g.name, 'frame', g.frame,
        'adjustedCents', coalesce(g.adjusted_cents, 0), 'availableCents', coalesce(g.available_cents, 0),
        'balance', json_build_object(${balanceColumns('g')}),
        'poolBalance', CASE WHEN p.pool_id IS NULL THEN NULL ELSE json_build_object(${balanceColumns('p')}) END,
        'hasOverAuthorityImport', g.available_cents < 0 AND EXISTS (
          SELECT FROM movement m WHERE m.tenant_id = $1 AND m.line_id = g.line_id AND m.fiscal_year = $2 AND m.over_authority),
        'oldestOrder', CASE WHEN o.line_id IS NULL THEN NULL ELSE
          json_build_object('ageDays', $4::date - o.ordered_on, 'openCents', o.committed_cents) END)), '[]')
      FROM figures g
      LEFT JOIN pool_balance p ON p.tenant_id = $1 AND p.pool_id = g.pool_id AND p.fiscal_year = $2
      LEFT JOIN (
        SELECT DISTINCT ON (po.line_id) po.line_id, po.ordered_on, po.committed_cents FROM purchase_order po
        WHERE po.tenant_id = $1 AND po.fiscal_year = $2 AND po.state IN ('ordered', 'partly_invoiced') AND po.committed_cents > 0
        ORDER BY po.line_id, po.ordered_on) o ON o.line_id = g.line_id
      WHERE g.frame IS NOT NULL AND g.is_known),
    'reconciliation', (
      SELECT json_build_object('checkedAt', r.checked_at, 'differenceCents', r.difference_cents)
      FROM reconciliation_check r WHERE r.tenant_id = $1 AND r.fiscal_year = $2 ORDER BY r.checked_at DESC LIMIT 1)
  ) AS overview`;
