import type { RoleGrant } from '@etatlotse/contracts/person';
import { completeGrant } from './role-rules';

const TODAY = '2026-10-05';
const bodyId = '01a10a8a-53c0-71b4-9f13-39e0b4e87199';
const unitId = '01a10a8a-53c0-71b4-9f13-39e0b4e87144';

it.each<[string, RoleGrant]>([
  ['a clerk with the unit', { role: 'clerk', unitId }],
  ['a coordinator with unit and kind', { role: 'coordinator', unitId, kind: 'ozg' }],
  ['a reviewer with the desk', { role: 'reviewer', kind: 'organisation' }],
  ['a member with the body', { role: 'committee', bodyId }],
  ['finance for the whole city', { role: 'finance' }],
  ['finance until the end of the year', { role: 'finance', validTo: '2026-12-31' }],
  ['one day only', { role: 'auditor', validFrom: '2026-11-01', validTo: '2026-11-01' }],
])('grants %s', (_, grant) => {
  const { role, kind = null, unitId: unit = null, bodyId: body = null, validFrom = TODAY, validTo = null } = grant;
  expect(completeGrant(grant, TODAY)).toEqual({
    ok: true,
    value: { role, kind, unitId: unit, bodyId: body, validFrom, validTo },
  });
});

it.each<[string, RoleGrant]>([
  ['a clerk without a unit', { role: 'clerk' }],
  ['a member of no body', { role: 'committee' }],
  ['finance of a body', { role: 'finance', bodyId }],
  ['finance of one unit', { role: 'finance', unitId }],
  ['a coordinator without a kind', { role: 'coordinator', unitId }],
  ['a coordinator with a desk', { role: 'coordinator', unitId, kind: 'it_organisation' }],
  ['a reviewer with the kind of a coordinator', { role: 'reviewer', kind: 'ozg' }],
  ['finance with a kind', { role: 'finance', kind: 'it' }],
  ['an end before the start', { role: 'finance', validFrom: '2026-11-02', validTo: '2026-11-01' }],
  ['a start in the past', { role: 'finance', validFrom: '2026-10-04' }],
])('refuses %s', (_, grant) => {
  expect(completeGrant(grant, TODAY)).toEqual({
    ok: false,
    refusal: { code: 'ROLE_INCOMPLETE', params: { role: grant.role } },
  });
});
