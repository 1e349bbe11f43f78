import type { FindingCode, FindingSeverity } from '@etatlotse/contracts/import/plain';
import type { ImportedRecord, TableField } from '@etatlotse/domain/import';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';

/** A record of the file with its row. */
export interface StagedRecord {
  readonly row: number;
  readonly record: ImportedRecord;
}

/** What became of a record when it was held against the city. */
export interface JudgedRecord<Statement> {
  readonly row: number;
  readonly key: string;
  /** An error among them keeps the record from being taken over. */
  readonly findings: readonly NewFinding[];
  /** It exists already. */
  readonly isKnown: boolean;
  /** What is written; null where nothing changes or something is wrong. */
  readonly statement: Statement | null;
}

/** What was written, with what stood before and the version it stands at now. */
export interface WrittenRecord {
  readonly recordId: string;
  readonly before: object | null;
  readonly version: number;
}

/** A record that an import wrote, as it is taken back. */
export interface TakenBack {
  readonly record_id: string;
  /** What stood there before; null for a record that the import made. */
  readonly before: object | null;
}

/** How one kind of register takes records of a file, and gives them back. */
export interface RecordImport<Statement> {
  /** Holds every record against the city: names it knows, rules of the register, records that exist. Writes nothing. */
  judge(tx: Transaction, staged: readonly StagedRecord[], say: Say): Promise<readonly JudgedRecord<Statement>[]>;
  /** Writes what was judged, in an order in which each finds what it needs. */
  bring(tx: Transaction, judged: readonly Statement[], importId: string): Promise<readonly WrittenRecord[]>;
  /** How many records of the import somebody has worked on since. */
  countUsed(tx: Transaction, importId: string): Promise<number>;
  /** Whether some of the import belong to units whose figures the person does not keep (any more). */
  isForeign?(tx: Transaction, importId: string): Promise<boolean>;
  takeBack(tx: Transaction, records: readonly TakenBack[], by: { importId: string; reason: string }): Promise<void>;
}

/** Says something about a field of a row; the column is named as the file does. */
export type Say = (
  staged: StagedRecord,
  field: TableField,
  code: FindingCode,
  params?: Readonly<Record<string, unknown>>,
  severity?: FindingSeverity,
) => NewFinding;

export const hasError = ({ findings }: { readonly findings: readonly NewFinding[] }): boolean =>
  findings.some(({ severity }) => severity === 'error');
