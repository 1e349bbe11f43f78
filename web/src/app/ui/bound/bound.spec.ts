import { countText, dayText, gapText, boundText, statementText } from './bound';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('figures that are only a limit', () => {
  it('T28 says at most 3.68 points, never a bare 3.68', () => {
    expect(boundText({ value: 368, bound: 'upper' }, 'points')).toBe('höchstens 3,68 Punkte');
    expect(plain(boundText({ value: 7_000, bound: 'lower' }, 'percent'))).toBe('mindestens 70 %');
    expect(plain(boundText({ value: 7_875, bound: 'exact' }, 'percent'))).toBe('78,75 %');
    expect(plain(boundText({ value: 9_000_000, bound: 'upper' }, 'euro'))).toBe('höchstens 90.000,00 €');
    expect(boundText({ value: 1, bound: 'exact' }, 'days')).toBe('1 Tag');
    expect(boundText({ value: 1_680, bound: 'lower' }, 'number')).toBe('mindestens 1.680');
  });

  it('late and early are told with their bound, from the side on which they lie', () => {
    expect(gapText({ value: 37, bound: 'upper' })).toBe('höchstens 37 Tage zu spät');
    expect(gapText({ value: -37, bound: 'upper' })).toBe('mindestens 37 Tage vor dem Ziel');
    expect(gapText({ value: -2, bound: 'lower' })).toBe('höchstens 2 Tage vor dem Ziel');
    expect(gapText({ value: -2, bound: 'exact' })).toBe('2 Tage vor dem Ziel');
    expect(gapText({ value: 0, bound: 'exact' })).toBe('pünktlich');
    expect(dayText('2027-02-06', 'upper')).toBe('spätestens am 06.02.2027');
    expect(dayText('2027-02-06', 'lower')).toBe('frühestens am 06.02.2027');
    expect(dayText('2027-02-06', 'exact')).toBe('06.02.2027');
  });

  it('R26 a statement stays as it was made', () => {
    const nothing = { numerator: null, denominator: null, shareBasisPoints: null };
    expect(plain(statementText({ ...nothing, operator: 'above', shareBasisPoints: 7_000 }))).toBe('mehr als 70 %');
    expect(statementText({ ...nothing, operator: 'exact', numerator: 1_890, denominator: 2_400 })).toBe(
      '1.890 von 2.400',
    );
    expect(statementText({ ...nothing, operator: 'several' })).toBe('mehrere, Anzahl unbekannt');
    expect(countText('at_least', 17)).toBe('mindestens 17');
    expect(countText('exact', 17)).toBe('17');
    expect(countText('several', null)).toBe('mehrere, Anzahl unbekannt');
  });
});
