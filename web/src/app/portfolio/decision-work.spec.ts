import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import {
  type Decision,
  PORTFOLIO_PATHS,
  toDecisionAnswer,
  type TransferDemand,
} from '@etatlotse/contracts/portfolio/plain';
import { byRole, moment, rest, type } from '../../testing/find';
import { LineChoice } from '../ui/line-choice/line-choice';
import type { DecisionPage } from './decision.page';
import { changed, DECISION, OFFER, openDecision, plain } from './decision.sample';

afterEach(() => (document.body.innerHTML = ''));

/** Reads the page anew after a deed, as it stands now. */
async function reread(
  { server, fixture }: { server: HttpTestingController; fixture: ComponentFixture<DecisionPage> },
  decision: Decision,
): Promise<void> {
  await moment();
  server.expectOne(PORTFOLIO_PATHS.current).flush(toDecisionAnswer(decision));
  server.expectOne('/api/v1/portfolio/rounds/r/transfers').flush(OFFER);
  await rest(fixture);
}
describe('from the decision into the plan', () => {
  it('plans what is deliberated and covered, in the year of the ranking; what is refused says why', async () => {
    const decision = changed({ a: { state: 'deliberated' }, c: { state: 'deliberated' }, d: { state: 'deliberated' } });
    const { page, fixture, server } = await openDecision(decision);
    expect(plain(page)).toContain('2 beratene Bedarfe sind gedeckt und noch nicht geplant.');
    byRole(page, 'button', 'Bedarfe planen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog', 'Welche Bedarfe werden geplant?');
    expect(byRole(dialog, 'checkbox', 'Telefonie planen')).toHaveProperty('checked', false);
    expect(plain(byRole(dialog, 'row', /Telefonie/))).toContain('Rahmen unbekannt');
    expect(plain(byRole(dialog, 'row', /Zusammen/))).toMatch(/70\.000,00.*70\.000,00/);
    byRole(dialog, 'button', '2 Bedarfe planen').click();
    await moment();
    const begin = server.expectOne('/api/v1/portfolio/demands/a/start');
    expect(begin.request.body).toEqual({ startYear: 2027, version: 3 });
    begin.flush({ id: 'a', version: 3 });
    const step = server.expectOne('/api/v1/demands/a/steps');
    expect(step.request.body).toEqual({ step: 'plan', version: 3 });
    step.flush({});
    await moment();
    server.expectOne('/api/v1/portfolio/demands/c/start').flush({ id: 'c', version: 3 });
    server
      .expectOne('/api/v1/demands/c/steps')
      .flush({ code: 'DEMAND_PAPERS', title: 'x', detail: 'y', status: 409 }, { status: 409, statusText: 'Conflict' });
    await reread(
      { server, fixture },
      changed({ a: { state: 'planned', fixedYear: 2027 }, c: { state: 'deliberated' } }),
    );
    expect(plain(dialog)).toMatch(/1 Bedarf wurde nicht geplant.*Tablets.*Unterlagen/);
    expect(plain(byRole(page, 'row', /Onlinezugang.*zurück in die Beratung/i))).toContain('noch in keinem');
  });

  it('needs a reason of finance for what is not known', async () => {
    const { page, fixture, server } = await openDecision(
      changed({ c: { state: 'deliberated', fte: [null, null, null, null] }, d: { state: 'deliberated' } }),
    );
    byRole(page, 'button', 'Bedarfe planen').click();
    await rest(fixture);
    expect(plain(byRole(byRole(page, 'dialog', /Welche/), 'row', /Tablets/))).toMatch(/Personal unbekannt.*unbekannt/);
    byRole(page, 'checkbox', 'Telefonie planen').click();
    await rest(fixture);
    byRole(page, 'button', '1 Bedarf planen').click();
    await rest(fixture);
    server.expectNone('/api/v1/portfolio/demands/d/start');
    type(byRole<HTMLTextAreaElement>(page, 'textbox', /Grund, obwohl/), 'Gebühren laufen weiter');
    byRole(page, 'button', '1 Bedarf planen').click();
    await moment();
    server.expectOne('/api/v1/portfolio/demands/d/start').flush({ id: 'd', version: 3 });
    expect(server.expectOne('/api/v1/demands/d/steps').request.body).toMatchObject({
      reason: 'Gebühren laufen weiter',
    });
  });

  it('T22 shows to the cent what is written before anything is, each side on its line', async () => {
    const going = (id: string, title: string, changes: Partial<TransferDemand>): TransferDemand => ({
      ...{ id, number: 1, title, unitCode: '10.2', frame: 'CORE', state: 'planned', runOrChange: 'change' },
      ...{ startYear: 2027, expense: [], investment: [], openItems: 0, unknownItems: 0 },
      ...{ expenseLine: null, investmentLine: null, versionIds: [], ...changes },
    });
    const line = { id: 'l1', number: '4S.1', name: 'Wartung' };
    const { page, fixture, server } = await openDecision(changed({ a: { state: 'planned', fixedYear: 2027 } }), {
      versions: [
        { id: 'v', name: 'Entwurf 2027', state: 'draft', isOpen: true, decidedOn: null },
        { id: 'w', name: 'Alt', state: 'adopted', isOpen: false, decidedOn: '2026-01-01' },
      ],
      demands: [
        going('a', 'Onlinezugang', {
          expense: [2027, 2028].map((fiscalYear) => ({ fiscalYear, amountCents: 4_712_400 as never })),
          expenseLine: line,
        }),
        going('b', 'Server', { investment: [{ fiscalYear: 2027, amountCents: 12_000_001 as never }] }),
        going('c', 'Tablets', { openItems: 1 }),
      ],
      left: 0,
    });
    byRole(page, 'button', 'In den Plan übernehmen').click();
    await rest(fixture);
    expect(byRole(page, 'checkbox', 'Onlinezugang übernehmen')).toHaveProperty('checked', true);
    expect(byRole(page, 'checkbox', 'Tablets übernehmen')).toHaveProperty('disabled', true);
    byRole(page, 'checkbox', 'Server übernehmen').click();
    await rest(fixture);
    byRole(page, 'button', 'Weiter: Prüfen').click();
    await rest(fixture);
    expect(plain(page)).toContain('Für die gewählten Bedarfe fehlt noch eine Zeile.');
    const investment = fixture.debugElement.queryAll(By.directive(LineChoice))[1];
    investment?.triggerEventHandler('searched', 'Server');
    TestBed.tick();
    const offered = server.expectOne(({ url }) => url === '/api/v1/budget/lines');
    expect([offered.request.params.get('frame'), offered.request.params.get('sphere')]).toEqual(['CORE', 'investing']);
    offered.flush({ rows: [], nextCursor: null });
    await rest(fixture);
    byRole(page, 'checkbox', 'Server übernehmen').click();
    byRole(page, 'checkbox', /auch ein Projekt anlegen/).click();
    await rest(fixture);
    byRole(page, 'button', 'Weiter: Prüfen').click();
    await rest(fixture);
    expect(plain(page)).toContain(
      '1 Schritt im Plan „Entwurf 2027“, zusammen 94.248,00 € in allen Jahren. Dazu 1 neues Vorhaben.',
    );
    expect(plain(byRole(page, 'row', /Wartung/))).toMatch(/47\.124,00.*47\.124,00.*94\.248,00/);
    byRole(page, 'button', 'So übernehmen').click();
    await moment();
    const sent = server.expectOne('/api/v1/portfolio/rounds/r/transfers');
    expect(sent.request.body).toEqual({
      versionId: 'v',
      demands: [{ demandId: 'a', expenseLineId: 'l1', investmentLineId: null }],
      withProjects: true,
    });
    expect(sent.request.headers.get('idempotency-key')).not.toBeNull();
  });

  it('says which cover fell away, how much and when, and goes back with that reason', async () => {
    const lost = changed(
      { a: { state: 'planned', fixedYear: 2027 } },
      { ceilings: DECISION.ceilings.map((one) => (one.frame === 'CORE' ? { ...one, ceilingCents: 5_000_000 } : one)) },
    );
    const { page, fixture, server } = await openDecision(lost);
    expect(plain(page)).toContain(
      'Kern-IT 2027: Es fehlen 10.000,00 €. Geplant sind 60.000,00 €, der Rahmen hat 50.000,00 €. Gebraucht von „Onlinezugang“.',
    );
    byRole(page, 'button', 'Zurück in die Beratung Onlinezugang').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog', /zurück in die Beratung/), 'button', 'Zurück in die Beratung').click();
    await moment();
    expect(server.expectOne('/api/v1/demands/a/steps').request.body).toEqual({
      ...{ step: 'unplan', version: 3 },
      reason: expect.stringMatching(/^Deckung fehlt: es fehlen 10\.000,00.€ in Kern-IT 2027$/),
    });
  });
});

describe('what the ranking is made of', () => {
  it('a demand is rated and its start set, with what is free then', async () => {
    const { page, fixture, server } = await openDecision(changed({ b: { isRated: false, ratingVersion: 0 } }));
    byRole(page, 'button', /^Server bewerten/).click();
    await moment();
    server.expectOne('/api/v1/portfolio/demands/b/cover?startYear=2027').flush({
      ...{ demandId: 'b', frame: 'CORE', startYear: 2027, shortages: [] },
      years: [
        {
          ...{ fiscalYear: 2027, neededCents: 6_000_000, roomCents: 4_000_000 },
          ...{ introductionThousandths: 200, operationThousandths: 0, roomThousandths: null },
        },
      ],
    });
    await rest(fixture);
    const dialog = byRole(page, 'dialog', '„Server“ bewerten');
    expect(plain(dialog)).toContain('66,0 von 100 Punkten');
    expect(plain(byRole(dialog, 'row', /2027/))).toMatch(/60\.000,00.*40\.000,00.*0,20 VZÄ.*unbekannt/);
    const benefit = byRole<HTMLInputElement>(dialog, 'textbox', 'Nutzen, als Zahl');
    benefit.value = '10';
    benefit.dispatchEvent(new Event('change'));
    await rest(fixture);
    expect(plain(dialog)).toContain('70,0 von 100 Punkten');
    byRole(dialog, 'button', 'Speichern').click();
    await moment();
    const rating = server.expectOne('/api/v1/portfolio/demands/b/rating');
    expect(rating.request.body).toEqual({ benefit: 10, urgency: 5, reach: 5, readiness: 5, reason: '', version: 0 });
    rating.flush({ id: 'b', version: 1 });
    expect(server.expectOne('/api/v1/portfolio/demands/b/start').request.body).toEqual({ startYear: 2027, version: 3 });
  });

  it('weights make 100 and have a reason; they are a new version', async () => {
    const { page, fixture, server } = await openDecision();
    byRole(page, 'button', 'Gewichte ändern').click();
    await moment();
    server.expectOne('/api/v1/portfolio/weights').flush([]);
    await rest(fixture);
    const dialog = byRole(page, 'dialog', 'Gewichte der Stadt');
    const benefit = byRole<HTMLInputElement>(dialog, 'textbox', 'Nutzen, als Zahl');
    benefit.value = '50';
    benefit.dispatchEvent(new Event('change'));
    await rest(fixture);
    expect(plain(dialog)).toContain('Zusammen 110 %. Es müssen genau 100 sein.');
    const reach = byRole<HTMLInputElement>(dialog, 'textbox', 'Reichweite, als Zahl');
    reach.value = '10';
    reach.dispatchEvent(new Event('change'));
    type(byRole<HTMLTextAreaElement>(dialog, 'textbox', /Grund oder Beschluss/), 'Lenkungsrunde');
    byRole(dialog, 'button', 'Als neue Fassung speichern').click();
    await moment();
    expect(server.expectOne({ method: 'POST', url: '/api/v1/portfolio/weights' }).request.body).toEqual({
      ...{ benefit: 50, urgency: 30, reach: 10, readiness: 10, delayPercent: 10, reason: 'Lenkungsrunde' },
    });
  });

  it('staff comes from a unit or by hand with its source', async () => {
    const { page, fixture, server } = await openDecision();
    byRole(page, 'button', 'Personal der Runde').click();
    await moment();
    server.expectOne('/api/v1/organization/units').flush({ asOf: '', units: [{ id: 'u', code: '10.3', name: 'IT' }] });
    await rest(fixture);
    const dialog = byRole(page, 'dialog', /Wessen Zeit/);
    const hand = byRole<HTMLInputElement>(dialog, 'textbox', /2028 von Hand/);
    expect(hand.value).toBe('0,5');
    type(hand, 'zwei');
    await rest(fixture);
    byRole(dialog, 'button', 'Speichern').click();
    await rest(fixture);
    expect(plain(dialog)).toContain('Bitte eine Zahl wie 2,5 eingeben.');
    type(hand, '2,25');
    await rest(fixture);
    byRole(dialog, 'button', 'Speichern').click();
    await moment();
    expect(server.expectOne('/api/v1/portfolio/rounds/r/staff').request.body).toMatchObject({
      ...{ unitId: null, version: 1 },
      years: [{}, { fiscalYear: 2028, thousandths: 2250, source: 'Stellenplan' }, {}, {}],
    });
  });
});
