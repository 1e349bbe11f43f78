export { runSeed } from './run-seed';
export { seedDemoCity, type SeededCity } from './seed-demo-city';
