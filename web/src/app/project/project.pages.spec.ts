import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { earnedValue } from '@etatlotse/domain/project';
import { cents } from '@etatlotse/domain/shared';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { PROJECT, ROW, SUMMARY } from './project.sample';
import { ProjectListPage } from './project-list.page';
import { ProjectPlanPage } from './project-plan.page';
import { ProjectPage } from './project.page';

const begin = async (role: 'finance' | 'auditor'): Promise<HttpTestingController> => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
  await session;
  return server;
};
const show = <Page>(page: Type<Page>, inputs: Readonly<Record<string, string>> = {}): ComponentFixture<Page> => {
  const fixture = TestBed.createComponent(page);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return fixture;
};
const ready = async (fixture: ComponentFixture<unknown>): Promise<HTMLElement> => {
  await rest(fixture);
  return fixture.nativeElement as HTMLElement;
};
afterEach(() => (document.body.innerHTML = ''));

describe('the portfolio', () => {
  const open = async (role: 'finance' | 'auditor', rows = [ROW], view = 'table'): Promise<HTMLElement> => {
    const server = await begin(role);
    const fixture = show(ProjectListPage, { view });
    server.expectOne(({ url }) => url === '/api/v1/projects').flush({ rows, nextCursor: null });
    server
      .expectOne(({ url }) => url === '/api/v1/projects/summary')
      .flush(rows.length === 0 ? { ...SUMMARY, projects: 0 } : SUMMARY);
    server.expectOne('/api/v1/projects/parents').flush([]);
    return ready(fixture);
  };

  it('answers how many are critical, what was spent for what, and how old that is', async () => {
    const page = await open('finance');
    expect(textOf(page.querySelector('.et-lead'))).toContain(
      'Von 2 Vorhaben sind kritisch: 1, gefährdet: 0. Ausgegeben sind 210.000 €, geleistet ist dafür Arbeit im Wert von 180.000 €. Ohne Basis und darum unbekannt: 1. Letzte Meldung älter als 30 Tage: 1.',
    );
    expect(textOf(byRole(page, 'row', /DMS-Ausbau/))).toMatch(
      /4E\.100002, Einführung.*kritisch.*Beurteilung: im Plan \(weicht ab\).*210\.000,00.*400\.000,00.*\+63\.000,00.*2\. Basis.*97 Tage verspätet.*Meldung zu alt/,
    );
    expect(byRole(page, 'link', 'Vorhaben anlegen').getAttribute('href')).toBe('/projects/new');
  });

  it('the picture says in words who is too dear and too slow, and has its table', async () => {
    const page = await open('finance', [ROW], 'rates');
    expect(byRole(page, 'img', /Zu teuer und zu langsam zugleich: 1\./)).toBeTruthy();
    expect(textOf(byRole(page, 'row', /DMS-Ausbau/))).toMatch(/0,86.*0,75.*400\.000,00/);
  });

  it('an empty portfolio says what a project is; the auditor cannot add one', async () => {
    const page = await open('auditor', []);
    expect(textOf(page)).toContain('Noch keine Vorhaben');
    expect(allByRole(page, 'link', 'Vorhaben anlegen')).toEqual([]);
  });
});

describe('one project', () => {
  const open = async (changes: object = {}, role: 'finance' | 'auditor' = 'finance') => {
    const server = await begin(role);
    const fixture = show(ProjectPage, { projectId: 'p-1' });
    server.expectOne('/api/v1/projects/p-1').flush({ ...PROJECT, ...changes });
    server.expectOne('/api/v1/projects/p-1/forecast').flush({
      forecast: {
        runs: 5_000,
        finish: { p50: '2027-02-12', p80: '2027-04-20' },
        cost: { p50Cents: 46_500_000, p80Cents: 48_000_000 },
      },
      reason: null,
      openMilestones: 1,
      openRisks: 0,
    });
    server.expectOne('/api/v1/projects/p-1/events').flush({ rows: [], nextCursor: null });
    server.expectOne('/api/v1/projects/parents').flush([]);
    return { server, fixture, page: await ready(fixture) };
  };

  it('says at the top how it stands by rule and why, and who sees it otherwise', async () => {
    const { page } = await open();
    expect(textOf(page.querySelector('.et-lead'))).toContain(
      'Nach Regel ist das Vorhaben kritisch, weil: Leistung hinter dem Plan; Meilenstein verspätet (97 Tage). Frauke Finke beurteilt es anders: im Plan. Ausgegeben sind 210.000,00 € von 400.000,00 €.',
    );
    expect(textOf(page)).toContain('Die letzte Meldung ist vom 20.08.2026');
  });

  it('T25 shows every figure of earned value, and the forecast with its probability', async () => {
    const { page } = await open();
    const rows = ['BAC', 'PV', 'EV', 'AC', 'CV', 'SV', 'CPI', 'SPI', 'EAC', 'VAC', 'TCPI'].map((name) =>
      textOf(byRole(page, 'row', new RegExp(`\\(${name}`)).querySelector('td')),
    );
    expect(rows.map((text) => text.replace(/\u00a0/g, ' '))).toEqual([
      '400.000,00 €',
      '240.000,00 €',
      '180.000,00 €',
      '210.000,00 €',
      '−30.000,00 €',
      '−60.000,00 €',
      '0,8571',
      '0,7500',
      '466.666,67 €',
      '−66.666,67 €',
      '1,1579',
    ]);
    expect(textOf(page)).toContain('Mit 80 % Wahrscheinlichkeit spätestens am 20.04.2027 und für höchstens 480.000 €.');
  });

  it('the first baseline stands beside the current one with what has moved', async () => {
    const { page } = await open();
    expect(textOf(page)).toContain('Gegen die erste Basis: Ende 90 Tage später, Budget +63.000,00 €.');
    const table = byRole(page, 'region', 'Was war versprochen, was gilt heute?');
    expect(textOf(byRole(table, 'row', /Alle Bereiche/))).toMatch(/31\.12\.2026.*31\.03\.2027.*90 Tage später/);
  });

  it('is closed with a reason only, and the refusal of the API is read out', async () => {
    const { server, fixture, page } = await open();
    byRole(page, 'button', 'Schließen').click();
    await ready(fixture);
    const dialog = byRole(page, 'dialog');
    const send = [...dialog.querySelectorAll('button')].find(({ type: kind }) => kind === 'submit');
    send?.click();
    await ready(fixture);
    expect(textOf(dialog)).toContain('Bitte ausfüllen.');
    type(byRole(dialog, 'textbox', /^Begründung/), 'Ziel erreicht');
    send?.click();
    await moment();
    const sent = server.expectOne('/api/v1/projects/p-1/steps');
    expect(sent.request.body).toEqual({ step: 'close', reason: 'Ziel erreicht', version: 4 });
    sent.flush(
      { code: 'VERSION_STALE', title: 'Veraltet', detail: 'Inzwischen geändert.', status: 409, requestId: 'r' },
      { status: 409, statusText: 'Conflict' },
    );
    await ready(fixture);
    expect(byRole(page, 'alert')).toBeTruthy();
  });

  it('a milestone is reported with its day and its range', async () => {
    const { server, fixture, page } = await open();
    byRole(page, 'button', 'Melden: Alle Bereiche').click();
    await ready(fixture);
    type(byRole(page, 'textbox', /^Erwartet am/), '30.04.2027');
    byRole(page, 'button', 'Festhalten').click();
    await moment();
    const sent = server.expectOne('/api/v1/projects/p-1/milestones/m-2');
    expect(sent.request.body).toMatchObject({ forecastOn: '2027-04-30', actualOn: null, version: 2 });
    sent.flush({ id: 'm-2', version: 3 });
    await moment();
  });

  it('the auditor reads everything and changes nothing', async () => {
    const { page } = await open({ mayWrite: false, mayLinkLines: false }, 'auditor');
    expect(allByRole(page, 'button', /Schließen|Melden|Beurteilen|Risiko erfassen|Zeile zuordnen/)).toEqual([]);
  });

  it('without a baseline nothing is green: it is unknown, and the page says what to do', async () => {
    const { page } = await open({
      earned: null,
      earnedOriginal: null,
      comparison: null,
      allBaselines: [],
      baselines: 0,
      status: 'unknown',
      differsFromRule: false,
      findings: [{ reason: 'no_baseline', status: 'unknown' }],
    });
    expect(textOf(page.querySelector('.et-lead'))).toContain(
      'unbekannt, weil: keine Basis, an der es sich messen lässt.',
    );
    expect(byRole(page, 'button', 'Basis beantragen')).toBeTruthy();
  });
});

describe('the plan of a project', () => {
  const open = async () => {
    const server = await begin('finance');
    const fixture = show(ProjectPlanPage, { projectId: 'p-1' });
    server.expectOne('/api/v1/projects/p-1').flush(PROJECT);
    return { server, fixture, page: await ready(fixture) };
  };

  const fieldsOf = (page: HTMLElement, name: RegExp): HTMLElement[] => allByRole(page, 'textbox', name);

  it('shares that do not make 100 % are not sent', async () => {
    const { server, fixture, page } = await open();
    const share = fieldsOf(page, /^Anteil/)[1]!;
    type(share, '54');
    await ready(fixture);
    expect(textOf(page)).toContain('Die Anteile ergeben 99 % von 100 %.');
    byRole(page, 'button', 'Plan speichern').click();
    await ready(fixture);
    expect(textOf(byRole(page, 'alert'))).toBe('Die Anteile müssen zusammen genau 100,00 % ergeben.');
    server.expectNone('/api/v1/projects/p-1/plan');
    type(share, '55');
    byRole(page, 'button', 'Plan speichern').click();
    await moment();
    const sent = server.expectOne('/api/v1/projects/p-1/plan');
    expect(sent.request.body).toMatchObject({
      version: 4,
      milestones: [
        { id: 'm-1', weightBasisPoints: 4_500 },
        { id: 'm-2', weightBasisPoints: 5_500 },
      ],
      costs: [{ fiscalYear: 2026, kind: 'expense', amountCents: 40_000_000 }],
    });
    sent.flush({ id: 'p-1', version: 5 });
    await moment();
  });

  it('a milestone outside the dates is told at its field', async () => {
    const { fixture, page } = await open();
    type(fieldsOf(page, /^Geplant am/)[0]!, '31.12.2024');
    await ready(fixture);
    expect(textOf(page)).toContain('Liegt außerhalb der Laufzeit.');
  });
});

it('the sample is T25', () => {
  expect(PROJECT.earned).toEqual(
    earnedValue({
      bacCents: cents(40_000_000),
      plannedBasisPoints: 6_000,
      doneBasisPoints: 4_500,
      actualCents: cents(21_000_000),
    }),
  );
});
