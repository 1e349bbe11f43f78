import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReleaseSums } from '@etatlotse/contracts/capacity/plain';
import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import { RELEASE_STAGES } from '@etatlotse/domain/capacity';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { ownUnits } from '../platform/own-units';
import { ReleasePage } from './release.page';

const SUMS: ReleaseSums = {
  stages: RELEASE_STAGES.map((stage) => ({
    ...{ stage, entries: 0, cases: 0, withoutRate: 0, yearFte: 0, runRateFte: 0, realisableFte: 0 },
    ...{ fullCostCents: 0, personnelCents: 0, budgetCents: 0 },
  })),
  ...{ thresholdFte: 0.25, operationFte: 0, operationUnknown: 0, dataAsOf: '2026-10-04T09:00:00Z' },
};
const unit = (id: string, parentId: string | null): UnitRow => ({
  ...{ id, parentId, level: 'department', code: id, name: `Bereich ${id}`, validFrom: '2020-01-01', validTo: null },
  ...{ depth: 0, version: 1 },
});
const TREE = [unit('dez', null), unit('fb', 'dez'), unit('abt', 'fb'), unit('other', 'dez')];
const [role] = aSessionWithRights('department_head').roles;

describe('the release ledger', () => {
  const open = async (): Promise<{ page: HTMLElement; http: HttpTestingController; settle: () => Promise<void> }> => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const http = TestBed.inject(HttpTestingController);
    const known = TestBed.inject(SessionStore).restore();
    const session = aSessionWithRights('department_head', { roles: [{ ...role!, unitId: 'fb' }] });
    http.expectOne('/api/v1/session').flush(session);
    await known;
    const fixture = TestBed.createComponent(ReleasePage);
    fixture.detectChanges();
    TestBed.tick();
    const settle = async (): Promise<void> => {
      for (const asked of http.match(({ url }) => url.endsWith('/releases/sums'))) asked.flush(SUMS);
      for (const asked of http.match(({ url }) => url.endsWith('/releases/candidates'))) asked.flush([]);
      for (const asked of http.match(({ url, method }) => url.endsWith('/releases') && method === 'GET')) {
        asked.flush({ rows: [], nextCursor: null });
      }
      for (const asked of http.match(({ url }) => url === '/api/v1/organization/units'))
        asked.flush({ asOf: '', units: TREE });
      await rest(fixture);
    };
    await settle();
    return { page: fixture.nativeElement as HTMLElement, http, settle };
  };

  it('takes time that no project names by a form: hours as they are, what is wrong at its field', async () => {
    const { page, http, settle } = await open();
    byRole(page, 'button', 'Von Hand eintragen').click();
    await moment();
    await settle();
    const form = byRole(page, 'dialog', 'Freisetzung eintragen');
    const unitChoice = byRole<HTMLSelectElement>(form, 'combobox', /In welchem Bereich/);
    expect([...unitChoice.options].map(({ text }) => text.trim()).slice(1)).toEqual([
      'fb Bereich fb',
      'abt Bereich abt',
    ]);
    byRole(form, 'button', 'Eintragen').click();
    await moment();
    expect(textOf(form)).toContain('Bitte eine ganze Zahl von Stunden eingeben.');
    type(byRole<HTMLInputElement>(form, 'textbox', /Was wird einfacher/), 'Terminbuchung ersetzt Telefonate');
    unitChoice.selectedIndex = 1;
    unitChoice.dispatchEvent(new Event('change'));
    type(byRole<HTMLInputElement>(form, 'textbox', /Stunden im Jahr/), '-40');
    type(byRole<HTMLInputElement>(form, 'textbox', /Stunden in einem vollen Jahr/), '1.200');
    type(byRole<HTMLInputElement>(form, 'textbox', /Entgelt/), 'E 9a');
    type(byRole<HTMLInputElement>(form, 'textbox', /Minuten je Fall/), '12,5');
    await moment();
    byRole(form, 'button', 'Eintragen').click();
    const sent = http.expectOne(({ method, url }) => method === 'POST' && url.endsWith('/releases'));
    expect(sent.request.body).toEqual({
      ...{ name: 'Terminbuchung ersetzt Telefonate', unitId: 'fb', fiscalYear: 2026, grade: 'E 9a' },
      ...{ yearHours: -40, runRateHours: 1200, secondsPerCase: 750 },
    });
    sent.flush({ id: 'r-1', version: 1 });
    await moment();
    await settle();
    expect(page.querySelector('dialog')).toBeNull();
  });
});

it('a head enters things for the own units and those below; a role of the whole city for all', () => {
  const ids = (unitId: string | null, name: 'department_head' | 'personnel_office' | 'clerk'): string[] =>
    ownUnits(TREE, [{ ...role!, role: name, unitId }], 'capacity.write').map(({ id }) => id);
  expect(ids('fb', 'department_head')).toEqual(['fb', 'abt']);
  expect(ids(null, 'personnel_office')).toEqual(['dez', 'fb', 'abt', 'other']);
  expect(ids('fb', 'clerk')).toEqual([]);
});
