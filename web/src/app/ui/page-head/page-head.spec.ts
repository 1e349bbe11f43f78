import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { PageHead } from './page-head';

it.each([
  ['Haushaltssperre 10 % Kern-IT', 'Haushaltssperre 10\u00a0% Kern-IT'],
  ['Noch 27.088,28 € verfügbar', 'Noch 27.088,28\u00a0€ verfügbar'],
  ['Was ist 2026 gesperrt?', 'Was ist 2026 gesperrt?'],
])('a figure and its sign stay on one line of the heading: %s', async (question, shown) => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(PageHead);
  fixture.componentRef.setInput('question', question);
  await fixture.whenStable();
  expect((fixture.nativeElement as HTMLElement).querySelector('h1')?.textContent).toBe(shown);
});
