import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  PlanAsOf,
  PlanChanges,
  PlanCopyRecord,
  PlanFindings,
  PlanVersionDetail,
} from '@etatlotse/contracts/planning/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { PlanVersionPage } from './plan-version.page';

const DRAFT: PlanVersionDetail = {
  id: 'v-1',
  name: 'Haushalt 2027',
  kind: 'budget',
  firstYear: 2027,
  lastYear: 2027,
  state: 'draft',
  decidedOn: null,
  decisionDocument: null,
  submittedOn: null,
  displayEndsOn: null,
  inForceOn: null,
  basedOnId: null,
  createdAt: '2026-10-05T05:30:00Z',
  lines: 176,
  version: 7,
  window: { firstYear: 2026, lastYear: 2030 },
  isOpen: true,
  mayEditAmounts: true,
  changes: { count: 0, openCount: 0 },
  steps: ['introduce'],
  unknownFrameReason: null,
  basedOnName: null,
  pendingApproval: null,
  totals: [
    { fiscalYear: 2027, direction: 'expense', lines: 115, amountCents: 303_156_091 },
    { fiscalYear: 2027, direction: 'payment', lines: 61, amountCents: 196_843_909 },
  ],
  history: [],
};
const NOTHING: PlanFindings = { count: 0, rows: [] };
const NO_CHANGES: PlanChanges = {
  ...{ versionId: 'v-1', count: 0, openCount: 0, kinds: [], totals: [], rows: [], nextCursor: null },
};
const RECORD: PlanCopyRecord = {
  createdBy: 'Frauke Finke',
  createdAt: '2026-10-05T05:30:00Z',
  basedOnId: 'v-0',
  basedOnName: 'Haushalt 2026',
  importId: null,
  fileName: null,
  laterYears: 'repeat_last',
  rules: [
    {
      by: 'account',
      value: '42',
      basis: 'year_before',
      rounding: 'cent',
      rates: [{ fiscalYear: 2027, basisPoints: 250 }],
      effects: [
        {
          direction: 'expense',
          fiscalYear: 2027,
          lines: 3,
          basisCents: 600_100,
          beforeCents: 600_100,
          afterCents: 615_103,
        },
      ],
    },
  ],
};

describe('one plan version', () => {
  const open = async (
    detail: PlanVersionDetail,
    findings: PlanFindings = NOTHING,
    role: 'finance' | 'auditor' = 'finance',
    record = RECORD,
  ): Promise<{ fixture: ComponentFixture<PlanVersionPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
    await session;
    const fixture = TestBed.createComponent(PlanVersionPage);
    fixture.componentRef.setInput('versionId', 'v-1');
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/planning/plan-versions/v-1').flush(detail);
    await moment();
    server.match('/api/v1/planning/plan-versions/v-1/findings').forEach((call) => call.flush(findings));
    server.match('/api/v1/planning/plan-copies/v-1').forEach((call) => call.flush(record));
    server.match('/api/v1/planning/plan-versions/v-1/changes').forEach((call) => call.flush(NO_CHANGES));
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('never adds expense and payments, and shows nothing planned as a dash', async () => {
    const { page } = await open(DRAFT);
    expect(byRole(page, 'rowheader', 'Aufwand').closest('tr')?.textContent).toContain('3.031.560,91');
    expect(byRole(page, 'rowheader', 'Aufwand').closest('tr')?.textContent).toContain('–');
    expect(textOf(page)).not.toContain('5.000.000,00');
  });

  it('offers the steps of the API only, and names what is missing line by line (T2)', async () => {
    const findings: PlanFindings = {
      count: 2,
      rows: [
        {
          code: 'LINE_INCOMPLETE',
          lineId: 'l-1',
          lineNumber: '4711',
          lineName: 'Telefonie',
          missing: ['product', 'account'],
          account: null,
          fiscalYear: null,
          boundCents: null,
          plannedCents: null,
        },
      ],
    };
    const { fixture, server, page } = await open(DRAFT, findings);
    expect(allByRole(page, 'button', 'Ratsbeschluss eintragen')).toEqual([]);
    expect(textOf(page)).toContain('Es fehlt: Produkt, Sachkonto.');
    expect(textOf(page)).toContain('Zum Einbringen fehlt noch etwas:');
    const way = byRole(page, 'link', 'Zeilen ohne Produkt ansehen und gemeinsam zuordnen');
    expect(way.getAttribute('href')).toBe(`/budget/lines?filter=without-product&year=${DRAFT.firstYear}`);
    expect(allByRole(page, 'link', /ohne Teilhaushalt/)).toEqual([]);
    byRole(page, 'button', 'Einbringen').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog'), 'button', 'Einbringen').click();
    const call = server.expectOne('/api/v1/planning/plan-versions/v-1/steps');
    expect(call.request.body).toEqual({ version: 7, step: 'introduce' });
    const refusal = { code: 'PLAN_LINES_INCOMPLETE', title: '', detail: '', status: 409, count: 2 };
    call.flush(refusal, { status: 409, statusText: 'Conflict' });
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('2 Zeilen fehlt Teilhaushalt, Produkt oder ein Sachkonto');
  });

  it('says which file a version came from, and leads to its import', async () => {
    const none = { basedOnId: null, basedOnName: null, laterYears: null, rules: [] };
    const { page } = await open(DRAFT, NOTHING, 'finance', {
      ...RECORD,
      ...none,
      importId: 'i-1',
      fileName: 'plan.csv',
    });
    expect(textOf(page)).toContain('Aus der Datei „plan.csv“ übernommen von Frauke Finke am 05.10.2026');
    expect(byRole(page, 'link', 'Import ansehen').getAttribute('href')).toBe('/import/i-1');
    expect(textOf(page)).not.toContain('Zum Einbringen fehlt noch etwas');
  });

  it('records the council decision with day and document, for a second person to confirm', async () => {
    const { fixture, server, page } = await open({ ...DRAFT, state: 'introduced', steps: ['take_back', 'adopt'] });
    byRole(page, 'button', 'Ratsbeschluss eintragen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'button', 'Freigabe beantragen').click();
    await rest(fixture);
    server.expectNone(({ method }) => method === 'POST');
    type(byRole(dialog, 'textbox', 'Beschlossen am'), '08.12.2026');
    type(byRole(dialog, 'textbox', 'Vorlage oder Niederschrift'), 'VO/2026/114');
    await rest(fixture);
    expect(textOf(dialog)).toContain(
      'Der Ratsbeschluss vom 08.12.2026 wird eingetragen. Danach ändert nur ein Nachtrag',
    );
    byRole(dialog, 'button', 'Freigabe beantragen').click();
    const call = server.expectOne('/api/v1/planning/plan-versions/v-1/adoption');
    expect(call.request.body).toEqual({ version: 7, decidedOn: '2026-12-08', decisionDocument: 'VO/2026/114' });
    call.flush({ id: 'v-1', version: 7, state: 'introduced', approvalId: 'a-1' });
    await moment();
    const pendingApproval = { approvalId: 'a-1', action: 'plan_version.adopt' };
    const waiting = { ...DRAFT, state: 'introduced', steps: ['take_back', 'adopt'], pendingApproval };
    server.match('/api/v1/planning/plan-versions/v-1').forEach((again) => again.flush(waiting));
    server.match('/api/v1/planning/plan-versions/v-1/findings').forEach((again) => again.flush(NOTHING));
    await rest(fixture);
    expect(textOf(page)).toContain('wartet auf eine zweite Person');
    expect(allByRole(page, 'button', 'Zurückziehen')).toEqual([]);
  });

  it('says before publishing on which day the plan will be in force (R14)', async () => {
    const { fixture, server, page } = await open({ ...DRAFT, state: 'submitted', isOpen: false, steps: ['publish'] });
    byRole(page, 'button', 'Bekannt machen').click();
    await rest(fixture);
    type(byRole(page, 'textbox', 'Letzter Tag der Auslegung'), '15.01.2027');
    await rest(fixture);
    expect(textOf(byRole(page, 'dialog'))).toContain('In Kraft tritt der Plan am 16.01.2027');
    byRole(byRole(page, 'dialog'), 'button', 'Bekannt machen').click();
    const call = server.expectOne('/api/v1/planning/plan-versions/v-1/steps');
    expect(call.request.body).toEqual({ version: 7, step: 'publish', displayEndsOn: '2027-01-15' });
  });

  it('gives the auditor everything to read and no step', async () => {
    const { page } = await open(DRAFT, NOTHING, 'auditor');
    expect(textOf(page)).toContain('Schritte geht die Kämmerei');
    expect(allByRole(page, 'button')).toEqual([]);
  });

  it('says how the version came about: from which plan, by whom, by which rules, with their sums', async () => {
    const { page } = await open(DRAFT);
    const panel = byRole(page, 'heading', 'Wie ist die Fassung entstanden?').closest('section');
    expect(textOf(panel)).toContain('Kopie von „Haushalt 2026“, angelegt von Frauke Finke am 05.10.2026');
    expect(textOf(panel)).toMatch(/Regel 1: Sachkonten, die beginnen mit 42 2027: \+2,5\s%/);
    expect(textOf(panel)).toMatch(/2027 Aufwand: 6\.001,00\s€ → 6\.151,03\s€/);
  });

  it('shows what stood here on an earlier day, by which clock, and leads to what has changed since', async () => {
    const { fixture, server, page } = await open(DRAFT);
    fixture.componentRef.setInput('stand', '2026-10-12');
    await moment();
    const then: PlanAsOf = {
      day: '2026-10-12',
      knownFrom: '2026-10-05',
      isKnown: true,
      state: 'draft',
      lines: 2,
      totals: [{ fiscalYear: 2027, direction: 'expense', lines: 2, amountCents: 310_000 }],
    };
    server.expectOne('/api/v1/planning/plan-versions/v-1/as-of?day=2026-10-12').flush(then);
    await rest(fixture);
    const panel = byRole(page, 'heading', 'Was stand hier an einem früheren Tag?').closest('section')!;
    expect(textOf(panel)).toContain('was bis zum Ende des Tages erfasst war (Erfassungsdatum)');
    expect(textOf(panel)).toContain('Damals: Entwurf, 2 Zeilen.');
    expect(byRole(panel, 'rowheader', 'Aufwand').closest('tr')?.textContent).toContain('3.100,00');
    const since = byRole(panel, 'link', 'Was hat sich seitdem geändert?').getAttribute('href');
    expect(since).toBe('/planning/compare?versions=v-1@2026-10-12,v-1&years=all');
    expect(byRole(panel, 'link', /drucken/).getAttribute('href')).toContain('/paper.pdf?asOf=2026-10-12');
  });

  it('says when nothing is recorded for a day, and shows no zeros', async () => {
    const { fixture, server, page } = await open(DRAFT);
    fixture.componentRef.setInput('stand', '2026-09-01');
    await moment();
    server
      .expectOne('/api/v1/planning/plan-versions/v-1/as-of?day=2026-09-01')
      .flush({ day: '2026-09-01', knownFrom: '2026-10-05', isKnown: false, state: null, lines: 0, totals: [] });
    await rest(fixture);
    expect(textOf(page)).toContain('Für diesen Tag ist nichts aufgezeichnet. Die Aufzeichnung beginnt am 05.10.2026.');
  });
});
