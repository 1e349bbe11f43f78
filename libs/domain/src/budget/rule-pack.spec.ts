import { fiscalYear } from '../shared/fiscal-year';
import { rulePackFor } from './rule-pack';

describe('rule packs by fiscal year', () => {
  it.each<[number, string]>([
    [1900, 'ni-gemhkvo'],
    [2016, 'ni-gemhkvo'],
    [2017, 'ni-komhkvo-2017'],
    [2199, 'ni-komhkvo-2017'],
  ])('%d follows %s', (year, code) => {
    expect(rulePackFor(fiscalYear(year)).code).toBe(code);
  });

  it('cites the law in force', () => {
    expect(rulePackFor(fiscalYear(2026)).citations).toEqual({
      authority_limit: '§ 27 Abs. 3 KomHKVO',
      provisional_budget: '§ 116 NKomVG',
      extra_authority: '§ 117 NKomVG',
      cover_pool: '§ 19 KomHKVO',
      current_investment_wall: '§ 19 Abs. 4 KomHKVO',
      earmarked_revenue: '§ 18 KomHKVO',
      carry_over: '§ 20 KomHKVO',
      commitment_authority: '§ 119 NKomVG',
      budget_lock: '§ 32 KomHKVO',
      reserve: '§ 13 KomHKVO',
      urgent_decision: '§ 89 NKomVG',
      supplementary_budget: '§ 115 NKomVG',
      entry_into_force: '§ 112 Abs. 3 NKomVG',
      planning_window: '§ 118 Abs. 1 NKomVG',
      low_value: 'DS 24-23386 (Braunschweig)',
      project_status: 'örtliche Vorgabe',
      investment_papers: '§ 12 KomHKVO',
      procurement: '§ 28 KomHKVO, § 3 NTVergG, § 3 VgV',
    });
    expect(rulePackFor(fiscalYear(2015)).citations).toMatchObject({
      authority_limit: 'GemHKVO',
      cover_pool: 'GemHKVO',
      current_investment_wall: 'GemHKVO',
      earmarked_revenue: 'GemHKVO',
      carry_over: 'GemHKVO',
      budget_lock: '§ 30 GemHKVO',
      reserve: 'GemHKVO',
    });
  });

  it('T19 low-value assets: 150 to 1,000 as investment in 2015, 250 to 1,000 as expense today', () => {
    expect(rulePackFor(fiscalYear(2015)).lowValue).toEqual({
      fromNetCents: 15_000,
      toNetCents: 100_000,
      budgetedAs: 'investment',
      exampleAccount: '783125',
    });
    expect(rulePackFor(fiscalYear(2026)).lowValue).toEqual({
      fromNetCents: 25_000,
      toNetCents: 100_000,
      budgetedAs: 'expense',
      exampleAccount: '422220',
    });
  });

  it('uses the frame of Lower Saxony', () => {
    expect([2015, 2026].map((year) => rulePackFor(fiscalYear(year)).accountFrame)).toEqual(['NI', 'NI']);
  });
});
