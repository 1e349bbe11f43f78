import { TestBed } from '@angular/core/testing';
import type { ExtraPage, ExtraRow, ExtraStateSum } from '@etatlotse/contracts/authority/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { ExtraListPage } from './extra-list.page';
import { DRAFT, type ExtraReader, openPage, type Shown } from './extra.sample';

const REQUESTS = '/api/v1/authority/extra';
const row = (more: Partial<ExtraRow>): ExtraRow => ({ ...DRAFT, ...more });
const sum = (state: ExtraStateSum['state'], operatingCents: number, investingCents = 0): ExtraStateSum => ({
  state,
  requests: 1,
  operatingCents,
  investingCents,
});
const GRANTED = row({ id: 'r-2', number: '2026-2', state: 'granted', decider: 'mayor', decidedOn: '2026-04-14' });
const LIST: ExtraPage = {
  rows: [row({}), GRANTED],
  nextCursor: null,
  sums: [sum('granted', 8_000_000, 5_000_000), sum('draft', 480_000), sum('submitted', 380_000)],
};

async function open(
  role: ExtraReader,
  list: ExtraPage = LIST,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Shown<ExtraListPage>> {
  const shown = await openPage(ExtraListPage, role, inputs);
  const asked = shown.server.expectOne(({ url }) => url === REQUESTS);
  expect(asked.request.params.get('fiscalYear')).toBe('2026');
  asked.flush(list);
  await rest(shown.fixture);
  return shown;
}

describe('the list of requests for extra authority', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('answers at the top what is granted and what is open, expense and investment apart', async () => {
    const { page } = await open('finance');
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Bewilligt sind 80.000,00 € Aufwand und 50.000,00 € Investition; über 3.800,00 € Aufwand ist noch zu entscheiden.',
    );
    const sums = allByRole(page.querySelector('section') as Element, 'rowheader').map(textOf);
    expect(sums).toEqual(['Entwurf', 'eingereicht', 'bewilligt']);
    expect(textOf(byRole(page, 'row', /2026-2/))).toMatch(
      /4S\.l-1 ?überplanmäßig ?4\.800,00 ?– ?Oberbürgermeister, 14\.04\.2026 ?bewilligt/,
    );
    expect(byRole(page, 'link', /^2026-2/).getAttribute('href')).toBe('/authority/extra/r-2');
  });

  it('lets the head of a department and finance ask, nobody else', async () => {
    for (const role of ['department_head', 'finance', 'council_office', 'auditor', 'clerk'] as const) {
      const { page } = await open(role);
      const mayAsk = role === 'department_head' || role === 'finance';
      expect({ role, links: allByRole(page, 'link', 'Mittel beantragen').length }).toEqual({
        role,
        links: mayAsk ? 1 : 0,
      });
      byRole(page, 'link', 'Bericht an den Rat');
      document.body.innerHTML = '';
      TestBed.resetTestingModule();
    }
  });

  it('in an empty year says what belongs here and how to begin', async () => {
    const head = await open('department_head', { rows: [], nextCursor: null, sums: [] });
    expect(textOf(head.page)).toContain('Über- oder außerplanmäßig ist nichts beantragt.');
    expect(textOf(head.page)).toContain('2026 ist noch nichts beantragt');
    expect(textOf(head.page)).toContain('zusätzliche Mittel mit Deckung beantragen (§ 117 NKomVG)');
    expect(allByRole(head.page, 'link', 'Mittel beantragen')).toHaveLength(2);
  });

  it('narrows to a state by the address, and says so when nothing is in it', async () => {
    const shown = await openPage(ExtraListPage, 'finance', { state: 'submitted' });
    await moment();
    const asked = shown.server.match(({ url }) => url === REQUESTS).at(-1);
    expect(asked?.request.params.get('state')).toBe('submitted');
    asked?.flush({ ...LIST, rows: [] });
    await rest(shown.fixture);
    expect(byRole<HTMLInputElement>(shown.page, 'radio', 'eingereicht').checked).toBe(true);
    expect(textOf(shown.page)).toContain('Kein Antrag in diesem Stand');
    byRole(shown.page, 'button', 'Alle zeigen');
  });

  it('shows more on demand, after what is there', async () => {
    const shown = await open('auditor', { ...LIST, rows: [GRANTED], nextCursor: 'c-1' });
    byRole(shown.page, 'button', 'Weitere 50').click();
    await moment();
    const more = shown.server.expectOne(({ url, params }) => url === REQUESTS && params.get('cursor') === 'c-1');
    more.flush({ ...LIST, rows: [row({ id: 'r-9', number: '2026-1' })] });
    await rest(shown.fixture);
    expect(allByRole(shown.page, 'link', /^2026-/).map((link) => textOf(link).slice(0, 6))).toEqual([
      '2026-2',
      '2026-1',
    ]);
    expect(allByRole(shown.page, 'button', 'Weitere 50')).toEqual([]);
  });

  it('keeps standing with a way to read again when the answer fails', async () => {
    const shown = await openPage(ExtraListPage, 'finance');
    shown.server.expectOne(({ url }) => url === REQUESTS).error(new ProgressEvent('error'));
    await rest(shown.fixture);
    byRole(shown.page, 'button', 'Neu laden').click();
    await moment();
    shown.server.expectOne(({ url }) => url === REQUESTS).flush(LIST);
    await rest(shown.fixture);
    byRole(shown.page, 'link', /^2026-2/);
  });
});
