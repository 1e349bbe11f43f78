import { cents } from '../shared/cents';
import { checkPayment, checkSession, quotaOf, seatsFree, sessionCost, summarizeTrainings } from './training';

describe('a session of a training', () => {
  const of = (...people: number[]) => people.map((count, at) => ({ unitId: `u-${at}`, people: count }));

  it('more people than seats are refused; as many as seats are not', () => {
    expect(checkSession({ seats: 12, attendance: of(7, 5) }).ok).toBe(true);
    expect(checkSession({ seats: 12, attendance: of(7, 6) })).toMatchObject({
      refusal: { code: 'TRAINING_SEATS', params: { seats: 12, people: 13 } },
    });
    expect(checkSession({ seats: 12, attendance: null }).ok).toBe(true);
  });

  it('a unit stands in the list once', () => {
    const twice = [...of(1), ...of(2)];
    expect(checkSession({ seats: 12, attendance: twice })).toMatchObject({ refusal: { code: 'TRAINING_UNIT_TWICE' } });
  });

  it('costs its seats, whether somebody comes or not; free seats are known once it was held', () => {
    expect(sessionCost(cents(18_900), 12)).toBe(226_800);
    expect(sessionCost(null, 12)).toBeNull();
    expect(seatsFree({ seats: 12, attendance: of(7) })).toBe(5);
    expect(seatsFree({ seats: 12, attendance: [] })).toBe(12);
    expect(seatsFree({ seats: 12, attendance: null })).toBeNull();
  });

  it('somebody pays for it: a price a seat, a contract or a line', () => {
    const unpaid = { unitPriceCents: null, contractId: null, lineId: null };
    expect(checkPayment(unpaid)).toMatchObject({ refusal: { code: 'TRAINING_PAYMENT_NEEDED' } });
    expect(checkPayment({ ...unpaid, unitPriceCents: 0 }).ok).toBe(true);
    expect(checkPayment({ ...unpaid, contractId: 'c' }).ok).toBe(true);
  });
});

it('the quota is trained people against people to train, unknown where nobody said how many, never above the whole', () => {
  expect([quotaOf(45, 60), quotaOf(0, 60), quotaOf(70, 60), quotaOf(5, null), quotaOf(5, 0)]).toEqual([
    7_500,
    0,
    10_000,
    null,
    null,
  ]);
});

it('the sums of a year: unused seats only of what was held', () => {
  expect(
    summarizeTrainings([
      { seats: 40, heldSeats: 20, attended: 15, costCents: cents(400_000) },
      { seats: 100, heldSeats: 0, attended: null, costCents: null },
    ]),
  ).toEqual({ count: 2, seats: 140, attended: 15, unused: 5, costCents: 400_000, coveredByContract: 1 });
});
