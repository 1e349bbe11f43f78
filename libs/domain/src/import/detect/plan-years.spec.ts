import type { AmountPhase } from '../mapping';
import type { AmountChoice } from './amount-columns';
import { Notes } from './notes';
import { findPlanSpan, yearOfTexts } from './plan-years';

const column = (header: string, fiscalYear: number, phase: AmountPhase): AmountChoice => {
  return { role: 'amount', header, fiscalYear, phase, side: 'net', at: fiscalYear - 2000 };
};
const columns = (actuals: number[], plans: number[], later: number[] = []): AmountChoice[] => [
  ...actuals.map((year) => column(`Ergebnis ${year}`, year, 'actual')),
  ...plans.map((year) => column(`Ansatz ${year}`, year, 'plan')),
  ...later.map((year) => column(`Planung ${year}`, year, 'plan')),
];

function spanOf(amounts: AmountChoice[], texts: string[] = [], fiscalYear?: number): [string | undefined, string[]] {
  const notes = new Notes({ today: '2026-10-05', ...(fiscalYear === undefined ? {} : { fiscalYear }) });
  return [findPlanSpan('plan_lines', amounts, texts, null, notes)?.title, notes.questions.map(({ code }) => code)];
}

it.each<[string, AmountChoice[], string[], string]>([
  [
    'result of the year before last, plan of the last year',
    columns([2024], [2025, 2026], [2027, 2028]),
    [],
    'Haushaltsplan 2026',
  ],
  [
    'two years with Ansatz after that',
    columns([2024], [2025, 2026, 2027], [2028, 2029]),
    [],
    'Doppelhaushalt 2026/2027',
  ],
  ['two years and nothing after them', columns([2015], [2016, 2017, 2018]), [], 'Doppelhaushalt 2017/2018'],
  ['a result and a plan of the last year', columns([2015, 2016], [2016, 2017, 2018, 2019]), [], 'Haushaltsplan 2017'],
  ['one plan column', columns([], [2026]), [], 'Haushaltsplan 2026'],
  ['a title', columns([], [2025, 2026, 2027]), ['Haushaltsplan 2026'], 'Haushaltsplan 2026'],
  ['a title of two years', columns([], [2025, 2026, 2027]), ['Doppelhaushalt 2026/2027'], 'Doppelhaushalt 2026/2027'],
  ['the name of the file', columns([], [2016, 2017, 2018]), ['hhplan2017.csv'], 'Haushaltsplan 2017'],
])('%s', (_, amounts, texts, title) => {
  expect(spanOf(amounts, texts)).toEqual([title, []]);
});

it('several plan years and nothing else are asked about, and what the person says counts', () => {
  expect(spanOf(columns([], [2025, 2026]))).toEqual(['Doppelhaushalt 2025/2026', ['PLAN_YEAR']]);
  expect(spanOf(columns([], [2025, 2026], [2027]), [], 2026)).toEqual(['Haushaltsplan 2026', []]);
});

it.each<[string[], number | null]>([
  [['Stadt Musterhausen - Haushaltsplan 2027 - Angaben in T€'], 2027],
  [['Buchungen', 'export_2026.csv'], 2026],
  [['2025 bis 2026'], null],
  [[], null],
])('%p names the year %p', (texts, year) => {
  expect(yearOfTexts(texts)).toBe(year);
});
