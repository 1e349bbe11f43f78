import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { PackedRows, ReadingOrder, RowsRead } from './row-packing';

/* What the thread that reads a file and the API say to each other. */

/** What the thread begins with. */
export interface ThreadOrder extends ReadingOrder {
  /** Of the whole file, in bytes. */
  readonly size: number;
  readonly sheet: string;
}

export type FromThread =
  | { readonly kind: 'piece'; readonly number: number }
  | { readonly kind: 'rows'; readonly rows: PackedRows; readonly bytesRead: number }
  | { readonly kind: 'end'; readonly read: RowsRead }
  | {
      readonly kind: 'refused';
      readonly code: ProblemCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** The piece that was asked for, or word that the rows have been taken. */
export type ToThread =
  { readonly kind: 'piece'; readonly number: number; readonly bytes: Uint8Array } | { readonly kind: 'taken' };
