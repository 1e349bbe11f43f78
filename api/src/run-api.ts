import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { readConfig } from './platform/config/config';
import { createAdapter, dressServer } from './platform/http/http-shell';
import { assertEveryRouteNamesItsAccess } from './platform/http/route-census';
import { serveMetrics } from './platform/operations/metrics';
import { assertSafeDatabase } from './platform/database/safe-database';

/** Starts the API and answers it running; refuses to start with open routes or a database role that may too much. */
export async function runApi(env: NodeJS.ProcessEnv): Promise<NestFastifyApplication> {
  const config = readConfig(env);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, createAdapter(config), {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  await dressServer(app, config);
  app.enableShutdownHooks();
  let metrics: Server | undefined;
  if (config.metricsPort !== null) {
    metrics = serveMetrics(app.getHttpAdapter().getInstance(), config.host, config.metricsPort);
    app.getHttpServer().once('close', () => metrics?.close());
  }
  assertEveryRouteNamesItsAccess(app);
  await assertSafeDatabase(app, config);
  await app.listen(config.port, config.host);
  process.stdout.write(`${JSON.stringify({ event: 'listening', url: await app.getUrl() })}\n`);
  return app;
}
