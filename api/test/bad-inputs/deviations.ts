import type { BadInputCase } from './bad-input-case';

/** Files of the list are sent by their own specs, beside the code that reads them. */
const FILE_SPECS = 'api/src/import/bad-files.db.spec.ts, api/src/demand/demand-sheet.db.spec.ts';

/** Where a case is tested that is not tested here; null for a case that is run here. */
export function testedElsewhere({ category, kind }: BadInputCase): string | null {
  const isFile = category === 'csv' || category === 'files';
  return isFile && (kind === 'file' || kind === 'rawBody') ? FILE_SPECS : null;
}

/** Where the answer has another code than the list says, and why. */
export const OUR_CODE: Readonly<Record<string, { readonly code: string; readonly reason: string }>> = {
  'amounts-19': { code: 'AMOUNT_AMBIGUOUS', reason: 'typed text with two readings is asked, with both readings' },
  'enums_mass_assignment-17': { code: 'STEP_NOT_ALLOWED', reason: 'an order names the step that its state refuses' },
};

/** Cases whose subject Etatlotse does not have, with the nearest thing that it has. */
export const NEAREST: Readonly<Record<string, string>> = {
  'ids-03': 'nothing is deleted softly: a deleted filter is gone, a line that was shut down stays visible',
  'auth-05': 'no JWT is taken: only personal tokens (etl_...) are read as Bearer',
  'auth-07': 'no JWT is taken: an expired JWT is as unknown as any other, an expired personal token too',
  'auth-09': 'no JWT is taken: its header is never read',
  'auth-11': 'no OpenID Connect yet: a code and a state are unknown fields of the login',
  'auth-17': 'no route takes an address to go on to: the name is refused in a query',
  'auth-19': 'no field takes an address: the server fetches nothing',
  'auth-21': 'no field takes an address: the server fetches nothing',
};
