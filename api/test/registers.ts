import type { HttpClient } from './http-client';

/** What a record of each register says that is right in every field; tests change what they are about. */
export const REGISTERS = {
  services: {
    name: 'Anwohnerparkausweis',
    unitId: null,
    note: '',
    lineId: null,
    contractId: null,
    code: '',
    task: 'own',
    hasForm: true,
    hasProcedure: false,
    hasDms: false,
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
