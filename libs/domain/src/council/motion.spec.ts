import { planSteps } from '../budget/plan-changes';
import { cents } from '../shared/cents';
import { fiscalYear, planYears } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import { coverOf, coverState, decideMotion, type MotionAmount, type MotionRefusal, type NewMotion } from './motion';
import {
  type CloseRefusal,
  decideClose,
  decideVote,
  mayChangeMotion,
  MOTION_RESULTS,
  stepResultOf,
  type Vote,
  type VotedMotion,
  type VoteRefusal,
} from './motion-vote';

const INTRODUCED = { state: 'introduced', plan: planYears(fiscalYear(2027), fiscalYear(2028)) } as const;
const at = (lineId: string, year: number, amount: number, more: Partial<MotionAmount> = {}): MotionAmount => ({
  lineId,
  fiscalYear: fiscalYear(year),
  amountCents: cents(amount),
  direction: 'expense',
  sphere: 'operating',
  isCover: false,
  ...more,
});
const motion = (amounts: readonly MotionAmount[], more: Partial<NewMotion> = {}): NewMotion => ({
  mover: 'group',
  code: 'FWE198',
  reason: 'Mehr Schulungen',
  amounts,
  fteHundredths: 0,
  unitId: null,
  ...more,
});
const COVER = { isCover: true };
const REVENUE = { direction: 'revenue' } as const;
const INVESTED = { direction: 'payment', sphere: 'investing' } as const;

describe('the cover check of a motion (leap 7)', () => {
  it.each<[string, MotionAmount[], [number, string, number, number, number][], string]>([
    ['no lines', [], [], 'no_money'],
    ['cover missing', [at('a', 2027, 500)], [[2027, 'result', 500, 0, 500]], 'deficit'],
    [
      'less on another line covers',
      [at('a', 2027, 500), at('b', 2027, -500, COVER)],
      [[2027, 'result', 500, 500, 0]],
      'covered',
    ],
    [
      'more revenue covers, a cent is missing',
      [at('a', 2027, 500), at('r', 2027, 499, { ...REVENUE, ...COVER })],
      [[2027, 'result', 500, 499, 1]],
      'deficit',
    ],
    [
      'R21 cover in another year is none',
      [at('a', 2027, 500), at('b', 2028, -500, COVER)],
      [
        [2027, 'result', 500, 0, 500],
        [2028, 'result', 0, 500, -500],
      ],
      'deficit',
    ],
    [
      'R7 operation does not pay for an investment',
      [at('i', 2027, 500, INVESTED), at('b', 2027, -500, COVER)],
      [
        [2027, 'result', 0, 500, -500],
        [2027, 'investment', 500, 0, 500],
      ],
      'deficit',
    ],
    ['a saving relieves', [at('a', 2027, -500)], [[2027, 'result', -500, 0, -500]], 'relief'],
    ['less revenue is a burden', [at('r', 2027, -500, REVENUE)], [[2027, 'result', 500, 0, 500]], 'deficit'],
  ])('%s', (_, amounts, expected, state) => {
    const cover = coverOf(amounts);
    expect(cover.map((one) => [one.fiscalYear, one.plane, one.askedCents, one.coverCents, one.openCents])).toEqual(
      expected,
    );
    expect(coverState(cover)).toBe(state);
  });
});

describe('bringing in a motion', () => {
  const money = [at('a', 2027, 100)];
  it.each<[string, NewMotion]>([
    ['with money', motion(money)],
    ['without money (finanzunwirksam)', motion([])],
    ['of the administration, without a number', motion(money, { mover: 'administration', code: '' })],
    [
      'of the administration that moves posts only',
      motion([], { mover: 'administration', fteHundredths: -50, unitId: 'u' }),
    ],
    ['into the last year of the window', motion([at('a', 2031, 1)])],
  ])('%s: taken', (_, brought) => {
    expect(decideMotion(brought, INTRODUCED)).toEqual({ ok: true, value: null });
  });

  it.each<[string, NewMotion, MotionRefusal['code']]>([
    ['an amount of 0', motion([at('a', 2027, 0)]), 'CHANGE_AMOUNTS'],
    ['a group without a number', motion(money, { code: ' ' }), 'CHANGE_CODE'],
    ['a line twice', motion([...money, at('a', 2027, -1, COVER)]), 'CHANGE_CELL_TWICE'],
    ['a year outside the window', motion([at('a', 2032, 1)]), 'CHANGE_YEAR_OUTSIDE'],
    ['the administration with nothing', motion([], { mover: 'administration' }), 'CHANGE_AMOUNTS'],
    ['cover for nothing', motion([at('a', 2027, -1, COVER)]), 'MOTION_ONLY_COVER'],
    ['a line that no frame knows', motion([at('a', 2027, 1, { direction: 'unclassified' })]), 'MOTION_LINE_KIND'],
    ['internal charges', motion([at('a', 2027, 1, { direction: 'internal' })]), 'MOTION_LINE_KIND'],
    ['posts without a unit', motion(money, { fteHundredths: 100 }), 'MOTION_POSTS'],
    ['a unit without posts', motion(money, { unitId: 'u' }), 'MOTION_POSTS'],
    ['half a hundredth of a post', motion(money, { fteHundredths: 0.5, unitId: 'u' }), 'MOTION_POSTS'],
    ['more than a hundred posts', motion(money, { fteHundredths: 10_001, unitId: 'u' }), 'MOTION_POSTS'],
  ])('%s: refused', (_, brought, code) => {
    expect(decideMotion(brought, INTRODUCED)).toMatchObject({ ok: false, refusal: { code } });
  });

  it.each(['draft', 'adopted', 'in_force'] as const)('a version that is %s takes none', (state) => {
    expect(decideMotion(motion(money), { ...INTRODUCED, state }).ok).toBe(false);
  });
});

describe('voting', () => {
  const voted = (motionId: string, result: VotedMotion['result'] = 'open', overtakenById: string | null = null) => ({
    motionId,
    code: motionId.toUpperCase(),
    result,
    overtakenById,
  });
  const vote = (result: Vote['result'], more: Partial<Vote> = {}): Vote => ({
    result,
    counts: null,
    overtakenById: null,
    ...more,
  });
  const counts = (yes: number, no: number) => ({ counts: { yes, no, abstained: 1 } });
  const reading = (others: VotedMotion[] = [], excludedIds: string[] = []) => ({
    state: 'released' as const,
    others,
    excludedIds,
  });

  it.each<[string, Vote, VotedMotion[]]>([
    ['adopted with a majority', vote('adopted', counts(7, 6)), []],
    ['a tie rejects (§ 66 NKomVG)', vote('rejected', counts(6, 6)), []],
    ['referred', vote('referred'), []],
    ['withdrawn', vote('withdrawn'), []],
    ['settled by one that was adopted', vote('overtaken', { overtakenById: 'b' }), [voted('b', 'adopted')]],
  ])('%s', (_, said, others) => {
    expect(decideVote(voted('a'), said, reading(others))).toEqual({ ok: true, value: null });
  });

  it.each<[string, VotedMotion, Vote, VotedMotion[], VoteRefusal['code']]>([
    ['adopted by a tie', voted('a'), vote('adopted', counts(6, 6)), [], 'VOTE_COUNTS'],
    ['rejected by a majority for it', voted('a'), vote('rejected', counts(7, 6)), [], 'VOTE_COUNTS'],
    ['withdrawn, but counted', voted('a'), vote('withdrawn', counts(7, 6)), [], 'VOTE_COUNTS'],
    ['the same again', voted('a', 'adopted'), vote('adopted'), [], 'VOTE_SAME'],
    ['excluded by an adopted one', voted('a'), vote('adopted'), [voted('x', 'adopted')], 'VOTE_EXCLUDED'],
    ['settled by nothing', voted('a'), vote('overtaken'), [], 'VOTE_OVERTAKEN_BY'],
    [
      'settled by a rejected one',
      voted('a'),
      vote('overtaken', { overtakenById: 'b' }),
      [voted('b', 'rejected')],
      'VOTE_OVERTAKEN_BY',
    ],
    [
      'rejected, but settled by one',
      voted('a'),
      vote('rejected', { overtakenById: 'b' }),
      [voted('b', 'adopted')],
      'VOTE_OVERTAKEN_BY',
    ],
    [
      'taken back while it settles another',
      voted('a', 'adopted'),
      vote('open'),
      [voted('b', 'overtaken', 'a')],
      'VOTE_SETTLES_OTHERS',
    ],
  ])('%s: refused', (_, before, said, others, code) => {
    expect(decideVote(before, said, reading(others, ['x']))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('only in a released reading, and never after it was closed', () => {
    const refusals = (['preparing', 'closed'] as const).map((state) =>
      decideVote(voted('a'), vote('adopted'), { ...reading(), state }),
    );
    expect(refusals.map((one) => !one.ok && one.refusal.code)).toEqual(['READING_NOT_RELEASED', 'READING_CLOSED']);
    expect(mayChangeMotion('open', 'closed')).toMatchObject({ refusal: { code: 'READING_CLOSED' } });
    expect(mayChangeMotion('adopted', 'released')).toMatchObject({ refusal: { code: 'MOTION_DECIDED' } });
    expect(mayChangeMotion('open', 'preparing').ok).toBe(true);
  });
});

describe('closing a reading', () => {
  const reading = {
    state: 'released',
    results: ['adopted', 'rejected', 'referred', 'withdrawn', 'overtaken'],
    heldOn: plainDate('2026-11-12'),
    today: plainDate('2026-11-12'),
    versionState: 'introduced',
  } as const;

  it('with every vote in, on the day of the meeting', () => {
    expect(decideClose(reading).ok).toBe(true);
  });

  it.each<[object, CloseRefusal['code']]>([
    [{ state: 'closed' }, 'READING_CLOSED'],
    [{ state: 'preparing' }, 'READING_NOT_RELEASED'],
    [{ results: [] }, 'READING_EMPTY'],
    [{ results: ['adopted', 'open'] }, 'READING_VOTES_OPEN'],
    [{ today: plainDate('2026-11-11') }, 'READING_BEFORE_MEETING'],
    [{ versionState: 'draft' }, 'READING_PLAN_STATE'],
  ])('%j: %s', (wrong, code) => {
    expect(decideClose({ ...reading, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
  });

  it('T22 the version is the draft and what was adopted: 3,500,000 - 50,000 + 80,000 = 3,530,000', () => {
    expect(MOTION_RESULTS.map(stepResultOf)).toEqual([null, 'accepted', 'rejected', null, null, null]);
    const steps = (
      [
        ['adopted', -5_000_000],
        ['rejected', 10_000_000],
        ['referred', 20_000_000],
        ['adopted', 8_000_000],
      ] as const
    ).flatMap(([result, amount]) => {
      const step = stepResultOf(result);
      return step === null ? [] : [{ result: step, amountCents: cents(amount) }];
    });
    expect(planSteps(cents(350_000_000), steps).adoptedCents).toBe(353_000_000);
  });
});
