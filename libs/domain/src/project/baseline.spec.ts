import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import { type Baseline, compareBaselines, decideBaseline, differs } from './baseline';

const original: Baseline = {
  plannedStart: plainDate('2025-01-01'),
  plannedEnd: plainDate('2026-12-31'),
  costs: [
    { fiscalYear: 2025, kind: 'expense', amountCents: cents(20_000) },
    { fiscalYear: 2026, kind: 'investment', amountCents: cents(30_000) },
  ],
  milestones: [
    { milestoneId: 'a', name: 'Pilot', plannedOn: plainDate('2025-06-30'), weightBasisPoints: 4_000 },
    { milestoneId: 'b', name: 'Fläche', plannedOn: plainDate('2026-12-31'), weightBasisPoints: 6_000 },
  ],
};
const later: Baseline = {
  ...original,
  plannedEnd: plainDate('2027-06-30'),
  costs: [...original.costs, { fiscalYear: 2027, kind: 'expense', amountCents: cents(5_000) }],
  milestones: [
    { milestoneId: 'a', name: 'Pilot', plannedOn: plainDate('2025-07-10'), weightBasisPoints: 4_000 },
    { milestoneId: 'c', name: 'Alle Schulen', plannedOn: plainDate('2027-06-30'), weightBasisPoints: 6_000 },
  ],
};
const request = { reason: 'Lieferengpass', document: 'DS 26-31001', decidedOn: plainDate('2026-09-01') };
const today = plainDate('2026-10-05');

describe('a new baseline', () => {
  it.each<[string, Partial<typeof request>, string | null]>([
    ['with a reason and a decision', {}, null],
    ['without a reason', { reason: '  ' }, 'BASELINE_REASON'],
    ['without a decision', { document: '' }, 'BASELINE_DECISION'],
    ['decided tomorrow', { decidedOn: plainDate('2026-10-06') }, 'BASELINE_DATE'],
    ['decided today', { decidedOn: today }, null],
  ])('%s', (_, changes, code) => {
    const decided = decideBaseline({ ...request, ...changes }, later, original, today);
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });

  it('the same plan again hides nothing, so it is refused', () => {
    expect(decideBaseline(request, original, original, today)).toEqual({
      ok: false,
      refusal: { code: 'BASELINE_UNCHANGED', params: {} },
    });
  });

  it('the first one needs milestones and money', () => {
    expect(decideBaseline(request, original, null, today).ok).toBe(true);
    for (const empty of [{ milestones: [] }, { costs: [] }]) {
      const decided = decideBaseline(request, { ...original, ...empty }, null, today);
      expect(decided.ok ? null : decided.refusal.code).toBe('BASELINE_EMPTY');
    }
  });
});

describe('two baselines side by side', () => {
  it('show what moved, what it costs more, what came and what went', () => {
    expect(compareBaselines(original, later)).toEqual({
      startShiftDays: 0,
      endShiftDays: 181,
      originalCents: 50_000,
      currentCents: 55_000,
      differenceCents: 5_000,
      costs: [
        { fiscalYear: 2025, kind: 'expense', originalCents: 20_000, currentCents: 20_000, differenceCents: 0 },
        { fiscalYear: 2026, kind: 'investment', originalCents: 30_000, currentCents: 30_000, differenceCents: 0 },
        { fiscalYear: 2027, kind: 'expense', originalCents: 0, currentCents: 5_000, differenceCents: 5_000 },
      ],
      milestones: [
        expect.objectContaining({ milestoneId: 'a', shiftDays: 10 }),
        expect.objectContaining({ milestoneId: 'c', name: 'Alle Schulen', originalOn: null, shiftDays: null }),
        expect.objectContaining({ milestoneId: 'b', name: 'Fläche', currentOn: null, currentBasisPoints: null }),
      ],
    });
  });

  it.each<[string, Partial<Baseline>, boolean]>([
    ['the same', {}, false],
    ['another end', { plannedEnd: plainDate('2027-01-01') }, true],
    ['another start', { plannedStart: plainDate('2025-02-01') }, true],
    ['a year less', { costs: original.costs.slice(1) }, true],
    ['a milestone less', { milestones: original.milestones.slice(1) }, true],
    ['another weight', { milestones: original.milestones.map((one) => ({ ...one, weightBasisPoints: 5_000 })) }, true],
    [
      'another name alone',
      { milestones: original.milestones.map((one) => ({ ...one, name: `${one.name} 2` })) },
      false,
    ],
  ])('%s', (_, changes, expected) => {
    expect(differs(compareBaselines(original, { ...original, ...changes }))).toBe(expected);
  });
});
