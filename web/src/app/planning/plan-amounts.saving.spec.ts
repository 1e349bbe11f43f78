import { TestBed } from '@angular/core/testing';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { Toasts } from '../ui/toast/toasts';
import { cell, clipboard, DONE, enter, keys, open, REFUSED, saved, SHIFT, visit } from './plan-amounts.sample';

describe('sums and frames', () => {
  const room = (page: HTMLElement): string => textOf(cell(page, 'Abstand zum Rahmen Kern-IT', '2027'));

  it('follow while typing, before anything is saved', async () => {
    const { page, grid } = await open({ ceilingCents: 150_000 });
    expect([room(page), textOf(byRole(page, 'heading', /Passt/))]).toEqual([
      '+500,00',
      'Passt Haushalt 2027 in den Rahmen?',
    ]);
    await enter(page, grid, '2000');
    expect(room(page)).toBe('−500,00');
    expect(textOf(page)).toContain('2027 liegt 500,00 € über dem Rahmen.');
    expect(textOf(cell(page, 'Aufwand und Auszahlung', '2027'))).toBe('2.000,00');
  });

  it('say that a ceiling is unknown, and never 0', async () => {
    const { page } = await open();
    expect(room(page)).toBe('unbekannt');
    expect(textOf(cell(page, 'Rahmen Kern-IT', '2028'))).toBe('unbekannt');
  });

  it('stand above their lines when these are grouped', async () => {
    const { page } = await open({ inputs: { group: 'product' } });
    expect(textOf(cell(page, '1.11 IT', '2027'))).toBe('1.000,00');
    expect(textOf(cell(page, '5.51', '2027'))).toBe('– nichts geplant');
  });

  it('compare in euro and percent, as the address asks', async () => {
    const { page } = await open({ inputs: { compare: 'plan,actual,cents,percent' } });
    expect(textOf(cell(page, 'Bürosoftware', '2027 in € zu Plan'))).toBe('+200,00');
    expect(textOf(cell(page, 'Bürosoftware', '2027 in % zu Plan'))).toMatch(/^\+25,0.%$/);
    expect(textOf(cell(page, 'Bürosoftware', '2027 in € zu Ist'))).toBe('– nicht bekannt');
    expect(textOf(cell(page, 'Rechenzentrum', '2027 in € zu Ist'))).toBe('−0,05');
  });

  it('are those of the API where a version has more lines than one answer; then the API narrows them, too', async () => {
    const { page, grid } = await open({ ceilingCents: 150_000, isTruncated: true });
    expect(textOf(page)).toContain('Gezeigt sind die ersten 20.000 Zeilen');
    expect(room(page)).toBe('+500,00');
    await enter(page, grid, '2000');
    expect(room(page)).toBe('+500,00');
  });

  it('leave out lines without amounts when asked', async () => {
    const { page } = await open({ inputs: { planned: 'yes' } });
    expect(allByRole(page, 'rowheader', /Telefonie/)).toEqual([]);
    expect(allByRole(page, 'rowheader', /Bürosoftware/)).toHaveLength(1);
  });
});

describe('what keeps amounts from being saved', () => {
  it('overwrites nobody: shows what stands there now and keeps both ways open', async () => {
    const { server, page, grid } = await open();
    await enter(page, grid, '900');
    await moment();
    const cells = [{ lineId: 'l-1', fiscalYear: 2027, amountCents: 777_00 }];
    saved(server).flush({ code: 'PLAN_CELLS_CHANGED', title: '', detail: '', status: 409, count: 1, cells }, REFUSED);
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('dort steht jetzt 777,00 €, Sie haben 900,00 €');
    byRole(page, 'button', 'Meine Beträge behalten').click();
    await moment();
    expect(saved(server).request.body).toMatchObject({ amountCents: [90_000], seenCents: [77_700] });
  });

  it('asks for the reason of the finance office when the frame is unknown, and then saves', async () => {
    const { server, page, grid } = await open();
    await enter(page, grid, '2000');
    await moment();
    const refusal = {
      code: 'FRAME_CEILING_UNKNOWN',
      title: '',
      detail: '',
      status: 409,
      frame: 'FEES',
      fiscalYear: 2027,
    };
    saved(server).flush(refusal, REFUSED);
    await moment();
    expect(textOf(page)).toContain('Der Rahmen Gebühren ist für 2027 nicht hinterlegt');
    type(byRole(page, 'textbox', 'Grund der Kämmerei'), 'Verträge laufen weiter');
    byRole(page, 'button', 'Mit Grund speichern').click();
    await moment();
    expect(saved(server).request.body).toMatchObject({ unknownFrameReason: 'Verträge laufen weiter' });
  });

  it('lets the auditor read, copy, and change nothing', async () => {
    const { page, grid, server } = await open({ role: 'auditor' });
    expect(grid.getAttribute('aria-readonly')).toBe('true');
    await keys(grid, '5', 'Delete', 'F2');
    clipboard(grid, 'paste', '1\n2');
    await moment();
    expect(allByRole(page, 'textbox', /, 2027$/)).toEqual([]);
    expect(server.match(({ method }) => method === 'PUT')).toEqual([]);
    expect(clipboard(grid, 'copy')).toBe('1000,00');
    expect(textOf(page)).toContain('Beträge ändert die Kämmerei');
  });

  it.each([
    ['introduced', 'Diese Fassung ist eingebracht.'],
    ['in_force', 'Diese Fassung ist in Kraft. Ihre Beträge ändern sich nicht mehr'],
  ] as const)('says why nothing can be typed: %s', async (state, sentence) => {
    const { page, grid } = await open({ state });
    expect(textOf(page)).toContain(sentence);
    await keys(grid, ['ArrowDown', SHIFT]);
    expect(textOf(page)).toContain('Summe 1.000,00 € · Anzahl 2 · Mittelwert 500,00 €');
  });
});

describe('a lost connection', () => {
  const OFFLINE = new ProgressEvent('error');

  it('keeps what was typed and sends it when the server is heard again', async () => {
    const { server, page, grid } = await open();
    await enter(page, grid, '900');
    await moment();
    saved(server).error(OFFLINE);
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('Keine Verbindung');
    await moment();
    const asked = server.expectOne('/api/v1/health/live');
    asked.error(OFFLINE);
    await moment();
    expect(server.match(({ method }) => method === 'PUT')).toEqual([]);
    server.expectOne('/api/v1/health/live').flush({ status: 'ok' });
    await moment();
    expect(saved(server).request.body).toMatchObject({ amountCents: [90_000] });
  });

  it('lets nobody close the page over figures that are not saved', async () => {
    const { server, page, grid } = await open();
    const leaves = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaves()).toBe(true);
    await enter(page, grid, '900');
    expect(leaves()).toBe(false);
    await moment();
    saved(server).flush(DONE);
    await moment();
    expect(leaves()).toBe(true);
  });

  it('keeps what could not be saved for the next visit, which meets a change of others as a conflict', async () => {
    const first = await open();
    await enter(first.page, first.grid, '900');
    await moment();
    saved(first.server).error(OFFLINE);
    await moment();
    first.fixture.destroy();
    // Sent once more on leaving, and not refused for having seen nothing.
    const last = saved(first.server);
    expect(last.request.body).toMatchObject({ amountCents: [90_000], seenCents: [100_000] });
    last.error(OFFLINE);
    await moment();
    expect(TestBed.inject(Toasts).shown()[0]?.text).toContain('1 Betrag ist noch nicht gespeichert');
    const next = await visit(first.server);
    expect(textOf(cell(next.page, 'Bürosoftware', '2027'))).toBe('900,00 noch nicht gespeichert');
    await moment();
    expect(saved(next.server).request.body).toMatchObject({ amountCents: [90_000], seenCents: [100_000] });
  });

  it('keeps what was typed over a lost login, and sends nothing without one', async () => {
    const first = await open();
    await enter(first.page, first.grid, '900');
    TestBed.inject(SessionStore).forget();
    first.fixture.destroy();
    await moment();
    expect(first.server.match(({ method }) => method === 'PUT')).toEqual([]);
    const session = TestBed.inject(SessionStore).restore();
    first.server.expectOne('/api/v1/session').flush(aSession('finance', { permissions: ROLE_PERMISSIONS.finance }));
    await session;
    const next = await visit(first.server);
    await moment();
    expect(saved(next.server).request.body).toMatchObject({ amountCents: [90_000], seenCents: [100_000] });
  });

  it('saves into the version in which it was typed, also when another one is opened at once', async () => {
    const { server, page, grid, fixture } = await open();
    await enter(page, grid, '900');
    fixture.componentRef.setInput('versionId', 'v-2');
    TestBed.tick();
    await moment();
    const { url, body } = saved(server).request;
    expect([url, body]).toMatchObject(['/api/v1/planning/plan-versions/v-1/amounts', { seenCents: [100_000] }]);
  });
});
