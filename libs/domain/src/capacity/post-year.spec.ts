import { plainDate } from '../shared/plain-date';
import type { Post } from './available-fte';
import { fteOver, postMonths, postPieces } from './post-year';
import { yearAxis } from './time-axis';
import { workCalendar } from './working-days';

const NI = workCalendar('NI');
const AXIS = yearAxis(2026, 'working_days', NI);
/** Three quarters of a post: somebody new from April, on leave from November. */
const POST: Post = {
  postId: 'p',
  status: 'employee',
  share: 0.75,
  from: plainDate('2020-01-01'),
  until: null,
  note: null,
  occupancies: [
    {
      from: plainDate('2026-04-01'),
      until: null,
      share: 0.75,
      rampUp: [0.25, 0.5],
      absences: [{ from: plainDate('2026-11-01'), until: plainDate('2027-04-30'), share: 1 }],
    },
  ],
};

test('the pieces of a post say where every part of its available FTE comes from, and add up to it', () => {
  const pieces = postPieces(POST, AXIS, NI);
  expect(
    pieces.map(({ from, until, workingDays, ramp, away, value }) => [from, until, workingDays, ramp, away, value]),
  ).toEqual([
    ['2026-04-01', '2026-04-30', 20, 0.25, 0, 0.1875],
    ['2026-05-01', '2026-05-31', 18, 0.5, 0, 0.375],
    ['2026-06-01', '2026-10-31', 110, 1, 0, 0.75],
    ['2026-11-01', '2026-12-31', 41, 1, 1, 0],
  ]);
  const sum = pieces.reduce((total, { workingDays, value }) => total + workingDays * value, 0);
  expect(fteOver([POST], AXIS)).toEqual({
    planned: expect.closeTo(0.75, 12),
    occupied: expect.closeTo((0.75 * 189) / 252, 12),
    available: expect.closeTo(sum / 252, 12),
  });
});

test('A3 minutes of a month go by its working days, and are not known without the yearly minutes', () => {
  const june = postMonths(POST, AXIS, 93_660)[5];
  expect(june).toMatchObject({ month: 6, workingDays: 22, planned: 0.75, available: 0.75 });
  expect(june?.minutes).toBeCloseTo((0.75 * 93_660 * 22) / 252, 9);
  expect(postMonths(POST, AXIS, null).map(({ minutes }) => minutes)).toEqual(Array(12).fill(null));
  expect(postPieces({ ...POST, occupancies: [] }, AXIS, NI)).toEqual([]);
});
