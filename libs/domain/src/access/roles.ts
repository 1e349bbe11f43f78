/** The roles of the house. `public` stands for anybody without a login. */
export const ROLES = [
  'admin',
  'finance',
  'clerk',
  'department_head',
  'coordinator',
  'reviewer',
  'personnel_office',
  'council_office',
  'auditor',
  'committee',
] as const;
export type Role = (typeof ROLES)[number];

/** True for a known role. */
export function isRole(raw: unknown): raw is Role {
  return ROLES.some((role) => role === raw);
}

/** The five coordinators of a department (source paper, no. 30). */
export const COORDINATOR_KINDS = ['it', 'data_protection', 'it_security', 'digitalisation', 'ozg'] as const;

/** The four desks that examine demands (source paper, no. 29). */
export const REVIEWER_DESKS = ['it_organisation', 'organisation', 'data_protection', 'it_security'] as const;

export type RoleKind = (typeof COORDINATOR_KINDS)[number] | (typeof REVIEWER_DESKS)[number];

/** Roles that work for one unit and what is below it; they reach nothing without one. */
export const UNIT_ROLES: readonly Role[] = ['clerk', 'department_head', 'coordinator'];

/** Roles that sit on one body of the council; they reach nothing without one. */
export const BODY_ROLES: readonly Role[] = ['committee'];

/** The kinds a role needs, or none. */
export function kindsOf(role: Role): readonly RoleKind[] {
  if (role === 'coordinator') return COORDINATOR_KINDS;
  return role === 'reviewer' ? REVIEWER_DESKS : [];
}

/** One role that somebody holds today, own or as a substitute. */
export interface HeldRole {
  readonly role: Role;
  readonly kind: RoleKind | null;
  readonly unitId: string | null;
  /** The unit and everything below it; null for a role of the whole city. */
  readonly unitIds: readonly string[] | null;
  /** The body that a member of a committee sits on; one role for each body. */
  readonly bodyId: string | null;
  /** The person stood in for, who keeps the responsibility. */
  readonly substituteFor: string | null;
  /** Last day, `YYYY-MM-DD`; a substitute always has one. */
  readonly validTo: string | null;
}

/** Who is asking. */
export interface Actor {
  readonly tenantId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
}
