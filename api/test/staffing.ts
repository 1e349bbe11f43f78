import type { CapacityOverview, CapacityUnitRow } from '@etatlotse/contracts/capacity/plain';
import { CAPACITY_PATHS, MICROS } from '@etatlotse/contracts/capacity/plain';
import type { HttpClient } from './http-client';

let made = 0;

/** A figure as the personnel office records it. */
export const figureOf = (kind: string, value: number, wish: object = {}): Record<string, unknown> => ({
  kind,
  valueMicros: Math.round(value * MICROS),
  validFrom: '2026-01-01',
  source: 'KGSt-Bericht 8/2025',
  sourceYear: 2025,
  isExample: true,
  ...wish,
});

/** KGSt 8/2025 and a surcharge of 10 %: what the cases of the methods are reckoned with. */
export async function recordFigures(office: HttpClient, validFrom = '2026-01-01', minutes = 93_660): Promise<void> {
  const figures = [
    figureOf('yearly_minutes', minutes, { key: 'employee', validFrom }),
    figureOf('yearly_minutes', 96_120, { key: 'official', validFrom }),
    figureOf('allowance', 0.1, { basis: 'surcharge_on_base_time', validFrom }),
  ];
  for (const figure of figures) expectMade(await office.post(CAPACITY_PATHS.parameters, figure));
}

export const occupancyOf = (wish: object = {}): Record<string, unknown> => ({
  from: '2020-01-01',
  weeklyMinutes: 2_340,
  rampUpPercents: [],
  absences: [],
  ...wish,
});

/** A full post of 39 hours that somebody has held for years. */
export const postOf = (unitId: string, wish: object = {}): Record<string, unknown> => ({
  number: `S-${String(++made).padStart(4, '0')}`,
  name: 'Sachbearbeitung',
  unitId,
  status: 'employee',
  grade: 'E 9a',
  weeklyMinutes: 2_340,
  fullTimeMinutes: 2_340,
  from: '2020-01-01',
  occupancies: [occupancyOf()],
  ...wish,
});

export async function addPost(office: HttpClient, unitId: string, wish: object = {}): Promise<string> {
  return expectMade(await office.post(CAPACITY_PATHS.posts, postOf(unitId, wish)));
}

export const taskOf = (unitId: string, wish: object = {}): Record<string, unknown> => ({
  name: `Aufgabe ${++made}`,
  unitId,
  kind: 'cases',
  baseSeconds: 720,
  recoverySeconds: 0,
  method: 'self_recording',
  ...wish,
});

/** A task with as many cases in each month; a year's number that twelve does not divide goes to its last month. */
export async function addTask(head: HttpClient, unitId: string, cases: number, wish: object = {}): Promise<string> {
  const id = expectMade(await head.post(CAPACITY_PATHS.tasks, taskOf(unitId, wish)));
  const each = Math.floor(cases / 12);
  await saveVolumes(head, id, [...Array<number>(11).fill(each), cases - 11 * each], 1);
  return id;
}

export async function saveVolumes(
  head: HttpClient,
  taskId: string,
  counts: readonly (number | null)[],
  version: number,
  wish: object = {},
): Promise<void> {
  const body = { fiscalYear: 2026, kind: 'planned', counts, version, ...wish };
  const answer = await head.put(CAPACITY_PATHS.volumes(taskId), body);
  if (answer.status !== 200) throw new Error(`The numbers were refused: ${JSON.stringify(answer.body)}`);
}

export const overviewOf = async (client: HttpClient, fiscalYear = 2026): Promise<CapacityOverview> =>
  (await client.get(`${CAPACITY_PATHS.overview}?fiscalYear=${fiscalYear}`)).body;

export async function rowOf(client: HttpClient, unitId: string, fiscalYear = 2026): Promise<CapacityUnitRow> {
  const row = (await overviewOf(client, fiscalYear)).rows.find(({ unit }) => unit.id === unitId);
  if (row === undefined) throw new Error('The unit is not in the overview.');
  return row;
}

function expectMade(answer: Awaited<ReturnType<HttpClient['post']>>): string {
  if (answer.status !== 201) throw new Error(`It was refused: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}
