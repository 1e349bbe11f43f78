import type { HttpClient } from './http-client';

const PAID = { unitId: null, note: '', lineId: null, contractId: null } as const;

/** What a record of each register says that is right in every field; tests change what they are about. */
export const REGISTERS = {
  services: {
    ...PAID,
    name: 'Anwohnerparkausweis',
    code: '',
    task: 'own',
    hasForm: true,
    hasProcedure: false,
    hasDms: false,
  },
  systems: {
    ...PAID,
    name: 'Fachverfahren Wohngeld',
    vendor: 'Verfahrenshaus GmbH',
    serviceClass: 'business_application',
    criticality: 'high',
    state: 'running',
    yearlyCents: null,
    securityBasisPoints: null,
    supportEndsOn: null,
    reason: null,
    norm: '',
    dueOn: null,
    modernisationCents: null,
  },
  trainings: {
    ...PAID,
    name: 'DMS Grundlagen',
    technology: 'dms',
    format: 'live',
    provider: 'Lernraum Online GmbH',
    unitPriceCents: 18_900,
  },
  processes: {
    ...PAID,
    name: 'Urlaubsantrag',
    builtBy: '',
    isInHouse: false,
    recordedOn: null,
    optimisedOn: null,
    workflowOn: null,
    plannedHours: null,
    reviewMonths: null,
    reviewedOn: null,
  },
  offers: {
    ...PAID,
    name: 'DMS-Zugang',
    recipientKind: 'council_group',
    recipient: 'Fraktion A',
    offeredOn: '2026-05-01',
    costCents: 500_000,
    recoveryCents: 400_000,
    vatAnswer: 'open',
  },
  desks: {
    name: 'Zentrale Stelle IT-Sicherheit',
    unitId: null,
    note: '',
    kind: 'contact_it_security',
    mailbox: 'it-sicherheit@musterstadt.example',
    personId: null,
    startsOn: '2024-01-01',
    endsOn: null,
  },
} as const;
export type RegisterName = keyof typeof REGISTERS;

export const registerPath = (register: RegisterName): string => `/api/v1/${register}`;

let made = 0;

/** A record of a register under a name that nobody else has. */
export const recordOf = (register: RegisterName, wish: object = {}): Record<string, unknown> => ({
  ...REGISTERS[register],
  name: `${REGISTERS[register].name} ${++made}`,
  ...wish,
});

export async function addRecord(client: HttpClient, register: RegisterName, wish: object = {}): Promise<string> {
  const { status, body } = await client.post(registerPath(register), recordOf(register, wish));
  if (status !== 201) throw new Error(`The record was refused: ${JSON.stringify(body)}`);
  return body.id;
}

/** One record as the reader sees it in a year. */
export const showRecord = (client: HttpClient, register: RegisterName, id: string, year = 2026) =>
  client.get(`${registerPath(register)}/${id}?fiscalYear=${year}`);

export const listRecords = async (client: HttpClient, register: RegisterName, query = '', year = 2026) =>
  (await client.get(`${registerPath(register)}?fiscalYear=${year}${query}`)).body;
