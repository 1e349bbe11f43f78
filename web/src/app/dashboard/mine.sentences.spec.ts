import { leastFirst, mineAnswer, mineTasks, ordersSentence, stagesOfLine } from './mine.sentences';
import { ATTENTION, line, order } from './overview.sample';

const plain = (text: string | undefined): string => (text ?? '').replace(/\u00a0/g, ' ');

describe('my area', () => {
  const known = line({ id: 'a', availableCents: 500 });
  const little = line({ id: 'b', availableCents: 100 });
  const unknown = line({ id: 'c', availableCents: -90, isAuthorityUnknown: true });

  it('counts lines of known authority and says which are left out', () => {
    expect(mineAnswer([known, little], 600)).toMatchObject({ before: 'Verfügbar sind', after: ' auf 2 Zeilen.' });
    expect(mineAnswer([known, unknown], 500).after).toBe(
      ' auf einer Zeile. Bei einer weiteren Zeile ist der Rahmen unbekannt; sie ist nicht mitgezählt.',
    );
    expect(mineAnswer([known], -500)).toMatchObject({ before: 'Es fehlen', cents: 500 });
  });

  it('puts the least money first and the unknown last', () => {
    expect(leastFirst([unknown, known, little]).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(stagesOfLine(unknown).availableCents).toBeNull();
    expect(stagesOfLine(known).availableCents).toBe(500);
  });

  it('says how much is ordered, and when not everything was fetched', () => {
    const rows = [order({}), order({ id: 'order-2', reservedCents: 50_000, committedCents: 0 })];
    expect(plain(ordersSentence({ rows, nextCursor: null }))).toBe('2 laufende Aufträge, offen sind 2.000,00 €.');
    expect(plain(ordersSentence({ rows: rows.slice(0, 1), nextCursor: null }))).toBe(
      'Ein laufender Auftrag, offen sind 1.500,00 €.',
    );
    expect(plain(ordersSentence({ rows, nextCursor: 'next' }))).toContain('Mehr als 2 laufende Aufträge');
  });

  it('lists what waits: overdrawn, tight, old orders; more than two of a kind are counted', () => {
    const tight = [1, 2, 3].map((at) => ({
      ...ATTENTION,
      lineId: `t-${at}`,
      reason: 'tight' as const,
      reasonCents: at,
    }));
    const orders = { rows: [order({}), order({ id: 'new', ageDays: 3 })], nextCursor: null };
    const tasks = mineTasks([...tight, ATTENTION], orders);
    expect(tasks.map(({ id }) => id)).toEqual(['line-1', 't-1', 't-2', 'order-1']);
    expect(tasks[2]?.detail).toBe('und eine weitere Zeile');
    expect(tasks[3]).toMatchObject({ text: 'Auftrag B-26-0001 ist seit 276 Tagen offen', detail: 'DMS-Ausbau' });
  });
});
