/*
 * What was decided against what it wrote, in SQL: $1 tenant, $2 year. A decision whose movements were lost, or a movement
 * that says more than its decision, shows here even where every balance fits its movements.
 */

/** What a decision wrote in its year, by kind. */
const written = (decision: string, kinds: string, year = '$2'): string => `
  (SELECT coalesce(sum(m.amount_cents), 0)::bigint FROM movement m
   WHERE m.tenant_id = $1 AND m.fiscal_year = ${year} AND m.decision_id = ${decision} AND m.kind IN (${kinds}))`;

/** Grants (R4, R5): as much authority as was asked for, and as much locked as covers it. */
export const grantComparison = `
  SELECT g.request_id AS id, g.label, (g.granted + g.covered)::bigint AS stored_cents, (g.authority + g.locked)::bigint AS computed_cents,
    (abs(g.granted - g.authority) + abs(g.covered - g.locked))::bigint AS difference_cents
  FROM (
    SELECT r.request_id, r.subject AS label,
      (SELECT coalesce(sum(i.requested_cents), 0)::bigint FROM extra_request_item i
       WHERE i.tenant_id = r.tenant_id AND i.request_id = r.request_id) AS granted,
      (SELECT coalesce(sum(c.amount_cents), 0)::bigint FROM extra_request_cover c
       WHERE c.tenant_id = r.tenant_id AND c.request_id = r.request_id AND c.line_id IS NOT NULL
         AND c.kind IN ('less_spending', 'contingency')) AS covered,
      ${written('r.request_id', `'over_plan', 'outside_plan'`)} AS authority,
      ${written('r.request_id', `'lock'`)} AS locked
    FROM extra_request r WHERE r.tenant_id = $1 AND r.fiscal_year = $2 AND r.state = 'granted') g`;

/** Locks (R17): what was locked less what was lifted, line by line. */
export const lockComparison = `
  SELECT k.lock_id AS id, k.title AS label, coalesce(sum(a.held), 0)::bigint AS stored_cents,
    coalesce(sum(a.written), 0)::bigint AS computed_cents, coalesce(sum(abs(a.held - a.written)), 0)::bigint AS difference_cents
  FROM budget_lock k
  CROSS JOIN LATERAL (
    SELECT coalesce(d.held, 0) AS held, coalesce(w.written, 0) AS written
    FROM (
      SELECT x.line_id, sum(CASE s.kind WHEN 'lock' THEN x.amount_cents ELSE -x.amount_cents END) AS held
      FROM budget_lock_step s JOIN budget_lock_amount x ON x.tenant_id = s.tenant_id AND x.step_id = s.step_id
      WHERE s.tenant_id = $1 AND s.lock_id = k.lock_id AND s.state = 'done' GROUP BY x.line_id) d
    FULL JOIN (
      SELECT m.line_id, sum(m.amount_cents) AS written FROM movement m
      WHERE m.tenant_id = $1 AND m.fiscal_year = $2 AND m.decision_id = k.lock_id AND m.kind = 'lock' GROUP BY m.line_id) w
      ON w.line_id = d.line_id) a
  WHERE k.tenant_id = $1 AND k.fiscal_year = $2 GROUP BY k.lock_id, k.title`;

/** Rests (R10): out of the old year, into the new one, less what lapsed there. */
export const carryOverComparison = `
  SELECT c.carry_over_id AS id, c.label, c.kept AS stored_cents, c.arrived AS computed_cents,
    (abs(c.kept - c.arrived) + abs(c.amount_cents + c.gone))::bigint AS difference_cents
  FROM (
    SELECT o.carry_over_id, o.amount_cents, l.number || ' (' || o.origin_year || ')' AS label,
      (o.amount_cents - o.lapsed_cents)::bigint AS kept,
      ${written('o.carry_over_id', `'carry_over'`)} AS arrived, ${written('o.carry_over_id', `'carry_over'`, 'o.from_year')} AS gone
    FROM carry_over o JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
    WHERE o.tenant_id = $1 AND o.to_year = $2 AND o.state IN ('approved', 'used', 'lapsed')) c`;

/** Earmarked revenue (R8): what each step of a grant gave or took in authority. */
export const earmarkComparison = `
  SELECT e.earmark_id AS id, e.label, e.given AS stored_cents, e.written AS computed_cents,
    abs(e.given - e.written)::bigint AS difference_cents
  FROM (
    SELECT k.earmark_id, k.number || ' ' || k.giver AS label,
      (SELECT coalesce(sum(v.authority_cents), 0)::bigint FROM earmark_event v
       WHERE v.tenant_id = k.tenant_id AND v.earmark_id = k.earmark_id) AS given,
      ${written('k.earmark_id', `'earmark'`)} AS written
    FROM earmark k WHERE k.tenant_id = $1 AND k.fiscal_year = $2) e`;
