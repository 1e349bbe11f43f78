import type { AssignLines, LineAssignment, LinesAssigned } from '@etatlotse/contracts/budget';
import type { Actor } from '@etatlotse/domain/access';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { chooseLines } from '../line-filter';
import { isUnit } from '../line.repository';

type AssignLinesRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'ASSIGNMENT_EMPTY'>
  | Refusal<'LINES_CHANGED', { readonly expectedLines: number; readonly foundLines: number }>;

/**
 * Assigns a classification to every line a filter finds. The number of lines that the person saw is the guard: when the
 * filter finds another number by now, nothing happens. One entry in the log holds what each line had before.
 */
export async function assignLines(
  tx: Transaction,
  actor: Actor,
  command: AssignLines,
): Promise<Outcome<LinesAssigned & Readonly<Record<string, unknown>>, AssignLinesRefusal>> {
  const after = stated(command.assign);
  if (Object.keys(after).length === 0) return refuse({ code: 'ASSIGNMENT_EMPTY', params: {} });
  const { unitId } = command.assign;
  if (typeof unitId === 'string' && !(await isUnit(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const choice = await chooseLines(tx, command.filter, actor, 'budget.line_write');
  if (choice === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const found = await tx.query<{ id: string }>(lockSql(choice.found), choice.params);
  if (found.length !== command.expectedLines) {
    const params = { expectedLines: command.expectedLines, foundLines: found.length };
    return refuse({ code: 'LINES_CHANGED', params });
  }
  const ids = found.map(({ id }) => id);
  const changed = await tx.query<{ id: string; before: Readonly<Record<string, unknown>> }>(assignSql, [
    tx.tenantId,
    ids,
    JSON.stringify(after),
  ]);
  if (changed.length > 0) {
    await tx.audit({
      action: 'line.assigned',
      subjectType: 'budget_line_set',
      subjectId: tx.nextId(),
      detail: {
        lines: changed.length,
        after,
        before: Object.fromEntries(changed.map(({ id, before }) => [id, before])),
      },
    });
  }
  return ok({ lines: ids.length, changed: changed.length });
}

/** What is to be assigned; left out is not null. */
function stated(assign: LineAssignment): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(assign).filter(([, value]) => value !== undefined));
}

/** The lines in id order, held until the end, so that they are still the ones that were counted. */
const lockSql = (found: string): string => `SELECT l.line_id AS id ${found} ORDER BY l.line_id FOR UPDATE OF l`;

const columns = [
  ['frame', 'frame'],
  ['runOrChange', 'run_or_change'],
  ['serviceClass', 'service_class'],
  ['networkZone', 'network_zone'],
  ['isNonStaff', 'is_non_staff'],
  ['unitId', 'unit_id'],
  ['subBudget', 'sub_budget'],
  ['product', 'product'],
  ['productName', 'product_name'],
  ['statementLine', 'statement_line'],
  ['costCentre', 'cost_centre'],
] as const;

/** $3 holds only what is assigned: a field that is absent there keeps its value. */
const assigned = (field: string, column: string): string =>
  `CASE WHEN $3::jsonb ? '${field}' THEN r."${field}" ELSE old.${column} END`;

const assignSql = `
  UPDATE budget_line l SET version = l.version + 1, ${columns
    .map(([field, column]) => `${column} = ${assigned(field, column)}`)
    .join(', ')}
  FROM budget_line old, jsonb_to_record($3::jsonb) AS r(frame text, "runOrChange" text, "serviceClass" text,
    "networkZone" text, "isNonStaff" boolean, "unitId" uuid, "subBudget" text, product text, "productName" text,
    "statementLine" text, "costCentre" text)
  WHERE l.tenant_id = $1 AND l.line_id = ANY ($2::uuid[]) AND old.tenant_id = l.tenant_id AND old.line_id = l.line_id
    AND (${columns.map(([field, column]) => `old.${column} IS DISTINCT FROM ${assigned(field, column)}`).join(' OR ')})
  RETURNING l.line_id AS id, (SELECT jsonb_object_agg(b.key, b.value) FROM jsonb_each(jsonb_build_object(${columns
    .map(([field, column]) => `'${field}', old.${column}`)
    .join(', ')})) b WHERE $3::jsonb ? b.key) AS before`;
