import { runInNewContext } from 'node:vm';
import { sharedFile } from '../import-files';

/** One entry of the shared list, as it stands in the file. */
export interface BadInputCase {
  readonly id: string;
  readonly category: string;
  readonly name: string;
  readonly kind: string;
  readonly value?: unknown;
  readonly raw?: string;
  readonly text?: string;
  readonly filename?: string;
  readonly base64?: string;
  readonly gen?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ref?: string;
  readonly flow?: string;
  readonly path?: string;
  readonly expect: {
    readonly outcome: string;
    readonly status: readonly number[];
    readonly code?: string;
  };
}

export const badInputFile = sharedFile('cases', 'bad-inputs.json');

/** All cases, none where the shared files are absent. */
export const badInputs: readonly BadInputCase[] =
  badInputFile === null ? [] : (JSON.parse(badInputFile.toString('utf8')) as { cases: BadInputCase[] }).cases;

/** The fields that a case of kind `object` merges into a valid body. */
export const fieldsOf = ({ value }: BadInputCase): Record<string, unknown> => ({ ...(value as object) });

/** The value under test; cases of kind `gen` and `genBody` hold an expression that makes it. */
export function valueOf({ kind, gen, value }: BadInputCase): unknown {
  return kind === 'value' ? value : (runInNewContext(gen ?? '') as unknown);
}
