import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CouncilBodyRow, MeetingRow } from '@etatlotse/contracts/council/plain';
import { ROLE_PERMISSIONS, type Role } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { Clock } from '../platform/clock';
import { SessionStore } from '../platform/session.store';
import { CouncilPage } from './council.page';

const BODY: CouncilBodyRow = {
  id: 'b-1',
  kind: 'committee',
  name: 'Finanzausschuss',
  paperLeadDays: 14,
  isForBudget: true,
  isArchived: false,
  isDemo: false,
  nextMeetingOn: '2026-12-03',
  version: 1,
};
const meeting = (more: Partial<MeetingRow> = {}): MeetingRow => ({
  id: 'm-1',
  body: { id: 'b-1', name: 'Finanzausschuss', kind: 'committee' },
  heldOn: '2026-12-17',
  papersDueOn: '2026-12-03',
  cancelledOn: null,
  cancelReason: '',
  movedFrom: null,
  version: 1,
  ...more,
});

describe('the calendar of the bodies', () => {
  const open = async (role: Role, rows: readonly MeetingRow[], bodies: readonly CouncilBodyRow[] = [BODY]) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Clock, useValue: { nowMs: () => Date.parse('2026-11-30T09:00:00Z') } },
      ],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(CouncilPage);
    fixture.detectChanges();
    TestBed.tick();
    const answer = async (): Promise<void> => {
      for (const asked of server.match(({ url }) => url.endsWith('/bodies'))) asked.flush({ rows: bodies });
      for (const asked of server.match(({ url, method }) => url.endsWith('/meetings') && method === 'GET')) {
        asked.flush({ rows, nextCursor: null });
      }
      await rest(fixture);
    };
    await answer();
    return { fixture, server, answer, page: fixture.nativeElement as HTMLElement };
  };

  it('says who meets next and how many days are left for papers', async () => {
    const { page } = await open('department_head', [
      meeting({
        id: 'm-0',
        heldOn: '2026-12-08',
        papersDueOn: '2026-11-24',
        cancelledOn: '2026-11-20',
        cancelReason: 'Grippe',
      }),
      meeting(),
    ]);
    expect(textOf(page)).toContain('Als Nächstes tagt „Finanzausschuss“ am 17.12.2026; Vorlagen dafür bis 03.12.2026.');
    expect(textOf(page)).toContain('noch 3 Tage');
    expect(textOf(page)).toMatch(/abgesagt ?Grippe/);
    expect(allByRole(page, 'button', 'Sitzungen eintragen')).toEqual([]);
  });

  it('has a column for what became of a meeting only where one was moved or called off', async () => {
    const { page } = await open('department_head', [meeting()]);
    expect(allByRole(page, 'columnheader', 'Stand')).toEqual([]);
    TestBed.resetTestingModule();
    const moved = await open('department_head', [meeting(), meeting({ id: 'm-2', movedFrom: '2026-12-10' })]);
    byRole(moved.page, 'columnheader', 'Stand');
    expect(textOf(moved.page)).toContain('10.12.2026');
  });

  it('a city without bodies is told where to begin', async () => {
    const { page } = await open('council_office', [], []);
    expect(textOf(page)).toContain('Beginnen Sie mit Fachausschuss, Verwaltungsausschuss und Rat');
    expect(allByRole(page, 'button', 'Sitzungen eintragen')).toEqual([]);
    byRole(page, 'button', 'Gremium eintragen');
  });

  it('takes the dates of a year from a letter, and says which line is no date', async () => {
    const { page, fixture, server } = await open('council_office', [meeting()]);
    byRole(page, 'button', 'Sitzungen eintragen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox'), '21.01.2027\n31.02.2027');
    byRole(dialog, 'button', 'Eintragen').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('„31.02.2027“ ist kein Datum.');
    type(byRole(dialog, 'textbox'), '21.01.2027\n18.2.27');
    byRole(dialog, 'button', 'Eintragen').click();
    await moment();
    const sent = server.expectOne(({ method }) => method === 'POST');
    expect(sent.request.body).toEqual({ bodyId: 'b-1', days: ['2027-01-21', '2027-02-18'] });
    sent.flush(
      {
        code: 'MEETING_TWICE',
        title: 'Für diesen Tag ist schon eine Sitzung eingetragen',
        detail: 'Am 21.01.2027',
        status: 409,
      },
      { status: 409, statusText: 'Conflict' },
    );
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Für diesen Tag ist schon eine Sitzung eingetragen');
  });

  it('a meeting is cancelled with a reason only', async () => {
    const { page, fixture, server, answer } = await open('finance', [meeting()]);
    byRole(page, 'button', 'Absagen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'button', 'Sitzung absagen').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('Bitte ausfüllen.');
    type(byRole(dialog, 'textbox', 'Grund'), 'Keine Vorlagen');
    byRole(dialog, 'button', 'Sitzung absagen').click();
    await moment();
    const sent = server.expectOne('/api/v1/council/meetings/m-1/cancel');
    expect(sent.request.body).toEqual({ reason: 'Keine Vorlagen', version: 1 });
    sent.flush({ id: 'm-1', version: 2 });
    await moment();
    await answer();
    expect(allByRole(page, 'dialog')).toEqual([]);
  });
});
