import { TRANSFER_FORMS, type TransferEffect, type TransferForm } from '@etatlotse/domain/authority';
import type { LineName } from './cover-plain';

export { TRANSFER_FORMS, type TransferForm };

/** Where a transfer stands: asked for, in the ledger, undone by a counter-transfer, refused, or withdrawn. */
export const TRANSFER_STATES = ['requested', 'booked', 'undone', 'refused', 'withdrawn'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** A transfer of authority from one line to another. */
export interface TransferRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly form: TransferForm;
  readonly state: TransferState;
  readonly amountCents: number;
  /** Null where the reader may not see the line. */
  readonly from: LineName | null;
  readonly to: LineName | null;
  readonly reason: string;
  readonly documentNumber: string;
  readonly budgetNote: string;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string;
  /** The transfer that this one undoes, and the one that undoes it. */
  readonly undoesId: string | null;
  readonly undoneById: string | null;
  readonly version: number;
  /** Whether the reader is a second person who may decide now. */
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly mayUndo: boolean;
}

/** What a transfer would do, asked while typing. Nothing is stored and nothing is held. */
export interface TransferCheck {
  readonly form: TransferForm | null;
  /** The rule that carries it, as it is cited. */
  readonly rule: string | null;
  readonly from: TransferEffect | null;
  readonly to: TransferEffect | null;
  /** True where it waits for a second person or for finance before it is booked. */
  readonly isRequest: boolean;
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
}

/** A transfer that was asked for or changed. */
export interface TransferChanged {
  readonly id: string;
  readonly version: number;
  readonly state: TransferState;
}
