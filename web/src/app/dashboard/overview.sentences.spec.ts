import { language } from '../ui/language/language';
import { balance, overview } from './overview.sample';
import {
  answerOf,
  distributionSentence,
  frameSentence,
  hasFigures,
  largestSentence,
  monthsSentence,
  monthsSource,
  runOrChangeSentence,
  sidesSentence,
  useSentence,
} from './overview.sentences';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('the answer', () => {
  it('names the frames it counts and the one it leaves out (T26)', () => {
    const answer = answerOf(overview());
    expect(answer).toMatchObject({
      before: 'Verfügbar sind',
      cents: 109_500_000,
      after: ' aus Kern-IT und Schulnetzen.',
    });
    expect(answer.remark).toBe('Für Gebühren ist kein Rahmen hinterlegt, deshalb ist dies keine Gesamtsumme.');
  });

  it('is another one when finance decides that fees are 0: unknown is not zero (R26)', () => {
    const decided = answerOf(overview(0));
    expect(decided.cents).toBe(109_500_000 - 29_648_000);
    expect(decided).toMatchObject({ after: ' aus allen drei Rahmen.', remark: '' });
  });

  it('says what is missing instead of a negative amount', () => {
    const figures = overview(0);
    const short = { ...figures, totals: { ...figures.totals, availableCents: -1_234 } };
    expect(answerOf(short)).toMatchObject({ before: 'Es fehlen', cents: 1_234, after: ' in allen drei Rahmen.' });
  });

  it('gives no amount when no frame has one', () => {
    const figures = overview();
    const frames = figures.frames.map((frame) => ({ ...frame, ceilingCents: null, availableCents: null }));
    expect(answerOf({ ...figures, frames }).cents).toBeNull();
  });

  it('follows the language', () => {
    language.set('en');
    expect(answerOf(overview()).after).toBe(' available from core IT and school networks.');
  });
});

describe('how far the frames are used', () => {
  it('speaks of the largest frame and of the year', () => {
    expect(plain(useSentence(overview()))).toBe(
      'Von jedem Euro im Rahmen Kern-IT sind 68 Cent ausgegeben oder bestellt. Das Jahr ist zu 76 % vorbei.',
    );
  });

  it('knows years that have not begun and years that are over', () => {
    const nothing = { frames: [] };
    expect(useSentence(overview(null, { ...nothing, yearElapsedPermille: 0 }))).toBe(
      'Das Jahr hat noch nicht begonnen.',
    );
    expect(useSentence(overview(null, { ...nothing, yearElapsedPermille: 1000 }))).toBe('Das Jahr ist vorbei.');
  });

  it('explains each frame to people who do not read bars', () => {
    const [core, , fees] = overview().frames;
    expect(frameSentence(core!)).toBe('Von 100 Euro sind 68 ausgegeben oder bestellt.');
    expect(plain(frameSentence(fees!))).toBe(
      'Ausgegeben und bestellt sind 296.480 €. Wie viel erlaubt ist, steht noch nicht fest.',
    );
    expect(plain(frameSentence({ ...core!, availableCents: -500_000 }))).toContain('Es fehlen 5.000 €');
  });

  it('keeps expense and investment apart, and is silent where there is only one', () => {
    const [core] = overview().frames;
    const investing = balance({ appropriationCents: 100_000, actualCents: 25_000 });
    expect(sidesSentence(core!)).toBeNull();
    expect(plain(sidesSentence({ ...core!, investing })!)).toBe(
      'davon verfügbar im laufenden Betrieb 750.000 €, für Investitionen 750 €',
    );
  });

  it('says what the plan leaves of the ceiling or takes beyond it', () => {
    const [core, , fees] = overview().frames;
    expect(distributionSentence(core!)).toBeNull();
    expect(distributionSentence(fees!)).toBeNull();
    expect(plain(distributionSentence({ ...core!, ceilingCents: 350_000_100 })!)).toBe('1,00 € noch nicht verteilt');
    expect(plain(distributionSentence({ ...core!, ceilingCents: 349_999_900 })!)).toBe('1,00 € über dem Rahmen');
  });
});

describe('the months', () => {
  it('judges by finished months only and says by how much', () => {
    expect(plain(monthsSentence(overview()))).toBe(
      'Nein, langsamer. Bis Ende September sind 1.162.500 € weniger ausgegeben als bei gleichen Monatsraten; ' +
        '9 von 9 Monaten lagen darunter.',
    );
  });

  const spending = (actualCents: number, today = '2026-10-05') =>
    overview(null, {
      today,
      months: Array.from({ length: 12 }, (_, at) => ({ month: at + 1, actualCents, evenShareCents: 1_000_000 })),
    });

  it('calls it even within a twentieth, faster beyond it', () => {
    expect(plain(monthsSentence(spending(1_040_000)))).toBe(
      'Ja. Bis Ende September liegt das Ist 3.600 € neben gleichen Monatsraten.',
    );
    expect(plain(monthsSentence(spending(1_100_000)))).toContain(
      'Nein, schneller. Bis Ende September sind 9.000 € mehr',
    );
  });

  it('makes no verdict before the first month is over, or without an appropriation', () => {
    expect(plain(monthsSentence(spending(1_000, '2026-01-20')))).toContain('Noch ist kein Monat abgeschlossen.');
    const without = overview(null, { months: [{ month: 1, actualCents: 500, evenShareCents: 0 }] });
    expect(plain(monthsSentence(without))).toBe('Ausgegeben sind 5 €. Ohne Ansatz gibt es keinen Vergleich.');
    expect(monthsSentence(overview(null, { months: [] }))).toBe('In diesem Jahr ist noch nichts ausgegeben.');
  });

  it('says that a frame without a ceiling has no twelfth', () => {
    expect(monthsSource(overview())).toContain('Das Zwölftel enthält keine Gebühren');
    expect(monthsSource(overview(0))).not.toContain('Gebühren');
  });
});

describe('where it goes', () => {
  it('parts run and change, and what nobody has marked yet', () => {
    expect(plain(runOrChangeSentence(overview()))).toBe('60 % halten den Betrieb am Laufen, 40 % verändern etwas.');
    const runOrChange = { runCents: 50, changeCents: 25, unmarkedCents: 25 };
    expect(plain(runOrChangeSentence(overview(null, { runOrChange })))).toContain('25 % sind noch nicht zugeordnet.');
  });

  it('names the largest line with its share', () => {
    expect(plain(largestSentence(overview()))).toBe('Am meisten für DMS-Ausbau: 1.030.000 €, das sind 20 %.');
    expect(largestSentence(overview(null, { largest: [] }))).toBe('Noch ist nichts verplant.');
  });

  it('knows a year in which nothing stands yet', () => {
    const figures = overview();
    expect(hasFigures(figures)).toBe(true);
    const nothing = { ...balance({}), ceilingCents: 0, unknownFrames: [] };
    expect(hasFigures({ ...figures, totals: nothing })).toBe(false);
  });
});
