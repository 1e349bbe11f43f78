import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ProvisionalCheck, ProvisionalOfYear } from '@etatlotse/contracts/budget/plain';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { BookingGround } from './booking-ground';
import { ProvisionalPage } from './provisional.page';

const CHECK: ProvisionalCheck = {
  rule: '§ 116 NKomVG',
  earlierPlan: { fiscalYear: 2026, amountCents: 1_200_000 },
  claimedCents: 100_000,
  grounds: ['legal_duty', 'unpostponable', 'continued_investment'],
};
const NONE: ProvisionalOfYear = {
  fiscalYear: 2026,
  rule: '§ 116 NKomVG',
  isPlanInForce: false,
  inForceOn: null,
  sums: (['legal_duty', 'unpostponable', 'continued_investment'] as const).map((ground) => ({
    ...{ ground, claims: 0, amountCents: 0 },
  })),
  totalCents: 0,
  rows: [],
  nextCursor: null,
};

describe('the ground of a booking before the budget (§ 116 NKomVG)', () => {
  const open = async (inputs: object): Promise<{ fixture: ComponentFixture<BookingGround>; page: HTMLElement }> => {
    const fixture = TestBed.createComponent(BookingGround);
    for (const [name, value] of Object.entries({ check: CHECK, year: 2027, ...inputs })) {
      fixture.componentRef.setInput(name, value);
    }
    await rest(fixture);
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };

  it('explains kindly, names the paragraph, and says what the plan before had', async () => {
    const { page } = await open({});
    expect(textOf(page)).toContain('Der Haushalt 2027 gilt noch nicht');
    expect(textOf(page)).toContain('(§ 116 NKomVG)');
    expect(textOf(page)).toContain('Im Plan 2026 standen dafür 12.000,00 €.');
  });

  it('offers for something new only the legal duty, and says why', async () => {
    const { page } = await open({ check: { ...CHECK, earlierPlan: null, grounds: ['legal_duty'] } });
    expect(allByRole(page, 'radio')).toHaveLength(1);
    expect(textOf(page)).toContain('Für diese Zeile hatte noch kein Plan Geld.');
  });

  it('asks what a duty rests on', async () => {
    const { fixture, page } = await open({ hasTried: true });
    expect(textOf(page)).toContain('Bitte sagen Sie, warum es jetzt sein muss.');
    allByRole(page, 'radio')[0]?.click();
    await rest(fixture);
    expect(fixture.componentInstance.ground()).toBe('legal_duty');
    expect(byRole(page, 'textbox', 'Vorschrift oder Vertrag')).toBeTruthy();
    expect(textOf(page)).toContain('Bitte schreiben Sie, worauf die Buchung beruht.');
  });

  it.each([
    [false, 200_000, false],
    [true, 100_000, false],
    [true, 100_001, true],
  ])(
    'warns of twelfths only where the city wants it (%s, %d cents): %s',
    async (warnsOfTwelfths, amountCents, warns) => {
      const { page } = await open({ warnsOfTwelfths, amountCents, day: '2027-02-10' });
      expect(textOf(page).includes('über den angebrochenen Zwölfteln')).toBe(warns);
    },
  );
});

describe('the list for the council', () => {
  const open = async (answer: ProvisionalOfYear): Promise<HTMLElement> => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession());
    await known;
    const fixture = TestBed.createComponent(ProvisionalPage);
    TestBed.tick();
    server.expectOne(({ url }) => url === '/api/v1/budget/provisional').flush(answer);
    await rest(fixture);
    return fixture.nativeElement as HTMLElement;
  };

  it('says how much stands on which ground, and whether the budget has come', async () => {
    const page = await open({
      ...NONE,
      sums: [{ ground: 'legal_duty', claims: 1, amountCents: 480_000 }, ...NONE.sums.slice(1)],
      totalCents: 480_000,
      rows: [
        {
          ...{ id: 'm-1', lineId: 'l-1', lineNumber: '1.01', lineName: 'Wartung DMS', ground: 'legal_duty' },
          ...{ basis: '§ 2 OZG', bookedOn: '2026-01-12', documentNumber: 'B-1', text: 'Wartung', amountCents: 480_000 },
          actorName: 'Frauke Finke',
        },
      ],
    });
    expect(textOf(page)).toContain('4.800,00 € in einer Buchung nach § 116 NKomVG. Der Haushalt gilt noch nicht.');
    expect(textOf(byRole(page, 'rowheader', 'Wartung DMS 1.01').closest('tr'))).toContain('§ 2 OZG');
  });

  it('without such bookings says so', async () => {
    expect(textOf(await open(NONE))).toContain('Keine Buchung vor dem Haushalt');
  });
});
