import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { WayOutRow, WaysOutOfLine } from '@etatlotse/contracts/authority';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { CoverFinder } from './cover-finder';

const way = (more: Partial<WayOutRow> & Pick<WayOutRow, 'code'>): WayOutRow => ({
  rule: '§ 19 KomHKVO',
  decider: 'finance',
  paper: 'transfer_form',
  coverCents: null,
  isEnough: false,
  candidates: [],
  meetings: [],
  ...more,
});
const FOUND: WaysOutOfLine = {
  line: { id: 'line-1', number: '4S.1', name: 'DMS' },
  fiscalYear: 2026,
  missingCents: 4_000_000,
  availableCents: 0,
  level: 'pool',
  grantedCents: 8_000_000,
  isThresholdExample: true,
  ways: [
    way({
      code: 'one_sided_cover',
      paper: 'budget_note',
      coverCents: 500_000 as never,
      candidates: [{ id: 'x', number: '4S.2', name: 'Datensicherung', givableCents: 500_000 }],
    }),
    way({
      code: 'transfer',
      coverCents: 4_000_000 as never,
      isEnough: true,
      candidates: [{ id: 'd', number: '4S.3', name: 'Wartung', givableCents: 6_000_000 }],
    }),
    way({ code: 'next_year_cover', decider: 'council', paper: 'council_paper' }),
    way({
      code: 'over_plan_by_council',
      decider: 'council',
      paper: 'council_paper',
      meetings: [
        { body: 'Finanzausschuss', heldOn: '2026-12-03', papersDueOn: '2026-11-19' },
        { body: 'Rat', heldOn: null, papersDueOn: null },
      ],
      coverCents: 4_000_000 as never,
      isEnough: true,
    }),
  ],
};

describe('the Deckungsfinder', () => {
  const open = async (role: 'finance' | 'department_head' | 'clerk') => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(CoverFinder);
    fixture.componentRef.setInput('lineId', 'line-1');
    fixture.componentRef.setInput('missingCents', 4_000_000);
    fixture.detectChanges();
    TestBed.tick();
    const asked = server.expectOne(({ url }) => url === '/api/v1/budget/lines/line-1/ways-out');
    expect(asked.request.params.get('missingCents')).toBe('4000000');
    asked.flush(FOUND);
    await rest(fixture);
    return fixture.nativeElement as HTMLElement;
  };
  const targetOf = (page: HTMLElement, name: string): string => byRole(page, 'link', name).getAttribute('href') ?? '';

  it('lists the ways in legal order, with amount, decider, paper and paragraph', async () => {
    const page = await open('finance');
    const ways = [...page.querySelectorAll('.et-ways > li')].map(textOf);
    expect(ways).toHaveLength(4);
    expect(ways[1]).toContain('Wartung');
    expect(ways[1]).toContain('40.000,00 € deckt alles');
    expect(ways[1]).toContain('nötig: Begründung und Beleg · § 19 KomHKVO');
    expect(ways[2]).toContain('unbekannt');
    expect(ways[3]).toContain('entscheidet: Rat');
    expect(ways[3]).toContain('Finanzausschuss: 03.12.2026, Vorlage bis 19.11.2026');
    expect(ways[3]).toContain('Rat: kein Termin eingetragen');
    expect(textOf(page)).toContain('Der erste Weg, der alles deckt: Aus einer anderen Zeile umbuchen.');
    expect(textOf(page)).toContain('80.000,00 € über- oder außerplanmäßig bewilligt');
    expect(textOf(page)).toContain('Beispielwert, bitte bestätigen');
  });

  it('leads to the form that is filled in with what is known', async () => {
    const page = await open('finance');
    expect(targetOf(page, 'Umbuchen')).toBe('/authority/transfers/new?from=d&to=line-1&amountCents=4000000&year=2026');
    expect(targetOf(page, 'Deckung nutzen')).toBe(
      '/authority/transfers/new?from=x&to=line-1&amountCents=500000&year=2026&oneSided=true',
    );
    expect(targetOf(page, 'Antrag stellen')).toBe('/authority/extra/new?line=line-1&amountCents=4000000&year=2026');
  });

  it('a department head asks; somebody who orders is told whom to ask', async () => {
    const head = await open('department_head');
    byRole(head, 'link', 'Umbuchung beantragen');
    expect(allByRole(head, 'link', 'Deckung nutzen')).toEqual([]);
    TestBed.resetTestingModule();
    const clerk = await open('clerk');
    expect(allByRole(clerk, 'link')).toEqual([]);
    expect(textOf(clerk)).toContain('Den nächsten Schritt macht Ihre Fachbereichsleitung oder die Kämmerei.');
  });
});
