import { may, type Subject } from './may';
import type { Permission } from './permissions';
import { type Actor, type HeldRole, type Role, UNIT_ROLES } from './roles';

/** Dezernat II > FB 10 > Abteilung 10.1, and FB 40 beside it. */
const FB_10: Subject = { unitId: 'fb-10' };
const ABT_10_1: Subject = { unitId: 'abt-10-1' };
const FB_40: Subject = { unitId: 'fb-40' };
const NO_UNIT: Subject = { unitId: null };

const below: Readonly<Record<string, readonly string[]>> = {
  'dez-2': ['dez-2', 'fb-10', 'abt-10-1'],
  'fb-10': ['fb-10', 'abt-10-1'],
  'abt-10-1': ['abt-10-1'],
};

const held = (role: Role, unitId: string | null = null): HeldRole => ({
  role,
  kind: null,
  unitId,
  unitIds: unitId === null ? null : (below[unitId] ?? []),
  substituteFor: null,
  validTo: null,
});
const holding = (role: Role): Actor => ({
  tenantId: 'city',
  personId: 'someone',
  displayName: 'Jemand',
  email: 'jemand@stadt.example',
  roles: [held(role, UNIT_ROLES.includes(role) ? 'fb-10' : null)],
});
const sectionClerk: Actor = { ...holding('clerk'), roles: [held('clerk', 'abt-10-1')] };
const clerkWithoutUnit: Actor = { ...holding('clerk'), roles: [held('clerk')] };

/** Written by hand, not derived from the table: what an office expects. */
const GOLDEN: [number, string, Actor, Permission, Subject | undefined, boolean][] = [
  [1, 'finance reads any line', holding('finance'), 'budget.read', FB_40, true],
  [2, 'finance reads a line without a unit', holding('finance'), 'budget.read', NO_UNIT, true],
  [3, 'finance books', holding('finance'), 'budget.book', FB_10, true],
  [4, 'finance closes the books', holding('finance'), 'year.close', undefined, true],
  [5, 'finance changes no people', holding('finance'), 'person.write', undefined, false],
  [6, 'finance decides for the second pair of eyes', holding('finance'), 'approval.decide', undefined, true],
  [7, 'the admin books nothing', holding('admin'), 'budget.book', undefined, false],
  [8, 'a head reads the own department', holding('department_head'), 'budget.read', FB_10, true],
  [9, 'a head reads the sections below', holding('department_head'), 'budget.read', ABT_10_1, true],
  [10, 'a head does not read another department', holding('department_head'), 'budget.read', FB_40, false],
  [11, 'a head does not read lines without a unit', holding('department_head'), 'budget.read', NO_UNIT, false],
  [12, 'a head does not book', holding('department_head'), 'budget.book', FB_10, false],
  [13, 'a head does not order', holding('department_head'), 'budget.order', FB_10, false],
  [14, 'a clerk orders for the own unit', holding('clerk'), 'budget.order', ABT_10_1, true],
  [15, 'a clerk does not order for another unit', holding('clerk'), 'budget.order', FB_40, false],
  [16, 'a clerk of a section does not see the department above', sectionClerk, 'budget.read', FB_10, false],
  [17, 'a coordinator reads the own unit', holding('coordinator'), 'budget.read', FB_10, true],
  [18, 'a coordinator orders nothing', holding('coordinator'), 'budget.order', FB_10, false],
  [19, 'a reviewer sees no live amounts', holding('reviewer'), 'budget.read', FB_10, false],
  [20, 'the committee reads a release', holding('committee'), 'budget.read_released', undefined, true],
  [21, 'the committee searches nothing', holding('committee'), 'search.use', undefined, false],
  [22, 'the committee has no budget lines', holding('committee'), 'budget.read', undefined, false],
  [23, 'the committee has an account of its own', holding('committee'), 'session.own', undefined, true],
  [24, 'a role of a unit without its unit gives nothing', clerkWithoutUnit, 'budget.read', undefined, false],
  [25, 'the auditor reads every line', holding('auditor'), 'budget.read', FB_40, true],
  [26, 'the auditor changes nothing', holding('auditor'), 'budget.note', FB_40, false],
  [27, 'the auditor decides nothing', holding('auditor'), 'approval.decide', undefined, false],
  [28, 'the admin changes people', holding('admin'), 'person.write', undefined, true],
  [29, 'the admin sees no amounts', holding('admin'), 'budget.read', FB_10, false],
  [
    30,
    'the council office reads what was released',
    holding('council_office'),
    'budget.read_released',
    undefined,
    true,
  ],
  [31, 'the council office sees no live amounts', holding('council_office'), 'budget.read', undefined, false],
  [32, 'the personnel office sees no live amounts', holding('personnel_office'), 'budget.read', FB_10, false],
  [33, 'a reviewer imports nothing', holding('reviewer'), 'import.run', undefined, false],
  [34, 'a head reads the rules one works by', holding('department_head'), 'rule.read', undefined, true],
  [35, 'the committee reads no inner rules', holding('committee'), 'rule.read', undefined, false],
  [36, 'finance does not move its own limits', holding('finance'), 'settings.write', undefined, false],
  [37, 'finance locks authority', holding('finance'), 'lock.write', undefined, true],
  [38, 'a head locks nothing', holding('department_head'), 'lock.write', undefined, false],
  [
    39,
    'a head asks for the rests of the own department',
    holding('department_head'),
    'carry_over.propose',
    FB_10,
    true,
  ],
  [40, 'a head asks for no other department', holding('department_head'), 'carry_over.propose', FB_40, false],
  [41, 'a head decides on no rests', holding('department_head'), 'carry_over.decide', FB_10, false],
  [42, 'the auditor decides on no rests', holding('auditor'), 'carry_over.decide', undefined, false],
  [
    43,
    'a head asks for a transfer within the own department',
    holding('department_head'),
    'transfer.request',
    ABT_10_1,
    true,
  ],
  [44, 'a head asks for none from another department', holding('department_head'), 'transfer.request', FB_40, false],
  [45, 'a head books no transfer', holding('department_head'), 'transfer.write', FB_10, false],
  [46, 'finance books transfers', holding('finance'), 'transfer.write', FB_40, true],
  [47, 'a clerk asks for no transfer', holding('clerk'), 'transfer.request', FB_10, false],
  [48, 'the auditor books no transfer', holding('auditor'), 'transfer.request', FB_10, false],
  [49, 'a head registers a grant for the own lines', holding('department_head'), 'earmark.write', ABT_10_1, true],
  [50, 'a head registers no grant for others', holding('department_head'), 'earmark.write', FB_40, false],
  [51, 'a clerk registers no grant', holding('clerk'), 'earmark.write', FB_10, false],
  [52, 'finance enters commitment authorities', holding('finance'), 'commitment_authority.write', FB_10, true],
  [53, 'a head enters none', holding('department_head'), 'commitment_authority.write', FB_10, false],
  [54, 'a head asks for extra authority for the own unit', holding('department_head'), 'extra.request', FB_10, true],
  [55, 'a head asks for nobody else', holding('department_head'), 'extra.request', FB_40, false],
  [56, 'a head does not examine', holding('department_head'), 'extra.examine', undefined, false],
  [57, 'the council office records decisions', holding('council_office'), 'extra.decide', undefined, true],
  [58, 'a clerk asks for no extra authority', holding('clerk'), 'extra.request', FB_10, false],
  [59, 'the auditor reads requests and decides none', holding('auditor'), 'extra.decide', undefined, false],
  [60, 'finance enters contracts of the whole city', holding('finance'), 'contract.write', NO_UNIT, true],
  [61, 'a head enters contracts of the own department', holding('department_head'), 'contract.write', ABT_10_1, true],
  [62, 'a head enters none of others', holding('department_head'), 'contract.write', FB_40, false],
  [63, 'a head enters none of the whole city', holding('department_head'), 'contract.write', NO_UNIT, false],
  [64, 'a clerk enters no contract', holding('clerk'), 'contract.write', FB_10, false],
  [65, 'the auditor enters no contract', holding('auditor'), 'contract.write', FB_10, false],
  [66, 'a head leads the projects of the own unit', holding('department_head'), 'project.write', ABT_10_1, true],
  [67, 'a head leads no project of others', holding('department_head'), 'project.write', FB_40, false],
  [68, 'a head gives no budget line to a project', holding('department_head'), 'project.link', FB_10, false],
  [69, 'a clerk sees the projects of the own unit', holding('clerk'), 'project.read', FB_10, true],
  [70, 'a clerk changes none', holding('clerk'), 'project.write', FB_10, false],
  [71, 'finance leads any project', holding('finance'), 'project.write', NO_UNIT, true],
  [72, 'the auditor reads every project and changes none', holding('auditor'), 'project.write', undefined, false],
  [73, 'the committee sees no live projects', holding('committee'), 'project.read', undefined, false],
  [74, 'a coordinator records roll-outs of the own unit', holding('coordinator'), 'rollout.write', ABT_10_1, true],
  [75, 'a coordinator records none of others', holding('coordinator'), 'rollout.write', FB_40, false],
  [76, 'a head counts outcomes of the own unit', holding('department_head'), 'outcome.write', FB_10, true],
  [77, 'a clerk counts none', holding('clerk'), 'outcome.write', FB_10, false],
  [78, 'finance records benefits of the whole city', holding('finance'), 'benefit.write', NO_UNIT, true],
  [79, 'a coordinator records none of the whole city', holding('coordinator'), 'benefit.write', NO_UNIT, false],
  [80, 'the auditor records no roll-out', holding('auditor'), 'rollout.write', undefined, false],
  [90, 'finance enters devices of the whole city', holding('finance'), 'device.write', NO_UNIT, true],
  [91, 'a head enters devices of the own department', holding('department_head'), 'device.write', ABT_10_1, true],
  [92, 'a head enters none of others', holding('department_head'), 'device.write', FB_40, false],
  [93, 'a head sets no price and no cycle', holding('department_head'), 'device_kind.write', undefined, false],
  [94, 'a clerk sees the devices of the own unit', holding('clerk'), 'device.read', FB_10, true],
  [95, 'a clerk enters none', holding('clerk'), 'device.write', FB_10, false],
  [96, 'a head looks after the sites of the own unit', holding('department_head'), 'site.write', ABT_10_1, true],
  [97, 'a head after none of others', holding('department_head'), 'site.write', FB_40, false],
  [98, 'only finance draws up a split key', holding('department_head'), 'split_key.write', undefined, false],
  [99, 'the auditor reads sites and changes none', holding('auditor'), 'site.write', undefined, false],
  [100, 'the committee sees no sites', holding('committee'), 'site.read', undefined, false],
];

describe('golden list: what an office expects of roles', () => {
  it.each(GOLDEN)('%d %s', (_number, _case, actor, permission, subject, expected) => {
    expect(may(actor, permission, subject)).toBe(expected);
  });
});
