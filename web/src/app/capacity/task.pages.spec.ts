import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  TaskDetail,
  TaskForecast,
  TaskMonthRow,
  TaskNumbers,
  TaskOutlook,
} from '@etatlotse/contracts/capacity/plain';
import { allByRole, byRole, press, rest, textOf, type as typeInto } from '../../testing/find';
import { aSession } from '../../testing/session';
import { Permissions } from '../platform/permission';
import { SessionStore } from '../platform/session.store';
import { readTask, EMPTY_TASK } from './task-draft';
import { TaskFormPage } from './task-form.page';
import { TaskListPage } from './task-list.page';
import { changesOf, gridOf, pasteInto, readCount } from './task-numbers';
import { TaskNumbersPage } from './task-numbers.page';
import { taskSentence } from './task-sentence';
import { TaskVolumes } from './task-volumes';

const YEAR = { requiredFte: 2.05, availableFte: 2, gapFte: -0.05, unknownMonths: 0 };
const TASK: TaskDetail = {
  id: 't-1',
  name: 'Bauanträge',
  unit: { id: 'u-1', code: 'FB 60', name: 'Bauordnung' },
  kind: 'cases',
  baseSeconds: 2_400,
  recoverySeconds: 0,
  method: 'time_study',
  surveyedOn: '2024-05-15',
  source: 'Untersuchung 2024',
  backlog: 600,
  backlogCountedOn: '2025-12-31',
  actual: Array<number | null>(12).fill(null),
  planned: Array<number | null>(12).fill(400),
  goLive: null,
  product: '52.1.01 Bauordnung',
  sampleCases: 36,
  deadline: 'vwgo_75',
  allowanceBasis: null,
  allowanceMicros: null,
  waiting: 0,
  incompletePercent: 0,
  returnPercent: 0,
  drivers: [],
  isDemo: true,
  version: 3,
  year: YEAR,
  surveyAge: 2,
  stock: [],
};
const month = (at: number, change: Partial<TaskMonthRow> = {}): TaskMonthRow => ({
  year: 2026 + Math.floor(at / 12),
  month: (at % 12) + 1,
  workingDays: 21,
  volume: 400,
  origin: 'planned',
  base: 400,
  lawFactor: 1,
  renewals: 0,
  cases: 400,
  minutesPerCase: 40,
  requiredFte: 2.05,
  availableFte: 2,
  gapFte: -0.05,
  capacity: 390,
  backlog: 600 + at * 10,
  waiting: 0,
  ...change,
});
const OUTLOOK: TaskOutlook = {
  taskId: 't-1',
  fiscalYear: 2026,
  months: Array.from({ length: 24 }, (_, at) => month(at, at === 4 ? { requiredFte: 3.4, gapFte: -1.4 } : {})),
  year: YEAR,
  stock: { countedOn: '2025-12-31', workable: 600, waiting: 0, ages: null, clearFrom: null, clear: [] },
  deadline: null,
  isProtected: false,
  unknownTasks: [],
  parameters: [],
  missingParameters: [],
  dataAsOf: '2026-01-05T07:30:00Z',
};
const FORECAST: TaskForecast = {
  taskId: 't-1',
  knownMonths: 48,
  method: 'theta_combined',
  months: [
    {
      year: 2026,
      month: 1,
      cases: 405,
      low80: 380,
      high80: 430,
      low95: 360,
      high95: 450,
      lastYear: 400,
      underLaw: null,
    },
  ],
  test: { origins: 24, mase: 1.1, naiveMase: 1 },
  warnings: ['not_better_than_last_year'],
};
const NUMBERS: TaskNumbers = {
  taskId: 't-1',
  version: 3,
  years: [{ fiscalYear: 2026, actual: [400, ...Array<null>(11).fill(null)], planned: Array<null>(12).fill(null) }],
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

async function show<Page>(page: Type<Page>, inputs: object, answers: Readonly<Record<string, object>>) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Permissions, useValue: { has: () => true } },
    ],
  });
  const fixture: ComponentFixture<Page> = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  for (const request of http.match(() => true)) {
    const found = Object.entries(answers).find(([url]) => request.request.url.endsWith(url));
    request.flush(found?.[1] ?? { units: [] });
  }
  await rest(fixture);
  return { page: fixture.nativeElement as HTMLElement, http, fixture };
}

describe('the sentence of a task', () => {
  it('says in which month how many posts are missing, and what becomes of the backlog', () => {
    expect(plain(taskSentence(TASK, OUTLOOK, '2026-01-05'))).toBe(
      'Im Mai 2026 fehlen 1,4 Stellen; der Rückstand wächst auf 710 Fälle im Dezember 2026.',
    );
    expect(taskSentence(TASK, { ...OUTLOOK, stock: null }, '2026-06-01')).toContain('weil niemand gezählt hat');
  });

  it('a task without numbers is unknown, and a small unit keeps to itself who is there', () => {
    const months = OUTLOOK.months.map((one) => ({ ...one, requiredFte: null, gapFte: null }));
    const unknown = { ...OUTLOOK, months, year: { ...YEAR, requiredFte: null, unknownMonths: 12 } };
    expect(taskSentence(TASK, unknown, '2026-01-05')).toBe(
      'Wie viele Stellen nötig sind, ist nicht bekannt: Für 12 Monate fehlt die Fallzahl.',
    );
    expect(taskSentence({ ...TASK, baseSeconds: null }, unknown, '2026-01-05')).toContain('Bearbeitungszeit je Fall');
    expect(taskSentence(TASK, { ...OUTLOOK, isProtected: true }, '2026-01-05')).toContain('sind 3,4 Stellen nötig');
  });
});

it('a forecast that is not better than last year says so, and what its MASE means', async () => {
  const { page } = await show(TaskVolumes, { task: TASK, numbers: NUMBERS, forecast: FORECAST, outlook: OUTLOOK }, {});
  const said = plain(textOf(page));
  expect(said).toContain('Im Januar 2026 werden 405 Fälle erwartet; mit 95 % Sicherheit zwischen 360 und 450.');
  expect(said).toContain('MASE 1,10');
  expect(said).toContain('Sie ist damit nicht besser als das Vorjahr.');
  expect(said).toContain('Nehmen Sie im Zweifel das Vorjahr.');
});

it('the list says "unbekannt" where numbers are missing, never 0', async () => {
  const unknown = { requiredFte: null, availableFte: null, gapFte: null, unknownMonths: 12 };
  const rows = [TASK, { ...TASK, id: 't-2', name: 'Bauberatung', year: unknown }];
  const { page } = await show(TaskListPage, {}, { '/capacity/tasks': { rows, nextCursor: null } });
  const [, known, open] = allByRole(page, 'row');
  expect([...known!.querySelectorAll('td')].map(textOf).slice(2, 5)).toEqual(['2,05', '2,00', '−0,05']);
  expect([...open!.querySelectorAll('td')].map(textOf).slice(2, 5)).toEqual(Array(3).fill('unbekannt'));
  expect(plain(textOf(page))).toContain('Ihr Bedarf ist unbekannt, nicht null');
  const link = byRole(page, 'link', 'Fallzahlen aus einer Datei hereinholen');
  expect(link.getAttribute('href')).toBe('/import/new?kind=volumes');
});

it('a head is offered the own units only, and need not choose where there is one', async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const http = TestBed.inject(HttpTestingController);
  const restored = TestBed.inject(SessionStore).restore();
  const [role] = aSession('department_head').roles;
  http.expectOne('/api/v1/session').flush(aSession('department_head', { roles: [{ ...role!, unitId: 'u-2' }] }));
  await restored;
  const fixture = TestBed.createComponent(TaskFormPage);
  fixture.detectChanges();
  TestBed.tick();
  const units = ['u-1', 'u-2', 'u-3'].map((id) => ({ id, code: id, name: `Bereich ${id}`, parentId: null }));
  http.expectOne(({ url }) => url.endsWith('/organization/units')).flush({ asOf: '', units });
  await rest(fixture);
  const choice = byRole<HTMLSelectElement>(fixture.nativeElement as HTMLElement, 'combobox', 'Einheit');
  expect([...choice.options].map(textOf).filter((text) => text.includes('Bereich'))).toEqual(['u-2 Bereich u-2']);
  expect(textOf(choice.selectedOptions[0] ?? null)).toBe('u-2 Bereich u-2');
});

describe('what is typed about a task', () => {
  const draft = { ...EMPTY_TASK, name: 'A', unitId: 'u-1', source: 'Q', surveyedOn: '2026-01-01', base: '12,5' };

  it.each(['0', '-3', 'viel'])('minutes of %s are refused with what to do', (base) => {
    expect(readTask({ ...draft, base }, null)).toMatchObject({ task: null, faults: { base: 'baseWrong' } });
  });

  it('blank minutes are not known yet; a rate needs its basis and the other way round', () => {
    expect(readTask({ ...draft, base: '' }, null).task).not.toHaveProperty('baseSeconds');
    expect(readTask(draft, null).task?.baseSeconds).toBe(750);
    const own = { ...draft, allowance: 'deduction_from_yearly_minutes', rate: '9,09' };
    expect(readTask(own, null).task).toMatchObject({ allowanceMicros: 90_900 });
    expect(readTask({ ...own, rate: '60' }, null).faults).toEqual({ rate: 'rateWrong' });
  });
});

describe('the grid of numbers', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['1.234', 1_234],
    ['-1', 'wrong'],
    ['1,5', 'wrong'],
  ])('%s is read as %s', (text, count) => expect(readCount(text)).toBe(count));

  it('takes a row of a spreadsheet down the months, and tells only what changed', () => {
    const stored = gridOf(NUMBERS);
    const grid = pasteInto(stored, 'actual', { year: 2026, month: 2 }, '410\t420\n');
    const { years, cells } = changesOf(grid, stored);
    expect([cells, years]).toEqual([
      2,
      [{ fiscalYear: 2026, kind: 'actual', counts: [400, 410, 420, ...Array<null>(9).fill(null)] }],
    ]);
    expect(changesOf(pasteInto(stored, 'actual', { year: 2026, month: 2 }, '4,5\tx'), stored).years).toBeNull();
  });

  it('goes down with Enter, says what is wrong, and saves what was typed with the version that was seen', async () => {
    const answers = { '/tasks/t-1': TASK, '/numbers': NUMBERS, '/forecast': FORECAST };
    const { page, http, fixture } = await show(TaskNumbersPage, { taskId: 't-1' }, answers);
    const first = byRole<HTMLInputElement>(page, 'textbox', 'Januar 2026');
    expect(byRole(page, 'button', 'Alles speichern').hasAttribute('disabled')).toBe(true);
    const link = byRole(page, 'link', 'Fallzahlen aus einer Datei hereinholen');
    expect(link.getAttribute('href')).toBe('/import/new?kind=volumes');
    document.body.append(page);
    press(first, 'Enter');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Februar 2026');
    typeInto(first, '1,5');
    await rest(fixture);
    byRole(page, 'button', 'Alles speichern').click();
    await rest(fixture);
    expect(textOf(page)).toContain('bitte ganze Zahlen ab 0 eintragen');
    http.expectNone(({ method }) => method === 'PUT');
    typeInto(first, '7');
    await rest(fixture);
    byRole(page, 'button', 'Alles speichern').click();
    const { request } = http.expectOne(({ method }) => method === 'PUT');
    expect(request.body).toMatchObject({ version: 3, years: [{ kind: 'actual' }] });
    page.remove();
  });
});
