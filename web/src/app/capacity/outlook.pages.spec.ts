import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CapacityMonthRow, GoLiveRow, WhatIfAnswer, WhatIfState } from '@etatlotse/contracts/capacity/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { DeskPage } from './desk.page';
import { driverRows, unitLead } from './unit-look';
import { WhatIfPage } from './what-if.page';

const said = (node: Element | null): string => textOf(node).replaceAll('\u00a0', ' ');
const month = (requiredFte: number, backlogCases: number | null = null): CapacityMonthRow => ({
  ...{ plannedFte: 8, occupiedFte: 7, availableFte: 6, availableNormFte: 6, requiredFte, gapFte: 6 - requiredFte },
  ...{ backlogCases, backlogDays: backlogCases === null ? null : backlogCases / 10 },
});
const state = (requiredFte: number, backlogCases: number): WhatIfState => ({
  ...{ requiredFte, availableNormFte: 6, gapFte: 6 - requiredFte, utilisation: requiredFte / 6 },
  ...{ backlogCases, backlogDays: backlogCases / 10, operationFte: Array<number>(12).fill(0.4) },
  months: Array.from({ length: 12 }, (_, at) => month(at === 4 ? requiredFte + 1 : requiredFte, backlogCases)),
});
const ANSWER: WhatIfAnswer = {
  levers: {
    ...{ unitId: 'u-1', fiscalYear: 2026, fromMonth: 1, volumePercent: 100, minutesPercent: 100 },
    ...{ postFteHundredths: 0, slipMonths: 3, milestoneId: null },
  },
  unit: { id: 'u-1', code: 'FB 50', name: 'Fachbereich Soziales' },
  today: state(7.5, 760),
  asked: state(8.1, 940),
  released: {
    ...{ yearFte: -0.6, runRateFte: -1.54, fullCostCents: -15_124_800, personnelCents: -11_361_207, cases: -6_316 },
    unknownTasks: [],
  },
  posts: null,
  rates: { hourlyRateCents: 6_302, personnelCents: 7_389_518, grades: ['E 9a'], missingGrades: ['E 9b'] },
  goLives: [],
  parameters: [],
  dataAsOf: '2026-10-05T07:30:00Z',
};

const OVERVIEW = {
  ...{
    fiscalYear: 2026,
    rows: [{ unit: ANSWER.unit, gapFte: -1.5 }],
    parameters: [],
    missingParameters: [],
    dataAsOf: '2026-10-05T07:30:00Z',
  },
  totals: { plannedFte: 8, occupiedFte: 7, requiredFte: 7.5, isComplete: true },
};
/** A number is taken when the hand leaves the field. */
const enter = (field: HTMLInputElement, text: string): void => {
  type(field, text);
  field.dispatchEvent(new Event('change'));
};

describe('a question what if', () => {
  const open = async (
    answer: WhatIfAnswer = ANSWER,
  ): Promise<{ page: HTMLElement; http: HttpTestingController; settle: () => Promise<void> }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const http = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    http.expectOne('/api/v1/session').flush(aSession('finance', { permissions: ROLE_PERMISSIONS.finance }));
    await session;
    const fixture = TestBed.createComponent(WhatIfPage);
    fixture.componentRef.setInput('unit', 'u-1');
    fixture.componentRef.setInput('slip', '3');
    fixture.detectChanges();
    TestBed.tick();
    http.expectOne(({ url }) => url === '/api/v1/capacity/overview').flush(OVERVIEW);
    http.expectOne(({ url }) => url === '/api/v1/capacity/what-if').flush(answer);
    for (const asked of http.match(({ url }) => url === '/api/v1/capacity/scenarios')) {
      // The first one was asked before the unit of the address was known.
      if (!asked.cancelled) asked.flush({ rows: [], nextCursor: null });
    }
    await rest(fixture);
    return { page: fixture.nativeElement as HTMLElement, http, settle: () => rest(fixture) };
  };

  it('says in one sentence what changes, and never adds euro and cases', async () => {
    const { page } = await open();
    const text = said(page);
    expect(text).toContain('Mit diesen Annahmen fehlen 2,10 VZÄ; heute fehlen 1,50 VZÄ.');
    expect(text).toContain('Der Rückstand liegt Ende Dezember bei rund 940 statt 760 Fällen.');
    expect(text).toContain('Am meisten braucht es im Mai: 9,10 VZÄ, nach heutigem Stand 8,50 VZÄ.');
    const values = [...page.querySelectorAll('.et-worth')].map(said);
    expect(values).toEqual(['−151.248,00 €', '−113.612,07 €', '−6.316', '0,40 VZÄ']);
    expect(text).toContain('Ohne Stundensatz und daher nicht im Mittel: E 9b.');
  });

  it('says where no project starts in the year: moving it then moves nothing', async () => {
    const goLive: GoLiveRow = {
      ...{ milestoneId: 'm-1', milestone: 'Fünfzig Dienste online', plannedOn: '2027-01-31', goLiveOn: '2027-01-31' },
      ...{ isReached: false, project: null, onlineSeconds: 600, course: 's_curve', onlinePercent: 60, months: 18 },
      ...{ dipPercents: [], reboundPercent: 0, operationFteHundredths: 40 },
    };
    const later = await open({ ...ANSWER, goLives: [{ task: 'Wohngeld', goLive, askedGoLiveOn: '2027-01-31' }] });
    expect(said(later.page)).toContain('Das erste Vorhaben startet am 31.01.2027, nach 2026.');
    expect(byRole(later.page, 'button', 'Mit 2027 rechnen')).toBeTruthy();
    TestBed.resetTestingModule();
    const within = await open({ ...ANSWER, goLives: [{ task: 'Wohngeld', goLive, askedGoLiveOn: '2026-12-31' }] });
    expect(said(within.page)).not.toContain('Das erste Vorhaben startet');
  });

  it('asks again with a number that is typed, and refuses one out of range', async () => {
    const { page, http, settle } = await open();
    const volume = byRole<HTMLInputElement>(page, 'textbox', 'Fallzahlen gegenüber der Planung, als Zahl');
    enter(volume, '900');
    await settle();
    expect(said(page)).toContain('Bitte eine Zahl von 0 bis 200 eingeben.');
    enter(volume, '110');
    TestBed.tick();
    const asked = http.expectOne(({ url }) => url === '/api/v1/capacity/what-if');
    expect(asked.request.params.get('volumePercent')).toBe('110');
    expect(asked.request.params.get('slipMonths')).toBe('3');
  });
});

describe('the calculator of the service desk', () => {
  const open = async (): Promise<{ page: HTMLElement; settle: () => Promise<void> }> => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(DeskPage);
    await rest(fixture);
    return { page: fixture.nativeElement as HTMLElement, settle: () => rest(fixture) };
  };

  it('shows the published case: 200 calls an hour of 3 minutes need 14 positions and 20 posts', async () => {
    const { page, settle } = await open();
    expect(said(page)).toContain('14 besetzte Plätze: Dann sind 88,8 % binnen 20 Sekunden dran.');
    expect(said(page)).toContain('Mit Abwesenheiten sind das 20 Stellen.');
    const needed = allByRole(page, 'row').find((row) => said(row).includes('nötig'));
    expect([...(needed?.querySelectorAll('td') ?? [])].map(said).slice(0, 4)).toEqual([
      '88,8 %',
      '17,4 %',
      '7,8 s',
      '71,4 %',
    ]);
    // A quarter of an hour with 50 calls is the same load.
    byRole<HTMLInputElement>(page, 'radio', 'Viertelstunde').click();
    type(byRole<HTMLInputElement>(page, 'textbox', 'Anrufe oder Besuche'), '50');
    await settle();
    expect(said(page)).toContain('14 besetzte Plätze');
    type(byRole<HTMLInputElement>(page, 'textbox', 'Anrufe oder Besuche'), 'viele');
    await settle();
    expect(said(page)).toContain('Bitte prüfen Sie die Angaben links.');
  });
});

it('a unit says which month is tightest, and its gap is the plan less what is vacant, away and needed', () => {
  const months = Array.from({ length: 12 }, (_, at) => month(at === 4 ? 7.4 : 6.2, at === 11 ? 760 : null));
  const row = {
    ...{ unit: ANSWER.unit, posts: 8, tasks: 1, plannedFte: 8, occupiedFte: 7, availableFte: 6, availableNormFte: 6.1 },
    ...{ requiredFte: 6.3, gapFte: -0.2, utilisation: 1.03, isComplete: true, unknownTasks: [], backlogCases: 600 },
    ...{ backlogDays: 5, backlogCountedOn: '2026-06-30', isProtected: false, released: [], months },
  };
  const task = {
    ...{ id: 't-1', name: 'Wohngeld', kind: 'cases' as const, baseSeconds: 2_400, yearVolume: 4_800, requiredFte: 6.3 },
    ...{ months: [], backlog: 600, backlogCountedOn: '2026-06-30', goLive: null, version: 1 },
  };
  const year = {
    ...{ fiscalYear: 2026, row, tasks: [task], operationFte: [], departures: [], withoutDepartures: null, posts: [] },
    ...{ mayWriteTasks: false, mayWritePosts: false, parameters: [], missingParameters: [], dataAsOf: '' },
  };
  expect(unitLead(year).replaceAll('\u00a0', ' ')).toBe(
    'Am knappsten ist der Mai: Dort fehlen 1,40 VZÄ. Der Rückstand liegt Ende Dezember bei rund 760 Fällen.',
  );
  const rows = driverRows(year);
  const steps = rows.filter(({ isSum }) => !isSum).reduce((sum, { fte }) => sum + (fte ?? 0), 0);
  expect(row.plannedFte + steps).toBeCloseTo(row.gapFte, 9);
});
