import { randomUUID } from 'node:crypto';
import type { ImportBatch } from '@etatlotse/contracts/import/plain';
import type { HttpClient } from '../../test/http-client';
import { commit, upload, uploadBatch, whenAtRest, whenBatchAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
});
afterAll(() => app.stop());

/** Leaves things as a process does that is killed at work: a running job without a heartbeat. */
async function leaveBehind(importId: string, kind: string, state: string): Promise<void> {
  const jobId = randomUUID();
  const lost = new Date(app.clock.now().getTime() - 60_000);
  await asOwner(app, async (owner) => {
    await owner.query(
      `INSERT INTO job (tenant_id, job_id, kind, subject_id, state, actor_id, created_at, heartbeat_at)
       VALUES ($1, $2, $3, $4, 'running', $5, $6, $6)`,
      [city.tenantId, jobId, kind, importId, city.people.finance.id, lost],
    );
    await owner.query(`UPDATE import_run SET state = $3, job_id = $4 WHERE tenant_id = $1 AND import_id = $2`, [
      city.tenantId,
      importId,
      state,
      jobId,
    ]);
  });
}

const FILE = 'Kürzel;Name;Ebene\n10;Fachbereich Zentrales;Fachbereich\n';

test('After the end of the server in a commit the import says it was interrupted, and can be committed again', async () => {
  const finance = await loginAs(app, 'finance');
  const { body } = await upload(finance, FILE, { kind: 'organization' });
  await leaveBehind(body.id, 'import.commit', 'committing');
  const next = await startTestApp({ database: app.database });
  try {
    const run = await whenAtRest(finance, body.id);
    expect([run.state, run.effects]).toEqual(['interrupted', null]);
    expect(await commit(finance, run)).toMatchObject({ state: 'committed', effects: { unitsCreated: 1 } });
  } finally {
    await next.stop();
  }
});

test('After the end of the server while a file was read, nothing of the file is left', async () => {
  const finance = await loginAs(app, 'finance');
  const { body } = await upload(finance, FILE.replace('10;', '11;'), { kind: 'organization' });
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO import_chunk (tenant_id, import_id, chunk_number, content, stored_at)
       VALUES ($1, $2, 0, 'an upload that never ended', '2026-10-04')`,
      [city.tenantId, randomUUID()],
    ),
  );
  await asOwner(app, (owner) => owner.query(`UPDATE import_run SET preview = NULL WHERE import_id = $1`, [body.id]));
  await leaveBehind(body.id, 'import.check', 'checking');
  const next = await startTestApp({ database: app.database });
  try {
    expect(await whenAtRest(finance, body.id)).toMatchObject({ state: 'interrupted', preview: null });
    const answer = await finance.post(`/api/v1/imports/${body.id}/commit`, { previewHash: body.previewHash });
    expect([answer.status, answer.body.code]).toEqual([409, 'IMPORT_STATE']);
    const { rows } = await asOwner(app, (owner) =>
      owner.query(
        `SELECT (SELECT count(*) FROM import_chunk)::int AS chunks, (SELECT count(*) FROM import_row)::int AS rows`,
      ),
    );
    expect(rows).toEqual([{ chunks: 0, rows: 0 }]);
  } finally {
    await next.stop();
  }
});

describe('A batch whose server ended', () => {
  const plan = (product: string): string => `Produkt;Sachkonto;Ansatz 2027\n${product};4271001;1,00\n`;

  /** Leaves all files of a batch as a process does that is killed at work on them. */
  async function leaveBatchBehind(batchId: string, kind: string, state: string): Promise<void> {
    const jobId = randomUUID();
    const lost = new Date(app.clock.now().getTime() - 60_000);
    await asOwner(app, async (owner) => {
      await owner.query(
        `INSERT INTO job (tenant_id, job_id, kind, subject_id, state, actor_id, created_at, heartbeat_at)
         VALUES ($1, $2, $3, $4, 'running', $5, $6, $6)`,
        [city.tenantId, jobId, kind, batchId, city.people.finance.id, lost],
      );
      await owner.query(`UPDATE import_batch SET job_id = $2 WHERE batch_id = $1`, [batchId, jobId]);
      await owner.query(`UPDATE import_run SET state = $3, job_id = $2 WHERE batch_id = $1`, [batchId, jobId, state]);
    });
  }

  async function recovered(finance: HttpClient, batchId: string): Promise<ImportBatch> {
    const next = await startTestApp({ database: app.database });
    try {
      return await whenBatchAtRest(finance, batchId);
    } finally {
      await next.stop();
    }
  }

  test('in the commit, nothing of it was taken over, and it can be committed again as a whole', async () => {
    const finance = await loginAs(app, 'finance');
    const files = ['a', 'b'].map((name) => ({ name: `${name}.csv`, content: plan(`31.${name}`) }));
    const batch = await whenBatchAtRest(finance, (await uploadBatch(finance, files)).body.id);
    await leaveBatchBehind(batch.id, 'import.commit_batch', 'committing');
    const left = await recovered(finance, batch.id);
    expect(left.runs.map(({ state, effects }) => [state, effects])).toEqual(Array(2).fill(['interrupted', null]));
    const seen = left.runs.map(({ id, previewHash }) => ({ importId: id, previewHash }));
    expect((await finance.post(`/api/v1/import-batches/${batch.id}/commit`, { files: seen })).status).toBe(202);
    const done = await whenBatchAtRest(finance, batch.id);
    expect(done.runs.map(({ state }) => state)).toEqual(['committed', 'committed']);
  });

  test('while a file was read another way, the preview from before stands again', async () => {
    const finance = await loginAs(app, 'finance');
    const batch = await whenBatchAtRest(
      finance,
      (await uploadBatch(finance, [{ name: 'c.csv', content: plan('31.c') }])).body.id,
    );
    await leaveBatchBehind(batch.id, 'import.check_batch', 'checking');
    const left = await recovered(finance, batch.id);
    expect(left.runs).toMatchObject([{ state: 'previewed', previewHash: batch.runs[0]?.previewHash, hasFile: true }]);
  });
});
