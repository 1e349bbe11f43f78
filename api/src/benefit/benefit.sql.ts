import type { BenefitRow } from '@etatlotse/contracts/benefit';
import type { BenefitFigure } from '@etatlotse/domain/benefit';
import { isProjectSeen } from '../project';
import { liveDayOf } from '../rollout';

/** What the database knows of a benefit; nothing has been added up. */
export interface StoredBenefit extends Omit<BenefitRow, 'years' | 'sums' | 'isOverdue' | 'mayWrite'> {
  readonly projectUnitId: string | null;
  /** In the order in which they were recorded. */
  readonly figures: readonly BenefitFigure[];
}

/** Benefits of projects that one sees, and those that come about in one's own unit. */
export const isBenefitSeen = (units: string): string =>
  `(${isProjectSeen('p', units)} OR coalesce(e.unit_id = ANY (${units}), false))`;

const facts = `
  SELECT json_build_object('id', e.benefit_id, 'name', e.name, 'description', e.description, 'owner', e.owner,
    'project', CASE WHEN ${isProjectSeen('p', '$2')} THEN
      json_build_object('id', p.project_id, 'name', p.name, 'level', p.level) END,
    'projectUnitId', p.unit_id, 'unitId', e.unit_id, 'unitName', u.name, 'capability', e.capability,
    'reviewOn', e.review_on, 'origin', e.origin, 'version', e.version,
    'lastReview', (SELECT json_build_object('heldOn', r.held_on, 'text', r.text) FROM benefit_review r
      WHERE r.tenant_id = e.tenant_id AND r.benefit_id = e.benefit_id ORDER BY r.review_id DESC LIMIT 1),
    'figures', coalesce((SELECT json_agg(json_build_object('fiscalYear', f.fiscal_year, 'kind', f.kind,
        'hours', f.hours, 'amountCents', f.amount_cents) ORDER BY f.figure_id)
      FROM benefit_figure f WHERE f.tenant_id = e.tenant_id AND f.benefit_id = e.benefit_id), '[]'::json)) AS benefit
  FROM benefit e
  JOIN project p ON p.tenant_id = e.tenant_id AND p.project_id = e.project_id
  LEFT JOIN org_unit u ON u.tenant_id = e.tenant_id AND u.unit_id = e.unit_id
  WHERE e.tenant_id = $1 AND ${isBenefitSeen('$2')}`;

/** $3 of a project, $4 the day before which a review is overdue, or null for all, $5 and $6 after which, $7 how many. */
export const benefitPageSql = `${facts}
    AND ($3::uuid IS NULL OR e.project_id = $3) AND ($4::date IS NULL OR e.review_on < $4)
    AND ($5::text IS NULL OR (e.name, e.benefit_id) > ($5, $6::uuid))
  ORDER BY e.name, e.benefit_id LIMIT $7`;

export const allBenefitsSql = facts;

export const benefitSql = `${facts} AND e.benefit_id = $3`;

const newest = (kind: string): string => `
  SELECT f.hours FROM benefit_figure f WHERE f.tenant_id = e.tenant_id AND f.benefit_id = e.benefit_id
    AND f.fiscal_year = $3::smallint AND f.kind = '${kind}' ORDER BY f.figure_id DESC LIMIT 1`;

/** $3 the year: hours by unit, with the day since when the capability behind them is live. */
export const freedHoursSql = `
  SELECT e.benefit_id AS "benefitId", e.name AS "benefitName", e.unit_id AS "unitId", u.name AS "unitName",
    coalesce((${newest('planned')}), 0) AS "plannedHours", (${newest('realised')}) AS "realisedHours", e.capability,
    (${liveDayOf('e.tenant_id', 'e.unit_id', 'e.capability')}) AS "liveOn"
  FROM benefit e
  JOIN project p ON p.tenant_id = e.tenant_id AND p.project_id = e.project_id
  JOIN org_unit u ON u.tenant_id = e.tenant_id AND u.unit_id = e.unit_id
  WHERE e.tenant_id = $1 AND ${isBenefitSeen('$2')} AND EXISTS (SELECT FROM benefit_figure f
    WHERE f.tenant_id = e.tenant_id AND f.benefit_id = e.benefit_id AND f.fiscal_year = $3::smallint AND f.hours > 0)
  ORDER BY u.code, e.name, e.benefit_id LIMIT 500`;
