import { language } from '../language/language';
import { formatFte, formatNumber, formatPercent, formatShortEuro, formatWholeEuro } from './format';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('figures as German offices write them', () => {
  it.each([
    [95_000, '950 €'],
    [44_612_300, '446 Tsd. €'],
    [350_000_000, '3,5 Mio. €'],
    [-300_000_000, '\u22123 Mio. €'],
  ])('%i cents on an axis are %s', (cents, text) => expect(plain(formatShortEuro(cents))).toBe(text));

  it('writes whole euro, percent, full-time equivalents and signed counts', () => {
    expect(plain(formatWholeEuro(75_000_000))).toBe('750.000 €');
    expect(plain(formatPercent(0.76))).toBe('76 %');
    expect(plain(formatFte(6.2))).toBe('6,2 VZÄ');
    expect(formatNumber(-1234, 0)).toBe('\u22121.234');
    expect(formatNumber(12, 0, true)).toBe('+12');
  });

  it('follows the language without a reload', () => {
    language.set('en');
    expect(formatWholeEuro(75_000_000)).toBe('€750,000');
    expect(formatShortEuro(350_000_000)).toBe('€3.5m');
    expect(formatPercent(0.76)).toBe('76%');
  });
});
