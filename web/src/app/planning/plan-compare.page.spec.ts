import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ComparedVersion, PlanComparison, PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { PlanComparePage } from './plan-compare.page';

const A = '01a228c7-9219-7000-b7f8-5532ab720323';
const B = '01a228c7-9225-7000-af62-77a91748401a';
const compared = (id: string, name: string, extra: Partial<ComparedVersion> = {}): ComparedVersion => ({
  id,
  name,
  state: 'draft',
  firstYear: 2027,
  lastYear: 2027,
  asOf: null,
  knownFrom: '2026-10-05',
  isKnown: true,
  rules: [],
  ...extra,
});
const rule = {
  by: 'account' as const,
  value: '42',
  basis: 'year_before' as const,
  rates: [{ fiscalYear: 2027, basisPoints: 250 }],
};
const COMPARISON: PlanComparison = {
  versions: [compared(A, 'Entwurf'), compared(B, 'Nach der Lesung', { rules: [rule] })],
  alignment: 'calendar',
  years: [2027],
  counts: { listed: 3, new: 1, dropped: 1, changed: 1, same: 173 },
  columns: {
    lineId: ['1', '2', '3'],
    number: ['4711', '4712', '4713'],
    name: ['Telefonie', 'Server', 'Schulung'],
    frame: ['FEES', 'CORE', null],
    subBudget: ['THH 10', 'THH 10', 'THH 40'],
    product: ['1', '1', '1'],
    account: ['421110', '421110', '429100'],
    direction: ['expense', 'expense', 'expense'],
    reason: ['Zwei Standorte mehr', '', ''],
  },
  amountCents: [
    [[100_000], [102_500]],
    [[50_000], [null]],
    [[null], [0]],
  ],
  differenceCents: [[[2_500]], [[-50_000]], [[0]]],
  kinds: [['changed'], ['dropped'], ['new']],
  rulePlaces: [[0], [null], [null]],
  sums: [
    {
      group: 'all',
      key: null,
      direction: 'expense',
      amountCents: [[9_000_000], [8_952_500]],
      differenceCents: [[-47_500]],
    },
    {
      group: 'frame',
      key: 'CORE',
      direction: 'expense',
      amountCents: [[50_000], [null]],
      differenceCents: [[-50_000]],
    },
  ],
  isTruncated: false,
};
const row = (id: string, name: string): PlanVersionRow => ({
  id,
  name,
  kind: 'budget',
  firstYear: 2027,
  lastYear: 2027,
  state: 'draft',
  decidedOn: null,
  decisionDocument: null,
  submittedOn: null,
  displayEndsOn: null,
  inForceOn: null,
  basedOnId: null,
  createdAt: '2026-10-05T05:30:00Z',
  lines: 176,
  version: 1,
});

describe('plan versions side by side', () => {
  const open = async (inputs: Readonly<Record<string, string>>, comparison: PlanComparison = COMPARISON) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(PlanComparePage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    TestBed.tick();
    const rows = [row(B, 'Nach der Lesung'), row(A, 'Entwurf')];
    server.expectOne('/api/v1/planning/plan-versions?limit=100').flush({ rows, nextCursor: null });
    await moment();
    const asked = server.match(({ url }) => url === '/api/v1/planning/plan-comparison');
    asked.forEach((call) => call.flush(comparison));
    await rest(fixture);
    return {
      fixture,
      page: fixture.nativeElement as HTMLElement,
      asked: asked.map(({ request }) => request.urlWithParams),
    };
  };

  it('asks to choose first, and asks the API for nothing', async () => {
    const { page, asked } = await open({});
    expect(textOf(page)).toContain('Wählen Sie zwei bis vier Planfassungen.');
    expect([asked, allByRole(page, 'combobox').length]).toEqual([[], 1]);
  });

  it('shows only what differs, by how much, and where it comes from; the plan year unless asked otherwise', async () => {
    const { page, asked } = await open({ versions: `${A},${B}` });
    expect(asked).toEqual([`/api/v1/planning/plan-comparison?base=${A}&second=${B}&firstYear=2027&lastYear=2027`]);
    expect(textOf(page)).toContain('3 Zeilen: 1 neu, 1 entfallen, 1 mit anderem Betrag.');
    const cells = (name: RegExp): string[] =>
      [...(byRole(page, 'rowheader', name).closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => textOf(cell));
    expect(cells(/4711/)).toEqual([
      '1.000,00',
      '1.025,00',
      '+25,00',
      expect.stringMatching(
        /Betrag geändert\s*beim Kopieren fortgeschrieben: Sachkonten, die beginnen mit 42 2027: \+2,5\s%/,
      ),
      'Zwei Standorte mehr',
    ]);
    expect(cells(/4712/)).toEqual(['500,00', '–', '\u2212500,00', 'entfällt', '–']);
    expect(cells(/4713/)).toEqual(['–', '0,00', '0,00', 'neu', '–']);
    expect(cells(/Gesamtplan/)).toEqual(['Aufwand', '90.000,00', '89.525,00', '\u2212475,00']);
  });

  it('the file is asked for with the filters of the view', async () => {
    const { page } = await open({ versions: `${A},${B}`, years: 'all', kind: 'new', frame: 'CORE', q: 'Server' });
    expect(byRole(page, 'link', 'CSV dieser Ansicht').getAttribute('href')).toBe(
      `/api/v1/planning/plan-comparison.csv?base=${A}&second=${B}&kind=new&frame=CORE&q=Server`,
    );
  });

  it('says which clock it shows, and when nothing is recorded of a version', async () => {
    const versions = [
      compared(A, 'Entwurf', { asOf: '2026-10-10' }),
      compared(B, 'Nach der Lesung', { asOf: '2026-10-10', knownFrom: '2026-10-12', isKnown: false }),
    ];
    const { page, asked } = await open({ versions: `${A},${B}`, asOf: '2026-10-10' }, { ...COMPARISON, versions });
    expect(asked[0]).toContain('asOf=2026-10-10');
    expect(textOf(page)).toContain('wie sie am Ende des 10.10.2026 erfasst waren (Erfassungsdatum)');
    expect(textOf(page)).toContain('Zu „Nach der Lesung“ ist für diesen Tag nichts aufgezeichnet');
  });

  it('a version against itself as of a day: what has changed since', async () => {
    const versions = [compared(A, 'Entwurf', { asOf: '2026-10-12' }), compared(A, 'Entwurf')];
    const { page, asked } = await open({ versions: `${A}@2026-10-12,${A}`, years: 'all' }, { ...COMPARISON, versions });
    expect(asked).toEqual([`/api/v1/planning/plan-comparison?base=${A}&second=${A}&baseAsOf=2026-10-12`]);
    expect(textOf(page)).toContain('Links der Stand am Ende des 12.10.2026, rechts der jetzige');
    expect(allByRole(page, 'columnheader').map((head) => textOf(head))).toEqual(
      expect.arrayContaining(['Entwurf (12.10.2026), 2027 in €', 'Entwurf, 2027 in €']),
    );
  });

  it('plan years side by side name the year of each plan', async () => {
    const versions = [compared(A, 'Haushalt 2026', { firstYear: 2026, lastYear: 2026 }), compared(B, 'Haushalt 2027')];
    const { page } = await open(
      { versions: `${A},${B}` },
      { ...COMPARISON, versions, alignment: 'plan_year', years: [2026] },
    );
    expect(allByRole(page, 'columnheader').map((head) => textOf(head))).toEqual(
      expect.arrayContaining(['Haushalt 2026, 2026 in €', 'Haushalt 2027, 2027 in €', 'Unterschied 2026/2027 in €']),
    );
  });
});
