import { monthsChart, whereChart, whereSource } from './overview.charts';
import { overview } from './overview.sample';
import { monthsSource } from './overview.sentences';

describe('the charts of the overview', () => {
  it('stripes the month that runs; months to come have spent nothing, which is known', () => {
    const chart = monthsChart(overview());
    const [series] = chart.series;
    expect(series?.values.slice(8)).toEqual([30_000_000, 2_248_000, 0, 0]);
    expect(series?.hatched).toEqual(Array.from({ length: 12 }, (_, at) => at === 9));
    expect(chart.target).toEqual({ label: 'fortgeschrieben / 12 =', value: 42_916_667 });
  });

  it('draws a past year whole, and no line where there is no appropriation', () => {
    const chart = monthsChart(overview(null, { today: '2027-02-01' }));
    expect(chart.series[0]?.hatched).not.toContain(true);
    expect(monthsChart(overview(null, { months: [] })).target).toBeUndefined();
  });

  it('draws months of their own beside the actuals instead of one line for all', () => {
    const months = overview().months.map((month, at) => ({ ...month, evenShareCents: at === 0 ? 500 : 0 }));
    const chart = monthsChart(overview(null, { months }));
    expect(chart.target).toBeUndefined();
    expect(chart.series.map(({ label }) => label)).toEqual(['Ist', 'Plan']);
    expect(chart.sentence).toContain('als bei den geplanten Monatsraten');
    expect(monthsSource(overview(null, { months }))).toContain('rechte Säule: Plan des Monats');
  });

  it('paints run, change and what has no mark differently', () => {
    const { tiles } = whereChart(overview());
    expect(tiles.map(({ label, tone, group }) => [label, tone, group])).toEqual([
      ['DMS-Ausbau', 'change', 'Vorhaben'],
      ['Rechenzentrum', 'plan', 'nicht zugeordnet'],
    ]);
  });

  it('shows no more areas than can carry a name, and says what they add up to', () => {
    const [line] = overview().largest;
    const many = overview(null, { largest: Array.from({ length: 24 }, () => line!) });
    expect(whereChart(many).tiles).toHaveLength(12);
    expect(whereSource(many)).toEqual({ count: 12, cents: 12 * 103_000_000 });
  });
});
