import { isId } from '@etatlotse/domain/shared';
import { SettableClock } from './clock';
import { RandomIds } from './ids';

const instant = new Date('2026-10-05T07:30:00Z');

test('Ids of one moment keep the order they were made in, also more than fit into a millisecond', () => {
  const ids = new RandomIds(new SettableClock(instant));
  const made = Array.from({ length: 10_000 }, () => ids.next());
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(10_000);
  expect(made.every(isId)).toBe(true);
});

test('Ids go on in order when the clock is set back', () => {
  const clock = new SettableClock(instant);
  const ids = new RandomIds(clock);
  const before = ids.next();
  clock.set(new Date(instant.getTime() - 60_000));
  expect(ids.next() > before).toBe(true);
});

test('A secret has 32 random bytes', () => {
  expect(Buffer.from(new RandomIds(new SettableClock(instant)).secret(), 'base64url')).toHaveLength(32);
});
