import type { BarChart, LineChart, Treemap } from './chart.types';
import { configOf } from './config';
import type { Paint } from './paint';
import { inscription, treemapOf } from './treemap';
import { pointsOf, tableOf } from './values';

const paint: Paint = {
  text: 'text',
  muted: 'muted',
  line: 'line',
  surface: 'surface',
  font: 'Fira Sans',
  solid: (tone) => `solid ${tone}`,
  ink: (tone) => `ink ${tone}`,
  hatch: (tone) => `hatch ${tone}`,
  soft: (tone) => `soft ${tone}`,
};

const BARS: BarChart = {
  kind: 'bar',
  question: 'Geben wir das Geld gleichmäßig aus?',
  sentence: 'Im September am meisten.',
  unit: 'cents',
  categories: ['Sep', 'Okt'],
  series: [{ label: 'Ist', tone: 'ist', values: [26_829_500, null], hatched: [false, true] }],
  target: { label: 'Ansatz / 12', value: 29_166_700 },
};
const LINE: LineChart = {
  kind: 'line',
  question: 'Reicht das Geld?',
  sentence: 'Ja.',
  unit: 'cents',
  categories: ['Sep', 'Dez'],
  series: [
    { label: 'Ist', tone: 'ist', values: [41_200_000, null] },
    {
      label: 'Prognose',
      tone: 'ist',
      isDashed: true,
      values: [41_200_000, 65_800_000],
      band: { low: [null, 61_500_000], high: [null, 70_000_000] },
    },
  ],
};
const TILES: Treemap = {
  kind: 'treemap',
  question: 'Wohin geht das Geld?',
  sentence: 'Meist in den Betrieb.',
  unit: 'cents',
  tiles: [
    { label: 'Rechenzentrum', value: 61_000_000, tone: 'run', group: 'Betrieb' },
    { label: 'Gutschrift', value: -100, tone: 'run', group: 'Betrieb' },
  ],
};
const plain = (value: unknown): string => JSON.stringify(value).replace(/\u00a0/g, ' ');

describe('a chart from one plain description', () => {
  it.each([
    ['Fachbereich Soziales', 900, 'Fachbereich Soziales'],
    ['Schule', 390, 'Schule'],
    ['Fachbereich Bürgerservice', 390, ['Fachbereich', 'Bürgerservice']],
    ['Fachbereich Kinder, Jugend und Familie', 390, ['Fachbereich', 'Kinder, Jugend un…']],
    ['Organisationsentwicklung', 390, 'Organisationsentw…'],
  ])('names a lying bar whole, on two lines where the picture is narrow: %s at %d', (name, width, shown) => {
    const axis = configOf({ ...BARS, isHorizontal: true, categories: [name] }, paint).options?.scales?.['y'];
    const callback = axis?.ticks?.callback as ((this: unknown, value: number, at: number) => unknown) | undefined;
    expect(callback?.call({ chart: { width } }, 0, 0)).toEqual(shown);
  });

  it('fills what happened and hatches what is forecast', () => {
    const [series] = configOf(BARS, paint).data.datasets;
    expect(series?.backgroundColor).toEqual(['solid ist', 'hatch ist']);
  });

  it('begins bars at zero and leaves room for the dashed target', () => {
    const config = configOf(BARS, paint);
    expect(config.options?.scales?.['y']).toMatchObject({ beginAtZero: true, suggestedMax: 29_166_700 });
    expect(plain(config.options?.plugins)).toContain('Ansatz / 12 292 Tsd. €');
    expect(config.options?.animation).toBe(false);
  });

  it('draws the width of a forecast as a band without a name of its own', () => {
    const datasets = configOf(LINE, paint).data.datasets;
    expect(datasets.map((dataset) => dataset.label)).toEqual(['Ist', 'Prognose', '', '']);
    expect(datasets[3]).toMatchObject({ fill: '-1', backgroundColor: 'soft ist' });
  });

  it('puts only positive amounts on a treemap', () => {
    const [dataset] = treemapOf(TILES, paint).data.datasets;
    expect((dataset as unknown as { tree: unknown[] }).tree).toHaveLength(1);
  });

  it('writes into a tile what fits and nothing that does not', () => {
    const raw = (w: number, h: number) => ({ raw: { v: 61_000_000, w, h, _data: { ...TILES.tiles[0]! } } });
    expect(plain(inscription(raw(200, 100), TILES))).toBe('["Rechenzentrum","610 Tsd. €"]');
    expect(inscription(raw(80, 30), TILES)).toEqual(['Rechenzen…']);
    expect(inscription(raw(30, 30), TILES)).toEqual([]);
  });
});

describe('the same figures as a table', () => {
  it('has every value of the bars, exactly, and says unknown', () => {
    expect(plain(tableOf(BARS).rows)).toBe(
      '[{"name":"Sep","cells":["268.295,00 €"]},{"name":"Okt","cells":["unbekannt"]}]',
    );
  });

  it('has the band of a forecast and a dash where a line has ended', () => {
    expect(tableOf(LINE).head).toEqual([
      'Bezeichnung',
      'Ist',
      'Prognose',
      'Prognose, mindestens',
      'Prognose, höchstens',
    ]);
    expect(tableOf(LINE).rows[1]?.cells[0]).toBe('–');
  });

  it('has the tiles that are too small for a name', () => {
    expect(plain(tableOf(TILES).rows[1])).toBe('{"name":"Gutschrift","cells":["Betrieb","−1,00 €"]}');
  });

  it('reads each point aloud in order', () => {
    expect(plain(pointsOf(BARS))).toBe('["Sep: 268.295,00 €","Okt: unbekannt"]');
  });
});
