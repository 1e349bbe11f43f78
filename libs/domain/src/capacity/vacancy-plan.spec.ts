import { plainDate } from '../shared/plain-date';
import { type Occupancy, type Post, checkPost, everyYear } from './available-fte';
import { yearAxis } from './time-axis';
import { type Departure, vacancyPlan, withDepartures } from './vacancy-plan';
import { workCalendar } from './working-days';

const day = plainDate;
const occupancy = (changes: Partial<Occupancy> = {}): Occupancy => ({
  from: day('2010-01-01'),
  until: null,
  share: 1,
  rampUp: [],
  absences: [],
  ...changes,
});
const post = (changes: Partial<Post> = {}): Post => ({
  postId: 'p1',
  status: 'employee',
  share: 1,
  from: day('2010-01-01'),
  until: null,
  note: null,
  occupancies: [occupancy()],
  ...changes,
});
const leaves = (changes: Partial<Departure> = {}): Departure => ({
  postId: 'p1',
  leavesOn: day('2026-02-28'),
  daysToFill: 184,
  rampUp: [],
  ...changes,
});
const axis = yearAxis(2026, 'calendar', workCalendar('NI'));
const planOf = (posts: Post[], departures: Departure[]) =>
  vacancyPlan({
    posts,
    departures,
    axis,
    yearlyMinutes: everyYear({ employee: 93_660, official: 96_120 }),
    minutesPerCase: 40,
    arrivals: Array<number>(12).fill(370),
    backlog: 0,
  });

describe('who leaves and who follows', () => {
  it('AT-08 a post that takes 184 days to fill is empty from March to August', () => {
    const [after] = withDepartures([post()], [leaves()]);
    expect(after?.occupancies).toEqual([
      occupancy({ until: day('2026-02-28') }),
      occupancy({ from: day('2026-09-01') }),
    ]);
    expect(after && checkPost(after).ok).toBe(true);
  });

  it('a post that is not filled again stays empty, and so does one with a kw note', () => {
    expect(withDepartures([post()], [leaves({ daysToFill: null })])[0]?.occupancies).toHaveLength(1);
    const kw = post({ note: { kind: 'kw', from: null } });
    const months = planOf([kw, post({ postId: 'p2' })], [leaves()]);
    expect(months.map(({ plannedFte }) => plannedFte)).toEqual([2, 2, ...Array<number>(10).fill(1)]);
    expect(months[5]?.vacantFte).toBe(0);
  });

  it('half a post leaves half a post', () => {
    const shared = post({
      occupancies: [occupancy({ share: 0.5 }), occupancy({ share: 0.5, until: day('2026-01-31') })],
    });
    const [after] = withDepartures([shared], [leaves({ daysToFill: 0 })]);
    expect(after?.occupancies.at(-1)).toMatchObject({ from: '2026-03-01', share: 0.5 });
    expect(after && checkPost(after).ok).toBe(true);
  });

  it('somebody who was found already is not found twice', () => {
    const known = post({
      occupancies: [occupancy({ until: day('2026-03-31') }), occupancy({ from: day('2026-05-01') })],
    });
    expect(withDepartures([known], [leaves()])[0]?.occupancies).toHaveLength(2);
  });

  it('other posts stay as they are', () => {
    expect(withDepartures([post({ postId: 'p2' })], [leaves()])[0]).toEqual(post({ postId: 'p2' }));
  });
});

describe('what it does to those who wait', () => {
  const two = [post(), post({ postId: 'p2' })];

  it('cases lie and people wait, not only posts are vacant', () => {
    const months = planOf(two, [leaves()]);
    expect(months.map(({ vacantFte }) => vacantFte)).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
    expect(months[7]?.backlog?.workable).toBeGreaterThan(1_000);
    expect(months[7]?.waitDays).toBeGreaterThan(50);
    expect(planOf(two, [])[7]?.backlog?.workable).toBeLessThan(50);
  });

  it('AT-09 a successor who learns leaves more lying', () => {
    const lying = (rampUp: number[]): number => planOf(two, [leaves({ rampUp })])[11]?.backlog?.workable ?? NaN;
    expect(lying([0.25, 0.5, 0.75])).toBeGreaterThan(lying([]) + 150);
  });

  it('with nobody left the wait has no end', () => {
    const last = planOf([post()], [leaves({ daysToFill: null })])[11];
    expect([last?.availableFte, last?.waitDays]).toEqual([0, null]);
  });
});
