import { plainDate } from '../shared/plain-date';
import { APPROVAL_KINDS, APPROVAL_PERMISSION, type ApprovalKind, mayApprove } from './approval';
import { type Actor, type RoleGrant, may, isSubstituteWellFormed, permissionsOf, unitScope, validGrants } from './may';
import { PERMISSIONS, ROLE_PERMISSIONS, isPermission } from './permissions';
import { COORDINATOR_KINDS, REVIEWER_DESKS, ROLES, ROLE_REACH, type Role, isRole } from './roles';

const TODAY = plainDate('2026-10-05');
const grant = (role: Role, unitId: string | null = null, changes: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  unitId,
  validFrom: plainDate('2026-01-01'),
  validUntil: null,
  ...changes,
});
const actor = (...grants: RoleGrant[]): Actor => ({ personId: 'anna', grants, today: TODAY });

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
  it('hold from their first to their last day', () => {
    const dated = (from: string, until: string | null): boolean =>
      may(
        actor(
          grant('finance', null, { validFrom: plainDate(from), validUntil: until === null ? null : plainDate(until) }),
        ),
        'budget.read',
      );
    expect(dated('2026-10-05', null)).toBe(true);
    expect(dated('2026-10-06', null)).toBe(false);
    expect(dated('2026-01-01', '2026-10-05')).toBe(true);
    expect(dated('2026-01-01', '2026-10-04')).toBe(false);
  });

  it('never combine into more than one of them gives', () => {
    const both = actor(grant('clerk', 'fb-40'), grant('department_head', 'fb-10'));
    expect(may(both, 'budget.order', { unitPath: ['fb-40'] })).toBe(true);
    expect(may(both, 'budget.order', { unitPath: ['fb-10'] })).toBe(false);
    expect(may(both, 'budget.read', { unitPath: ['fb-10'] })).toBe(true);
  });

  it('a role of a unit without its unit reaches nothing', () => {
    expect(may(actor(grant('clerk')), 'budget.read', { unitPath: ['fb-10'] })).toBe(false);
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
    const end = plainDate('2026-12-31');
    expect(isSubstituteWellFormed(grant('finance'))).toBe(true);
    expect(isSubstituteWellFormed(grant('finance', null, { substituteFor: null }))).toBe(true);
    expect(isSubstituteWellFormed(grant('finance', null, { substituteFor: 'bernd' }))).toBe(false);
    expect(isSubstituteWellFormed(grant('finance', null, { substituteFor: 'bernd', validUntil: end }))).toBe(true);
    expect(
      isSubstituteWellFormed(grant('finance', null, { substituteFor: 'bernd', validUntil: plainDate('2025-12-31') })),
    ).toBe(false);
    expect(validGrants(actor(grant('finance', null, { substituteFor: 'bernd' })))).toEqual([]);
  });

  it('permissions for buttons come once each', () => {
    const list = permissionsOf(actor(grant('clerk', 'fb-10'), grant('department_head', 'fb-10')));
    expect(new Set(list).size).toBe(list.length);
    expect(list).toEqual(expect.arrayContaining(['budget.order', 'person.read']));
  });
});

describe('scope for queries', () => {
  it.each<[string, RoleGrant[], 'all' | string[]]>([
    ['finance sees all', [grant('finance')], 'all'],
    ['a head sees the own unit', [grant('department_head', 'fb-10')], ['fb-10']],
    [
      'two units, each once',
      [grant('clerk', 'fb-10'), grant('coordinator', 'fb-10'), grant('clerk', 'fb-40')],
      ['fb-10', 'fb-40'],
    ],
    ['the committee sees no lines', [grant('committee')], []],
    ['a role of a unit without its unit sees nothing', [grant('clerk')], []],
    ['the wider grant wins', [grant('clerk', 'fb-10'), grant('auditor')], 'all'],
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
    const substitute = grant('finance', null, { substituteFor: 'anna', validUntil: plainDate('2026-12-31') });
    expect(mayApprove({ ...bernd, grants: [substitute] }, { kind: 'booking', requestedBy: 'anna' })).toBe(false);
    expect(mayApprove({ ...bernd, grants: [substitute] }, { kind: 'booking', requestedBy: 'carla' })).toBe(true);
    expect(
      mayApprove({ ...bernd, grants: [substitute, grant('finance')] }, { kind: 'booking', requestedBy: 'anna' }),
    ).toBe(true);
  });

  it.each<[Role, ApprovalKind[]]>([
    ['finance', ['extra_authority', 'release', 'plan_adoption', 'booking', 'year_close', 'year_reopen']],
    ['council_office', ['release', 'plan_adoption']],
    ['admin', ['role_grant']],
    ['auditor', []],
    ['committee', []],
  ])('%s decides on %p', (role, kinds) => {
    const other: Actor = { personId: 'bernd', grants: [grant(role)], today: TODAY };
    expect(APPROVAL_KINDS.filter((kind) => mayApprove(other, { kind, requestedBy: 'anna' }))).toEqual(kinds);
  });

  it('names a permission for every kind', () => {
    expect(Object.keys(APPROVAL_PERMISSION)).toEqual([...APPROVAL_KINDS]);
  });

  it('holds for the subject too', () => {
    const request = { kind: 'booking', requestedBy: 'anna', subject: { unitPath: ['fb-10'] } } as const;
    expect(mayApprove(bernd, request)).toBe(true);
  });
});
