import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { byRole, press, textOf } from '../../../testing/find';
import { Chart } from './chart';
import type { ChartDescription } from './chart.types';

@Component({ selector: 'et-host', imports: [Chart], template: `<et-chart [chart]="chart" />` })
class Host {
  readonly chart: ChartDescription = {
    kind: 'bar',
    question: 'Geben wir das Geld gleichmäßig aus?',
    sentence: 'Ist je Monat, am meisten im September.',
    unit: 'cents',
    categories: ['Aug', 'Sep'],
    series: [{ label: 'Ist', tone: 'ist', values: [24_000_000, 26_829_500] }],
  };
}

describe('a chart for everybody', () => {
  const render = async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };

  it('is one sentence to a screen reader and a table to whoever opens it', async () => {
    const { page } = await render();
    expect(byRole(page, 'img', /am meisten im September/)).toBeTruthy();
    expect(textOf(page.querySelector('table'))).toContain('Sep268.295,00');
    expect(textOf(page.querySelector('summary'))).toBe('Zahlen als Tabelle');
  });

  it('lets the arrow keys go from point to point', async () => {
    const { fixture, page } = await render();
    const box = byRole(page, 'img');
    press(box, 'ArrowRight');
    press(box, 'ArrowRight');
    press(box, 'ArrowRight');
    await fixture.whenStable();
    expect(textOf(page.querySelector('[aria-live]'))).toBe('Sep: 268.295,00 €');
    expect(byRole(page, 'button', 'SVG: Geben wir das Geld gleichmäßig aus?')).toBeTruthy();
    press(box, 'Home');
    await fixture.whenStable();
    expect(textOf(page.querySelector('[aria-live]'))).toBe('Aug: 240.000,00 €');
  });
});
