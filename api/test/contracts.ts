import type { ContractDetail } from '@etatlotse/contracts/contract/plain';
import type { Answer, HttpClient } from './http-client';

export const CONTRACTS = '/api/v1/contracts';
let made = 0;

/** What most contracts are: 12,000 a year gross from 2026, renewed each year, three months' notice to the end of the term. */
export const contractOf = (wish: object = {}): Record<string, unknown> => ({
  number: `V-${String(++made).padStart(4, '0')}`,
  vendor: 'Optimal Muster GmbH',
  subject: 'DMS: Pflege',
  kind: 'maintenance',
  metric: 'flat',
  quantity: 1,
  unitPriceMicros: 12_000_000_000,
  pricePeriod: 'year',
  priceBasis: 'gross',
  vatBasisPoints: 1900,
  proration: 'month',
  rhythm: 'yearly',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  renewalMonths: 12,
  notice: { length: 3, unit: 'months', to: 'term_end' },
  steps: [],
  isInHouse: false,
  isCostRecovery: false,
  remindDays: 90,
  ...wish,
});

export async function addContract(client: HttpClient, wish: object): Promise<string> {
  const answer = await client.post(CONTRACTS, contractOf(wish));
  if (answer.status !== 201) throw new Error(`The contract was refused: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

export const showContract = async (client: HttpClient, id: string): Promise<ContractDetail> =>
  (await client.get(`${CONTRACTS}/${id}`)).body;

export const stepContract = (
  client: HttpClient,
  id: string,
  step: string,
  version: number,
  more: object = {},
): Promise<Answer> =>
  client.post(`${CONTRACTS}/${id}/steps`, {
    step,
    happenedOn: '2026-10-05',
    reason: 'Ausschreibung',
    version,
    ...more,
  });
