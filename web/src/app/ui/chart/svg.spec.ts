import type { BarChart, Treemap } from './chart.types';
import { figuresCsv } from './figures-csv';
import { svgOf, type SvgPaint } from './svg';

const PAINT: SvgPaint = {
  text: '#000',
  muted: '#555',
  line: '#ccc',
  surface: '#fff',
  font: 'Fira Sans',
  solid: (tone) => `#${tone.length}`,
  ink: () => '#fff',
};
const BARS: BarChart = {
  kind: 'bar',
  question: 'Wohin geht <das> Geld?',
  sentence: 'Am meisten im September.',
  unit: 'cents',
  categories: ['Aug', 'Sep'],
  series: [{ label: 'Ist & Soll', tone: 'ist', values: [10_000_000, 20_000_000] }],
};
const parsed = (svg: string): Document => new DOMParser().parseFromString(svg, 'image/svg+xml');
const bars = (svg: Document): number[] =>
  [...svg.querySelectorAll('rect > title')].map((title) => Number(title.parentElement?.getAttribute('height')));

test('the picture is a file of its own: question, sentence, unit at the axis, nothing that ends its markup', () => {
  const svg = parsed(svgOf(BARS, PAINT));
  expect(svg.querySelector('parsererror')).toBeNull();
  expect(svg.querySelector('title')?.textContent).toBe('Wohin geht <das> Geld?');
  const words = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(words).toEqual(
    expect.arrayContaining(['Am meisten im September.', '200\u00a0Tsd.\u00a0€', 'Aug', 'Sep', 'Ist & Soll']),
  );
});

test('bars begin at zero: twice the amount is twice as high', () => {
  const [first = 0, second = 0] = bars(parsed(svgOf(BARS, PAINT)));
  expect(second / first).toBeCloseTo(2, 1);
});

test('in a treemap area is amount', () => {
  const map: Treemap = {
    kind: 'treemap',
    question: 'Was?',
    sentence: 'Das.',
    unit: 'cents',
    tiles: [
      { label: 'A', value: 300, tone: 'run' },
      { label: 'B', value: 100, tone: 'change' },
    ],
  };
  const areas = [...parsed(svgOf(map, PAINT)).querySelectorAll('rect > title')].map((title) => {
    const tile = title.parentElement;
    return Number(tile?.getAttribute('width')) * Number(tile?.getAttribute('height'));
  });
  expect((areas[0] ?? 0) / (areas[1] ?? 1)).toBeCloseTo(3, 1);
});

test('the table as CSV runs nothing', () => {
  const csv = figuresCsv({ head: ['Name', 'Wert'], rows: [{ name: '=1+1', cells: ['−1.234,50 €'] }] });
  expect(csv).toBe("\uFEFFName;Wert\r\n'=1+1;-1.234,50 €\r\n");
});
