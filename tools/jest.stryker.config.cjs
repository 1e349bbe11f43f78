const path = require('node:path');
const root = path.resolve(__dirname, '..');

/** The small tests of the budget's rules, for mutation testing. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.swc.cjs')(root),
  rootDir: root,
  testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'],
  // The files they read are not in Stryker's copy, and a skipped test takes the coverage of whatever loads after it.
  testPathIgnorePatterns: ['/node_modules/', 'real-files\\.spec\\.ts$'],
};
