import { fiscalYear } from '../shared/fiscal-year';
import { NETWORK_ZONES, RUN_OR_CHANGE, SERVICE_CLASSES, checkLinePlace } from './budget-line';

const YEAR = fiscalYear(2027);
const PLACE = { subBudget: 'FB 10', product: '111.50', account: '421110' };

describe('T2 place of a line', () => {
  it('a whole line passes', () => {
    expect(checkLinePlace(PLACE, 'NI', YEAR)).toBeNull();
  });

  it.each<[object, string[]]>([
    [{ subBudget: null }, ['subBudget']],
    [{ product: ' ' }, ['product']],
    [{ account: null }, ['account']],
    [{ subBudget: '', product: null, account: '' }, ['subBudget', 'product', 'account']],
  ])('%p is incomplete', (change, missing) => {
    expect(checkLinePlace({ ...PLACE, ...change }, 'NI', YEAR)).toEqual({ code: 'LINE_INCOMPLETE', missing });
  });

  it('an account outside the frame of the year is refused', () => {
    expect(checkLinePlace({ ...PLACE, account: '011100' }, 'NI', YEAR)).toEqual({
      code: 'ACCOUNT_NOT_IN_FRAME',
      account: '011100',
      accountFrame: 'NI',
    });
    expect(checkLinePlace(PLACE, 'NI', fiscalYear(2005))).toEqual({
      code: 'ACCOUNT_NOT_IN_FRAME',
      account: '421110',
      accountFrame: 'NI',
    });
  });

  it('an account that nobody classified is not understood yet', () => {
    expect(checkLinePlace(PLACE, 'unclassified', YEAR)).toEqual({ code: 'ACCOUNT_UNCLASSIFIED', account: '421110' });
  });
});

it('the classes of a line are the ones of the source paper', () => {
  expect([RUN_OR_CHANGE, SERVICE_CLASSES, NETWORK_ZONES]).toEqual([
    ['run', 'change'],
    ['central_infrastructure', 'business_application'],
    ['administration', 'education', 'telephony', 'building', 'external'],
  ]);
});
