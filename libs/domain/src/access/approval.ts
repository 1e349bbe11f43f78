import { may, type Subject } from './may';
import type { Permission } from './permissions';
import type { Actor } from './roles';

/** What needs four eyes: grants of extra authority, releases, adoption of a plan, large bookings, books, roles. */
export const APPROVAL_KINDS = [
  'extra_authority',
  'release',
  'plan_adoption',
  'booking',
  'year_close',
  'year_reopen',
  'role_grant',
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** Whoever decides on an approval could have asked for the same thing: the permission that this takes. */
export const APPROVAL_PERMISSION: Readonly<Record<ApprovalKind, Permission>> = {
  extra_authority: 'budget.book',
  release: 'release.approve',
  plan_adoption: 'plan.adopt',
  booking: 'budget.book',
  year_close: 'year.close',
  year_reopen: 'year.close',
  role_grant: 'role.write',
};

/** A thing that waits for its second person. */
export interface ApprovalRequest {
  readonly kind: ApprovalKind;
  readonly requestedBy: string;
  readonly subject?: Subject;
}

/**
 * Whether the actor may decide on a request: nobody approves their own, and substituting somebody does not help the
 * person who asked or the one who is substituted.
 */
export function mayApprove(actor: Actor, request: ApprovalRequest): boolean {
  if (actor.personId === request.requestedBy) return false;
  const independent = { ...actor, roles: actor.roles.filter((held) => held.substituteFor !== request.requestedBy) };
  return (
    may(independent, 'approval.decide', request.subject) &&
    may(independent, APPROVAL_PERMISSION[request.kind], request.subject)
  );
}
