import { fiscalYear } from '../shared/fiscal-year';
import type { AccountFrameCode } from './account-class';
import { accountFrameFor, classifyAccount, isEarning, isSpending, planPartOf } from './account-frame';

const YEAR = fiscalYear(2026);

describe('account frames of the Länder (R3)', () => {
  it.each<[AccountFrameCode, string, string, string]>([
    ['NI', '311000', 'revenue', 'operating'],
    ['NI', '381100', 'revenue', 'internal'],
    ['NI', '421110', 'expense', 'operating'],
    ['NI', '422220', 'expense', 'operating'],
    ['NI', '481100', 'expense', 'internal'],
    ['NI', '501100', 'revenue', 'operating'],
    ['NI', '511100', 'expense', 'operating'],
    ['NI', '611000', 'receipt', 'operating'],
    ['NI', '681100', 'receipt', 'investing'],
    ['NI', '692700', 'receipt', 'financing'],
    ['NI', '721100', 'payment', 'operating'],
    ['NI', '783125', 'payment', 'investing'],
    ['NI', '792700', 'payment', 'financing'],
    ['NI', '921100', 'internal', 'internal'],
    ['NW', '44851000', 'revenue', 'operating'],
    ['NW', '48111000', 'revenue', 'internal'],
    ['NW', '50110000', 'expense', 'operating'],
    ['NW', '58110000', 'expense', 'internal'],
    ['NW', '65100000', 'receipt', 'operating'],
    ['NW', '68000000', 'receipt', 'investing'],
    ['NW', '69270000', 'receipt', 'financing'],
    ['NW', '72910000', 'payment', 'operating'],
    ['NW', '78310000', 'payment', 'investing'],
    ['NW', '79299000', 'payment', 'financing'],
    ['NW', '98110000', 'internal', 'internal'],
    ['BY', '41110000', 'revenue', 'operating'],
    ['BY', '48110000', 'revenue', 'internal'],
    ['BY', '52910000', 'expense', 'operating'],
    ['BY', '58110000', 'expense', 'internal'],
    ['BY', '61110000', 'receipt', 'operating'],
    ['BY', '68110000', 'receipt', 'investing'],
    ['BY', '69270000', 'receipt', 'financing'],
    ['BY', '72110000', 'payment', 'operating'],
    ['BY', '78310000', 'payment', 'investing'],
    ['BY', '79270000', 'payment', 'financing'],
    ['BY', '92110000', 'internal', 'internal'],
    ['HE', '5482000', 'revenue', 'operating'],
    ['HE', '6161000', 'expense', 'operating'],
    ['HE', '7121000', 'expense', 'operating'],
    ['HE', '8210000', 'unclassified', 'unclassified'],
    ['HE', '9210000', 'internal', 'internal'],
    ['AT', '042000', 'unclassified', 'unclassified'],
    ['AT', '346000', 'unclassified', 'unclassified'],
    ['AT', '400000', 'expense', 'operating'],
    ['AT', '500000', 'expense', 'operating'],
    ['AT', '728000', 'expense', 'operating'],
    ['AT', '817000', 'revenue', 'operating'],
    ['CH', '3100.00', 'expense', 'operating'],
    ['CH', '3910.00', 'expense', 'internal'],
    ['CH', '4260.00', 'revenue', 'operating'],
    ['CH', '4910.00', 'revenue', 'internal'],
    ['CH', '5200.00', 'payment', 'investing'],
    ['CH', '6300.00', 'receipt', 'investing'],
    ['cameral', '0100', 'revenue', 'operating'],
    ['cameral', '1510', 'revenue', 'operating'],
    ['cameral', '2070', 'revenue', 'operating'],
    ['cameral', '3610', 'receipt', 'investing'],
    ['cameral', '3760', 'receipt', 'financing'],
    ['cameral', '4140', 'expense', 'operating'],
    ['cameral', '6570', 'expense', 'operating'],
    ['cameral', '8070', 'expense', 'operating'],
    ['cameral', '9350', 'payment', 'investing'],
    ['cameral', '9770', 'payment', 'financing'],
    ['unclassified', '421110', 'unclassified', 'unclassified'],
    ['unclassified', '', 'unclassified', 'unclassified'],
  ])('T3 %s %s is %s, %s', (code, account, direction, sphere) => {
    expect(classifyAccount(account, code, YEAR)).toEqual({ direction, sphere });
  });

  it.each<[AccountFrameCode, string]>([
    ['NI', '011100'],
    ['NI', '211100'],
    ['NI', '531100'],
    ['NI', '801000'],
    ['NI', ''],
    ['BY', '311000'],
    ['HE', '421100'],
    ['CH', '1010.00'],
    ['CH', '9000.00'],
    ['NW', '311000'],
    ['NW', '80100000'],
    ['NW', 'A'],
  ])('T2 %s %p is not in the frame', (code, account) => {
    expect(classifyAccount(account, code, YEAR)).toBeNull();
  });

  it.each<[AccountFrameCode, number, boolean]>([
    ['NI', 2005, false],
    ['NI', 2006, true],
    ['NW', 2004, false],
    ['NW', 2005, true],
    ['unclassified', 1900, true],
  ])('the frame %s in %d: in use %p', (code, year, inUse) => {
    expect(accountFrameFor(code, fiscalYear(year))?.code ?? null).toBe(inUse ? code : null);
    expect(classifyAccount('781100', code, fiscalYear(year)) !== null).toBe(inUse);
  });

  it('tells what takes, what brings, and in which part of the plan it stands', () => {
    const directions = ['revenue', 'expense', 'receipt', 'payment', 'internal', 'unclassified'] as const;
    expect(directions.map(isSpending)).toEqual([false, true, false, true, false, false]);
    expect(directions.map(isEarning)).toEqual([true, false, true, false, false, false]);
    expect(directions.map(planPartOf)).toEqual(['result', 'result', 'cash', 'cash', null, null]);
  });
});
