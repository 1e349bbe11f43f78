import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  type CapacityGroupRow,
  type CapacityMonthRow,
  type CapacityOverview,
  type CapacityRiskView,
  type CapacityUnitRow,
  USUAL_RISK,
} from '@etatlotse/contracts/capacity/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { CapacityPage } from './capacity.page';

const month = (requiredFte: number | null, availableFte: number | null): CapacityMonthRow => ({
  plannedFte: 8,
  occupiedFte: 7,
  requiredFte,
  availableFte,
  availableNormFte: availableFte,
  backlogCases: null,
  backlogDays: null,
  gapFte: requiredFte === null || availableFte === null ? null : availableFte - requiredFte,
});
const BENEFITS: CapacityUnitRow = {
  ...month(7.5, 6),
  unit: { id: 'u-1', code: 'FB 50', name: 'Fachbereich Soziales' },
  posts: 8,
  tasks: 2,
  availableNormFte: 6,
  utilisation: 1.25,
  isComplete: true,
  unknownTasks: [],
  backlogCases: 425,
  backlogDays: 5.4,
  backlogCountedOn: '2026-04-30',
  isProtected: false,
  released: [],
  months: Array.from({ length: 12 }, (_, at) => (at === 4 ? month(8.34, 6) : month(6, 6))),
};
const SCHOOL: CapacityUnitRow = {
  ...month(3.9, null),
  unit: { id: 'u-2', code: 'FB 40', name: 'Fachbereich Schule' },
  posts: 4,
  tasks: 2,
  availableNormFte: null,
  utilisation: null,
  isComplete: false,
  unknownTasks: ['Schul-IT: Beratung'],
  backlogCases: null,
  backlogDays: null,
  backlogCountedOn: null,
  isProtected: true,
  released: [],
  months: Array.from({ length: 12 }, () => month(3.9, null)),
};
const OVERVIEW: CapacityOverview = {
  fiscalYear: 2026,
  rows: [BENEFITS, SCHOOL],
  groups: [],
  totals: { plannedFte: 16, occupiedFte: 14, requiredFte: 11.4, isComplete: false },
  parameters: [
    {
      id: 'p-1',
      kind: 'yearly_minutes',
      key: 'employee',
      valueMicros: 93_660_000_000,
      basis: null,
      validFrom: '2025-08-01',
      source: 'KGSt-Bericht 8/2025, zweite Hand',
      sourceYear: 2025,
      isExample: true,
      isDemo: true,
    },
  ],
  missingParameters: [],
  dataAsOf: '2026-10-05T07:30:00Z',
};

const RISK: CapacityRiskView = {
  ...{ fiscalYear: 2026, inputs: USUAL_RISK, runs: 10_000, dataAsOf: '2026-10-05T07:30:00Z' },
  rows: [
    {
      ...{ unit: BENEFITS.unit, overload: Array.from({ length: 12 }, (_, at) => (at === 4 ? 0.93 : 0.41)) },
      ...{ anyOverload: 0.97, requiredFte: Array<number>(12).fill(7.9), missingFte: Array<number>(12).fill(1.9) },
      ...{ leftOut: [], withoutHistory: [] },
    },
    {
      ...{ unit: SCHOOL.unit, overload: null, anyOverload: null, requiredFte: null, missingFte: null },
      ...{ leftOut: ['Schul-IT: Beratung'], withoutHistory: [] },
    },
  ],
};

describe('the year of every unit', () => {
  const open = async (overview: CapacityOverview): Promise<HTMLElement> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(CapacityPage);
    fixture.detectChanges();
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(({ url }) => url === '/api/v1/capacity/overview').flush(overview);
    await moment();
    for (const asked of http.match(({ url }) => url === '/api/v1/capacity/risk')) asked.flush(RISK);
    await rest(fixture);
    return fixture.nativeElement as HTMLElement;
  };
  const cells = (row: HTMLElement): string[] => [...row.querySelectorAll('td')].map(textOf);

  it('says in one sentence where people are missing, and where that is not known', async () => {
    const page = await open(OVERVIEW);
    const said = textOf(page).replaceAll('\u00a0', ' ');
    expect(said).toContain('In 1 von 2 Bereichen nicht. Zusammen fehlen dort 1,5 VZÄ.');
    expect(said).toContain('Bei einem Bereich ist das nicht bekannt oder wird nicht gezeigt.');
    expect(said).toContain('Am stärksten belastet ist Fachbereich Soziales im Mai mit 139 %.');
    expect(said).toContain('Nötig sind mindestens 11,4 VZÄ');
  });

  it('shows the load of a month in figures, and what is not known as such', async () => {
    const page = await open(OVERVIEW);
    const [benefits, school] = allByRole(byRole(page, 'region', /mehr zu tun/), 'row').slice(1);
    expect(cells(benefits!)).toEqual(['100', '100', '100', '100', '139', ...Array(7).fill('100'), '125']);
    expect(cells(school!)).toEqual(Array(13).fill('unb.'));
  });

  it('shows the city from the top: a directorate, its departments, and the units in them, as far down as asked', async () => {
    const school = { ...SCHOOL, unit: { id: 'u-3', code: '50.2', name: 'Stelle Wohngeld' } };
    const months = Array.from({ length: 12 }, () => ({ requiredFte: 6, gapFte: -1 }));
    const group = (id: string, name: string, level: 'directorate' | 'department'): CapacityGroupRow => ({
      ...{ unit: { id, code: id, name }, level, unitIds: ['u-1', 'u-3'], knownUnits: 1, utilisation: 1.2, months },
    });
    const groups = [group('Dez V', 'Dezernat V', 'directorate'), group('u-1', 'Fachbereich Soziales', 'department')];
    const page = await open({ ...OVERVIEW, rows: [BENEFITS, school], groups });
    const names = (): (string | null)[] =>
      allByRole(byRole(page, 'region', /mehr zu tun/), 'rowheader').map((head) => textOf(head));
    expect(names()).toEqual([
      'Dezernat V Dez V, 1 von 2 bekannt',
      'Fachbereich Soziales u-1, 1 von 2 bekannt',
      'Fachbereich SozialesFB 50, ohne die Stellen darunter',
      'Stelle Wohngeld50.2, mindestens',
    ]);
    byRole(page, 'radio', 'Dezernat').click();
    await moment();
    expect(names()).toHaveLength(1);
    const [directorate] = allByRole(byRole(page, 'region', /mehr zu tun/), 'row').slice(1);
    expect(cells(directorate!)).toEqual(Array(13).fill('120'));
    byRole(page, 'radio', 'Fachbereich').click();
    await moment();
    expect(names()).toHaveLength(2);
  });

  it('planned, occupied and available are three columns, and presence of a small unit is not shown', async () => {
    const page = await open(OVERVIEW);
    const [benefits, school] = allByRole(byRole(page, 'region', /Wie viel Personal/), 'row').slice(1);
    expect(cells(benefits!)).toEqual([
      '7,50',
      '8,00',
      '7,00',
      '6,00',
      '−1,50',
      '425 Fälle 5,4 Arbeitstage',
      'unbekannt',
      'fehlt',
    ]);
    expect(cells(school!)).toEqual([
      '3,90',
      '8,00',
      '7,00',
      'nicht gezeigt',
      'nicht gezeigt',
      'unbekannt',
      'nicht gezeigt',
      'unbekannt',
    ]);
    expect(textOf(school!)).toContain('ohne Fallzahl: Schul-IT: Beratung');
  });

  it('says how sure it is that time is enough, and what is not in that', async () => {
    const page = await open(OVERVIEW);
    const said = textOf(page).replaceAll('\u00a0', ' ');
    expect(said).toContain(
      'Am unsichersten ist Fachbereich Soziales im Mai: Mit 93 % Wahrscheinlichkeit passt dort nicht alle Arbeit in die Zeit.',
    );
    expect(said).toContain('Nicht enthalten, weil Zahlen fehlen: Schul-IT: Beratung.');
    expect(said).toContain('10.000 Mal durchgespielt (Startzahl 2026');
  });

  it('names source and date of what it is reckoned with', async () => {
    const figures = byRole(await open(OVERVIEW), 'region', 'Womit ist gerechnet?');
    expect(textOf(figures)).toContain('Nettoarbeitszeit im Jahr (Tarifbeschäftigte)');
    expect(textOf(figures)).toContain('93.660 Minuten (1.561 Stunden)');
    expect(textOf(figures)).toContain('Beispielwert, bitte bestätigen');
  });

  it('a city that has entered nothing yet is told who begins', async () => {
    const page = await open({ ...OVERVIEW, rows: [], parameters: [], missingParameters: [] });
    expect(textOf(page)).toContain('Noch keine Stellen und Aufgaben');
  });

  it('says which figures are missing before a need can be told', async () => {
    const page = await open({ ...OVERVIEW, missingParameters: ['yearly_minutes official'] });
    expect(textOf(page)).toContain('Nettoarbeitszeit im Jahr (Beamtinnen und Beamte)');
  });
});
