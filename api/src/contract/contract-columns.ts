import type { CreateContract } from '@etatlotse/contracts/contract';
import type { ContractPriceStep } from '@etatlotse/contracts/contract/plain';
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import type {
  ContractFacts,
  ContractKind,
  ContractMetric,
  NoticeTarget,
  NoticeUnit,
  PaymentRhythm,
  PriceBasis,
  PricePeriod,
  Proration,
  VatAnswer,
} from '@etatlotse/domain/contract';
import { type PlainDate, plainDate } from '@etatlotse/domain/shared';

/** What a person states about a contract, as the table names it. */
export const STATED_COLUMNS = [
  'number',
  'vendor',
  'subject',
  'kind',
  'unit_id',
  'line_id',
  'metric',
  'quantity',
  'unit_price_micros',
  'price_period',
  'price_basis',
  'vat_basis_points',
  'proration',
  'rhythm',
  'price_steps',
  'index_basis_points',
  'index_first_on',
  'starts_on',
  'ends_on',
  'minimum_months',
  'notice_length',
  'notice_unit',
  'notice_to',
  'renewal_months',
  'remind_days',
  'site',
  'site_id',
  'network_zone',
  'framework',
  'is_in_house',
  'is_cost_recovery',
  'vat_answer',
] as const;

/** What costs and dates are reckoned from. */
export interface ReckonedColumns {
  readonly quantity: number;
  readonly unit_price_micros: number;
  readonly price_period: PricePeriod;
  readonly price_basis: PriceBasis;
  readonly vat_basis_points: number;
  readonly proration: Proration;
  readonly rhythm: PaymentRhythm;
  readonly price_steps: readonly ContractPriceStep[];
  readonly index_basis_points: number | null;
  readonly index_first_on: string | null;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly minimum_months: number | null;
  readonly notice_length: number | null;
  readonly notice_unit: NoticeUnit | null;
  readonly notice_to: NoticeTarget | null;
  readonly renewal_months: number | null;
  readonly stopped_on: string | null;
}

/** The names of what costs and dates are reckoned from, for a statement about `contract c`. */
export const reckonedColumns = `c.quantity, c.unit_price_micros, c.price_period, c.price_basis, c.vat_basis_points,
  c.proration, c.rhythm, c.price_steps, c.index_basis_points, c.index_first_on, c.starts_on, c.ends_on, c.minimum_months,
  c.notice_length, c.notice_unit, c.notice_to, c.renewal_months, c.stopped_on`;

export interface ContractColumns extends ReckonedColumns {
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly kind: ContractKind;
  readonly unit_id: string | null;
  readonly line_id: string;
  readonly metric: ContractMetric;
  readonly remind_days: number;
  readonly site: string;
  readonly site_id: string | null;
  readonly network_zone: string | null;
  readonly framework: string;
  readonly is_in_house: boolean;
  readonly is_cost_recovery: boolean;
  readonly vat_answer: VatAnswer | null;
}

/** What was stated, as the table keeps it. Zones are of lines only; the tax question is asked where it can matter. */
export function toColumns(contract: CreateContract): Omit<ContractColumns, 'stopped_on'> {
  const { notice, indexation } = contract;
  const isAboutTax = contract.isInHouse || contract.isCostRecovery;
  return {
    number: contract.number,
    vendor: contract.vendor,
    subject: contract.subject,
    kind: contract.kind,
    unit_id: contract.unitId ?? null,
    line_id: contract.lineId,
    metric: contract.metric,
    quantity: contract.quantity,
    unit_price_micros: contract.unitPriceMicros,
    price_period: contract.pricePeriod,
    price_basis: contract.priceBasis,
    vat_basis_points: contract.vatBasisPoints,
    proration: contract.proration,
    rhythm: contract.rhythm,
    price_steps: [...contract.steps].sort((first, second) => (first.validFrom < second.validFrom ? -1 : 1)),
    index_basis_points: indexation?.basisPoints ?? null,
    index_first_on: indexation?.firstOn ?? null,
    starts_on: contract.startsOn,
    ends_on: contract.endsOn ?? null,
    minimum_months: contract.minimumMonths ?? null,
    notice_length: notice?.length ?? null,
    notice_unit: notice?.unit ?? null,
    notice_to: notice?.to ?? null,
    renewal_months: contract.renewalMonths ?? null,
    remind_days: contract.remindDays,
    site: contract.kind === 'line' && contract.siteId === undefined ? (contract.site ?? '') : '',
    site_id: contract.kind === 'line' ? (contract.siteId ?? null) : null,
    network_zone: contract.kind === 'line' ? (contract.networkZone ?? null) : null,
    framework: contract.framework ?? '',
    is_in_house: contract.isInHouse,
    is_cost_recovery: contract.isCostRecovery,
    vat_answer: isAboutTax ? (contract.vatAnswer ?? 'open') : null,
  };
}

/** A stored contract as it would be stated anew. */
export function toContract(columns: ContractColumns): CreateContract {
  const { notice_length, notice_unit, notice_to, index_basis_points, index_first_on } = columns;
  return {
    number: columns.number,
    vendor: columns.vendor,
    subject: columns.subject,
    kind: columns.kind,
    lineId: columns.line_id,
    metric: columns.metric,
    quantity: columns.quantity,
    unitPriceMicros: columns.unit_price_micros,
    pricePeriod: columns.price_period,
    priceBasis: columns.price_basis,
    vatBasisPoints: columns.vat_basis_points,
    proration: columns.proration,
    rhythm: columns.rhythm,
    startsOn: columns.starts_on,
    steps: [...columns.price_steps],
    site: columns.site,
    ...(columns.site_id === null ? {} : { siteId: columns.site_id }),
    framework: columns.framework,
    isInHouse: columns.is_in_house,
    isCostRecovery: columns.is_cost_recovery,
    remindDays: columns.remind_days,
    ...(columns.unit_id === null ? {} : { unitId: columns.unit_id }),
    ...(columns.ends_on === null ? {} : { endsOn: columns.ends_on }),
    ...(columns.minimum_months === null ? {} : { minimumMonths: columns.minimum_months }),
    ...(notice_length === null || notice_unit === null || notice_to === null
      ? {}
      : { notice: { length: notice_length, unit: notice_unit, to: notice_to } }),
    ...(columns.renewal_months === null ? {} : { renewalMonths: columns.renewal_months }),
    ...(index_basis_points === null || index_first_on === null
      ? {}
      : { indexation: { basisPoints: index_basis_points, firstOn: index_first_on } }),
    ...(isNetworkZone(columns.network_zone) ? { networkZone: columns.network_zone } : {}),
    ...(columns.vat_answer === null ? {} : { vatAnswer: columns.vat_answer }),
  };
}

function isNetworkZone(zone: string | null): zone is NetworkZone {
  return NETWORK_ZONES.some((known) => known === zone);
}

/** What the rules reckon from. */
export function factsOf(columns: ReckonedColumns): ContractFacts {
  const { notice_length, notice_unit, notice_to, index_basis_points, index_first_on } = columns;
  return {
    term: {
      startsOn: plainDate(columns.starts_on),
      endsOn: dayOrNull(columns.ends_on),
      minimumMonths: columns.minimum_months,
      notice:
        notice_length === null || notice_unit === null || notice_to === null
          ? null
          : { length: notice_length, unit: notice_unit, to: notice_to },
      renewalMonths: columns.renewal_months,
      stoppedOn: dayOrNull(columns.stopped_on),
    },
    price: {
      quantity: columns.quantity,
      unitPriceMicros: columns.unit_price_micros,
      period: columns.price_period,
      basis: columns.price_basis,
      vatBasisPoints: columns.vat_basis_points,
      proration: columns.proration,
      rhythm: columns.rhythm,
      steps: columns.price_steps.map((step) => ({ ...step, validFrom: plainDate(step.validFrom) })),
      indexation:
        index_basis_points === null || index_first_on === null
          ? null
          : { basisPoints: index_basis_points, firstOn: plainDate(index_first_on) },
    },
  };
}

/** Steps are compared by what they say: the database keeps their names in an order of its own. */
export function changedNames(before: ContractColumns, after: Omit<ContractColumns, 'stopped_on'>): string[] {
  const text = (columns: Omit<ContractColumns, 'stopped_on'>, name: (typeof STATED_COLUMNS)[number]): string =>
    JSON.stringify(
      name === 'price_steps'
        ? columns.price_steps.map(({ validFrom, quantity, unitPriceMicros }) => [validFrom, quantity, unitPriceMicros])
        : columns[name],
    );
  return STATED_COLUMNS.filter((name) => text(before, name) !== text(after, name));
}

const dayOrNull = (day: string | null): PlainDate | null => (day === null ? null : plainDate(day));
