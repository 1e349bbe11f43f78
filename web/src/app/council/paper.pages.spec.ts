import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Paper } from '@etatlotse/contracts/council/plain';
import type { SnapshotChanges, SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import { allByRole, byRole, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName, Session } from '../platform/session.types';
import { councilRoutes } from './council.routes';

type Answers = Readonly<Record<string, unknown>>;
const plain = (element: Element | null): string => textOf(element).replaceAll(/\s+/g, ' ');

/** Opens a page as somebody of a role; calls that no answer is given for fail with 404. */
async function open(address: string, role: RoleName, answers: Answers, more: Partial<Session> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'council', children: councilRoutes },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const done = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession(role, more));
  await done;
  const harness = await RouterTestingHarness.create();
  const asked: { readonly call: string; readonly body: unknown }[] = [];
  const answer = async (): Promise<void> => {
    for (let round = 0; round < 6; round++) {
      TestBed.tick();
      await new Promise((next) => setTimeout(next));
      for (const call of server.match(() => true)) {
        asked.push({ call: `${call.request.method} ${call.request.url}`, body: call.request.body });
        const given = answers[call.request.url];
        if (given === undefined) call.flush({ code: 'NOT_FOUND' }, { status: 404, statusText: 'Not Found' });
        else call.flush(given);
      }
    }
  };
  await harness.navigateByUrl(address);
  await answer();
  return { page: harness.routeNativeElement?.parentElement as HTMLElement, asked, answer };
}

const PAPER: Paper = {
  id: 'p-1',
  kind: 'statement',
  dsNumber: '26-28901-01',
  title: 'Stand der IT',
  office: 'Dezernat II',
  isPublic: true,
  datedOn: '2026-04-27',
  state: 'draft',
  publishedAt: null,
  steps: [
    {
      ...{ meetingId: 'm-1', body: 'Finanzausschuss', bodyKind: 'committee', heldOn: '2026-04-30' },
      ...{ consultation: 'knowledge', isCancelled: false },
    },
  ],
  origin: 'manual',
  version: 3,
  body: '',
  snapshotId: 's-1',
  snapshotAsOf: '2026-04-30',
  snapshotSha256: '31e0538467b7501d9e0bc4fea19ef967a7fd607cf2cc25ac2eb51eefebbf42fa',
  extraId: null,
  figureKey: '',
  blocks: [
    {
      kind: 'paragraph',
      runs: [
        { text: 'Jährlich ', figure: null, before: null, isMissing: false },
        { text: '3,5 Mio. Euro', figure: 'CORE.ceiling', before: '3,4 Mio. Euro', isMissing: false },
        { text: '{nirgends}', figure: 'nirgends', before: null, isMissing: true },
      ],
    },
  ],
  figures: [],
  tables: [],
  changedFigures: 1,
  references: [
    { dsNumber: '19-09932', paperId: null, kind: null, title: null, datedOn: null },
    { dsNumber: '26-28901-01', paperId: 'p-1', kind: 'statement', title: 'Stand der IT', datedOn: '2026-04-27' },
  ],
  refNumbers: ['19-09932'],
  referencedBy: [],
  mayWrite: true,
};

describe('a council paper', () => {
  it('shows its way, what was reported so far, and figures that changed or are not there', async () => {
    const { page } = await open('/council/papers/p-1', 'council_office', { '/api/v1/council/papers/p-1': PAPER });
    const text = plain(page);
    expect(text).toContain('3,5 Mio. Euro (zuvor 3,4 Mio. Euro)');
    expect(text).toContain('steht nicht im Stand');
    expect(text).toContain('Eine Zahl hat sich geändert');
    expect(text).toContain('Finanzausschuss zur Kenntnis');
    expect(text).toMatch(/19-09932 ?vor der Einführung dieses Programms/);
    expect(byRole(page, 'link', 'PDF').getAttribute('href')).toBe('/api/v1/council/papers/p-1/paper.pdf');
  });

  it('is published once, by those who may', async () => {
    const answers = {
      '/api/v1/council/papers/p-1': PAPER,
      '/api/v1/council/papers/p-1/publish': { id: 'p-1', version: 4 },
    };
    const { page, asked, answer } = await open('/council/papers/p-1', 'council_office', answers, {
      permissions: ['council.write'],
    });
    byRole(page, 'button', 'Veröffentlichen').click();
    await answer();
    expect(asked).toContainEqual({ call: 'POST /api/v1/council/papers/p-1/publish', body: { version: 3 } });
    TestBed.resetTestingModule();
    const read = { '/api/v1/council/papers/p-1': { ...PAPER, mayWrite: false } };
    const member = await open('/council/papers/p-1', 'committee', read);
    expect(allByRole(member.page, 'button', 'Veröffentlichen')).toHaveLength(0);
  });

  it('begins with a title; a wrong number is told before anything is sent', async () => {
    const answers = {
      '/api/v1/council/meetings': { rows: [], nextCursor: null },
      '/api/v1/snapshots': { rows: [], nextCursor: null },
      '/api/v1/council/papers': { id: 'p-2', version: 1 },
    };
    const { page, asked, answer } = await open('/council/papers/new', 'finance', answers);
    const field = (label: RegExp): HTMLInputElement => byRole<HTMLInputElement>(page, 'textbox', label);
    type(field(/^Titel/), 'Stand der IT');
    type(field(/^Nummer der Drucksache/), '2026/1');
    byRole(page, 'button', 'Speichern').click();
    await answer();
    expect(plain(page)).toContain('Bitte so schreiben: 26-28901');
    expect(asked.some(({ call }) => call.startsWith('POST'))).toBe(false);
    type(field(/^Nummer der Drucksache/), '26-28901');
    byRole(page, 'button', 'Speichern').click();
    await answer();
    const body = { kind: 'information', title: 'Stand der IT', dsNumber: '26-28901', refNumbers: [], steps: [] };
    expect(asked.find(({ call }) => call === 'POST /api/v1/council/papers')?.body).toMatchObject(body);
  });
});

describe('what changed', () => {
  const row = (id: string, ledgerAsOf: string): SnapshotRow => ({
    ...{ id, fiscalYear: 2026, state: 'released', meeting: null, ledgerAsOf, isPublic: false, remark: '' },
    ...{ sha256: 'ab', keyId: 'cd', preparedByName: null, preparedAt: '2026-10-05T07:30:00.000Z' },
    ...{ releasedByName: null, releasedAt: null, supersededBy: null },
  });
  const CHANGES: SnapshotChanges = {
    before: row('s-1', '2026-04-30'),
    after: row('s-2', '2026-10-05'),
    changes: [
      {
        ...{ part: 'line', id: 'l-1', name: '4S.1 DMS', kind: 'moved', reason: null },
        figures: [{ name: 'actual', unit: 'cents', before: 0, after: 471_100, difference: 471_100 }],
      },
      {
        ...{ part: 'project', id: 'p-1', name: 'Altarchiv', kind: 'gone', reason: 'closed' },
        figures: [{ name: 'status', unit: 'word', before: 'red', after: null, difference: null }],
      },
    ],
  };

  it('is told with amounts, and why something is gone', async () => {
    const { page } = await open('/council/snapshots/changes?after=s-2', 'committee', {
      '/api/v1/snapshots/s-2/changes': CHANGES,
    });
    expect(plain(page)).toContain('Was hat sich vom 30.04.2026 bis 05.10.2026 geändert?');
    expect(plain(byRole(page, 'row', /^4S\.1 DMS/))).toMatch(/4\.711,00 € ?\+4\.711,00 €/);
    expect(plain(byRole(page, 'row', /^Altarchiv/))).toContain('abgeschlossen');
  });

  it('says that the first snapshot has nothing before it', async () => {
    const { page } = await open('/council/snapshots/changes?after=s-1', 'committee', {});
    expect(plain(page)).toContain('Zu diesem Stand gibt es keinen früheren.');
  });
});
