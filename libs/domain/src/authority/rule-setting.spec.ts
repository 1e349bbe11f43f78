import { cents } from '../shared/cents';
import { EXAMPLE_PAPER_RULES } from '../demand/paper-rules';
import { fiscalYear } from '../shared/fiscal-year';
import {
  decideRuleSetting,
  EXTRA_KINDS,
  EXTRA_SPHERES,
  type ExtraThreshold,
  isExampleValue,
  isRuleSettingKey,
  isRuleValue,
  RULE_SETTING_KEYS,
  RULE_SETTINGS,
  type RuleSettingKey,
  type RuleSettingVersion,
  ruleSettingsOf,
} from './rule-setting';

const year = fiscalYear;
const decided = (key: RuleSettingKey, validFrom: number, value: unknown, recordedAt = '1'): RuleSettingVersion => ({
  key,
  validFrom: year(validFrom),
  value,
  recordedAt,
});
const thresholds = (change: Partial<ExtraThreshold> = {}): ExtraThreshold[] =>
  EXTRA_KINDS.flatMap((kind) =>
    EXTRA_SPHERES.map((sphere) => ({
      kind,
      sphere,
      mayorUpToCents: cents(5_000_000),
      committeeUpToCents: cents(20_000_000),
      isCumulative: false,
      ...change,
    })),
  );

describe('the table of local thresholds', () => {
  it('has for every setting a default that the rule itself accepts, a source and a mark', () => {
    for (const key of RULE_SETTING_KEYS) {
      expect(RULE_SETTINGS[key].key).toBe(key);
      expect(isRuleValue(key, RULE_SETTINGS[key].defaultValue)).toBe(true);
      expect(RULE_SETTINGS[key].source).not.toBe('');
    }
  });

  it('begins as the law and the office expect: warnings and exceptions off, finance looks at transfers', () => {
    expect(ruleSettingsOf([], year(2026))).toMatchObject({
      oneWayInvestmentLimitCents: null,
      headTransferNeedsFinance: true,
      commitmentSliceStrictness: 'warn',
      oneTwelfthWarning: false,
    });
  });

  it('T5 begins with 100,000.00 for the mayor on each side, cumulative, then the council', () => {
    const { extraThresholds } = ruleSettingsOf([], year(2026));
    expect(extraThresholds.map(({ kind, sphere }) => `${kind} ${sphere}`)).toEqual([
      'over_plan operating',
      'over_plan investing',
      'outside_plan operating',
      'outside_plan investing',
    ]);
    expect(new Set(extraThresholds.map(({ mayorUpToCents }) => mayorUpToCents))).toEqual(new Set([10_000_000]));
    expect(extraThresholds.every(({ isCumulative }) => isCumulative)).toBe(true);
    expect(extraThresholds.every(({ committeeUpToCents }) => committeeUpToCents === null)).toBe(true);
  });

  it('calls everything an example that was not read in the text itself', () => {
    expect((['V', 'V2', 'P', 'G'] as const).map(isExampleValue)).toEqual([false, true, true, true]);
  });

  it('knows its keys and no others', () => {
    expect(isRuleSettingKey('oneTwelfthWarning')).toBe(true);
    expect(isRuleSettingKey('toString')).toBe(false);
    expect(isRuleSettingKey(7)).toBe(false);
  });
});

describe('the settings of a year', () => {
  const versions = [
    decided('oneWayInvestmentLimitCents', 2027, 1_000_000),
    decided('oneTwelfthWarning', 2026, true),
    decided('oneTwelfthWarning', 2026, false, '2'),
    decided('commitmentSliceStrictness', 2024, 'block'),
    decided('commitmentSliceStrictness', 2026, 'warn', '0'),
  ];

  it('are those decided for it; a later decision leaves old years as they were', () => {
    expect(ruleSettingsOf(versions, year(2025))).toMatchObject({
      oneWayInvestmentLimitCents: null,
      commitmentSliceStrictness: 'block',
    });
    expect(ruleSettingsOf(versions, year(2027))).toMatchObject({
      oneWayInvestmentLimitCents: 1_000_000,
      commitmentSliceStrictness: 'warn',
    });
  });

  it('follow the decision recorded last where two were made for one year, in whatever order they come', () => {
    expect(ruleSettingsOf(versions, year(2026)).oneTwelfthWarning).toBe(false);
    expect(ruleSettingsOf([...versions].reverse(), year(2026)).oneTwelfthWarning).toBe(false);
  });

  it('are never guessed: a stored value that cannot be read is a fault', () => {
    expect(() => ruleSettingsOf([decided('oneTwelfthWarning', 2026, 'ja')], year(2026))).toThrow('oneTwelfthWarning');
  });
});

describe('deciding on a setting', () => {
  const decide = (key: RuleSettingKey, validFrom: number, value: unknown) =>
    decideRuleSetting({ key, validFrom: year(validFrom), value }, year(2026));

  it('holds from the running year or a later one; a past year replays as it was', () => {
    expect(decide('oneTwelfthWarning', 2026, true)).toEqual({ ok: true, value: true });
    expect(decide('oneTwelfthWarning', 2027, true).ok).toBe(true);
    expect(decide('oneTwelfthWarning', 2025, true)).toEqual({
      ok: false,
      refusal: { code: 'RULE_YEAR_PAST', params: { validFrom: 2025, firstYear: 2026 } },
    });
  });

  it.each<[string, RuleSettingKey, unknown, boolean]>([
    ['a table of thresholds', 'extraThresholds', thresholds(), true],
    ['the council above the mayor', 'extraThresholds', thresholds({ committeeUpToCents: null }), true],
    ['the mayor never', 'extraThresholds', thresholds({ mayorUpToCents: cents(0) }), true],
    ['the same limit for both', 'extraThresholds', thresholds({ committeeUpToCents: cents(5_000_000) }), true],
    ['the committee below the mayor', 'extraThresholds', thresholds({ committeeUpToCents: cents(4_999_999) }), false],
    ['a row missing', 'extraThresholds', thresholds().slice(1), false],
    ['a row twice', 'extraThresholds', thresholds({ kind: 'over_plan' }), false],
    ['another kind', 'extraThresholds', thresholds({ kind: 'earmark' as never }), false],
    ['another side', 'extraThresholds', thresholds({ sphere: 'financing' as never }), false],
    ['a negative limit', 'extraThresholds', thresholds({ mayorUpToCents: -1 as never }), false],
    ['a limit with fractions', 'extraThresholds', thresholds({ mayorUpToCents: 0.5 as never }), false],
    ['too much', 'extraThresholds', thresholds({ committeeUpToCents: 1_000_000_000_000 as never }), false],
    ['not said whether cumulative', 'extraThresholds', thresholds({ isCumulative: undefined as never }), false],
    ['something besides', 'extraThresholds', thresholds({ note: 'x' } as never), false],
    ['no table', 'extraThresholds', 'x', false],
    ['rows that are none', 'extraThresholds', [null, null, null, null], false],
    ['rows of text', 'extraThresholds', ['a', 'b', 'c', 'd'], false],
    [
      'limits of a status',
      'projectStatus',
      { yellowBelow: 9000, redBelow: 8000, yellowSlipDays: 14, redSlipDays: 60 },
      true,
    ],
    [
      'yellow and red at once',
      'projectStatus',
      { yellowBelow: 9000, redBelow: 9000, yellowSlipDays: 0, redSlipDays: 0 },
      true,
    ],
    [
      'red before yellow by rate',
      'projectStatus',
      { yellowBelow: 8000, redBelow: 9000, yellowSlipDays: 14, redSlipDays: 60 },
      false,
    ],
    [
      'red before yellow by days',
      'projectStatus',
      { yellowBelow: 9000, redBelow: 8000, yellowSlipDays: 61, redSlipDays: 60 },
      false,
    ],
    ['a limit of a status missing', 'projectStatus', { yellowBelow: 9000, redBelow: 8000, yellowSlipDays: 14 }, false],
    ['rules for papers', 'investmentPapers', EXAMPLE_PAPER_RULES, true],
    ['another threshold', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, comparisonFromCents: 30_000_000 }, true],
    ['no discount', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, rateBasisPoints: 0 }, true],
    ['a threshold of nothing', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, comparisonFromCents: 0 }, false],
    ['no months of use', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, deviceMonths: 0 }, false],
    ['months of a century', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, suppliesMonths: 601 }, false],
    ['a rate above the whole', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, rateBasisPoints: 10_001 }, false],
    ['months as text', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, licenceMonths: '36' }, false],
    ['something beside the papers', 'investmentPapers', { ...EXAMPLE_PAPER_RULES, note: '' }, false],
    ['no papers', 'investmentPapers', null, false],
    ['a limit', 'oneWayInvestmentLimitCents', 1_000_000, true],
    ['no exception', 'oneWayInvestmentLimitCents', null, true],
    ['a limit of nothing', 'oneWayInvestmentLimitCents', 0, false],
    ['a limit as text', 'oneWayInvestmentLimitCents', '1000', false],
    ['a day', 'projectReportDays', 1, true],
    ['a year of days', 'projectReportDays', 365, true],
    ['no day', 'projectReportDays', 0, false],
    ['more than a year of days', 'projectReportDays', 366, false],
    ['half a day', 'projectReportDays', 1.5, false],
    ['yes', 'headTransferNeedsFinance', true, true],
    ['perhaps', 'headTransferNeedsFinance', 'yes', false],
    ['warn', 'commitmentSliceStrictness', 'warn', true],
    ['block', 'commitmentSliceStrictness', 'block', true],
    ['ask', 'commitmentSliceStrictness', 'ask', false],
  ])('%s', (_, key, value, isSound) => {
    const outcome = decide(key, 2026, value);
    expect(outcome.ok).toBe(isSound);
    if (!outcome.ok) expect(outcome.refusal).toEqual({ code: 'RULE_VALUE', params: { key } });
  });
});
