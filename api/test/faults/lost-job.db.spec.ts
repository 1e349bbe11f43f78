import type { HttpClient } from '../http-client';
import { commit, undo, upload, whenAtRest } from '../import-files';
import { asOwner, createCity, loginAs } from '../people';
import { startTestApp, type TestApp } from '../test-app';

let app: TestApp;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  await createCity(app);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

/** Makes a finished job look as one whose process died after its last commit and before it could say so. */
async function forgetTheEnd(kind: string): Promise<void> {
  await asOwner(app, (owner) =>
    owner.query(`UPDATE job SET state = 'running', finished_at = NULL, heartbeat_at = $2 WHERE kind = $1`, [
      kind,
      new Date(app.clock.now().getTime() - 60_000),
    ]),
  );
}

async function afterTheNextStart(id: string): Promise<string> {
  const next = await startTestApp({ database: app.database });
  try {
    return (await whenAtRest(finance, id)).state;
  } finally {
    await next.stop();
  }
}

test('What was committed or undone stays so when the process dies right after it', async () => {
  const content = 'Kürzel;Name;Ebene\n10;Fachbereich Zentrales;Fachbereich\n';
  const { body } = await upload(finance, content, { kind: 'organization' });
  expect((await commit(finance, body)).state).toBe('committed');
  await forgetTheEnd('import.commit');
  expect(await afterTheNextStart(body.id)).toBe('committed');
  expect((await undo(finance, body.id)).state).toBe('undone');
  await forgetTheEnd('import.undo');
  expect(await afterTheNextStart(body.id)).toBe('undone');
});
