import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LineDetail, LineForecast } from '@etatlotse/contracts/budget';
import { textOf } from '../../testing/find';
import { LineCourse } from './line-course';

const LINE = {
  fiscalYear: 2026,
  balance: { adjustedCents: 100_000, lockCents: 0, actualCents: 90_000 },
  months: Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    actualCents: at < 9 ? 10_000 : 0,
    plannedCents: null,
  })),
} as unknown as LineDetail;

const FORECAST: LineForecast = {
  fiscalYear: 2026,
  asOf: '2026-09-30',
  spentCents: 90_000,
  boundCents: 0,
  forecastCents: 120_330,
  authorityCents: 100_000,
  light: 'short',
  method: 'rate',
  byMethod: { season: null, rate: 120_330, orders: 90_000 },
  expectedMonthCents: [...Array<number>(9).fill(10_000), 10_110, 10_110, 10_110],
  earlierYears: [],
  pool: null,
};

describe('the course of a line', () => {
  const open = async (forecast: LineForecast | null, today = '2026-10-20'): Promise<string> => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(LineCourse);
    fixture.componentRef.setInput('line', LINE);
    fixture.componentRef.setInput('forecast', forecast);
    fixture.componentRef.setInput('today', today);
    await fixture.whenStable();
    return textOf(fixture.nativeElement as HTMLElement);
  };

  it('says that the money will not last, what is missing to the cent, and by which way of looking at it', async () => {
    const page = await open(FORECAST);
    expect(page).toContain('reicht nicht');
    expect(page).toContain(
      'Voraussichtlich nicht. Bis zum Jahresende werden 1.203 € ausgegeben sein; erlaubt sind 1.000 €. Es fehlen 203,30 €.',
    );
    expect(page).toContain('Gerechnet nach: bisheriges Tempo. Ausgaben bekannt bis 30.09.2026.');
    expect(page).toContain('Verlauf der Vorjahrezu wenig Anhalt');
  });

  it('T6 speaks for the whole pool where the line is in one', async () => {
    const pool = {
      id: 'p',
      code: 'DK-1',
      name: 'Schulen',
      ...FORECAST,
      authorityCents: 150_000,
      light: 'fits' as const,
    };
    const page = await open({ ...FORECAST, light: 'fits', pool });
    expect(page).toContain('Im Deckungskreis DK-1 gilt für alle Zeilen zusammen: Voraussichtlich ja.');
  });

  it('forecasts nothing for a year that is over', async () => {
    const page = await open(FORECAST, '2027-01-05');
    expect(page).not.toContain('Gerechnet nach');
    expect(page).toContain('ausgegeben werden dürfen');
  });

  it('names the years that the season is told from', async () => {
    const page = await open({
      ...FORECAST,
      method: 'season',
      earlierYears: [2025, 2024],
      byMethod: { ...FORECAST.byMethod, season: 120_330 },
    });
    expect(page).toContain('Gerechnet nach: Verlauf der Jahre 2024, 2025.');
  });
});
