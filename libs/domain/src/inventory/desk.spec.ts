import { plainDate } from '../shared/plain-date';
import { checkDesk, checkFteEntry, type FteEntry, fteAt, isStanding, standingEntries, summarizeDesks } from './desk';

const entry = (id: string, from: string, fteHundredths: number, supersedesId: string | null = null): FteEntry => ({
  id,
  validFrom: plainDate(from),
  fteHundredths,
  supersedesId,
});

describe('the history of a desk', () => {
  const history = [entry('a', '2024-01-01', 50), entry('b', '2025-01-01', 200), entry('c', '2025-01-01', 150, 'b')];

  it('what was put right no longer counts, and stays', () => {
    expect(standingEntries(history).map(({ id }) => id)).toEqual(['a', 'c']);
    expect([fteAt(history, plainDate('2024-12-31')), fteAt(history, plainDate('2025-01-01'))]).toEqual([50, 150]);
  });

  it('before the first entry it is not known, which is something else than none', () => {
    expect(fteAt(history, plainDate('2023-12-31'))).toBeNull();
    expect(fteAt([entry('a', '2024-01-01', 0)], plainDate('2024-06-01'))).toBe(0);
  });

  it.each<[string, FteEntry, string | null]>([
    ['news from a later day', entry('d', '2026-01-01', 300), null],
    ['the same day again', entry('d', '2025-01-01', 300), 'DESK_FTE_TWICE'],
    ['putting right what counts', entry('d', '2025-01-01', 300, 'c'), null],
    ['putting right what was put right', entry('d', '2025-01-01', 300, 'b'), 'DESK_FTE_SUPERSEDED'],
    ['putting right onto a day that is taken', entry('d', '2024-01-01', 300, 'c'), 'DESK_FTE_TWICE'],
  ])('%s', (_, added, code) => {
    const checked = checkFteEntry(added, history);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

describe('a desk', () => {
  it('a coordinator belongs to a department; nothing ends before it begins', () => {
    const desk = { kind: 'coordinator_ozg', unitId: 'u', startsOn: plainDate('2025-01-01'), endsOn: null } as const;
    expect(checkDesk(desk).ok).toBe(true);
    expect(checkDesk({ ...desk, unitId: null })).toMatchObject({ refusal: { code: 'DESK_UNIT_NEEDED' } });
    expect(checkDesk({ ...desk, kind: 'working_group', unitId: null }).ok).toBe(true);
    expect(checkDesk({ ...desk, endsOn: plainDate('2024-12-31') })).toMatchObject({
      refusal: { code: 'DESK_END_BEFORE_START' },
    });
  });

  it('stands from its first to its last day', () => {
    const desk = { startsOn: plainDate('2025-01-01'), endsOn: plainDate('2025-12-31') };
    expect(
      ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((day) => isStanding(desk, plainDate(day))),
    ).toEqual([false, true, true, false]);
  });

  it('all desks: only those that stand are added up, and what is not known is said', () => {
    expect(
      summarizeDesks([
        { kind: 'project_group', isStanding: true, fteHundredths: 250 },
        { kind: 'contact_it_security', isStanding: true, fteHundredths: 100 },
        { kind: 'coordinator_it', isStanding: true, fteHundredths: null },
        { kind: 'coordinator_ozg', isStanding: false, fteHundredths: 50 },
      ]),
    ).toEqual({
      count: 4,
      standing: 3,
      groups: 1,
      contacts: 1,
      coordinators: 1,
      fteHundredths: 350,
      withoutFte: 1,
    });
  });
});
