import { parentPort, workerData } from 'node:worker_threads';
import { type RiskJob, simulateRisk } from './risk-simulation';

/* Entry of the thread that simulates: one job, one answer, and it ends. */
parentPort?.postMessage(simulateRisk(workerData as RiskJob));
