import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { CreatePlanVersion, PreviewPlanCopy } from '@etatlotse/contracts/planning';
import type { FiscalYearRow, PlanCopyPreview, PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import { allByRole, byRole, rest, textOf, type } from '../../testing/find';
import { PlanCreateForm } from './plan-create-form';

const YEAR: FiscalYearRow = {
  fiscalYear: 2027,
  planYears: [2027],
  window: { firstYear: 2026, lastYear: 2030 },
  booksState: 'planned',
  booksSteps: [],
  booksChangedAt: null,
  booksReason: null,
  planInForce: null,
  isProvisional: false,
  pendingApproval: null,
  version: 1,
};
const SOURCE = {
  id: '01a228c7-9219-7000-b7f8-5532ab720323',
  name: 'Haushalt 2026',
  kind: 'budget',
  firstYear: 2026,
  lastYear: 2026,
  state: 'in_force',
} as PlanVersionRow;
const PREVIEW: PlanCopyPreview = {
  years: [2026, 2027, 2028, 2029, 2030],
  lines: 176,
  totals: [
    {
      direction: 'expense',
      fiscalYear: 2027,
      lines: 115,
      beforeCents: 600_100,
      afterCents: 615_103,
      differenceCents: 15_003,
    },
  ],
  rules: [
    {
      effects: [
        {
          direction: 'expense',
          fiscalYear: 2027,
          lines: 115,
          basisCents: 600_100,
          beforeCents: 600_100,
          afterCents: 615_103,
        },
      ],
    },
  ],
};

describe('a new plan version from last year’s plan, by rules', () => {
  let fixture: ComponentFixture<PlanCreateForm>;
  let page: HTMLElement;
  let made: CreatePlanVersion[];
  let asked: PreviewPlanCopy[];
  beforeEach(async () => {
    fixture = TestBed.createComponent(PlanCreateForm);
    fixture.componentRef.setInput('years', [YEAR]);
    fixture.componentRef.setInput('sources', [SOURCE]);
    [made, asked] = [[], []];
    fixture.componentInstance.confirmed.subscribe((version) => made.push(version));
    fixture.componentInstance.previewAsked.subscribe((copy) => asked.push(copy));
    await rest(fixture);
    page = fixture.nativeElement as HTMLElement;
    type(byRole(page, 'textbox', 'Name'), 'Haushalt 2027');
    choose('Für welchen Haushalt?', '2027');
    await rest(fixture);
    choose('Womit beginnen?', SOURCE.id);
    await rest(fixture);
  });

  function choose(name: string, value: string): void {
    const select = byRole<HTMLSelectElement>(page, 'combobox', name);
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }
  const press = async (name: string): Promise<void> => {
    byRole(page, 'button', name).click();
    await rest(fixture);
  };
  const COPY = { copyFromId: SOURCE.id, firstYear: 2027, isTwoYears: false, laterYears: 'repeat_last' };
  const RULE = {
    by: 'account',
    value: '42',
    basis: 'year_before',
    rounding: 'cent',
    rates: [
      { fiscalYear: 2027, basisPoints: 250 },
      { fiscalYear: 2028, basisPoints: -100 },
    ],
  };
  const fillRule = async (): Promise<void> => {
    await press('Regel hinzufügen');
    type(byRole(page, 'textbox', 'Ziffern'), '42');
    type(byRole(page, 'textbox', '2027 in %'), '2,5');
    type(byRole(page, 'textbox', '2028 in %'), '-1');
    await rest(fixture);
  };

  it('without rules the plan is copied as it is', async () => {
    await press('Planfassung anlegen');
    expect(made).toEqual([{ name: 'Haushalt 2027', kind: 'budget', ...COPY }]);
  });

  it('the preview says what would come of it; changed rules make it old', async () => {
    await fillRule();
    await press('Vorschau rechnen');
    expect(asked).toEqual([{ ...COPY, rules: [RULE] }]);
    fixture.componentRef.setInput('preview', PREVIEW);
    await rest(fixture);
    expect(textOf(page)).toContain('Regel 1 passt auf 115 Zeilen.');
    expect(textOf(byRole(page, 'rowheader', '2027').closest('tr'))).toMatch(/Aufwand.*6\.001,00.*6\.151,03.*\+150,03/);
    type(byRole(page, 'textbox', '2027 in %'), '3');
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte die Vorschau neu rechnen.');
    expect(allByRole(page, 'rowheader')).toEqual([]);
    await press('Planfassung anlegen');
    expect(made[0]?.rules?.[0]?.rates[0]).toEqual({ fiscalYear: 2027, basisPoints: 300 });
  });

  it('a rate that cannot be read, or a rule without one, is named and nothing is sent', async () => {
    await press('Regel hinzufügen');
    await press('Planfassung anlegen');
    expect(textOf(page)).toContain('Bitte angeben, worauf die Regel passt.');
    expect(textOf(page)).toContain('Bitte für mindestens ein Jahr einen Prozentsatz eintragen.');
    type(byRole(page, 'textbox', 'Ziffern'), '42');
    type(byRole(page, 'textbox', '2027 in %'), 'zwei');
    type(byRole(page, 'textbox', '2028 in %'), '101');
    await rest(fixture);
    expect(textOf(page)).toContain('So geht es: 2,5 oder -1');
    expect(textOf(page)).toContain('höchstens 100 %');
    await press('Planfassung anlegen');
    await press('Vorschau rechnen');
    expect([made, asked]).toEqual([[], []]);
  });

  it('a frame is chosen by name; a rule that is taken out does nothing', async () => {
    await fillRule();
    choose('Welche Zeilen?', 'frame');
    await rest(fixture);
    choose('Rahmen', 'SCHOOL_NET');
    await rest(fixture);
    await press('Vorschau rechnen');
    expect(asked[0]?.rules).toEqual([{ ...RULE, by: 'frame', value: 'SCHOOL_NET' }]);
    await press('Regel 1 entfernen');
    await press('Planfassung anlegen');
    expect(made[0]?.rules).toBeUndefined();
  });
});
