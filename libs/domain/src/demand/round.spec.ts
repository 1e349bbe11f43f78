import type { Actor, HeldRole } from '../access';
import { plainDate } from '../shared';
import { missingDesks, openChecks } from './review';
import {
  arePhasesInOrder,
  currentPhase,
  isLate,
  type PhaseDates,
  phasesEndingSoon,
  phasesOver,
  ROUND_STEPS,
  ROUND_WORKFLOW,
  waitingPhase,
} from './round';
import { demandSight } from './sight';
import { DEMAND_ENDS, DEMAND_STATES } from './workflow';

const dates: PhaseDates = {
  submit: plainDate('2027-01-31'),
  determine: plainDate('2027-02-14'),
  examine: plainDate('2027-03-15'),
  deliberate: plainDate('2027-04-15'),
  plan: plainDate('2027-05-15'),
  adopt: plainDate('2027-11-10'),
};

it.each<[string, string | null]>([
  ['2027-01-01', 'submit'],
  ['2027-01-31', 'submit'],
  ['2027-02-01', 'determine'],
  ['2027-11-10', 'adopt'],
  ['2027-11-11', null],
])('on %s the round is at %p', (today, phase) => {
  expect(currentPhase(dates, plainDate(today))).toBe(phase);
});

it('somebody is late from the day after the last one, and never with what has come to rest', () => {
  expect(isLate('draft', dates, plainDate('2027-01-31'))).toBe(false);
  expect(isLate('draft', dates, plainDate('2027-02-01'))).toBe(true);
  expect(isLate('determined', dates, plainDate('2027-03-15'))).toBe(false);
  expect(DEMAND_ENDS.some((state) => isLate(state, dates, plainDate('2028-01-01')))).toBe(false);
  expect(DEMAND_STATES.filter((state) => waitingPhase(state) === null)).toEqual(DEMAND_ENDS);
});

it.each<[string, string[], string[]]>([
  ['2027-01-23', [], []],
  ['2027-01-24', ['submit'], []],
  ['2027-01-31', ['submit'], []],
  ['2027-02-07', ['determine'], ['submit']],
  ['2027-11-11', [], ['submit', 'determine', 'examine', 'deliberate', 'plan', 'adopt']],
])('on %s people are reminded of the end of %p and that %p is over', (today, near, over) => {
  expect([phasesEndingSoon(dates, plainDate(today)), phasesOver(dates, plainDate(today))]).toEqual([near, over]);
});

it('phases follow each other, also on the same day', () => {
  expect(arePhasesInOrder(dates)).toBe(true);
  expect(arePhasesInOrder({ ...dates, determine: dates.submit })).toBe(true);
  expect(arePhasesInOrder({ ...dates, examine: plainDate('2027-02-01') })).toBe(false);
});

it('a round opens, freezes, thaws and closes; only opening needs no reason', () => {
  expect(ROUND_STEPS.map((step) => [step, ROUND_WORKFLOW[step].from, ROUND_WORKFLOW[step].to])).toEqual([
    ['open', ['preparing'], 'open'],
    ['freeze', ['open'], 'frozen'],
    ['thaw', ['frozen'], 'open'],
    ['close', ['frozen'], 'closed'],
  ]);
  expect(ROUND_STEPS.filter((step) => !ROUND_WORKFLOW[step].needsReason)).toEqual(['open']);
});

describe('the four desks', () => {
  it('each is missing until it has signed; an objection is an answer but no sign-off', () => {
    expect(missingDesks([])).toEqual(['it_organisation', 'organisation', 'data_protection', 'it_security']);
    expect(
      missingDesks([
        { desk: 'it_organisation', state: 'signed' },
        { desk: 'organisation', state: 'signed' },
        { desk: 'data_protection', state: 'objected' },
        { desk: 'it_security', state: 'open' },
      ]),
    ).toEqual(['data_protection', 'it_security']);
  });

  it('a list is answered point by point', () => {
    expect(openChecks('organisation', { process_review: 'yes', staff: 'no' })).toEqual([
      'case_numbers',
      'interlocking',
    ]);
  });
});

describe('who sees which demand', () => {
  const held = (role: HeldRole['role'], part: Partial<HeldRole> = {}): HeldRole => ({
    role,
    kind: null,
    unitId: null,
    unitIds: null,
    bodyId: null,
    substituteFor: null,
    validTo: null,
    ...part,
  });
  const actor = (...roles: HeldRole[]): Actor => ({ tenantId: 't', personId: 'p', displayName: '', email: '', roles });

  it.each<[string, Actor, ReturnType<typeof demandSight>]>([
    ['finance sees all', actor(held('finance')), { units: null, desks: [] }],
    [
      'a head the own subtree',
      actor(held('department_head', { unitIds: ['a', 'b'] })),
      { units: ['a', 'b'], desks: [] },
    ],
    [
      'a desk what it examines',
      actor(held('reviewer', { kind: 'it_security' })),
      { units: [], desks: ['it_security'] },
    ],
    ['the committee nothing', actor(held('committee')), { units: [], desks: [] }],
    ['a role of a unit without its unit nothing', actor(held('coordinator')), { units: [], desks: [] }],
    [
      'a coordinator who is a desk, too, sees both',
      actor(held('coordinator', { unitIds: ['a'] }), held('reviewer', { kind: 'organisation' })),
      { units: ['a'], desks: ['organisation'] },
    ],
  ])('%s', (_case, who, sight) => {
    expect(demandSight(who)).toEqual(sight);
  });
});
