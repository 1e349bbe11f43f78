import type { Role, RoleKind } from '@etatlotse/domain/access';
import type { LinkPurpose } from '@etatlotse/contracts/session/plain';

export const PERSON_STATUSES = ['invited', 'active', 'disabled'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** A substitute stands in for at most this long at a time. */
export const SUBSTITUTE_MAX_DAYS = 366;
/** Roles that one request grants. */
export const GRANTS_MAX = 10;

/** A role that somebody holds or will hold; an ended one is in the audit log only. */
export interface PersonRole {
  readonly assignmentId: string;
  readonly role: Role;
  readonly kind: RoleKind | null;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  /** The body that a member of a committee sits on. */
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The person stood in for; null for a role of one's own. */
  readonly substituteFor: { readonly id: string; readonly displayName: string } | null;
}

export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly status: PersonStatus;
  readonly version: number;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
  readonly roles: readonly PersonRole[];
  /** Roles that wait for a second person. */
  readonly pendingApprovalId: string | null;
}

/** A person with who stands in for them. */
export interface PersonDetail extends PersonRow {
  readonly passwordChangedAt: string | null;
  readonly openSessions: number;
  readonly substitutes: readonly Substitute[];
}

export interface Substitute {
  readonly assignmentId: string;
  readonly person: { readonly id: string; readonly displayName: string };
  readonly role: Role;
  readonly unitName: string | null;
  readonly bodyName: string | null;
  readonly validFrom: string;
  readonly validTo: string;
}

/** A name to choose from, for substitutes. */
export interface PersonChoice {
  readonly id: string;
  readonly displayName: string;
}

/** A link that is handed over once: the page under `path` asks for a password. It is not stored readable anywhere. */
export interface OneTimeLink {
  readonly purpose: LinkPurpose;
  /** `/zugang#<secret>`, below the city's own address. */
  readonly path: string;
  readonly expiresAt: string;
}

/** The link; or, for somebody who decides on requests, the request for a second person that comes before it. */
export interface IssuedLink {
  readonly link: OneTimeLink | null;
  readonly approvalId: string | null;
}

export interface CreatedPerson {
  readonly id: string;
  readonly version: number;
  /** The request for a second person, when roles were asked for and somebody else is there to decide. */
  readonly approvalId: string | null;
  /** Null when the person has already accepted an earlier link. */
  readonly link: OneTimeLink | null;
}

/** Either the roles are in force (`approvalId` null) or they wait for a second person. */
export interface GrantedRoles {
  readonly id: string;
  readonly approvalId: string | null;
}
