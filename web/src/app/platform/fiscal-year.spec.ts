import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession } from '../../testing/session';
import { FiscalYear } from './fiscal-year';
import { SessionStore } from './session.store';

@Component({ selector: 'et-page', template: 'page' })
class Page {}

describe('the fiscal year of the page', () => {
  const at = async (address: string) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Page }])],
    });
    const done = TestBed.inject(SessionStore).restore();
    TestBed.inject(HttpTestingController).expectOne('/api/v1/session').flush(aSession());
    await done;
    const year = TestBed.inject(FiscalYear);
    const harness = await RouterTestingHarness.create(address);
    return { year, harness };
  };

  it('stands in the address', async () => {
    const { year } = await at('/budget/lines?year=2025');
    expect(year.year()).toBe(2025);
  });

  it('is the one of today when the address says nothing or nonsense', async () => {
    const { year, harness } = await at('/budget/lines');
    expect(year.year()).toBe(2026);
    await harness.navigateByUrl('/budget/lines?year=abc');
    expect(year.year()).toBe(2026);
  });

  it('changes the address, keeps the filters and closes the proof', async () => {
    const { year, harness } = await at('/budget/lines?frame=CORE&proof=x');
    year.choose(2027);
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/budget/lines?frame=CORE&year=2027');
    expect(year.choices()).toEqual([2027, 2026, 2025]);
  });
});
