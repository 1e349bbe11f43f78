const path = require('node:path');
const root = path.resolve(__dirname, '../..');

/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.swc.cjs')(root),
  displayName: 'e2e',
  rootDir: __dirname,
  testMatch: ['<rootDir>/*.journey.ts'],
  testTimeout: 120_000,
  testSequencer: '<rootDir>/longest-first.cjs',
  globalSetup: '<rootDir>/model-city.setup.ts',
  globalTeardown: '<rootDir>/model-city.teardown.ts',
};
