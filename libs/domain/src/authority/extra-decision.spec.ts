import { cents } from '../shared/cents';
import {
  countedCents,
  decideExtraDecision,
  decideExtraStep,
  EXTRA_DECIDERS,
  type ExtraDecision,
  type ExtraLevel,
  type ExtraStep,
  levelOfItem,
  maySettle,
  requiredLevel,
} from './extra-decision';
import { EXTRA_STATES, type ExtraItem, type ExtraState } from './extra-request';
import { EXTRA_KINDS, EXTRA_SPHERES, type ExtraThreshold, RULE_SETTINGS } from './rule-setting';

const euro = (amount: number) => cents(Math.round(amount * 100));
const item = (requested: number, before = 0, changes: Partial<ExtraItem> = {}): ExtraItem => ({
  lineId: 'line-x',
  sphere: 'operating',
  appropriationCents: euro(500_000),
  grantedBeforeCents: euro(before),
  requestedCents: euro(requested),
  ...changes,
});
const EXAMPLE = RULE_SETTINGS.extraThresholds.defaultValue;
const local = (changes: Partial<ExtraThreshold>): ExtraThreshold[] =>
  EXTRA_KINDS.flatMap((kind) => EXTRA_SPHERES.map((sphere) => ({ ...EXAMPLE[0]!, kind, sphere, ...changes })));

describe('who decides', () => {
  it('T5 threshold 100,000 cumulative: 80,000 by the mayor, later 40,000 on the same line = 120,000 by the council', () => {
    expect(requiredLevel([item(80_000)], EXAMPLE)).toBe('mayor');
    expect(countedCents(item(40_000, 80_000), { isCumulative: true })).toBe(euro(120_000));
    expect(requiredLevel([item(40_000, 80_000)], EXAMPLE)).toBe('council');
  });

  it.each<[number, number, ExtraLevel]>([
    [100_000, 0, 'mayor'],
    [100_000.01, 0, 'council'],
    [20_000, 80_000, 'mayor'],
    [20_000.01, 80_000, 'council'],
  ])('%d with %d granted before: %s', (requested, before, level) => {
    expect(levelOfItem(item(requested, before), EXAMPLE)).toBe(level);
  });

  it('looks at each request by itself where the city does not cumulate', () => {
    expect(requiredLevel([item(40_000, 80_000)], local({ isCumulative: false }))).toBe('mayor');
  });

  it('knows the committee between the two where the city has one', () => {
    const withCommittee = local({ committeeUpToCents: euro(250_000) });
    expect([100_000, 100_000.01, 250_000, 250_000.01].map((sum) => levelOfItem(item(sum), withCommittee))).toEqual([
      'mayor',
      'committee',
      'committee',
      'council',
    ]);
  });

  it('reads the row of the kind and side that the line has', () => {
    const table = local({}).map((row) =>
      row.kind === 'outside_plan' && row.sphere === 'investing' ? { ...row, mayorUpToCents: euro(10) } : row,
    );
    const outside = { appropriationCents: euro(0) };
    expect(levelOfItem(item(11, 0, { ...outside, sphere: 'investing' }), table)).toBe('council');
    expect(levelOfItem(item(11, 0, outside), table)).toBe('mayor');
    expect(levelOfItem(item(11, 0, { sphere: 'investing' }), table)).toBe('mayor');
    expect(levelOfItem(item(11), [])).toBe('council');
  });

  it('is the highest level that any line of the request needs', () => {
    expect(requiredLevel([item(10), item(100_001), item(10)], EXAMPLE)).toBe('council');
    expect(requiredLevel([], EXAMPLE)).toBe('mayor');
  });

  it('a higher level may always decide; an urgent decision stands in for committee and council only', () => {
    const settling = (required: ExtraLevel) => EXTRA_DECIDERS.filter((decider) => maySettle(decider, required));
    expect(settling('mayor')).toEqual(['mayor', 'committee', 'council']);
    expect(settling('committee')).toEqual(['committee', 'council', 'urgent_decision']);
    expect(settling('council')).toEqual(['council', 'urgent_decision']);
  });
});

describe('the way of a request', () => {
  const take = (state: ExtraState, step: ExtraStep, by = 'somebody', reason = 'Deckung fehlt') =>
    decideExtraStep({ state, submittedBy: 'head' }, { step, by, reason });

  it('is one table: every step from every state', () => {
    const table = Object.fromEntries(
      (['submit', 'examine', 'return', 'withdraw'] as const).map((step) => [
        step,
        EXTRA_STATES.flatMap((state) => {
          const outcome = take(state, step);
          return outcome.ok ? [`${state} > ${outcome.value}`] : [];
        }),
      ]),
    );
    expect(table).toEqual({
      submit: ['draft > submitted'],
      examine: ['submitted > examined'],
      return: ['submitted > draft', 'examined > draft'],
      withdraw: ['draft > withdrawn', 'submitted > withdrawn', 'examined > withdrawn'],
    });
    expect(take('granted', 'withdraw')).toMatchObject({ refusal: { code: 'STEP_NOT_ALLOWED' } });
  });

  it('nobody examines what they submitted', () => {
    expect(take('submitted', 'examine', 'head')).toMatchObject({ refusal: { code: 'FOUR_EYES' } });
    expect(take('submitted', 'return', 'head').ok).toBe(true);
  });

  it('sending it back needs a reason, withdrawing does not', () => {
    expect(take('submitted', 'return', 'finance', ' ')).toMatchObject({ refusal: { code: 'EXTRA_STEP_REASON' } });
    expect(take('submitted', 'withdraw', 'head', '').ok).toBe(true);
  });
});

describe('recording a decision', () => {
  const decision: ExtraDecision = {
    isGranted: true,
    decider: 'council',
    decidedOn: '2026-10-05',
    document: 'DS 26-31007',
  };
  const record = (
    changes: Partial<ExtraDecision> = {},
    state: ExtraState = 'examined',
    confirmedBy: string | null = null,
    required: ExtraLevel = 'council',
  ) =>
    decideExtraDecision(
      { state, submittedBy: 'head', required },
      { ...decision, ...changes },
      { today: '2026-10-05', confirmedBy },
    );

  it('grants or refuses an examined request, and nothing else', () => {
    expect(record()).toEqual({ ok: true, value: 'granted' });
    expect(record({ isGranted: false })).toEqual({ ok: true, value: 'refused' });
    for (const state of EXTRA_STATES.filter((one) => one !== 'examined')) {
      expect(record({}, state)).toMatchObject({ refusal: { code: 'STEP_NOT_ALLOWED' } });
    }
  });

  it('has a day that has come and a document', () => {
    expect(record({ decidedOn: '2026-10-06' })).toMatchObject({ refusal: { code: 'EXTRA_DECISION_DETAILS' } });
    expect(record({ document: ' ' })).toMatchObject({ refusal: { code: 'EXTRA_DECISION_DETAILS' } });
  });

  it('T5 the mayor cannot decide what belongs to the council, not even refuse it', () => {
    const refusal = { code: 'EXTRA_DECIDER', params: { required: 'council' } };
    expect(record({ decider: 'mayor' })).toEqual({ ok: false, refusal });
    expect(record({ decider: 'mayor', isGranted: false })).toEqual({ ok: false, refusal });
    expect(record({ decider: 'mayor' }, 'examined', null, 'mayor').ok).toBe(true);
  });

  it('whoever submitted it does not confirm its grant', () => {
    expect(record({}, 'examined', 'head')).toMatchObject({ refusal: { code: 'FOUR_EYES' } });
    expect(record({}, 'examined', 'finance').ok).toBe(true);
    expect(record({ isGranted: false }, 'examined', 'head').ok).toBe(true);
  });
});
