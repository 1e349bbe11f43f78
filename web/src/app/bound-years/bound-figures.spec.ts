import type { BoundYearRow, BoundYearsView } from '@etatlotse/contracts/authority/plain';
import { answerOf, framesOf, partOf } from './bound-figures';

const row = (more: Partial<BoundYearRow>): BoundYearRow => ({
  frame: 'CORE',
  fiscalYear: 2029,
  amountCents: 350_000_000,
  from: 'ceiling',
  parts: [
    { kind: 'commitment_authority', amountCents: 20_000_000 },
    { kind: 'obligation', amountCents: 0 },
    { kind: 'run_rate', amountCents: 200_000_000 },
  ],
  boundCents: 220_000_000,
  freeCents: 130_000_000,
  ...more,
});
const FEES = row({ frame: 'FEES', amountCents: null, from: 'unknown', parts: [], boundCents: 0, freeCents: null });
const view = (rows: readonly BoundYearRow[]): BoundYearsView => ({
  fiscalYear: 2026,
  years: [2029],
  rows,
  totals: [],
  missing: ['contract'],
  plan: null,
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('says in one sentence what is bound of the last year and what stays free', () => {
  const [core] = framesOf(view([row({})]));
  expect(plain(core?.sentence ?? '')).toBe(
    '2029 sind von 3,5 Mio. € schon 2,2 Mio. € gebunden, frei bleiben 1,3 Mio. €.',
  );
});

test('more bound than there is: the sentence and the bar say what is missing', () => {
  const [core] = framesOf(view([row({ boundCents: 400_000_000, freeCents: -50_000_000 })]));
  expect(plain(core?.sentence ?? '')).toContain('500 Tsd. € mehr als da ist');
  expect(core?.chart.notes?.map((note) => plain(note ?? ''))).toEqual(['es fehlen 500 Tsd. €']);
  expect(core?.chart.series.at(-1)?.values).toEqual([0]);
});

test('R26 an unknown frame draws no free part, and one without anything is left out', () => {
  const bound = { ...FEES, boundCents: 9_000_000, parts: [{ kind: 'run_rate', amountCents: 9_000_000 } as const] };
  const frames = framesOf(view([row({}), bound]));
  expect(frames.map(({ frame }) => frame)).toEqual(['CORE', 'FEES']);
  expect(frames[1]?.chart.series.at(-1)?.values).toEqual([null]);
  expect(plain(frames[1]?.sentence ?? '')).toBe('2029 sind 90 Tsd. € gebunden; wie viel es gibt, ist unbekannt.');
  expect(framesOf(view([FEES]))).toEqual([]);
});

test('draws only what binds somewhere, the firmest first', () => {
  const [core] = framesOf(view([row({})]));
  expect(core?.chart.series.map(({ label }) => label)).toEqual([
    'Investitionen aus Verpflichtungsermächtigungen',
    'übriger Betrieb',
    'frei',
  ]);
  expect(partOf(row({}), 'contract')).toBe(0);
});

test('the answer above names the frame that is not in it', () => {
  const total = { fiscalYear: 2029, amountCents: 500_000_000, boundCents: 300_000_000, freeCents: 200_000_000 };
  expect(plain(answerOf([{ ...total, unknownFrames: ['FEES'] }]))).toBe(
    '2029 sind von 5 Mio. € schon 3 Mio. € gebunden, frei bleiben 2 Mio. €. Ohne Gebühren: Der Rahmen ist unbekannt.',
  );
  expect(answerOf([])).toBe('');
});
