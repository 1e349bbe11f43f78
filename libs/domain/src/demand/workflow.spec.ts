import { PERMISSIONS, type Permission, ROLE_PERMISSIONS, ROLES, type Role } from '../access';
import {
  DEMAND_ENDS,
  DEMAND_REQUIREMENTS,
  DEMAND_STATES,
  DEMAND_STEPS,
  DEMAND_WORKFLOW,
  type DemandRequirement,
  type DemandState,
  type DemandStep,
  decideDemandStep,
  demandSteps,
} from './workflow';

const everything = (): boolean => true;
const as =
  (role: Role) =>
  (permission: Permission): boolean =>
    ROLE_PERMISSIONS[role].includes(permission);
const nothing: ReadonlySet<DemandRequirement> = new Set();

/** States that can be reached from one, over any number of steps. */
function reachable(start: DemandState): Set<DemandState> {
  const seen = new Set<DemandState>([start]);
  for (const state of seen) {
    for (const step of DEMAND_STEPS) if (DEMAND_WORKFLOW[step].from.includes(state)) seen.add(DEMAND_WORKFLOW[step].to);
  }
  return seen;
}

describe('the workflow is one table', () => {
  it('every state is reached from a draft', () => {
    expect([...reachable('draft')].sort()).toEqual([...DEMAND_STATES].sort());
  });

  it('from every state that is no end an end is reached, and only an end has no way on', () => {
    for (const state of DEMAND_STATES.filter((one) => !DEMAND_ENDS.includes(one))) {
      expect(DEMAND_ENDS.some((end) => reachable(state).has(end))).toBe(true);
    }
    const still = DEMAND_STATES.filter((state) =>
      DEMAND_STEPS.every((step) => !DEMAND_WORKFLOW[step].from.includes(state)),
    );
    expect(still).toEqual(['adopted', 'withdrawn']);
    expect(still.every((state) => DEMAND_ENDS.includes(state))).toBe(true);
  });

  it('what was deferred or rejected comes back only by being reconsidered, with a reason', () => {
    for (const end of ['deferred', 'rejected'] as const) {
      expect(DEMAND_STEPS.filter((step) => DEMAND_WORKFLOW[step].from.includes(end))).toEqual(['reconsider']);
    }
    expect(DEMAND_WORKFLOW.reconsider.requires).toContain('reason');
  });

  it.each(DEMAND_STEPS)(
    '%s has a permission that somebody holds, leads elsewhere and asks for known things',
    (step) => {
      const { permission, from, to, requires } = DEMAND_WORKFLOW[step];
      expect(PERMISSIONS).toContain(permission);
      expect(ROLES.some((role) => ROLE_PERMISSIONS[role].includes(permission))).toBe(true);
      expect(from).not.toContain(to);
      expect(from.length).toBeGreaterThan(0);
      expect(requires.every((requirement) => DEMAND_REQUIREMENTS.includes(requirement))).toBe(true);
    },
  );

  it('what each step starts from and asks for stands here once more, by hand', () => {
    const rows = DEMAND_STEPS.map((step) => {
      const { from, to, requires } = DEMAND_WORKFLOW[step];
      return `${from.join(' ')} > ${step} > ${to}: ${requires.join(' ')}`;
    });
    expect(rows).toEqual([
      'draft > submit > submitted: round_open complete in_time',
      'submitted > determine > determined: frame',
      'determined > examine > examined: four_desks',
      'examined > deliberate > deliberated: deliberation',
      'deliberated > plan > planned: cover fte',
      'planned > adopt > adopted: resolution',
      'submitted determined examined deliberated > hand_back > draft: reason',
      'planned > unplan > deliberated: reason',
      'submitted determined examined deliberated planned > defer > deferred: reason',
      'submitted determined examined deliberated planned > reject > rejected: reason',
      'deferred rejected > reconsider > submitted: reason',
      'draft > discard > withdrawn: ',
      'submitted determined examined deliberated > withdraw > withdrawn: reason',
    ]);
    expect(DEMAND_STEPS.filter((step) => DEMAND_WORKFLOW[step].by === 'auto')).toEqual(['examine']);
    expect(DEMAND_WORKFLOW.examine.permission).toBe('demand.review');
  });

  it('whatever ends a demand against somebody’s will or sends it back says why', () => {
    for (const step of ['hand_back', 'defer', 'reject', 'withdraw', 'unplan'] as const) {
      expect(DEMAND_WORKFLOW[step].requires).toContain('reason');
    }
  });

  it('the straight way is ermittelt, geprüft, beraten, geplant, beschlossen', () => {
    let state: DemandState = 'draft';
    for (const step of ['submit', 'determine', 'examine', 'deliberate', 'plan', 'adopt'] as const) {
      const taken = decideDemandStep(step, { state, holds: everything, isOwn: false, unmet: nothing });
      if (taken.ok) state = taken.value;
    }
    expect(state).toBe('adopted');
  });
});

describe('who takes which step', () => {
  it.each<[string, Role, DemandState, DemandStep[]]>([
    ['a coordinator works on a draft and can only discard it', 'coordinator', 'draft', ['discard']],
    ['a head submits', 'department_head', 'draft', ['submit', 'discard']],
    ['a head can withdraw what finance has not planned', 'department_head', 'examined', ['withdraw']],
    ['and nothing that is planned', 'department_head', 'planned', []],
    ['finance takes in', 'finance', 'submitted', ['determine', 'hand_back', 'defer', 'reject']],
    ['finance cannot do the work of the desks', 'finance', 'determined', ['hand_back', 'defer', 'reject']],
    ['finance plans', 'finance', 'deliberated', ['plan', 'hand_back', 'defer', 'reject']],
    ['finance records the resolution', 'finance', 'planned', ['adopt', 'unplan', 'defer', 'reject']],
    ['a clerk takes no step', 'clerk', 'draft', []],
    ['the auditor takes no step', 'auditor', 'submitted', []],
    ['a desk has no button, its sign-off is the step', 'reviewer', 'determined', []],
  ])('%s', (_case, role, state, expected) => {
    expect(demandSteps({ state, holds: as(role), isOwn: false })).toEqual(expected);
  });

  it('nobody decides on a demand of their own, but everybody may submit and withdraw it', () => {
    const own = { holds: everything, isOwn: true, unmet: nothing };
    for (const step of DEMAND_STEPS) {
      const { from, fourEyes } = DEMAND_WORKFLOW[step];
      const decided = decideDemandStep(step, { ...own, state: from[0] ?? 'draft' });
      expect(decided.ok).toBe(!fourEyes);
      if (!decided.ok) expect(decided.refusal.code).toBe('DEMAND_OWN');
    }
    expect(demandSteps({ state: 'draft', holds: everything, isOwn: true })).toEqual(['submit', 'discard']);
    expect(demandSteps({ state: 'submitted', holds: everything, isOwn: true })).toEqual(['withdraw']);
  });

  it('a substitute of the owner is no second person, but may submit for them', () => {
    const holds = (_permission: Permission, independent: boolean): boolean => !independent;
    const situation = { holds, isOwn: false, unmet: nothing };
    expect(decideDemandStep('determine', { ...situation, state: 'submitted' })).toMatchObject({
      refusal: { code: 'DEMAND_OWN' },
    });
    expect(decideDemandStep('submit', { ...situation, state: 'draft' }).ok).toBe(true);
    expect(demandSteps({ state: 'submitted', holds, isOwn: false })).toEqual(['withdraw']);
  });

  it('"geprüft" is impossible while one of the four desks is missing', () => {
    const situation = { state: 'determined' as const, holds: everything, isOwn: false };
    expect(decideDemandStep('examine', { ...situation, unmet: new Set(['four_desks']) })).toEqual({
      ok: false,
      refusal: { code: 'DEMAND_REQUIREMENT', params: { missing: ['four_desks'] } },
    });
    expect(decideDemandStep('examine', { ...situation, unmet: new Set(['cover']) })).toEqual({
      ok: true,
      value: 'examined',
    });
  });

  it('a step on another state is refused with the state it is in', () => {
    expect(decideDemandStep('plan', { state: 'draft', holds: everything, isOwn: false, unmet: nothing })).toEqual({
      ok: false,
      refusal: { code: 'DEMAND_STEP', params: { state: 'draft' } },
    });
  });

  it('a step without the right is refused before anything else is told', () => {
    expect(
      decideDemandStep('reject', { state: 'submitted', holds: as('clerk'), isOwn: true, unmet: new Set(['reason']) }),
    ).toEqual({ ok: false, refusal: { code: 'DEMAND_STEP_FORBIDDEN', params: { step: 'reject' } } });
  });
});
