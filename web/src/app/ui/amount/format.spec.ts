import { currency } from '../language/currency';
import { labels, language } from '../language/language';
import { formatEuro, formatFte, formatNumber, formatPercent, formatShortEuro, formatWholeEuro } from './format';

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

  it('writes the currency of the city, with its sign or its code', () => {
    currency.set('GBP');
    expect([formatEuro(123_456), formatShortEuro(350_000_000)].map(plain)).toEqual(['1.234,56 £', '3,5 Mio. £']);
    language.set('en');
    expect([formatEuro(-123_456), formatShortEuro(350_000_000)]).toEqual(['\u2212£1,234.56', '£3.5m']);
    currency.set('CHF');
    expect([formatWholeEuro(75_000_000), formatShortEuro(44_612_300)].map(plain)).toEqual(['CHF 750,000', 'CHF 446k']);
    currency.set('EUR');
    language.set('de');
  });

  it('and so do all texts', () => {
    const texts = labels({
      de: { head: 'Betrag in €', of: (sum: string) => `${sum} in €`, list: ['€'], deep: { zero: '0,00 €' } },
      en: { head: 'Amount in €', of: (sum: string) => `${sum} in €`, list: ['€'], deep: { zero: '€0.00' } },
    });
    currency.set('GBP');
    expect([texts().head, texts().of('Summe'), texts().list, texts().deep.zero]).toEqual([
      'Betrag in £',
      'Summe in £',
      ['£'],
      '0,00 £',
    ]);
    expect(texts()).toBe(texts());
    currency.set('EUR');
    expect(texts().head).toBe('Betrag in\u00a0€');
  });

  it('follows the language without a reload', () => {
    language.set('en');
    expect(formatWholeEuro(75_000_000)).toBe('€750,000');
    expect(formatShortEuro(350_000_000)).toBe('€3.5m');
    expect(formatPercent(0.76)).toBe('76%');
  });
});
