import type { ServiceDetail, ServicePage } from '@etatlotse/contracts/inventory/plain';
import { byRole, textOf, type } from '../../testing/find';
import { CatalogueFormPage } from './catalogue-form.page';
import { CatalogueListPage } from './catalogue-list.page';
import { CataloguePage } from './catalogue.page';
import { openPage, plainText, pressed, RECORD, sent, UNITS } from './inventory.sample';

const SERVICE: ServiceDetail = {
  ...RECORD,
  code: '',
  task: 'state_federal',
  hasForm: true,
  hasProcedure: true,
  hasDms: false,
  maturity: 2,
  solution: 'efa',
  fundingEndsOn: '2028-06-30',
  cases: 1_200,
  onlineCases: null,
  onlineBasisPoints: null,
  runningCents: 200_000,
  costPerCaseCents: 167,
  systems: [{ id: 'y-1', name: 'Fachverfahren Wohngeld', supportEndsOn: '2027-06-30', isSupportEnding: true }],
  decisions: [
    {
      id: 'd-1',
      solution: 'efa',
      decidedOn: '2026-09-01',
      decidedBy: 'Lenkungskreis OZG',
      reason: 'Bis 2028 günstiger',
      availableOn: '2027-04-01',
      firstYear: 2027,
      yearCount: 2,
      buildCents: 4_000_000,
      yearlyCents: 600_000,
      connectionCents: 1_000_000,
      feeCents: 200_000,
      fundingEndsOn: '2028-06-30',
      feeAfterCents: 1_800_000,
      isAgainstEconomy: true,
      recordedBy: 'Frauke Finke',
      recordedAt: '2026-09-01T08:00:00Z',
      economy: {
        verdict: 'efa_cheaper',
        ownCents: 5_200_000,
        efaCents: 2_200_000,
        dearerFrom: 2028,
        years: [
          { fiscalYear: 2027, ownCents: 4_600_000, efaCents: 1_200_000 },
          { fiscalYear: 2028, ownCents: 600_000, efaCents: 1_000_000 },
        ],
      },
    },
  ] as unknown as ServiceDetail['decisions'],
  years: [],
};
const PAGE: ServicePage = {
  rows: [SERVICE],
  nextCursor: null,
  totals: {
    count: 14,
    online: 11,
    endToEnd: 4,
    undecided: 2,
    cases: 10_000,
    onlineCases: 4_550,
    onlineBasisPoints: 4_550,
    uncounted: 3,
  },
};

it('the list answers how many services are online and how many from end to end, and what is not known', async () => {
  const opened = openPage(CatalogueListPage);
  await opened.answer('/api/v1/services', PAGE);
  const lead = plainText(opened.page.querySelector('.et-lead'));
  expect(lead).toContain('11 von 14 Leistungen sind online, 4 davon durchgängig');
  expect(lead).toContain('2026 kamen 46 % von 10.000 Fällen online.');
  expect(lead).toContain('Bei 3 Leistungen sind die Fälle nicht bekannt');
  const row = plainText(byRole(opened.page, 'row', /Wohngeld/));
  expect(row).toContain('FB 50 Fachbereich Soziales, Demo, Aufgabe von Bund oder Land');
  expect(row).toContain('2 von 3, Formular, Verfahren');
  expect(row).toContain('EfA-Leistung gemeinsame Finanzierung bis 30.06.2028');
  expect(row).toContain('1.200 unbekannt 2.000,00 1,67');
});

describe('one service', () => {
  const open = async () => {
    const opened = openPage(CataloguePage, { recordId: 'r-1' });
    await opened.answer('/api/v1/services/r-1', SERVICE);
    return opened;
  };

  it('shows the decision with both ways by year, from when EfA is dearer, and that it goes against the check', async () => {
    const { page } = await open();
    expect(plainText(page)).toContain('EfA ist 2027 bis 2028 um 30.000,00 € günstiger.');
    expect(plainText(page)).toContain('Ab 2028 kostet EfA im Jahr mehr als das eigene Formular.');
    expect(plainText(byRole(page, 'row', /^Summe/))).toBe('Summe 52.000,00 22.000,00');
    expect(plainText(page)).toContain('Anders als die Wirtschaftlichkeit');
    expect(plainText(page.querySelector('.et-lead'))).toContain(
      'Wie viele Fälle 2026 online kamen, ist nicht bekannt.',
    );
    expect(plainText(page)).toContain('hinterlegt, für Sie nicht sichtbar');
  });

  it('says who changed what, in the words of the form', async () => {
    const changes = [
      {
        id: '1-1',
        recordedAt: '2026-10-01T08:00:00Z',
        actorName: 'Frauke Finke',
        kind: 'changed',
        fields: [
          { field: 'hasDms', before: 'true', after: 'false' },
          { field: 'task', before: 'own', after: 'state_federal' },
          { field: 'lineId', before: null, after: null },
        ],
      },
    ];
    const opened = openPage(CataloguePage, { recordId: 'r-1' });
    await opened.answer('/api/v1/services/r-1', { ...SERVICE, changes });
    const { page } = opened;
    const said = plainText(byRole(page, 'heading', 'Wer hat was geändert?').closest('section'));
    expect(said).toContain('mit dem DMS verbunden: vorher ja, jetzt nein');
    expect(said).toContain('Aufgabe: vorher eigene Aufgabe, jetzt Aufgabe von Bund oder Land');
    expect(said).toContain('Haushaltszeile, die zahlt: geändert');
  });

  it('names the systems it runs on with the end of their support, and releases one at the version that was seen', async () => {
    const opened = await open();
    expect(plainText(opened.page)).toContain('Fachverfahren WohngeldWartung bis 30.06.2027');
    await pressed(opened, byRole(opened.page, 'button', 'Lösen: Fachverfahren Wohngeld'));
    const call = sent(opened, '/api/v1/services/r-1/systems');
    expect([call.request.method, call.request.body]).toEqual([
      'PUT',
      { systemId: 'y-1', isUsed: false, version: SERVICE.version },
    ]);
  });

  it('records cases at the version that was seen; blank stays blank, without a source nothing is sent', async () => {
    const opened = await open();
    const { page } = opened;
    await pressed(opened, byRole(page, 'button', 'Fälle eintragen'));
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', /^Fälle/), '1.300');
    await pressed(opened, byRole(dialog, 'button', 'Fälle eintragen'));
    expect(textOf(byRole(dialog, 'alert'))).toContain('Herkunft der Zahlen: Bitte ausfüllen.');
    type(byRole(dialog, 'textbox', /^Herkunft/), 'Fachverfahren');
    await pressed(opened, byRole(dialog, 'button', 'Fälle eintragen'));
    const call = sent(opened, '/api/v1/services/r-1/volumes');
    expect(call.request.body).toEqual({
      fiscalYear: 2026,
      cases: 1300,
      onlineCases: null,
      basis: 'Fachverfahren',
      version: 3,
    });
  });
});

it('the form is filled with what the service says, and what the editor does not see stays on record', async () => {
  const opened = openPage(CatalogueFormPage, { recordId: 'r-1' });
  await opened.answer('/api/v1/services/r-1', SERVICE);
  await opened.answer('/api/v1/organization/units', UNITS);
  const { page } = opened;
  expect(byRole<HTMLInputElement>(page, 'textbox', /^Leistung/).value).toBe('Wohngeld beantragen');
  byRole<HTMLInputElement>(page, 'checkbox', /mit dem DMS verbunden/).click();
  await pressed(opened, byRole(page, 'button', 'Speichern'));
  expect(sent(opened, '/api/v1/services/r-1').request.body).toEqual({
    name: 'Wohngeld beantragen',
    code: '',
    task: 'state_federal',
    unitId: 'u-1',
    hasForm: true,
    hasProcedure: true,
    hasDms: true,
    note: '',
    lineId: 'l-1',
    contractId: null,
    version: 3,
  });
});

it('where somebody else was faster both versions stand there, and what was chosen is saved at the newer version', async () => {
  const opened = openPage(CatalogueFormPage, { recordId: 'r-1' });
  await opened.answer('/api/v1/services/r-1', SERVICE);
  await opened.answer('/api/v1/organization/units', UNITS);
  const { page } = opened;
  type(byRole(page, 'textbox', /^Leistung/), 'Wohngeld');
  await pressed(opened, byRole(page, 'button', 'Speichern'));
  const stale = { code: 'VERSION_STALE', title: 'Inzwischen geändert', detail: '', status: 409 };
  sent(opened, '/api/v1/services/r-1').flush(stale, { status: 409, statusText: 'Conflict' });
  // The record is read anew once the refusal has arrived.
  await new Promise((resolve) => setTimeout(resolve));
  await opened.answer('/api/v1/services/r-1', { ...SERVICE, name: 'Wohngeldantrag', hasDms: true, version: 4 });
  expect(plainText(byRole(page, 'row', /^Leistung/))).toMatch(
    /vorher: Wohngeld beantragen\s*Wohngeld\s*Wohngeldantrag/,
  );
  expect(plainText(byRole(page, 'row', /^mit dem DMS/))).toMatch(/vorher: nein\s*nein\s*ja/);
  // What only the other one touched is taken over; the name is one's own unless the other one is chosen.
  expect(byRole<HTMLInputElement>(page, 'radio', /^Leistung, Ihre Eingabe/).checked).toBe(true);
  expect(byRole<HTMLInputElement>(page, 'radio', /^mit dem DMS.*, Inzwischen gespeichert/).checked).toBe(true);
  await pressed(opened, byRole(page, 'button', 'So speichern'));
  expect(sent(opened, '/api/v1/services/r-1').request.body).toMatchObject({
    ...{ name: 'Wohngeld', hasDms: true, task: 'state_federal', lineId: 'l-1' },
    version: 4,
  });
});
