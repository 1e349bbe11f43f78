import type { CreateContract } from '@etatlotse/contracts/contract';
import { REMIND_DAYS } from '@etatlotse/contracts/contract/plain';
import { bringsMoney } from '@etatlotse/domain/budget';
import type { ImportedRecord, ReadNotice, RecordValue } from '@etatlotse/domain/import';
import {
  changeImported,
  checkImported,
  type ContractColumns,
  differs,
  enterImported,
  type KnownContract,
  knownContracts,
  removeImported,
  toContract,
} from '../../contract';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';
import { Names, partnerKey, unitNames } from './city-names';
import { hasError, type JudgedRecord, type RecordImport, type Say, type StagedRecord } from './record-import';

interface ContractStatement {
  readonly contract: CreateContract;
  readonly known: KnownContract | null;
}

const VAT_BASIS_POINTS = 1900;
const RHYTHMS = { month: 'monthly', year: 'yearly', term: 'once' } as const;
/** What a new contract is where the file leaves it open. */
const OPEN = {
  kind: 'other',
  metric: 'flat',
  quantity: 1,
  priceBasis: 'gross',
  vatBasisPoints: VAT_BASIS_POINTS,
  proration: 'month',
  steps: [],
  isInHouse: false,
  isCostRecovery: false,
  remindDays: REMIND_DAYS,
} as const;

export const CONTRACT_RECORDS: RecordImport<ContractStatement> = {
  async judge(tx, staged, say) {
    const numbers = staged.map(({ record }) => record.key);
    const known = new Map((await knownContracts(tx, numbers)).map((contract) => [contract.number, contract]));
    const city = await readCity(tx, staged);
    return staged.map((one) => judge(tx, one, known.get(one.record.key) ?? null, city, say));
  },

  async bring(tx, judged, importId) {
    const written = [];
    for (const { contract, known } of judged) {
      if (known === null) {
        written.push({ recordId: await enterImported(tx, contract, importId), before: null, version: 1 });
      } else {
        const { contract_id: recordId, version, ...before } = known;
        await changeImported(tx, known, contract, { importId, reason: '' });
        written.push({ recordId, before, version: version + 1 });
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
    await removeImported(tx, fresh);
    for (const { record_id, before } of records) {
      if (before === null) continue;
      const columns = before as ContractColumns;
      const [now] = await knownContracts(tx, [await numberOf(tx, record_id)]);
      if (now !== undefined) await changeImported(tx, now, toContract(columns), by);
    }
  },
};

interface City {
  readonly units: Names<string>;
  readonly lines: ReadonlyMap<
    string,
    { readonly id: string; readonly direction: string; readonly isArchived: boolean }
  >;
  /** Sites in use by name, with the networks that reach them. */
  readonly sites: ReadonlyMap<string, { readonly id: string; readonly zones: readonly string[] }>;
  /** Spelling in the register by the partner's key. */
  readonly partners: ReadonlyMap<string, string>;
}

async function readCity(tx: Transaction, staged: readonly StagedRecord[]): Promise<City> {
  const numbers = staged.flatMap(({ record }) => textOf(record.values.line) ?? []);
  const lines = await tx.query<{ id: string; number: string; direction: string; isArchived: boolean }>(
    `SELECT line_id AS id, number, direction, archived_at IS NOT NULL AS "isArchived" FROM budget_line
     WHERE tenant_id = $1 AND number = ANY ($2)`,
    [tx.tenantId, [...new Set(numbers)]],
  );
  const vendors = await tx.query<{ vendor: string }>(
    `SELECT vendor FROM contract WHERE tenant_id = $1 GROUP BY vendor ORDER BY count(*), vendor`,
    [tx.tenantId],
  );
  const sites = await tx.query<{ id: string; name: string; zones: string[] }>(
    `SELECT site_id AS id, name, zones FROM site WHERE tenant_id = $1 AND closed_on IS NULL AND name = ANY ($2)`,
    [tx.tenantId, staged.flatMap(({ record }) => textOf(record.values.site) ?? [])],
  );
  return {
    sites: new Map(sites.map((site) => [site.name, site])),
    units: await unitNames(tx),
    lines: new Map(lines.map((line) => [line.number, line])),
    partners: new Map(vendors.map(({ vendor }) => [partnerKey(vendor), vendor])),
  };
}

function judge(
  tx: Transaction,
  staged: StagedRecord,
  known: KnownContract | null,
  city: City,
  say: Say,
): JudgedRecord<ContractStatement> {
  const { row, record } = staged;
  const findings: NewFinding[] = [];
  const contract = contractOf(record, known, {
    unitId: unitOf(staged, city, say, findings),
    lineId: lineOf(staged, city, say, findings),
    vendor: vendorOf(staged, city, say, findings),
    siteId: siteOf(record.values, known, city),
  });
  const base = { row, key: record.key, isKnown: known !== null };
  const changes = known === null || (contract.lineId !== '' && differs(known, contract));
  if (known !== null && known.stopped_on !== null) {
    if (changes) findings.push(say(staged, 'contractNumber', 'RECORD_CLOSED', {}, 'info'));
    return { ...base, findings: findings.filter(({ severity }) => severity !== 'error'), statement: null };
  }
  const checked = hasError({ findings }) ? null : checkImported(tx, contract);
  if (checked?.ok === false) {
    const { code: problem, params } = checked.refusal;
    findings.push(say(staged, 'contractNumber', 'RECORD_REFUSED', { ...params, problem }));
  }
  const isWritten = changes && checked?.ok === true;
  return { ...base, findings, statement: isWritten ? { contract, known } : null };
}

function unitOf(staged: StagedRecord, { units }: City, say: Say, findings: NewFinding[]): string | null {
  const text = textOf(staged.record.values.unit);
  if (text === null) return null;
  const unit = units.find(text);
  if (unit === null) findings.push(say(staged, 'unit', 'RECORD_UNIT'));
  else if (unit === 'open') findings.push(say(staged, 'unit', 'RECORD_NAME_OPEN'));
  return unit === 'open' ? null : unit;
}

function lineOf(staged: StagedRecord, { lines }: City, say: Say, findings: NewFinding[]): string {
  const line = lines.get(textOf(staged.record.values.line) ?? '');
  if (line === undefined) findings.push(say(staged, 'line', 'RECORD_LINE'));
  else if (line.isArchived || bringsMoney(line.direction)) findings.push(say(staged, 'line', 'RECORD_LINE_UNFIT'));
  return line?.id ?? '';
}

/** One partner has one name: it is written as in the register, and the person is told. */
function vendorOf(staged: StagedRecord, { partners }: City, say: Say, findings: NewFinding[]): string {
  const name = textOf(staged.record.values.supplier) ?? '';
  const known = partners.get(partnerKey(name));
  if (known === undefined || known === name || partnerKey(name) === '') return name;
  findings.push(say(staged, 'supplier', 'RECORD_VENDOR_KNOWN', { known }, 'info'));
  return known;
}

/** A site of the register by its name, if it has the network; what the file leaves out stays, other words are only words. */
function siteOf({ site, networkZone }: Values, known: KnownContract | null, { sites }: City): string | undefined {
  const name = textOf(site);
  if (name === null) return known?.site_id ?? undefined;
  const found = sites.get(name);
  return found?.zones.includes(textOf(networkZone) ?? known?.network_zone ?? '') === true ? found.id : undefined;
}

interface Named {
  readonly unitId: string | null;
  readonly lineId: string;
  readonly vendor: string;
  readonly siteId: string | undefined;
}

/** What the file says on top of what stands in the register, or of what a new contract is where nobody says more. */
function contractOf({ key, values }: ImportedRecord, known: KnownContract | null, named: Named): CreateContract {
  const before = known === null ? null : toContract(known);
  const price = priceOf(values);
  const endsOn = textOf(values.endsOn) ?? before?.endsOn;
  const stated = {
    subject: textOf(values.subject),
    kind: values.contractKind,
    metric: values.metric,
    quantity: values.quantity,
    priceBasis: values.priceBasis,
    vatBasisPoints: values.vat,
    rhythm: values.rhythm ?? (before === null ? RHYTHMS[price.pricePeriod] : undefined),
    startsOn: values.startsOn,
    endsOn,
    minimumMonths: values.minimumTerm,
    renewalMonths: values.renewal,
    notice: noticeOf(values, endsOn !== undefined),
    site: values.site,
    networkZone: values.networkZone,
    remindDays: values.remindDays,
    unitId: named.unitId,
  };
  return {
    ...(before ?? OPEN),
    ...withoutEmpty(stated),
    ...price,
    number: key,
    vendor: named.vendor,
    lineId: named.lineId,
    siteId: named.siteId,
  } as CreateContract;
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

type Values = ImportedRecord['values'];

function priceOf(values: Values): Pick<CreateContract, 'unitPriceMicros' | 'pricePeriod'> {
  const period = values.pricePeriod === 'month' || values.pricePeriod === 'term' ? values.pricePeriod : 'year';
  if (typeof values.yearPrice === 'number') return { unitPriceMicros: values.yearPrice, pricePeriod: 'year' };
  if (typeof values.monthPrice === 'number') return { unitPriceMicros: values.monthPrice, pricePeriod: 'month' };
  return { unitPriceMicros: typeof values.unitPrice === 'number' ? values.unitPrice : 0, pricePeriod: period };
}

/** Without a day of its own notice is to the end of the term; the rules say where there is none. */
function noticeOf(values: Values, hasEnd: boolean): ReadNotice | undefined {
  const notice = values.notice;
  if (typeof notice !== 'object') return undefined;
  const to = notice.to ?? (values.noticeTo as ReadNotice['to'] | undefined) ?? 'term_end';
  // A fixed term that renews ends with its term, whatever month that is.
  return { ...notice, to: hasEnd && notice.to === null && values.noticeTo === undefined ? 'term_end' : to };
}

const textOf = (value: RecordValue | undefined): string | null => (typeof value === 'string' ? value : null);

async function numberOf(tx: Transaction, contractId: string): Promise<string> {
  const [row] = await tx.query<{ number: string }>(
    `SELECT number FROM contract WHERE tenant_id = $1 AND contract_id = $2`,
    [tx.tenantId, contractId],
  );
  return row?.number ?? '';
}

/** What may name a contract; each table has its id in `contract_id`. */
const NAMING = ['service', 'system', 'training', 'process', 'offer']
  .map((table) => `EXISTS (SELECT FROM ${table} x WHERE x.tenant_id = $1 AND x.contract_id = r.record_id)`)
  .join(' OR ');

const PAPERS = ['note', 'document']
  .map(
    (table) => `EXISTS (SELECT FROM ${table} x
      WHERE x.tenant_id = $1 AND x.subject_type = 'contract' AND x.subject_id = r.record_id)`,
  )
  .join(' OR ');

/** Changed or ended since, with papers, or named by something else in the inventory. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  LEFT JOIN contract c ON c.tenant_id = r.tenant_id AND c.contract_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2
    AND (c.version IS DISTINCT FROM r.version OR (r.before IS NULL AND (${NAMING} OR ${PAPERS})))`;
