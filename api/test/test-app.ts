import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module';
import { FORECAST_WORKER } from '../src/capacity/forecast-runner';
import { RISK_WORKER } from '../src/capacity/risk-runner';
import { READING_WORKER } from '../src/import/reading-thread';
import { CLOCK, SettableClock } from '../src/platform/clock/clock';
import { IDS, RandomIds } from '../src/platform/clock/ids';
import { CONFIG, type Config, readConfig } from '../src/platform/config/config';
import { createAdapter, dressServer } from '../src/platform/http/http-shell';
import { createTestDatabase, type TestDatabase } from './database/test-database';
import { forecastThread, readingThread, riskThread } from './threads';

/** The API on a database of its own, with a clock that the test moves. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: SettableClock;
  readonly config: Config;
  /** `http://127.0.0.1:<port>`: a real port, so that tests speak HTTP as callers do. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A second process on the same data shares its database. */
  readonly database?: TestDatabase;
}

/** The Monday on which most cases play. */
export const TEST_NOW = '2026-10-05T07:30:00+02:00';

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const clock = new SettableClock(new Date(options.now ?? TEST_NOW));
  const anchorDir = mkdtempSync(path.join(tmpdir(), 'etatlotse-anchor-'));
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_APP_URL: database.appUrl,
    DATABASE_PUBLIC_URL: database.publicUrl,
    ETATLOTSE_ANCHOR_DIR: anchorDir,
    ETATLOTSE_SIGNING_KEY_FILE: path.join(anchorDir, 'signing', 'key.pem'),
    PORT: '0',
    LOG_LEVEL: 'fatal',
    LOGIN_ATTEMPTS_PER_ACCOUNT: '1000',
    ...options.env,
  });
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(CONFIG)
    .useValue(config)
    .overrideProvider(CLOCK)
    .useValue(clock)
    .overrideProvider(IDS)
    .useValue(new RandomIds(clock))
    .overrideProvider(RISK_WORKER)
    .useValue(riskThread)
    .overrideProvider(FORECAST_WORKER)
    .useValue(forecastThread)
    .overrideProvider(READING_WORKER)
    .useValue(readingThread)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(createAdapter(config), {
    bodyParser: false,
    logger: ['error'],
  });
  await dressServer(app, config);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    database,
    clock,
    config,
    url,
    stop: async () => {
      await app.close();
      if (options.database === undefined) await database.drop();
      rmSync(anchorDir, { recursive: true, force: true });
    },
  };
}
