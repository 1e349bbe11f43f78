import type { CarryOverPart } from '@etatlotse/domain/authority';
import { type ProvisionalClaim, provisionalOfCarried } from '@etatlotse/domain/budget';
import { firstDayOf, fiscalYear as toFiscalYear, laterOf, lastDayOf, plainDate } from '@etatlotse/domain/shared';
import type { NewMovement, OpenOrder } from '../../budget';
import type { StoredCarryOver } from './carry-over.repository';

/** A line that is carried over: its parts, and the open orders that go along. */
export interface CarriedLine {
  readonly proposal: StoredCarryOver;
  readonly parts: readonly (CarryOverPart & { readonly id: string })[];
  /** Everything committed on the line, with an order document or without. */
  readonly movedCommitmentCents: number;
  readonly orders: readonly OpenOrder[];
  /** Whether the new year has a plan; until then what is owed stands there on a ground of § 116 NKomVG. */
  readonly isPlanInForce: boolean;
}

/**
 * What a carry-over writes: each amount leaves the old year and stands in the new one, so that nothing can be spent twice
 * and both years together stay as they were (T10a, T10c). Orders keep their number on both sides.
 */
export function carryOverMovements(line: CarriedLine, today: string): NewMovement[] {
  const { proposal, parts, orders } = line;
  const shift = shiftBetween(proposal, today);
  const ordered = orders.reduce((sum, { committedCents }) => sum + committedCents, 0);
  const withoutOrder = line.movedCommitmentCents - ordered;
  const owed = (number: string): ProvisionalClaim | null =>
    provisionalOfCarried(line.isPlanInForce, owedText(number, proposal.fromYear));
  return [
    ...parts.flatMap((part) =>
      shift('carry_over', part.amountCents, { decisionId: part.id, text: restText(part.originYear) }),
    ),
    ...orders.flatMap(({ orderId, number, committedCents }) =>
      shift('commitment', committedCents, {
        decisionId: proposal.id,
        orderId,
        documentNumber: number,
        text: ORDER_TEXT,
        provisional: owed(number),
      }),
    ),
    ...shift('commitment', withoutOrder, { decisionId: proposal.id, text: ORDER_TEXT, provisional: owed('') }),
  ];
}

/** These texts stand in the ledger like those of an import: in German, whoever reads. */
const ORDER_TEXT = 'Offener Auftrag in das neue Haushaltsjahr übernommen';
const restText = (originYear: number): string => `Haushaltsrest (Ermächtigungsübertragung) aus ${originYear}`;

const owedText = (number: string, year: number): string =>
  `${number === '' ? 'Auftrag' : `Auftrag ${number}`} ist seit ${year} verbindlich erteilt`;

type ShiftFacts = Pick<NewMovement, 'decisionId' | 'orderId' | 'documentNumber' | 'text' | 'provisional'>;

/** Out of the old year by its last day at the latest, into the new one from its first day on. */
function shiftBetween({ lineId, fromYear, toYear, reason }: StoredCarryOver, today: string) {
  const lastDay = lastDayOf(toFiscalYear(fromYear));
  const leavesOn = today < lastDay ? today : lastDay;
  const arrivesOn = laterOf(plainDate(today), firstDayOf(toFiscalYear(toYear)));
  return (
    kind: 'carry_over' | 'commitment',
    amountCents: number,
    { provisional = null, ...facts }: ShiftFacts,
  ): NewMovement[] => {
    if (amountCents === 0) return [];
    const common = { lineId, kind, source: 'person' as const, reason, ...facts };
    return [
      { ...common, fiscalYear: fromYear, amountCents: -amountCents, bookedOn: leavesOn },
      { ...common, fiscalYear: toYear, amountCents, bookedOn: arrivesOn, provisional },
    ];
  };
}
