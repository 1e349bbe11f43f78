import type { ContractDetail } from '@etatlotse/contracts/contract/plain';
import { formatUnitPrice } from '@etatlotse/domain/contract';
import { formatRate } from '@etatlotse/domain/shared';
import { networkLabels } from '../platform/network.labels';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { language } from '../ui/language/language';
import { awayText, noticeText } from './contract-look';
import { contractPageLabels } from './contract-page.labels';
import { contractLabels } from './contract.labels';

/** A contract in one or two sentences: what it costs, until when it binds, when notice is due. */
export function sentenceOf(contract: ContractDetail, today: string): string {
  const words = contractPageLabels();
  const amount = formatEuro(contract.yearlyCents);
  const cost = contract.pricePeriod === 'term' ? words.leadTerm(amount) : words.lead(amount);
  const { stoppedOn, boundUntil, noticeBy, state } = contract;
  if (state === 'ended' && boundUntil !== null) return words.ended(formatDate(boundUntil));
  if (stoppedOn !== null) return `${cost} ${words.stopped(awayText(today, stoppedOn))}`;
  return [
    cost,
    boundUntil === null ? '' : words.bound(formatDate(boundUntil)),
    noticeBy === null ? '' : words.notice(awayText(today, noticeBy)),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What was agreed, term by term. */
export function factsOf(contract: ContractDetail): Fact[] {
  const page = contractPageLabels();
  const words = contractLabels();
  const { facts } = page;
  const { unit, line } = contract;
  return [
    { term: facts.number, text: contract.isDemo ? `${contract.number} (${words.demo})` : contract.number },
    { term: facts.vendor, text: contract.vendor },
    { term: facts.kind, text: words.kinds[contract.kind] },
    { term: facts.unit, text: unit === null ? words.wholeCity : `${unit.code} ${unit.name}` },
    line === null
      ? { term: facts.line, text: page.lineHidden }
      : { term: facts.line, text: line.name, link: ['/budget/lines', line.id] },
    ...contract.projects.map(({ id, name }) => ({ term: facts.project, text: name, link: ['/projects', id] })),
    ...placeFacts(contract),
    ...priceFacts(contract),
    ...termFacts(contract),
    ...taxFacts(contract),
  ];
}

function placeFacts({ kind, site, siteId, networkZone }: ContractDetail): Fact[] {
  if (kind !== 'line') return [];
  const { facts } = contractPageLabels();
  const words = contractLabels();
  return [
    { term: facts.site, text: site || null, ...(siteId === null ? {} : { link: ['/sites', siteId] }) },
    { term: facts.zone, text: networkZone === null ? words.noZone : networkLabels().zones[networkZone] },
  ];
}

function priceFacts(contract: ContractDetail): Fact[] {
  const page = contractPageLabels();
  const words = contractLabels();
  const { facts } = page;
  const price = formatUnitPrice(contract.unitPriceMicros, language());
  const rate = formatRate(contract.vatBasisPoints, language()).replace('+', '');
  const { indexation } = contract;
  return [
    { term: facts.quantity, text: `${formatNumber(contract.quantity)} ${words.metrics[contract.metric]}` },
    {
      term: facts.price,
      text: `${price} € ${words.pricePeriods[contract.pricePeriod]}, ${words.priceBases[contract.priceBasis]}`,
    },
    { term: facts.vat, text: contract.priceBasis === 'net' ? page.vatAdded(rate) : page.vatIncluded(rate) },
    {
      term: facts.index,
      text:
        indexation === null
          ? page.none
          : page.indexText(formatRate(indexation.basisPoints, language()), formatDate(indexation.firstOn)),
    },
    { term: facts.rhythm, text: words.rhythms[contract.rhythm] },
    { term: facts.proration, text: words.prorations[contract.proration] },
  ];
}

function termFacts(contract: ContractDetail): Fact[] {
  const page = contractPageLabels();
  const { facts } = page;
  const start = formatDate(contract.startsOn);
  const { minimumMonths, renewalMonths } = contract;
  return [
    {
      term: facts.term,
      text: contract.endsOn === null ? page.openFrom(start) : page.termFrom(start, formatDate(contract.endsOn)),
    },
    ...(minimumMonths === null ? [] : [{ term: facts.minimum, text: page.months(formatNumber(minimumMonths)) }]),
    { term: facts.notice, text: noticeText(contract.notice) },
    { term: facts.renewal, text: renewalMonths === null ? page.none : page.renewalBy(formatNumber(renewalMonths)) },
  ];
}

function taxFacts({ isInHouse, isCostRecovery, vatAnswer, framework }: ContractDetail): Fact[] {
  const { facts, yes } = contractPageLabels();
  return [
    ...(framework === '' ? [] : [{ term: facts.framework, text: framework }]),
    ...(isInHouse ? [{ term: facts.inHouse, text: yes }] : []),
    ...(isCostRecovery ? [{ term: facts.recovery, text: yes }] : []),
    ...(vatAnswer === null ? [] : [{ term: facts.vatAnswer, text: contractLabels().vatAnswers[vatAnswer] }]),
  ];
}
