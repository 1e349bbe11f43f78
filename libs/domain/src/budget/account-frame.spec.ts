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
