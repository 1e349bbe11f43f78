import { plantLines, type PlantedLine, plantYear } from './budget-city';
import type { Answer, HttpClient } from './http-client';
import { type City, createCity, loginAs } from './people';
import type { TestApp } from './test-app';

export const EXTRA = '/api/v1/authority/extra';
export const LINES = '/api/v1/budget/lines';

/** Whole cents of an amount in euro. */
export const euro = (amount: number): number => Math.round(amount * 100);

export interface Cover {
  readonly kind: string;
  readonly lineId: string | null;
  readonly amountCents: number;
}
export const less = (lineId: string, amount: number): Cover => ({
  kind: 'less_spending',
  lineId,
  amountCents: euro(amount),
});
export const more = (lineId: string, amount: number): Cover => ({
  kind: 'more_revenue',
  lineId,
  amountCents: euro(amount),
});

export const REASONS = {
  subject: 'Ersatz des gekündigten Wartungsvertrags',
  substanceReason: 'Ohne Wartung verliert die Stadt den gesetzlich nötigen Betrieb.',
  timeReason: 'Der Vertrag endet am 31.10., der Nachtrag käme zu spät.',
  isContinuedInvestment: false,
};

/** What a request says: lines with euro, and their cover. */
export const content = (
  items: readonly (readonly [string, number])[],
  covers: readonly Cover[],
  changes: object = {},
) => ({
  fiscalYear: 2026,
  ...REASONS,
  items: items.map(([lineId, amount]) => ({ lineId, amountCents: euro(amount) })),
  covers,
  ...changes,
});

/** The people of a city who deal with extra authority, and the ways they go. */
export interface ExtraOffice {
  readonly city: City;
  readonly head: HttpClient;
  readonly finance: HttpClient;
  readonly finance2: HttpClient;
  readonly council: HttpClient;
  /** A line of the head's department, each time another one. */
  plant(line?: Partial<PlantedLine>): Promise<string>;
  balance(lineId: string): Promise<Answer['body']>;
  /** A request of the head that finance has examined; its version is then 3. */
  examined(body: object): Promise<string>;
  granted(body: object, changes?: object): Promise<string>;
}

export const step = (client: HttpClient, id: string, name: string, version: number, reason = ''): Promise<Answer> =>
  client.post(`${EXTRA}/${id}/steps`, { step: name, version, reason });

export const record = (client: HttpClient, id: string, version: number, changes: object = {}): Promise<Answer> =>
  client.post(`${EXTRA}/${id}/decision`, {
    isGranted: true,
    decider: 'council',
    decidedOn: '2026-10-05',
    document: 'DS 26-31007',
    version,
    ...changes,
  });

export const confirm = (client: HttpClient, approvalId: string): Promise<Answer> =>
  client.post(`/api/v1/approvals/${approvalId}/decision`, { decision: 'approve', version: 1 });

export async function openExtraOffice(app: TestApp): Promise<ExtraOffice> {
  const city = await createCity(app);
  await plantYear(app, city);
  const [head, finance, finance2, council] = [
    await loginAs(app, 'department_head'),
    await loginAs(app, 'finance'),
    await loginAs(app, 'finance2'),
    await loginAs(app, 'council_office'),
  ];
  let planted = 0;
  const examined = async (body: object): Promise<string> => {
    const { body: created } = await head.post(EXTRA, body);
    expect(created.state).toBe('draft');
    expect((await step(head, created.id, 'submit', 1)).body.state).toBe('submitted');
    expect((await step(finance, created.id, 'examine', 2)).body.state).toBe('examined');
    return created.id;
  };
  return {
    city,
    head,
    finance,
    finance2,
    council,
    examined,
    plant: async (line = {}) => {
      const number = `4S.1${String(++planted).padStart(5, '0')}`;
      const lines = await plantLines(app, city, [{ number, unitId: city.units.school, ...line }]);
      return lines[number] ?? '';
    },
    balance: async (lineId) => (await finance.get(`${LINES}/${lineId}?fiscalYear=2026`)).body.balance,
    granted: async (body, changes = {}) => {
      const id = await examined(body);
      const asked = await record(finance, id, 3, changes);
      expect((await confirm(finance2, asked.body.approvalId)).status).toBe(200);
      return id;
    },
  };
}
