import 'reflect-metadata';
import { migrateDatabase } from './migrations/migrate-database';

/** Run by the launcher with the owner's rights before the API starts. Reports its steps as JSON lines. */
const report = (event: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(event)}\n`);
};

migrateDatabase(process.env, report).catch((fault: unknown) => {
  report({ event: 'failed', reason: fault instanceof Error ? fault.message : String(fault) });
  process.exitCode = 1;
});
