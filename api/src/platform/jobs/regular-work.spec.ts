import { Logger } from '@nestjs/common';
import type { Config } from '../config/config';
import { RegularWork } from './regular-work';

const HOUR_MS = 3_600_000;

/** Only whether it is a test concerns the clock of regular work. */
function clockOf(isTest: boolean): RegularWork {
  return new RegularWork({ isTest } as Config);
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('the work of the night comes soon after a start and then each hour, also after a night that failed, until the house closes', async () => {
  const clock = clockOf(false);
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const work = jest.fn<Promise<void>, []>().mockRejectedValueOnce(new Error('no database')).mockResolvedValue();
  clock.every(HOUR_MS, work, 5000);
  await jest.advanceTimersByTimeAsync(4999);
  expect(work).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(logged).toHaveBeenCalledWith(new Error('no database'));
  await jest.advanceTimersByTimeAsync(2 * HOUR_MS);
  expect(work).toHaveBeenCalledTimes(3);
  clock.beforeApplicationShutdown();
  await jest.advanceTimersByTimeAsync(3 * HOUR_MS);
  expect(work).toHaveBeenCalledTimes(3);
});

test('work without a first time waits a whole turn, and in tests it waits for good', async () => {
  const work = jest.fn(() => Promise.resolve());
  clockOf(true).every(HOUR_MS, work);
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  expect(work).not.toHaveBeenCalled();
  clockOf(false).every(HOUR_MS, work);
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  expect(work).toHaveBeenCalledTimes(1);
});
