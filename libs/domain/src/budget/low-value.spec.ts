import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import {
  burdenOf,
  classifyDevice,
  isLowValueSetting,
  type LimitAnswer,
  lowValueRuleOf,
  type LowValueSetting,
} from './low-value';

const RULE_2026 = lowValueRuleOf(fiscalYear(2026), null);
const facts = (netUnitCents: number, more: object = {}) => ({
  netUnitCents: cents(netUnitCents),
  isStandalone: true,
  answer: null,
  ...more,
});

describe('T19 expense or investment', () => {
  it('T19 40 notebooks at 990.00 net are expense and take 47,124.00 gross', () => {
    expect(classifyDevice(facts(99_000), RULE_2026)).toEqual({ as: 'expense', reason: 'within', account: '422220' });
    expect(burdenOf(40, cents(99_000), 1900)).toEqual({ netCents: 3_960_000, grossCents: 4_712_400 });
    expect(burdenOf(1, cents(99_000), 1900).grossCents).toBe(117_810);
  });

  it('T19 40 notebooks at 1,010.00 net are an investment and take 48,076.00 gross', () => {
    expect(classifyDevice(facts(101_000), RULE_2026)).toMatchObject({ as: 'investment', reason: 'above' });
    expect(burdenOf(40, cents(101_000), 1900).grossCents).toBe(4_807_600);
  });

  it('T19 the net price is tested, not the gross one: 850.00 net is 1,011.50 gross and still expense', () => {
    expect(burdenOf(1, cents(85_000), 1900).grossCents).toBe(101_150);
    expect(classifyDevice(facts(85_000), RULE_2026).as).toBe('expense');
  });

  it('T19 the rule is dated: in 2015 the range began at 150.00 and stood on an investment account', () => {
    const rule = lowValueRuleOf(fiscalYear(2015), null);
    expect(classifyDevice(facts(20_000), rule)).toEqual({ as: 'investment', reason: 'within', account: '783125' });
    expect(classifyDevice(facts(20_000), RULE_2026)).toMatchObject({ as: 'expense', reason: 'below' });
  });

  it.each([
    [25_000, 'lower_limit'],
    [100_000, 'upper_limit'],
  ])('T19 %i cents lie on a limit: asked, never guessed, until finance answers', (price, reason) => {
    expect(classifyDevice(facts(price), RULE_2026)).toEqual({ as: 'ask', reason, account: null });
    expect(classifyDevice(facts(price, { answer: 'expense' }), RULE_2026)).toMatchObject({
      as: 'expense',
      reason: 'answered',
    });
  });

  it.each<[LimitAnswer, LimitAnswer, number, string]>([
    ['within', 'ask', 25_000, 'within'],
    ['outside', 'ask', 25_000, 'below'],
    ['ask', 'within', 100_000, 'within'],
    ['ask', 'outside', 100_000, 'above'],
    ['outside', 'outside', 25_001, 'within'],
    ['outside', 'outside', 99_999, 'within'],
  ])('once the city has said that its limits are %s and %s, %i cents are %s', (lower, upper, price, reason) => {
    expect(classifyDevice(facts(price), { ...RULE_2026, lower, upper }).reason).toBe(reason);
  });

  it('T19 a dock cannot be used on its own: whatever it costs, it is asked', () => {
    for (const price of [20_000, 25_000, 60_000, 200_000]) {
      expect(classifyDevice(facts(price, { isStandalone: false }), RULE_2026)).toEqual({
        as: 'ask',
        reason: 'not_standalone',
        account: null,
      });
    }
    expect(classifyDevice(facts(20_000, { isStandalone: false, answer: 'investment' }), RULE_2026).as).toBe(
      'investment',
    );
  });
});

describe('a rule of the city', () => {
  const own: LowValueSetting = { ...RULE_2026, fromNetCents: cents(80_000), lower: 'within', upper: 'within' };

  it('stands before the example of the law', () => {
    expect(lowValueRuleOf(fiscalYear(2026), own)).toBe(own);
    expect(RULE_2026).toMatchObject({ lower: 'ask', upper: 'ask', fromNetCents: 25_000 });
    expect(isLowValueSetting(own)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 25_000],
    ['a range from the top', { ...own, fromNetCents: 100_000 }],
    ['half a cent', { ...own, fromNetCents: 0.5 }],
    ['less than nothing', { ...own, fromNetCents: -1 }],
    ['a third side', { ...own, budgetedAs: 'ask' }],
    ['an account of words', { ...own, exampleAccount: 'Konto 4' }],
    ['an account without end', { ...own, exampleAccount: '4'.repeat(21) }],
    ['an unknown answer', { ...own, upper: 'maybe' }],
    ['an unknown answer below', { ...own, lower: null }],
    ['something more', { ...own, more: 1 }],
  ])('is not %s', (_case, value) => expect(isLowValueSetting(value)).toBe(false));
});
