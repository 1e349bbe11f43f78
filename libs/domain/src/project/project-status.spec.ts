import { cents } from '../shared/cents';
import { type EarnedValue, earnedValueOfSums } from './earned-value';
import { differsFromRule, type StatusFacts, statusByRule } from './project-status';

const earned = (earnedValueCents: number, plannedValueCents: number, actualCents: number): EarnedValue =>
  earnedValueOfSums({
    bacCents: cents(1_000),
    plannedValueCents: cents(plannedValueCents),
    earnedValueCents: cents(earnedValueCents),
    actualCents: cents(actualCents),
  });
const facts = (changes: Partial<StatusFacts> = {}): StatusFacts => ({
  earned: earned(100, 100, 100),
  hasMilestones: true,
  slipDays: 0,
  isOverdrawn: false,
  ...changes,
});

describe('the status by rule', () => {
  it.each<[string, Partial<StatusFacts>, string, string[]]>([
    ['all is well', {}, 'green', []],
    ['CPI 0.95 is still green', { earned: earned(95, 95, 100) }, 'green', []],
    ['CPI 0.94', { earned: earned(94, 94, 100) }, 'yellow', ['cost']],
    ['CPI 0.85', { earned: earned(85, 85, 100) }, 'yellow', ['cost']],
    ['CPI 0.84', { earned: earned(84, 84, 100) }, 'red', ['cost']],
    ['T25 CPI 0.8571 and SPI 0.75', { earned: earned(180, 240, 210) }, 'red', ['schedule', 'cost']],
    ['31 days late', { slipDays: 31 }, 'yellow', ['slip']],
    ['30 days late', { slipDays: 30 }, 'green', []],
    ['91 days late', { slipDays: 91 }, 'red', ['slip']],
    ['90 days late', { slipDays: 90 }, 'yellow', ['slip']],
    ['a line is overdrawn', { isOverdrawn: true }, 'red', ['money']],
    ['without a baseline nobody can tell', { earned: null }, 'unknown', ['no_baseline']],
    ['nor without milestones', { hasMilestones: false }, 'unknown', ['no_milestones']],
    ['but an overdrawn line is red all the same', { earned: null, isOverdrawn: true }, 'red', ['money', 'no_baseline']],
    ['nothing spent and nothing due', { earned: earned(0, 0, 0) }, 'green', []],
  ])('%s', (_, changes, status, reasons) => {
    const ruled = statusByRule(facts(changes));
    expect([ruled.status, ruled.findings.map(({ reason }) => reason)]).toEqual([status, reasons]);
  });
});

it.each([
  ['red', 'green', true],
  ['green', 'green', false],
  ['green', 'yellow', true],
  ['unknown', 'green', false],
  ['red', null, false],
] as const)('the rule says %s, a person %s: they differ %s', (ruled, judged, expected) => {
  expect(differsFromRule(ruled, judged)).toBe(expected);
});
