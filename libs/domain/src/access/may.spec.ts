import { APPROVAL_KINDS, APPROVAL_PERMISSION, type ApprovalKind, mayApprove } from './approval';
import { may, permissionsOf, unitScope } from './may';
import { PERMISSIONS, ROLE_PERMISSIONS, isPermission } from './permissions';
import {
  type Actor,
  COORDINATOR_KINDS,
  type HeldRole,
  isRole,
  kindsOf,
  REVIEWER_DESKS,
  ROLE_REACH,
  ROLES,
  type Role,
} from './roles';

const grant = (role: Role, unitId: string | null = null, changes: Partial<HeldRole> = {}): HeldRole => ({
  role,
  kind: null,
  unitId,
  unitIds: unitId === null ? null : [unitId],
  substituteFor: null,
  validTo: null,
  ...changes,
});
const actor = (...roles: HeldRole[]): Actor => ({
  tenantId: 'city',
  personId: 'anna',
  displayName: 'Anna',
  email: 'anna@loewenstadt.example',
  roles,
});

describe('the table of roles', () => {
  it('gives every role something and every permission to somebody, each once', () => {
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
    const given = new Set(ROLES.flatMap((role) => ROLE_PERMISSIONS[role]));
    expect([...given].sort()).toEqual([...PERMISSIONS].sort());
  });

  it('knows eleven roles, five kinds of coordinators, four desks', () => {
    expect([ROLES.length, COORDINATOR_KINDS.length, REVIEWER_DESKS.length, Object.keys(ROLE_REACH).length]).toEqual([
      11, 5, 4, 11,
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

describe('grants', () => {
  it('never combine into more than one of them gives', () => {
    const both = actor(grant('clerk', 'fb-40'), grant('department_head', 'fb-10'));
    expect(may(both, 'budget.order', { unitId: 'fb-40' })).toBe(true);
    expect(may(both, 'budget.order', { unitId: 'fb-10' })).toBe(false);
    expect(may(both, 'budget.read', { unitId: 'fb-10' })).toBe(true);
  });

  it('a role of a unit without its unit reaches nothing', () => {
    expect(may(actor(grant('clerk')), 'budget.read', { unitId: 'fb-10' })).toBe(false);
    expect(may(actor(grant('clerk', 'fb-10')), 'budget.read', {})).toBe(false);
    expect(may(actor(grant('clerk')), 'budget.read_released', { isReleased: true })).toBe(false);
  });

  it('everybody of a unit reads releases', () => {
    expect(may(actor(grant('clerk', 'fb-10')), 'budget.read_released', { isReleased: true })).toBe(true);
  });

  it('nobody without a role may anything', () => {
    expect(PERMISSIONS.filter((permission) => may(actor(), permission))).toEqual([]);
    expect(permissionsOf(actor())).toEqual([]);
  });

  it('a substitute needs an end', () => {
    const standIn = (validTo: string | null): Actor =>
      actor(grant('finance', null, { substituteFor: 'bernd', validTo }));
    expect(may(standIn('2026-12-31'), 'budget.read')).toBe(true);
    expect(may(standIn(null), 'budget.read')).toBe(false);
    expect(permissionsOf(standIn(null))).toEqual([]);
  });

  it('coordinators and reviewers are one of their kinds, others have none', () => {
    expect(kindsOf('coordinator')).toEqual(COORDINATOR_KINDS);
    expect(kindsOf('reviewer')).toEqual(REVIEWER_DESKS);
    expect(kindsOf('finance')).toEqual([]);
  });

  it('permissions for buttons come once each', () => {
    const list = permissionsOf(actor(grant('clerk', 'fb-10'), grant('department_head', 'fb-10')));
    expect(new Set(list).size).toBe(list.length);
    expect(list).toEqual(expect.arrayContaining(['budget.order', 'person.read']));
  });
});

describe('scope for queries', () => {
  it.each<[string, HeldRole[], null | string[]]>([
    ['finance sees all', [grant('finance')], null],
    ['a head sees the own unit', [grant('department_head', 'fb-10')], ['fb-10']],
    [
      'two units, each once',
      [grant('clerk', 'fb-10'), grant('coordinator', 'fb-10'), grant('clerk', 'fb-40')],
      ['fb-10', 'fb-40'],
    ],
    ['the committee sees no lines', [grant('committee')], []],
    ['a role of a unit without its unit sees nothing', [grant('clerk')], []],
    ['the wider grant wins', [grant('clerk', 'fb-10'), grant('auditor')], null],
  ])('%s', (_, grants, expected) => {
    expect(unitScope(actor(...grants), 'budget.read')).toEqual(expected);
  });

  it('a release has no units', () => {
    expect(unitScope(actor(grant('committee')), 'budget.read_released')).toEqual([]);
  });
});

describe('four eyes', () => {
  const bernd: Actor = { ...actor(grant('finance')), personId: 'bernd' };

  it('nobody approves their own', () => {
    expect(mayApprove(actor(grant('finance')), { kind: 'booking', requestedBy: 'anna' })).toBe(false);
    expect(mayApprove(bernd, { kind: 'booking', requestedBy: 'anna' })).toBe(true);
  });

  it('a substitute of the person who asked is not a second person', () => {
    const substitute = grant('finance', null, { substituteFor: 'anna', validTo: '2026-12-31' });
    expect(mayApprove({ ...bernd, roles: [substitute] }, { kind: 'booking', requestedBy: 'anna' })).toBe(false);
    expect(mayApprove({ ...bernd, roles: [substitute] }, { kind: 'booking', requestedBy: 'carla' })).toBe(true);
    expect(
      mayApprove({ ...bernd, roles: [substitute, grant('finance')] }, { kind: 'booking', requestedBy: 'anna' }),
    ).toBe(true);
  });

  it.each<[Role, ApprovalKind[]]>([
    ['finance', ['extra_authority', 'release', 'plan_adoption', 'booking', 'year_close', 'year_reopen']],
    ['council_office', ['release', 'plan_adoption']],
    ['admin', ['role_grant']],
    ['auditor', []],
    ['committee', []],
  ])('%s decides on %p', (role, kinds) => {
    const other: Actor = { ...actor(grant(role)), personId: 'bernd' };
    expect(APPROVAL_KINDS.filter((kind) => mayApprove(other, { kind, requestedBy: 'anna' }))).toEqual(kinds);
  });

  it('names a permission for every kind', () => {
    expect(Object.keys(APPROVAL_PERMISSION)).toEqual([...APPROVAL_KINDS]);
  });

  it('holds for the subject too', () => {
    const request = { kind: 'booking', requestedBy: 'anna', subject: { unitId: 'fb-10' } } as const;
    expect(mayApprove(bernd, request)).toBe(true);
  });
});
