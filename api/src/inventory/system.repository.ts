import type { CreateSystem } from '@etatlotse/contracts/inventory';
import { RecordStore } from './record-store';

export const SYSTEM_STORE = new RecordStore<CreateSystem>({
  table: 'system',
  key: 'system_id',
  fields: [
    'name',
    'unitId',
    'note',
    'vendor',
    'serviceClass',
    'criticality',
    'state',
    'yearlyCents',
    'securityBasisPoints',
    'supportEndsOn',
    'reason',
    'norm',
    'dueOn',
    'modernisationCents',
    'lineId',
    'contractId',
  ],
});
