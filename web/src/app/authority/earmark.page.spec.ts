import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EarmarkDetail } from '@etatlotse/contracts/authority/plain';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { EarmarkForm } from './earmark-form';
import { EarmarkPage } from './earmark.page';

const GRANT: EarmarkDetail = {
  id: 'e-1',
  number: 'ZW-2026-01',
  giver: 'Land Niedersachsen',
  purpose: 'Ausbau der Schulnetze',
  fiscalYear: 2026,
  plannedCents: 10_000_000,
  promisedCents: null,
  verbalCents: null,
  receivedCents: 0,
  refundedCents: 0,
  authorityCents: 0,
  lowersWithRevenue: true,
  useBy: '2027-06-30',
  proofDueOn: '2027-01-01',
  proofState: 'open',
  proofDeadline: 'soon',
  isDemo: false,
  version: 3,
  securedCents: 0,
  expectedCents: 10_000_000,
  noticeNumber: '',
  noticeOn: null,
  years: [],
  lines: [
    {
      lineId: 'l-1',
      number: '5S.100001',
      name: 'LAN-Ausbau',
      plannedCents: 10_000_000,
      authorityCents: 0,
      adjustedCents: 10_000_000,
      availableCents: 10_000_000,
    },
  ],
  hiddenLines: 0,
  revenueLine: null,
  events: [],
  waiting: null,
  mayRecord: true,
};
const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');

describe('one grant', () => {
  const open = async (
    grant: EarmarkDetail,
  ): Promise<{ fixture: ComponentFixture<EarmarkPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(EarmarkPage);
    fixture.componentRef.setInput('earmarkId', 'e-1');
    fixture.detectChanges();
    TestBed.tick();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/authority/earmarks/e-1').flush(grant);
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('T8 without a notice says that the plan holds; what is due stands with its word', async () => {
    const { page } = await open(GRANT);
    expect(plain(page.querySelector('.et-lead'))).toContain('Geplant sind 100.000,00 €. Ein verbindlicher Bescheid');
    expect(textOf(page)).toContain('Verwendungsnachweis: bald fällig');
    expect(textOf(page)).toContain('Beginnen Sie mit der Zusage oder dem Bescheid.');
  });

  it('T8 with a notice of 140,000 says how much more may be spent', async () => {
    const { page } = await open({
      ...GRANT,
      promisedCents: 14_000_000,
      securedCents: 14_000_000,
      authorityCents: 4_000_000,
    });
    expect(plain(page.querySelector('.et-lead'))).toContain(
      'Gesichert sind 140.000,00 € statt geplanter 100.000,00 €: 40.000,00 € dürfen mehr ausgegeben werden.',
    );
  });

  it('R8 a grant of three years shows the share of each and the exact sum, with the way to the other years', async () => {
    const year = (id: string, fiscalYear: number, plannedCents: number) => ({
      ...{ id, fiscalYear, plannedCents, promisedCents: null, receivedCents: 0, authorityCents: 0 },
    });
    const years = [year('e-1', 2026, 3_334), year('e-2', 2027, 3_333), year('e-3', 2028, 3_333)];
    const { page } = await open({ ...GRANT, years });
    const table = byRole(page, 'region', 'Wie verteilt sie sich auf die Jahre?');
    expect(textOf(table)).toContain('2026 dieses Jahr 33,34');
    expect(textOf(table)).toMatch(/Zusammen ?100,00/);
    expect(byRole(page, 'link', '2028').getAttribute('href')).toBe('/authority/earmarks/e-3?year=2028');
  });

  it('a step that changes the authority waits for a second person, and the page says so', async () => {
    const { page } = await open({
      ...GRANT,
      waiting: {
        approvalId: 'a-1',
        step: 'binding_notice',
        amountCents: 14_000_000,
        authorityCents: 4_000_000,
        requestedBy: 'Frauke Finke',
      },
    });
    expect(plain(page.querySelector('et-notice'))).toContain('Verbindlicher Bescheid über 140.000,00 €');
    expect(plain(page.querySelector('et-notice'))).toContain('+40.000,00 €');
  });

  it('records a notice with the version that was seen; without an amount nothing is sent', async () => {
    const { fixture, server, page } = await open(GRANT);
    byRole(page, 'button', 'Eintragen, was geschehen ist').click();
    await moment();
    fixture.detectChanges();
    const select = page.querySelector('select');
    if (select === null) throw new Error('The form asks what has happened.');
    select.value = 'binding_notice';
    select.dispatchEvent(new Event('change'));
    fixture.detectChanges();
    expect(textOf(page.querySelector('dialog'))).toContain('gibt eine zweite Person der Kämmerei frei');
    byRole(page, 'button', 'Eintragen').click();
    fixture.detectChanges();
    expect(textOf(page.querySelector('dialog'))).toContain('Bitte ausfüllen.');
    type(byRole(page, 'textbox', 'Betrag in €'), '140.000,00');
    fixture.detectChanges();
    byRole(page, 'button', 'Eintragen').click();
    const call = server.expectOne('/api/v1/authority/earmarks/e-1/steps');
    expect(call.request.body).toMatchObject({ step: 'binding_notice', amountCents: 14_000_000, version: 3 });
    call.flush({ id: 'e-1', version: 3, approvalId: 'a-1', authorityCents: 4_000_000 });
    await moment();
    TestBed.tick();
    server.expectOne('/api/v1/authority/earmarks/e-1').flush(GRANT);
  });

  it('does not offer what cannot happen yet: no refund before money came, no acceptance before submission', async () => {
    const { fixture, page } = await open(GRANT);
    byRole(page, 'button', 'Eintragen, was geschehen ist').click();
    fixture.detectChanges();
    const offered = [...page.querySelectorAll('select option')].map(textOf);
    expect(offered).not.toContain('Rückzahlung');
    expect(offered).not.toContain('Nachweis anerkannt');
    expect(offered).toContain('Nachweis vorgelegt');
  });
});

describe('a new grant', () => {
  it('R8 that runs into the next year is spread by months, to the cent; a share that does not fit is told at once', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(EarmarkForm);
    fixture.componentRef.setInput('year', 2026);
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    type(byRole(page, 'textbox', /^Geplanter Ertrag/), '100,00');
    type(byRole(page, 'textbox', /^Läuft ab/), '01.07.2026');
    type(byRole(page, 'textbox', /^Läuft bis/), '31.03.2027');
    await rest(fixture);
    const [first, second] = ['Anteil 2026 in €', 'Anteil 2027 in €'].map((name) =>
      byRole<HTMLInputElement>(page, 'textbox', name),
    );
    expect([first?.value, second?.value]).toEqual(['66,67', '33,33']);
    expect(plain(page)).toContain('Auf die Jahre verteilt sind 100,00 € von 100,00 €.');
    if (second !== undefined) type(second, '33,00');
    await rest(fixture);
    expect(plain(page)).toContain('Auf die Jahre verteilt sind 99,67 € von 100,00 €.');
    byRole(page, 'button', 'Zuwendung eintragen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte verteilen Sie den ganzen Betrag auf die Jahre, auf den Cent.');
  });
});
