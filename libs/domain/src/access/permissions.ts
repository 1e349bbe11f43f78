import type { Role } from './roles';

/** Everything that can be permitted, named noun.verb. Each route declares one. */
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
  'cover_pool.write',
  'filter.write',
  'plan.read',
  'plan.write',
  'plan.adopt',
  'frame.write',
  'year.read',
  'year.write',
  'year.close',
  'organization.read',
  'organization.write',
  'person.read',
  'person.write',
  'role.write',
  'substitute.write',
  'import.run',
  'import.run_organization',
  'import.read',
  'reconciliation.read',
  'clearing.write',
  'audit.read',
  'release.prepare',
  'release.approve',
  'approval.read',
  'approval.decide',
  'settings.read',
  'settings.write',
  'job.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const OWN_ACCOUNT: readonly Permission[] = ['session.own', 'token.own'];

/** Every employee finds colleagues' units, searches, and reads what was released. */
const EMPLOYEE: readonly Permission[] = [
  ...OWN_ACCOUNT,
  'search.use',
  'organization.read',
  'year.read',
  'budget.read_released',
];

/**
 * What each role may do: the one table behind guards, navigation and the role matrix. How far it reaches is in
 * `ROLE_REACH`. The admin operates the system and sees no amounts; the committee and the public see releases only; the
 * auditor reads everything and changes nothing.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [
    ...OWN_ACCOUNT,
    'year.read',
    'approval.read',
    'organization.read',
    'organization.write',
    'import.run_organization',
    'person.read',
    'person.write',
    'role.write',
    'substitute.write',
    'approval.decide',
    'audit.read',
    'settings.read',
    'settings.write',
    'job.read',
  ],
  finance: [
    ...EMPLOYEE,
    'budget.read',
    'budget.book',
    'budget.order',
    'budget.note',
    'budget.line_write',
    'cover_pool.write',
    'filter.write',
    'plan.read',
    'plan.write',
    'plan.adopt',
    'frame.write',
    'year.write',
    'year.close',
    'person.read',
    'substitute.write',
    'import.run',
    'import.run_organization',
    'import.read',
    'reconciliation.read',
    'clearing.write',
    'release.prepare',
    'release.approve',
    'approval.read',
    'approval.decide',
    'settings.read',
    'job.read',
  ],
  clerk: [...EMPLOYEE, 'budget.read', 'budget.order', 'budget.note', 'substitute.write'],
  department_head: [...EMPLOYEE, 'budget.read', 'budget.note', 'person.read', 'substitute.write'],
  coordinator: [...EMPLOYEE, 'budget.read', 'budget.note', 'substitute.write'],
  reviewer: [...EMPLOYEE, 'substitute.write'],
  personnel_office: [...EMPLOYEE, 'substitute.write'],
  council_office: [
    ...EMPLOYEE,
    'plan.read',
    'plan.adopt',
    'release.prepare',
    'release.approve',
    'approval.read',
    'approval.decide',
    'substitute.write',
  ],
  auditor: [
    ...EMPLOYEE,
    'budget.read',
    'plan.read',
    'person.read',
    'approval.read',
    'import.read',
    'reconciliation.read',
    'audit.read',
    'settings.read',
    'job.read',
  ],
  committee: ['session.own', 'budget.read_released'],
  public: ['budget.read_released'],
};

/** True for a known permission. */
export function isPermission(raw: unknown): raw is Permission {
  return PERMISSIONS.some((permission) => permission === raw);
}
