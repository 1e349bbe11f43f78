import { problemBody } from './problem-body';
import { ProblemException } from './problem-exception';

describe('a refusal', () => {
  it.each([
    ['EUR', 'unter 100.000 Euro', 'below 100,000 euros'],
    ['GBP', 'unter 100.000 Pfund', 'below 100,000 pounds'],
    ['NOK', 'unter 100.000 NOK', 'below 100,000 NOK'],
  ])('speaks of the currency of the city: %s', (currency, german, english) => {
    const fault = new ProblemException('DEVICE_PRICE', {}, [{ field: 'netUnitCents', code: 'DEVICE_PRICE' }], currency);
    const { detail, errors } = problemBody(fault, 'de', '1');
    expect([detail, errors?.[0]?.message]).toEqual([expect.stringContaining(german), detail]);
    expect(problemBody(fault, 'en', '1').detail).toContain(english);
  });

  it('changes its own words only, never what a person wrote', () => {
    const fault = new ProblemException('DEMAND_ITEM_AMOUNT', { label: 'Eurokoffer zu 5 €' }, [], 'GBP');
    expect(problemBody(fault, 'de', '1').detail).toContain('„Eurokoffer zu 5 €“ ergibt mehr als 9.999.999.999,99 £');
  });
});
