import type { AccountingDuty, AccountingReason, AccountingRulesView } from '@etatlotse/contracts/portfolio/plain';
import { formatEuro, formatPercent } from '../ui/amount/format';
import { demandAccountingLabels } from './demand-accounting.labels';

const BASIS = 10_000;

/** Why an item is budgeted as it is, as a sentence with its rule. */
export function reasonText(reason: AccountingReason, rules: AccountingRulesView | undefined): string {
  const t = demandAccountingLabels().reasons;
  switch (reason.code) {
    case 'device': {
      const key = reason.reason === 'lower_limit' || reason.reason === 'upper_limit' ? 'limit' : reason.reason;
      const text = t.device[key];
      const [price, from, to] = [reason.netUnitCents, reason.fromCents, reason.toCents].map((one) => formatEuro(one));
      return typeof text === 'string' ? text : text(price ?? '', from ?? '', to ?? '');
    }
    case 'decided':
      return t.decided(reason.reason);
    case 'gross':
      return t.gross(formatPercent(reason.vatBasisPoints / BASIS));
    case 'depreciation':
    case 'accrual':
      return t[reason.code](String(reason.months), basisOf(rules));
    default:
      return t[reason.code];
  }
}

/** What is needed beside the money, as a sentence with its rule. */
export function dutyText(duty: AccountingDuty, rules: AccountingRulesView | undefined): string {
  const t = demandAccountingLabels().duty;
  switch (duty.code) {
    case 'commitment_authority':
    case 'bound_years':
      return t[duty.code](
        duty.slices.map(({ fiscalYear, amountCents }) => `${fiscalYear} ${formatEuro(amountCents)}`).join(', '),
      );
    case 'comparison':
      return t.comparison(formatEuro(duty.fromCents), basisOf(rules));
    case 'follow_up':
      return t.follow_up;
  }
}

/** Where threshold and months come from: the city's own source, or an example. */
function basisOf(rules: AccountingRulesView | undefined): string {
  return rules === undefined || rules.isPapersExample ? demandAccountingLabels().paperExample : rules.papersSource;
}
