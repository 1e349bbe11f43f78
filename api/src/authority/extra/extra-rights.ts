import { type Actor, may, type Permission, unitScope } from '@etatlotse/domain/access';
import type { ExtraLines } from './extra-assessment';

/** Whether somebody may ask for more on every line of a request. */
export function mayRequestAll(
  actor: Actor | null,
  { items }: { readonly items: readonly { readonly lineId: string }[] },
  lines: ExtraLines,
): boolean {
  return holdsForAll(actor, 'extra.request', items, lines);
}

/** Whether somebody may see a request: all of its lines; and drafts only where live figures are seen. */
export function maySeeRequest(
  actor: Actor | null,
  request: { readonly state: string; readonly items: readonly { readonly lineId: string }[] },
  lines: ExtraLines,
): boolean {
  if (actor === null || (request.state === 'draft' && !may(actor, 'budget.read'))) return false;
  return holdsForAll(actor, 'extra.read', request.items, lines);
}

function holdsForAll(
  actor: Actor | null,
  permission: Permission,
  items: readonly { readonly lineId: string }[],
  lines: ExtraLines,
): boolean {
  return actor !== null && items.every(({ lineId }) => holdsFor(actor, permission, lines.get(lineId)));
}

function holdsFor(actor: Actor, permission: Permission, line: { readonly unitId: string | null } | undefined): boolean {
  return line !== undefined && may(actor, permission, { unitId: line.unitId });
}

/**
 * The same for lists: `r` is the request, $2 the units that may be seen (null: all), $3 whether drafts are seen.
 */
export const visibleExtraRequest = `
  (($3 OR r.state <> 'draft') AND ($2::uuid[] IS NULL OR NOT EXISTS (
    SELECT FROM extra_request_item vi JOIN budget_line vl ON vl.tenant_id = vi.tenant_id AND vl.line_id = vi.line_id
    WHERE vi.tenant_id = r.tenant_id AND vi.request_id = r.request_id
      AND (vl.unit_id IS NULL OR vl.unit_id <> ALL ($2)))))`;

/** $2 and $3 of `visibleExtraRequest`. */
export function extraVisibility(actor: Actor): readonly [readonly string[] | null, boolean] {
  return [unitScope(actor, 'extra.read'), may(actor, 'budget.read')];
}
