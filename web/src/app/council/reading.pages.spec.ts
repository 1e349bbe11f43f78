import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MotionRow, Reading } from '@etatlotse/contracts/council/plain';
import { allByRole, byRole, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { councilRoutes } from './council.routes';
import { readHundredths } from './motion-draft';

const plain = (element: Element | null): string => textOf(element).replaceAll(/\s+/g, ' ');
const READINGS = '/api/v1/council/readings';
const AT = `${READINGS}/r-1`;

const motion = (place: number, code: string, more: Partial<MotionRow> = {}): MotionRow => ({
  ...{ id: `m-${place}`, place, mover: 'group', origin: 'Fraktion Rot', code, title: `Antrag ${place}`, reason: '' },
  ...{ coverNote: '', amounts: [], unitId: null, fteHundredths: 0, excludes: [], result: 'open', counts: null },
  ...{ overtakenById: null, votedAt: null, version: 1 },
  ...more,
});
const amount = (lineId: string, amountCents: number, isCover = false) => ({
  ...{ lineId, fiscalYear: 2027, amountCents, isCover },
});

const READING: Reading = {
  id: 'r-1',
  plan: { id: 'p-1', name: 'Haushalt 2027', state: 'introduced', firstYear: 2027, lastYear: 2027, version: 4 },
  meeting: { id: 's-1', body: 'Finanzausschuss', heldOn: '2026-12-03' },
  ...{ state: 'released', motions: 3, openMotions: 3, isDemo: false, version: 7, closedAt: null, mayWrite: true },
  years: [2026, 2027, 2028],
  lines: [
    { id: 'l-1', number: '1.01', name: 'DMS', direction: 'expense', sphere: 'operating', frame: 'CORE' },
    { id: 'l-2', number: '1.02', name: 'Druck', direction: 'expense', sphere: 'operating', frame: 'CORE' },
  ],
  draft: {
    sums: [
      ...[
        {
          fiscalYear: 2027,
          frame: 'CORE',
          direction: 'expense',
          sphere: 'operating',
          amountCents: 10_000_000,
        } as const,
      ],
    ],
    cells: [
      { lineId: 'l-1', fiscalYear: 2027, plannedCents: 9_000_000, boundCents: 0 },
      { lineId: 'l-2', fiscalYear: 2027, plannedCents: 1_000_000, boundCents: 0 },
    ],
    ceilings: [{ frame: 'CORE', fiscalYear: 2027, ceilingCents: 10_500_000 }],
    bound: [{ fiscalYear: 2028, boundCents: 300_000 }],
    units: [{ id: 'u-1', code: 'FB 10', name: 'Zentrale Dienste', plannedFte: 12 }],
  },
  rows: [
    motion(1, 'FWE1', { amounts: [amount('l-1', 2_000_000), amount('l-2', -800_000, true)] }),
    motion(2, 'FWE2', { amounts: [amount('l-2', -500_000)], unitId: 'u-1', fteHundredths: 50 }),
    motion(3, 'FWE3', { excludes: ['m-1'] }),
  ],
};

async function open(address: string, role: RoleName, answers: Readonly<Record<string, unknown>>) {
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
  server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ['motion.write'] }));
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

describe('the simulator of a reading', () => {
  it('says what is missing, what does not go together, and follows what is chosen without storing anything', async () => {
    const { page, asked, answer } = await open('/council/readings/r-1', 'committee', {
      [AT]: { ...READING, mayWrite: false },
    });
    expect(plain(page)).toContain('Mit den 3 gewählten Anträgen fehlen 7.000 € Deckung in 2027.');
    expect(plain(page)).toContain('FWE1 und FWE3 schließen einander aus.');
    expect(plain(page)).toContain('„Druck“ stünde 2027 bei −3.000,00 €; gekürzt wird durch FWE1, FWE2.');
    expect(plain(page)).toContain('FB 10 Zentrale Dienste: +0,50 VZÄ, geplant sind 12,00 VZÄ, danach 12,50 VZÄ.');
    expect(plain(byRole(page, 'row', /^Kern-IT 2027/))).toContain('107.000,00 105.000,00 −2.000,00 überschritten');
    byRole(page, 'checkbox', /FWE1 mitrechnen/).click();
    await answer();
    expect(plain(page)).toContain(
      'Mit den 2 gewählten Anträgen ist alles gedeckt, und 2027 wird um 5.000 € entlastet.',
    );
    expect(plain(page)).not.toContain('Was passt nicht zusammen?');
    byRole(page, 'button', 'keinen').click();
    await answer();
    expect(plain(page)).toContain('Kein Antrag ist gewählt; zu sehen ist der Entwurf.');
    expect(asked.map(({ call }) => call)).toEqual([`GET ${AT}`]);
    expect(allByRole(page, 'button', /Antrag eintragen|Ändern/)).toHaveLength(0);
    expect(allByRole(page, 'link', 'Abstimmen')).toHaveLength(0);
  });

  it('takes a motion with its lines, and tells its cover while it is typed', async () => {
    const { page, asked, answer } = await open('/council/readings/r-1', 'council_office', {
      [AT]: READING,
      [`${AT}/motions`]: { id: 'm-9', result: 'open', version: 1 },
    });
    byRole(page, 'button', 'Antrag eintragen').click();
    await answer();
    const form = byRole(page, 'dialog', 'Antrag eintragen');
    byRole(form, 'button', 'Antrag eintragen').click();
    await answer();
    expect(plain(form)).toContain('Bitte ausfüllen.');
    expect(plain(form)).toContain('ohne Geld');
    for (const [label, text] of [
      [/^Nummer im Rat/, 'FWE9'],
      [/^Fraktion/, 'Fraktion Gelb'],
      [/^Worum geht es/, 'Prüfauftrag'],
    ] as const) {
      type(byRole<HTMLInputElement>(form, 'textbox', label), text);
    }
    byRole(form, 'button', 'Antrag eintragen').click();
    await answer();
    expect(asked.find(({ call }) => call === `POST ${AT}/motions`)?.body).toMatchObject({
      ...{ mover: 'group', code: 'FWE9', origin: 'Fraktion Gelb', lineIds: [], isCover: [], excludes: [] },
    });
  });

  it('moves a motion forward and closes only when every vote is in', async () => {
    const voted = READING.rows.map((row) => ({ ...row, result: 'adopted' as const }));
    const { page, asked, answer } = await open('/council/readings/r-1', 'finance', {
      [AT]: { ...READING, rows: voted, openMotions: 0 },
      [`${AT}/order`]: { id: 'r-1', state: 'released', version: 8 },
      [`${AT}/close`]: { id: 'r-1', state: 'closed', version: 9 },
    });
    byRole(page, 'button', 'FWE2 früher abstimmen').click();
    await answer();
    expect(asked.find(({ call }) => call.startsWith('PUT'))?.body).toEqual({
      version: 7,
      motionIds: ['m-2', 'm-1', 'm-3'],
    });
    expect(plain(page)).toContain('3 angenommene und 0 abgelehnte Anträge');
    byRole(page, 'button', 'Abstimmung abschließen').click();
    await answer();
    byRole(page, 'button', 'Ja, abschließen').click();
    await answer();
    expect(asked.find(({ call }) => call === `POST ${AT}/close`)?.body).toEqual({ version: 7, planVersion: 4 });
  });
});

describe('voting by keyboard', () => {
  it('records with one key, with the count, and names what settles a motion', async () => {
    const rows = [{ ...READING.rows[0]!, result: 'adopted' as const, version: 2 }, ...READING.rows.slice(1)];
    const { page, asked, answer } = await open('/council/readings/r-1/vote', 'council_office', {
      [AT]: { ...READING, rows },
      [`${AT}/motions/m-2/vote`]: { id: 'm-2', result: 'rejected', version: 2 },
      [`${AT}/motions/m-3/vote`]: { id: 'm-3', result: 'overtaken', version: 2 },
    });
    expect(plain(page)).toContain('Antrag 2 von 3');
    const desk = () => byRole(page, 'group', /^Abstimmung, Tasten/);
    const press = async (key: string): Promise<void> => {
      desk().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await answer();
    };
    type(byRole<HTMLInputElement>(page, 'textbox', 'Ja'), '5');
    await press('2');
    expect(plain(page)).toContain('Bitte alle drei als ganze Zahlen eintragen oder alle leer lassen.');
    type(byRole<HTMLInputElement>(page, 'textbox', 'Nein'), '8');
    type(byRole<HTMLInputElement>(page, 'textbox', 'Enthaltungen'), '0');
    await press('2');
    expect(asked.find(({ call }) => call === `PUT ${AT}/motions/m-2/vote`)?.body).toEqual({
      version: 1,
      result: 'rejected',
      counts: { yes: 5, no: 8, abstained: 0 },
    });
    await press('ArrowRight');
    expect(plain(page)).toContain('FWE1 ist angenommen und schließt diesen Antrag aus.');
    await press('5');
    expect(asked.find(({ call }) => call === `PUT ${AT}/motions/m-3/vote`)?.body).toEqual({
      version: 1,
      result: 'overtaken',
      overtakenById: 'm-1',
    });
  });

  it.each([
    ['0,5', 50],
    ['+1', 100],
    ['−0,25', -25],
    ['-2.5', -250],
    ['0', null],
    ['', null],
    ['viel', null],
    ['1,234', null],
  ])('posts typed as %s are %s hundredths', (typed, hundredths) => {
    expect(readHundredths(typed)).toBe(hundredths);
  });
});
