import 'reflect-metadata';
import { runSeed } from './demo';
import { migrateDatabase } from './migrations/migrate-database';
import { foundCityFromEnvironment } from './tenant';

/** Run by the launcher with the owner's rights before the API starts. Reports its steps as JSON lines. */
const report = (event: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(event)}\n`);
};

async function prepare(): Promise<void> {
  await migrateDatabase(process.env, report);
  await foundCityFromEnvironment(process.env, report);
  if (process.env['ETATLOTSE_DEMO'] === '1') await runSeed(process.env, report);
}

prepare().catch((fault: unknown) => {
  report({ event: 'failed', reason: fault instanceof Error ? fault.message : String(fault) });
  process.exitCode = 1;
});
