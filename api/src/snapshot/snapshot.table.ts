import type { SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import { tableOf } from '../platform/http/table';

export const SNAPSHOT_TABLE = tableOf<SnapshotRow>('Stand der Kenntnis', 'Snapshots', [
  ['fiscalYear', 'number', 'Haushaltsjahr', 'Fiscal year'],
  ['ledgerAsOf', 'day', 'Stand der Daten', 'Data as of'],
  ['meeting.body', 'text', 'Gremium', 'Body'],
  ['meeting.heldOn', 'day', 'Sitzung am', 'Meeting on'],
  [
    'state',
    'text',
    'Freigabe',
    'Release',
    {
      prepared: ['wartet auf zweite Person', 'waits for a second person'],
      released: ['freigegeben', 'released'],
      rejected: ['zurückgenommen', 'taken back'],
    },
  ],
  ['isPublic', 'yesNo', 'Öffentlich', 'Public'],
  ['remark', 'text', 'Bemerkung', 'Remark'],
  ['preparedByName', 'text', 'Eingefroren von', 'Frozen by'],
  ['preparedAt', 'moment', 'Eingefroren', 'Frozen'],
  ['releasedByName', 'text', 'Freigegeben von', 'Released by'],
  ['releasedAt', 'moment', 'Freigegeben', 'Released'],
  ['sha256', 'text', 'Prüfsumme (SHA-256)', 'Checksum (SHA-256)'],
]);
