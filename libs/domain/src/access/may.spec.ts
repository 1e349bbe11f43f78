import { mayApprove } from './approval';
import { bodyScope, may, permissionsOf, unitScope } from './may';
import { PERMISSIONS, ROLE_PERMISSIONS, isPermission } from './permissions';
import {
  type Actor,
  COORDINATOR_KINDS,
  type HeldRole,
  REVIEWER_DESKS,
  ROLES,
  type Role,
  isRole,
  kindsOf,
} from './roles';

const held = (role: Role, unitId: string | null = null, substituteFor: string | null = null): HeldRole => ({
  role,
  kind: null,
  unitId,
  unitIds: unitId === null ? null : [unitId, `${unitId}-section`],
  bodyId: null,
  substituteFor,
  validTo: substituteFor === null ? null : '2026-12-31',
});
const seat = (bodyId: string | null): HeldRole => ({ ...held('committee'), bodyId });
const actor = (...roles: HeldRole[]): Actor => ({
  tenantId: 'city',
  personId: 'anna',
  displayName: 'Anna',
  email: 'anna@stadt.example',
  roles,
});

describe('the table of roles', () => {
  it('gives every permission to somebody, each once', () => {
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
    const given = new Set(ROLES.flatMap((role) => ROLE_PERMISSIONS[role]));
    expect([...given].sort()).toEqual([...PERMISSIONS].sort());
  });

  it('knows ten roles, five kinds of coordinators, four desks', () => {
    expect([ROLES.length, COORDINATOR_KINDS.length, REVIEWER_DESKS.length]).toEqual([10, 5, 4]);
    expect([kindsOf('coordinator'), kindsOf('reviewer'), kindsOf('finance')]).toEqual([
      COORDINATOR_KINDS,
      REVIEWER_DESKS,
      [],
    ]);
    expect([isRole('finance'), isRole('root'), isPermission('budget.read'), isPermission('budget.*')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('lets the auditor change nothing', () => {
    const changing = ROLE_PERMISSIONS.auditor.filter((name) => !name.endsWith('.read') && !name.endsWith('.own'));
    expect(changing).toEqual(['search.use', 'budget.read_released']);
  });
});

describe('roles held', () => {
  it('never combine into more than one of them gives', () => {
    const both = actor(held('clerk', 'fb-40'), held('department_head', 'fb-10'));
    expect(may(both, 'budget.order', { unitId: 'fb-40-section' })).toBe(true);
    expect(may(both, 'budget.order', { unitId: 'fb-10' })).toBe(false);
    expect(may(both, 'budget.read', { unitId: 'fb-10' })).toBe(true);
  });

  it('of a unit reach nothing without one', () => {
    expect(may(actor(held('clerk')), 'budget.read')).toBe(false);
    expect(may(actor(held('clerk')), 'budget.read', { unitId: 'fb-10' })).toBe(false);
    expect(may(actor(held('clerk', 'fb-10')), 'budget.read', { unitId: null })).toBe(false);
    expect(permissionsOf(actor(held('clerk')))).toEqual(['session.own', 'token.own', 'inbox.own']);
  });

  it('somebody without a role has nothing but the own account', () => {
    expect(PERMISSIONS.filter((permission) => may(actor(), permission))).toEqual([
      'session.own',
      'token.own',
      'inbox.own',
    ]);
    expect(may(actor(), 'session.own', { unitId: null })).toBe(false);
    expect(permissionsOf(actor())).toEqual(['session.own', 'token.own', 'inbox.own']);
  });

  it('give the permissions for buttons once each', () => {
    const list = permissionsOf(actor(held('clerk', 'fb-10'), held('department_head', 'fb-10')));
    expect(new Set(list).size).toBe(list.length);
    expect(list).toEqual(expect.arrayContaining(['budget.order', 'budget.note']));
  });
});

describe('scope for queries', () => {
  it.each<[string, HeldRole[], null | string[]]>([
    ['finance sees all', [held('finance')], null],
    ['a head sees the own unit and what is below', [held('department_head', 'fb-10')], ['fb-10', 'fb-10-section']],
    [
      'two roles of one unit, each unit once',
      [held('clerk', 'fb-10'), held('coordinator', 'fb-10')],
      ['fb-10', 'fb-10-section'],
    ],
    ['the committee sees no lines', [seat('finance')], []],
    ['a role of a unit without its unit sees nothing', [held('clerk')], []],
    ['the wider role wins', [held('clerk', 'fb-10'), held('auditor')], null],
  ])('%s', (_, roles, expected) => {
    expect(unitScope(actor(...roles), 'budget.read')).toEqual(expected);
  });
});

describe('bodies of the council', () => {
  it.each<[string, HeldRole[], null | string[]]>([
    ['a member sees the affairs of the own body', [seat('finance')], ['finance']],
    ['a member of two sees those of both', [seat('finance'), seat('council'), seat('finance')], ['finance', 'council']],
    ['a member of none sees those of none', [seat(null)], []],
    ['the council office sees all', [held('council_office')], null],
    ['whoever else one is, the wider role wins', [seat('finance'), held('auditor')], null],
    ['a clerk has no snapshots at all', [held('clerk', 'fb-10')], []],
  ])('%s', (_, roles, expected) => {
    expect(bodyScope(actor(...roles), 'budget.read_released')).toEqual(expected);
  });

  it('a seat without its body gives nothing', () => {
    expect(permissionsOf(actor(seat(null)))).toEqual(permissionsOf(actor()));
    expect(may(actor(seat(null)), 'paper.read')).toBe(false);
    expect(may(actor(seat('finance')), 'paper.read')).toBe(true);
  });
});

describe('four eyes', () => {
  const bernd: Actor = { ...actor(held('finance')), personId: 'bernd' };

  it('nobody approves their own', () => {
    expect(mayApprove(actor(held('finance')), { requestedBy: 'anna' })).toBe(false);
    expect(mayApprove(bernd, { requestedBy: 'anna' })).toBe(true);
  });

  it('a substitute of the person who asked is not a second person', () => {
    const substitute = held('finance', null, 'anna');
    expect(mayApprove({ ...bernd, roles: [substitute] }, { requestedBy: 'anna' })).toBe(false);
    expect(mayApprove({ ...bernd, roles: [substitute] }, { requestedBy: 'carla' })).toBe(true);
    expect(mayApprove({ ...bernd, roles: [substitute, held('finance')] }, { requestedBy: 'anna' })).toBe(true);
  });

  it('asks for one of the permissions that the action names', () => {
    const request = { requestedBy: 'anna', deciders: ['person.write', 'approval.decide'] } as const;
    const decides = (role: Role): boolean => mayApprove({ ...bernd, roles: [held(role)] }, request);
    expect(ROLES.filter(decides)).toEqual(['admin', 'finance']);
    expect(mayApprove({ ...bernd, roles: [held('admin')] }, { requestedBy: 'anna' })).toBe(false);
  });
});
