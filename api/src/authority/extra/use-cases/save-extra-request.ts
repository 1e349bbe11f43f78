import type {
  ChangeExtraRequest,
  CreateExtraRequest,
  ExtraChanged,
  ExtraContent,
} from '@etatlotse/contracts/authority';
import { may } from '@etatlotse/domain/access';
import { decideDraft, type ExtraSubmissionRefusal } from '@etatlotse/domain/authority';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { ruleSettings } from '../../rule/rule-setting.repository';
import { type ExtraLineRefusal, judgeExtraRequest, lineIdsOf } from '../extra-assessment';
import { type ExtraLineFacts, findExtraLines } from '../extra-line.repository';
import { insertExtraRequest, lockExtraRequest, type StoredExtraRequest, updateExtraRequest } from '../extra.repository';
import { mayRequestAll } from '../extra-rights';

type SaveRefusal =
  | ExtraLineRefusal
  | ExtraSubmissionRefusal
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'EXTRA_NOT_DRAFT'>
  | Refusal<'VERSION_STALE'>;

/** Stores a new draft. It may be incomplete, but its lines must be ones that the caller may ask for. */
export async function createExtraRequest(
  tx: Transaction,
  request: CreateExtraRequest,
): Promise<Outcome<ExtraChanged, SaveRefusal>> {
  const { fiscalYear } = request;
  const checked = await checkContent(tx, fiscalYear, request, []);
  if (!checked.ok) return checked;
  const [year] = await tx.query(`SELECT FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`, [
    tx.tenantId,
    fiscalYear,
  ]);
  if (year === undefined) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear } });
  const id = await insertExtraRequest(tx, fiscalYear, request);
  await tx.audit({
    action: 'extra_request.created',
    subjectType: 'extra_request',
    subjectId: id,
    detail: { fiscalYear, lines: request.items.length },
  });
  return ok({ id, version: 1, state: 'draft', approvalId: null });
}

/** Replaces what a draft says. Cover that somebody else has put there may stay. */
export async function changeExtraRequest(
  tx: Transaction,
  requestId: string,
  change: ChangeExtraRequest,
): Promise<Outcome<ExtraChanged, SaveRefusal>> {
  const request = await lockExtraRequest(tx, requestId);
  if (request === null || !(await isOwn(tx, request))) return refuse({ code: 'NOT_FOUND', params: {} });
  if (request.state !== 'draft') return refuse({ code: 'EXTRA_NOT_DRAFT', params: {} });
  if (request.version !== change.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const known = request.covers.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const checked = await checkContent(tx, request.fiscalYear, change, known);
  if (!checked.ok) return checked;
  await updateExtraRequest(tx, requestId, change);
  await tx.audit({
    action: 'extra_request.changed',
    subjectType: 'extra_request',
    subjectId: requestId,
    detail: { lines: change.items.length, version: change.version + 1 },
  });
  return ok({ id: requestId, version: change.version + 1, state: 'draft', approvalId: null });
}

async function isOwn(tx: Transaction, request: StoredExtraRequest): Promise<boolean> {
  const lines = await findExtraLines(tx, request.fiscalYear, lineIdsOf({ items: request.items, covers: [] }));
  return mayRequestAll(tx.actor, request, lines);
}

/** Lines that the caller may not see do not exist; then each must fit its part, and none stand there twice. */
async function checkContent(
  tx: Transaction,
  fiscalYear: number,
  content: ExtraContent,
  knownCover: readonly string[],
): Promise<Outcome<null, ExtraLineRefusal | ExtraSubmissionRefusal>> {
  const items = content.items.map(({ lineId, amountCents }) => ({ lineId, requestedCents: amountCents }));
  const lines = await findExtraLines(tx, fiscalYear, lineIdsOf({ items, covers: content.covers }));
  const isVisible = (line: ExtraLineFacts | undefined): boolean =>
    line !== undefined && tx.actor !== null && may(tx.actor, 'budget.read', { unitId: line.unitId });
  const giving = content.covers.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const isSeen = giving.every((lineId) => knownCover.includes(lineId) || isVisible(lines.get(lineId)));
  if (!isSeen || !mayRequestAll(tx.actor, { items }, lines)) return refuse({ code: 'NOT_FOUND', params: {} });
  const judged = judgeExtraRequest({ ...content, items }, lines, await ruleSettings(tx, fiscalYear));
  return judged.ok ? decideDraft(judged.value) : judged;
}
