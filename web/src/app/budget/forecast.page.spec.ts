import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ForecastRow, Forecasts } from '@etatlotse/contracts/budget/plain';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { ForecastPage } from './forecast.page';

const row = (over: Partial<ForecastRow>): ForecastRow => ({
  id: 'l-1',
  number: '4S.1',
  name: 'Lizenzen',
  frame: 'CORE',
  spentCents: 90_000,
  boundCents: 0,
  forecastCents: 120_000,
  authorityCents: 100_000,
  light: 'short',
  method: 'season',
  poolCode: null,
  ...over,
});

const FORECASTS: Forecasts = {
  fiscalYear: 2026,
  asOf: '2026-09-30',
  rows: [
    row({}),
    row({ id: 'l-2', name: 'Wartung', light: 'short', authorityCents: 130_000, poolCode: 'DK-1' }),
    row({ id: 'l-3', name: 'Geräte', light: 'fits', authorityCents: 140_000, method: 'rate' }),
    row({ id: 'l-4', name: 'Gebühren', frame: 'FEES', light: 'unknown', authorityCents: null }),
  ],
  frames: [
    {
      frame: 'FEES',
      lines: 1,
      spentCents: 90_000,
      boundCents: 0,
      forecastCents: 120_000,
      authorityCents: null,
      light: 'unknown',
    },
  ],
};

describe('the forecasts', () => {
  const open = async (forecasts: Forecasts, light?: string): Promise<HTMLElement> => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession());
    await known;
    const fixture = TestBed.createComponent(ForecastPage);
    fixture.componentRef.setInput('light', light);
    TestBed.tick();
    server.expectOne((request) => request.url === '/api/v1/budget/forecasts').flush(forecasts);
    await rest(fixture);
    return fixture.nativeElement as HTMLElement;
  };
  const linesOf = (page: HTMLElement): string[] =>
    allByRole(page, 'link')
      .filter((link) => link.closest('tbody') !== null)
      .map(textOf);

  it('answers how many lines will not last, what they lack, and that a pool decides for one of them', async () => {
    const page = await open(FORECASTS);
    expect(textOf(page)).toContain('2 von 4 Zeilen reichen voraussichtlich nicht; zusammen fehlen 200,00 €.');
    expect(textOf(page)).toContain('Eine davon liegt in einem Deckungskreis, der als Ganzes nicht reicht.');
    expect(textOf(page)).toContain('Ausgaben bekannt bis 30.09.2026');
    expect(linesOf(page)).toEqual(['Lizenzen', 'Wartung', 'Geräte', 'Gebühren']);
    expect(textOf(page.querySelector('table'))).toContain('−200,00');
  });

  it('says that an unknown authority leaves an unknown rest, also in the sum of its frame', async () => {
    const page = await open(FORECASTS);
    const sum = page.querySelector('tfoot');
    expect(textOf(sum)).toContain('unbekannt');
    expect(textOf(sum)).toContain('1.200,00');
  });

  it('shows one group of them, and how many each has', async () => {
    const page = await open(FORECASTS, 'fits');
    expect(linesOf(page)).toEqual(['Geräte']);
    expect(allByRole(page, 'radio').map((radio) => textOf(radio.closest('label')))).toEqual([
      'alle (4)',
      'reicht nicht (2)',
      'reicht (1)',
      'unbekannt (1)',
    ]);
  });

  it('is content when all of them last', async () => {
    const page = await open({ ...FORECASTS, rows: FORECASTS.rows.slice(2) });
    expect(textOf(page)).toContain('Das Geld reicht voraussichtlich aus.');
  });

  it('says what to do where no line belongs to a frame', async () => {
    const page = await open({ ...FORECASTS, rows: [], frames: [] });
    expect(textOf(page)).toContain('Ordnen Sie Haushaltszeilen einem Rahmen zu');
    expect(byRole(page, 'link', 'Zu den Haushaltszeilen')).toBeTruthy();
  });
});
