export { runSeed } from './run-seed';
