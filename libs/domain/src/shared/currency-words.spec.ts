import { inCurrency } from './currency-words';

describe('a sentence in the currency of the city', () => {
  it.each([
    ['EUR', 'Preis in Euro, unter 100.000 €', 'Preis in Euro, unter 100.000 €'],
    ['GBP', 'Preis in Euro, unter 100.000 €', 'Preis in Pfund, unter 100.000 £'],
    ['GBP', 'Price in euros, below €100,000', 'Price in pounds, below £100,000'],
    [
      'CHF',
      'Amount in €, all amounts are in euro, below €5',
      'Amount in CHF, all amounts are in francs, below CHF\u00A05',
    ],
    ['NOK', 'Betrag in Euro', 'Betrag in NOK'],
    ['GBP', 'Europa', 'Europa'],
  ])('%s: %s', (currency, text, said) => {
    expect(inCurrency(text, currency)).toBe(said);
  });
});
