import type { ExtraReport } from '@etatlotse/contracts/authority/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { ExtraReportPage } from './extra-report.page';
import { type ExtraReader, ITEM, openPage, type Shown } from './extra.sample';

const REPORT = '/api/v1/authority/extra/report';
const row = {
  ...ITEM,
  requestId: 'r-2',
  requestNumber: '2026-2',
  subject: 'Neue Switches',
  amountCents: 480_000,
  decidedOn: '2026-04-14',
  document: 'Verfügung OB 12/26',
  substanceReason: 'Zerstört.',
};
const FULL: ExtraReport = {
  fiscalYear: 2026,
  rule: '§ 117 NKomVG',
  requests: 1,
  operatingCents: 480_000,
  investingCents: 5_000_000,
  rows: [row, { ...row, lineId: 'l-9', name: 'Verkabelung', sphere: 'investing', amountCents: 5_000_000 }],
};

async function open(role: ExtraReader, report: ExtraReport): Promise<Shown<ExtraReportPage>> {
  const shown = await openPage(ExtraReportPage, role);
  shown.server.expectOne(({ url }) => url === REPORT).flush(report);
  await rest(shown.fixture);
  return shown;
}

describe('the report to the council on what the mayor granted', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('lists each grant with its day, document and line, the sums of both sides apart, and gives it as a file', async () => {
    const { page } = await open('council_office', FULL);
    expect(textOf(page.querySelector('.et-lead'))).toContain(
      'Einen Antrag: 4.800,00 € Aufwand und 50.000,00 € Investition.',
    );
    expect(textOf(page)).toContain('spätestens mit dem Jahresabschluss zu unterrichten (§ 117 NKomVG)');
    expect(textOf(byRole(page, 'row', /Datennetz/))).toMatch(
      /2026-2 Neue Switches ?14\.04\.2026 ?Verfügung OB 12\/26 ?Datennetz.*überplanmäßig ?4\.800,00 ?–/,
    );
    expect(textOf(byRole(page, 'row', /^Summe/))).toMatch(/4\.800,00 ?50\.000,00/);
    const file = byRole(page, 'link', 'Als Datei (CSV)');
    expect(file.getAttribute('href')).toBe(`${REPORT}.csv?fiscalYear=2026`);
    expect(file.hasAttribute('download')).toBe(true);
  });

  it('in a year without grants says what comes here, and offers no empty file', async () => {
    const { page } = await open('auditor', { ...FULL, requests: 0, operatingCents: 0, investingCents: 0, rows: [] });
    expect(textOf(page)).toContain('2026 hat der Oberbürgermeister nichts bewilligt');
    expect(textOf(page)).toContain('Sobald eine Bewilligung bestätigt ist, steht sie hier.');
    expect(allByRole(page, 'link', 'Als Datei (CSV)')).toEqual([]);
  });

  it('reads again where the answer fails', async () => {
    const shown = await openPage(ExtraReportPage, 'finance');
    shown.server.expectOne(({ url }) => url === REPORT).error(new ProgressEvent('error'));
    await rest(shown.fixture);
    byRole(shown.page, 'button', 'Neu laden').click();
    await moment();
    shown.server.expectOne(({ url }) => url === REPORT).flush(FULL);
    await rest(shown.fixture);
    byRole(shown.page, 'row', /Verkabelung/);
  });
});
