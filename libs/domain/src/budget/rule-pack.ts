import { type Cents, cents } from '../shared/cents';
import { type FiscalYear, fiscalYear } from '../shared/fiscal-year';
import type { AccountFrameCode } from './account-class';

/** Rules that a refusal or a page can cite. */
export type RuleName =
  | 'authority_limit'
  | 'provisional_budget'
  | 'extra_authority'
  | 'cover_pool'
  | 'current_investment_wall'
  | 'earmarked_revenue'
  | 'carry_over'
  | 'commitment_authority'
  | 'budget_lock'
  | 'reserve'
  | 'urgent_decision'
  | 'supplementary_budget'
  | 'entry_into_force'
  | 'planning_window'
  | 'low_value'
  | 'investment_papers'
  | 'project_status'
  | 'procurement';

/** Net unit prices between which a device is a low-value asset (GVG), and where it is then budgeted (R19). */
export interface LowValueRule {
  readonly fromNetCents: Cents;
  readonly toNetCents: Cents;
  readonly budgetedAs: 'expense' | 'investment';
  /** Account in the Braunschweig papers; a city may use another one. */
  readonly exampleAccount: string;
}

/**
 * The law of one stretch of fiscal years. A change of law is a new pack from a later year on; old years keep theirs and
 * replay identically. The treasury of the city confirms a pack before it goes live.
 */
export interface RulePack {
  readonly code: string;
  readonly fromYear: FiscalYear;
  readonly accountFrame: AccountFrameCode;
  /** Where each rule stands in the law, as it is cited. */
  readonly citations: Readonly<Record<RuleName, string>>;
  readonly lowValue: LowValueRule;
}

const NKOMVG_CITATIONS = {
  provisional_budget: '§ 116 NKomVG',
  extra_authority: '§ 117 NKomVG',
  commitment_authority: '§ 119 NKomVG',
  urgent_decision: '§ 89 NKomVG',
  supplementary_budget: '§ 115 NKomVG',
  entry_into_force: '§ 112 Abs. 3 NKomVG',
  planning_window: '§ 118 Abs. 1 NKomVG',
} as const;

/** Lower Saxony, oldest first. The older decree's paragraph numbers are not confirmed, so it is cited without them. */
const RULE_PACKS: readonly RulePack[] = [
  {
    code: 'ni-gemhkvo',
    fromYear: fiscalYear(1900),
    accountFrame: 'NI',
    citations: {
      ...NKOMVG_CITATIONS,
      authority_limit: 'GemHKVO',
      cover_pool: 'GemHKVO',
      current_investment_wall: 'GemHKVO',
      earmarked_revenue: 'GemHKVO',
      carry_over: 'GemHKVO',
      budget_lock: '§ 30 GemHKVO',
      reserve: 'GemHKVO',
      low_value: 'DS 15-00975-01 (Braunschweig)',
      investment_papers: 'GemHKVO',
      project_status: 'örtliche Vorgabe',
      procurement: 'GemHKVO',
    },
    lowValue: {
      fromNetCents: cents(15_000),
      toNetCents: cents(100_000),
      budgetedAs: 'investment',
      exampleAccount: '783125',
    },
  },
  {
    code: 'ni-komhkvo-2017',
    fromYear: fiscalYear(2017),
    accountFrame: 'NI',
    citations: {
      ...NKOMVG_CITATIONS,
      authority_limit: '§ 27 Abs. 3 KomHKVO',
      cover_pool: '§ 19 KomHKVO',
      current_investment_wall: '§ 19 Abs. 4 KomHKVO',
      earmarked_revenue: '§ 18 KomHKVO',
      carry_over: '§ 20 KomHKVO',
      budget_lock: '§ 32 KomHKVO',
      reserve: '§ 13 KomHKVO',
      low_value: 'DS 24-23386 (Braunschweig)',
      investment_papers: '§ 12 KomHKVO',
      project_status: 'örtliche Vorgabe',
      procurement: '§ 28 KomHKVO, § 3 NTVergG, § 3 VgV',
    },
    lowValue: {
      fromNetCents: cents(25_000),
      toNetCents: cents(100_000),
      budgetedAs: 'expense',
      exampleAccount: '422220',
    },
  },
];

/** The rules that hold for a fiscal year: the newest pack that had begun by then. */
export function rulePackFor(year: FiscalYear): RulePack {
  return RULE_PACKS.reduce((newest, pack) => (pack.fromYear <= year ? pack : newest));
}
