import type { Role } from './roles';

/** Everything that can be allowed, named `<noun>.<verb>`. */
export const PERMISSIONS = [
  'session.own',
  'token.own',
  'search.use',
  'budget.read',
  'budget.read_released',
  'budget.book',
  'budget.order',
  'budget.note',
  'budget.line_write',
  'transfer.request',
  'transfer.write',
  'filter.write',
  'earmark.write',
  'commitment_authority.write',
  'contract.write',
  'plan.read',
  'plan.write',
  'plan.adopt',
  'year.read',
  'year.write',
  'year.close',
  'rule.read',
  'lock.write',
  'carry_over.propose',
  'carry_over.decide',
  'extra.read',
  'extra.request',
  'extra.examine',
  'extra.decide',
  'frame.write',
  'organization.read',
  'organization.write',
  'person.read',
  'person.write',
  'import.read',
  'import.run',
  'job.read',
  'reconciliation.read',
  'clearing.write',
  'audit.read',
  'release.prepare',
  'release.approve',
  'approval.read',
  'approval.decide',
  'settings.read',
  'settings.write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Everybody who is logged in, also before a role has been granted. */
export const SELF: readonly Permission[] = ['session.own', 'token.own'];

/** Works with live figures, of the city or of a unit. */
const INSIDE: readonly Permission[] = [
  ...SELF,
  'search.use',
  'budget.read',
  'year.read',
  'rule.read',
  'extra.read',
  'organization.read',
];

const READS_ALL: readonly Permission[] = [
  ...INSIDE,
  'budget.read_released',
  'plan.read',
  'import.read',
  'job.read',
  'reconciliation.read',
  'approval.read',
  'settings.read',
];

/**
 * The one table of rights. The committee sees what finance released and nothing live; the auditor sees everything and
 * changes nothing; the administrator runs the house and books nothing; finance books but does not move its own limits and does
 * not read the audit log; the council office records what the council decided.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [
    ...SELF,
    'search.use',
    'organization.read',
    'organization.write',
    'person.read',
    'person.write',
    'year.read',
    'rule.read',
    'settings.read',
    'settings.write',
    'audit.read',
    'approval.read',
    'job.read',
  ],
  finance: [
    ...READS_ALL,
    'budget.book',
    'budget.order',
    'budget.note',
    'budget.line_write',
    'transfer.request',
    'transfer.write',
    'filter.write',
    'earmark.write',
    'commitment_authority.write',
    'contract.write',
    'plan.write',
    'plan.adopt',
    'year.write',
    'year.close',
    'lock.write',
    'carry_over.propose',
    'carry_over.decide',
    'extra.request',
    'extra.examine',
    'extra.decide',
    'frame.write',
    'organization.write',
    'import.run',
    'clearing.write',
    'release.prepare',
    'release.approve',
    'approval.decide',
    'person.read',
  ],
  clerk: [...INSIDE, 'budget.order', 'budget.note'],
  department_head: [
    ...INSIDE,
    'carry_over.propose',
    'transfer.request',
    'budget.note',
    'earmark.write',
    'contract.write',
    'extra.request',
  ],
  coordinator: [...INSIDE, 'budget.note'],
  reviewer: [...SELF, 'search.use', 'organization.read', 'year.read'],
  personnel_office: [...SELF, 'search.use', 'organization.read', 'year.read'],
  council_office: [
    ...SELF,
    'search.use',
    'organization.read',
    'year.read',
    'rule.read',
    'extra.read',
    'extra.decide',
    'budget.read_released',
    'plan.read',
    'plan.adopt',
    'approval.read',
  ],
  auditor: [...READS_ALL, 'audit.read', 'person.read'],
  committee: [...SELF, 'budget.read_released'],
};

/** True for a known permission. */
export function isPermission(raw: unknown): raw is Permission {
  return PERMISSIONS.some((permission) => permission === raw);
}
