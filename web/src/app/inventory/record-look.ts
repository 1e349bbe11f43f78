import type { RecordPayment, RecordRow } from '@etatlotse/contracts/inventory/plain';
import { formatPercent } from '../ui/amount/format';
import { formatDateTime } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import type { ChosenLine } from '../ui/line-choice/line-choice';
import { inventoryLabels } from './inventory.labels';

/* How what all records have in common is written. */

/** Parts of a second line that say something, with commas. */
export const listed = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(', ');

/** `10.2 Abteilung IT-Organisation, aus der Quelle` below a name. */
export function ownerText({ unit, origin }: Pick<RecordRow, 'unit' | 'origin'>): string {
  const words = inventoryLabels();
  return listed(unit === null ? words.wholeCity : `${unit.code} ${unit.name}`, words.origins[origin]);
}

/** Basis points as `45 %`; what was typed with decimals is shown with them. */
export function shareText(basisPoints: number, decimals: 0 | 1 | 2 = 0): string {
  return formatPercent(basisPoints / 10_000, decimals);
}

/** What pays for a record, as facts of its page. */
export function paymentFacts(record: RecordPayment): Fact[] {
  const words = inventoryLabels();
  const { lineId, line, contractId, contract } = record;
  return [
    {
      term: words.line,
      text: line === null ? (lineId === null ? words.none : words.hidden) : `${line.number} ${line.name}`,
      ...(line === null ? {} : { link: ['/budget/lines', line.id] }),
    },
    {
      term: words.contract,
      text:
        contract === null ? (contractId === null ? words.none : words.hidden) : `${contract.number} ${contract.name}`,
      ...(contract === null ? {} : { link: ['/contracts', contract.id] }),
    },
  ];
}

/** Unit, remark and age, which every page ends its facts with. */
export function closingFacts(record: RecordRow & { readonly note: string; readonly changedAt: string }): Fact[] {
  const words = inventoryLabels();
  return [
    ...(record.note === '' ? [] : [{ term: words.note, text: record.note }]),
    { term: words.changedAt, text: listed(formatDateTime(record.changedAt), words.origins[record.origin]) },
  ];
}

/** Line and contract as the form holds them. What the editor does not see stays on record under a word for it. */
export function chosenPayment(record: RecordPayment): {
  readonly line: ChosenLine | null;
  readonly contract: ChosenLine | null;
} {
  const hidden = (id: string | null): ChosenLine | null =>
    id === null ? null : { id, number: '', name: inventoryLabels().hidden };
  return { line: record.line ?? hidden(record.lineId), contract: record.contract ?? hidden(record.contractId) };
}

/** What the form holds, as the API takes it. */
export function paidBody<Values extends { readonly line: ChosenLine | null; readonly contract: ChosenLine | null }>({
  line,
  contract,
  ...rest
}: Values): Omit<Values, 'line' | 'contract'> & { readonly lineId: string | null; readonly contractId: string | null } {
  return { ...rest, lineId: line?.id ?? null, contractId: contract?.id ?? null };
}
