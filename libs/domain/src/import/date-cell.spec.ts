import { DateReader, dayOfText } from './date-cell';

describe('days of files', () => {
  it.each<[string, 'dmy' | 'mdy', string | null]>([
    ['03.04.2026', 'dmy', '2026-04-03'],
    ['03.04.2026', 'mdy', '2026-04-03'],
    ['3.4.26', 'dmy', '2026-04-03'],
    ['31.12.98', 'dmy', '1998-12-31'],
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['03-04-2026', 'dmy', '2026-04-03'],
    ['2026-04-03', 'mdy', '2026-04-03'],
    ['20260403', 'dmy', '2026-04-03'],
    ['2026-04-03 00:00:00', 'dmy', '2026-04-03'],
    ['2026-04-03T10:15:00Z', 'dmy', '2026-04-03'],
    [' 03.04.2026 ', 'dmy', '2026-04-03'],
    ['00:00:00', 'dmy', null],
    ['31.02.2026', 'dmy', null],
    ['13/25/2026', 'dmy', null],
    ['25/13/2026', 'mdy', null],
    ['03.04/2026', 'dmy', null],
    ['', 'dmy', null],
    ['heute', 'dmy', null],
  ])('%s under %s is %s', (text, order, day) => {
    expect(dayOfText(text, order)).toBe(day);
    const reader = new DateReader(order);
    expect([reader.read(text), reader.read(text)]).toEqual([day, day]);
  });
});
