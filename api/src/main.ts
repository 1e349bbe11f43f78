import 'reflect-metadata';
import { runApi } from './run-api';

runApi(process.env).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1); // what was opened before the fault must not keep the process alive
});
