import { may, type Subject } from './may';
import type { Permission } from './permissions';
import { type Actor, type HeldRole, ROLE_REACH, type Role } from './roles';

/** FB 10 with its Abteilung 10.1, and FB 40 beside it. */
const FB_10: Subject = { unitId: 'fb-10' };
const ABT_10_1: Subject = { unitId: 'abt-10-1' };
const FB_40: Subject = { unitId: 'fb-40' };
const NO_UNIT: Subject = { unitId: null };
const RELEASE: Subject = { isReleased: true };
const LIVE: Subject = { isReleased: false };
const BELOW: Readonly<Record<string, readonly string[]>> = {
  'fb-10': ['fb-10', 'abt-10-1'],
  'abt-10-1': ['abt-10-1'],
  'fb-40': ['fb-40'],
};

const holding = (role: Role, unitId: string | null = null, changes: Partial<HeldRole> = {}): Actor => ({
  tenantId: 'city',
  personId: 'someone',
  displayName: 'Jemand',
  email: 'jemand@loewenstadt.example',
  roles: [
    {
      role,
      kind: null,
      unitId,
      unitIds: ROLE_REACH[role] === 'unit' && unitId !== null ? (BELOW[unitId] ?? []) : null,
      substituteFor: null,
      validTo: null,
      ...changes,
    },
  ],
});

const clerk = holding('clerk', 'fb-10');
const head = holding('department_head', 'fb-10');
const coordinator = holding('coordinator', 'fb-10');
const endless = { substituteFor: 'head', validTo: null };
const running = { substituteFor: 'head', validTo: '2026-10-05' };

/** Written by hand, not derived from the table: what an office expects. */
const GOLDEN: [number, string, Actor, Permission, Subject | undefined, boolean][] = [
  [1, 'finance reads any line', holding('finance'), 'budget.read', FB_40, true],
  [2, 'finance reads a line without a unit', holding('finance'), 'budget.read', NO_UNIT, true],
  [3, 'finance books', holding('finance'), 'budget.book', FB_10, true],
  [4, 'finance closes the books', holding('finance'), 'year.close', undefined, true],
  [5, 'finance grants no roles', holding('finance'), 'role.write', undefined, false],
  [6, 'finance does not read the audit log', holding('finance'), 'audit.read', undefined, false],
  [7, 'finance does not move its own limits', holding('finance'), 'settings.write', undefined, false],
  [8, 'a head reads the own department', head, 'budget.read', FB_10, true],
  [9, 'a head reads the sections below', head, 'budget.read', ABT_10_1, true],
  [10, 'a head does not read another department', head, 'budget.read', FB_40, false],
  [11, 'a head does not read lines without a unit', head, 'budget.read', NO_UNIT, false],
  [12, 'a head does not book', head, 'budget.book', FB_10, false],
  [13, 'a head does not order', head, 'budget.order', FB_10, false],
  [14, 'a clerk orders for the own unit', clerk, 'budget.order', ABT_10_1, true],
  [15, 'a clerk does not order for another unit', clerk, 'budget.order', FB_40, false],
  [
    16,
    'a clerk of a section does not see the department above',
    holding('clerk', 'abt-10-1'),
    'budget.read',
    FB_10,
    false,
  ],
  [17, 'a coordinator reads the own unit', coordinator, 'budget.read', FB_10, true],
  [18, 'a coordinator orders nothing', coordinator, 'budget.order', FB_10, false],
  [19, 'a reviewer sees no live amounts', holding('reviewer'), 'budget.read', FB_10, false],
  [20, 'the committee reads a release', holding('committee'), 'budget.read_released', RELEASE, true],
  [21, 'the committee reads nothing live', holding('committee'), 'budget.read_released', LIVE, false],
  [22, 'the committee has no budget lines', holding('committee'), 'budget.read', RELEASE, false],
  [23, 'the public reads a release without a session', holding('public'), 'budget.read_released', RELEASE, true],
  [24, 'the public has no session', holding('public'), 'session.own', undefined, false],
  [25, 'the auditor reads every line', holding('auditor'), 'budget.read', FB_40, true],
  [26, 'the auditor changes nothing', holding('auditor'), 'budget.note', FB_40, false],
  [27, 'the admin grants roles', holding('admin'), 'role.write', undefined, true],
  [28, 'the admin sees no amounts', holding('admin'), 'budget.read', FB_10, false],
  [29, 'the council office records an adoption', holding('council_office'), 'plan.adopt', undefined, true],
  [30, 'the council office does not write the plan', holding('council_office'), 'plan.write', undefined, false],
  [
    31,
    'a substitute with an end reads as the head does',
    holding('department_head', 'fb-10', running),
    'budget.read',
    FB_10,
    true,
  ],
  [
    32,
    'a substitute without an end has nothing',
    holding('department_head', 'fb-10', endless),
    'budget.read',
    FB_10,
    false,
  ],
  [33, 'the personnel office sees no live amounts', holding('personnel_office'), 'budget.read', FB_10, false],
  [34, 'a reviewer imports nothing', holding('reviewer'), 'import.run', undefined, false],
];

describe('golden list: what an office expects of roles', () => {
  it.each(GOLDEN)('%d %s', (_number, _case, actor, permission, subject, expected) => {
    expect(may(actor, permission, subject)).toBe(expected);
  });
});
