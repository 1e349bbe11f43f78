import { randomUUID } from 'node:crypto';
import { httpClient } from './http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs, type Persona } from './people';
import { plantOneOfEach } from './plant';
import { startTestApp, type TestApp } from './test-app';

let app: TestApp;
let other: City;
/** Ids that stand in the addresses below. */
const places: Record<string, string> = { unknown: randomUUID(), parksLine: randomUUID() };

beforeAll(async () => {
  app = await startTestApp();
  const city = await createCity(app);
  other = await createOtherCity(app);
  const planted = await plantOneOfEach(app, city, { budget_line: { unit_id: city.units.school } });
  places['schoolLine'] = String(planted.get('budget_line')?.['line_id']);
  places['clerk'] = city.people.clerk.id;
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO budget_line (tenant_id, line_id, number, name, account_frame, direction, sphere, unit_id, created_at)
       SELECT tenant_id, $1, 'planted-2', name, account_frame, direction, sphere, $2, created_at
       FROM budget_line WHERE line_id = $3`,
      [places['parksLine'], city.units.parks, places['schoolLine']],
    ),
  );
});
afterAll(() => app.stop());

const LINES = '/api/v1/budget/lines';

/** Written by hand: what an office expects when it calls. `neighbour` is finance of another city, `nobody` has no login. */
const GOLDEN: [number, Persona | 'neighbour' | 'nobody', string, string, number][] = [
  [1, 'finance', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 200],
  [2, 'auditor', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 200],
  [3, 'clerk', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 200],
  [4, 'admin', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 403],
  [5, 'committee', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 403],
  [6, 'reviewer', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 403],
  [7, 'nobody', 'GET', '/api/v1/budget/overview?fiscalYear=2026', 401],
  [8, 'clerk', 'GET', `${LINES}/{schoolLine}?fiscalYear=2026`, 200],
  [9, 'clerk', 'GET', `${LINES}/{parksLine}?fiscalYear=2026`, 404],
  [10, 'other_clerk', 'GET', `${LINES}/{parksLine}?fiscalYear=2026`, 200],
  [11, 'department_head', 'GET', `${LINES}/{schoolLine}?fiscalYear=2026`, 200],
  [12, 'other_head', 'GET', `${LINES}/{schoolLine}/movements?fiscalYear=2026`, 404],
  [13, 'coordinator', 'GET', `${LINES}/{schoolLine}?fiscalYear=2026`, 200],
  [14, 'finance', 'GET', `${LINES}/{parksLine}?fiscalYear=2026`, 200],
  [15, 'neighbour', 'GET', `${LINES}/{schoolLine}?fiscalYear=2026`, 404],
  [16, 'finance', 'GET', `${LINES}/{unknown}?fiscalYear=2026`, 404],
  [17, 'committee', 'GET', `${LINES}/{schoolLine}?fiscalYear=2026`, 403],
  [18, 'council_office', 'GET', `${LINES}/{schoolLine}?fiscalYear=2026`, 403],
  [19, 'clerk', 'POST', '/api/v1/budget/movements', 403],
  [20, 'auditor', 'POST', '/api/v1/budget/movements', 403],
  [21, 'admin', 'POST', '/api/v1/budget/movements', 403],
  [22, 'finance', 'POST', '/api/v1/budget/movements', 422],
  [23, 'clerk', 'POST', '/api/v1/budget/orders', 422],
  [24, 'department_head', 'POST', '/api/v1/budget/orders', 403],
  [25, 'finance', 'GET', '/api/v1/person', 200],
  [26, 'clerk', 'GET', '/api/v1/person', 403],
  [27, 'finance', 'POST', '/api/v1/person', 403],
  [28, 'admin', 'POST', '/api/v1/person', 422],
  [29, 'admin', 'GET', '/api/v1/person/{clerk}', 200],
  [30, 'neighbour', 'GET', '/api/v1/person/{clerk}', 404],
  [31, 'auditor', 'GET', '/api/v1/audit', 200],
  [32, 'department_head', 'GET', '/api/v1/audit', 403],
  [33, 'committee', 'GET', '/api/v1/snapshots', 200],
  [34, 'council_office', 'GET', '/api/v1/snapshots', 200],
  [140, 'committee', 'GET', '/api/v1/council/meetings', 200],
  [141, 'committee', 'GET', '/api/v1/council/bodies', 200],
  [142, 'committee', 'POST', '/api/v1/council/meetings', 403],
  [143, 'reviewer', 'GET', '/api/v1/council/meetings', 403],
  [35, 'nobody', 'GET', '/api/v1/snapshots', 401],
  [36, 'committee', 'GET', '/api/v1/search?q=Schule', 403],
  [37, 'committee', 'GET', '/api/v1/approvals', 403],
  [38, 'auditor', 'POST', '/api/v1/approvals/{unknown}/decision', 422],
  [39, 'committee', 'GET', '/api/v1/session', 200],
  [40, 'personnel_office', 'GET', '/api/v1/imports', 200],
  [41, 'auditor', 'GET', '/api/v1/imports/sources', 200],
  [42, 'clerk', 'GET', '/api/v1/import-profiles', 403],
  [43, 'auditor', 'GET', '/api/v1/import-profiles', 200],
  [44, 'auditor', 'POST', '/api/v1/import-profiles', 403],
  [45, 'finance', 'POST', '/api/v1/import-profiles', 422],
  [46, 'finance', 'GET', '/api/v1/import-batches/{unknown}', 404],
  [47, 'auditor', 'POST', '/api/v1/import-batches/{unknown}/commit', 403],
  [48, 'finance', 'POST', '/api/v1/import-batches', 415],
  [49, 'admin', 'POST', '/api/v1/import-batches', 403],
  [130, 'department_head', 'GET', '/api/v1/imports', 200],
  [131, 'department_head', 'POST', '/api/v1/imports', 415],
  [132, 'department_head', 'GET', '/api/v1/imports/sources', 403],
  [133, 'department_head', 'POST', '/api/v1/import-profiles', 403],
  [134, 'clerk', 'GET', '/api/v1/imports', 403],
  [135, 'coordinator', 'POST', '/api/v1/imports', 403],
  [50, 'department_head', 'GET', '/api/v1/authority/earmarks?fiscalYear=2026', 200],
  [51, 'department_head', 'POST', '/api/v1/authority/earmarks', 422],
  [52, 'clerk', 'POST', '/api/v1/authority/earmarks', 403],
  [53, 'auditor', 'POST', '/api/v1/authority/commitment-authorities', 403],
  [54, 'clerk', 'POST', '/api/v1/authority/obligations', 422],
  [55, 'department_head', 'POST', '/api/v1/authority/obligations', 403],
  [56, 'auditor', 'GET', '/api/v1/budget/bound-years?fiscalYear=2026', 200],
  [57, 'committee', 'GET', '/api/v1/budget/bound-years?fiscalYear=2026', 403],
  [58, 'clerk', 'GET', '/api/v1/contracts?fiscalYear=2026', 200],
  [59, 'auditor', 'GET', '/api/v1/contracts/invoices?fiscalYear=2026', 200],
  [60, 'council_office', 'GET', '/api/v1/contracts?fiscalYear=2026', 403],
  [61, 'committee', 'GET', '/api/v1/contracts/fees?fiscalYear=2026', 403],
  [62, 'department_head', 'POST', '/api/v1/contracts', 422],
  [63, 'clerk', 'POST', '/api/v1/contracts', 403],
  [64, 'auditor', 'POST', '/api/v1/contracts/{unknown}/steps', 403],
  [65, 'coordinator', 'GET', '/api/v1/rollouts', 200],
  [66, 'coordinator', 'POST', '/api/v1/rollouts', 422],
  [67, 'clerk', 'POST', '/api/v1/rollouts', 403],
  [68, 'auditor', 'GET', '/api/v1/outcomes', 200],
  [69, 'auditor', 'POST', '/api/v1/outcomes', 403],
  [70, 'committee', 'GET', '/api/v1/benefits', 403],
  [71, 'department_head', 'POST', '/api/v1/benefits', 422],
  [110, 'department_head', 'GET', '/api/v1/capacity/overview?fiscalYear=2026', 200],
  [111, 'personnel_office', 'GET', '/api/v1/capacity/overview?fiscalYear=2026', 200],
  [112, 'committee', 'GET', '/api/v1/capacity/overview?fiscalYear=2026', 403],
  [113, 'personnel_office', 'POST', '/api/v1/capacity/posts', 422],
  [114, 'finance', 'POST', '/api/v1/capacity/posts', 403],
  [115, 'department_head', 'GET', '/api/v1/capacity/posts', 403],
  [116, 'auditor', 'GET', '/api/v1/capacity/posts', 200],
  [117, 'clerk', 'POST', '/api/v1/capacity/tasks', 403],
  [118, 'finance', 'POST', '/api/v1/capacity/scenarios', 422],
  [119, 'auditor', 'POST', '/api/v1/capacity/scenarios', 403],
  [120, 'finance', 'POST', '/api/v1/capacity/releases', 403],
  [121, 'committee', 'GET', '/api/v1/capacity/risk?fiscalYear=2026', 403],
  [122, 'clerk', 'GET', '/api/v1/capacity/releases/sums', 200],
  [123, 'personnel_office', 'GET', '/api/v1/capacity/milestones', 200],
  [124, 'personnel_office', 'GET', '/api/v1/projects', 403],
  [125, 'reviewer', 'GET', '/api/v1/capacity/milestones', 403],
];

test.each(GOLDEN)('%d %s %s %s answers %d', async (_, who, method, address, expected) => {
  const path = address.replaceAll(/\{(\w+)\}/g, (__, name: string) => places[name] ?? name);
  const client =
    who === 'nobody'
      ? httpClient(app.url)
      : who === 'neighbour'
        ? await loginAs(app, 'finance', other)
        : await loginAs(app, who);
  const answer = method === 'GET' ? await client.get(path) : await client.post(path, {});
  expect(answer.status).toBe(expected);
});
