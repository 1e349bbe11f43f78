import { may } from './may';
import type { Permission } from './permissions';
import type { Actor } from './roles';

/** Something that waits for its second person. */
export interface ApprovalRequest {
  readonly requestedBy: string;
  /** Any of these lets somebody decide; which ones is said by what is asked for. */
  readonly deciders?: readonly Permission[];
}

/**
 * Whether somebody may decide on a request: nobody approves their own, and a role held as the substitute of the person
 * who asked does not make a second person.
 */
export function mayApprove(actor: Actor, { requestedBy, deciders = ['approval.decide'] }: ApprovalRequest): boolean {
  if (actor.personId === requestedBy) return false;
  const independent = { ...actor, roles: actor.roles.filter((held) => held.substituteFor !== requestedBy) };
  return deciders.some((permission) => may(independent, permission));
}
