import type { HttpTestingController } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { PlanFileReading } from '@etatlotse/contracts/planning/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import type { PlanAmountsPage } from './plan-amounts.page';
import { cell, CONTROL, DONE, keys, open, saved } from './plan-amounts.sample';

const READING: PlanFileReading = {
  fileName: 'Haushalt 2027.xlsx',
  years: [2027],
  lineIds: ['l-1', 'l-3'],
  fiscalYears: [2027, 2027],
  amountCents: [150_000, 20_000],
  sameCells: 1,
  errorCount: 1,
  errors: [{ cell: 'E4', code: 'AMOUNT_FORMAT', value: 'folgt' }],
};

interface Opened {
  readonly fixture: ComponentFixture<PlanAmountsPage>;
  readonly server: HttpTestingController;
  readonly page: HTMLElement;
}

async function choose({ fixture, server, page }: Opened, reading: PlanFileReading): Promise<HTMLElement> {
  const field = page.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
  const file = new File(['x'], reading.fileName);
  Object.defineProperty(field, 'files', { value: { item: () => file }, configurable: true });
  field.dispatchEvent(new Event('change'));
  await moment();
  const call = server.expectOne('/api/v1/planning/plan-versions/v-1/amounts-file');
  expect((call.request.body as FormData).get('file')).toMatchObject({ name: reading.fileName });
  call.flush(reading);
  await rest(fixture);
  return byRole(page, 'dialog');
}

const cellsOf = (dialog: HTMLElement, head: string): string[] =>
  [...(byRole(dialog, 'rowheader', head).closest('tr')?.cells ?? [])].slice(1).map(textOf);

describe('a spreadsheet that comes back', () => {
  it('shows what would change and what cannot be read before anything is taken over, and can be undone at once', async () => {
    const opened = await open();
    const { server, page, grid } = opened;
    const dialog = await choose(opened, READING);
    expect(textOf(dialog)).toContain('„Haushalt 2027.xlsx“ ändert 2 Beträge.');
    expect(cellsOf(dialog, '2027')).toEqual(['2', '1.000,00', '1.700,00', '+700,00']);
    expect(cellsOf(dialog, 'E4')).toEqual(['folgt', expect.stringContaining('Das ist kein Betrag')]);
    byRole(dialog, 'button', 'In die Planung übernehmen').click();
    await moment();
    saved(server).flush(DONE);
    await moment();
    expect([cell(page, 'Bürosoftware', '2027'), cell(page, 'Telefonie', '2027')].map(textOf)).toEqual([
      '1.500,00',
      '200,00',
    ]);
    await keys(grid, ['z', CONTROL]);
    await moment();
    expect(saved(server).request.body).toMatchObject({ lineIds: ['l-1', 'l-3'], amountCents: [100_000, null] });
  });

  it('says so when there is nothing to take over', async () => {
    const dialog = await choose(await open(), {
      ...READING,
      lineIds: [],
      fiscalYears: [],
      amountCents: [],
      errorCount: 0,
      errors: [],
    });
    expect(textOf(dialog)).toContain('Es gibt nichts zu übernehmen.');
    expect(allByRole(dialog, 'button').map(textOf)).not.toContain('In die Planung übernehmen');
  });

  it('may be taken along by whoever reads, and brought back only by who plans', async () => {
    const { page } = await open({ role: 'auditor', inputs: { frame: 'CORE' } });
    const link = byRole(page, 'link', 'Als Excel-Datei');
    expect(link.getAttribute('href')).toBe('/api/v1/planning/plan-versions/v-1/amounts.xlsx?frame=CORE');
    expect(page.querySelector('input[type="file"]')).toBeNull();
  });
});
