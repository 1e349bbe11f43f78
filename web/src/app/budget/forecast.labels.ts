import type { ForecastLight, ForecastMethod } from '@etatlotse/domain/budget';
import { labels } from '../platform/language';

const lightsDe: Record<ForecastLight, string> = {
  short: 'reicht nicht',
  tight: 'wird knapp',
  fits: 'reicht',
  slack: 'viel bleibt übrig',
  unknown: 'unbekannt',
};
const lightsEn: Record<ForecastLight, string> = {
  short: 'not enough',
  tight: 'will be tight',
  fits: 'enough',
  slack: 'much stays unused',
  unknown: 'unknown',
};
const methodsDe: Record<ForecastMethod, string> = {
  season: 'Verlauf der Vorjahre',
  rate: 'bisheriges Tempo',
  orders: 'ausgegeben und gebunden',
};
const methodsEn: Record<ForecastMethod, string> = {
  season: 'course of earlier years',
  rate: 'pace so far',
  orders: 'spent and bound',
};

export const forecastLabels = labels({
  de: {
    title: 'Prognose zum Jahresende',
    question: (year: number) => `Reicht das Geld ${year} bis zum Jahresende?`,
    answerShort: (count: string, lines: string, missing: string) =>
      count === '1'
        ? `Eine von ${lines} Zeilen reicht voraussichtlich nicht; ihr fehlen ${missing}.`
        : `${count} von ${lines} Zeilen reichen voraussichtlich nicht; zusammen fehlen ${missing}.`,
    answerPool: (count: string) =>
      count === '1'
        ? 'Eine davon liegt in einem Deckungskreis, der als Ganzes nicht reicht.'
        : `${count} davon liegen in Deckungskreisen, die als Ganzes nicht reichen.`,
    answerFits: (lines: string) =>
      lines === '1'
        ? 'Das Geld reicht voraussichtlich aus.'
        : `Alle ${lines} Zeilen mit bekannter Ermächtigung reichen voraussichtlich aus.`,
    asOf: (day: string) => `Ausgaben bekannt bis ${day}`,
    intro:
      'Gerechnet wird nach dem Verlauf der Vorjahre, sonst nach dem bisherigen Tempo, und nie weniger als ausgegeben und gebunden ist. In einem Deckungskreis zählt, ob er als Ganzes reicht.',
    show: 'Zeigen',
    all: 'alle',
    line: 'Zeile',
    frame: 'Rahmen',
    authority: 'Fortgeschrieben ohne Sperre',
    spent: 'Ist',
    bound: 'Gebunden',
    forecast: 'Prognose',
    left: 'Bleibt',
    light: 'Reicht es?',
    pool: (code: string) => `Deckungskreis ${code}`,
    frameSum: (frame: string, lines: string) => `${frame} (${lines} Zeilen)`,
    more: (count: string) => `${count} weitere zeigen`,
    none: 'Keine Zeile in den IT-Rahmen',
    noneHint: 'Ordnen Sie Haushaltszeilen einem Rahmen zu, dann steht hier ihre Prognose.',
    toLines: 'Zu den Haushaltszeilen',
    noneOfLight: 'Keine Zeile in dieser Gruppe.',
    lights: lightsDe,
    methods: methodsDe,
    sentence: {
      short: (forecast: string, authority: string, gap: string) =>
        `Voraussichtlich nicht. Bis zum Jahresende werden ${forecast} ausgegeben sein; erlaubt sind ${authority}. Es fehlen ${gap}.`,
      tight: (forecast: string, authority: string) =>
        `Knapp. Bis zum Jahresende werden voraussichtlich ${forecast} von ${authority} ausgegeben sein.`,
      fits: (forecast: string, authority: string) =>
        `Voraussichtlich ja. Bis zum Jahresende werden ${forecast} von ${authority} ausgegeben sein.`,
      slack: (forecast: string, authority: string, left: string) =>
        `Ja. Bis zum Jahresende werden voraussichtlich nur ${forecast} von ${authority} ausgegeben sein; ${left} bleiben übrig.`,
      unknown: (forecast: string) =>
        `Bis zum Jahresende werden voraussichtlich ${forecast} ausgegeben sein. Wie viel erlaubt ist, ist nicht bekannt.`,
    },
    ofPool: (code: string) => `Im Deckungskreis ${code} gilt für alle Zeilen zusammen: `,
    basis: (method: string, day: string) => `Gerechnet nach: ${method}. Ausgaben bekannt bis ${day}.`,
    seasonOf: (years: string) => `Verlauf der Jahre ${years}`,
    methodsTitle: 'Wie ist das gerechnet?',
    method: 'Rechenweg',
    result: 'Ergebnis',
    tooLittle: 'zu wenig Anhalt',
    used: 'gilt',
    series: 'Prognose aufgelaufen',
    link: 'Prognose aller Zeilen',
  },
  en: {
    title: 'Forecast for the year’s end',
    question: (year: number) => `Will the money of ${year} last until the year’s end?`,
    answerShort: (count: string, lines: string, missing: string) =>
      count === '1'
        ? `One of ${lines} lines will probably not last; it lacks ${missing}.`
        : `${count} of ${lines} lines will probably not last; together they lack ${missing}.`,
    answerPool: (count: string) =>
      count === '1'
        ? 'One of them is in a cover pool that will not last as a whole.'
        : `${count} of them are in cover pools that will not last as a whole.`,
    answerFits: (lines: string) =>
      lines === '1' ? 'The money will probably last.' : `All ${lines} lines with a known authority will probably last.`,
    asOf: (day: string) => `Spending known until ${day}`,
    intro:
      'It follows the course of earlier years, else the pace so far, and is never less than what is spent and bound. In a cover pool it counts whether the pool lasts as a whole.',
    show: 'Show',
    all: 'all',
    line: 'Line',
    frame: 'Frame',
    authority: 'Adjusted without lock',
    spent: 'Actual',
    bound: 'Bound',
    forecast: 'Forecast',
    left: 'Left',
    light: 'Will it last?',
    pool: (code: string) => `Cover pool ${code}`,
    frameSum: (frame: string, lines: string) => `${frame} (${lines} lines)`,
    more: (count: string) => `Show ${count} more`,
    none: 'No line in the IT frames',
    noneHint: 'Assign budget lines to a frame, and their forecast stands here.',
    toLines: 'To the budget lines',
    noneOfLight: 'No line in this group.',
    lights: lightsEn,
    methods: methodsEn,
    sentence: {
      short: (forecast: string, authority: string, gap: string) =>
        `Probably not. By the year’s end ${forecast} will be spent; ${authority} are allowed. ${gap} are missing.`,
      tight: (forecast: string, authority: string) =>
        `Only just. By the year’s end ${forecast} of ${authority} will probably be spent.`,
      fits: (forecast: string, authority: string) =>
        `Probably yes. By the year’s end ${forecast} of ${authority} will be spent.`,
      slack: (forecast: string, authority: string, left: string) =>
        `Yes. By the year’s end only ${forecast} of ${authority} will probably be spent; ${left} stay unused.`,
      unknown: (forecast: string) =>
        `By the year’s end ${forecast} will probably be spent. How much is allowed is not known.`,
    },
    ofPool: (code: string) => `In the cover pool ${code} it holds for all lines together: `,
    basis: (method: string, day: string) => `Told from: ${method}. Spending known until ${day}.`,
    seasonOf: (years: string) => `course of the years ${years}`,
    methodsTitle: 'How is this worked out?',
    method: 'Way',
    result: 'Result',
    tooLittle: 'too little to go by',
    used: 'holds',
    series: 'Forecast, running sum',
    link: 'Forecast of all lines',
  },
});
