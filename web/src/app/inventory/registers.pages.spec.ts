import type {
  DeskDetail,
  DeskPage as Directory,
  OfferDetail,
  ProcessDetail,
  SystemRow,
  TrainingDetail,
} from '@etatlotse/contracts/inventory/plain';
import { allByRole, byRole, textOf, type } from '../../testing/find';
import { DeskListPage } from './desk-list.page';
import { DeskPage } from './desk.page';
import { openPage, plainText, pressed, RECORD, sent, UNITS } from './inventory.sample';
import { OfferListPage } from './offer-list.page';
import { OfferPage } from './offer.page';
import { ProcessPage } from './process.page';
import { SystemFormPage } from './system-form.page';
import { SystemListPage } from './system-list.page';
import { TrainingPage } from './training.page';

const leadOf = (page: HTMLElement): string => plainText(page.querySelector('.et-lead'));

describe('systems', () => {
  const SYSTEM: SystemRow = {
    ...RECORD,
    name: 'Datennetz Verwaltung',
    vendor: '',
    serviceClass: 'central_infrastructure',
    criticality: 'critical',
    state: 'running',
    supportEndsOn: '2025-12-31',
    isSupportEnding: true,
    yearCents: null,
    securityBasisPoints: 3_500,
    securityCents: null,
    proposal: {
      reason: 'end_of_support',
      norm: '',
      dueOn: '2025-12-31',
      fiscalYear: 2026,
      isOverdue: true,
      amountCents: null,
    },
  };

  it('the list says where support ends, which demands follow, and that an amount is not known', async () => {
    const opened = openPage(SystemListPage);
    const totals = {
      ...{
        count: 15,
        supportEnding: 1,
        yearCents: 50_000_00,
        withoutCost: 1,
        securityCents: 12_000_00,
        withoutShare: 2,
      },
    };
    await opened.answer('/api/v1/systems', { rows: [SYSTEM], nextCursor: null, totals });
    const proposal = {
      ...SYSTEM.proposal,
      systemId: 'r-1',
      title: SYSTEM.name,
      unit: null,
      serviceClass: SYSTEM.serviceClass,
    };
    await opened.answer('/api/v1/systems/proposals', {
      rows: [proposal],
      nextCursor: null,
      totals: { count: 1, knownCents: 0, unknown: 1 },
    });
    expect(leadOf(opened.page)).toContain('Bei einem von 15 Systemen ist die Wartung abgelaufen');
    expect(leadOf(opened.page)).toContain('2026 gehen 12.000 € von 50.000 € in die Sicherheit.');
    const [demand, row] = allByRole(opened.page, 'row', /^Datennetz Verwaltung/);
    expect(plainText(demand ?? null)).toMatch(/2026 Wartungsende 31\.12\.2025, überfällig ?unbekannt$/);
    expect(plainText(row ?? null)).toContain('abgelaufen am 31.12.2025 kritisch läuft 35 % unbekannt');
  });

  it('the form asks for norm and deadline where the law is the reason, and for nothing else it does not need', async () => {
    const opened = openPage(SystemFormPage);
    await opened.answer('/api/v1/organization/units', UNITS);
    const { page } = opened;
    expect(allByRole(page, 'textbox', /^Vorschrift/)).toEqual([]);
    const reason = byRole<HTMLSelectElement>(page, 'combobox', /^Grund der Modernisierung/);
    reason.value = 'legal_duty';
    reason.dispatchEvent(new Event('change'));
    await pressed(opened, byRole(page, 'button', 'Speichern'));
    expect(allByRole(page, 'textbox', /^Vorschrift/)).toHaveLength(1);
    expect(textOf(byRole(page, 'alert'))).toContain('System: Bitte ausfüllen.');
    // Only who works for the whole city enters something without a unit.
    expect(textOf(byRole(page, 'alert'))).toContain('Einheit: Bitte ausfüllen.');
    opened.server.expectNone('/api/v1/systems');
  });
});

it('a training: who came is entered unit by unit, at the version that was seen', async () => {
  const training: TrainingDetail = {
    ...RECORD,
    technology: 'dms',
    format: 'live',
    provider: '',
    unitPriceCents: 14_500,
    sessions: 1,
    seats: 60,
    attended: null,
    heldSeats: 0,
    costCents: 870_000,
    allSessions: [
      {
        ...{ id: 's-1', startsOn: '2026-09-15', seats: 60, place: 'Rathaus', costCents: 870_000 },
        ...{ attended: null, free: null, attendance: null },
      },
    ],
  };
  const opened = openPage(TrainingPage, { recordId: 'r-1' });
  await opened.answer('/api/v1/trainings/r-1', training);
  await opened.answer('/api/v1/organization/units', UNITS);
  const { page } = opened;
  expect(plainText(byRole(page, 'row', /^15\.09\.2026/))).toMatch(/60 ?steht noch aus – 8\.700,00/);
  await pressed(opened, byRole(page, 'button', /^Teilnahme eintragen: 15/));
  const dialog = byRole(page, 'dialog');
  type(byRole(dialog, 'textbox', /^Personen/), '12');
  await pressed(opened, byRole(dialog, 'button', 'Speichern'));
  expect(textOf(dialog)).toContain('Bitte in jeder Zeile Einheit und eine ganze Zahl angeben.');
  const unit = byRole<HTMLSelectElement>(dialog, 'combobox', /^Einheit/);
  unit.value = 'u-1';
  unit.dispatchEvent(new Event('change'));
  await pressed(opened, byRole(dialog, 'button', 'Speichern'));
  expect(sent(opened, '/api/v1/trainings/r-1/sessions/s-1').request.body).toEqual({
    ...{ startsOn: '2026-09-15', seats: 60, place: 'Rathaus', version: 3 },
    attendance: [{ unitId: 'u-1', people: 12 }],
  });
});

it('a process: stages with their days, hours as measured, and the review that is due', async () => {
  const process: ProcessDetail = {
    ...RECORD,
    name: 'Rechnungseingang',
    ...{ recordedOn: '2025-02-01', optimisedOn: '2025-04-01', workflowOn: null, stage: 'optimised' },
    ...{ plannedHours: 2_400, measuredHours: 1_950, builtBy: 'skbs.digital GmbH', isInHouse: true },
    ...{ reviewMonths: 12, reviewedOn: null, reviewDueOn: '2026-04-01', isReviewDue: true },
    years: [
      { fiscalYear: 2026, hours: 1_950, basis: 'Zeiterfassung', recordedBy: null, recordedAt: '2026-10-01T08:00:00Z' },
    ],
  };
  const opened = openPage(ProcessPage, { recordId: 'r-1' });
  await opened.answer('/api/v1/processes/r-1', process);
  expect(leadOf(opened.page)).toContain('Stufe: optimiert. Geplant sind 2.400 Stunden Ersparnis im Jahr.');
  expect(plainText(opened.page)).toContain('Als Workflow gebaut noch nicht');
  expect(plainText(opened.page)).toContain('fällig seit 01.04.2026');
  expect(plainText(byRole(opened.page, 'row', /^2026/))).toContain('Zeiterfassung, eingetragen 01.10.2026 1.950');
});

describe('offers', () => {
  const OFFER: OfferDetail = {
    ...RECORD,
    name: 'Beratung DMS',
    ...{ recipientKind: 'city_company', recipient: 'Stadtbad GmbH', state: 'accepted', offeredOn: '2026-01-20' },
    ...{ costCents: 900_000, recoveryCents: 720_000, uncoveredCents: 180_000, vatAnswer: 'open' },
    steps: [],
  };

  it('the list says what stays with the city and where tax has to be settled', async () => {
    const opened = openPage(OfferListPage);
    const totals = {
      ...{ count: 6, open: 1, active: 4, vatOpen: 1, costCents: 5_310_000, recoveryCents: 4_970_000 },
      ...{ uncoveredCents: 340_000, unknown: 0 },
    };
    await opened.answer('/api/v1/offers', { rows: [OFFER], nextCursor: null, totals });
    expect(leadOf(opened.page)).toContain('Von 53.100 € werden 49.700 € erstattet, 3.400 € bleiben bei der Stadt.');
    expect(leadOf(opened.page)).toContain('Bei einem Angebot ist die Umsatzsteuer (§ 2b UStG) zu klären.');
  });

  it('offers only steps that can be taken, and names that tax is open', async () => {
    const opened = openPage(OfferPage, { recordId: 'r-1' });
    await opened.answer('/api/v1/offers/r-1', OFFER);
    expect(plainText(opened.page)).toContain('Umsatzsteuer ist zu klären');
    await pressed(opened, byRole(opened.page, 'button', 'Schritt eintragen'));
    const next = byRole<HTMLSelectElement>(opened.page, 'combobox', /^Neuer Stand/);
    expect([...next.options].map(({ value }) => value)).toEqual(['', 'running', 'declined']);
  });
});

describe('desks', () => {
  const DESK: DeskDetail = {
    ...RECORD,
    name: 'Projektgruppe DMS',
    ...{ kind: 'project_group', mailbox: 'dms@loewenstadt.example', startsOn: '2023-01-01', endsOn: null },
    ...{ isStanding: true, fteHundredths: 250, person: null },
    history: [
      {
        ...{ id: 'e-2', validFrom: '2025-01-01', fteHundredths: 250, reason: 'Stellenplan', supersedesId: 'e-1' },
        ...{ isSuperseded: false, recordedBy: null, recordedAt: '2025-01-05T08:00:00Z' },
      },
      {
        ...{ id: 'e-1', validFrom: '2025-01-01', fteHundredths: 300, reason: 'Tippfehler', supersedesId: null },
        ...{ isSuperseded: true, recordedBy: null, recordedAt: '2025-01-02T08:00:00Z' },
      },
    ],
  };

  it('the directory counts desks and says where the capacity is not known', async () => {
    const opened = openPage(DeskListPage);
    const totals = {
      count: 3,
      standing: 3,
      groups: 1,
      contacts: 1,
      coordinators: 1,
      fteHundredths: 350,
      withoutFte: 1,
    };
    await opened.answer('/api/v1/desks', { rows: [DESK], nextCursor: null, totals } satisfies Directory);
    expect(leadOf(opened.page)).toContain(
      'Zusammen haben sie heute 3,5 VZÄ. Bei einer Ansprechstelle sind die VZÄ nicht bekannt.',
    );
  });

  it('what was put right stays to be seen, and an entry is added with its day and reason', async () => {
    const opened = openPage(DeskPage, { recordId: 'r-1' });
    await opened.answer('/api/v1/desks/r-1', DESK);
    const { page } = opened;
    expect(plainText(page.querySelector('s'))).toBe('3,0 VZÄ ab 01.01.2025');
    await pressed(opened, byRole(page, 'button', 'VZÄ eintragen'));
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', /^Gilt ab/), '01.01.2027');
    type(byRole(dialog, 'textbox', /^VZÄ/), '4,5');
    type(byRole(dialog, 'textbox', /^Grund/), 'Stellenplan 2027');
    await pressed(opened, byRole(dialog, 'button', 'VZÄ eintragen'));
    expect(sent(opened, '/api/v1/desks/r-1/fte').request.body).toEqual({
      ...{ validFrom: '2027-01-01', fteHundredths: 450, reason: 'Stellenplan 2027', supersedesId: null, version: 3 },
    });
  });
});
