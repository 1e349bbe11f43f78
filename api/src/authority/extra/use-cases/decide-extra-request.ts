import type { ExtraChanged, RecordExtraDecision } from '@etatlotse/contracts/authority';
import {
  decideExtraDecision,
  decideGrant,
  decideSubmission,
  type ExtraDecision,
  type ExtraDecisionRefusal,
  type ExtraGrantRefusal,
  type ExtraSubmissionRefusal,
  type GrantMovement,
  LOCKING_COVER,
} from '@etatlotse/domain/authority';
import {
  fiscalYear as toFiscalYear,
  type FiscalYear,
  ok,
  type Outcome,
  type Refusal,
  refuse,
} from '@etatlotse/domain/shared';
import type { Approvals, PendingApproval } from '../../../approval';
import { lockBalances, writeMovements } from '../../../budget';
import type { Transaction } from '../../../platform/database/transactions';
import { ruleSettings } from '../../rule/rule-setting.repository';
import {
  coverPlacesOf,
  type ExtraLineRefusal,
  type ExtraLines,
  judgeExtraRequest,
  type JudgedExtraRequest,
  lineIdsOf,
} from '../extra-assessment';
import { findExtraLines } from '../extra-line.repository';
import { maySeeRequest } from '../extra-rights';
import {
  addStep,
  GRANT_EXTRA,
  keepExtraFigures,
  lockExtraRequest,
  storeExtraDecision,
  type StoredExtraRequest,
} from '../extra.repository';

type DecideRefusal =
  | ExtraDecisionRefusal
  | ExtraSubmissionRefusal
  | ExtraLineRefusal
  | ExtraGrantRefusal
  | Refusal<'VERSION_STALE'>
  | Refusal<'APPROVAL_PENDING'>
  | Refusal<'YEAR_NOT_OPEN', { readonly fiscalYear: FiscalYear }>
  | Refusal<'YEAR_CLOSED', { readonly fiscalYear: FiscalYear }>;

/** What a second person is asked to confirm: this decision about exactly this state of the request. */
interface WaitingGrant extends ExtraDecision {
  readonly version: number;
  readonly requestNumber: string;
  readonly subject: string;
  readonly amountCents: number;
}

/**
 * Records what the mayor, the committee or the council decided. A refusal counts at once and changes nothing in the
 * budget; a grant is asked by all rules and then waits for a second person.
 */
export async function recordExtraDecision(
  tx: Transaction,
  approvals: Approvals,
  requestId: string,
  { version, ...decision }: RecordExtraDecision,
): Promise<Outcome<ExtraChanged, DecideRefusal>> {
  const request = await lockExtraRequest(tx, requestId);
  if (request === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const lines = await findExtraLines(tx, request.fiscalYear, lineIdsOf(request));
  if (!maySeeRequest(tx.actor, request, lines)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (request.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (request.pendingApprovalId !== null) return refuse({ code: 'APPROVAL_PENDING', params: {} });
  const judged = await judge(tx, request, lines, decision, null);
  if (!judged.ok) return judged;
  if (!decision.isGranted) {
    await close(tx, request, judged.value.request, decision, { takenBy: tx.personId });
    return ok({ id: requestId, version: version + 1, state: 'refused', approvalId: null });
  }
  const amountCents = judged.value.request.items.reduce((sum, { requestedCents }) => sum + requestedCents, 0);
  const asked = await approvals.request(tx, {
    action: GRANT_EXTRA,
    subjectType: 'extra_request',
    subjectId: requestId,
    request: {
      ...decision,
      version,
      requestNumber: request.number,
      subject: request.subject,
      amountCents,
    } satisfies WaitingGrant,
    reason: decision.document,
  });
  return asked.ok ? ok({ id: requestId, version, state: request.state, ...asked.value }) : asked;
}

/**
 * The second person has confirmed: more authority on every line and the cover locked at once, by the figures of this moment
 * under their locks (T4d). Two grants that want the same cover meet here, and one of them is refused.
 */
export async function confirmExtraGrant(
  tx: Transaction,
  confirmed: PendingApproval,
): Promise<Outcome<ExtraChanged, DecideRefusal>> {
  const { version, decider, decidedOn, document } = confirmed.request as unknown as WaitingGrant;
  const decision: ExtraDecision = { isGranted: true, decider, decidedOn, document };
  const request = await lockExtraRequest(tx, confirmed.subjectId);
  if (request === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (request.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  await holdBalances(tx, request);
  const lines = await findExtraLines(tx, request.fiscalYear, lineIdsOf(request));
  const judged = await judge(tx, request, lines, decision, tx.personId);
  if (!judged.ok) return judged;
  const written = await writeMovements(
    tx,
    judged.value.movements.map((movement) => ({ ...movement, ...movementWords(request, decision, movement) })),
  );
  if (written.length === 0) {
    return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: toFiscalYear(request.fiscalYear) } });
  }
  const people = { takenBy: confirmed.requestedBy, approvedBy: tx.personId };
  await close(tx, request, judged.value.request, decision, people);
  return ok({ id: request.id, version: version + 1, state: 'granted', approvalId: null });
}

/** Pools before lines, each in id order; then every covering line once more, in case it went to another pool meanwhile. */
async function holdBalances(tx: Transaction, { fiscalYear, items, covers }: StoredExtraRequest): Promise<void> {
  const giving = covers.flatMap(({ kind, lineId }) =>
    lineId !== null && LOCKING_COVER.includes(kind) ? [lineId] : [],
  );
  const lineIds = [...items.map(({ lineId }) => lineId), ...giving].sort();
  await lockBalances(
    tx,
    lineIds.map((lineId) => ({ lineId, fiscalYear })),
  );
  for (const lineId of lineIds) await tx.query(`SELECT app.hold_balance($1, $2)`, [lineId, fiscalYear]);
}

/** Everything a decision is judged by: the books, the lines, the cover, and who decides. */
async function judge(
  tx: Transaction,
  request: StoredExtraRequest,
  lines: ExtraLines,
  decision: ExtraDecision,
  confirmedBy: string | null,
): Promise<
  Outcome<{ readonly request: JudgedExtraRequest; readonly movements: readonly GrantMovement[] }, DecideRefusal>
> {
  const judged = judgeExtraRequest(request, lines, await ruleSettings(tx, request.fiscalYear));
  if (!judged.ok) return judged;
  const required = judged.value.requiredLevel;
  const decided = decideExtraDecision({ ...request, required }, decision, { today: tx.today, confirmedBy });
  if (!decided.ok) return decided;
  if (!decision.isGranted) return ok({ request: judged.value, movements: [] });
  const books = await booksRefusal(tx, request.fiscalYear);
  if (books !== null) return refuse(books);
  const complete = decideSubmission(judged.value);
  if (!complete.ok) return complete;
  const granted = decideGrant(judged.value, coverPlacesOf(judged.value, lines));
  if (granted.ok) return ok({ request: judged.value, movements: granted.value });
  const { params } = granted.refusal;
  return refuse({
    code: 'EXTRA_COVER_GONE',
    params: { ...params, lineNumber: lines.get(params.lineId)?.number ?? '' },
  });
}

async function booksRefusal(tx: Transaction, year: number): Promise<DecideRefusal | null> {
  const [books] = await tx.query<{ books_state: string }>(
    `SELECT books_state FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`,
    [tx.tenantId, year],
  );
  const params = { fiscalYear: toFiscalYear(year) };
  if (books?.books_state === 'open') return null;
  return books?.books_state === 'closed' ? { code: 'YEAR_CLOSED', params } : { code: 'YEAR_NOT_OPEN', params };
}

/** What the ledger says about a movement of a grant; German, as documents of the city are. */
function movementWords(request: StoredExtraRequest, decision: ExtraDecision, { kind }: GrantMovement) {
  const texts = {
    over_plan: 'Überplanmäßig bewilligt',
    outside_plan: 'Außerplanmäßig bewilligt',
    lock: 'Deckung für über- oder außerplanmäßige Mittel gesperrt',
  };
  return {
    fiscalYear: request.fiscalYear,
    bookedOn: decision.decidedOn,
    source: 'person' as const,
    documentNumber: decision.document.slice(0, 60),
    text: `${texts[kind as keyof typeof texts]}: Antrag ${request.number}`,
    reason: request.subject,
    decisionId: request.id,
  };
}

async function close(
  tx: Transaction,
  request: StoredExtraRequest,
  judged: JudgedExtraRequest,
  decision: ExtraDecision,
  people: { readonly takenBy: string; readonly approvedBy?: string },
): Promise<void> {
  await keepExtraFigures(tx, request.id, judged.items);
  await storeExtraDecision(tx, request.id, decision);
  const step = decision.isGranted ? 'grant' : 'refuse';
  await addStep(tx, request.id, { step, ...people, note: decision.document });
  await tx.audit({
    action: `extra_request.${step}`,
    subjectType: 'extra_request',
    subjectId: request.id,
    detail: {
      decider: decision.decider,
      decidedOn: decision.decidedOn,
      decisionDocument: decision.document,
      requestedBy: people.takenBy,
      lines: judged.items.length,
    },
  });
}
