import type { Approval } from '@etatlotse/contracts/approval/plain';
import { ATTENTION, order, overview } from './overview.sample';
import { tasksOf, type Waiting } from './overview.tasks';

const NOTHING: Waiting = {
  approvals: null,
  clearing: null,
  orders: null,
  release: null,
  locks: null,
  registers: { deadlines: null, stale: null },
};
const page = <Row>(rows: readonly Row[], nextCursor: string | null = null) => ({ rows, nextCursor });
const approval = (mayDecide: boolean) => ({ id: 'a', mayDecide }) as Approval;
const texts = (waiting: Waiting, figures = overview(0, { attention: [] })) =>
  tasksOf(figures, waiting).map(({ text }) => text.replace(/\u00a0/g, ' '));

describe('what needs somebody today', () => {
  it('is nothing when nothing waits', () => {
    expect(texts(NOTHING)).toEqual([]);
  });

  it('puts a difference of the reconciliation before everything else', () => {
    const reconciliation = { checkedAt: '2026-10-05T05:30:00.000Z', differenceCents: 1 };
    expect(texts(NOTHING, overview(null, { reconciliation }))).toEqual([
      'Abgleich: Differenz 0,01 €',
      'Fachverfahren Jugendhilfe: 2.000,00 € überzogen',
      'Rahmen für Gebühren eintragen',
    ]);
  });

  it('counts only requests that this person may decide', () => {
    expect(texts({ ...NOTHING, approvals: page([approval(false)]) })).toEqual([]);
    expect(texts({ ...NOTHING, approvals: page([approval(true), approval(false)]) })).toEqual([
      'Eine Anfrage wartet auf Ihre Freigabe',
    ]);
  });

  it('says "mindestens" while further bookings were not fetched', () => {
    expect(texts({ ...NOTHING, clearing: page(['a', 'b'], 'next') })).toEqual([
      'mindestens 2 Buchungen passen zu keiner Zeile',
    ]);
  });

  it('sums up old orders and names the one that waits longest', () => {
    const orders = page([order({}), order({ id: 'order-2', ageDays: 200 }), order({ id: 'order-3', ageDays: 20 })]);
    const [task] = tasksOf(overview(0, { attention: [] }), { ...NOTHING, orders });
    expect(task?.text).toBe('2 Aufträge sind seit über 180 Tagen offen');
    expect(task?.detail?.replace(/\u00a0/g, ' ')).toBe(
      'Offen sind 3.000,00 €. Am längsten wartet B-26-0001, seit 276 Tagen.',
    );
  });

  it('T17c keeps a lock on the list until the council was told, and leads to it', () => {
    const locks = [
      { id: 'k-1', title: 'Sperre 10 %' },
      { id: 'k-2', title: 'Minderausgabe' },
    ] as unknown as Waiting['locks'];
    const [task] = tasksOf(overview(0, { attention: [] }), { ...NOTHING, locks });
    expect(task).toMatchObject({
      text: 'Rat über die Sperre „Sperre 10\u00a0%“ unterrichten',
      detail: 'und über eine weitere',
      link: ['/authority/locks', 'k-1'],
    });
  });

  it('asks for the release with its preparer, and leads to the figures first', () => {
    const release = { id: 'r-1', state: 'prepared' as const, preparedByName: 'Frauke Finke' };
    const [task] = tasksOf(overview(0, { attention: [] }), {
      ...NOTHING,
      release: release as unknown as Waiting['release'],
    });
    expect(task).toMatchObject({ link: ['/dashboard/released'], query: { release: 'r-1' } });
    expect(task?.detail).toContain('Frauke Finke');
  });

  it('names the tightest line, counts the others, and admits when the list was cut', () => {
    const tight = (at: number) => ({ ...ATTENTION, lineId: `t-${at}`, reason: 'tight' as const, reasonCents: at });
    const some = overview(0, { attention: [tight(1), tight(2)] });
    expect(tasksOf(some, NOTHING)[0]?.detail).toBe('und eine weitere Zeile');
    const many = overview(0, { attention: Array.from({ length: 10 }, (_, at) => tight(at)) });
    expect(tasksOf(many, NOTHING)[0]?.detail).toBe('und mindestens 9 weitere Zeilen');
  });

  it('names the nearest day for notice and what it frees, and counts the others', () => {
    const row = { id: 'v-1', subject: 'DMS Pflege', vendor: 'Optimal', noticeBy: '2026-12-31', freedCents: 1_200_000 };
    const rows = [
      { ...row, id: 'v-0', isReminded: false },
      { ...row, isReminded: true },
    ];
    const deadlines = { rows, nextCursor: null, reminded: 3, years: [] };
    const [task] = tasksOf(overview(0, { attention: [] }), {
      ...NOTHING,
      registers: { deadlines, stale: null } as unknown as Waiting['registers'],
    });
    expect(task).toMatchObject({
      text: 'Bis 31.12.2026 entscheiden: „DMS Pflege“ kündigen oder weiterlaufen lassen',
      link: ['/contracts', 'v-1'],
    });
    expect(task?.detail?.replace(/\u00a0/g, ' ')).toBe(
      'Optimal. Rechtzeitig gekündigt werden 12.000 € frei. 2 weitere Fristen stehen an.',
    );
  });

  it('names the project that has been silent longest, and leads to all of them', () => {
    const project = (id: string, reportedOn: string) => ({ id, name: `Vorhaben ${id}`, reportedOn });
    const stale = page([project('a', '2026-08-01'), project('b', '2026-06-01')]);
    const [task] = tasksOf(overview(0, { attention: [] }), {
      ...NOTHING,
      registers: { deadlines: null, stale } as unknown as Waiting['registers'],
    });
    expect(task).toMatchObject({
      text: '„Vorhaben b“: Die letzte Meldung ist zu alt',
      detail: 'Zuletzt gemeldet am 01.06.2026. Ein weiteres Vorhaben ebenso.',
      query: { stale: 'yes' },
    });
  });

  it('leads to lines without a frame', () => {
    const outsideFrames = { lines: 1, adjustedCents: 1, availableCents: 1 };
    const [task] = tasksOf(overview(0, { attention: [], outsideFrames }), NOTHING);
    expect(task).toMatchObject({ text: 'Eine Zeile ohne IT-Rahmen', query: { frame: 'none' } });
  });
});
