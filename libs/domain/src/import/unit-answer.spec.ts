import { ledgerOf, readTable, rowsOf } from '../../../testing/src/import/tables';
import { looksLikeThousands, withAnswerAboutUnit } from './unit-answer';

describe('amounts in thousands that say so nowhere', () => {
  it.each([
    [{ lines: 12, thousandfold: 12, largestCents: 14_000 }, true],
    [{ lines: 10, thousandfold: 8, largestCents: 14_000 }, true],
    [{ lines: 10, thousandfold: 7, largestCents: 14_000 }, false],
    [{ lines: 4, thousandfold: 4, largestCents: 14_000 }, false],
    [{ lines: 12, thousandfold: 12, largestCents: 100_000_000 }, false],
    [{ lines: 0, thousandfold: 0, largestCents: 0 }, false],
  ])('%j: asked %p', (against, isAsked) => {
    expect(looksLikeThousands(against)).toBe(isAsked);
  });

  it('count in the unit that was answered, also by a kept mapping', () => {
    const text = 'Produkt;Sachkonto;Ansatz 2026\n111105;4271000;140,5\n111105;3482000;10,5\n';
    const { mapping } = readTable(rowsOf(text), { accountFrame: 'NI' });
    const profiles = [{ code: 'plan', name: 'Plan', mapping }];
    for (const hints of [{ accountFrame: 'NI' as const }, { profiles }]) {
      const answered = readTable(rowsOf(text), { ...hints, answers: { UNIT_SUSPECTED: '1000' } });
      expect([answered.questions, answered.mapping.unitFactor]).toEqual([[], 1000]);
      expect(ledgerOf(answered)).toEqual({ 'plan expense 2026': 14_050_000, 'plan revenue 2026': 1_050_000 });
    }
  });

  it('stay as they are without an answer, or with one that is none', () => {
    const mapping = { unitFactor: 1 as const };
    expect(withAnswerAboutUnit(mapping, undefined)).toBe(mapping);
    expect(withAnswerAboutUnit(mapping, { UNIT_SUSPECTED: '10' })).toBe(mapping);
  });
});
