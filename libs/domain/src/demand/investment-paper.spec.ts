import { cents, MAX_AMOUNT_CENTS } from '../shared/cents';
import type { AccountingDuty } from './accounting';
import { EMPTY_PAPER, type InvestmentPaper, netPresentValue, type PaperGap, paperGaps } from './investment-paper';
import { EXAMPLE_PAPER_RULES, isInvestmentPaperRules, lifeMonthsOf } from './paper-rules';

describe('R18 what is missing before an investment is decided on', () => {
  const comparison: AccountingDuty = {
    code: 'comparison',
    investmentCents: cents(52_000_000),
    fromCents: cents(50_000_000),
  };
  const followUp: AccountingDuty = { code: 'follow_up', investmentCents: cents(4_500_000) };
  const flowsCents = [cents(-52_000_000), cents(15_000_000)];
  const [buy, rent] = [
    { name: 'Kauf', flowsCents },
    { name: 'Miete', flowsCents },
  ];
  const whole: InvestmentPaper = {
    alternatives: [buy, rent],
    recommendation: 'Kauf',
    followUpCents: cents(2_000_000),
    followUpReason: '',
  };

  it.each<[string, readonly AccountingDuty[], Partial<InvestmentPaper>, PaperGap[]]>([
    ['a comparison of two', [comparison], {}, []],
    ['one alternative alone', [comparison], { alternatives: [buy] }, ['alternatives']],
    ['a second one without a name', [comparison], { alternatives: [buy, { ...rent, name: ' ' }] }, ['alternatives']],
    ['flows of one of two', [comparison], { alternatives: [buy, { ...rent, flowsCents: [] }] }, ['flows']],
    [
      'a third one begun without a name and flows',
      [comparison],
      { alternatives: [buy, rent, { name: '', flowsCents: [] }] },
      [],
    ],
    ['no recommendation', [comparison], { recommendation: '' }, ['recommendation']],
    [
      'no recommendation, where one has no name either',
      [comparison],
      { alternatives: [buy, rent, { name: '', flowsCents }], recommendation: '' },
      ['recommendation'],
    ],
    ['follow-up costs beside a comparison', [comparison], { followUpCents: null }, ['follow_up']],
    ['below the limit no alternatives', [followUp], { alternatives: [], recommendation: '' }, []],
    ['below the limit the follow-up costs', [followUp], { followUpCents: null }, ['follow_up']],
    [
      'none at all, without a reason',
      [followUp],
      { followUpCents: cents(0), followUpReason: ' ' },
      ['follow_up_reason'],
    ],
    ['none at all, with one', [followUp], { followUpCents: cents(0), followUpReason: 'Wartung im Preis' }, []],
    ['some, without a reason', [followUp], { followUpCents: cents(1) }, []],
    ['no investment', [], { ...EMPTY_PAPER, followUpCents: cents(0) }, []],
    [
      'an order that binds later years',
      [
        { code: 'bound_years', slices: [] },
        { code: 'commitment_authority', slices: [] },
      ],
      EMPTY_PAPER,
      [],
    ],
  ])('%s', (_case, duties, changes, gaps) => {
    expect(paperGaps({ ...whole, ...changes }, duties)).toEqual(gaps);
  });

  it.each([
    ['this year is not discounted', [100], 300, 100],
    ['103 in a year are 100 today', [100, 103], 300, 200],
    ['without a rate flows are summed', [-500, 200, 200, 200], 0, 100],
    ['half a cent counts as one', [0, 1], 10_000, 1],
    ['also one that is paid', [0, -1], 10_000, -1],
    ['less than half counts as none', [0, 0, 1], 10_000, 0],
    ['also of one that is paid', [0, 0, -1], 10_000, 0],
  ])('T18 net present value: %s', (_case, flows, rate, value) => {
    expect(netPresentValue(flows.map(cents), rate)).toBe(value);
  });
});

describe('the rules that papers are judged by', () => {
  const least = { comparisonFromCents: 1, rateBasisPoints: 0, deviceMonths: 1, licenceMonths: 1, suppliesMonths: 1 };
  const most = {
    comparisonFromCents: MAX_AMOUNT_CENTS,
    rateBasisPoints: 10_000,
    deviceMonths: 600,
    licenceMonths: 600,
    suppliesMonths: 600,
  };

  it('until the city decides: half a million, three percent, five years for devices and supplies, three for licences', () => {
    expect(EXAMPLE_PAPER_RULES).toEqual({
      comparisonFromCents: 50_000_000,
      rateBasisPoints: 300,
      deviceMonths: 60,
      licenceMonths: 36,
      suppliesMonths: 60,
    });
  });

  it.each([
    ['the example', EXAMPLE_PAPER_RULES],
    ['the least of each', least],
    ['the most of each', most],
  ])('takes %s', (_case, rules) => {
    expect(isInvestmentPaperRules(rules)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a word', 'fünf Jahre'],
    ['an empty set', {}],
    ['a rule of its own', { ...least, chairMonths: 1 }],
    ['a limit of nothing', { ...least, comparisonFromCents: 0 }],
    ['a limit above all amounts', { ...most, comparisonFromCents: MAX_AMOUNT_CENTS + 1 }],
    ['a rate below zero', { ...least, rateBasisPoints: -1 }],
    ['a rate above 100 %', { ...most, rateBasisPoints: 10_001 }],
    ['a rate as text', { ...least, rateBasisPoints: '300' }],
    ['half a month', { ...least, deviceMonths: 1.5 }],
    ...(['deviceMonths', 'licenceMonths', 'suppliesMonths'] as const).flatMap((key): [string, unknown][] => [
      [`${key} of none`, { ...least, [key]: 0 }],
      [`${key} of more than fifty years`, { ...most, [key]: 601 }],
      [`no ${key}`, { ...least, [key]: undefined }],
    ]),
  ])('refuses %s', (_case, rules) => {
    expect(isInvestmentPaperRules(rules)).toBe(false);
  });

  it('gives each kind its own months, and none to what is not bought to be used', () => {
    const rules = { ...EXAMPLE_PAPER_RULES, deviceMonths: 48, licenceMonths: 24, suppliesMonths: 12 };
    expect(lifeMonthsOf(rules)).toEqual({ device: 48, licence: 24, supplies: 12 });
  });
});
