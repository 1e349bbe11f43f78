import {
  decideParent,
  decideProjectDeletion,
  decideProjectStep,
  type ProjectState,
  type ProjectStep,
  projectSteps,
} from './project';

const asked = { reason: 'Wie beschlossen', openDependencies: 0, openChildren: 0 };

describe('steps of a project', () => {
  it.each<[ProjectStep, ProjectState, ProjectState]>([
    ['start', 'planned', 'running'],
    ['pause', 'running', 'paused'],
    ['resume', 'paused', 'running'],
    ['close', 'planned', 'closed'],
    ['close', 'running', 'closed'],
    ['close', 'paused', 'closed'],
    ['reopen', 'closed', 'running'],
  ])('%s: from %s to %s', (step, state, to) => {
    expect(decideProjectStep(step, { ...asked, state })).toEqual({ ok: true, value: to });
  });

  it.each<[ProjectStep, ProjectState]>([
    ['start', 'running'],
    ['pause', 'planned'],
    ['resume', 'running'],
    ['close', 'closed'],
    ['reopen', 'paused'],
  ])('%s is no way out of %s', (step, state) => {
    expect(decideProjectStep(step, { ...asked, state })).toEqual({
      ok: false,
      refusal: { code: 'PROJECT_STEP', params: { state } },
    });
  });

  it('a dependency blocks the start, the return and the second beginning', () => {
    const blocked = { ok: false, refusal: { code: 'PROJECT_BLOCKED', params: { count: 1 } } };
    expect(decideProjectStep('start', { ...asked, state: 'planned', openDependencies: 1 })).toEqual(blocked);
    expect(decideProjectStep('resume', { ...asked, state: 'paused', openDependencies: 1 })).toEqual(blocked);
    expect(decideProjectStep('reopen', { ...asked, state: 'closed', openDependencies: 1 })).toEqual(blocked);
    expect(decideProjectStep('close', { ...asked, state: 'planned', openDependencies: 1 }).ok).toBe(true);
  });

  it.each<[ProjectStep, ProjectState, boolean]>([
    ['start', 'planned', true],
    ['resume', 'paused', true],
    ['pause', 'running', false],
    ['close', 'running', false],
    ['reopen', 'closed', false],
  ])('%s without a reason: %s -> %s', (step, state, isFine) => {
    const decided = decideProjectStep(step, { ...asked, state, reason: ' \n' });
    expect(decided.ok ? null : decided.refusal.code).toBe(isFine ? null : 'PROJECT_REASON');
  });

  it('a programme does not close over open projects', () => {
    expect(decideProjectStep('close', { ...asked, state: 'running', openChildren: 2 })).toEqual({
      ok: false,
      refusal: { code: 'PROJECT_HAS_OPEN_CHILDREN', params: { count: 2 } },
    });
    expect(decideProjectStep('pause', { ...asked, state: 'running', openChildren: 2 }).ok).toBe(true);
  });

  it('offers what is possible', () => {
    expect(projectSteps('running')).toEqual(['pause', 'close']);
    expect(projectSteps('closed')).toEqual(['reopen']);
  });
});

describe('the tree of projects', () => {
  it.each([
    ['programme', 'portfolio', null],
    ['project', 'portfolio', null],
    ['project', 'programme', null],
    ['project', 'project', 'PROJECT_LEVEL'],
    ['programme', 'project', 'PROJECT_LEVEL'],
    ['portfolio', 'portfolio', 'PROJECT_LEVEL'],
  ] as const)('%s below %s: %s', (level, parent, code) => {
    const decided = decideParent(level, { level: parent, state: 'running' });
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });

  it('everything may stand alone; nothing goes below what is closed', () => {
    expect(decideParent('project', null).ok).toBe(true);
    expect(decideParent('project', { level: 'programme', state: 'closed' })).toEqual({
      ok: false,
      refusal: { code: 'PROJECT_PARENT_CLOSED', params: {} },
    });
  });

  it.each(['children', 'milestones', 'baselines', 'lines'] as const)('with %s it is never deleted', (tie) => {
    const none = { children: 0, milestones: 0, baselines: 0, lines: 0 };
    expect(decideProjectDeletion(none).ok).toBe(true);
    expect(decideProjectDeletion({ ...none, [tie]: 1 })).toEqual({
      ok: false,
      refusal: { code: 'PROJECT_KEPT', params: {} },
    });
  });
});
