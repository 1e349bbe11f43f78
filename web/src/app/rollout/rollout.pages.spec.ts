import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { outlookOf, shareOf, wholeOf } from './rollout-look';
import { RolloutListPage } from './rollout-list.page';
import { RolloutPage } from './rollout.page';
import { POST, ROLLOUT, WORKPLACES } from './rollout.sample';

type Role = 'finance' | 'auditor';

const begin = async (role: Role): Promise<HttpTestingController> => {
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
const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');
afterEach(() => (document.body.innerHTML = ''));

describe('the list of goals', () => {
  const open = async (role: Role, rows = [ROLLOUT]): Promise<HTMLElement> => {
    const server = await begin(role);
    const fixture = show(RolloutListPage);
    server.expectOne('/api/v1/rollouts').flush({ rows, nextCursor: null });
    return ready(fixture);
  };

  it('T28 a bound stays a bound, several stays unknown, and old statements are called old', async () => {
    const page = await open('finance');
    expect(textOf(page.querySelector('.et-lead'))).toContain(
      '2 Ziele. Beim bisherigen Tempo zu spät oder vielleicht zu spät: 1. Nicht zu sagen: 1. Letzte Messung älter als 30 Tage: 2.',
    );
    expect(plain(byRole(page, 'row', /Büroarbeitsplätze am DMS/))).toMatch(
      /vielleicht zu spät.*mehr als 70 %.*höchstens 3,68 Punkte.*spätestens am 06\.02\.2027.*höchstens 37 Tage zu spät.*Messung zu alt/,
    );
    expect(plain(byRole(page, 'row', /Digitale Eingangspost/))).toMatch(/mehrere, Anzahl unbekannt.*unbekannt/);
  });

  it('an empty list says what a roll-out is; the auditor cannot add one', async () => {
    const page = await open('auditor', []);
    expect(textOf(page)).toContain('Noch keine Einführungen');
    expect(allByRole(page, 'link', 'Einführung anlegen')).toEqual([]);
  });
});

describe('the board', () => {
  const open = async (changes: object = {}) => {
    const server = await begin('finance');
    const fixture = show(RolloutPage, { rolloutId: 'r-1' });
    server.expectOne('/api/v1/rollouts/r-1').flush({ ...ROLLOUT, ...changes });
    return { server, fixture, page: await ready(fixture) };
  };
  const refuse = (code: string, detail: string) =>
    [
      { code, title: 'Nicht festgehalten', detail, status: 409, requestId: 'r' },
      { status: 409, statusText: 'Conflict' },
    ] as const;

  it('T28 answers at the top, and says that the figures are limits and old', async () => {
    const { page } = await open();
    expect(plain(page.querySelector('.et-lead'))).toContain(
      'Am 27.04.2026: mehr als 70 % der Büroarbeitsplätze. Bis zum Ziel am 31.12.2026 fehlen höchstens 30 Punkte in 248 Tagen: nötig sind höchstens 3,68 Punkte je Monat.',
    );
    expect(textOf(page)).toContain('Diese Zahlen sind Grenzen, keine genauen Werte');
    expect(textOf(page)).toContain('Die letzte Meldung ist vom 01.10.2026');
    const figures = byRole(page, 'region', 'Büroarbeitsplätze am DMS');
    expect(plain(byRole(figures, 'row', /^Kosten bis 100 %/))).toContain('höchstens 90.000,00 €');
    expect(plain(byRole(figures, 'row', /nicht gedeckt/))).toContain('höchstens 40.000,00 €');
    expect(plain(byRole(figures, 'row', /ab heute/))).toContain('höchstens 29,44 Punkte');
  });

  it('roll-out rule: going live below the quota is refused with the way out, and nothing typed is lost', async () => {
    const { server, fixture, page } = await open();
    byRole(page, 'button', 'E-Akte in FB 40 melden').click();
    await ready(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'radio', 'Echtbetrieb').click();
    await ready(fixture);
    type(byRole(dialog, 'textbox', /^Echtbetrieb seit/), '15.11.2026');
    byRole(dialog, 'button', 'Festhalten').click();
    await moment();
    const sent = server.expectOne('/api/v1/rollouts/r-1/units/u-40/capabilities/e_file');
    expect(sent.request.body).toEqual({
      state: 'live',
      plannedOn: null,
      pilotOn: '2026-05-01',
      liveOn: '2026-11-15',
      note: '',
      version: 1,
    });
    sent.flush(
      ...refuse('TRAINING_BELOW_QUOTA', 'Geschult sind 12 von 24 Personen, nötig sind 20 (80 %). Es fehlen 8.'),
    );
    await ready(fixture);
    expect(byRole(page, 'alert')).toBeTruthy();
    expect(byRole<HTMLInputElement>(dialog, 'textbox', /^Echtbetrieb seit/).value).toBe('15.11.2026');
  });

  it('a measurement above the whole is told at its field and not sent; several asks for no number', async () => {
    const { server, fixture, page } = await open();
    allByRole(page, 'button', 'Messung eintragen')[0]!.click();
    await ready(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', /^Erreicht/), '25');
    type(byRole(dialog, 'textbox', /^Von insgesamt/), '24');
    byRole(dialog, 'button', 'Festhalten').click();
    await ready(fixture);
    expect(textOf(dialog)).toContain('Mehr als insgesamt kann nicht erreicht sein.');
    byRole(dialog, 'radio', 'mehrere, Anzahl unbekannt').click();
    await ready(fixture);
    expect(allByRole(dialog, 'textbox', /^Erreicht/)).toEqual([]);
    type(byRole(dialog, 'textbox', /^Tag der Messung/), '27.11.2026');
    type(byRole(dialog, 'textbox', /^Quelle/), 'Mitteilung');
    byRole(dialog, 'button', 'Festhalten').click();
    await moment();
    const sent = server.expectOne('/api/v1/rollouts/r-1/goals/g-1/measurements');
    expect(sent.request.body).toEqual({
      measuredOn: '2026-11-27',
      operator: 'several',
      numerator: null,
      denominator: null,
      shareBasisPoints: null,
      source: 'Mitteilung',
    });
    sent.flush({ id: 'm-9', version: 1 });
    await moment();
  });

  it('who only sees the own unit reads how many others there are, and the auditor changes nothing', async () => {
    const { page } = await open({ mayLead: false, rows: ROLLOUT.rows.map((unit) => ({ ...unit, mayTell: false })) });
    expect(textOf(page)).toContain('Weitere Bereiche, die Sie nicht sehen: 1.');
    expect(allByRole(page, 'button', /melden$|aufnehmen|Ziel setzen/)).toEqual([]);
  });
});

it('a bound that may be late is neither late nor in time', () => {
  expect([outlookOf(WORKPLACES), outlookOf(POST)]).toEqual(['atrisk', 'unknown']);
  const gap = (value: number, bound: 'exact' | 'lower' | 'upper') =>
    outlookOf({
      pace: {
        ...WORKPLACES.pace,
        arrival: { kind: 'on', day: WORKPLACES.pace.measuredOn!, bound },
        gapDays: { value, bound },
      },
    });
  expect([gap(3, 'exact'), gap(3, 'lower'), gap(-3, 'upper'), gap(-3, 'lower'), gap(0, 'exact')]).toEqual([
    'late',
    'late',
    'intime',
    'atrisk',
    'intime',
  ]);
});

it('reads whole numbers and shares as people type them', () => {
  expect(['1.680', '24', '2,5', '-1', ''].map(wholeOf)).toEqual([1_680, 24, null, null, null]);
  expect(['62,5', '70 %', '101', '-1'].map(shareOf)).toEqual([6_250, 7_000, null, null]);
});
