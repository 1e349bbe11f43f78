import { randomUUID } from 'node:crypto';
import { DESK_CHECKS } from '@etatlotse/domain/demand';
import { REVIEWER_DESKS } from '@etatlotse/domain/access';
import type { Demand } from '@etatlotse/contracts/demand';
import { IDS, type Ids } from '../src/platform/clock/ids';
import type { Answer, HttpClient } from './http-client';
import { asOwner, type City, loginAs, loginPerson } from './people';
import type { TestApp } from './test-app';

export const DEMANDS = '/api/v1/demands';
export const ROUNDS = '/api/v1/planning-rounds';

export const PHASES = {
  submit: '2026-10-31',
  determine: '2026-11-15',
  examine: '2026-12-15',
  deliberate: '2027-01-15',
  plan: '2027-02-15',
  adopt: '2027-03-15',
};

/** 40 notebooks at 990.00 net in July 2027, and their maintenance from then on. */
export const notebooks = (): Record<string, unknown> => ({
  title: 'Notebooks für den Außendienst',
  purpose: 'Baustellen vor Ort prüfen. Die heutigen Geräte erhalten ab Juli 2027 keine Sicherheitsupdates mehr.',
  forWhom: '40 Beschäftigte der Schulverwaltung',
  runOrChange: 'run',
  occurrence: 'occurred',
  probabilityPercent: null,
  earliestOn: null,
  reason: 'end_of_support',
  reasonBasis: 'Betriebssystem',
  reasonDeadline: '2027-07-01',
  serviceClass: 'central_infrastructure',
  networkZone: 'administration',
  frame: null,
  earliestStartYear: 2027,
  latestStartYear: 2027,
  benefit: 'Keine Doppelerfassung',
  items: [
    {
      id: randomUUID(),
      label: 'Notebook 14 Zoll',
      kind: 'device',
      rhythm: 'one_off',
      fromYear: 2027,
      toYear: null,
      month: 7,
      quantity: 40,
      unit: 'Stück',
      unitPriceCents: 99_000,
      basis: 'net',
      vatBasisPoints: 1900,
      increaseBasisPoints: 0,
    },
    {
      id: randomUUID(),
      label: 'Wartung',
      kind: 'services',
      rhythm: 'recurring',
      fromYear: 2027,
      toYear: null,
      month: 7,
      quantity: 40,
      unit: 'Gerät',
      unitPriceCents: 1_000,
      basis: 'gross',
      vatBasisPoints: 1900,
      increaseBasisPoints: 0,
    },
  ],
  fte: [{ fiscalYear: 2027, introductionThousandths: 100, operationThousandths: 50 }],
  dependencies: [],
  papers: ['25-25403'],
});

/** The people of a planning round: who drafts, submits, examines and decides. */
export class DemandOffice {
  roundId = '';
  finance: HttpClient;
  finance2: HttpClient;
  coordinator: HttpClient;
  head: HttpClient;
  readonly desks = new Map<string, HttpClient>();

  constructor(
    readonly app: TestApp,
    readonly city: City,
  ) {}

  /** Logs everybody in, gives each desk its person, and opens the round of 2027. */
  async open(phases: object = PHASES): Promise<this> {
    [this.finance, this.finance2] = [await loginAs(this.app, 'finance'), await loginAs(this.app, 'finance2')];
    [this.coordinator, this.head] = [
      await loginAs(this.app, 'coordinator'),
      await loginAs(this.app, 'department_head'),
    ];
    for (const desk of REVIEWER_DESKS) this.desks.set(desk, await this.deskPerson(desk));
    const round = { firstYear: 2027, lastYear: 2027, callLetter: 'Bitte melden Sie Ihre Bedarfe.', phases };
    const { status, body } = await this.finance.post(ROUNDS, round);
    expect([status, body.code]).toEqual([201, undefined]);
    this.roundId = body.id;
    expect((await this.finance.post(`${ROUNDS}/${this.roundId}/steps`, { step: 'open', version: 1 })).status).toBe(200);
    return this;
  }

  private async deskPerson(desk: string): Promise<HttpClient> {
    if (desk === 'it_organisation') return loginAs(this.app, 'reviewer');
    const personId = this.app.app.get<Ids>(IDS).next();
    await asOwner(this.app, async (owner) => {
      await owner.query(
        `INSERT INTO person (tenant_id, person_id, email, display_name, status, created_at)
         VALUES ($1, $2, $3, $4, 'active', $5)`,
        [this.city.tenantId, personId, `${desk}@${this.city.slug}.example`, `Test ${desk}`, this.app.clock.now()],
      );
      await owner.query(
        `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, kind, valid_from)
         VALUES ($1, $2, $3, 'reviewer', $4, '2020-01-01')`,
        [this.city.tenantId, this.app.app.get<Ids>(IDS).next(), personId, desk],
      );
    });
    return loginPerson(this.app, this.city.tenantId, personId);
  }

  /** A whole draft of the coordinator. */
  async draft(changes: object = {}, by = this.coordinator): Promise<string> {
    const place = { roundId: this.roundId, unitId: this.city.units.school, title: '' };
    const { status, body } = await by.post(DEMANDS, place);
    expect([status, body.code]).toEqual([201, undefined]);
    const saved = await this.save(body.id, { ...notebooks(), ...changes, version: 1 }, by);
    expect([saved.status, saved.body.code]).toEqual([200, undefined]);
    return body.id;
  }

  save(id: string, content: object, by = this.coordinator): Promise<Answer> {
    return by.put(`${DEMANDS}/${id}/content`, content);
  }

  async show(id: string, by = this.finance): Promise<Demand> {
    return (await by.get(`${DEMANDS}/${id}`)).body;
  }

  async step(id: string, step: string, words: object = {}, by = this.finance): Promise<Answer> {
    const { version } = await this.show(id);
    return by.post(`${DEMANDS}/${id}/steps`, { step, version, ...words });
  }

  /** Sends a step that has to work. */
  async take(id: string, step: string, words: object = {}, by = this.finance): Promise<void> {
    const { status, body } = await this.step(id, step, words, by);
    expect([step, status, body.code]).toEqual([step, 200, undefined]);
  }

  async sign(id: string, desk: string, changes: object = {}): Promise<Answer> {
    const review = (await this.show(id)).reviews.find((one) => one.desk === desk);
    return (this.desks.get(desk) ?? this.finance).put(`${DEMANDS}/${id}/reviews/${desk}`, {
      state: 'signed',
      checklist: Object.fromEntries(
        DESK_CHECKS[desk as keyof typeof DESK_CHECKS].map((point) => [point, 'not_applicable']),
      ),
      conditions: '',
      objection: '',
      version: review?.version ?? 1,
      ...changes,
    });
  }

  /** A demand that finance has taken in. */
  async determined(changes: object = {}): Promise<string> {
    const id = await this.draft(changes);
    await this.take(id, 'submit', { reason: 'Wie besprochen' }, this.head);
    const { version } = await this.show(id);
    await this.finance.put(`${DEMANDS}/${id}/frame`, { frame: 'CORE', version });
    await this.take(id, 'determine');
    return id;
  }

  /** A demand that all four desks have signed. */
  async examined(changes: object = {}): Promise<string> {
    const id = await this.determined(changes);
    for (const desk of REVIEWER_DESKS) expect((await this.sign(id, desk)).status).toBe(200);
    return id;
  }
}
