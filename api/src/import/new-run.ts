import type { ImportKind } from '@etatlotse/contracts/import/plain';
import type { FileMapping } from '@etatlotse/domain/import';
import type { LastRecords } from './file/last-records';

/** What a person says about a file beside the file itself; kept with the run, so that it is read the same way again. */
export interface RunOptions {
  /** Null: the file says it. */
  readonly kind: ImportKind | null;
  /** Name of a saved profile that is to be used; null lets the headers decide. */
  readonly profile: string | null;
  readonly sheet: string | null;
  readonly fiscalYear: number | null;
  readonly bookedOn: string | null;
  readonly pointGroups: boolean;
  /** Answers to questions, by the question's id. */
  readonly answers: Readonly<Record<string, string>>;
  /** The person knows that this file was taken over before. */
  readonly confirmRepeat: boolean;
  /** Rows that cannot be read are left out instead of keeping the file from being taken over. */
  readonly leavesOutWrongRows: boolean;
}

export const NOTHING_SAID: RunOptions = {
  kind: null,
  profile: null,
  sheet: null,
  fiscalYear: null,
  bookedOn: null,
  pointGroups: false,
  answers: {},
  confirmRepeat: false,
  leavesOutWrongRows: false,
};

export interface NewRun {
  readonly importId: string;
  readonly batchId: string | null;
  readonly source: 'upload' | 'folder';
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  /** Where the last records of the file begin; null where that was not counted as it arrived. */
  readonly lastRecords: LastRecords | null;
  readonly options: RunOptions;
  /** What a person declared as a whole; null leaves it to detection. */
  readonly mapping: FileMapping | null;
}
