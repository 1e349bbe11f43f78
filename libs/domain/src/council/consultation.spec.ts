import { plainDate } from '../shared/plain-date';
import { consultationPath } from './consultation';
import type { BodyKind, CouncilBody, Meeting } from './meeting';

const body = (bodyId: string, kind: BodyKind, paperLeadDays = 14, isForBudget = true): CouncilBody => ({
  bodyId,
  kind,
  name: bodyId,
  paperLeadDays,
  isForBudget,
});
const meets = (bodyId: string, ...days: string[]): Meeting[] =>
  days.map((day) => ({ meetingId: `${bodyId} ${day}`, bodyId, heldOn: plainDate(day) }));

const BODIES = [body('FPDA', 'committee'), body('VA', 'main_committee', 7), body('Rat', 'council')];
const YEAR = [
  ...meets('FPDA', '2026-11-12', '2026-12-03'),
  ...meets('VA', '2026-11-17', '2026-12-08'),
  ...meets('Rat', '2026-12-15', '2026-11-24'),
];
const pathOf = (decidedBy: BodyKind, today: string, bodies = BODIES, meetings = YEAR) =>
  consultationPath(decidedBy, bodies, meetings, plainDate(today)).map((step) => [
    step.body.name,
    step.meeting?.heldOn ?? null,
    step.papersDueOn,
  ]);

describe('the way of a paper through the bodies', () => {
  it.each<[string, BodyKind, string, unknown[]]>([
    [
      'written in October it reaches all three in November',
      'council',
      '2026-10-20',
      [
        ['FPDA', '2026-11-12', '2026-10-29'],
        ['VA', '2026-11-17', '2026-11-10'],
        ['Rat', '2026-11-24', '2026-11-10'],
      ],
    ],
    [
      'on the last day for papers it is still in time',
      'committee',
      '2026-10-29',
      [['FPDA', '2026-11-12', '2026-10-29']],
    ],
    ['a day later it waits for the next meeting', 'committee', '2026-10-30', [['FPDA', '2026-12-03', '2026-11-19']]],
    [
      'a late committee makes the whole way late: the council does not meet before it has advised',
      'council',
      '2026-10-30',
      [
        ['FPDA', '2026-12-03', '2026-11-19'],
        ['VA', '2026-12-08', '2026-12-01'],
        ['Rat', '2026-12-15', '2026-12-01'],
      ],
    ],
    [
      'after the last meeting of the year nothing is planned, and nothing behind it is known',
      'council',
      '2026-12-01',
      [
        ['FPDA', null, null],
        ['VA', null, null],
        ['Rat', null, null],
      ],
    ],
  ])('%s', (_, decidedBy, today, way) => {
    expect(pathOf(decidedBy, today)).toEqual(way);
  });

  it('two bodies may meet on one day', () => {
    const sameDay = [...meets('FPDA', '2026-12-03'), ...meets('VA', '2026-12-03')];
    expect(pathOf('main_committee', '2026-10-01', BODIES, sameDay).map(([, day]) => day)).toEqual([
      '2026-12-03',
      '2026-12-03',
    ]);
  });

  it('a committee that has nothing to say about money is not asked, and a city without one goes on with the next', () => {
    const bodies = [body('Kultur', 'committee', 14, false), body('Rat', 'council')];
    expect(pathOf('council', '2026-10-01', bodies).map(([name]) => name)).toEqual(['Rat']);
    expect(pathOf('council', '2026-10-01', [])).toEqual([]);
  });
});
