import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import {
  PORTFOLIO_PATHS,
  type ProposalAnswer,
  type Scenario,
  toDecisionAnswer,
} from '@etatlotse/contracts/portfolio/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aheadInterceptor } from '../platform/ahead';
import { DECISION, openDecision, plain } from './decision.sample';
import { portfolioRoutes } from './portfolio.routes';

const order = (page: HTMLElement): string[] =>
  allByRole(page, 'row', /Onlinezugang|Server|Tablets/)
    .map((row) => /Onlinezugang|Server|Tablets/.exec(textOf(row))?.[0] ?? '')
    .slice(0, 3);
afterEach(() => (document.body.innerHTML = ''));

describe('the page of the decision', () => {
  it('says in one sentence what is covered and where the red line lies; an unknown frame stays out', async () => {
    const { page } = await openDecision();
    expect(textOf(byRole(page, 'heading', /Was nehmen wir 2027 in den Plan/))).not.toBe('');
    expect(plain(page.querySelector('.et-lead'))).toBe(
      '2 von 3 Bedarfen sind in der Rangfolge mit Geld und Personal gedeckt. Die rote Linie liegt bei „Server“: es fehlen 20.000,00 € in Kern-IT 2027. 1 ohne bekannten Rahmen sind nicht dabei.',
    );
    expect(plain(byRole(page, 'row', /Gebühren/))).toContain('unbekannt');
    expect(plain(byRole(page, 'row', /Server/))).toContain('unter der Linie');
    expect(plain(byRole(page, 'row', /Onlinezugang/))).toMatch(/gedeckt.*Pflicht/);
  });

  it('is asked for once, by its address', async () => {
    const providers = [
      provideHttpClient(withInterceptors([aheadInterceptor])),
      provideHttpClientTesting(),
      provideRouter(portfolioRoutes),
    ];
    TestBed.configureTestingModule({ providers });
    const { fixture } = await RouterTestingHarness.create('/');
    TestBed.inject(HttpTestingController).expectOne(PORTFOLIO_PATHS.current).flush(toDecisionAnswer(DECISION));
    await moment();
    expect(order(fixture.nativeElement as HTMLElement)).toEqual(['Onlinezugang', 'Server', 'Tablets']);
  });

  it('claims no cover in staff where nobody knows the staff', async () => {
    const staff = DECISION.staff.map((one) => ({ ...one, thousandths: null }));
    const { page } = await openDecision({ ...DECISION, staff });
    expect(plain(page.querySelector('.et-lead'))).toMatch(
      /sind in der Rangfolge mit Geld gedeckt; ob das Personal reicht, ist nicht bekannt\./,
    );
    expect(plain(page.querySelector('.et-lead'))).not.toContain('Alles passt');
  });

  it('moves a demand by keys and reckons the line anew; taking one out makes room', async () => {
    const { page, fixture } = await openDecision();
    expect(order(page)).toEqual(['Onlinezugang', 'Server', 'Tablets']);
    const handle = byRole(page, 'button', 'Server verschieben');
    handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await rest(fixture);
    expect(order(page)).toEqual(['Onlinezugang', 'Tablets', 'Server']);
    byRole(page, 'checkbox', /Onlinezugang herausnehmen/).click();
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toContain('2 von 3 Bedarfen');
    expect(plain(byRole(page, 'row', /Server/))).toContain('gedeckt');
    expect(textOf(page)).toContain('Die Rangfolge ist geändert und nicht gespeichert.');
  });

  it('shows only what the filter asks for, the ranks stay those of the whole', async () => {
    const { page, fixture } = await openDecision();
    type(byRole<HTMLInputElement>(page, 'searchbox', 'Suchen'), 'tablet');
    await rest(fixture);
    expect(order(page)).toEqual(['Tablets']);
    expect(plain(byRole(page, 'row', /Tablets/))).toContain('3');
  });

  it('asks for a proposal, shows its proof and why a demand fell out, and takes it over only when told', async () => {
    const { page, fixture, server } = await openDecision();
    byRole(page, 'button', 'Besten Vorschlag suchen').click();
    await moment();
    const answer: ProposalAnswer = {
      impossible: null,
      proposal: {
        ...{ demandIds: ['a', 'b'], startYears: [2027, 2028], value: 10_000, bound: 10_037, summedBound: 10_100 },
        ...{ gapBasisPoints: 37, seconds: 0.1, isStopped: false },
        limits: [{ kind: 'money', frame: 'CORE', year: 2027, amount: 1, used: 1, priceHundredths: 120 }],
        reasons: [
          {
            ...{ id: 'c', kind: 'no_room', needsMissing: [], excludedBy: [], company: [], startYear: 2027 },
            ...{ value: 5_000, roomValue: 6_000, exchange: { out: ['b'], gain: -1_000 } },
            missing: [{ limit: { kind: 'fte', frame: null, year: 2027, amount: 500 }, amount: 150 }],
          },
        ],
      },
    };
    server.expectOne('/api/v1/portfolio/rounds/r/proposal').flush(answer);
    await moment();
    server.expectOne('/api/v1/portfolio/rounds/r/runs').flush({ id: 'run', jobId: 'job' });
    await rest(fixture);
    const text = plain(page);
    expect(text).toContain('Kein Plan kann mehr als 100,4 erreichen: Er liegt höchstens 0,37 % unter dem Besten.');
    expect(text).toContain(
      'Damit er hineinkommt, es fehlen 0,15 VZÄ im Jahr 2027. Günstigster Tausch: „Server“ heraus, dann −10,0 Punkte.',
    );
    expect(text).toContain('1.000 € mehr in Kern-IT 2027: 1,2 Punkte');
    expect(order(page)).toEqual(['Onlinezugang', 'Server', 'Tablets']);
    byRole(page, 'button', 'Als Rangfolge übernehmen').click();
    await rest(fixture);
    expect(plain(byRole(page, 'row', /Tablets/))).toContain('herausgenommen');
    expect(plain(page.querySelector('.et-lead'))).toContain('2 von 3 Bedarfen');
  });

  it('sets a saved scenario beside the present ranking', async () => {
    const { page, fixture, server } = await openDecision();
    byRole(page, 'checkbox', /vergleichen Sparsam/).click();
    await moment();
    const scenario: Scenario = {
      ...{ id: 's', roundId: 'r', name: 'Sparsam', note: '', demands: 2, changedAt: '', changedBy: 'Ina', version: 1 },
      ...{ demandIds: ['a', 'c'], isIn: [true, false], startYears: [2027, 2027], weightsNumber: 0 },
    };
    server.expectOne('/api/v1/portfolio/scenarios/s').flush(scenario);
    await rest(fixture);
    expect(plain(byRole(page, 'row', /Summe 2027/))).toMatch(/70\.000,00.*60\.000,00/);
    expect(plain(byRole(page, 'row', /anders als jetzt/))).toContain('+0 −1');
  });

  it('an auditor sees everything and moves nothing', async () => {
    const { page } = await openDecision({ ...DECISION, mayDecide: false });
    expect(allByRole(page, 'button', /verschieben/)).toEqual([]);
    expect(byRole(page, 'checkbox', /Server herausnehmen/)).toHaveProperty('disabled', true);
  });
});
