/**
 * Who a person can be. Kinds and desks refine a role: a coordinator is one for IT, data protection, IT security,
 * digitalisation or OZG; a reviewer sits at one of four desks.
 */
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
  'public',
] as const;
export type Role = (typeof ROLES)[number];

/** The five kinds of coordinators of a department. */
export const COORDINATOR_KINDS = ['it', 'data_protection', 'it_security', 'digitalisation', 'ozg'] as const;
export type CoordinatorKind = (typeof COORDINATOR_KINDS)[number];

/** The four desks that examine demands. */
export const REVIEWER_DESKS = ['it_organisation', 'organisation', 'data_protection', 'it_security'] as const;
export type ReviewerDesk = (typeof REVIEWER_DESKS)[number];

/**
 * How far a role sees: `tenant` the whole city; `unit` the subtree of the unit it was granted for; `released` only what was
 * released with a date, never anything live.
 */
export type Reach = 'tenant' | 'unit' | 'released';

/** Reach of each role. */
export const ROLE_REACH: Readonly<Record<Role, Reach>> = {
  admin: 'tenant',
  finance: 'tenant',
  clerk: 'unit',
  department_head: 'unit',
  coordinator: 'unit',
  reviewer: 'tenant',
  personnel_office: 'tenant',
  council_office: 'tenant',
  auditor: 'tenant',
  committee: 'released',
  public: 'released',
};

/** True for a known role. */
export function isRole(raw: unknown): raw is Role {
  return ROLES.some((role) => role === raw);
}

/** Kind of coordinator or desk that a role is held as. */
export type RoleKind = CoordinatorKind | ReviewerDesk;

/** The kinds a role needs one of; empty for roles without kinds. */
export function kindsOf(role: Role): readonly RoleKind[] {
  if (role === 'coordinator') return COORDINATOR_KINDS;
  return role === 'reviewer' ? REVIEWER_DESKS : [];
}

/** One role that somebody holds today, own or as a substitute. Roles out of date never come here. */
export interface HeldRole {
  readonly role: Role;
  readonly kind: RoleKind | null;
  /** The unit for which the role was granted; null for roles that reach the whole city. */
  readonly unitId: string | null;
  /** That unit and every unit below it; null for a role of the whole city. */
  readonly unitIds: readonly string[] | null;
  /** The person stood in for, who keeps the responsibility; null for a role of one's own. */
  readonly substituteFor: string | null;
  /** Last day, `YYYY-MM-DD`; null without an end. A substitute always has one. */
  readonly validTo: string | null;
}

/** Who asks, with the roles held on the day of the question. */
export interface Actor {
  readonly tenantId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
}
