import { TestBed } from '@angular/core/testing';
import { rest, allByRole, byRole, moment, textOf, type } from '../../testing/find';
import type { RuleDecisionRow, RuleSettingRow, RulesOfYear } from '@etatlotse/contracts/authority/plain';
import { RULE_SETTINGS } from '@etatlotse/domain/authority';
import { rulePackFor } from '@etatlotse/domain/budget';
import { fiscalYear } from '@etatlotse/domain/shared';
import { calling, type ExtraReader, openPage, REFUSED, refusalOf, type Shown } from './extra.sample';
import { RulePage } from './rule.page';

const RULES = '/api/v1/authority/rules';
const DECISION: RuleDecisionRow = {
  id: 'd-1',
  validFrom: 2025,
  value: true,
  source: 'Dienstanweisung 20-1',
  reason: 'Die Kämmerei behält den Überblick',
  recordedBy: 'Alex Adler',
  confirmedBy: 'Frauke Finke',
  recordedAt: '2025-02-03T08:00:00Z',
};
const setting = (key: keyof typeof RULE_SETTINGS, more: Partial<RuleSettingRow> = {}): RuleSettingRow => {
  const { form, rule, mark, source, defaultValue } = RULE_SETTINGS[key];
  return {
    ...{ key, form, rule, mark, source, value: defaultValue },
    isExample: mark !== 'V',
    decision: null,
    decisions: [],
    pendingApprovalId: null,
    ...more,
  };
};
const pack = rulePackFor(fiscalYear(2026));
const ALL: RulesOfYear = {
  fiscalYear: 2026,
  packFrom: 2024,
  packCode: 'NI',
  citations: [{ rule: 'extra_authority', text: '§ 117 NKomVG' }],
  lowValue: pack.lowValue,
  settings: [
    setting('extraThresholds'),
    setting('oneWayInvestmentLimitCents', { pendingApprovalId: 'a-1' }),
    setting('headTransferNeedsFinance', {
      ...{ mark: null, isExample: false, source: DECISION.source },
      decision: DECISION,
      decisions: [DECISION],
    }),
  ],
  firstChangeableYear: 2026,
};

async function open(role: ExtraReader, rules: RulesOfYear = ALL): Promise<Shown<RulePage>> {
  const shown = await openPage(RulePage, role);
  shown.server.expectOne(({ url }) => url === RULES).flush(rules);
  await rest(shown.fixture);
  return shown;
}
const rowOf = ({ page }: Shown<RulePage>, name: RegExp): HTMLElement => byRole(page, 'row', name);

describe('the rules of the year', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('says how many values are still examples, where each comes from and who confirmed it', async () => {
    const shown = await open('finance');
    expect(textOf(shown.page.querySelector('.et-lead'))).toBe(
      '2 örtliche Werte sind noch Beispiele und sollten bestätigt werden.',
    );
    const thresholds = textOf(rowOf(shown, /^Wer über/));
    expect(thresholds).toContain(
      'Aufwand und Investition, über- und außerplanmäßig: bis 100.000,00 € Oberbürgermeister',
    );
    expect(thresholds.split('100.000,00')).toHaveLength(2);
    expect(thresholds).toContain('Beispielwert, bitte bestätigen');
    expect(thresholds).toContain('allgemeine Kenntnis');
    expect(thresholds).toContain('noch nicht');
    const confirmed = textOf(rowOf(shown, /^Umbuchung eines/));
    expect(confirmed).toContain('Alex Adler und Frauke Finke, 03.02.2025');
    expect(confirmed).toContain('gilt ab 2025');
    expect(confirmed).not.toContain('Beispielwert');
    expect(textOf(shown.page)).toContain('§ 117 NKomVG');
  });

  it('finance confirms and does not ask; only operations changes, and not what is being decided', async () => {
    expect(allByRole((await open('finance')).page, 'button', /^Ändern/)).toEqual([]);
    document.body.innerHTML = '';
    TestBed.resetTestingModule();
    const admin = await open('admin');
    expect(allByRole(admin.page, 'button', /^Ändern/).map((one) => one.getAttribute('aria-label'))).toEqual([
      'Ändern: Wer über- und außerplanmäßige Mittel bewilligt',
      'Ändern: Umbuchung eines Fachbereichs',
    ]);
    expect(textOf(rowOf(admin, /^Laufende Mittel/))).toContain('Eine Änderung wartet auf eine zweite Person.');
  });

  it('asks for value, year, source and reason, and sends nothing without them', async () => {
    const shown = await open('admin');
    byRole(shown.page, 'button', 'Ändern: Umbuchung eines Fachbereichs').click();
    await rest(shown.fixture);
    const dialog = byRole(shown.page, 'dialog');
    byRole(dialog, 'radio', 'ohne Zustimmung der Kämmerei').click();
    type(byRole(dialog, 'textbox', /^Quelle/), '');
    byRole(dialog, 'button', 'Änderung beantragen').click();
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Bitte die Quelle nennen.');
    expect(textOf(dialog)).toContain('Bitte den Grund nennen.');
    shown.server.expectNone(({ method }) => method === 'PUT');
    type(byRole(dialog, 'textbox', /^Quelle/), 'Dienstanweisung 20-2');
    type(byRole(dialog, 'textbox', /^Grund/), 'Schneller');
    byRole(dialog, 'radio', '2027').click();
    byRole(dialog, 'button', 'Änderung beantragen').click();
    const sent = await calling(shown.server, 'PUT', RULES);
    expect(sent.request.body).toEqual({
      ...{ key: 'headTransferNeedsFinance', validFrom: 2027, value: false },
      source: 'Dienstanweisung 20-2',
      reason: 'Schneller',
    });
    sent.flush({ approvalId: 'a-2' });
    await moment();
    shown.server.expectOne(({ url, method }) => url === RULES && method === 'GET').flush(ALL);
    await rest(shown.fixture);
    expect(allByRole(shown.page, 'dialog')).toEqual([]);
  });

  it('T5 thresholds are typed per kind and side; a committee below the mayor is not a rule', async () => {
    const shown = await open('admin');
    byRole(shown.page, 'button', /Wer über/).click();
    await rest(shown.fixture);
    const dialog = byRole(shown.page, 'dialog');
    expect([...dialog.querySelectorAll('.et-rules__threshold > legend')].map(textOf)).toEqual([
      'Aufwand überplanmäßig',
      'Investition überplanmäßig',
      'Aufwand außerplanmäßig',
      'Investition außerplanmäßig',
    ]);
    const committee = allByRole(dialog, 'textbox', /^Hauptausschuss bis/)[0] as HTMLElement;
    type(committee, '50.000,00');
    type(byRole(dialog, 'textbox', /^Grund/), 'Hauptsatzung geändert');
    byRole(dialog, 'button', 'Änderung beantragen').click();
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Der Hauptausschuss entscheidet nicht über weniger als der Oberbürgermeister.');
    shown.server.expectNone(({ method }) => method === 'PUT');
  });

  it('T19 the limits of low-value assets are answered by the city: the range, and what exactly 1.000,00 means', async () => {
    const shown = await open('admin', { ...ALL, settings: [setting('lowValue')] });
    expect(textOf(rowOf(shown, /^Geringwertige/))).toContain('Beispielwert, bitte bestätigen');
    byRole(shown.page, 'button', /Geringwertige/).click();
    await rest(shown.fixture);
    const dialog = byRole(shown.page, 'dialog');
    byRole(dialog, 'radio', 'eigene Werte der Stadt').click();
    await rest(shown.fixture);
    const [, upper] = allByRole(dialog, 'radio', 'gehört nicht dazu');
    upper?.click();
    type(byRole(dialog, 'textbox', /^Quelle/), 'Bilanzierungsrichtlinie 2026');
    type(byRole(dialog, 'textbox', /^Grund/), 'Festlegung der Kämmerei');
    byRole(dialog, 'button', 'Änderung beantragen').click();
    const call = await calling(shown.server, 'PUT', RULES);
    expect(call.request.body).toMatchObject({
      key: 'lowValue',
      value: { fromNetCents: 25_000, toNetCents: 100_000, budgetedAs: 'expense', lower: 'ask', upper: 'outside' },
    });
  });

  it('the city says from when on a project is at risk or critical; critical never begins before at risk', async () => {
    const shown = await open('admin', { ...ALL, settings: [setting('projectStatus')] });
    expect(textOf(rowOf(shown, /^Ab wann ein Vorhaben/))).toContain('gefährdet: CPI oder SPI unter 0,95');
    byRole(shown.page, 'button', /Ab wann ein Vorhaben/).click();
    await rest(shown.fixture);
    const dialog = byRole(shown.page, 'dialog');
    type(byRole(dialog, 'textbox', 'Kritisch: CPI oder SPI unter'), '0,97');
    type(byRole(dialog, 'textbox', /^Quelle/), 'Projekthandbuch 2026');
    type(byRole(dialog, 'textbox', /^Grund/), 'Festlegung der Lenkungsgruppe');
    byRole(dialog, 'button', 'Änderung beantragen').click();
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Kritisch beginnt nicht vor gefährdet.');
    type(byRole(dialog, 'textbox', 'Kritisch: CPI oder SPI unter'), '0,9');
    byRole(dialog, 'button', 'Änderung beantragen').click();
    const call = await calling(shown.server, 'PUT', RULES);
    expect(call.request.body).toMatchObject({
      key: 'projectStatus',
      value: { yellowBelow: 9500, redBelow: 9000, yellowSlipDays: 30, redSlipDays: 90 },
    });
  });

  it('a refusal stays in the dialog in its words', async () => {
    const shown = await open('admin');
    byRole(shown.page, 'button', 'Ändern: Umbuchung eines Fachbereichs').click();
    await rest(shown.fixture);
    const dialog = byRole(shown.page, 'dialog');
    type(byRole(dialog, 'textbox', /^Grund/), 'Bestätigt');
    byRole(dialog, 'button', 'Änderung beantragen').click();
    (await calling(shown.server, 'PUT', RULES)).flush(refusalOf('APPROVAL_PENDING'), REFUSED);
    await moment();
    shown.server.expectOne(({ url, method }) => url === RULES && method === 'GET').flush(ALL);
    await rest(shown.fixture);
    expect(textOf(byRole(dialog, 'alert'))).toContain('Dazu liegt schon ein Antrag auf Freigabe vor.');
  });
});
