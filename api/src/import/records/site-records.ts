import type { CreateSite } from '@etatlotse/contracts/site';
import type { NetworkZone } from '@etatlotse/domain/budget';
import type { RecordValue } from '@etatlotse/domain/import';
import type { SiteKind } from '@etatlotse/domain/site';
import {
  changeImportedSite,
  checkImportedSite,
  enterImportedSite,
  knownSites,
  removeImportedSites,
  siteDiffers,
  statedSite,
  type StoredSite,
} from '../../site';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';
import { type Names, unitNames } from './city-names';
import { foundUnit } from './record-city';
import { hasError, type JudgedRecord, type RecordImport, type Say, type StagedRecord } from './record-import';

interface SiteWrite {
  readonly site: CreateSite;
  readonly known: StoredSite | null;
}

export const SITE_RECORDS: RecordImport<SiteWrite> = {
  async judge(tx, staged, say) {
    const numbers = staged.map(({ record }) => record.key);
    const known = new Map((await knownSites(tx, numbers)).map((site) => [site.number, site]));
    const units = await unitNames(tx);
    const judged = [];
    for (const one of staged) judged.push(await judge(tx, one, known.get(one.record.key) ?? null, units, say));
    return judged;
  },

  async bring(tx, judged, importId) {
    const written = [];
    for (const { site, known } of judged) {
      if (known === null) {
        written.push({ recordId: await enterImportedSite(tx, site, importId), before: null, version: 1 });
      } else {
        await changeImportedSite(tx, known, site, { importId, reason: '' });
        written.push({ recordId: known.id, before: known, version: known.version + 1 });
      }
    }
    return written;
  },

  async countUsed(tx, importId) {
    const [found] = await tx.query<{ used: number }>(usedSql, [tx.tenantId, importId]);
    return found?.used ?? 0;
  },

  async takeBack(tx, records, by) {
    const fresh = records.filter(({ before }) => before === null).map(({ record_id }) => record_id);
    await removeImportedSites(tx, fresh);
    for (const { before } of records) {
      if (before === null) continue;
      const stood = before as StoredSite;
      const [now] = await tx.query<{ number: string }>(
        `SELECT number FROM site WHERE tenant_id = $1 AND site_id = $2`,
        [tx.tenantId, stood.id],
      );
      const [known] = await knownSites(tx, [now?.number ?? '']);
      if (known !== undefined) await changeImportedSite(tx, known, statedSite(stood), by);
    }
  },
};

async function judge(
  tx: Transaction,
  staged: StagedRecord,
  known: StoredSite | null,
  units: Names<string>,
  say: Say,
): Promise<JudgedRecord<SiteWrite>> {
  const { row, record } = staged;
  const findings: NewFinding[] = [];
  const site = siteOf(staged, known, foundUnit(staged, units, say, findings));
  const base = { row, key: record.key, isKnown: known !== null };
  const changes = known === null || siteDiffers(known, site);
  if (known !== null && known.closedOn !== null) {
    if (changes) findings.push(say(staged, 'siteNumber', 'RECORD_CLOSED', {}, 'info'));
    return { ...base, findings: findings.filter(({ severity }) => severity !== 'error'), statement: null };
  }
  const checked = hasError({ findings }) ? null : await checkImportedSite(tx, site, known);
  if (checked?.ok === false) {
    const { code: problem, params } = checked.refusal;
    findings.push(say(staged, 'siteNumber', 'RECORD_REFUSED', { ...params, problem }));
  }
  return { ...base, findings, statement: changes && checked?.ok === true ? { site, known } : null };
}

/** What the file says on top of what stands in the register. Every site has the network of the administration, if no other. */
function siteOf(
  { record: { key, values } }: StagedRecord,
  known: StoredSite | null,
  unitId: string | null,
): CreateSite {
  const zones = textOf(values.siteZones);
  const unit = unitId ?? known?.unitId ?? null;
  return {
    number: key,
    name: textOf(values.siteName) || (known?.name ?? ''),
    kind: (textOf(values.siteKind) || (known?.kind ?? 'other')) as SiteKind,
    address: textOf(values.address) || (known?.address ?? ''),
    zones: (zones === '' ? (known?.zones ?? ['administration']) : zones.split(',')) as NetworkZone[],
    ...(unit === null ? {} : { unitId: unit }),
  };
}

const textOf = (value: RecordValue | undefined): string => (typeof value === 'string' ? value : '');

/** Changed since, or with something that stands or ends there. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  LEFT JOIN site s ON s.tenant_id = r.tenant_id AND s.site_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND (s.version IS DISTINCT FROM r.version OR (r.before IS NULL AND (
    EXISTS (SELECT FROM device_batch b WHERE b.tenant_id = $1 AND b.site_id = r.record_id)
    OR EXISTS (SELECT FROM contract c WHERE c.tenant_id = $1 AND c.site_id = r.record_id)
    OR EXISTS (SELECT FROM site_investment i WHERE i.tenant_id = $1 AND i.site_id = r.record_id))))`;
