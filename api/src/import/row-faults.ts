import { type FindingCode, RECORD_FAULT_TEXTS } from '@etatlotse/contracts/import/plain';

/** What is wrong with one row alone, which is then not taken over. */
export const ROW_FAULTS: readonly FindingCode[] = [
  'ROW_INVALID',
  'ACCOUNT_NOT_IN_FRAME',
  ...(Object.keys(RECORD_FAULT_TEXTS) as (keyof typeof RECORD_FAULT_TEXTS)[]),
];
