import type { CreateBatch } from '@etatlotse/contracts/device';
import type { NetworkZone } from '@etatlotse/domain/budget';
import type { RecordValue } from '@etatlotse/domain/import';
import type { HardwareFrame } from '@etatlotse/domain/site';
import {
  asImported,
  changedByFile,
  changeImportedBatch,
  checkImportedBatch,
  enterImportedBatch,
  type ImportedBatch,
  type KnownBatch,
  knownBatches,
  type NamedKind,
  namedKinds,
  removeImportedBatches,
} from '../../device';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';
import { Names, unitNames } from './city-names';
import { foundUnit } from './record-city';
import { hasError, type JudgedRecord, type RecordImport, type Say, type StagedRecord } from './record-import';

interface BatchWrite {
  readonly imported: ImportedBatch;
  readonly known: KnownBatch | null;
  readonly inventoryNumber: string;
}

/** Prices of a file are in millionths of a euro. */
const MICROS_PER_CENT = 10_000;

/** Devices bought together, one batch a row. Only an inventory number makes a batch known to the next file. */
export const DEVICE_RECORDS: RecordImport<BatchWrite> = {
  async judge(tx, staged, say) {
    const numbers = staged.map(({ record }) => textOf(record.values.inventoryNumber)).filter((number) => number !== '');
    const known = new Map((await knownBatches(tx, numbers)).map((batch) => [batch.inventoryNumber, batch]));
    const city = { units: await unitNames(tx), kinds: await kindNames(tx), sites: await siteNames(tx) };
    const judged = [];
    for (const one of staged) {
      const number = textOf(one.record.values.inventoryNumber);
      judged.push(await judge(tx, one, known.get(number) ?? null, city, say));
    }
    return judged;
  },

  async bring(tx, judged, importId) {
    const written = [];
    for (const { imported, known, inventoryNumber } of judged) {
      if (known === null) {
        const recordId = await enterImportedBatch(tx, imported, inventoryNumber, importId);
        written.push({ recordId, before: null, version: 1 });
      } else {
        const changed = changedByFile(known, imported);
        await changeImportedBatch(tx, known.id, imported, { importId, reason: '', changed });
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
    await removeImportedBatches(tx, fresh);
    for (const { record_id, before } of records) {
      if (before === null) continue;
      await changeImportedBatch(tx, record_id, asImported(before as KnownBatch), { ...by, changed: [] });
    }
  },
};

interface City {
  readonly units: Names<string>;
  readonly kinds: Names<NamedKind>;
  readonly sites: Names<string>;
}

async function kindNames(tx: Transaction): Promise<Names<NamedKind>> {
  const names = new Names<NamedKind>();
  for (const kind of await namedKinds(tx)) names.add(kind, kind.code, kind.name);
  return names;
}

async function siteNames(tx: Transaction): Promise<Names<string>> {
  const names = new Names<string>();
  const sites = await tx.query<{ id: string; number: string; name: string }>(
    `SELECT site_id AS id, number, name FROM site WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  for (const { id, number, name } of sites) names.add(id, number, name);
  return names;
}

async function judge(
  tx: Transaction,
  staged: StagedRecord,
  known: KnownBatch | null,
  city: City,
  say: Say,
): Promise<JudgedRecord<BatchWrite>> {
  const { row, record } = staged;
  const findings: NewFinding[] = [];
  const batch = batchOf(staged, known, city, say, findings);
  const base = { row, key: record.key, isKnown: known !== null };
  if (hasError({ findings })) return { ...base, findings, statement: null };
  const checked = await checkImportedBatch(tx, batch, known);
  if (!checked.ok) {
    const { code: problem, params } = checked.refusal;
    return {
      ...base,
      findings: [...findings, say(staged, 'deviceKind', 'RECORD_REFUSED', { ...params, problem })],
      statement: null,
    };
  }
  const imported = checked.value;
  const isWritten = known === null || changedByFile(known, imported).length > 0;
  const inventoryNumber = textOf(record.values.inventoryNumber);
  return { ...base, findings, statement: isWritten ? { imported, known, inventoryNumber } : null };
}

/** What the file says on top of what the stock has. What is for lessons is paid from the frame of the school networks. */
function batchOf(
  staged: StagedRecord,
  known: KnownBatch | null,
  city: City,
  say: Say,
  findings: NewFinding[],
): CreateBatch {
  const { values } = staged.record;
  const kind = kindOf(staged, city.kinds, say, findings);
  const unitId = foundUnit(staged, city.units, say, findings) ?? known?.unitId ?? null;
  const siteId = siteOf(staged, city.sites, say, findings) ?? known?.siteId ?? null;
  const isShared = known !== null && known.splitKeyId !== null && values.networkZone === undefined;
  const zone = (textOf(values.networkZone) || (known?.networkZone ?? 'administration')) as NetworkZone;
  const frame = textOf(values.deviceFrame) || (known?.networkZone === zone ? known.frame : null);
  const use = { networkZone: zone, frame: (frame ?? (zone === 'education' ? 'SCHOOL_NET' : 'CORE')) as HardwareFrame };
  return {
    ...(isShared && known.splitKeyId !== null ? { splitKeyId: known.splitKeyId } : use),
    ...(known?.decidedOn ? { decision: decisionOf(known) } : {}),
    kindId: kind?.id ?? '',
    quantity: Number(values.quantity),
    boughtOn: textOf(values.boughtOn),
    netUnitCents: priceOf(staged, known, kind, say, findings),
    note: textOf(values.deviceNote) || (known?.note ?? ''),
    ...(unitId === null ? {} : { unitId }),
    ...(siteId === null ? {} : { siteId }),
  };
}

function decisionOf({ decidedOn, decisionBody, decisionDocument }: KnownBatch): NonNullable<CreateBatch['decision']> {
  return { decidedOn: decidedOn ?? '', body: decisionBody ?? '', document: decisionDocument ?? '' };
}

function kindOf(staged: StagedRecord, kinds: Names<NamedKind>, say: Say, findings: NewFinding[]): NamedKind | null {
  const kind = kinds.find(textOf(staged.record.values.deviceKind));
  if (kind === null) findings.push(say(staged, 'deviceKind', 'RECORD_DEVICE_KIND'));
  else if (kind === 'open') findings.push(say(staged, 'deviceKind', 'RECORD_NAME_OPEN'));
  return kind === 'open' ? null : kind;
}

function siteOf(staged: StagedRecord, sites: Names<string>, say: Say, findings: NewFinding[]): string | null {
  const text = textOf(staged.record.values.site);
  if (text === '') return null;
  const site = sites.find(text);
  if (site === null) findings.push(say(staged, 'site', 'RECORD_SITE'));
  else if (site === 'open') findings.push(say(staged, 'site', 'RECORD_NAME_OPEN'));
  return site === 'open' ? null : site;
}

/** Whole cents; without a price the one that its kind has. */
function priceOf(
  staged: StagedRecord,
  known: KnownBatch | null,
  kind: NamedKind | null,
  say: Say,
  findings: NewFinding[],
): number {
  const micros = staged.record.values.devicePrice;
  if (typeof micros !== 'number') return known?.netUnitCents ?? kind?.netUnitCents ?? 0;
  if (micros <= 0 || micros % MICROS_PER_CENT !== 0) findings.push(say(staged, 'devicePrice', 'RECORD_DEVICE_PRICE'));
  return Math.round(micros / MICROS_PER_CENT);
}

const textOf = (value: RecordValue | undefined): string => (typeof value === 'string' ? value : '');

/** Changed since, or with devices that have left the stock. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  LEFT JOIN device_batch b ON b.tenant_id = r.tenant_id AND b.batch_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND b.version IS DISTINCT FROM r.version`;
