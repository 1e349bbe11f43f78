import { cents } from '../shared/cents';
import {
  coverCents,
  type CoverPlace,
  decideDraft,
  decideGrant,
  decideSubmission,
  type ExtraCover,
  EXTRA_COVER_KINDS,
  type ExtraItem,
  extraKindOf,
  type ExtraLineNature,
  type ExtraRequest,
  extraTotals,
  figuresOf,
  givingSphere,
  missingForSubmission,
  receivingSphere,
} from './extra-request';

const euro = (amount: number) => cents(Math.round(amount * 100));
const item = (changes: Partial<ExtraItem> = {}): ExtraItem => ({
  lineId: 'line-x',
  sphere: 'operating',
  appropriationCents: euro(500_000),
  grantedBeforeCents: euro(0),
  requestedCents: euro(350_000),
  ...changes,
});
const cover = (amount: number, lineId: string | null = 'line-a', changes: Partial<ExtraCover> = {}): ExtraCover => ({
  kind: 'less_spending',
  lineId,
  sphere: 'operating',
  amountCents: euro(amount),
  ...changes,
});
const request = (changes: Partial<ExtraRequest> = {}): ExtraRequest => ({
  items: [item()],
  covers: [cover(200_000), cover(150_000, 'line-b', { kind: 'more_revenue' })],
  substanceReason: 'Der Wartungsvertrag ist gekündigt worden.',
  timeReason: 'Ohne Ersatz steht der Betrieb ab Oktober.',
  isContinuedInvestment: false,
  ...changes,
});
const codes = (changes: Partial<ExtraRequest>) => missingForSubmission(request(changes)).map(({ code }) => code);

describe('the figures of the printed form', () => {
  it('T4a DS 15-00975-01: 1,722,100 of new funds, expense 975,600 and investment 746,500 apart', () => {
    const totals = extraTotals([
      item({ appropriationCents: euro(675_600), requestedCents: euro(300_000) }),
      item({
        lineId: 'line-y',
        sphere: 'investing',
        appropriationCents: euro(696_500),
        requestedCents: euro(50_000),
      }),
    ]);
    expect(totals.operating.newFundsCents).toBe(euro(975_600));
    expect(totals.investing.newFundsCents).toBe(euro(746_500));
    expect(totals.all).toEqual({
      appropriationCents: euro(1_372_100),
      grantedBeforeCents: 0,
      requestedCents: euro(350_000),
      newFundsCents: euro(1_722_100),
    });
  });

  it('T4b DS 24-23386: 4,300 + 163,200 = 167,500, over the plan', () => {
    const real = item({ appropriationCents: euro(4_300), requestedCents: euro(163_200) });
    expect(figuresOf(real).newFundsCents).toBe(euro(167_500));
    expect(extraKindOf(real)).toBe('over_plan');
  });

  it('T4c DS 19-11844: 0 + 0 already granted + 181,800 = 181,800, outside the plan', () => {
    const real = item({ appropriationCents: euro(0), requestedCents: euro(181_800) });
    expect(figuresOf(real)).toEqual({
      appropriationCents: 0,
      grantedBeforeCents: 0,
      requestedCents: euro(181_800),
      newFundsCents: euro(181_800),
    });
    expect(extraKindOf(real)).toBe('outside_plan');
  });

  it('what was granted before counts into the new funds, and does not make the purpose a planned one', () => {
    const again = item({ appropriationCents: euro(0), grantedBeforeCents: euro(20), requestedCents: euro(5) });
    expect(figuresOf(again).newFundsCents).toBe(euro(25));
    expect(extraKindOf(again)).toBe('outside_plan');
  });
});

describe('submitting', () => {
  it('T4d 350,000 = 200,000 less spending on A + 150,000 more revenue on B may be submitted', () => {
    const outcome = decideSubmission(request());
    expect(outcome.ok && outcome.value.all.requestedCents).toBe(euro(350_000));
  });

  it('T4d 349,999.99 is refused to the cent, and so is a cent too much', () => {
    for (const second of [149_999.99, 150_000.01]) {
      const covers = [cover(200_000), cover(second, 'line-b', { kind: 'more_revenue' })];
      expect(decideSubmission(request({ covers }))).toEqual({
        ok: false,
        refusal: {
          code: 'EXTRA_COVER_SUM',
          params: { requestedCents: euro(350_000), coverCents: euro(200_000 + second) },
        },
      });
    }
  });

  it.each<[string, Partial<ExtraRequest>, string]>([
    ['substance', { substanceReason: ' ' }, 'EXTRA_SUBSTANCE_REASON'],
    ['time', { timeReason: '' }, 'EXTRA_TIME_REASON'],
  ])('T4e without the reason of %s it cannot be submitted', (_, changes, code) => {
    expect(codes(changes)).toEqual([code]);
    expect(decideSubmission(request(changes))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('says everything that is missing, in the order of the form', () => {
    expect(codes({ substanceReason: '', timeReason: '', covers: [] })).toEqual([
      'EXTRA_SUBSTANCE_REASON',
      'EXTRA_TIME_REASON',
      'EXTRA_COVER_SUM',
    ]);
    expect(codes({ items: [], covers: [] })).toEqual(['EXTRA_EMPTY']);
  });

  it('takes no line twice and no line as its own cover', () => {
    expect(
      codes({ items: [item({ requestedCents: euro(200_000) }), item({ requestedCents: euro(150_000) })] }),
    ).toEqual(['EXTRA_LINE_TWICE']);
    expect(codes({ covers: [cover(200_000), cover(150_000)] })).toEqual(['EXTRA_LINE_TWICE']);
    expect(codes({ covers: [cover(350_000, 'line-x')] })).toEqual(['EXTRA_COVER_OWN_LINE']);
  });

  it('takes a draft that is not finished, but none without a line', () => {
    expect(decideDraft({ items: [item()], covers: [] })).toEqual({ ok: true, value: null });
    expect(decideDraft({ items: [], covers: [] })).toMatchObject({ refusal: { code: 'EXTRA_EMPTY' } });
  });

  it('R7 lets current funds cover investments, and investment funds never current spending', () => {
    const investing = { sphere: 'investing' as const };
    expect(codes({ items: [item(investing)] })).toEqual([]);
    expect(codes({ covers: [cover(200_000), cover(150_000, 'line-b', investing)] })).toEqual(['EXTRA_COVER_WALL']);
    const both = [
      item({ requestedCents: euro(200_000) }),
      item({ ...investing, lineId: 'y', requestedCents: euro(150_000) }),
    ];
    expect(codes({ items: both, covers: [cover(200_000), cover(150_000, 'line-b', investing)] })).toEqual([]);
  });

  it('§ 117 (2) covers from next year only what is asked for a continued investment', () => {
    const investing = [item({ sphere: 'investing' })];
    const next = (amount: number) => cover(amount, null, { kind: 'next_year', sphere: 'investing' });
    expect(codes({ items: investing, covers: [next(350_000)] })).toEqual(['EXTRA_COVER_NEXT_YEAR']);
    expect(codes({ items: investing, covers: [next(350_000)], isContinuedInvestment: true })).toEqual([]);
    expect(codes({ covers: [next(350_000)], isContinuedInvestment: true })).toEqual([
      'EXTRA_COVER_NEXT_YEAR',
      'EXTRA_COVER_WALL',
    ]);
    const currentNextYear = cover(350_000, null, { kind: 'next_year', sphere: 'operating' });
    expect(codes({ items: [item()], covers: [currentNextYear], isContinuedInvestment: true })).toContain(
      'EXTRA_COVER_WALL',
    );
    expect(codes({ isContinuedInvestment: true })).toEqual([]);
  });

  it('adds up the cover', () => {
    expect(coverCents(request().covers)).toBe(euro(350_000));
  });

  const line = (changes: Partial<ExtraLineNature> = {}): ExtraLineNature => ({
    direction: 'expense',
    sphere: 'operating',
    reserve: null,
    isArchived: false,
    ...changes,
  });

  it.each<[string, Partial<ExtraLineNature>, string | null]>([
    ['an expense', {}, 'operating'],
    ['an investment', { direction: 'payment', sphere: 'investing' }, 'investing'],
    ['financing', { direction: 'payment', sphere: 'financing' }, null],
    ['revenue', { direction: 'revenue' }, null],
    ['a line shut down', { isArchived: true }, null],
    ['R9 the contingency, which is never exceeded', { reserve: 'contingency' }, null],
    ['R9 discretionary funds, which are never exceeded', { reserve: 'discretionary' }, null],
  ])('more may be asked for on %s', (_, changes, side) => {
    expect(receivingSphere(line(changes))).toBe(side);
  });

  it.each<[string, Partial<ExtraLineNature>, string[]]>([
    ['an expense', {}, ['less_spending operating']],
    ['an investment', { direction: 'payment', sphere: 'investing' }, ['less_spending investing']],
    ['revenue', { direction: 'revenue' }, ['more_revenue operating']],
    ['a grant for investments', { direction: 'receipt', sphere: 'investing' }, ['more_revenue investing']],
    ['T9 the contingency', { reserve: 'contingency' }, ['contingency operating']],
    ['T9 discretionary funds', { reserve: 'discretionary' }, []],
    ['a line shut down', { isArchived: true }, []],
    ['an internal line', { direction: 'internal' }, []],
    ['a loan', { direction: 'receipt', sphere: 'financing' }, []],
  ])('the cover that %s may give', (_, changes, expected) => {
    const given = EXTRA_COVER_KINDS.flatMap((kind) => {
      const side = givingSphere(kind, line(changes));
      return side === null ? [] : [`${kind} ${side}`];
    });
    expect(given).toEqual(expected);
  });
});

describe('granting', () => {
  const place = (lineId: string, available: number, poolId: string | null = null): CoverPlace => ({
    lineId,
    poolId,
    availableCents: euro(available),
  });

  it('T4d gives 350,000 to the line and locks 200,000 on A at once; more revenue locks nothing', () => {
    expect(decideGrant(request(), [place('line-a', 200_000)])).toEqual({
      ok: true,
      value: [
        { lineId: 'line-x', kind: 'over_plan', amountCents: euro(350_000) },
        { lineId: 'line-a', kind: 'lock', amountCents: euro(200_000) },
      ],
    });
  });

  it('locks the contingency line as well, and nothing for next year', () => {
    const covers = [
      cover(100, 'reserve', { kind: 'contingency' }),
      cover(50, null, { kind: 'next_year', sphere: 'investing' }),
    ];
    const outcome = decideGrant({ items: [item({ appropriationCents: euro(0) })], covers }, [place('reserve', 100)]);
    expect(outcome.ok && outcome.value.map(({ kind }) => kind)).toEqual(['outside_plan', 'lock']);
  });

  it('T4d is refused when the cover has gone meanwhile, and says how much is missing', () => {
    expect(decideGrant(request(), [place('line-a', 199_999.99)])).toEqual({
      ok: false,
      refusal: {
        code: 'EXTRA_COVER_GONE',
        params: {
          lineId: 'line-a',
          availableCents: euro(199_999.99),
          neededCents: euro(200_000),
          missingCents: 1,
        },
      },
    });
  });

  it('R6 in a pool what the pool has left counts for all its lines together', () => {
    const covers = [cover(20_000, 'line-a'), cover(10_000, 'line-b')];
    const asked = { items: [item({ requestedCents: euro(30_000) })], covers };
    const pool = (left: number) => [place('line-a', left, 'pool'), place('line-b', left, 'pool')];
    expect(decideGrant(asked, pool(30_000)).ok).toBe(true);
    expect(decideGrant(asked, pool(29_999.99))).toMatchObject({
      refusal: { params: { lineId: 'line-b', neededCents: euro(30_000), missingCents: 1 } },
    });
    expect(decideGrant(asked, [place('line-a', 20_000), place('line-b', 10_000)]).ok).toBe(true);
  });

  it('never guesses about a line that nothing is known of', () => {
    expect(() => decideGrant(request(), [])).toThrow('line-a');
  });
});
