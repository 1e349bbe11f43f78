import { plainDate } from '../shared/plain-date';
import { checkStages, type CountedProcess, reviewDueOn, stageOf, summarizeProcesses } from './process';

const TODAY = plainDate('2026-10-05');
const day = (text: string | null) => (text === null ? null : plainDate(text));
const dates = (recorded: string | null, optimised: string | null, workflow: string | null) => ({
  recordedOn: day(recorded),
  optimisedOn: day(optimised),
  workflowOn: day(workflow),
});

describe('the stages of a process', () => {
  it.each<[string, ReturnType<typeof dates>, string | null]>([
    ['only named', dates(null, null, null), null],
    ['recorded', dates('2025-03-01', null, null), null],
    ['all three, two of them on one day', dates('2025-03-01', '2025-03-01', '2026-10-05'), null],
    ['a workflow of what was never optimised', dates('2025-03-01', null, '2026-01-01'), 'PROCESS_STAGE_ORDER'],
    ['optimised without being recorded', dates(null, '2025-03-01', null), 'PROCESS_STAGE_ORDER'],
    ['optimised before it was recorded', dates('2025-03-02', '2025-03-01', null), 'PROCESS_STAGE_ORDER'],
    ['recorded tomorrow', dates('2026-10-06', null, null), 'PROCESS_STAGE_AHEAD'],
  ])('%s', (_, stages, code) => {
    const checked = checkStages(stages, TODAY);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('the last one that was reached counts', () => {
    expect([
      stageOf(dates(null, null, null)),
      stageOf(dates('2025-03-01', null, null)),
      stageOf(dates('2025-03-01', '2025-04-01', null)),
      stageOf(dates('2025-03-01', '2025-04-01', '2025-05-01')),
    ]).toEqual([null, 'recorded', 'optimised', 'workflow']);
  });
});

describe('permanent process management', () => {
  const built = dates('2025-03-01', '2025-04-01', '2025-05-31');

  it('is due so many months after the last look, or after it was built', () => {
    expect(reviewDueOn({ ...built, reviewMonths: 12, reviewedOn: null })).toBe('2026-05-31');
    expect(reviewDueOn({ ...built, reviewMonths: 9, reviewedOn: day('2026-06-30') })).toBe('2027-03-30');
    expect(reviewDueOn({ ...built, reviewMonths: null, reviewedOn: null })).toBeNull();
    expect(reviewDueOn({ ...dates(null, null, null), reviewMonths: 12, reviewedOn: null })).toBeNull();
  });

  it('counts stages, what is due and the hours that are known', () => {
    const one = (change: Partial<CountedProcess>): CountedProcess => ({
      ...built,
      reviewMonths: null,
      reviewedOn: null,
      plannedHours: null,
      measuredHours: null,
      ...change,
    });
    expect(
      summarizeProcesses(
        [
          one({ reviewMonths: 12, plannedHours: 300, measuredHours: 260 }),
          one({ workflowOn: null, plannedHours: 100, measuredHours: 0 }),
          one({ optimisedOn: null, workflowOn: null }),
          one(dates(null, null, null)),
        ],
        TODAY,
      ),
    ).toEqual({
      count: 4,
      recorded: 3,
      optimised: 2,
      workflow: 1,
      reviewsDue: 1,
      plannedHours: 400,
      measuredHours: 260,
      unmeasured: 2,
    });
  });
});
