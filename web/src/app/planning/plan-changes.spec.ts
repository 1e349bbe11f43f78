import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PlanChanges, PlanVersionDetail, Supplement } from '@etatlotse/contracts/planning/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { PlanVersionPage } from './plan-version.page';

const VERSION = {
  ...{ id: 'v-1', name: 'Nachtrag 2027', kind: 'supplementary', firstYear: 2027, lastYear: 2027, state: 'introduced' },
  ...{ decidedOn: null, decisionDocument: null, submittedOn: null, displayEndsOn: null, inForceOn: null, version: 7 },
  ...{ basedOnId: 'v-0', basedOnName: 'Haushalt 2027', createdAt: '2027-05-05T05:30:00Z', lines: 3, isOpen: true },
  ...{ window: { firstYear: 2026, lastYear: 2030 }, mayEditAmounts: false, steps: ['take_back', 'adopt'] },
  ...{ changes: { count: 2, openCount: 1 }, unknownFrameReason: null, pendingApproval: null, totals: [], history: [] },
} as unknown as PlanVersionDetail;

const place = { frame: 'CORE', side: 'spending', fiscalYear: 2027 } as const;
const CHANGES: PlanChanges = {
  versionId: 'v-1',
  count: 2,
  openCount: 1,
  kinds: ['administration', 'neutral_shift', 'motion', 'budget_note'],
  totals: [
    { ...place, baseCents: 350_000_000, acceptedCents: -5_000_000, openCents: 8_000_000, adoptedCents: 345_000_000 },
  ],
  rows: [
    {
      ...{ id: 'c-1', number: 1, kind: 'administration', code: '', origin: '', title: 'Mietpreis', reason: '' },
      ...{ result: 'accepted', committee: 'Finanzausschuss', decidedOn: '2027-06-01', broughtBy: 'Frauke Finke' },
      effects: [{ ...place, amountCents: -5_000_000, runningCents: 345_000_000 }],
      ...{ broughtAt: '2027-05-20T08:00:00Z', amounts: [], version: 2 },
    },
    {
      ...{ id: 'c-2', number: 2, kind: 'motion', code: 'FWE198', origin: 'Fraktion', title: 'Postscan', reason: '' },
      ...{ result: 'open', committee: '', decidedOn: null, broughtBy: null, broughtAt: '2027-05-21T08:00:00Z' },
      effects: [{ ...place, amountCents: 8_000_000, runningCents: 345_000_000 }],
      ...{ amounts: [], version: 1 },
    },
  ],
  nextCursor: null,
};
const SUPPLEMENT: Supplement = {
  versionId: 'v-1',
  base: { id: 'v-0', name: 'Haushalt 2027' },
  isBaseInForce: true,
  rule: '§ 115 NKomVG',
  questionCount: 1,
  openCount: 1,
  totals: [
    { fiscalYear: 2027, direction: 'expense', oldCents: 350_000_000, changeCents: 20_000_000, newCents: 370_000_000 },
  ],
  rows: [
    {
      ...{ lineId: 'l-1', lineNumber: '1.01', lineName: 'DMS-Ausbau', fiscalYear: 2027, oldCents: 350_000_000 },
      ...{ changeCents: 20_000_000, newCents: 370_000_000, overPlanCents: 8_000_000, outsidePlanCents: 0 },
      ...{ isAsked: true, includesExtra: null, authorityAfterCents: null },
    },
  ],
  changedLines: 1,
};
const COPY = {
  createdBy: 'Frauke Finke',
  createdAt: '2027-05-05T05:30:00Z',
  basedOnId: 'v-0',
  basedOnName: 'Haushalt 2027',
  laterYears: null,
  rules: [],
};
const BASE = '/api/v1/planning/plan-versions/v-1';

describe('what moves the amounts of a version besides its cells', () => {
  const open = async (
    version: PlanVersionDetail = VERSION,
    changes: PlanChanges = CHANGES,
    role: 'finance' | 'council_office' | 'auditor' = 'finance',
  ) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
    await session;
    const fixture = TestBed.createComponent(PlanVersionPage);
    fixture.componentRef.setInput('versionId', 'v-1');
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne(BASE).flush(version);
    await moment();
    server.match(`${BASE}/findings`).forEach((call) => call.flush({ count: 0, rows: [] }));
    server.match('/api/v1/planning/plan-copies/v-1').forEach((call) => call.flush(COPY));
    server.match(`${BASE}/changes`).forEach((call) => call.flush(changes));
    server.match(`${BASE}/supplement`).forEach((call) => call.flush(SUPPLEMENT));
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('says what is introduced, accepted, open and what it comes to, each step with committee and day', async () => {
    const { page } = await open();
    const total = textOf(byRole(page, 'rowheader', 'Kern-IT 2027').closest('tr'));
    expect(total).toContain('3.500.000,00');
    expect(total).toContain('−50.000,00');
    expect(total).toContain('3.450.000,00');
    expect(textOf(page)).toContain('Eine Änderung ist noch offen.');
    expect(textOf(byRole(page, 'rowheader', '1').closest('tr'))).toContain('Finanzausschuss, 01.06.2027');
  });

  it('records a result only with committee and day, about the change that was seen', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Ergebnis eintragen FWE198').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'button', 'Ergebnis eintragen').click();
    await rest(fixture);
    server.expectNone(({ method }) => method === 'PUT');
    byRole(dialog, 'radio', 'AngenommenDie Beträge zählen ab sofort.').click();
    type(byRole(dialog, 'textbox', 'Gremium'), 'Rat');
    type(byRole(dialog, 'textbox', 'Tag der Sitzung'), '15.06.2027');
    await rest(fixture);
    byRole(dialog, 'button', 'Ergebnis eintragen').click();
    const call = server.expectOne(`${BASE}/changes/c-2/result`);
    expect(call.request.body).toEqual({
      version: 1,
      result: 'accepted',
      committee: 'Rat',
      decidedOn: '2027-06-15',
    });
  });

  it('the council office records results and brings nothing in', async () => {
    const { page } = await open(VERSION, CHANGES, 'council_office');
    expect(allByRole(page, 'button', 'Änderung eintragen')).toEqual([]);
    expect(byRole(page, 'button', 'Ergebnis eintragen FWE198')).toBeTruthy();
  });

  it('asks for the number of a motion; without lines it costs nothing', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Änderung eintragen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    allByRole(dialog, 'radio')[2]?.click();
    await rest(fixture);
    type(byRole(dialog, 'textbox', 'Worum geht es?'), 'Prüfauftrag');
    await rest(fixture);
    byRole(dialog, 'button', 'Änderung eintragen').click();
    await rest(fixture);
    server.expectNone(({ method }) => method === 'POST');
    type(byRole(dialog, 'textbox', 'Nummer im Rat'), 'FU12');
    await rest(fixture);
    byRole(dialog, 'button', 'Änderung eintragen').click();
    const { body } = server.expectOne(`${BASE}/changes`).request;
    expect(body).toMatchObject({ kind: 'motion', code: 'FU12', title: 'Prüfauftrag', lineIds: [], amountCents: [] });
  });

  it('a draft is only shifted, with its reason', async () => {
    const draft = { ...VERSION, kind: 'budget', state: 'draft', steps: ['introduce'] } as PlanVersionDetail;
    const none: PlanChanges = { ...CHANGES, count: 0, openCount: 0, kinds: ['neutral_shift'], rows: [], totals: [] };
    const { fixture, server, page } = await open(draft, none);
    byRole(page, 'button', 'Haushaltsneutral umsetzen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    expect(allByRole(dialog, 'radio')).toEqual([]);
    byRole(dialog, 'button', 'Haushaltsneutral umsetzen').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('Bitte mindestens eine Zeile mit Betrag eintragen.');
    server.expectNone(({ method }) => method === 'POST');
  });

  it('T16 asks whether the new amount holds the üpl, and says beforehand what each answer makes', async () => {
    const { server, page } = await open();
    expect(textOf(page)).toContain('Noch 1 ohne Antwort.');
    expect(textOf(page)).toContain('Bisher 3.500.000,00 €, Änderung +200.000,00 €. Schon bewilligt: 80.000,00 €.');
    expect(byRole(page, 'radio', 'Nein, sie kommen dazumacht 3.780.000,00 €')).toBeTruthy();
    byRole(page, 'radio', 'Ja, der neue Ansatz enthält siemacht 3.700.000,00 €').click();
    expect(server.expectOne(`${BASE}/extra-answers`).request.body).toEqual({
      ...{ lineId: 'l-1', fiscalYear: 2027, includesExtra: true },
      ...{ seenOverPlanCents: 8_000_000, seenOutsidePlanCents: 0 },
    });
  });

  it('who may only read sees the question and answers nothing', async () => {
    const { page } = await open(VERSION, CHANGES, 'auditor');
    expect(textOf(page)).toContain('Auf einer geänderten Zeile');
    expect(allByRole(page, 'radio')).toEqual([]);
    expect(allByRole(page, 'button', 'Ergebnis eintragen FWE198')).toEqual([]);
  });
});
