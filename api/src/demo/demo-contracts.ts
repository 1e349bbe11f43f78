import type { CreateContract } from '@etatlotse/contracts/contract';
import { REMIND_DAYS } from '@etatlotse/contracts/contract/plain';
import { type Cents, addDays, addMonths, plainDate, type PlainDate } from '@etatlotse/domain/shared';
import { insertContract, insertEvent } from '../contract';
import type { Transaction } from '../platform/database/transactions';
import { DEMO_CONTRACTS, DEMO_FEE_LINES, type DemoContract, type DemoFeeLine } from './demo-contract-catalogue';
import type { PlacedLine } from './demo-money';

const MICROS_PER_CENT = 10_000;
const VAT_BASIS_POINTS = 1900;

/** What the contracts are made from. */
interface DemoPlace {
  readonly lines: readonly PlacedLine[];
  /** What each line spends in a year; a contract is a share of it. */
  readonly yearly: ReadonlyMap<string, Cents>;
  readonly fiscalYear: number;
  /** Sites of the register by name; where a line lies nowhere there, its words stay. */
  readonly sites: ReadonlyMap<string, string>;
}

/** Contracts for the systems of the source paper and lines for telephone and data, some with notice due within 90 days. */
export async function seedContracts(tx: Transaction, place: DemoPlace): Promise<void> {
  const units = await unitsOfLines(tx);
  const today = plainDate(tx.today);
  let number = 0;
  const nextNumber = (kind: string): string => `${kind}-${String(++number).padStart(3, '0')}`;
  for (const contract of DEMO_CONTRACTS) {
    const line = find(place.lines, contract.line);
    await add(tx, {
      ...common(line, units),
      ...priceOf(place, line, contract.share, contract.quantity, contract.months),
      ...termOf(contract, place.fiscalYear, today),
      number: nextNumber('DV'),
      vendor: contract.vendor,
      subject: contract.subject,
      kind: contract.kind,
      metric: contract.metric,
      isInHouse: contract.isInHouse ?? false,
      isCostRecovery: contract.isCostRecovery ?? false,
      ...(contract.isInHouse || contract.isCostRecovery ? { vatAnswer: 'open' as const } : {}),
    });
  }
  for (const fee of DEMO_FEE_LINES) await addFees(tx, place, fee, units, nextNumber);
}

async function addFees(
  tx: Transaction,
  place: DemoPlace,
  fee: DemoFeeLine,
  units: ReadonlyMap<string, string | null>,
  nextNumber: (kind: string) => string,
): Promise<void> {
  const line = find(place.lines, fee.line);
  const whole = fee.sites.reduce((sum, [, quantity]) => sum + quantity, 0);
  for (const [site, quantity] of fee.sites) {
    await add(tx, {
      ...common(line, units),
      ...priceOf(place, line, (fee.share * quantity) / whole, quantity, 1),
      ...termOf({ start: -2, months: 1, notice: fee.notice, ends: 'open' }, place.fiscalYear, plainDate(tx.today)),
      number: nextNumber('AN'),
      vendor: fee.vendor,
      subject: fee.subject,
      kind: 'line',
      metric: 'lines',
      ...placeOf(place.sites, site),
      networkZone: fee.networkZone,
      isInHouse: false,
      isCostRecovery: false,
    });
  }
}

function placeOf(sites: ReadonlyMap<string, string>, site: string): Pick<CreateContract, 'site' | 'siteId'> {
  const siteId = sites.get(site);
  return siteId === undefined ? { site } : { siteId };
}

async function add(tx: Transaction, contract: CreateContract): Promise<void> {
  const contractId = await insertContract(tx, contract, 'demo');
  if (contractId === null) throw new Error('A new city has no contract yet.');
  const event = { kind: 'created', happenedOn: contract.startsOn, endsOn: null, reason: 'Demo', changed: [] } as const;
  await insertEvent(tx, contractId, event);
}

type Common = Pick<CreateContract, 'lineId' | 'unitId' | 'vatBasisPoints' | 'proration' | 'remindDays'>;

function common(line: PlacedLine, units: ReadonlyMap<string, string | null>): Common {
  const unitId = units.get(line.lineId) ?? null;
  return {
    lineId: line.lineId,
    ...(unitId === null ? {} : { unitId }),
    vatBasisPoints: VAT_BASIS_POINTS,
    proration: 'month',
    remindDays: REMIND_DAYS,
  };
}

type Price = Pick<CreateContract, 'quantity' | 'unitPriceMicros' | 'pricePeriod' | 'priceBasis' | 'rhythm' | 'steps'>;

/** Gross and in whole cents a unit, so that the sample's invoices can be compared with it. */
function priceOf(place: DemoPlace, line: PlacedLine, share: number, quantity: number, months: 1 | 12): Price {
  const yearCents = place.yearly.get(line.lineId) ?? 0;
  const unitCents = Math.max(1, Math.round((yearCents * share) / 100 / quantity / (months === 1 ? 12 : 1)));
  return {
    quantity,
    unitPriceMicros: unitCents * MICROS_PER_CENT,
    pricePeriod: months === 1 ? 'month' : 'year',
    priceBasis: 'gross',
    rhythm: months === 1 ? 'monthly' : 'yearly',
    steps: [],
  };
}

type Term = Pick<CreateContract, 'startsOn' | 'endsOn' | 'minimumMonths' | 'notice' | 'renewalMonths' | 'indexation'>;

/** Terms relative to today, so that the sample always has days for notice ahead. */
function termOf(
  contract: Pick<DemoContract, 'start' | 'months' | 'notice' | 'ends' | 'rise'>,
  fiscalYear: number,
  today: PlainDate,
): Term {
  const start = fiscalYear + contract.start;
  const startsOn = `${start}-01-01`;
  const rise =
    contract.rise === undefined ? {} : { indexation: { basisPoints: contract.rise, firstOn: `${start + 1}-01-01` } };
  if (contract.ends === 'open') {
    const notice = { length: contract.notice, unit: 'months', to: 'quarter_end' } as const;
    return { startsOn, notice, minimumMonths: 12, ...rise };
  }
  if (contract.ends === 'fixed') return { startsOn, endsOn: `${fiscalYear + 1}-12-31`, ...rise };
  const notice = { length: contract.notice, unit: 'months', to: 'term_end' } as const;
  const endsOn =
    contract.ends === 'soon'
      ? lastOfMonth(addMonths(today, contract.notice + 1))
      : `${fiscalYear + contract.ends}-12-31`;
  return { startsOn, endsOn, notice, renewalMonths: 12, ...rise };
}

function lastOfMonth(day: PlainDate): PlainDate {
  return addDays(addMonths(plainDate(`${day.slice(0, 7)}-01`), 1), -1);
}

function find(lines: readonly PlacedLine[], start: string): PlacedLine {
  const line = lines.find(({ name }) => name.startsWith(start));
  if (line === undefined) throw new RangeError(`The sample city has no line ${start}.`);
  return line;
}

async function unitsOfLines(tx: Transaction): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.query<{ line_id: string; unit_id: string | null }>(
    `SELECT line_id, unit_id FROM budget_line WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return new Map(rows.map((row) => [row.line_id, row.unit_id]));
}
