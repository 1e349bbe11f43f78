import type { BatchDetail, ReplacementView } from '@etatlotse/contracts/device/plain';
import type { SiteDetail } from '@etatlotse/contracts/site/plain';
import type { Answer, HttpClient } from './http-client';

export const SITES = '/api/v1/sites';
export const KEYS = '/api/v1/split-keys';
export const DEVICES = '/api/v1/devices';
export const KINDS = '/api/v1/device-kinds';
export const SETS = '/api/v1/equipment-sets';

export const DECISION = { decidedOn: '2026-03-10', body: 'Verwaltungsausschuss', document: 'DS 26-30111' };

/** Enters sites, kinds and batches as one office does; what a case does not say is as usual. */
export class Inventory {
  private made = 0;

  constructor(private readonly client: HttpClient) {}

  async site(wish: object = {}): Promise<string> {
    this.made += 1;
    return this.id(
      await this.client.post(SITES, {
        number: `S-${this.made}`,
        name: `Standort ${this.made}`,
        kind: 'administration',
        address: '',
        zones: ['administration', 'telephony'],
        ...wish,
      }),
    );
  }

  async kind(wish: object = {}): Promise<string> {
    this.made += 1;
    return this.id(
      await this.client.post(KINDS, {
        code: `K${this.made}`,
        name: `Notebook ${this.made}`,
        netUnitCents: 99_000,
        vatBasisPoints: 1900,
        cycleMonths: 60,
        isStandalone: true,
        answerReason: '',
        source: 'Rahmenvertrag 2026',
        ...wish,
      }),
    );
  }

  batch(kindId: string, wish: object = {}): Promise<Answer> {
    return this.client.post(DEVICES, {
      kindId,
      quantity: 40,
      boughtOn: '2026-07-01',
      netUnitCents: 99_000,
      note: '',
      networkZone: 'administration',
      frame: 'CORE',
      ...wish,
    });
  }

  async stored(kindId: string, wish: object = {}): Promise<string> {
    return this.id(await this.batch(kindId, wish));
  }

  async show(batchId: string): Promise<BatchDetail> {
    return (await this.client.get(`${DEVICES}/${batchId}`)).body;
  }

  async showSite(siteId: string): Promise<SiteDetail> {
    return (await this.client.get(`${SITES}/${siteId}?fiscalYear=2026`)).body;
  }

  async demand(query = ''): Promise<ReplacementView> {
    return (await this.client.get(`${DEVICES}/demand?fiscalYear=2026${query}`)).body;
  }

  private id({ status, body }: Answer): string {
    if (status !== 201) throw new Error(`Refused: ${JSON.stringify(body)}`);
    return body.id;
  }
}
