import { cents, sumCents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import type { HardwareFrame, RecordedDecision } from './frame-wall';
import {
  checkKeyUse,
  checkSplitParts,
  decideKeyChange,
  frameShare,
  isMixedKey,
  splitByKey,
  type SplitPart,
} from './split-key';

const TODAY = plainDate('2026-10-05');
const part = (
  zone: SplitPart['zone'],
  shareBasisPoints: number,
  frame: HardwareFrame = zone === 'education' ? 'SCHOOL_NET' : 'CORE',
): SplitPart => ({ zone, frame, shareBasisPoints });
const CORE_SWITCH = [part('administration', 4_550), part('education', 3_500), part('telephony', 1_950)];
const DECISION: RecordedDecision = {
  decidedOn: plainDate('2026-03-10'),
  body: 'Verwaltungsausschuss',
  document: 'DS 26-30111',
};

describe('split keys sum to exactly 100.00 %', () => {
  it.each<[string, readonly SplitPart[], object | null]>([
    ['exactly', CORE_SWITCH, null],
    [
      'a hundredth too little',
      [part('administration', 4_999), part('education', 5_000)],
      { code: 'SPLIT_SHORT', params: { sumBasisPoints: 9_999, missingBasisPoints: 1 } },
    ],
    [
      'half a percent too much',
      [part('administration', 5_050), part('education', 5_000)],
      { code: 'SPLIT_OVER', params: { sumBasisPoints: 10_050, excessBasisPoints: 50 } },
    ],
    ['one part only', [part('administration', 10_000)], { code: 'SPLIT_PARTS' }],
    ['a share of nothing', [part('administration', 10_000), part('education', 0)], { code: 'SPLIT_SHARE' }],
    ['a share below nothing', [part('administration', 11_000), part('education', -1_000)], { code: 'SPLIT_SHARE' }],
    ['half a hundredth', [part('administration', 9_999.5), part('education', 0.5)], { code: 'SPLIT_SHARE' }],
    [
      'the same network of a frame twice',
      [part('administration', 5_000), part('administration', 5_000)],
      { code: 'SPLIT_PART_TWICE' },
    ],
    ['a network from both frames', [part('telephony', 5_000), part('telephony', 5_000, 'SCHOOL_NET')], null],
  ])('%s', (_case, parts, refusal) => {
    const outcome = checkSplitParts(parts);
    if (refusal === null) expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ ok: false, refusal });
  });

  it('splits 10,000.01 to the cent, the largest remainder first', () => {
    const amounts = splitByKey(cents(1_000_001), CORE_SWITCH).map(({ amountCents }) => amountCents);
    expect(amounts).toEqual([455_001, 350_000, 195_000]);
  });

  it.each([1, 2, 3, 99, 100, 4_712_400, 123_456_789])('the parts of %i cents are the whole', (amount) => {
    const thirds = [part('administration', 3_333), part('education', 3_333), part('telephony', 3_334)];
    expect(sumCents(splitByKey(cents(amount), thirds).map(({ amountCents }) => amountCents))).toBe(amount);
  });
});

describe('a key over both frames', () => {
  it('is known by its frames', () => {
    expect(isMixedKey(CORE_SWITCH)).toBe(true);
    expect(isMixedKey([part('administration', 5_000), part('building', 5_000)])).toBe(false);
    expect([frameShare(CORE_SWITCH, 'CORE'), frameShare(CORE_SWITCH, 'SCHOOL_NET')]).toEqual([6_500, 3_500]);
  });

  it('splits nothing before the decision is recorded', () => {
    expect(checkKeyUse({ parts: CORE_SWITCH, decision: null })).toEqual({
      ok: false,
      refusal: { code: 'SPLIT_DECISION_NEEDED', params: {} },
    });
    expect(checkKeyUse({ parts: CORE_SWITCH, decision: DECISION }).ok).toBe(true);
    const oneFrame = [part('administration', 5_000), part('building', 5_000)];
    expect(checkKeyUse({ parts: oneFrame, decision: null }).ok).toBe(true);
  });

  const codeOf = (outcome: ReturnType<typeof decideKeyChange>): string => (outcome.ok ? 'ok' : outcome.refusal.code);
  const before = { parts: CORE_SWITCH, decision: DECISION };

  it('may be drawn up without a decision, but not lose it while it is used', () => {
    expect(codeOf(decideKeyChange(null, { parts: CORE_SWITCH, decision: null }, false, TODAY))).toBe('ok');
    expect(codeOf(decideKeyChange(before, { parts: CORE_SWITCH, decision: null }, true, TODAY))).toBe(
      'SPLIT_DECISION_NEEDED',
    );
  });

  it('needs another decision for other shares between the frames, and none for other shares within them', () => {
    const toSchools = [part('administration', 4_050), part('education', 4_000), part('telephony', 1_950)];
    const within = [part('administration', 4_000), part('education', 3_500), part('telephony', 2_500)];
    expect(codeOf(decideKeyChange(before, { parts: toSchools, decision: DECISION }, true, TODAY))).toBe(
      'SPLIT_DECISION_OLD',
    );
    const later = { ...DECISION, decidedOn: plainDate('2026-09-01') };
    expect(codeOf(decideKeyChange(before, { parts: toSchools, decision: later }, true, TODAY))).toBe('ok');
    expect(codeOf(decideKeyChange(before, { parts: within, decision: DECISION }, true, TODAY))).toBe('ok');
  });

  it('knows no decision of tomorrow', () => {
    const tomorrow = { ...DECISION, decidedOn: plainDate('2026-10-06') };
    expect(codeOf(decideKeyChange(null, { parts: CORE_SWITCH, decision: tomorrow }, false, TODAY))).toBe(
      'DECISION_DATE',
    );
    expect(codeOf(decideKeyChange(null, { parts: [CORE_SWITCH[0] as SplitPart], decision: null }, false, TODAY))).toBe(
      'SPLIT_PARTS',
    );
  });
});
