import type { RecordChange } from '@etatlotse/contracts/shared/plain';
import type { DeskKind, DeskSummary } from '@etatlotse/domain/inventory';
import type { RecordRow, RegisterPage } from './record-plain';

const DESKS = '/api/v1/desks';

/** Where desks live on the wire. */
export const DESK_PATHS = {
  desks: DESKS,
  one: (id: string): string => `${DESKS}/${id}`,
  fte: (id: string): string => `${DESKS}/${id}/fte`,
} as const;

export const DESK_FTE_MAX_HUNDREDTHS = 100_000;

/** A desk of the directory as it stands today. */
export interface DeskRow extends RecordRow {
  readonly kind: DeskKind;
  readonly mailbox: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly isStanding: boolean;
  /** Full-time equivalents today in hundredths; null is not known. */
  readonly fteHundredths: number | null;
}

export type DeskPage = RegisterPage<DeskRow, DeskSummary>;

/** An entry of the history; it stays, also when another one puts it right. */
export interface DeskFteRow {
  readonly id: string;
  readonly validFrom: string;
  readonly fteHundredths: number;
  readonly reason: string;
  readonly supersedesId: string | null;
  readonly isSuperseded: boolean;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface DeskDetail extends DeskRow {
  readonly note: string;
  readonly changedAt: string;
  readonly mayWrite: boolean;
  /** How it came to be what it is, newest first. */
  readonly changes: readonly RecordChange[];
  /** Who sits there, if somebody said so; the record of the person says the name. */
  readonly person: { readonly id: string; readonly displayName: string } | null;
  readonly history: readonly DeskFteRow[];
}
