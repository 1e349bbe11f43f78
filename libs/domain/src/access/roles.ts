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
