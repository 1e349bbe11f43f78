import type { CreateContract } from '@etatlotse/contracts/contract';
import { type ContractDetail, QUANTITY_MAX, REMIND_DAYS } from '@etatlotse/contracts/contract/plain';
import type { NetworkZone } from '@etatlotse/domain/budget';
import {
  type ContractFacts,
  type ContractKind,
  type ContractMetric,
  formatUnitPrice,
  type NoticeTarget,
  type NoticeUnit,
  parseUnitPrice,
  type PaymentRhythm,
  type PriceBasis,
  type PricePeriod,
  type Proration,
  type VatAnswer,
} from '@etatlotse/domain/contract';
import { parseRate, plainDate } from '@etatlotse/domain/shared';
import type { ChosenLine } from '../ui/line-choice/line-choice';

/* What is typed into the form of a contract, and the contract that it means. Texts stay as typed until they are read. */

export interface StepDraft {
  readonly validFrom: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
}

export interface ContractDraft {
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly kind: string | null;
  readonly unitId: string | null;
  readonly line: ChosenLine | null;
  /** A site of the register; where there is none, words say where a line lies. */
  readonly siteId: string | null;
  readonly site: string;
  readonly networkZone: string | null;
  readonly metric: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly pricePeriod: string | null;
  readonly priceBasis: string | null;
  readonly vat: string;
  readonly proration: string | null;
  readonly rhythm: string | null;
  readonly steps: readonly StepDraft[];
  readonly indexRate: string;
  readonly indexFirstOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly minimumMonths: string;
  readonly noticeLength: string;
  readonly noticeUnit: string | null;
  readonly noticeTo: string | null;
  readonly renewalMonths: string;
  readonly remindDays: string;
  readonly framework: string;
  readonly isInHouse: boolean;
  readonly isCostRecovery: boolean;
  readonly vatAnswer: string | null;
}

export const EMPTY_DRAFT: ContractDraft = {
  number: '',
  vendor: '',
  subject: '',
  kind: 'licence',
  unitId: null,
  line: null,
  siteId: null,
  site: '',
  networkZone: null,
  metric: 'flat',
  quantity: '1',
  unitPrice: '',
  pricePeriod: 'year',
  priceBasis: 'net',
  vat: '19',
  proration: 'month',
  rhythm: 'yearly',
  steps: [],
  indexRate: '',
  indexFirstOn: null,
  startsOn: null,
  endsOn: null,
  minimumMonths: '',
  noticeLength: '',
  noticeUnit: 'months',
  noticeTo: 'term_end',
  renewalMonths: '',
  remindDays: String(REMIND_DAYS),
  framework: '',
  isInHouse: false,
  isCostRecovery: false,
  vatAnswer: 'open',
};

const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
const rateText = (basisPoints: number): string => (basisPoints / 100).toString().replace('.', ',');

/** The form filled with a contract as it stands. Prices are typed in German, whatever language the page speaks. */
export function draftOf(contract: ContractDetail): ContractDraft {
  const { notice, indexation } = contract;
  return {
    ...EMPTY_DRAFT,
    number: contract.number,
    vendor: contract.vendor,
    subject: contract.subject,
    kind: contract.kind,
    unitId: contract.unit?.id ?? null,
    line: contract.line,
    siteId: contract.siteId,
    site: contract.siteId === null ? contract.site : '',
    networkZone: contract.networkZone,
    metric: contract.metric,
    quantity: text(contract.quantity),
    unitPrice: formatUnitPrice(contract.unitPriceMicros, 'de'),
    pricePeriod: contract.pricePeriod,
    priceBasis: contract.priceBasis,
    vat: rateText(contract.vatBasisPoints),
    proration: contract.proration,
    rhythm: contract.rhythm,
    steps: contract.steps.map((step) => ({
      validFrom: step.validFrom,
      quantity: text(step.quantity),
      unitPrice: formatUnitPrice(step.unitPriceMicros, 'de'),
    })),
    indexRate: indexation === null ? '' : rateText(indexation.basisPoints),
    indexFirstOn: indexation?.firstOn ?? null,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    minimumMonths: text(contract.minimumMonths),
    noticeLength: text(notice?.length),
    noticeUnit: notice?.unit ?? 'months',
    noticeTo: notice?.to ?? 'term_end',
    renewalMonths: text(contract.renewalMonths),
    remindDays: text(contract.remindDays),
    framework: contract.framework,
    isInHouse: contract.isInHouse,
    isCostRecovery: contract.isCostRecovery,
    vatAnswer: contract.vatAnswer ?? 'open',
  };
}

/** What is wrong with a field, as the key of its sentence. */
export type DraftProblem = 'fill' | 'wholeNumber' | 'days' | 'priceFormat' | 'priceAmbiguous' | 'priceRange' | 'rate';
export type DraftErrors = Readonly<Record<string, DraftProblem | undefined>>;

const PRICE_PROBLEMS = {
  UNIT_PRICE_FORMAT: 'priceFormat',
  UNIT_PRICE_AMBIGUOUS: 'priceAmbiguous',
  UNIT_PRICE_RANGE: 'priceRange',
} as const;
const RATE_MAX = 5000;

/** Reads the texts one by one and gathers what cannot be read. */
class Reader {
  readonly errors: Record<string, DraftProblem> = {};

  words(name: string, value: string): string {
    if (value.trim() === '') this.errors[name] = 'fill';
    return value.trim();
  }

  chosen<Value>(name: string, value: Value | null): Value {
    if (value === null) this.errors[name] = 'fill';
    return value as Value;
  }

  whole(name: string, value: string, least: number, most: number, problem: DraftProblem = 'wholeNumber'): number {
    const number = /^[0-9]{1,7}$/.test(value.trim()) ? Number(value.trim()) : Number.NaN;
    if (!(number >= least && number <= most)) this.errors[name] = problem;
    return number;
  }

  /** Left empty means not agreed. */
  maybe(name: string, value: string, least: number, most: number): number | null {
    return value.trim() === '' ? null : this.whole(name, value, least, most);
  }

  price(name: string, value: string): number {
    const read = parseUnitPrice(value);
    if (!read.ok) this.errors[name] = value.trim() === '' ? 'fill' : PRICE_PROBLEMS[read.code];
    return read.ok ? read.value : 0;
  }

  rate(name: string, value: string): number {
    const read = parseRate(value, RATE_MAX);
    if (!read.ok) this.errors[name] = 'rate';
    return read.ok ? read.value : 0;
  }
}

/** The contract that a draft means; null while something cannot be read. `lineId` stands in for a line that is not shown. */
export function readDraft(
  draft: ContractDraft,
  hasHiddenLine: boolean,
): { readonly contract: CreateContract | null; readonly errors: DraftErrors } {
  const read = new Reader();
  const isLine = draft.kind === 'line';
  const isAboutTax = draft.isInHouse || draft.isCostRecovery;
  const noticeLength = read.maybe('noticeLength', draft.noticeLength, 0, 1100);
  const [minimumMonths, renewalMonths] = [
    read.maybe('minimumMonths', draft.minimumMonths, 1, 240),
    read.maybe('renewalMonths', draft.renewalMonths, 1, 120),
  ];
  const contract: CreateContract = {
    number: read.words('number', draft.number),
    vendor: read.words('vendor', draft.vendor),
    subject: read.words('subject', draft.subject),
    kind: read.chosen('kind', draft.kind) as ContractKind,
    lineId: hasHiddenLine ? '' : read.chosen('line', draft.line?.id ?? null),
    metric: read.chosen('metric', draft.metric) as ContractMetric,
    quantity: read.whole('quantity', draft.quantity, 1, QUANTITY_MAX),
    unitPriceMicros: read.price('unitPrice', draft.unitPrice),
    pricePeriod: read.chosen('pricePeriod', draft.pricePeriod) as PricePeriod,
    priceBasis: read.chosen('priceBasis', draft.priceBasis) as PriceBasis,
    vatBasisPoints: Math.abs(read.rate('vat', draft.vat)),
    proration: read.chosen('proration', draft.proration) as Proration,
    rhythm: read.chosen('rhythm', draft.rhythm) as PaymentRhythm,
    startsOn: read.chosen('startsOn', draft.startsOn),
    steps: draft.steps.map((step, at) => ({
      validFrom: read.chosen(`steps.${at}.validFrom`, step.validFrom),
      quantity: read.whole(`steps.${at}.quantity`, step.quantity, 1, QUANTITY_MAX),
      unitPriceMicros: read.price(`steps.${at}.unitPrice`, step.unitPrice),
    })),
    framework: draft.framework.trim(),
    isInHouse: draft.isInHouse,
    isCostRecovery: draft.isCostRecovery,
    remindDays: read.whole('remindDays', draft.remindDays, 0, 730, 'days'),
    ...(draft.unitId === null ? {} : { unitId: draft.unitId }),
    ...(draft.endsOn === null ? {} : { endsOn: draft.endsOn }),
    ...(minimumMonths === null ? {} : { minimumMonths }),
    ...(renewalMonths === null ? {} : { renewalMonths }),
    ...(noticeLength === null
      ? {}
      : {
          notice: {
            length: noticeLength,
            unit: draft.noticeUnit as NoticeUnit,
            to: draft.noticeTo as NoticeTarget,
          },
        }),
    ...(draft.indexRate.trim() === ''
      ? {}
      : {
          indexation: {
            basisPoints: read.rate('indexRate', draft.indexRate),
            firstOn: read.chosen('indexFirstOn', draft.indexFirstOn),
          },
        }),
    ...(isLine
      ? {
          ...(draft.siteId === null ? { site: draft.site.trim() } : { siteId: draft.siteId }),
          networkZone: read.chosen('networkZone', draft.networkZone) as NetworkZone,
        }
      : {}),
    ...(isAboutTax ? { vatAnswer: (draft.vatAnswer ?? 'open') as VatAnswer } : {}),
  };
  return { contract: Object.keys(read.errors).length === 0 ? contract : null, errors: read.errors };
}

/** What only the numbers and days of a draft say, for the view of what follows; names and line may still be missing. */
export function factsOfDraft(draft: ContractDraft): ContractFacts | null {
  const named = { ...draft, number: '-', vendor: '-', subject: '-', networkZone: draft.networkZone ?? 'external' };
  const { contract } = readDraft(named, true);
  if (contract === null) return null;
  const { notice, indexation } = contract;
  return {
    term: {
      startsOn: plainDate(contract.startsOn),
      endsOn: contract.endsOn === undefined ? null : plainDate(contract.endsOn),
      minimumMonths: contract.minimumMonths ?? null,
      notice: notice ?? null,
      renewalMonths: contract.renewalMonths ?? null,
      stoppedOn: null,
    },
    price: {
      quantity: contract.quantity,
      unitPriceMicros: contract.unitPriceMicros,
      period: contract.pricePeriod,
      basis: contract.priceBasis,
      vatBasisPoints: contract.vatBasisPoints,
      proration: contract.proration,
      rhythm: contract.rhythm,
      steps: contract.steps.map((step) => ({ ...step, validFrom: plainDate(step.validFrom) })),
      indexation:
        indexation === undefined
          ? null
          : { basisPoints: indexation.basisPoints, firstOn: plainDate(indexation.firstOn) },
    },
  };
}
