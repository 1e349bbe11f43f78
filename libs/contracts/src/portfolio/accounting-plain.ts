import type {
  AccountedAs,
  AccountingFacts,
  DemandAccounting,
  InvestmentPaper,
  PaperGap,
} from '@etatlotse/domain/demand';

/** Where the accounting of a demand lives on the wire. */
export const ACCOUNTING_PATHS = {
  accounting: (demandId: string): string => `/api/v1/demands/${demandId}/accounting`,
  preview: '/api/v1/demands/accounting/preview',
  item: (demandId: string, itemId: string): string => `/api/v1/demands/${demandId}/accounting/items/${itemId}`,
  paper: (demandId: string): string => `/api/v1/demands/${demandId}/paper`,
  result: (demandId: string): string => `/api/v1/demands/${demandId}/result`,
} as const;

/** The rules behind a proposal, as they hold in the first plan year. */
export interface AccountingRulesView {
  readonly fiscalYear: number;
  readonly lowValueFromCents: number;
  readonly lowValueToCents: number;
  readonly lowValueAs: Exclude<AccountedAs, 'ask'>;
  readonly lowValueAccount: string;
  /** Examples that the city has not confirmed. */
  readonly isLowValueExample: boolean;
  /** From which sum on an investment needs a comparison (R18), and where that stands. */
  readonly comparisonFromCents: number | null;
  readonly papersSource: string;
  readonly isPapersExample: boolean;
}

/** A demand accounted, item by item, with what is still missing before it can be decided on. */
export interface AccountingView extends DemandAccounting {
  readonly rules: AccountingRulesView;
  readonly facts: readonly (AccountingFacts & { readonly itemId: string; readonly label: string })[];
  readonly paper:
    (InvestmentPaper & { readonly rateBasisPoints: number; readonly presentValueCents: readonly number[] }) | null;
  readonly gaps: readonly PaperGap[];
  readonly mayDecide: boolean;
  readonly mayWrite: boolean;
  readonly version: number;
}
