const path = require('node:path');
const root = path.resolve(__dirname, '..');

/** The small tests of the budget's rules, for mutation testing. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.swc.cjs')(root),
  rootDir: root,
  testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'],
};
