import type { CreateCommitmentAuthority } from '@etatlotse/contracts/authority';
import { may } from '@etatlotse/domain/access';
import { needsCommitmentAuthority } from '@etatlotse/domain/authority';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals, PendingApproval } from '../../../approval';
import type { Transaction } from '../../../platform/database/transactions';
import { findBurdenedLine, findPlanPlace, insertAuthority, isAuthorityNumberTaken } from '../commitment.repository';

/** The action that a second person decides on when an authority comes with a decision of its own. */
export const GRANT_COMMITMENT_AUTHORITY = 'commitment_authority.grant';

type CreateRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'NUMBER_TAKEN', { readonly number: string }>
  | Refusal<'COMMITMENT_LINE_UNFIT'>
  | Refusal<'COMMITMENT_SLICE_YEAR', { readonly planYear: number; readonly fiscalYear: number }>
  | Refusal<'OBLIGATION_EMPTY'>
  | Refusal<'COMMITMENT_DECISION_NEEDED'>
  | Refusal<'COMMITMENT_VERSION_FIXED', { readonly fiscalYear: number }>
  | Refusal<'APPROVAL_PENDING'>;

/** The authority, or the request for a second person. */
export interface CommitmentAuthorityCreated {
  readonly id: string | null;
  readonly approvalId: string | null;
}

/**
 * Enters an authority into a plan version that is still open; it is then adopted with it. One with a decision of its own
 * (§ 119 Abs. 5 NKomVG) waits for a second person, as every grant does.
 */
export async function createCommitmentAuthority(
  tx: Transaction,
  authority: CreateCommitmentAuthority,
  approvals: Approvals,
): Promise<Outcome<CommitmentAuthorityCreated, CreateRefusal>> {
  const refused = await refusalOf(tx, authority);
  if (refused !== null) return refuse(refused);
  if (authority.planVersionId !== undefined) return insert(tx, authority, tx.personId);
  if (await isAuthorityNumberTaken(tx, authority.fiscalYear, authority.number)) {
    return refuse({ code: 'NUMBER_TAKEN', params: { number: authority.number } });
  }
  const asked = await approvals.request(tx, {
    action: GRANT_COMMITMENT_AUTHORITY,
    subjectType: 'commitment_authority',
    subjectId: `${authority.fiscalYear}/${authority.number}`,
    request: {
      ...authority,
      totalCents: authority.slices.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
    reason: authority.purpose,
  });
  return asked.ok ? ok({ id: null, approvalId: asked.value.approvalId }) : asked;
}

/** A second person has confirmed the decision; everything is checked again. */
export async function confirmCommitmentAuthority(
  tx: Transaction,
  approval: PendingApproval,
): Promise<Outcome<CommitmentAuthorityCreated, CreateRefusal>> {
  const authority = approval.request as unknown as CreateCommitmentAuthority;
  const refused = await refusalOf(tx, authority);
  return refused === null ? insert(tx, authority, approval.requestedBy) : refuse(refused);
}

async function insert(
  tx: Transaction,
  authority: CreateCommitmentAuthority,
  createdBy: string,
): Promise<Outcome<CommitmentAuthorityCreated, CreateRefusal>> {
  const authorityId = await insertAuthority(tx, { ...authority, createdBy });
  if (authorityId === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: authority.number } });
  await tx.audit({
    action: 'commitment_authority.created',
    subjectType: 'commitment_authority',
    subjectId: authorityId,
    detail: {
      fiscalYear: authority.fiscalYear,
      planVersionId: authority.planVersionId ?? null,
      totalCents: authority.slices.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
  });
  return ok({ id: authorityId, approvalId: null });
}

async function refusalOf(tx: Transaction, authority: CreateCommitmentAuthority): Promise<CreateRefusal | null> {
  const { fiscalYear: planYear, slices } = authority;
  const line = await findBurdenedLine(tx, authority.lineId);
  if (line === null || tx.actor === null || !may(tx.actor, 'commitment_authority.write', { unitId: line.unitId })) {
    return { code: 'NOT_FOUND', params: {} };
  }
  const place = await findPlanPlace(tx, authority.planVersionId ?? null, planYear);
  if (place.version === 'unknown') return { code: 'NOT_FOUND', params: {} };
  if (!place.isYearKnown) return { code: 'YEAR_UNKNOWN', params: { fiscalYear: planYear } };
  if (!needsCommitmentAuthority(line.sphere)) return { code: 'COMMITMENT_LINE_UNFIT', params: {} };
  if (slices.length === 0) return { code: 'OBLIGATION_EMPTY', params: {} };
  const wrong = slices.find(({ fiscalYear }, at) => {
    const isTwice = slices.findIndex((slice) => slice.fiscalYear === fiscalYear) !== at;
    return fiscalYear <= planYear || isTwice;
  });
  if (wrong !== undefined) {
    return { code: 'COMMITMENT_SLICE_YEAR', params: { planYear, fiscalYear: wrong.fiscalYear } };
  }
  if (place.version === 'fixed') return { code: 'COMMITMENT_VERSION_FIXED', params: { fiscalYear: planYear } };
  const hasDecision = authority.decidedOn !== undefined && (authority.decisionDocument ?? '').trim() !== '';
  return place.version === 'none' && !hasDecision ? { code: 'COMMITMENT_DECISION_NEEDED', params: {} } : null;
}
