import { plainDate } from '../shared/plain-date';
import { checkMeetingDays, papersDueOn } from './meeting';

const TODAY = plainDate('2026-11-30');
const days = (...texts: string[]) => texts.map(plainDate);

it('papers for the meeting on 30.04.2026 were due two weeks before', () => {
  expect(papersDueOn(plainDate('2026-04-30'), 14)).toBe('2026-04-16');
  expect(papersDueOn(plainDate('2026-04-30'), 0)).toBe('2026-04-30');
});

it.each([
  ['the calendar of a year', days('2027-01-21', '2027-02-18'), days('2026-12-03'), null],
  ['a meeting of the past, for the record', days('2026-04-30'), [], null],
  ['twice on one day', days('2027-01-21', '2027-01-21'), [], ['MEETING_TWICE', '2027-01-21']],
  [
    'on a day that is planned already',
    days('2027-02-18', '2026-12-03'),
    days('2026-12-03'),
    ['MEETING_TWICE', '2026-12-03'],
  ],
  ['in the year 2062, a slip', days('2062-01-21'), [], ['MEETING_DATE_RANGE', '2062-01-21']],
  ['in the last year that is planned', days('2032-12-31'), [], null],
  ['a year later', days('2033-01-01'), [], ['MEETING_DATE_RANGE', '2033-01-01']],
  ['twenty years ago', days('2006-01-01'), [], null],
  ['longer ago', days('2005-12-31'), [], ['MEETING_DATE_RANGE', '2005-12-31']],
])('%s', (_, wanted, taken, refused) => {
  const checked = checkMeetingDays(wanted, taken, TODAY);
  expect(checked.ok ? null : [checked.refusal.code, checked.refusal.params.heldOn]).toEqual(refused);
});
