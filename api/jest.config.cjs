const path = require('node:path');
const root = path.resolve(__dirname, '..');

/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.swc.cjs')(root),
  displayName: 'api',
  rootDir: __dirname,
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/database/global-setup.cjs',
  globalTeardown: '<rootDir>/test/database/global-teardown.cjs',
  testTimeout: 30_000,
};
