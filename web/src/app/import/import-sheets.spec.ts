import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { allByRole, byRole, textOf } from '../../testing/find';
import { openRun } from './import-run.sample';
import { aRun } from './import.sample';

describe('a workbook of several sheets', () => {
  const info = { rows: 20, numbers: 40, isHidden: false };
  const sheets = [
    { ...info, name: 'THH 01', isAlike: true },
    { ...info, name: 'THH 02', isAlike: true },
    { ...info, name: 'Stellen' },
    { ...info, name: 'Gesamt', isTotal: true },
  ];
  const aWorkbook = (sheetName: string): ImportRun => {
    const run = aRun();
    const finding = {
      number: 1,
      row: 1_000_005,
      column: 'Plan',
      code: 'LINE_ADDED',
      severity: 'info',
      value: '',
    } as const;
    const first = [{ ...finding, params: { key: '1|2', firstRowNumber: 4 } }];
    const preview = run.preview && { ...run.preview, format: 'xlsx' as const, sheetName, sheets };
    return { ...run, preview: preview && { ...preview, findings: { ...preview.findings, infos: 1, first } } };
  };

  it('names the sheet of each finding, what was read as one, and what was not read', async () => {
    const { page } = await openRun(aWorkbook('THH 01/THH 02'));
    expect(textOf(page.querySelector('.et-import__findings tbody th'))).toContain('THH 02, 5');
    expect(textOf(page)).toContain('2 Blätter zusammen: THH 01, THH 02');
    const notice = textOf(page.querySelector('et-notice'));
    expect(notice).toContain('Gelesen sind 2 Blätter, nicht alle');
    expect(notice).toContain('„Stellen“');
    expect(notice).not.toContain('Gesamt');
    expect(allByRole(page, 'button', 'Alle zusammen lesen')).toEqual([]);
  });

  it('reads sheets with one heading together where a person says so', async () => {
    const { server, page } = await openRun(aWorkbook('THH 01'));
    expect(textOf(page.querySelector('et-notice'))).toMatch(/Gelesen ist nur das Blatt „THH 01“.*keine Fassungen/s);
    byRole(page, 'button', 'Alle zusammen lesen').click();
    const call = server.expectOne('/api/v1/imports/i-1/mapping');
    expect(call.request.body).toMatchObject({ mapping: null, sheet: 'THH 01/THH 02' });
  });
});
