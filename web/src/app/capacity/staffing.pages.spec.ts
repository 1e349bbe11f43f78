import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  ParameterEffect,
  ParameterEntry,
  ParameterRow,
  PostDetail,
  PostListRow,
  PostPage as PostsPage,
  StaffingPlanPage as PlanPage,
} from '@etatlotse/contracts/capacity/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { Clock } from '../platform/clock';
import { SessionStore } from '../platform/session.store';
import { ParameterFormPage } from './parameter-form.page';
import { ParameterListPage } from './parameter-list.page';
import { PostFormPage } from './post-form.page';
import { PostListPage } from './post-list.page';
import { PostPage } from './post.page';
import { StaffingPlanPage } from './staffing-plan.page';

const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');
/** The cells of a row, as they are read one after the other. */
const cells = (row: HTMLElement): string => [...row.children].map(plain).join(' | ');
const rowsOf = (root: HTMLElement, table: string | RegExp): string[] =>
  allByRole(byRole(root, 'region', table), 'row').map(cells);

const UNIT = { id: 'u-1', code: 'FB 50', name: 'Fachbereich Soziales' };
const POST: PostListRow = {
  ...{ id: 'p-1', number: 'FB50-05', name: 'Sachbearbeitung Wohngeld', unit: UNIT, status: 'employee', grade: 'E 9a' },
  ...{ weeklyMinutes: 1_800, fullTimeMinutes: 2_340, from: '2020-01-01', until: null, noteKind: 'kw', noteFrom: null },
  ...{ plannedFte: 0.769, occupiedFte: 0.5, availableFte: 0.31, heldPercent: 0, vacantSince: '2026-03-01' },
  ...{ states: ['vacant', 'kw'], occupancies: [], isDemo: false, version: 3 },
};
const LIST: PostsPage = {
  ...{ rows: [POST], nextCursor: null, fiscalYear: 2026, asOf: '2026-10-05' },
  totals: { posts: 2, vacant: 1, ending: 1, away: 0, plannedFte: 1.769, occupiedFte: 1.5, availableFte: 1.31 },
  units: [
    { unit: UNIT, posts: 1, vacant: 1, plannedFte: 0.769, occupiedFte: 0.5, availableFte: 0.31 },
    {
      unit: { id: 'u-2', code: 'FB 40', name: 'Fachbereich Schule' },
      ...{ posts: 1, vacant: 0, plannedFte: 1, occupiedFte: 1, availableFte: 1 },
    },
  ],
};
const MINUTES: ParameterRow = {
  ...{ id: 'k-1', kind: 'yearly_minutes', key: 'employee', valueMicros: 93_660_000_000, basis: null },
  ...{ validFrom: '2025-08-01', source: 'KGSt-Bericht 8/2025', sourceYear: 2025, isExample: true, isDemo: false },
};

const DETAIL: PostDetail = {
  ...POST,
  asOf: '2026-10-05',
  mayWrite: true,
  occupancies: [
    {
      ...{ id: 'o-1', holder: 'Erika Beispiel', from: '2026-04-01', until: '2026-08-31', weeklyMinutes: 1_800 },
      ...{ rampUpPercents: [50], absences: [{ from: '2026-07-01', until: null, percent: 100 }] },
    },
  ],
  year: {
    ...{ fiscalYear: 2026, workingDays: 252, plannedFte: 0.769, occupiedFte: 0.32, availableFte: 0.153 },
    yearlyMinutes: MINUTES,
    months: Array.from({ length: 12 }, (_, at) => ({
      ...{
        month: at + 1,
        workingDays: 21,
        plannedFte: 0.769,
        occupiedFte: 0.5,
        availableFte: at === 4 ? 0.1 : 0.3,
      },
      minutes: 2_341.5,
    })),
    pieces: [
      {
        occupancy: 0,
        from: '2026-04-01',
        until: '2026-04-30',
        workingDays: 20,
        share: 0.769,
        ramp: 0.5,
        away: 0,
        value: 0.3845,
      },
      {
        occupancy: 0,
        from: '2026-05-01',
        until: '2026-06-30',
        workingDays: 40,
        share: 0.769,
        ramp: 1,
        away: 0,
        value: 0.769,
      },
    ],
  },
};

type Role = 'personnel_office' | 'finance';

async function open<Page>(
  component: Type<Page>,
  { role = 'personnel_office', ...inputs }: Record<string, string> & { role?: Role } = {},
): Promise<{ fixture: ComponentFixture<Page>; server: HttpTestingController; page: HTMLElement }> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Clock, useValue: { nowMs: () => Date.UTC(2026, 9, 5, 6) } },
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
  await session;
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return { fixture, server, page: fixture.nativeElement as HTMLElement };
}

const ask = (server: HttpTestingController, path: string): TestRequest =>
  server.expectOne(({ url }) => url === `/api/v1/${path}`);
const choose = (page: HTMLElement, name: string | RegExp, value: string): void => {
  const select = byRole<HTMLSelectElement>(page, 'combobox', name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const send = async (fixture: ComponentFixture<unknown>, page: HTMLElement): Promise<void> => {
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await moment();
  fixture.detectChanges();
};

describe('Stellen', () => {
  it('planned, occupied and available are three columns with their sums; a free post says since when', async () => {
    const { fixture, server, page } = await open(PostListPage, { state: 'vacant' });
    const request = ask(server, 'capacity/posts');
    expect(request.request.params.toString()).toBe('fiscalYear=2026&state=vacant');
    request.flush(LIST);
    ask(server, 'organization/units').flush({ units: [] });
    await rest(fixture);
    expect(plain(page)).toContain('2 Stellen mit 1,8 VZÄ laut Plan. Besetzt sind 1,5 VZÄ, verfügbar 1,3 VZÄ.');
    expect(plain(page)).toContain('Am 05.10.2026 ist eine Stelle ganz oder teilweise frei.');
    expect(rowsOf(page, 'Wie viel Personal hat welche Einheit?').slice(1)).toEqual([
      'Fachbereich SozialesFB 50 | 1 | 1 | 0,77 | 0,50 | 0,31',
      'Fachbereich SchuleFB 40 | 1 | – | 1,00 | 1,00 | 1,00',
      'Summe | 2 | 1 | 1,77 | 1,50 | 1,31',
    ]);
    expect(rowsOf(page, 'Stellen im Einzelnen')[1]).toBe(
      'FB50-05Sachbearbeitung Wohngeld | FB 50 Fachbereich Soziales | Tarif, E 9a | 30 Std., 77 % | 0,77 | 0,50 | 0,31 | frei seit 01.03.2026kw-Vermerk',
    );
    byRole(page, 'button', 'Herunterladen').click();
    await rest(fixture);
    const csv = byRole(page, 'link', /CSV mit deutschen Zahlen/).getAttribute('href');
    expect(csv).toBe('/api/v1/capacity/posts.csv?fiscalYear=2026&state=vacant');
    expect(plain(page)).toContain('wie schnell jemand arbeitet, wird nirgends erfasst');
  });

  it('the page of a post shows what its available time is made of, and erases a name after a warning', async () => {
    const { fixture, server, page } = await open(PostPage, { postId: 'p-1' });
    ask(server, 'capacity/posts/p-1').flush(DETAIL);
    await rest(fixture);
    expect(plain(page)).toContain('FB 50 Fachbereich Soziales, 77 % einer vollen Stelle, frei seit 01.03.2026.');
    expect(rowsOf(page, 'Woraus ergibt sich „verfügbar“?')[1]).toBe(
      '01.04.2026 – 30.04.2026 | Besetzung 1 | 20 | 0,77 | 50 % | (1 − 0 %) | 0,38',
    );
    expect(plain(page)).toContain('(20 × 0,38 + 40 × 0,77) ÷ 252 Arbeitstage = 0,15 VZÄ');
    expect(plain(page)).toContain('Quelle der Jahresminuten: KGSt-Bericht 8/2025, 2025.');
    byRole(page, 'button', 'Name löschen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog', 'Name löschen');
    expect(plain(dialog)).toContain('aber nicht welcher');
    byRole(dialog, 'button', 'Name löschen').click();
    const request = ask(server, 'capacity/posts/p-1/occupancies/o-1/holder');
    expect(request.request.method).toBe('DELETE');
    request.flush({ id: 'p-1', version: 4 });
    await moment();
    TestBed.tick();
    ask(server, 'capacity/posts/p-1').flush({ ...DETAIL, occupancies: [{ ...DETAIL.occupancies[0], holder: '' }] });
    await rest(fixture);
    expect(plain(page)).not.toContain('Erika');
  });

  it('the form says at each field what is missing, and sends hours as minutes', async () => {
    const { fixture, server, page } = await open(PostFormPage);
    ask(server, 'organization/units').flush({ units: [{ ...UNIT, level: 'department', parentId: null }] });
    await rest(fixture);
    await send(fixture, page);
    expect(allByRole(page, 'textbox').filter((field) => field.getAttribute('aria-invalid') === 'true').length).toBe(6);
    type(byRole(page, 'textbox', 'Stellennummer'), 'X-1');
    type(byRole(page, 'textbox', 'Funktion'), 'Kasse');
    type(byRole(page, 'textbox', 'Entgelt- oder Besoldungsgruppe'), 'E 6');
    choose(page, 'Einheit', 'u-1');
    byRole(page, 'radio', 'Tarifbeschäftigte').click();
    await rest(fixture);
    type(byRole(page, 'textbox', 'Wochenstunden der Stelle'), '19,5');
    type(byRole(page, 'textbox', 'Im Plan ab'), '01.01.2026');
    byRole(page, 'button', 'Besetzung ergänzen').click();
    await rest(fixture);
    type(byRole(page, 'textbox', /^Einarbeitung/), '25, 50, 75');
    await rest(fixture);
    await send(fixture, page);
    const request = ask(server, 'capacity/posts');
    expect(request.request.body).toEqual({
      ...{ number: 'X-1', name: 'Kasse', grade: 'E 6', unitId: 'u-1', status: 'employee', from: '2026-01-01' },
      ...{ weeklyMinutes: 1_170, fullTimeMinutes: 2_340 },
      occupancies: [{ from: '2026-01-01', weeklyMinutes: 1_170, rampUpPercents: [25, 50, 75], absences: [] }],
    });
  });
});

describe('Stellenplan nach Produktgruppen', () => {
  it('shows each group once with the year before, and what changed altogether', async () => {
    const plan: PlanPage = {
      ...{ fiscalYear: 2026, nextCursor: null, years: [2025, 2026] },
      rows: [
        {
          ...{ id: 'g-1', code: '0115', name: 'IT-Management', isDemo: false, totalHundredths: 3_125 },
          ...{ officialHundredths: 3_000, employeeHundredths: 125, beforeHundredths: 3_000 },
        },
      ],
      totals: {
        ...{ groups: 63, officialHundredths: 125_527, employeeHundredths: 364_305 },
        ...{ totalHundredths: 489_832, beforeHundredths: 490_166 },
      },
    };
    const { fixture, server, page } = await open(StaffingPlanPage, { role: 'finance' });
    ask(server, 'capacity/staffing-plan').flush(plan);
    await rest(fixture);
    expect(plain(page)).toContain('4.898,32 VZÄ in 63 Produktgruppen. Das sind 3,34 VZÄ weniger als 2025.');
    expect(rowsOf(page, 'Produktgruppen').slice(1)).toEqual([
      'IT-Management 0115 | 30,00 | 1,25 | 31,25 | 30,00 | +1,25',
      'Summe | 1.255,27 | 3.643,05 | 4.898,32 | 4.901,66 | −3,34',
    ]);
    // Single posts are not for finance.
    expect(allByRole(page, 'link', 'Einzelne Stellen')).toEqual([]);
  });
});

describe('Grundwerte', () => {
  const entry = (more: Partial<ParameterEntry> = {}): ParameterEntry => ({
    ...MINUTES,
    ...{ recordedBy: 'Petra Personal', recordedAt: '2026-01-05T09:00:00Z', withdrawal: null },
    ...more,
  });

  it('the value of the year is the newest that has begun; what was taken back stays in the history', async () => {
    const { fixture, server, page } = await open(ParameterListPage);
    const older = { ...MINUTES, id: 'k-0', valueMicros: 95_400_000_000, validFrom: '2022-11-01' };
    const later = { ...MINUTES, id: 'k-2', valueMicros: 92_000_000_000, validFrom: '2027-01-01', isExample: false };
    ask(server, 'capacity/parameters').flush([later, MINUTES, older]);
    const gone = { by: 'Petra Personal', at: '2026-02-01T09:00:00Z', reason: 'Tippfehler' };
    ask(server, 'capacity/parameters/history').flush({
      rows: [entry(), entry({ id: 'k-9', withdrawal: gone })],
      nextCursor: null,
    });
    await rest(fixture);
    expect(rowsOf(page, 'Welche Werte gelten?').slice(1)).toEqual([
      'Nettoarbeitszeit im Jahr (Tarifbeschäftigte) | 93.660 Minuten (1.561 Stunden) | 01.08.2025 | 31.12.2026 | KGSt-Bericht 8/2025, 2025 Beispielwert, bitte bestätigen | Neuer Wert',
    ]);
    expect(rowsOf(page, 'Was wurde wann eingetragen?')[2]).toContain('Petra Personal, 01.02.2026: Tippfehler');
    expect(allByRole(page, 'button', /^Zurücknehmen: /)).toHaveLength(1);
  });

  it('what a figure moves is shown before it is saved, and again after every change of the form', async () => {
    const { fixture, server, page } = await open(ParameterFormPage, { kind: 'yearly_minutes', key: 'employee' });
    type(byRole(page, 'textbox', 'Wert in Minuten im Jahr'), '92.000');
    type(byRole(page, 'textbox', 'Gilt ab'), '01.01.2027');
    type(byRole(page, 'textbox', 'Quelle'), 'Dienstvereinbarung');
    await rest(fixture);
    await send(fixture, page);
    const asked = ask(server, 'capacity/parameters/effect');
    expect(asked.request.body).toEqual({
      fiscalYear: 2027,
      figure: {
        ...{ kind: 'yearly_minutes', key: 'employee', valueMicros: 92_000_000_000, validFrom: '2027-01-01' },
        ...{ source: 'Dienstvereinbarung', sourceYear: 2026, isExample: false },
      },
    });
    const effect: ParameterEffect = {
      ...{ fiscalYear: 2027, movesFte: true, isFelt: true, before: MINUTES, missingAfter: [] },
      units: [
        {
          unit: UNIT,
          before: { requiredFte: 7.5, availableNormFte: 6, gapFte: -1.5 },
          after: { requiredFte: 7.64, availableNormFte: 6, gapFte: -1.64 },
        },
      ],
      totals: { requiredBefore: 7.5, requiredAfter: 7.64 },
    };
    asked.flush(effect);
    await rest(fixture);
    expect(plain(page)).toContain('Der Bedarf aller Einheiten geht von 7,50 VZÄ auf 7,64 VZÄ (+0,14).');
    expect(rowsOf(page, 'Was ändert sich 2027?')[1]).toBe('Fachbereich SozialesFB 50 | 7,50 | 7,64 | −1,50 | −1,64');
    type(byRole(page, 'textbox', 'Wert in Minuten im Jahr'), '91.000');
    await rest(fixture);
    expect(plain(page)).not.toContain('Der Bedarf aller Einheiten');
    await send(fixture, page);
    ask(server, 'capacity/parameters/effect').flush(effect);
    await rest(fixture);
    await send(fixture, page);
    const recorded = server.expectOne({ url: '/api/v1/capacity/parameters', method: 'POST' });
    expect(recorded.request.body).toMatchObject({ valueMicros: 91_000_000_000 });
  });

  it.each([
    ['10', 100_000],
    ['9,09 %', 90_900],
  ])('an allowance typed as %s asks for its basis before anything is asked of the API', async (typed, valueMicros) => {
    const { fixture, server, page } = await open(ParameterFormPage, { kind: 'allowance' });
    type(byRole(page, 'textbox', 'Wert in Prozent'), typed);
    type(byRole(page, 'textbox', 'Gilt ab'), '01.01.2027');
    type(byRole(page, 'textbox', 'Quelle'), 'BMI');
    await rest(fixture);
    await send(fixture, page);
    server.expectNone(() => true);
    byRole(page, 'radio', /Abzug/).click();
    await rest(fixture);
    await send(fixture, page);
    const { body } = ask(server, 'capacity/parameters/effect').request;
    expect(body.figure).toMatchObject({ valueMicros, basis: 'deduction_from_yearly_minutes' });
  });
});
