import 'reflect-metadata';
import { runApi } from './run-api';

runApi(process.env).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
